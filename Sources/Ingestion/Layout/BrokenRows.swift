// SPDX-License-Identifier: GPL-3.0-or-later

/// What goes on with a table on top of the next page: the rest of a row that the page's end cut, and rows too few to be
/// a table of their own.
struct BrokenRows {
  let reader: CellReader
  /// Lines of a cell that the page's end may leave over.
  private static let mostWrapped = 3

  /// Makes rows that stand under the columns of `table` a table like it; gives how many lines before them, or before
  /// the table that follows, are the rest of a row.
  func join(_ elements: inout [LayoutElement], to table: TableGrid) -> Int {
    var wrapped = 0
    while wrapped < Self.mostWrapped, wrapped < elements.count, case .row(let row, _) = elements[wrapped],
      isRest(row, of: table)
    { wrapped += 1 }
    guard wrapped < elements.count else { return 0 }
    if case .table = elements[wrapped] { return wrapped }
    var grid = TableGrid(columns: table.columns, rows: [])
    var end = wrapped
    while end < elements.count, case .row(let row, _) = elements[end], let cells = cells(row, under: table) {
      grid.rows.append(.init(cells: cells, y0: row.y0, y1: row.y1))
      end += 1
    }
    guard end > wrapped else { return 0 }
    elements.replaceSubrange(wrapped..<end, with: [.table(grid)])
    return wrapped
  }

  /// One stretch of text that begins where a column does and is as narrow.
  private func isRest(_ row: LayoutRow, of table: TableGrid) -> Bool {
    guard row.segments.count == 1, table.columns.count > 2, ListLabel.scan(reader.bytes(row.words[0])) == nil else {
      return false
    }
    return table.columns.contains { abs($0.x0 - row.x0) < 3 && row.x1 < $0.x1 + 6 }
  }

  /// The cells of a row that has nearly all of the columns, a figure in the last; nil for any other row.
  private func cells(_ row: LayoutRow, under table: TableGrid) -> [TableGrid.Cell]? {
    guard row.segments.count > 2, row.segments.count + 1 >= table.columns.count, let last = row.segments.last,
      reader.endsInFigure(row.words[last.words])
    else { return nil }
    var cells: [TableGrid.Cell] = []
    for segment in row.segments {
      let under = table.columns.indices.filter { index in
        segment.x0 < table.columns[index].x1 + 2 && segment.x1 > table.columns[index].x0 - 2
      }
      guard under.count == 1, cells.last.map({ $0.column < under[0] }) ?? true else { return nil }
      cells.append(.init(column: under[0], span: 1, lines: [Array(row.words[segment.words])]))
    }
    return cells
  }
}
