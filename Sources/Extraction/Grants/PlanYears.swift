// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// One plan whose price stands in a row for each year ("First Service Year │ Premier Success Plan 42,000.00", "Second
/// Service Year │ …"): one grant over all of them, for the sum of the prices.
struct PlanYears {
  let context: DocumentContext
  let reading: TableReading

  func merged(_ found: [(candidate: Candidate, isOptional: Bool)]) -> [(candidate: Candidate, isOptional: Bool)] {
    let plans = found.indices.filter { found[$0].candidate.kind == "support_plan" && !found[$0].isOptional }
    guard plans.count > 1 else { return found }
    let first = found[plans[0]].candidate
    let name = context.words(first.name.tokens)
    let periods = plans.map { period(of: found[$0].candidate) }
    let years = periods.compactMap { $0?.contractYear }
    guard years.count == plans.count, years == Array(years[0]..<(years[0] + years.count)),
      plans.allSatisfy({ index in
        let plan = found[index].candidate
        return plan.tier == first.tier && context.words(plan.name.tokens) == name
      })
    else { return found }
    var one = first
    one.span = .contractYears(years[0], years[0] + years.count - 1)
    one.contractYear = nil
    let prices = plans.map { found[$0].candidate.yearlyFee?.amount ?? found[$0].candidate.fee?.amount }
    let currency = first.fee?.currency ?? first.yearlyFee?.currency
    one.fee = prices.contains(nil) ? nil : Fee(amount: prices.reduce(0) { $0 + ($1 ?? 0) }, currency: currency)
    one.yearlyFee = nil
    one.prices = plans.flatMap { found[$0].candidate.prices }
    let dropped = Set(plans.dropFirst())
    return found.indices.filter { !dropped.contains($0) }.map { index in
      index == plans[0] ? (one, false) : found[index]
    }
  }

  /// The year that the heading over the plan's group names.
  private func period(of candidate: Candidate) -> TimePeriod? {
    guard let row = candidate.place.flatMap({ reading.rows[safe: $0.row] }), let group = row.group else { return nil }
    return ColumnPeriods(context: context).period(in: group)
  }
}
