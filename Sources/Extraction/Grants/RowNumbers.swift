// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Tells the numbers that rows are counted by, where they stand in one cell with what the row names: "10 Delivery", "20
/// Training".
enum RowNumbers {
  private static let mostRows = 60
  private static let mostColumns = 12

  static func columns(_ reading: TableReading, _ context: DocumentContext) -> Set<Int> {
    let rows = reading.rows.filter { !$0.isSummary && !$0.isGroup }.prefix(mostRows)
    guard rows.count > 1, reading.columns.count <= mostColumns, !reading.isTurned else { return [] }
    return Set(
      reading.columns.indices.filter { column in
        guard RowNames.isDescribing(reading.columns[column]) else { return false }
        var last = 0
        for row in rows {
          guard let cell = row.cells[safe: column], cell.count > 1, let number = Int(context.folded(cell.lowerBound)),
            number > last,
            context.isWord(cell.lowerBound + 1)
              || context.isOne(cell.lowerBound + 1, of: ".|)")
          else { return false }
          last = number
        }
        return true
      })
  }
}
