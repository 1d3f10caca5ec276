// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Sums beside a grant that are not its price: what more of it costs, what changes, delays and journeys cost, what is
/// paid once it is free no longer.
extension FeeFinder {
  private static let reach = 14
  private static let stops: WordChoice = ".|;|:"

  /// "and pays $10 for each further 1,000 credits", "excess calls are charged at $1", "can be extended for a fee of $500",
  /// "a fee of $500 applies to each day that is cancelled late".
  func isOfOtherThings(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    isOfMore(behind: value, sentence) || isOfExcess(before: value, sentence) || isOfChange(around: value, sentence)
  }

  /// "for each further 1,000 credits", "per additional user", "for every one beyond that".
  private func isOfMore(behind value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let at = value.tokens.upperBound
    guard passage.isOne(at, of: "for|per|each|every|/|a|an"), sentence.contains(at) else { return false }
    return (at..<min(sentence.upperBound, at + 5)).contains { Self.mores.contains(passage.word($0)) }
  }

  private static let mores: WordSet = ["further", "additional", "extra", "excess", "beyond", "overage", "exceeding"]

  /// "excess calls will be charged at $1", "additional credits cost $2 each", "usage above that is billed at $3".
  private func isOfExcess(before value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let start = value.tokens.lowerBound
    var at = start - 1
    var charging: Int?
    while at >= sentence.lowerBound, start - at <= Self.reach {
      if passage.isOne(at, of: Self.stops) { return false }
      if Self.charging.contains(passage.word(at)) { charging = at }
      if passage.isOne(at, of: "excess|overage|overages|exceeding") { return true }
      // "additional" before the verb that says the price, and no number between: the grant's own is counted.
      if let charging, at < charging, passage.isOne(at, of: "further|additional|extra|more|beyond|above") {
        return !(at..<charging).contains { passage.value(at: $0) != nil }
          && !(1...4).contains { passage.value(at: at - $0) != nil }
      }
      at -= 1
    }
    return false
  }

  private static let charging: WordSet = ["cost", "costs", "charged", "billed", "invoiced", "priced", "available"]

  /// "can be extended by another year for a fee of $500", "a fee of $500 applies to each day cancelled", "travel expenses
  /// of up to $4,000".
  private func isOfChange(around value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let start = value.tokens.lowerBound
    let before = max(sentence.lowerBound, start - Self.reach)..<start
    let clause = (before.last { passage.isOne($0, of: Self.stops) }).map { ($0 + 1)..<start } ?? before
    if clause.contains(where: { Self.changes.contains(passage.word($0)) }),
      clause.contains(where: { passage.isOne($0, of: "may|can|could|if|should|for|against|upon|on|at") })
    {
      return true
    }
    // "Refundable at $150 each": what comes back.
    if passage.has(["refundable|refunded|reimbursed|redeemable", "at|with"], at: start - 2) { return true }
    if clause.suffix(6).contains(where: { Self.expenses.contains(passage.word($0)) }) { return true }
    let behind = value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + Self.reach)
    let applies = behind.first { passage.isOne($0, of: "applies|apply|falls|due|payable|charged") }
    guard let applies else { return false }
    return (applies..<behind.upperBound).contains { Self.changes.contains(passage.word($0)) }
  }

  private static let changes: WordSet = [
    "extended", "extend", "prolonged", "prolong", "prolongs", "extends", "renewed", "postponed", "rescheduled",
    "reschedule", "cancelled", "canceled", "cancels", "cancel", "cancellation", "cancellations", "missed", "late",
    "reactivated", "reinstated", "transferred", "upgraded", "upgrade", "extension", "rescheduling", "postponement",
  ]
  private static let expenses: WordSet = ["expenses", "expense", "travel", "accommodation", "lodging", "mileage"]

  /// "thereafter it is charged at 18 % of the fees", "free until 28 February and at $900 from 1 March": what is paid when
  /// it is free no longer.
  func isLater(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let start = value.tokens.lowerBound
    let before = max(sentence.lowerBound, start - 16)..<start
    let opening = before.last { token in
      passage.isOne(token, of: "thereafter|afterwards|subsequently|later")
        || passage.has(["after|from", "that|then"], at: token) || passage.has(["from", "then", "on"], at: token)
    }
    if let opening, !(opening..<start).contains(where: { passage.isOne($0, of: Self.stops) }),
      speaksOfFree(max(sentence.lowerBound, opening - 60)..<opening)
    {
      return true
    }
    let behind = value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + 12)
    let free = before.first { passage.isOne($0, of: "free|charge|cost|fee|gratis") }
    guard let free,
      passage.isOne(free - 1, of: "no|without|of|additional|for|is|are|any") || passage.word(free) == "free"
    else { return false }
    guard let from = behind.first(where: { passage.isOne($0, of: "thereafter|afterwards|from|after|in") }),
      (free..<start).contains(where: { passage.isOne($0, of: "until|first|for|through|in|during|initial") })
    else { return false }
    if passage.isOne(from, of: "thereafter|afterwards") || passage.has(["after", "that"], at: from) { return true }
    if passage.word(from) == "from" { return context.dates(in: from..<behind.upperBound).isEmpty == false }
    return passage.word(from) == "in"
      && passage.has(["the", "second|third|following|next"], at: from + 1)
  }

  private func speaksOfFree(_ range: Range<Int>) -> Bool {
    range.contains { token in
      passage.word(token) == "free"
        || passage.isOne(token, of: "charge|cost|fee")
          && passage.isOne(token - 1, of: "no|without|additional|any|further")
    }
  }

  /// "at $25,000 per year", "at a price of $300 a month", "costing $1,200 per quarter": no piece, but a time.
  func isRateOfTime(_ value: ValueMention) -> Bool {
    guard PricePeriods.months(behind: value.tokens.upperBound, in: context) != nil else { return false }
    return (1...5).contains { back in
      passage.isOne(value.tokens.lowerBound - back, of: "at|costing|costs|cost|priced")
        && (1..<back).allSatisfy { Self.rateWords.contains(passage.word(value.tokens.lowerBound - $0)) }
    }
  }

  private static let rateWords: WordSet = [
    "a", "an", "the", "price", "rate", "fee", "charge", "of", "flat", "fixed", "annual", "monthly", "yearly",
    "quarterly",
    "net", "discounted", "reduced", "special", "just", "only",
  ]
}
