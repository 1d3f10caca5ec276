// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// Tells the column that adds up the prices of the periods before it, whatever its heading is: `Both`, `Altogether`.
struct AddedColumns {
  let cells: TableCells

  private static let mostParts = 6

  func settle(_ columns: inout [TableReading.Column]) {
    settleMultiples(&columns)
    guard !columns.contains(.total), let last = columns.indices.last, columns[last] == .other else { return }
    for parts in 2...Self.mostParts where last - parts > 0 && addsUp(last, parts: parts) {
      let before = columns[(last - parts)..<last]
      guard !before.contains(where: { [.quantity, .unitPrice, .product, .reference].contains($0) }) else { return }
      columns[last] = .total
      // "Part period (10.5 months)" over prices is no time of the row's.
      for column in (last - parts)..<last where [.validity, .months, .start, .end, .note].contains(columns[column]) {
        columns[column] = .other
      }
      return
    }
  }

  /// The last column is so many times the one before in every row: a year's price and that of the whole term, whatever
  /// their headings are.
  private func settleMultiples(_ columns: inout [TableReading.Column]) {
    let last = columns.count - 1
    guard last > 1, columns[last] == .other, !columns.contains(.total),
      columns[last - 1] == .other || columns[last - 1] == .annual
    else { return }
    var factor: Decimal?
    var rows = 0
    for row in cells.bodyRows {
      guard let whole = cells.amount(row[last]), let part = cells.amount(row[last - 1]), part > 0 else { continue }
      let times = whole / part
      guard times.wholeNumber.map({ (2...10).contains($0) }) ?? false, factor == nil || factor == times else { return }
      factor = times
      rows += 1
    }
    guard rows > 1 else { return }
    columns[last - 1] = .annual
    columns[last] = .total
  }

  /// The row's total adds up periods that cost different sums, so that no year's price follows from it.
  func isUneven(_ row: TableReading.Row, _ columns: [TableReading.Column]) -> Bool {
    guard let column = columns.lastIndex(of: .total), let sum = row.total, column < row.cells.count else {
      return false
    }
    for parts in 2...Self.mostParts where column - parts > 0 {
      let before = row.cells[(column - parts)..<column].map { cells.isBlank($0) ? 0 : cells.amount($0) }
      guard !before.contains(nil) else { return false }
      let amounts = before.compactMap { $0 }
      if amounts.reduce(0, +) == sum { return Set(amounts).count > 1 && amounts.filter { $0 > 0 }.count > 1 }
    }
    return false
  }

  /// In two rows at least, and in none where all is given is it otherwise; an empty cell counts for nothing.
  private func addsUp(_ column: Int, parts: Int) -> Bool {
    var rows = 0
    for row in cells.bodyRows {
      guard let sum = cells.amount(row[column]), sum > 0 else { continue }
      let amounts = row[(column - parts)..<column].map { cells.isBlank($0) ? 0 : cells.amount($0) }
      guard !amounts.contains(nil) else { continue }
      guard amounts.compactMap({ $0 }).reduce(0, +) == sum else { return false }
      if amounts.filter({ $0 != 0 }).count > 1 { rows += 1 }
    }
    return rows > 1
  }
}
