// SPDX-License-Identifier: GPL-3.0-or-later

/// Tables drawn with characters: `| a | b |`, `+---+---+`, Markdown.
struct PipeTable {
  let utf8: [UInt8]

  /// A line with more bars is no row of a table.
  private static let mostBars = 200

  private struct Bar {
    var byte: Int
    var column: Int
  }

  /// The table of consecutive lines, nil where they are none.
  func grid(_ lines: ArraySlice<TextLine>, firstNumber: Int) -> TableGrid? {
    let content = lines.enumerated().filter { !$0.element.isRule && !$0.element.isBlank }
    guard content.count >= 2, content.allSatisfy({ $0.element.pipes <= Self.mostBars }) else { return nil }
    let bars = content.map { self.bars($0.element) }
    let most = bars.map(\.count).max() ?? 0
    let edged = content.filter { utf8[Int($0.element.start)] == 0x7C }.count * 2 > content.count
    let columns = edged ? most - 1 : most + 1
    guard columns >= 2, let model = bars.first(where: { $0.count == most }) else { return nil }
    // Where the bars of all lines stand under each other, a missing bar is a cell that spans columns.
    let edges = model.map(\.column)
    let aligned = bars.allSatisfy { row in row.allSatisfy { bar in edges.contains { abs($0 - bar.column) <= 1 } } }
    var table: [TableAssembly.Line] = []
    for (row, item) in content.enumerated() {
      table.append(
        line(item.element, bars[row], edges: aligned ? edges : nil, edged: edged, number: firstNumber + item.offset))
    }
    return assemble(table, lines, columns: columns, edges: edges, edged: edged)
  }

  private func bars(_ line: TextLine) -> [Bar] {
    var result: [Bar] = []
    var column = Int(line.indent)
    for index in Int(line.start)..<Int(line.end) {
      if utf8[index] == 0x7C { result.append(.init(byte: index, column: column)) }
      if utf8[index] & 0xC0 != 0x80 { column += 1 }
    }
    return result
  }

  private func line(
    _ line: TextLine, _ bars: [Bar], edges: [Int]?, edged: Bool, number: Int
  ) -> TableAssembly.Line {
    var result = TableAssembly.Line(
      cells: [], y0: Float(number) * CharacterGrid.lineHeight,
      y1: Float(number) * CharacterGrid.lineHeight + CharacterGrid.typeSize, size: CharacterGrid.typeSize, isBold: false
    )
    var start = (byte: Int(line.start), column: Int(line.indent))
    var column = 0
    let stops = bars + [.init(byte: Int(line.end), column: Int(line.width))]
    for (index, stop) in stops.enumerated() {
      // The number of the bar that ends the cell, and with it the cell's columns.
      let bar = edges.flatMap { edges in edges.firstIndex { abs($0 - stop.column) <= 1 } } ?? index
      let isLast = index == stops.count - 1
      if edged, index == 0, stop.byte == Int(line.start) {
        start = (stop.byte + 1, stop.column + 1)
        continue
      }
      let next = isLast ? (edges?.count ?? stops.count - 1) + (edged ? 0 : 1) : (edged ? bar : bar + 1)
      let words = self.words(start.byte..<max(start.byte, stop.byte), start.column, number)
      if !words.isEmpty {
        result.cells.append((column, max(1, min(next - column, 64)), words[...]))
      }
      column = max(column + 1, next)
      start = (stop.byte + 1, stop.column + 1)
    }
    return result
  }

  private func words(_ range: Range<Int>, _ column: Int, _ number: Int) -> [PositionedWord] {
    guard !range.isEmpty else { return [] }
    var line = TextLine(
      start: Int32(range.lowerBound), end: Int32(range.upperBound), indent: Int32(column), width: 0, page: 0)
    while line.end > line.start, utf8[Int(line.end) - 1] == 0x20 { line.end -= 1 }
    return CharacterGrid(utf8: utf8).row(line, number: number).words
  }

  // MARK: Rows

  private func assemble(
    _ table: [TableAssembly.Line], _ lines: ArraySlice<TextLine>, columns: Int, edges: [Int], edged: Bool
  ) -> TableGrid? {
    var rules: Set<Int> = []
    var count = 0
    for line in lines where !line.isBlank { if line.isRule { rules.insert(count) } else { count += 1 } }
    let inner = rules.filter { $0 > 0 && $0 < table.count }
    var table = table
    for index in table.indices {
      table[index].cells = table[index].cells.filter { $0.column < columns }.map {
        ($0.column, min($0.span, columns - $0.column), $0.words)
      }
    }
    let bounds = columnBounds(edges, columns, edged)
    let reader = CellReader(utf8: utf8)
    // A rule between all rows tells the rows; one under the header leaves them to what the lines say.
    let rows = BoxedRows(reader: reader, widths: textWidths(table, columns))
    let groups =
      inner.count >= 3 || inner.count == 2 && rows.areRuled(table, inner)
      ? ruled(table.count, inner)
      : rows.joiningNames(TableRows(reader: reader, columns: bounds).group(table, breakAfter: rules), table, rules)
    var grid = TableGrid(columns: bounds, rows: [])
    let assembly = TableAssembly(reader: reader)
    for group in groups { grid.rows.append(assembly.merge(group.map { table[$0] })) }
    if let first = inner.min(), let header = groups.firstIndex(where: { ($0.last ?? 0) + 1 == first }), header < 3,
      grid.rows[...header].allSatisfy({ $0.cells.allSatisfy { !reader.endsInFigure(Array($0.lines.joined())) } })
    {
      grid.headerRows = header + 1
    } else if inner.isEmpty, columns > 2 {
      grid.headerRows = assembly.headerRows(grid, groups, table, rules)
    }
    return grid.rows.contains { $0.cells.count > 1 } ? grid : nil
  }

  private func ruled(_ count: Int, _ rules: Set<Int>) -> [[Int]] {
    var groups: [[Int]] = []
    for index in 0..<count {
      if index == 0 || rules.contains(index) { groups.append([index]) } else { groups[groups.count - 1].append(index) }
    }
    return groups
  }

  /// How wide the widest line of each column is.
  private func textWidths(_ table: [TableAssembly.Line], _ columns: Int) -> [Float] {
    var widths = [Float](repeating: 0, count: columns)
    for line in table {
      for cell in line.cells where cell.span == 1 {
        guard let first = cell.words.first, let last = cell.words.last else { continue }
        widths[cell.column] = max(widths[cell.column], last.x1 - first.x0)
      }
    }
    return widths
  }

  private func columnBounds(_ edges: [Int], _ columns: Int, _ edged: Bool) -> [(x0: Float, x1: Float)] {
    let stops = edged ? edges : [-1] + edges + [(edges.last ?? 0) + 30]
    return (0..<columns).map { column in
      let left = column < stops.count ? stops[column] + 1 : column * 20
      let right = column + 1 < stops.count ? stops[column + 1] : left + 20
      return (Float(left) * CharacterGrid.columnWidth, Float(right) * CharacterGrid.columnWidth)
    }
  }
}
