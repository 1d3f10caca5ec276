// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Rows whose price is a share of another row's, and rows that count.
extension FeeRows {
  /// `Priority support | 15% of row 1`: the share of what the named rows cost in the same column.
  func shareOfOthers(_ row: TableReading.Row, _ made: inout FeeRow, _ amounts: [Int: [Decimal?]]) {
    for (column, cell) in row.cells.enumerated() where made.amounts[column] == nil && (3...10).contains(cell.count) {
      guard reading.columns[safe: column] != .product, reading.columns[safe: column] != .description,
        let share = context.values(in: cell).first(where: { if case .percent = $0.value { true } else { false } }),
        case .percent(let percent) = share.value, percent > 0, share.tokens.upperBound < cell.upperBound,
        context.isOne(share.tokens.upperBound, of: "of|on|x|×")
      else { continue }
      let rows = RowMentions(context: context).rows(in: share.tokens.upperBound..<cell.upperBound, of: reading)
      let bases = rows.map { reading.rows[$0].row }.map { amounts[$0]?[safe: column] ?? nil }
      guard !bases.isEmpty, !bases.contains(where: { $0 == nil }) else { continue }
      made.amounts[column] = (bases.compactMap { $0 }.reduce(0, +) * percent / 100).roundedToCents
    }
  }

  /// `API calls a day | 10,000 | 20,000` under years, without a sign: how many, not what they cost.
  func countsOnly(_ row: FeeRow) -> Bool {
    guard row.kind == .line,
      reading.columns.contains(where: { if case .year = $0 { true } else { false } })
        || reading.periods.contains(where: { $0 != nil }),
      let name = row.cells.first(where: { !$0.isEmpty && $0.contains { context.isWord($0) } }),
      let kind = context.names(in: name).first(where: { $0.kind != nil && !$0.isWeak })?.kind, kind != "support_plan",
      !name.contains(where: { context.isOne($0, of: "fee|fees|price|charge|charges|cost") })
    else { return false }
    let timed = row.cells.indices.filter { column in
      if case .year? = reading.columns[safe: column] { return true }
      return (reading.periods[safe: column] ?? nil) != nil
    }
    let values = timed.flatMap { context.values(in: row.cells[$0]) }
    if values.contains(where: { if case .money = $0.value { true } else { false } }) { return false }
    if timed.contains(where: { RowScale.namesCurrency(reading.headers[safe: $0] ?? 0..<0, in: context) }) {
      return false
    }
    if ["api_capacity", "usage_credit", "storage"].contains(kind) { return true }
    return timed.allSatisfy { column in
      let amount: Decimal? = row.amounts[safe: column] ?? nil
      return (amount ?? 0) < 500
    }
  }
}
