// SPDX-License-Identifier: GPL-3.0-or-later

/// Lines at a page's edge that look like running heads and feet, as they are repeated, and are lines of a table's
/// cells: names that several rows have.
enum CellsAtEdges {
  /// Those of the page's `furniture` that go on with a row of a table which is none.
  static func lines(_ rows: [LayoutRow], furniture: Set<Int>) -> Set<Int> {
    var result: Set<Int> = []
    let cells = TallCells()
    // From the page's middle outwards: a cell may have several lines.
    for index in furniture.filter({ $0 * 2 >= rows.count }).sorted() where index > 0 && rows[index].segments.count == 1
    {
      if furniture.contains(index - 1), !result.contains(index - 1) { continue }
      let isWrapped =
        result.contains(index - 1) && isNextLine(rows[index], of: rows[index - 1])
        || cells.endsRow(rows, index) || isBelowSpacedRow(rows, index)
      if isWrapped || cells.beginsRow(rows, index) && !furniture.contains(index + 1) { result.insert(index) }
    }
    for index in furniture.filter({ $0 * 2 < rows.count }).sorted(by: >) where rows[index].segments.count == 1 {
      if cells.beginsRow(rows, index), !furniture.contains(index + 1) { result.insert(index) }
    }
    return result
  }

  private static func isNextLine(_ row: LayoutRow, of above: LayoutRow) -> Bool {
    abs(row.x0 - above.x0) < 1.5 && row.y0 - above.y1 < 0.3 * row.size
  }

  /// Right below a row of three cells and more, under one of them, where rows stand further apart.
  private static func isBelowSpacedRow(_ rows: [LayoutRow], _ index: Int) -> Bool {
    guard index > 1, rows[index - 1].segments.count > 2 else { return false }
    let (row, above) = (rows[index], rows[index - 1])
    guard let place = above.segments.firstIndex(where: { abs($0.x0 - row.x0) < 1.5 }) else { return false }
    let gap = row.y0 - above.y1
    guard gap < 0.3 * row.size, above.y0 - rows[index - 2].y1 > gap + 0.28 * row.size else { return false }
    return place + 1 == above.segments.count || row.x1 < above.segments[place + 1].x0
  }
}
