// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of a table whose cells are of different heights, each set in the middle of the row: a name and address of four
/// lines beside a contact of two, with their labels between the lines of both.
struct CentredCells {
  /// How many lines one row may have, those of all its cells together.
  private static let most = 13

  /// The lines of such a row that begins with a line; nil where the lines behind it make none.
  func row(from first: Int, of count: Int, _ piece: (Int) -> TallCells.Piece) -> Range<Int>? {
    let top = piece(first)
    guard top.cells.count == 1, first + 2 < count, let edge = top.cells.first?.x0 else { return nil }
    let size = top.size
    // The line in the middle lies into its neighbours.
    var middle: Float?
    var last = first
    while last + 1 < min(count, first + Self.most) {
      let (one, next) = (piece(last), piece(last + 1))
      let gap = next.y0 - one.y1
      guard gap < 0.5 * size else { break }
      last += 1
      if middle == nil, gap < -TallCells.overlap * size, next.y0 > one.y0 + 0.1 * size {
        middle = (next.y0 + next.y1) / 2
      }
      if let middle, next.y1 > 2 * middle - top.y0 - 0.25 * size { break }
    }
    guard let middle, last - first >= 3 else { return nil }
    let bottom = piece(last)
    guard abs(bottom.y1 - (2 * middle - top.y0)) < 0.25 * size, bottom.cells.count == 1,
      abs(bottom.cells[0].x0 - edge) < 1.5
    else { return nil }
    // What follows close by is a line of the same text, and the cell has no middle here.
    if last + 1 < count, piece(last + 1).y0 - bottom.y1 < (piece(first + 1).y0 - top.y1) + 0.2 * size { return nil }
    return areCentred(first...last, middle, size, piece) ? first..<(last + 1) : nil
  }

  /// The same for a row that begins above a line.
  func row(above line: Int, of count: Int, _ piece: (Int) -> TallCells.Piece) -> Range<Int>? {
    for first in stride(from: line - 1, through: max(0, line - Self.most / 2), by: -1) {
      guard piece(first).cells.count == 1 else { return nil }
      if let row = row(from: first, of: count, piece) { return row }
    }
    return nil
  }

  /// Whether such a row ends with a line.
  func endsRow(_ line: Int, of count: Int, _ piece: (Int) -> TallCells.Piece) -> Bool {
    guard piece(line).cells.count == 1 else { return false }
    for first in stride(from: line - 3, through: max(0, line - Self.most), by: -1) where piece(first).cells.count == 1 {
      if row(from: first, of: count, piece)?.upperBound == line + 1 { return true }
    }
    return false
  }

  /// Each column's lines, told by where they begin, have their middle where the row has it.
  private func areCentred(
    _ lines: ClosedRange<Int>, _ middle: Float, _ size: Float, _ piece: (Int) -> TallCells.Piece
  ) -> Bool {
    var columns: [(x0: Float, y0: Float, y1: Float)] = []
    for line in lines {
      let piece = piece(line)
      for cell in piece.cells {
        if let index = columns.firstIndex(where: { abs($0.x0 - cell.x0) < 1.5 }) {
          columns[index].y1 = max(columns[index].y1, piece.y1)
        } else {
          columns.append((cell.x0, piece.y0, piece.y1))
        }
      }
    }
    return columns.count > 2 && columns.allSatisfy { abs(($0.y0 + $0.y1) / 2 - middle) < 0.3 * size }
  }
}
