// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What clauses say of one unit's worth in money or in other units.
struct UnitWorth {
  let context: DocumentContext

  private static let units: Set<String> = [
    "credit", "hour", "day", "seat", "class", "pass", "voucher", "exam", "session", "place", "unit", "course",
    "attempt",
  ]

  /// "Valued at CHF 150 an hour", "the price of a training credit is fixed at USD 200".
  func prices(in tokens: Range<Int>) -> [ContractClause.UnitPrice] {
    let worth: Set<String> = [
      "value", "valued", "worth", "price", "priced", "fixed", "equals", "equivalent", "deemed", "counted", "counts",
      "calculated", "rate", "converted", "taken", "accepts", "accepted", "honours", "honors", "honoured", "honored",
      "exchanged", "exchanges", "redeemed", "redeems", "reckoned", "rated", "credited", "stands", "treated", "settled",
      "set", "offset", "represents",
    ]
    var found: [ContractClause.UnitPrice] = []
    for value in context.values(in: tokens) {
      guard case .money(let amount, let currency) = value.value, amount > 0 else { continue }
      let before = max(tokens.lowerBound, value.tokens.lowerBound - 20)..<value.tokens.lowerBound
      // "Work is paid for with them at $15 apiece."
      if ["apiece", "each"].contains(folded(value.tokens.upperBound, tokens)),
        before.contains(where: { context.isOne($0, of: "them|they|these") })
      {
        found.append(.init(unit: "each", amount: amount, currency: currency))
        continue
      }
      guard before.contains(where: { worth.contains(context.folded($0)) }) else { continue }
      guard
        let unit = unitBehind(value.tokens.upperBound, tokens) ?? unitBefore(before)
          ?? unitOfEach(value.tokens.upperBound, before)
      else { continue }
      found.append(.init(unit: unit, amount: amount, currency: currency))
    }
    return found
  }

  private func folded(_ token: Int, _ tokens: Range<Int>) -> String {
    tokens.contains(token) ? context.folded(token) : ""
  }

  /// "an hour", "per credit", "each", "/ day" behind a sum.
  private func unitBehind(_ token: Int, _ tokens: Range<Int>) -> String? {
    guard tokens.contains(token), context.isOne(token, of: "a|an|per|each|/|for") else {
      return nil
    }
    for ahead in 1...3 where tokens.contains(token + ahead) {
      if let unit = unit(token + ahead) { return unit }
    }
    return nil
  }

  /// "100 credits valued at USD 200 each".
  private func unitOfEach(_ token: Int, _ before: Range<Int>) -> String? {
    guard token < context.stream.count, context.isOne(token, of: "each|apiece") else { return nil }
    return before.reversed().lazy.compactMap { self.unit($0) }.first
  }

  /// "of a training credit", "one credit", "each hour" before it.
  private func unitBefore(_ range: Range<Int>) -> String? {
    for token in range.reversed() {
      guard let unit = unit(token), !context.folded(token).hasSuffix("s") || unit.hasSuffix("s") else { continue }
      for back in 1...4 where range.contains(token - back) {
        if context.isOne(token - back, of: "a|an|one|each|per|every|1") { return unit }
      }
    }
    return nil
  }

  private func unit(_ token: Int) -> String? {
    let word = context.folded(token)
    if Self.units.contains(word) { return word }
    if word.hasSuffix("es"), Self.units.contains(String(word.dropLast(2))) { return String(word.dropLast(2)) }
    if word.hasSuffix("s"), Self.units.contains(String(word.dropLast())) { return String(word.dropLast()) }
    return nil
  }

  /// "A Classroom Pass is one seat", "one day equals eight hours".
  func equivalences(in tokens: Range<Int>) -> [ContractClause.Equivalence] {
    let verbs: Set<String> = [
      "is", "equals", "buys", "corresponds", "=", "admits", "covers", "has", "counts", "means", "comprises", "gives",
      "consists", "contains", "lasts", "equal", "represents", "amounts", "equates", "includes",
    ]
    var found: [ContractClause.Equivalence] = bracketed(in: tokens)
    for token in tokens where verbs.contains(context.folded(token)) {
      guard let unit = unitBefore(max(tokens.lowerBound, token - 5)..<token) else { continue }
      for ahead in 1...4 where tokens.contains(token + ahead) {
        let at = token + ahead
        guard let factor = factor(at) else { continue }
        for next in 1...5 where tokens.contains(at + next) {
          guard let other = self.unit(at + next) else { continue }
          if other != unit { found.append(.init(unit: unit, other: other, factor: factor)) }
          break
        }
        break
      }
    }
    return found
  }

  /// "15 consulting days (7.5 hours each)", "ten days of eight hours": how many hours a day has.
  private func bracketed(in tokens: Range<Int>) -> [ContractClause.Equivalence] {
    var found: [ContractClause.Equivalence] = []
    for value in context.values(in: tokens) {
      guard case .duration(let length) = value.value, length.unit == .hour, length.amount > 0, length.amount <= 24
      else { continue }
      let end = value.tokens.upperBound
      let isEach = end < tokens.upperBound && context.isOne(end, of: "each|apiece")
      let start = value.tokens.lowerBound
      guard start > tokens.lowerBound, isEach || context.folded(start - 1) == "of" else { continue }
      let before = max(tokens.lowerBound, start - 8)..<start
      guard before.contains(where: { context.isOne($0, of: "day|days") }) else { continue }
      found.append(.init(unit: "day", other: "hour", factor: length.amount))
    }
    return found
  }

  private func factor(_ token: Int) -> Decimal? {
    if context.isOne(token, of: "a|an") { return 1 }
    for value in context.values(in: token..<min(token + 6, context.stream.count)) where value.tokens.lowerBound == token
    {
      switch value.value {
      case .number(let number): return number
      case .quantity(let amount, _, _): return amount
      case .duration(let duration): return duration.amount
      default: continue
      }
    }
    return nil
  }
}
