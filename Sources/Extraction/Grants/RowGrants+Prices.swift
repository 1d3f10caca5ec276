// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Rows of prices beside the rows of what they buy.
extension RowGrants {
  /// "Flex Credits, number │ 2,000 │ 3,000" over "Flex Credits, price │ $20 │ $30": each period's price.
  func takePrices(
    _ reading: TableReading, _ readers: Readers, _ found: inout [(Candidate, Bool)]
  ) {
    for (number, row) in reading.rows.enumerated() where !row.isSummary && isPrice(row, reading) {
      guard let label = row.cells.first(where: { !$0.isEmpty }),
        let kind = context.names(in: label).first(where: { $0.kind != nil && !$0.isWeak })?.kind
      else { continue }
      let steps = found.indices.filter {
        found[$0].0.kind == kind && found[$0].0.quantity != nil && found[$0].0.fee == nil
      }
      let sums = reading.periods.indices.compactMap { column -> Decimal? in
        guard reading.periods[column] != nil, isMoney(row, number, readers, column: column) else { return nil }
        return context.values(in: row.cells[safe: column] ?? 0..<0).lazy.compactMap { value -> Decimal? in
          switch value.value {
          case .money(let amount, _), .number(let amount): amount
          default: nil
          }
        }.first
      }
      guard steps.count > 1, steps.count == sums.count, Set(steps.map { found[$0].0.place?.row }).count == 1 else {
        continue
      }
      for (step, sum) in zip(steps, sums) { found[step].0.fee = Fee(amount: sum, currency: facts.currency) }
    }
  }
}
