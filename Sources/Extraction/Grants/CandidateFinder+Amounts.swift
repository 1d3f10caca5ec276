// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// How much a pair of name and amount grants.
extension CandidateFinder {
  /// "500 GB each, that is to say 1,500 GB in total": the total is what is granted.
  func isTotal(_ pair: Pair) -> Bool {
    guard let amount = pair.amount, amount.tokens.upperBound + 1 < context.stream.count else { return false }
    let behind = (context.folded(amount.tokens.upperBound), context.folded(amount.tokens.upperBound + 1))
    return (behind.0 == "in" && ["total", "all", "aggregate"].contains(behind.1)) || behind.0 == "altogether"
  }

  func unit(of pair: Pair) -> String? { pair.name.unit ?? patterns.unit(of: pair.kind) }

  func quantity(_ pair: Pair) -> Quantity? {
    guard let amount = pair.amount else { return nil }
    // "70,000 calls per day": the name itself may say it.
    let within = pair.name.tokens.first { context.isOne($0, of: "per|a|each") }.flatMap(rate(after:))
    let per = within ?? rate(after: max(amount.tokens.upperBound, pair.name.tokens.upperBound))
    switch amount.value {
    case .number(let number):
      return Quantity(amount: number, unit: unit(of: pair), per: pair.kind == "api_capacity" ? per : nil)
    case .quantity(let number, let unit, let stated):
      return Units.normalised(
        number, unit: unit, kind: pair.kind, per: pair.kind == "api_capacity" ? stated ?? per : nil)
    case .duration(let duration):
      return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
    default: return nil
    }
  }

  /// `per day`, `a month`, `/ day`, `daily` right behind.
  func rate(after token: Int) -> String? {
    // Past the noun of "1,000,000 calls per day" where the number alone was taken.
    let isNoun =
      token < context.stream.count
      && ["call", "request", "transaction"].contains(context.folded(token).droppingPlural)
    let token = isNoun ? token + 1 : token
    guard token + 1 < context.stream.count else { return nil }
    let first = context.folded(token)
    if first == "daily" { return "day" }
    if first == "monthly" { return "month" }
    guard ["per", "a", "each", "/", "every", "in"].contains(first) else { return nil }
    // "per 24 hours", "in each 24-hour period"
    if (1...2).contains(where: { token + $0 < context.stream.count && context.folded(token + $0) == "24" }) {
      return "day"
    }
    for ahead in 1...2 where token + ahead < context.stream.count {
      let word = context.folded(token + ahead)
      if ["day", "month", "year"].contains(word) { return word }
    }
    return nil
  }

  /// The sum of money leads to the name by `towards`.
  func leadsTowards(_ amount: ValueMention, _ name: NameSpan) -> Bool {
    guard case .money = amount.value, amount.tokens.upperBound < name.tokens.lowerBound,
      name.tokens.lowerBound - amount.tokens.upperBound <= 8
    else { return false }
    return context.isOne(amount.tokens.upperBound, of: "toward|towards")
  }
}
