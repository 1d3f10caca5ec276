// SPDX-License-Identifier: GPL-3.0-or-later

/// Forms of several columns in which each cell is a label with its value ("Term: 36 months, starting July 15," beside
/// "Vendor: Quill Works Ltd"). Their cells wrap each at their own height, so that lines of one height are no row: what
/// opens with no label goes on with the cell above it.
struct LabelGrids {
  let reader: CellReader

  func tidy(_ grid: inout TableGrid) {
    let cells = grid.rows.flatMap(\.cells)
    let filled = cells.count(where: isFilled)
    guard grid.headerRows == 0, grid.columns.count > 1, filled > 2, filled * 2 >= cells.count,
      cells.count(where: isBare) * 2 <= filled
    else { return }
    for row in grid.rows.indices.dropFirst() {
      for cell in grid.rows[row].cells where !isFilled(cell) && !isBare(cell) {
        guard let above = grid.rows[..<row].lastIndex(where: { $0.cells.contains { isOver($0, cell) } }),
          let open = grid.rows[above].cells.firstIndex(where: { isOver($0, cell) && isFilled($0) })
        else { continue }
        grid.rows[above].cells[open].lines += cell.lines
        grid.rows[row].cells.removeAll { $0.column == cell.column }
      }
    }
    grid.rows.removeAll(where: \.cells.isEmpty)
  }

  private func isOver(_ upper: TableGrid.Cell, _ lower: TableGrid.Cell) -> Bool {
    upper.column < lower.column + lower.span && lower.column < upper.column + upper.span
  }

  /// A label and something behind it.
  private func isFilled(_ cell: TableGrid.Cell) -> Bool {
    let words = Array(cell.lines.joined())
    return reader.startsWithLabel(words) && !endsWithColon(words)
  }

  /// A label whose value stands in another cell, or is left open.
  private func isBare(_ cell: TableGrid.Cell) -> Bool {
    let words = Array(cell.lines.joined())
    return reader.startsWithLabel(words) && endsWithColon(words)
  }

  private func endsWithColon(_ words: [PositionedWord]) -> Bool {
    words.last.map { reader.bytes($0).last == 0x3A } ?? false
  }
}
