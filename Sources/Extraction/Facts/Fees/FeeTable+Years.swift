// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Years as columns or as rows of a table of prices.
extension FeeTable {
  /// A row with figures under the years but none in the column of their sums counts something.
  func dropCounts(_ rows: inout [FeeRow], _ candidates: [Int], _ columns: [Column]) {
    guard columns.count > 1, case .contractYear = columns[0].basis, let last = candidates.last,
      !columns.contains(where: { $0.index == last })
    else { return }
    rows.removeAll { row in
      row.kind == .line && row.amounts[last] == nil && columns.contains { (row.amounts[$0.index] ?? 0) > 0 }
    }
  }

  /// `Named users | 60 | 80 | 100` over years that other rows price: bare numbers beside sums with their signs.
  func dropBareCounts(_ rows: inout [FeeRow], _ columns: [Column]) {
    guard columns.count > 1, case .contractYear = columns[0].basis,
      rows.allSatisfy({ !($0.cells.first ?? 0..<0).isEmpty })
    else { return }
    func holdsMoney(_ row: FeeRow) -> Bool? {
      let cells = columns.compactMap { row.cells[safe: $0.index] }.filter { !context.values(in: $0).isEmpty }
      guard !cells.isEmpty else { return nil }
      return cells.contains { cell in
        context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
      }
    }
    let priced = rows.filter { holdsMoney($0) == true }.count
    guard priced >= 2, priced * 2 > rows.count else { return }
    rows.removeAll { $0.kind == .line && holdsMoney($0) == false }
  }

  /// `Charges of the term` under the years, in the last of their columns: what another row's years come to together.
  func dropSumOfYears(_ rows: inout [FeeRow], _ columns: [Column]) {
    guard columns.count > 1, case .contractYear = columns[0].basis else { return }
    let across = rows.map { row in columns.compactMap { row.amounts[safe: $0.index] ?? nil }.reduce(0, +) }
    let dropped = rows.indices.filter { index in
      let own = columns.compactMap { rows[index].amounts[safe: $0.index] ?? nil }
      guard own.count == 1, rows[index].isBare, let amount = own.first, amount > 0 else { return false }
      return across[..<index].enumerated().contains { other, sum in
        sum == amount && columns.filter { rows[other].amounts[safe: $0.index] ?? nil != nil }.count > 1
      }
    }
    for index in dropped.reversed() { rows.remove(at: index) }
  }

  /// `Year 1 | 210,000` over `Year 2 | 220,500`: the rows are years.
  func rowsOfYears(_ rows: [FeeRow], _ columns: [Int]) -> Outcome? {
    let lines = rows.filter { $0.kind == .line }
    guard lines.count >= 2, !rows.contains(where: { $0.kind == .once }),
      columns.count == 1 || reading.columns.count <= 3, let column = columns.last
    else { return nil }
    let reader = ColumnPeriods(context: context)
    var amounts: [Decimal] = []
    var hasStub = false
    var number = 0
    for row in lines {
      guard let name = row.cells.first(where: { !$0.isEmpty }), let amount = row.amounts[column] else { return nil }
      amounts.append(amount)
      // `Stub | 1 October to 31 December`: a part of a year before the first.
      if number == 0, !hasStub, year(name, reader) == nil, row.cells.flatMap({ context.dates(in: $0) }).count == 2 {
        hasStub = true
        continue
      }
      number += 1
      guard year(name, reader) == number else { return nil }
    }
    guard number >= 2 else { return nil }
    let total = amounts.reduce(0, +)
    guard reading.role == .lineItems || rows.contains(where: { $0.amounts[column] == total }) else {
      return nil
    }
    let isSame = !hasStub && amounts.allSatisfy { $0 == amounts[0] }
    return Outcome(fees: Fees(annual: isSame ? amounts[0] : nil, total: total), isProved: true, saysRecurring: true)
  }

  private func year(_ cell: Range<Int>, _ reader: ColumnPeriods) -> Int? {
    if let year = reader.period(in: cell.prefixRange(10))?.contractYear { return year }
    return reader.period(in: cell.prefixRange(2))?.contractYear ?? reader.period(in: cell.prefixRange(3))?.contractYear
  }

  /// `Full year` beside a short one and others: what a whole year costs. Where the lines do not add up, a row of sums
  /// with the year's and, as many times as there are years, the term's tells both.
  func settleYear(
    _ fees: inout Fees, _ rows: [FeeRow], _ columns: [Column], _ candidates: [(column: Int, basis: PriceBasis)]
  ) {
    if case .contractYear? = columns.first?.basis, fees.total != nil,
      let year = candidates.first(where: { $0.basis == .year && !columns.map(\.index).contains($0.column) })
    {
      let sum = FeeSum.of(year.column, rows, months: months)
      let parts = columns.map { FeeSum.of($0.index, rows, months: months).recurring }
      if parts.filter({ $0 == sum.recurring }).count * 2 >= parts.count, sum.recurring > 0 {
        fees.annual = sum.recurring
      }
    }
    guard fees.total == nil, let months, months > 12 else { return }
    let sums = rows.filter { [.sum, .recurringSum].contains($0.kind) && !$0.isDoubtful }.map { row in
      candidates.compactMap { row.amounts[safe: $0.column] ?? nil }
    }
    if let pair = sums.last(where: { $0.count == 2 }), pair[0] > 0, pair[0] * Decimal(months) == pair[1] * 12 {
      fees = Fees(annual: pair[0], total: pair[1])
    }
  }
}
