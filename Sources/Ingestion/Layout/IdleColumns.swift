// SPDX-License-Identifier: GPL-3.0-or-later

/// Neighbouring columns that are one: a heading set apart from the cells below it looks like a column of its own.
enum IdleColumns {
  /// How many lines a heading may take.
  private static let headingLines = 3

  /// Makes one column of two that no line fills both of, where one of them holds cells in the first lines alone.
  static func merge(_ columns: inout [(x0: Float, x1: Float)], _ lines: inout [TableAssembly.Line]) {
    var left = 0
    while left + 1 < columns.count {
      if areOne(left, lines) {
        columns[left] = (min(columns[left].x0, columns[left + 1].x0), max(columns[left].x1, columns[left + 1].x1))
        columns.remove(at: left + 1)
        for index in lines.indices { join(left, &lines[index]) }
      } else {
        left += 1
      }
    }
  }

  private static func areOne(_ left: Int, _ lines: [TableAssembly.Line]) -> Bool {
    // Of a heading over a row or two the first line alone is one.
    let headingLines = lines.count > headingLines || lines[0].cells.count < 3 ? headingLines : 1
    var (below, above) = ((left: false, right: false), (left: false, right: false))
    // What the line above has, where this one lies into it: both are lines of one row.
    var (last, hadLeft, hadRight): (TableAssembly.Line?, Bool, Bool) = (nil, false, false)
    for (index, line) in lines.enumerated() {
      var (hasLeft, hasRight) = (false, false)
      for cell in line.cells {
        // A cell over both says nothing of either.
        if cell.column <= left, cell.column + cell.span > left + 1 { continue }
        if cell.column <= left, cell.column + cell.span > left { hasLeft = true }
        if cell.column == left + 1 { hasRight = true }
      }
      if hasLeft, hasRight { return false }
      if let last, line.y0 < last.y1 - TallCells.overlap * line.size, hadLeft && hasRight || hadRight && hasLeft {
        return false
      }
      (last, hadLeft, hadRight) = (line, hasLeft, hasRight)
      if index < headingLines {
        above = (above.left || hasLeft, above.right || hasRight)
      } else {
        below = (below.left || hasLeft, below.right || hasRight)
      }
    }
    guard lines.count > headingLines else { return false }
    return !below.left || !below.right
  }

  private static func join(_ left: Int, _ line: inout TableAssembly.Line) {
    for index in line.cells.indices {
      let cell = line.cells[index]
      if cell.column <= left, cell.column + cell.span > left + 1 { line.cells[index].span -= 1 }
      if cell.column > left { line.cells[index].column -= 1 }
    }
  }
}
