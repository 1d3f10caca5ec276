// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Writes tables: rows of cells as rows, and what only stands in cells for its looks as running text.
extension HTMLWriter {
  /// Tables within tables are written as text below this depth.
  static let deepest = 24

  mutating func writeTable(_ node: Int, depth: Int) {
    var grid = HTMLGridBuilder.grid(node, tree, boxes, shapes)
    if grid.isCut { isCut = true }
    grid.tidy()
    write(grid.above, depth: depth)
    var first = 0
    // A line over the whole width at the top is the table's title.
    while first < grid.rows.count, grid.columns > 1, isTitle(grid.rows[first], grid) {
      if let cell = grid.rows[first].filled.first { writeCell(cell, depth: depth) }
      first += 1
    }
    grid.rows.removeFirst(first)
    guard !grid.rows.isEmpty else { return }
    let headers = HTMLTableHeaders(grid).count()
    var last = grid.rows.count
    while last > headers + 1, isNote(grid.rows[last - 1], grid) { last -= 1 }
    writeRows(grid, 0..<last, headers: headers, depth: depth)
    for row in grid.rows[last...] { if let cell = row.filled.first { writeCell(cell, depth: depth) } }
  }

  private func isTitle(_ row: HTMLGrid.Row, _ grid: HTMLGrid) -> Bool {
    let filled = row.filled
    guard filled.count == 1, row.cells.allSatisfy({ $0.from == nil }), let cell = filled.first else { return false }
    return cell.column == 0 && (cell.span >= grid.columns || row.cells.count == 1)
  }

  /// Running text over the whole width.
  private func isNote(_ row: HTMLGrid.Row, _ grid: HTMLGrid) -> Bool {
    isTitle(row, grid) && row.filled.first.map { $0.length > 100 && $0.span >= grid.columns } ?? false
  }

  private mutating func writeCell(_ cell: HTMLGrid.Cell, depth: Int) {
    let nodes = (cell.node + 1)..<max(cell.node + 1, tree.end(cell.node))
    let isFlat = depth >= Self.deepest
    write(HTMLWalker.flow(nodes, tree, boxes, shapes, isFlat: isFlat), depth: depth + 1)
  }

  private mutating func writeRows(_ grid: HTMLGrid, _ range: Range<Int>, headers: Int, depth: Int) {
    var start = range.lowerBound
    if headers == 0 {
      for row in range where isFlow(grid.rows[row], grid, isOnly: range.count == 1) {
        writeTableRows(grid, start..<row, headers: 0)
        for cell in grid.rows[row].filled { writeCell(cell, depth: depth) }
        start = row + 1
      }
    }
    writeTableRows(grid, start..<range.upperBound, headers: headers)
  }

  /// Whether a row's cells hold blocks of text of their own: signatures side by side, addresses, clauses.
  private func isFlow(_ row: HTMLGrid.Row, _ grid: HTMLGrid, isOnly: Bool) -> Bool {
    let filled = row.filled
    if isOnly, filled.contains(where: { $0.lines.count > 1 }) { return true }
    if isOnly, filled.count == 1 { return true }
    return filled.contains { cell in
      guard cell.lines.count > 1 else { return false }
      let labels = cell.lines.filter { isLabelled(grid.pool[$0.text]) }.count
      let items = cell.lines.filter { $0.item != nil || $0.heading != nil }.count
      let blocks = cell.lines.filter(\.startsBlock).count
      return labels > 1 || items > 1 || (blocks > 1 && cell.length > 240)
    }
  }

  /// `Name: …`, `By: …`, `/s/ …`.
  private func isLabelled(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first >= 0x41, first <= 0x5A else { return line.starts(with: "/s/".utf8) }
    guard let colon = line.prefix(32).firstIndex(of: 0x3A) else { return false }
    return line.index(after: colon) == line.endIndex || !(0x30...0x39).contains(line[colon + 1])
  }

  // MARK: Rows

