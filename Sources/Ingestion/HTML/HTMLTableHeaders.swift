// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the header rows of a grid.
struct HTMLTableHeaders {
  let grid: HTMLGrid
  private let reader: CellReader

  init(_ grid: HTMLGrid) {
    self.grid = grid
    reader = CellReader(utf8: grid.pool)
  }

  /// How many of the first rows are headers.
  func count() -> Int {
    let marked = grid.rows.prefix(8).prefix { isMarked($0) }.count
    if marked > 0, marked < grid.rows.count { return marked }
    if marked == 0, grid.rows.count > 1 { return unmarked() }
    // Nothing but headers: the first may still be one.
    return grid.rows.count > 1 && grid.rows[0].isHead && !grid.rows[1].isHead ? 1 : 0
  }

  /// A row of the head, or of header cells alone.
  private func isMarked(_ row: HTMLGrid.Row) -> Bool {
    if row.isHead { return true }
    let filled = row.filled
    return filled.count + row.cells.filter { $0.from != nil }.count > 1 && filled.allSatisfy(\.isHeader)
      && !filled.isEmpty
  }

  // MARK: Without markup

  private func unmarked() -> Int {
    let first = grid.rows[0]
    let cells = first.filled
    guard cells.count > 1, cells.count < 100, cells.count * 2 >= grid.columns, cells.allSatisfy(looksLikeHeader) else {
      return 0
    }
    let next = grid.rows[1]
    if let own = first.filled.first, let other = next.filled.first, isSerial(own, other) { return 0 }
    if cells.allSatisfy(\.isBold), !next.filled.allSatisfy(\.isBold), grid.columns > 2 || !isLabelled() { return 1 }
    if first.isShaded, !next.isShaded, grid.columns > 2 { return 1 }
    let share = reader.headerShare(cells.map(tableCell))
    // "Term | 1 year" is a label and its value.
    if grid.columns == 2 { return share == 1 && !cells.contains(where: hasFigure) ? 1 : 0 }
    let valueColumns = cells.filter { header in
      let below = grid.rows.dropFirst().prefix(Self.sample).compactMap {
        $0.filled.first { $0.column == header.column }
      }
      return !below.isEmpty && below.filter { reader.isValue(words($0)) }.count * 2 > below.count
    }
    if share >= 0.5, !valueColumns.isEmpty || share >= 0.75 { return 1 }
    return valueColumns.count > 1 && cells.count * 3 >= grid.columns * 2 ? 1 : 0
  }

  /// Rows that are looked at: enough to tell, few enough for tables of any size.
  private static let sample = 40

  /// Two columns whose first is all bold: labels and values.
  private func isLabelled() -> Bool {
    grid.rows.allSatisfy { row in row.filled.first.map { $0.column > 0 || $0.isBold } ?? true }
  }

  /// No values, no labels with a colon, no long text.
  private func looksLikeHeader(_ cell: HTMLGrid.Cell) -> Bool {
    let words = words(cell)
    if words.count > 12 || reader.startsWithLabel(words) { return false }
    guard reader.endsInFigure(words), words.count < 3 else { return true }
    return words.contains { word in
      let bytes = reader.bytes(word)
      return bytes.count == 4 && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  /// `Year 1` over `Year 2`: the same but for its number.
  private func isSerial(_ a: HTMLGrid.Cell, _ b: HTMLGrid.Cell) -> Bool {
    guard hasFigure(a), hasFigure(b), a.column == b.column, a.lines.count == 1, b.lines.count == 1 else { return false }
    func letters(_ cell: HTMLGrid.Cell) -> [UInt8] {
      cell.lines.flatMap { grid.pool[$0.text].prefix(60).filter { $0 < 0x30 || $0 > 0x39 } }
    }
    let own = letters(a)
    return own.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.count > 2 && own == letters(b)
  }

  private func hasFigure(_ cell: HTMLGrid.Cell) -> Bool {
    cell.lines.contains { grid.pool[$0.text].contains { $0 >= 0x30 && $0 <= 0x39 } }
  }

  private func tableCell(_ cell: HTMLGrid.Cell) -> TableGrid.Cell {
    .init(column: cell.column, span: cell.span, lines: [words(cell)])
  }

  private func words(_ cell: HTMLGrid.Cell) -> [PositionedWord] {
    var result: [PositionedWord] = []
    for line in cell.lines {
      var start = line.text.lowerBound
      for index in line.text {
        let byte = grid.pool[index]
        let isSpace = byte == 0x20 || byte == 0x09 || byte == 0xC2 && grid.pool[index + 1] == 0xA0
        if isSpace || index == line.text.upperBound - 1 {
          let end = isSpace ? index : index + 1
          if end > start { result.append(word(start..<end)) }
          start = index + (byte == 0xC2 ? 2 : 1)
        }
        if result.count > 40 { return result }
      }
    }
    return result
  }

  private func word(_ range: Range<Int>) -> PositionedWord {
    .init(text: range, x0: 0, y0: 0, x1: 0, y1: 0, fontSize: 10, isBold: false, spaceBefore: true)
  }
}
