// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells that a grant costs nothing where no phrase says it: a word of price that is denied, in a sentence that grants or
/// that speaks of the grant by a pronoun ("is not obliged to pay for these", "the cost is ours").
struct FreeClauses {
  let passage: PassageText
  /// What the customer goes by.
  let buyers: [String]
  /// What the vendor goes by.
  let sellers: [String]

  private static let prices: WordSet = [
    "fee", "fees", "price", "cost", "costs", "charge", "charges", "payment", "payments", "remuneration", "bill",
    "invoice", "pay", "consideration", "compensation", "tuition", "money", "expense", "surcharge", "rent", "rate",
  ]
  private static let denials: WordSet = [
    "no", "not", "nothing", "none", "without", "never", "don't", "won't", "doesn't", "needn't", "neither", "nor", "nil",
    "zero",
  ]
  /// With these a sentence says how much, when, or of what something is not to be paid.
  private static let otherwise: WordSet = [
    "more", "less", "than", "before", "until", "unless", "back", "returned", "repaid", "restored", "late", "later",
    "earlier", "increase", "increases",
    "increased", "refund", "refunds", "refunded", "refundable", "interest", "tax", "taxes", "vat", "travel", "overdue",
    "only", "except", "index", "penalty", "cancellation", "higher", "raise", "part", "include", "includes", "including",
    "included", "cover", "covers", "covering", "covered", "contain", "contains", "card", "deducted", "reduced",
    "reduce", "exceed", "exceeds", "withheld", "withhold", "disputed", "dispute", "receipt", "estimate", "prior",
    "cancelling", "rescheduling", "rebooking", "postponing", "notice", "if", "where", "set", "affect", "change",
    "changed", "relieve", "release", "free", "excuse", "by", "case",
  ]
  private static let references: WordSet = [
    "it", "them", "these", "this", "those", "that", "therefor", "thereof", "their", "its", "which", "such", "for",
  ]
  private static let owners: WordSet = ["ours", "nil", "none", "zero", "nothing", "waived"]
  private static let customers: WordSet = ["customer", "client", "subscriber", "licensee", "buyer", "you"]

  func attachment(in sentence: Range<Int>, from scope: Attachment.Scope) -> Attachment? {
    guard let free = free(in: sentence, from: scope), !FreeWords(context: passage.context).sayItOfPart(free.tokens)
    else { return nil }
    return free
  }

  private func free(in sentence: Range<Int>, from scope: Attachment.Scope) -> Attachment? {
    guard scope <= .item, sentence.count <= 80 else { return nil }
    if scope == .item, let nought = bareNought(in: sentence) {
      return Attachment(content: .free, tokens: nought, from: scope)
    }
    if scope == .sentence, let opening = includedAtStart(sentence) {
      return Attachment(content: .free, tokens: opening, from: scope)
    }
    if scope == .sentence, let end = includedAtEnd(sentence) {
      return Attachment(content: .free, tokens: end, from: scope)
    }
    let isNear = scope == .sentence || sentence.contains { Self.references.contains(passage.word($0)) }
    // "at Supplier's account"
    if let account = sentence.first(where: { passage.isOne($0, of: "account") }),
      let tokens = ownerPays(account, in: sentence), isNear
    {
      return Attachment(content: .free, tokens: tokens, from: scope)
    }
    for price in sentence where Self.prices.contains(passage.word(price)) {
      if passage.has(["is|are|:|=|being"], at: price + 1), Self.owners.contains(passage.word(price + 2)) {
        return Attachment(content: .free, tokens: price..<(price + 3), from: scope)
      }
      if let tokens = ownerPays(price, in: sentence) ?? sellerBears(price, in: sentence)
        ?? borneBySeller(price, in: sentence)
        ?? deniedBehind(price, in: sentence), isNear || isBare(price, in: sentence)
      {
        return Attachment(content: .free, tokens: tokens, from: scope)
      }
      guard isNear, let denial = denial(of: price, in: sentence) ?? waiver(of: price, in: sentence),
        !saysOtherwise(denial..<price, in: sentence)
      else {
        continue
      }
      return Attachment(content: .free, tokens: denial..<(price + 1), from: scope)
    }
    return nil
  }

