// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Writes the elements of pages to the buffer; remembers the last table, which may go on on the next page.
struct LayoutWriter {
  private var frame = 0
  private var open: (table: Int, grid: TableGrid, header: [[UInt8]])?
  /// Whether words with boxes are kept: not for plain text, which has no geometry of its own.
  var keepsWords = true
  private var place = PageTurn()

  /// Furniture at the edges stands before and after the body; `embedded` furniture parts it, as a page break does.
  mutating func write(
    _ page: PositionedPage, _ rows: [LayoutRow], _ furniture: Set<Int>, _ embedded: Set<Int> = [],
    asides: [LayoutAside] = [], into builder: inout SourceTextBuilder
  ) {
    place = PageTurn(turn: page.turn, width: page.width, height: page.height)
    let first = rows.indices.first { !furniture.contains($0) } ?? rows.count
    for index in rows.indices where furniture.contains(index) && index < first {
      writeFurniture(rows[index], page, into: &builder)
    }
    var section: [LayoutRow] = []
    section.reserveCapacity(rows.count)
    for index in rows.indices where !furniture.contains(index) {
      if embedded.contains(index) {
        write(&section, page, into: &builder)
        writeFurniture(rows[index], page, into: &builder)
      } else {
        section.append(rows[index])
      }
    }
    write(&section, page, into: &builder)
    for index in rows.indices where furniture.contains(index) && index > first {
      // What stands amid the body (two columns) comes last as well.
      writeFurniture(rows[index], page, into: &builder)
    }
    for aside in asides { write(aside, page, into: &builder) }
  }

  private mutating func write(
    _ section: inout [LayoutRow], _ page: PositionedPage, into builder: inout SourceTextBuilder
  ) {
    guard !section.isEmpty else { return }
    frame += 1
    let elements = LayoutAnalysis.elements(section, utf8: page.utf8, frame: &frame)
    writeBody(elements, utf8: page.utf8, page: page.number, into: &builder)
    section.removeAll(keepingCapacity: true)
  }

  /// Text that runs another way than the page does, after all else.
  private mutating func write(_ aside: LayoutAside, _ page: PositionedPage, into builder: inout SourceTextBuilder) {
    place.turn = aside.turn
    frame += 1
    if aside.isFurniture {
      for row in aside.rows { writeFurniture(row, page, into: &builder) }
    } else {
      let elements = LayoutAnalysis.elements(aside.rows, utf8: page.utf8, frame: &frame)
      writeBody(elements, utf8: page.utf8, page: page.number, into: &builder)
    }
  }

  private func writeFurniture(_ row: LayoutRow, _ page: PositionedPage, into builder: inout SourceTextBuilder) {
    builder.addFurniture(page: page.number, box: keepsWords ? box(row) : nil) { text in
      append(row, page.utf8, &text)
    }
  }

  mutating func writeBody(
    _ elements: [LayoutElement], utf8: [UInt8], page: Int, into builder: inout SourceTextBuilder
  ) {
    var (elements, wrapped) = (elements, 0)
    if let open, keepsWords { wrapped = BrokenRows(reader: CellReader(utf8: utf8)).join(&elements, to: open.grid) }
    for (index, element) in elements.enumerated() {
      switch element {
      case .row(let row, let frame):
        let shape = shape(row, frame, rightEdge(elements, index, frame), utf8, page)
        builder.addLine(shape, box: keepsWords ? box(row) : nil) { text in append(row, utf8, &text) }
        if index >= wrapped { open = nil }
      case .table(let grid):
        write(grid, utf8, page, isFirst: index == wrapped, into: &builder)
      }
    }
  }

  // MARK: Lines

  /// The right edge of the lines around, as far as nothing wide stands between.
  private func rightEdge(_ elements: [LayoutElement], _ index: Int, _ frame: LayoutFrame) -> Float {
    var edge: Float = 0
    for near in max(0, index - 4)...min(elements.count - 1, index + 4) {
      if case .row(let row, let other) = elements[near], other.id == frame.id { edge = max(edge, row.x1) }
    }
    // Where a few short lines stand together the frame tells how wide text runs.
    return max(edge, frame.x0 + 0.8 * (frame.x1 - frame.x0))
  }

  private func shape(
    _ row: LayoutRow, _ frame: LayoutFrame, _ edge: Float, _ utf8: [UInt8], _ page: Int
  ) -> LineShape {
    var bytes: [UInt8] = []
    for (index, word) in row.words.enumerated() {
      if index > 0, word.spaceBefore || row.segments.contains(where: { $0.words.lowerBound == index }) {
        bytes.append(0x20)
      }
      bytes += utf8[word.text]
    }
    var shape = LineShape(
      x0: row.x0, x1: row.x1, y0: row.y0, y1: row.y1, size: row.size, isBold: row.isBold, frameX0: frame.x0,
      frameX1: edge, pitch: frame.pitch, frame: frame.id, page: page, textX0: row.x0)
    shape.hasTab = row.segments.indices.dropFirst().contains { isWide(row, $0) }
    shape.firstWordWidth = row.words.first.map { $0.x1 - $0.x0 } ?? 0
    bytes.withUnsafeBufferPointer { text in
      shape.label = ListLabel.scan(text)
      if let label = shape.label { setLabel(label, row, &shape) }
      shape.read(text)
      shape.readCapitals(text)
    }
    return shape
  }

