// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Of which share of the fees the price of a support plan's row is, where a note or clause says it and the figures bear it
/// out: "The charge for Premier is thirty percent of the first line", "$8,450.00 is 22% of the monthly fee".
struct PlanShares {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  private static let most = 4000
  private static let longest = 60

  func percent(of candidate: Candidate, costing amount: Decimal) -> Decimal? {
    guard let place = candidate.place, amount > 0, context.isOfOrderLength else { return nil }
    let own = Set(
      context.values(in: candidate.tokens).compactMap { value -> Decimal? in
        if case .money(let amount, _) = value.value { amount } else { nil }
      }.filter { $0 > 0 })
    let names = candidate.name.tokens.filter { context.isCapitalised($0) }.map { context.folded($0) }
      .filter { !Self.general.contains($0) }
    var found = Set<Decimal>()
    for value in context.values.prefix(Self.most) {
      guard case .percent(let percent) = value.value, percent >= 2, percent <= 60 else { continue }
      let sentence = context.sentence(of: value.tokens.lowerBound)
      guard sentence.count <= Self.longest, !sentence.overlaps(candidate.tokens), isShare(value, sentence),
        !context.says(Self.asides, in: sentence)
      else { continue }
      let isPriced = context.values(in: sentence).contains {
        if case .money(let amount, _) = $0.value { own.contains(amount) } else { false }
      }
      let isNamed = sentence.contains { names.contains(context.folded($0)) }
      if isPriced || isNamed && comesTo(amount, percent, place) { found.insert(percent) }
    }
    return found.count == 1 ? found.first : nil
  }

  private static let general: WordSet = [
    "success", "support", "plan", "plus", "customer", "service", "services", "care",
  ]
  private static let asides: Set<Cue.Sense> = [
    .objection(.optional_purchase), .objection(.remedy), .objection(.negated), .objection(.not_effective),
  ]

  /// "30 % of the first line", "at 22 % on the fee"
  private func isShare(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    var at = value.tokens.upperBound
    if at < sentence.upperBound, context.folded(at) == ")" { at += 1 }
    return at < sentence.upperBound && context.isOne(at, of: "of|on")
  }

  /// Whether it is that share of a row, of the rows above or of all others.
  private func comesTo(_ amount: Decimal, _ percent: Decimal, _ place: Candidate.Place) -> Bool {
    for (number, table) in knowledge.tables.enumerated() where table.role == .lineItems {
      let rows = table.rows.indices.filter {
        !table.rows[$0].isSummary && (number != place.table || $0 != place.row)
      }
      for price in [\TableReading.Row.total, \TableReading.Row.annual] {
        var sum: Decimal = 0
        for row in rows {
          guard let one = table.rows[row][keyPath: price] else { continue }
          sum += one
          if one * percent == amount * 100 || sum * percent == amount * 100 { return true }
        }
      }
    }
    return false
  }
}