  private mutating func writeTableRows(_ grid: HTMLGrid, _ range: Range<Int>, headers: Int) {
    guard !range.isEmpty else { return }
    let table = text.tables.count
    text.tables.append(.init(headerRows: min(headers, range.count), columns: grid.columns, rows: []))
    var ranges: [Int: Range<Int>] = [:]
    let header = headers > 0 ? contents(grid.rows[range.lowerBound], grid) : []
    let isPadded = grid.columns * range.count <= 8 * grid.rows.reduce(0) { $0 + $1.cells.count } + 4096
    for index in range {
      let row = grid.rows[index]
      separate(block: index == range.lowerBound)
      let start = text.utf8.count
      var cells: [SourceCell] = []
      var column = 0
      for cell in row.cells {
        while isPadded, column < cell.column {
          appendCell([], column, 1, nil, &cells)
          column += 1
        }
        let range = appendCell(grid.text(cell), cell.column, cell.span, cell.from.flatMap { ranges[$0] }, &cells)
        if cell.id >= 0 { ranges[cell.id] = range }
        column = max(column, cell.column + cell.span)
      }
      while isPadded, column < grid.columns {
        appendCell([], column, 1, nil, &cells)
        column += 1
      }
      let isRepeated = headers > 0 && index - range.lowerBound >= headers && contents(row, grid) == header
      text.tables[table].rows.append(.init(cells: cells, page: 1, isRepeatedHeader: isRepeated))
      endRow(start..<text.utf8.count, table: table, row: text.tables[table].rows.count - 1)
    }
  }

  @discardableResult
  private mutating func appendCell(
    _ content: [UInt8], _ column: Int, _ span: Int, _ from: Range<Int>?, _ cells: inout [SourceCell]
  ) -> Range<Int> {
    if !cells.isEmpty { text.utf8.append(0x09) }
    let start = text.utf8.count
    text.utf8 += content
    let range = start..<text.utf8.count
    cells.append(.init(range: range, column: column, columnSpan: span, spannedFrom: from))
    return range
  }

  private func contents(_ row: HTMLGrid.Row, _ grid: HTMLGrid) -> [[UInt8]] { row.cells.map { grid.text($0) } }

  // MARK: Definitions

  /// Terms and what belongs to them: two columns where that is short, running text where it is long.
  mutating func writeDefinitions(_ list: Int, depth: Int) {
    var pairs: [(term: Int?, value: Int?)] = []
    var node = list + 1
    var isSimple = true
    while node < tree.end(list) {
      switch tree.nodes[node].tag {
      case .dt:
        if boxes[node].isShown { pairs.append((node, nil)) }
        node = tree.end(node)
      case .dd:
        if boxes[node].isShown {
          if let last = pairs.indices.last, pairs[last].value == nil {
            pairs[last].value = node
          } else {
            pairs.append((nil, node))
          }
        }
        node = tree.end(node)
      case .text:
        if boxes[node].isShown, tree.text(node).contains(where: { $0 > 0x20 }) { isSimple = false }
        node += 1
      default: node += 1
      }
    }
    if !isSimple || !writePairs(pairs) {
      // Its own element again, read as running text.
      write(
        HTMLWalker.flow((list + 1)..<tree.end(list), tree, boxes, shapes, isFlat: depth >= Self.deepest),
        depth: depth + 1)
    }
  }

  /// A table made of boxes.
  mutating func writeBoxes(_ rows: [[Int]]) {
    var grid = HTMLGrid()
    grid.columns = rows.map(\.count).max() ?? 0
    var id = 0
    for nodes in rows {
      var row = HTMLGrid.Row()
      for (column, node) in nodes.enumerated() {
        let flow = HTMLWalker.flow(node..<max(node + 1, tree.end(node)), tree, boxes, shapes, isFlat: true)
        var cell = HTMLGrid.Cell(column: column, span: 1, node: node, isHeader: false, id: id)
        cell.lines = grid.take(flow)
        id += 1
        row.cells.append(cell)
      }
      if !row.isEmpty { grid.rows.append(row) }
    }
    grid.tidy()
    guard !grid.rows.isEmpty else { return }
    writeTableRows(grid, 0..<grid.rows.count, headers: HTMLTableHeaders(grid).count())
  }

  private mutating func writePairs(_ pairs: [(term: Int?, value: Int?)]) -> Bool {
    var grid = HTMLGrid()
    grid.columns = 2
    var id = 0
    var term: Int?
    for pair in pairs {
      var row = HTMLGrid.Row()
      for (column, node) in [pair.term, pair.value].enumerated() {
        guard let node else {
          if column == 0, let term {
            row.cells.append(.init(column: 0, span: 1, node: 0, isHeader: false, id: -1, from: term))
          }
          continue
        }
        let flow = HTMLWalker.flow((node + 1)..<max(node + 1, tree.end(node)), tree, boxes, shapes, isFlat: true)
        guard flow.lines.count <= 1, flow.pool.count <= 300 else { return false }
        var cell = HTMLGrid.Cell(column: column, span: 1, node: node, isHeader: false, id: id)
        cell.lines = grid.take(flow)
        if column == 0 { term = id }
        id += 1
        row.cells.append(cell)
      }
      if !row.isEmpty { grid.rows.append(row) }
    }
    guard !grid.rows.isEmpty else { return true }
    writeTableRows(grid, 0..<grid.rows.count, headers: 0)
    return true
  }
}