  /// Finds the word after the label.
  private func setLabel(_ label: ListLabel, _ row: LayoutRow, _ shape: inout LineShape) {
    var length = 0
    for (index, word) in row.words.enumerated() {
      if index > 0, length >= label.length {
        shape.textX0 = word.x0
        shape.labelIsSet = word.x0 - row.words[index - 1].x1 > 0.55 * row.size
        return
      }
      length += word.text.count + (index > 0 && word.spaceBefore ? 1 : 0)
    }
  }

  private func append(_ row: LayoutRow, _ utf8: [UInt8], _ text: inout SourceText) {
    for (number, segment) in row.segments.enumerated() {
      if number > 0 { text.utf8.append(isWide(row, number) ? 0x09 : 0x20) }
      append(row.words[segment.words], utf8, &text)
    }
  }

  /// Two spaces in plain text may be there to justify the line; wider gaps are meant.
  private func isWide(_ row: LayoutRow, _ segment: Int) -> Bool {
    keepsWords || row.segments[segment].x0 - row.segments[segment - 1].x1 > 2.5 * CharacterGrid.columnWidth
  }

  private func append(_ words: some Collection<PositionedWord>, _ utf8: [UInt8], _ text: inout SourceText) {
    var isFirst = true
    for word in words {
      if !isFirst, word.spaceBefore { text.utf8.append(0x20) }
      isFirst = false
      let start = Int32(text.utf8.count)
      text.utf8.append(contentsOf: utf8[word.text])
      if keepsWords {
        let box = place.shown(word.x0, word.y0, word.x1, word.y1)
        text.words.append(
          .init(start: start, end: Int32(text.utf8.count), x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1))
      }
    }
  }

  private func box(_ row: LayoutRow) -> Box { box(row.x0, row.y0, row.x1, row.y1) }

  private func box(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) -> Box {
    let box = place.shown(x0, y0, x1, y1)
    return Box(x0: Double(box.x0), y0: Double(box.y0), x1: Double(box.x1), y1: Double(box.y1))
  }

  // MARK: Tables

  private mutating func write(
    _ grid: TableGrid, _ utf8: [UInt8], _ page: Int, isFirst: Bool, into builder: inout SourceTextBuilder
  ) {
    var grid = grid
    if isFirst, let open, let fitted = grid.fitted(to: open.grid.columns) { grid = fitted }
    let header = grid.rows.prefix(max(grid.headerRows, 1)).map { contents($0, utf8) }
    var continuing: Int?
    var repeated = 0
    if isFirst, let open, alike(open.grid, grid) {
      if header[0] == open.header.first {
        continuing = open.table
        repeated = max(open.grid.headerRows, 1)
      } else if grid.headerRows == 0 || CellReader(utf8: utf8).headerShare(grid.rows[0].cells) < 1 {
        continuing = open.table
      }
    }
    if continuing != nil { grid.headerRows = 0 }
    let table = builder.openTable(columns: grid.columns.count, headerRows: grid.headerRows, continuing: continuing)
    for (index, row) in grid.rows.enumerated() {
      builder.addRow(
        table: table, page: page, isRepeatedHeader: index < repeated, box: keepsWords ? box(row) : nil,
        afterRow: index > 0,
        cells: cells(row, grid.columns.count, utf8))
    }
    if continuing == nil { open = (table, grid, header) }
  }

  private func alike(_ a: TableGrid, _ b: TableGrid) -> Bool {
    a.columns.count == b.columns.count
      && zip(a.columns, b.columns).allSatisfy { $0.x0 < $1.x1 + 4 && $1.x0 < $0.x1 + 4 }
      && zip(a.columns, b.columns).filter { abs($0.x0 - $1.x0) < 6 || abs($0.x1 - $1.x1) < 6 }.count * 2
        > a.columns.count
  }

  /// The first row's text, to know it again on the next page.
  private func contents(_ row: TableGrid.Row, _ utf8: [UInt8]) -> [UInt8] {
    row.cells.flatMap { $0.lines.joined().flatMap { Array(utf8[$0.text]) } + [0x09] }
  }

  private func box(_ row: TableGrid.Row) -> Box? {
    var (x0, y0, x1, y1): (Float, Float, Float, Float) = (.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0, 0)
    for cell in row.cells {
      for word in cell.lines.joined() {
        (x0, y0, x1, y1) = (min(x0, word.x0), min(y0, word.y0), max(x1, word.x1), max(y1, word.y1))
      }
    }
    return x0 <= x1 ? box(x0, y0, x1, y1) : nil
  }

  private typealias CellWriter = (column: Int, span: Int, write: (inout SourceText) -> Void)

  private func cells(_ row: TableGrid.Row, _ columns: Int, _ utf8: [UInt8]) -> [CellWriter] {
    var result: [CellWriter] = []
    var column = 0
    for cell in row.cells {
      while column < cell.column {
        result.append((column, 1, { _ in }))
        column += 1
      }
      result.append((cell.column, cell.span, { text in write(cell, utf8, &text) }))
      column = max(column, cell.column + cell.span)
    }
    while column < columns {
      result.append((column, 1, { _ in }))
      column += 1
    }
    return result
  }

  /// The lines of a cell joined by a space, or by nothing where a word was hyphenated over the line's end.
  private func write(_ cell: TableGrid.Cell, _ utf8: [UInt8], _ text: inout SourceText) {
    let hyphens = Hyphenation()
    for (index, line) in cell.lines.enumerated() {
      let end = text.utf8.count
      if index > 0 { text.utf8.append(0x20) }
      let next = text.utf8.count
      append(line, utf8, &text)
      if index > 0, let join = hyphens.join(&text.utf8, lastLineEnd: end, next: next) { text.joins.append(join) }
    }
  }
}
