// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Finds in a sentence what is paid for a grant, what it is worth and what it is limited to.
struct FeeFinder {
  let passage: PassageText
  var context: DocumentContext { passage.context }

  /// "for a fee of CHF 96,400", "charged at 20 % of the User Fees, but not more than $150,000".
  func fees(in sentence: Range<Int>, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    // A price that is waived is none.
    let isWaived = sentence.contains { passage.isOne($0, of: "waived|waives|waive") }
    let hasSum = context.values(in: sentence).contains { value in
      if case .money = value.value { isSumOfRate(value, sentence) } else { false }
    }
    let hasShare = context.values(in: sentence).contains { if case .percent = $0.value { true } else { false } }
    let limits = AmountLimits(passage: passage)
    for value in context.values(in: sentence) {
      let limit = hasShare ? limits.limit(value, in: sentence) : nil
      switch value.value {
      case .money(let amount, _) where limit == .least:
        found.append(Attachment(content: .floor(amount), tokens: value.tokens, from: scope))
      case .money(let amount, _) where limit == .most:
        found.append(Attachment(content: .cap(amount), tokens: value.tokens, from: scope))
      // "for $900 a year, so $1,800 in all": the rate of what is paid.
      case .money where hasSum && isYearly(value): continue
      case .money where isWaived && isFee(value): continue
      case .money where isOfRest(value, sentence) || isOfOtherThings(value, sentence) || isLater(value, sentence):
        continue
      case .money where scope != .sentence && isOfOrder(value, sentence): continue
      case .money(let amount, let currency) where isSumOfRate(value, sentence):
        found.append(Attachment(content: .fee(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where saysWhatItCosts(value, sentence):
        found.append(Attachment(content: .fee(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where saysWhatItIs(value) || hasShare && ShareSums(passage).tells(value):
        found.append(Attachment(content: .worth(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where isFee(value):
        if limits.saysMost(before: value) {
          found.append(Attachment(content: .cap(amount), tokens: value.tokens, from: scope))
        } else if isEach(value) {
          let own = isHalved(value, sentence) ? amount / 2 : reduced(amount, behind: value)
          found.append(Attachment(content: .feeEach(own, currency), tokens: value.tokens, from: scope))
        } else {
          let own = reduced(amount, behind: value)
          found.append(Attachment(content: .fee(own, currency), tokens: value.tokens, from: scope))
        }
      case .money(let amount, _) where limits.saysMost(before: value):
        found.append(Attachment(content: .cap(amount), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where isEach(value):
        if saysWorthEach(value) {
          found.append(Attachment(content: .worthEach(amount, currency), tokens: value.tokens, from: scope))
        } else if isAt(value) || scope == .sentence && isListed(value, sentence) {
          let own = isHalved(value, sentence) ? amount / 2 : amount
          found.append(Attachment(content: .feeEach(own, currency), tokens: value.tokens, from: scope))
        }
      case .money(let amount, let currency) where scope == .sentence && isListed(value, sentence):
        found.append(Attachment(content: .fee(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where isAtTotal(value) || isRateOfTime(value):
        found.append(Attachment(content: .fee(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where saysWorth(value):
        found.append(Attachment(content: .worth(amount, currency), tokens: value.tokens, from: scope))
      case .percent where isLater(value, sentence): continue
      case .percent(let percent) where isShare(value) || scope == .row && opens(value, sentence):
        found.append(Attachment(content: .feeShare(percent, base(after: value)), tokens: value.tokens, from: scope))
      default: break
      }
    }
    return found
  }

  /// "Annual fees: USD 100,000." in a sentence of its own: what the order costs, not what is granted beside it.
  private func isOfOrder(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let opens = passage.word(sentence.lowerBound) == "the" ? sentence.lowerBound + 1 : sentence.lowerBound
    guard Self.ofOrders.contains(passage.word(opens)),
      let fee = (opens + 1..<min(opens + 4, value.tokens.lowerBound)).first(where: {
        passage.isOne($0, of: "fee|fees|charges|price")
      })
    else { return false }
    let between = fee + 1..<value.tokens.lowerBound
    return between.count <= 3 && between.allSatisfy { Self.amounting.contains(passage.word($0)) }
  }

  private static let ofOrders: WordSet = [
    "annual", "yearly", "total", "subscription", "recurring", "net", "order", "overall", "contract", "licence",
    "license",
  ]
  private static let amounting: WordSet = [
    ":", "is", "are", "of", "=", "amount", "amounts", "to", "come", "comes", "-",
  ]

  private func isFee(_ mention: ValueMention) -> Bool {
    let start = mention.tokens.lowerBound
    let fee: Set<String> = [
      "fee", "price", "cost", "costs", "charge", "pay", "pays", "paying", "charged", "prepays", "fees", "invoiced",
    ]
    let value: Set<String> = ["worth", "value", "valued", "up"]
    // "4 % of the fees of $90,000": what it is a share of.
    if passage.word(start - 1) == "of", fee.contains(passage.word(start - 2)),
      (3...9).contains(where: { passage.isOne(start - $0, of: "%|percent") })
    {
      return false
    }
    if passage.word(start - 1) == "for", !passage.isOne(mention.tokens.upperBound, of: "of|worth") {
      return true
    }
    // "for the sum of $900", "$900 will be billed on completion"
    if passage.has(["for", "the|a", "sum|price|amount|total", "of"], at: start - 4)
      || passage.has(["will|shall", "be", "invoiced|charged|billed|paid"], at: mention.tokens.upperBound)
    {
      return true
    }
    if passage.has(["falls|fall|becomes|become", "due|payable"], at: mention.tokens.upperBound) { return true }
    // "for which $900 is invoiced at once"
    if passage.has(["is|are", "invoiced|charged|billed|payable|due|paid"], at: mention.tokens.upperBound) {
      return true
    }
    // "Paid: $900, in one invoice", "The days are paid for with $900", "Client owes $900 for them"
    if passage.has(["paid|payable|due", ":"], at: start - 2)
      || passage.has(["paid", "for", "with|by|at"], at: start - 3)
      || passage.has(["owes|owe"], at: start - 1)
        && passage.has(["for", "it|them|these|this|those|all|both"], at: mention.tokens.upperBound)
    {
      return true
    }
    if passage.has(["at|for", "a|the", "total", "of"], at: start - 4) { return true }
    if passage.word(start - 1) == "(", passage.word(mention.tokens.upperBound) == ")", isBought(start) { return true }
    for back in 1...6 {
      let word = passage.word(start - back)
      if value.contains(word) || [".", ";"].contains(word) { return false }
      // What it would cost elsewhere is no fee.
      if fee.contains(word) { return !Self.elsewhere.contains(passage.word(start - back - 1)) }
      if word == "sum", passage.word(start - back - 1) == "lump" { return true }
      if word == "payment", passage.word(start - back - 1) == "against" { return true }
      if word == "surcharge" { return true }
    }
    return false
  }

  /// "Customer buys ten vouchers at a total of $900", "prepays $900 for ten hours": what is paid for what is counted.
  func isPaid(_ value: ValueMention, in sentence: Range<Int>) -> Bool {
    let start = value.tokens.lowerBound
    if passage.isOne(start - 1, of: "pays|prepays|pay|prepay|paying|prepaying"),
      passage.word(value.tokens.upperBound) == "for"
    {
      return true
    }
    let isAt =
      passage.has(["at|for", "a|the", "total|price|sum|cost|charge|fee", "of"], at: start - 4)
      || passage.has(
        ["at|for", "a|the", "total|fixed|flat|overall|package|lump", "price|sum|cost|charge|fee", "of"], at: start - 5)
    return isAt
      && (max(sentence.lowerBound, start - 24)..<start).contains {
        passage.isOne(
          $0, of: "buys|buy|purchases|purchase|orders|order|acquires|acquire|takes|take|bought|ordered|purchased")
      }
  }

  /// "Customer purchases ten hours ($900)"
  private func isBought(_ token: Int) -> Bool {
    (3...14).contains {
      passage.isOne(token - $0, of: "purchases|buys|orders|purchase|buy|purchased|ordered")
    }
  }

  private static let elsewhere: WordSet = [
    "list", "catalogue", "catalog", "normal", "regular", "usual", "standard", "street",
  ]

  private static let prices: WordSet = ["fee", "price", "charge", "cost", "fees", "charges", "costs"]

  /// "The total charge for these credits amounts to $900": of a price, not of a share.
  private func saysWhatItCosts(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let start = value.tokens.lowerBound
    let before = max(sentence.lowerBound, start - 14)..<start
    // "The price of the 60 credits is $5,400", "has been agreed at $5,400"
    if passage.isOne(start - 1, of: "is|are")
      || passage.has(["agreed|fixed|set|settled", "at"], at: start - 2),
      let price = before.first(where: { Self.prices.contains(passage.word($0)) }),
      passage.isOne(price + 1, of: "of|for"),
      context.names(in: price..<start).contains(where: { $0.kind != nil })
        || (price..<start).contains(where: { passage.isOne($0, of: "them|these|those|all") }),
      !before.contains(where: { Self.notOfAll.contains(passage.word($0)) })
    {
      return true
    }
    guard passage.has(["amounts|comes|amount|come", "to"], at: start - 2) else { return false }
    return before.contains { Self.prices.contains(passage.word($0)) }
      && !before.contains { passage.isOne($0, of: "%|percent|cent|list") }
  }

  private static let notOfAll: WordSet = [
    "each", "every", "one", "single", "per", "further", "additional", "more", "extra", "list", "another", "a", "an",
    "would", "%", "percent", "usual", "normal",
  ]

  /// "3 % of the fees, which is $25,000": what the share comes to, not a price.
  private func saysWhatItIs(_ value: ValueMention) -> Bool {
    let start = value.tokens.lowerBound
    // "which is $25,000 a year and $75,000 over the three years"
    if passage.word(start - 1) == "and", passage.has(["over|for", "the"], at: value.tokens.upperBound) {
      return (3...8).contains { passage.has(["which|that|this", "is|equals|makes"], at: start - $0) }
    }
    return passage.has(["which|that|this", "is|equals|makes"], at: start - 2)
      || passage.has(["amounts|comes", "to"], at: start - 2)
      || passage.has(["works|work", "out", "at|to"], at: start - 3)
      || passage.has(["i.e", ".|,"], at: start - 2) || passage.word(start - 1) == "namely" && !isYearly(value)
  }

  /// "$50 each", "EUR 200 per credit": the price or worth of one piece.
  private func isEach(_ value: ValueMention) -> Bool {
    let at = value.tokens.upperBound
    // "$900 each Contract Year" is no price of a piece.
    let isRhythm = passage.has(
      ["each", "contract|calendar|fiscal|subscription|service|order|year|quarter|half|month"], at: at)
    if passage.isOne(at, of: "each|apiece") && !isRhythm || passage.word(value.tokens.lowerBound - 1) == "@" {
      return true
    }
    // "the charge per day is $90"
    if passage.isOne(value.tokens.lowerBound - 1, of: "is|:|being|of"),
      passage.has(["price|rate|cost|charge|fee", "per|a|each"], at: value.tokens.lowerBound - 4),
      Self.pieces.contains(passage.word(value.tokens.lowerBound - 2).droppingPlural)
    {
      return true
    }
    // "at a unit price of $90"
    if passage.has(["unit", "price|rate|cost", "of|:|is"], at: value.tokens.lowerBound - 3) { return true }
    // "24 hours at $90.00"
    if passage.word(value.tokens.lowerBound - 1) == "at",
      Self.pieces.contains(passage.word(value.tokens.lowerBound - 2).droppingPlural), isPieceRate(value),
      !passage.isOne(at, of: "in|total|a|per|for|altogether")
    {
      return true
    }
    if passage.has(["for", "each|every"], at: at) { return true }
    guard passage.isOne(at, of: "per|a|an|/") else { return false }
    return Self.pieces.contains(passage.word(at + 1).droppingPlural)
  }

  /// "60 consulting hours at $15,900": what all of them cost.
  private func isAtTotal(_ value: ValueMention) -> Bool {
    // "and 60 hours, the latter at $9,000"
    if passage.has(["latter", "at|for"], at: value.tokens.lowerBound - 2),
      !passage.isOne(value.tokens.upperBound, of: "a|an|per|each|/")
    {
      return true
    }
    return passage.word(value.tokens.lowerBound - 1) == "at" && !isPieceRate(value)
      && Self.pieces.contains(passage.word(value.tokens.lowerBound - 2).droppingPlural)
      && !passage.isOne(value.tokens.upperBound, of: "a|an|per|each|/")
  }

  /// No hour, seat or credit costs as much as a whole lot of them.
  private func isPieceRate(_ value: ValueMention) -> Bool {
    guard case .money(let amount, let currency) = value.value else { return false }
    let isSmall = ["JPY", "INR", "KRW", "HUF"].contains(currency ?? "")
    return isSmall || amount < (passage.word(value.tokens.lowerBound - 2).hasPrefix("day") ? 6000 : 2500)
  }

  /// "at $50 a day", "at a reduced rate of $50 per day".
  private func isAt(_ value: ValueMention) -> Bool {
    var at = value.tokens.lowerBound - 1
    while at > value.tokens.lowerBound - 6, Self.rating.contains(passage.word(at)) { at -= 1 }
    return passage.isOne(at, of: "at|for|@")
  }

  private static let rating: WordSet = [
    "a", "an", "the", "discounted", "reduced", "special", "preferential", "fixed", "agreed", "flat", "rate", "of",
    "daily", "hourly", "day",
  ]
  private static let pieces: WordSet = [
    "credit", "voucher", "hour", "day", "seat", "session", "exam", "attempt", "sandbox", "piece", "head", "person",
    "class",
    "pass", "workshop",
  ]

  private func saysWorthEach(_ value: ValueMention) -> Bool {
    (1...4).contains { passage.isOne(value.tokens.lowerBound - $0, of: "worth|value|valued") }
  }

  /// "an aggregate worth of $20,000", "has a value of", "the Fund is $23,000", "amounts to".
  private func saysWorth(_ value: ValueMention) -> Bool {
    let start = value.tokens.lowerBound
    let after = passage.word(value.tokens.upperBound)
    if ["each", "apiece", "per", "/", "a", "an"].contains(after) { return false }
    // "a resit is £80": what more of it costs.
    if passage.word(start - 1) == "is", Self.more.contains(passage.word(start - 2)) { return false }
    // "Our day rate, for anything else, is $900"
    if passage.word(start - 1) == "is",
      (2...12).contains(where: { passage.isOne(start - $0, of: "rate|rates") })
    {
      return false
    }
    if passage.isOne(start - 1, of: "is|amounts|comes|equals")
      || passage.has(["amounts|comes", "to"], at: start - 2)
    {
      return true
    }
    for back in 1...4 {
      let word = passage.word(start - back)
      if ["worth", "value", "valued"].contains(word) {
        return !passage.isOne(start - back - 1, of: "per|each")
      }
      if [".", ";", "for"].contains(word) { return false }
    }
    return false
  }

  private static let more: WordSet = ["resit", "retake", "repeat", "replacement", "extra", "price", "fee", "charge"]

  private static let asking: WordSet = [
    "fee", "price", "charge", "charged", "charges", "pay", "pays", "costs", "cost", "rate", "billed", "invoiced",
    "priced",
  ]
  private static let rowWords: WordSet = [
    "line", "lines", "item", "items", "row", "rows", "pos", "position", "positions", "clin", "clins", "sl", "sum",
    "figure", "figures", "amounts", "above", "foregoing", "that",
  ]

  /// "20 % of the annual fees", "a rate of 25 % to the net of both lines", "3 % of the month's consumption".
  private func isShare(_ value: ValueMention) -> Bool {
    var at = value.tokens.upperBound
    if passage.word(at) == ")" { at += 1 }
    guard passage.isOne(at, of: "of|on|to") else { return false }
    if passage.word(at) != "to", base(after: value) != nil { return true }
    // "is twenty percent of item (a)", "of the two lines above"
    if (1...3).contains(where: { Self.rowWords.contains(passage.word(at + $0)) }) { return true }
    // "for a fee of ten percent of the monthly usage charges": a share of what no pack names.
    for back in 1...8 {
      let word = passage.word(value.tokens.lowerBound - back)
      if [".", ";", ""].contains(word) { return false }
      if Self.asking.contains(word) { return true }
    }
    return false
  }

  private func base(after value: ValueMention) -> String? {
    let end = value.tokens.upperBound
    for name in context.names(in: end..<min(end + 8, context.stream.count)) where name.list == "fee_base" {
      return name.entry
    }
    return nil
  }
}