  /// "USD 0.00.", "Total: USD 0" in a sentence of its own.
  private func bareNought(in sentence: Range<Int>) -> Range<Int>? {
    guard sentence.count <= 7, let value = passage.context.values(in: sentence).first,
      case .money(let amount, _) = value.value, amount == 0
    else { return nil }
    let isBare = sentence.allSatisfy { token in
      value.tokens.contains(token) || !passage.context.isWord(token) || passage.isOne(token, of: Self.noughtWords)
    }
    return isBare ? value.tokens : nil
  }

  private static let noughtWords: WordChoice =
    "price|fee|fees|charge|charges|cost|costs|total|net|amount|due|in|all|annual|is|payable|yearly"

  /// "* Includes four training days", "(incl. two sandboxes)": what comes with the thing that the note is to.
  private func includedAtStart(_ sentence: Range<Int>) -> Range<Int>? {
    guard sentence.count <= 40, let first = sentence.prefix(5).first(where: { passage.context.isWord($0) }),
      passage.isOne(first, of: "includes|incl|inclusive")
    else { return nil }
    return first..<(first + 1)
  }

  /// "Ledger Academy, subscription for 15 users, included": the last word of an item.
  private func includedAtEnd(_ sentence: Range<Int>) -> Range<Int>? {
    let last = sentence.upperBound - 1
    guard sentence.count > 2, sentence.count <= 40, passage.word(last) == "included",
      passage.isOne(last - 1, of: ",|(|-|–|—|:|;")
    else { return nil }
    return last..<sentence.upperBound
  }

  /// "bears fee and travel": of nothing else, where the words end with it.
  private func isBare(_ price: Int, in sentence: Range<Int>) -> Bool {
    sentence.count <= 20 && passage.isOne(price + 1, of: ".|,|;|and")
      && passage.isOne(price, of: "fee|fees|price")
  }

  private static let waivers: WordSet = [
    "waives", "waive", "waiving", "forgoes", "forgo", "foregoes", "forego", "drops", "absorbs", "absorb", "foots",
    "shoulders", "renounces", "remits",
  ]
  private static let asked: WordSet = [
    "levied", "charged", "due", "payable", "collected", "raised", "invoiced", "billed", "asked", "owed", "incurred",
    "demanded", "requested", "made",
  ]

  /// "waives its usual day rate"
  private func waiver(of price: Int, in sentence: Range<Int>) -> Int? {
    for back in 1...5 where price - back >= sentence.lowerBound {
      let word = passage.word(price - back)
      if [",", ";", ":", "."].contains(word) { return nil }
      guard Self.waivers.contains(word) else { continue }
      return Self.customers.contains(passage.word(price - back - 1)) ? nil : price - back
    }
    return nil
  }

  /// "a fee is not levied"; "the subscription fee already accounts for them".
  private func deniedBehind(_ price: Int, in sentence: Range<Int>) -> Range<Int>? {
    if passage.has(["is|are", "not"], at: price + 1), Self.asked.contains(passage.word(price + 3)),
      !saysOtherwise(price..<price + 3, in: sentence)
    {
      return price..<(price + 4)
    }
    for step in 1...2 where passage.has(["takes|take", "them|it|these|this|both", "into", "account"], at: price + step)
    {
      return price..<(price + step + 4)
    }
    for step in 1...3 where passage.isOne(price + step, of: "accounts|allows|pays|provides|caters") {
      if passage.word(price + step + 1) == "for",
        passage.isOne(price + step + 2, of: "them|it|these|this|both")
      {
        return price..<(price + step + 3)
      }
    }
    return nil
  }

  /// "at Quill's expense": of whoever is not the customer.
  private func ownerPays(_ price: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard passage.isOne(price, of: "expense|cost|costs|charge|account"),
      !passage.isOne(price + 1, of: "of|per")
    else { return nil }
    var at = price - 1
    while passage.isOne(at, of: "own|sole") { at -= 1 }
    guard passage.isOne(at, of: "'s|’s|'|’"), at - 1 >= sentence.lowerBound else { return nil }
    let owner = passage.word(at - 1)
    guard (1...4).contains(where: { passage.word(at - 1 - $0) == "at" }), !Self.customers.contains(owner),
      !buyers.contains(where: { $0.split(separator: " ").contains { $0 == owner } })
    else { return nil }
    return (at - 1)..<(price + 1)
  }

