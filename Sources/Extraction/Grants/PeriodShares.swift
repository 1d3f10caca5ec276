// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Tells that a period takes a share of what is granted once, and that nothing is granted anew: `300 credits, of which 100
/// may be used in each contract year`, `$90,000, payable in equal parts each year`, `120 hours, at most 10 a month`.
struct PeriodShares {
  let context: DocumentContext

  /// The sentence of a clause that says so of what it grants.
  func isSaid(of candidate: Candidate) -> Bool {
    guard candidate.place == nil, let whole = amount(of: candidate) else { return false }
    let name = candidate.name.tokens.upperBound
    let rest = name..<max(name, candidate.sentence.upperBound)
    // "24 hours per contract year, at most 4 hours a month": the first period tells.
    guard let period = rest.first(where: isPeriod) else { return false }
    // "released in equal quarterly portions", not "in each half"
    if period + 1 < rest.upperBound, context.isOne(period, of: "annual|yearly|monthly|quarterly|annually"),
      context.isOne(period + 1, of: Self.parts)
    {
      return true
    }
    return isShare(before: period, from: rest.lowerBound, of: whole, candidate)
  }

  private func amount(of candidate: Candidate) -> Decimal? {
    if case .money(let amount, _)? = candidate.money?.value { return amount }
    return candidate.quantity?.amount
  }

  /// "in each contract year", "per month", "a year", "annually".
  private func isPeriod(_ token: Int) -> Bool {
    if context.isOne(token, of: "annually|annual|yearly|monthly|quarterly") { return true }
    guard context.isOne(token, of: "each|every|per|a|an") else { return false }
    let near = token + 1..<min(context.stream.count, token + 7)
    guard let unit = near.first(where: { context.isOne($0, of: "year|years|quarter|quarters|month|months|half|annum") })
    else { return false }
    // "a year" is right behind its article; "each of the first two contract years" is not.
    if context.isOne(token, of: "a|an|per") { return unit == token + 1 || context.isOne(unit - 1, of: Self.years) }
    return (token + 1..<unit).allSatisfy { context.isOne($0, of: Self.years) || context.isOne($0, of: Self.counting) }
  }

  private func isShare(before period: Int, from start: Int, of whole: Decimal, _ candidate: Candidate) -> Bool {
    let near = max(start, period - 10)..<period
    for token in near.reversed() {
      if context.isOne(token, of: ".|;") { return false }
      // "half-yearly" is a rhythm.
      if context.folded(token) == "half", token + 1 == period { continue }
      if context.isOne(token, of: Self.parts), !context.isOne(token - 1, of: "first|second|the") { return true }
      if let share = context.values(in: token..<period).first, share.tokens.lowerBound == token {
        return isLess(share.value, whole)
      }
      guard isLink(token, candidate) else { return false }
    }
    return false
  }

  private func isLess(_ value: Value, _ whole: Decimal) -> Bool {
    switch value {
    case .number(let amount), .money(let amount, _), .quantity(let amount, _, _): amount < whole
    case .duration(let duration): duration.amount < whole
    case .percent(let percent): percent < 100
    default: false
    }
  }

  /// What may stand between a share and its period: that it is used then, and what it is a share of.
  private func isLink(_ token: Int, _ candidate: Candidate) -> Bool {
    if context.isOne(token, of: Self.links) { return true }
    guard let unit = candidate.quantity?.unit else { return false }
    return context.folded(token).droppingPlural == unit
      || candidate.name.tokens.contains { context.word($0) == context.word(token) && context.isWord(token) }
  }

  private static let years: WordSet = [
    "contract", "subscription", "order", "service", "calendar", "fiscal", "financial", "such", "term", "licence",
    "license",
  ]
  private static let counting: WordSet = [
    "of", "the", "first", "last", "next", "two", "three", "four", "five", "six", "seven", "eight", "2", "3", "4", "5",
    "6", "7", "8", "12", "24", "36", "and", "second", "third",
  ]
  private static let parts: WordSet = [
    "half", "third", "thirds", "parts", "part", "instalments", "installments", "instalment", "installment", "tranches",
    "tranche", "slices", "portions", "portion", "shares", "equally", "evenly", "pro", "rata",
  ]
  private static let links: WordSet = [
    "may", "can", "shall", "will", "be", "used", "use", "drawn", "taken", "redeemed", "are", "is", "in", "of", "them",
    "these", "which", "available", "become", "becomes", "released", "issued", "credited", "paid", "payable", "spent",
    "booked", "called", "at", "to", "the", "for", "during", "within", "(", ")", ",", "per", "up", "consumed", "due",
    "falling", "one", "and", "down", "on", "off", "must", "maximum", "a", "rate", "no", "more", "than", "most",
  ]
}
