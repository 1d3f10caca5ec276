// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells what a grant must not be used for from what it is for: `may not be spent on travel`, `no part of it may be used
/// for licences`, `use for travel is excluded`.
struct DeniedAims {
  let passage: PassageText
  private static let reach = 12

  /// Whether a denial takes in the words of an aim, which begin at `aim`.
  func isDenied(_ aim: Range<Int>) -> Bool { isDeniedBefore(aim.lowerBound) || isDeniedBehind(aim) }

  /// Back from the aim, over the words by which something is used, to a `not` or to a `no` that opens the clause.
  private func isDeniedBefore(_ token: Int) -> Bool {
    // "for nothing other than training", "for no purpose but training": for that alone.
    if passage.has(["other", "than"], at: token - 2) || passage.isOne(token - 1, of: "but|except|save") {
      return false
    }
    if passage.isOne(token - 1, of: "for|on|to|towards"), passage.isOne(token - 2, of: "than|but|except|save|besides") {
      return false
    }
    var at = token - 1
    var isOfUse = false
    while at >= passage.range.lowerBound, token - at <= Self.reach {
      let word = passage.word(at)
      if Self.denials.contains(word) { return true }
      // "none of it may be spent on", "no credit is usable for"
      if Self.none.contains(word) { return isOfUse && !Self.charges.contains(passage.word(at + 1)) }
      if Self.uses.contains(word) { isOfUse = true }
      guard Self.uses.contains(word) || Self.links.contains(word) || isSubject(at) || goesOn(at) else { return false }
      at -= 1
    }
    return false
  }

  /// "shall be carried forward, monetized or applied against": what else is denied in the same list.
  private func goesOn(_ token: Int) -> Bool {
    if Self.others.contains(passage.word(token)) { return true }
    return passage.word(token) == ","
      && (passage.word(token + 1) == "or" || Self.others.contains(passage.word(token + 1)))
  }

  private static let others: WordSet = [
    "carried", "forward", "over", "monetized", "monetised", "transferred", "converted", "refunded", "paid", "rolled",
    "credited", "assigned", "encashed", "adjusted",
  ]

  /// What is used stands between `no` and its verb: "no hour may be used for", "nothing of the fund".
  private func isSubject(_ token: Int) -> Bool {
    !passage.context.names(in: token..<token + 1).isEmpty || Self.things.contains(passage.word(token))
  }

  /// "Use for travel is excluded", "spending it on travel is not possible".
  private func isDeniedBehind(_ aim: Range<Int>) -> Bool {
    (aim.lowerBound + 1..<max(aim.lowerBound + 1, aim.upperBound + 3)).contains { token in
      guard Self.barring.contains(passage.word(token)) else { return false }
      let verb = passage.isOne(token - 1, of: "not|never") ? token - 2 : token - 1
      let isBare = Self.barredAlone.contains(passage.word(token))
      return passage.isOne(verb, of: "is|are|remains|remain|stays|be") && (isBare || verb == token - 2)
    }
  }

  private static let denials: WordSet = [
    "not", "cannot", "never", "nor", "neither", "can't", "mustn't", "won't", "don't",
  ]
  private static let none: WordSet = ["no", "none", "nothing"]
  /// "no charge", "nothing is due": what is denied is a price.
  private static let charges: WordSet = [
    "charge", "charges", "fee", "fees", "cost", "costs", "price", "payment", "invoice", "extra", "further",
    "additional", "later", "more", "less", "longer", "other",
  ]
  private static let uses: WordSet = [
    "used", "use", "uses", "using", "spent", "spend", "spends", "applied", "apply", "applies", "drawn", "draw",
    "redeemed", "redeem", "redeemable", "put", "go", "goes", "serve", "serves", "meant", "intended", "designed",
    "available", "usable", "eligible", "reserved", "exchanged", "taken", "take", "booked", "book", "cover", "covers",
    "finance", "finances", "fund", "funds", "valid", "good", "allowed", "permitted", "suitable", "employed", "engaged",
    "directed", "claimed", "called", "consumed", "burned", "deployed", "devoted", "allotted", "pay", "pays", "buy",
    "stretch", "extend", "extends",
  ]
  private static let links: WordSet = [
    "be", "been", "being", "to", "also", "it", "them", "they", "these", "those", "this", "that", "the", "a", "any",
    "all", "its", "at", "is", "are", "may", "can", "shall", "must", "will", "way", "in", "of", "for", "on", "towards",
    "toward", "either", "however", "thus", "by", "customer", "client", "you", "he", "we", "and", "or",
  ]
  private static let things: WordSet = [
    "part", "portion", "amount", "share", "money", "sum", "balance", "penny", "cent", "hour", "day", "credit",
    "voucher",
    "session", "hours", "days", "credits", "vouchers", "sessions", "allowance", "budget", "pot", "grant", "benefit",
  ]
  private static let barring: WordSet = [
    "excluded", "forbidden", "prohibited", "barred", "precluded", "impossible", "disallowed", "ruled", "allowed",
    "permitted", "possible", "covered", "eligible", "included", "admitted", "accepted",
  ]
  private static let barredAlone: WordSet = [
    "excluded", "forbidden", "prohibited", "barred", "precluded", "impossible", "disallowed", "ruled",
  ]
}