  private static let bearing: WordSet = [
    "bears", "bear", "pays", "pay", "meets", "meet", "carries", "carry", "settles", "settle", "covers", "cover",
    "assumes", "assume", "absorbs", "absorb", "shoulders", "shoulder", "defrays", "funds", "takes",
  ]
  private static let suppliers: WordSet = [
    "supplier", "vendor", "provider", "licensor", "seller", "contractor", "we", "team", "group", "department",
  ]
  /// Of these and of no price of a grant the vendor may bear the cost.
  private static let otherCosts: WordSet = [
    "travel", "hotel", "shipping", "postage", "bank", "transfer", "collection", "audit", "legal", "stamp", "freight",
    "part", "half", "share", "up", "third", "percent", "%", "repair", "return", "insurance",
  ]

  /// "Salesforce bears their price", "Quill Works pays the exam fees", "we meet the cost": the subject is who sells.
  private func sellerBears(_ price: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard !passage.isOne(price, of: "pay|bill|rate|money|payment|payments") else { return nil }
    for back in 1...5 where price - back > sentence.lowerBound {
      let verb = price - back
      if passage.isOne(verb, of: ",|;|:|.") || Self.otherCosts.contains(passage.word(verb)) {
        return nil
      }
      guard Self.bearing.contains(passage.word(verb)) else { continue }
      var subject = verb - 1
      while subject > sentence.lowerBound,
        passage.isOne(subject, of: "will|shall|also|itself|alone|hereby|,|inc|ltd|.|then")
      {
        subject -= 1
      }
      guard isSeller(subject), !Self.otherCosts.contains(passage.word(price + 1)),
        !(passage.word(price + 1) == "of" && Self.otherCosts.contains(passage.word(price + 2)))
      else { return nil }
      return subject..<(price + 1)
    }
    return nil
  }

  private static let borne: WordSet = [
    "borne", "met", "paid", "carried", "absorbed", "defrayed", "covered", "assumed", "settled", "shouldered", "funded",
  ]

  /// "Fees for the trainers are borne by Quill Works": behind the price, by who sells.
  private func borneBySeller(_ price: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard !passage.isOne(price, of: "pay|bill|rate|money|payment|payments") else { return nil }
    for by in (price + 2)..<max(price + 2, min(price + 12, sentence.upperBound)) {
      if passage.isOne(by, of: ".|;|:") || Self.otherCosts.contains(passage.word(by)) { return nil }
      guard passage.word(by) == "by", Self.borne.contains(passage.word(by - 1)) else { continue }
      let subject = passage.word(by + 1) == "the" ? by + 2 : by + 1
      return isSeller(subject) && !Self.otherCosts.contains(passage.word(price - 1)) ? price..<(subject + 1) : nil
    }
    return nil
  }

  private func isSeller(_ token: Int) -> Bool {
    let word = passage.word(token)
    guard !word.isEmpty else { return false }
    return Self.suppliers.contains(word)
      || sellers.contains { $0.split(separator: " ").contains { $0 == word } } && !Self.customers.contains(word)
        && !buyers.contains { $0.split(separator: " ").contains { $0 == word } }
  }

  /// The word that denies a price, a few words before it in its clause.
  private func denial(of price: Int, in sentence: Range<Int>) -> Int? {
    for back in 1...7 where price - back >= sentence.lowerBound {
      let word = passage.word(price - back)
      if [",", ";", ":", "."].contains(word) { return nil }
      if word == "nothing" || back <= 4 && Self.denials.contains(word) { return price - back }
    }
    return nil
  }

  private func saysOtherwise(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
    let around = max(sentence.lowerBound, words.lowerBound - 2)..<min(sentence.upperBound, words.upperBound + 6)
    if around.contains(where: { Self.otherwise.contains(passage.word($0)) }) { return true }
    // What the customer does not charge is no gift to it.
    guard passage.isOne(words.upperBound, of: "charge|bill|invoice") else { return false }
    return Self.customers.contains(passage.word(words.lowerBound - 1))
      || Self.customers.contains(passage.word(words.lowerBound - 2))
  }
}
