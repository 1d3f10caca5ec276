// SPDX-License-Identifier: GPL-3.0-or-later

/// Lines of cells that are taller than the other cells of their row: where the others stand in the middle, a line
/// begins above them and the next one ends below them, each a row of one cell here.
struct TallCells {
  /// How much of the type size two lines of one row lie into each other.
  static let overlap: Float = 0.2
  /// The widest space between two rows of a table.
  private static let widestSpace: Float = 2.5

  /// Whether two rows lie into each other and keep clear of each other's text: pieces of one row of a table.
  func areInterlocked(_ above: LayoutRow, _ below: LayoutRow) -> Bool {
    let gap = below.y0 - above.y1
    guard gap < -Self.overlap * min(above.size, below.size), below.y0 > above.y0 else { return false }
    return !above.segments.contains { one in below.segments.contains { $0.x0 < one.x1 && one.x0 < $0.x1 } }
  }

  /// Makes one piece of the line of a tall cell that wide gaps cut, as boxes to tick do: its other line, beyond the
  /// other cells in the middle, has but one piece. Lines of two tall cells have two both.
  func joinPieces(_ rows: inout [LayoutRow]) {
    for index in rows.indices.dropFirst().dropLast() where rows[index].segments.count > 1 {
      let (above, below) = (rows[index - 1], rows[index + 1])
      guard min(above.segments.count, below.segments.count) == 1, max(above.segments.count, below.segments.count) > 1,
        areInterlocked(above, rows[index]), areInterlocked(rows[index], below),
        let place = place(of: above, among: rows[index]), place == self.place(of: below, among: rows[index])
      else { continue }
      let cut = above.segments.count > 1 ? index - 1 : index + 1
      while rows[cut].segments.count > 1 { rows[cut].joinFirstSegments() }
    }
  }

  /// Between which two cells of the others the whole row stands.
  private func place(of row: LayoutRow, among others: LayoutRow) -> Int? {
    let before = others.segments.count { $0.x1 <= row.x0 }
    return before == others.segments.count { $0.x0 < row.x1 } ? before : nil
  }

  /// Whether the row of one cell begins a row whose other cells stand lower.
  /// `apart`: however much space stands above, as at a table's own beginning.
  func beginsRow(_ rows: [LayoutRow], _ index: Int, apart: Bool = false) -> Bool {
    guard rows[index].segments.count == 1, index + 1 < rows.count,
      apart || index == 0 || rows[index].y0 - rows[index - 1].y1 < Self.widestSpace * rows[index].size,
      let values = rows[index...].prefix(Self.most + 1).firstIndex(where: { $0.segments.count > 1 })
    else { return false }
    if CentredCells().row(from: index, of: rows.count, { Piece(rows[$0]) }) != nil { return true }
    // A line of running text with a wide gap begins no table.
    if apart, !areInterlocked(rows[values - 1], rows[values]) { return false }
    return row(around: values, of: rows.count) { Piece(rows[$0]) }?.lowerBound == index
  }

  /// Whether the row of one cell is the end of one whose other cells stand higher.
  func endsRow(_ rows: [LayoutRow], _ index: Int) -> Bool {
    let above = rows[..<index].suffix(Self.most + 1)
    guard let values = above.lastIndex(where: { $0.segments.count > 1 }) else { return false }
    if values == index - 1, areInterlocked(rows[values], rows[index]) { return true }
    if CentredCells().endsRow(index, of: rows.count, { Piece(rows[$0]) }) { return true }
    return row(around: values, of: rows.count) { Piece(rows[$0]) }?.contains(index) ?? false
  }

  /// How many lines of a cell may stand above the others, and how many below.
  private static let most = 6

  /// What tells whether a line is part of a tall cell.
  struct Piece {
    var y0: Float, y1: Float, size: Float
    /// Where its cells begin, and their ends.
    var cells: [(x0: Float, x1: Float)]

    init(_ row: LayoutRow) {
      (y0, y1, size) = (row.y0, row.y1, row.size)
      cells = row.segments.map { ($0.x0, $0.x1) }
    }

    init(_ line: TableAssembly.Line) {
      (y0, y1, size) = (line.y0, line.y1, line.size)
      cells = line.cells.map { ($0.words.first?.x0 ?? 0, $0.words.last?.x1 ?? 0) }
    }
  }

  /// The lines of the row of which the line `values` is the middle: as many lines of one tall cell above it as below.
  /// Nil where the values stand in no such row, or where that is not sure.
  func row(around values: Int, of count: Int, _ piece: (Int) -> Piece) -> Range<Int>? {
    guard values > 0, values + 1 < count else { return nil }
    let (middle, first) = (piece(values), piece(values - 1))
    guard middle.cells.count > 1, first.cells.count == 1, let edge = first.cells.first?.x0 else { return nil }
    func gap(_ index: Int) -> Float { piece(index).y0 - piece(index - 1).y1 }
    let next = middle.cells.first { $0.x0 > edge + 1.5 }?.x0 ?? .greatestFiniteMagnitude
    func isPart(_ index: Int) -> Bool {
      let part = piece(index)
      return part.cells.count == 1 && abs(part.cells[0].x0 - edge) < 1.5 && part.cells[0].x1 < next
    }
    let isBetween =
      middle.y0 - first.y1 < -Self.overlap * middle.size && middle.y0 > first.y0
      && !middle.cells.contains { $0.x0 < first.cells[0].x1 && first.cells[0].x0 < $0.x1 }
    // Two cells may be a term and what it means, with text that wraps back below the term.
    guard isBetween || middle.cells.count > 2 && middle.cells.contains(where: { abs($0.x0 - edge) < 1.5 }) else {
      return nil
    }
    for lines in 1...Self.most {
      let (low, high) = (values - lines, values + lines)
      guard low >= 0, high < count, isPart(low), isPart(high), max(gap(low + 1), gap(high)) < 0.5 * middle.size else {
        break
      }
      // Where the middle line is one of the cell's own, only space above and below tells rows from each other.
      let wide = max(gap(low + 1), gap(high), 0) + 0.28 * middle.size
      let (above, below) = (low > 0 ? gap(low) : nil, high + 1 < count ? gap(high + 1) : nil)
      if above ?? wide >= wide, below ?? wide >= wide, isBetween || above != nil || below != nil {
        return low..<(high + 1)
      }
    }
    guard isBetween, isPart(values + 1), gap(values + 1) < -Self.overlap * middle.size else { return nil }
    return (values - 1)..<(values + 2)
  }

  /// Whether the row of one cell stands below the one above as such rows do further up in the table, where more space
  /// parts them from the next row.
  func wrapsAsBefore(_ rows: [LayoutRow], _ index: Int, from start: Int) -> Bool {
    guard index > start, rows[index - 1].segments.count > 2, rows[index - 1].isBold == rows[index].isBold else {
      return false
    }
    let gap = rows[index].y0 - rows[index - 1].y1
    let least = 0.28 * rows[index].size
    guard let edge = rows[index - 1].segments.first(where: { abs($0.x0 - rows[index].x0) < 1.5 })?.x0 else {
      return false
    }
    // Far enough back to see how the table is set.
    for other in max(start + 1, index - 40)..<max(start + 1, index - 1)
    where rows[other].segments.count == 1 && rows[other - 1].segments.count > 1 && rows[other + 1].segments.count > 1 {
      if abs(rows[other].x0 - edge) < 1.5, abs(rows[other].y0 - rows[other - 1].y1 - gap) < 0.1 * rows[index].size,
        rows[other + 1].y0 - rows[other].y1 > gap + least
      {
        return true
      }
    }
    return false
  }
}
