// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes columns, rows and headers of the rows of one table.
struct TableAssembly {
  let reader: CellReader

  /// A line of the table, its segments told off to columns.
  struct Line {
    var cells: [(column: Int, span: Int, words: ArraySlice<PositionedWord>)]
    var y0: Float, y1: Float
    var size: Float
    var isBold: Bool
    func cell(_ column: Int) -> ArraySlice<PositionedWord>? { cells.first { $0.column == column }?.words }
    var columns: Set<Int> { Set(cells.map(\.column)) }
  }

  func grid(_ rows: [LayoutRow]) -> TableGrid? {
    let content = TableCuts(reader: reader).cut(rows.filter { !reader.isRule($0) })
    var columns = columnEdges(content, labelGap: rows.map(\.labelGap).min() ?? 0)
    guard columns.count >= 2 else { return nil }
    var lines = content.map { line($0, columns) }
    IdleColumns.merge(&columns, &lines)
    guard columns.count >= 2 else { return nil }
    guard lines.filter({ $0.cells.count > 1 }).count >= 2 else { return nil }
    let ruleBelow = rowsAboveRule(rows)
    var grid = TableGrid(columns: columns, rows: [])
    if let pairs = LabelPairs(reader: reader, columns: columns).rows(lines, assembly: self) {
      grid.rows = pairs
      return grid
    }
    let grouped = TableRows(reader: reader, columns: columns).group(lines, breakAfter: ruleBelow)
    for group in grouped {
      grid.rows.append(merge(group.map { lines[$0] }))
    }
    grid.headerRows = headerRows(grid, grouped, lines, ruleBelow)
    LabelGrids(reader: reader).tidy(&grid)
    return grid
  }

  /// How many lines of content stand above each rule.
  private func rowsAboveRule(_ rows: [LayoutRow]) -> Set<Int> {
    var (count, result) = (0, Set<Int>())
    for row in rows {
      if reader.isRule(row) { result.insert(count) } else { count += 1 }
    }
    return result
  }

  /// Columns are what stands between strips that no full row touches.
  private func columnEdges(_ rows: [LayoutRow], labelGap: Float) -> [(x0: Float, x1: Float)] {
    let most = rows.map(\.segments.count).max() ?? 0
    guard most > 1 else { return [] }
    let threshold = max(2, (most * 3 + 4) / 5)
    var full = rows.filter { $0.segments.count >= threshold }
    if full.count < 2 { full = rows.filter { $0.segments.count > 1 } }
    var spans = full.flatMap { $0.segments.map { ($0.x0, $0.x1) } }
    let size = full.map(\.size).max() ?? 10
    spans.sort { $0.0 < $1.0 }
    // Values that were cut from their labels may stand closer than columns do.
    var columns = union(spans, gap: min(0.25 * size, 0.8 * labelGap))
    if columns.count < min(most, 3), most >= 3 {
      // One overlong cell may bridge a gap: the rows with most cells decide.
      columns = union(
        rows.filter { $0.segments.count == most }.flatMap { $0.segments.map { ($0.x0, $0.x1) } }
          .sorted { $0.0 < $1.0 }, gap: 0.25 * size)
    }
    // Cells of sparse rows widen the column that they alone touch, or open one of their own.
    for row in rows where row.segments.count < threshold {
      for segment in row.segments {
        let touched = columns.indices.filter { columns[$0].x0 < segment.x1 && segment.x0 < columns[$0].x1 }
        if touched.count == 1, let only = touched.first {
          let lower = only > 0 ? columns[only - 1].x1 : 0
          let upper = only + 1 < columns.count ? columns[only + 1].x0 : .greatestFiniteMagnitude
          columns[only] = (
            min(columns[only].x0, max(segment.x0, lower)), max(columns[only].x1, min(segment.x1, upper))
          )
        } else if touched.isEmpty {
          columns.append((segment.x0, segment.x1))
          columns.sort { $0.x0 < $1.x0 }
        }
      }
    }
    return columns
  }

  private func union(_ spans: [(Float, Float)], gap: Float) -> [(x0: Float, x1: Float)] {
    var result: [(x0: Float, x1: Float)] = []
    for (x0, x1) in spans {
      if let last = result.last, x0 <= last.x1 + gap {
        result[result.count - 1].x1 = max(last.x1, x1)
      } else {
        result.append((x0, x1))
      }
    }
    return result
  }

  private func line(_ row: LayoutRow, _ columns: [(x0: Float, x1: Float)]) -> Line {
    var line = Line(cells: [], y0: row.y0, y1: row.y1, size: row.size, isBold: row.isBold)
    for segment in row.segments {
      var touched = columns.indices.filter { columns[$0].x0 < segment.x1 - 0.5 && segment.x0 + 0.5 < columns[$0].x1 }
      if touched.isEmpty {
        touched = [
          columns.indices.min {
            distance(columns[$0], segment.x0, segment.x1) < distance(columns[$1], segment.x0, segment.x1)
          } ?? 0
        ]
      }
      append(row.words[segment.words], of: row.words, touched, &line)
    }
    return line
  }

  private func append(
    _ words: ArraySlice<PositionedWord>, of all: [PositionedWord], _ touched: [Int], _ line: inout Line
  ) {
    let first = touched[0]
    if let last = line.cells.indices.last, line.cells[last].column + line.cells[last].span > first {
      // Two segments in one column: one cell.
      line.cells[last].words = all[line.cells[last].words.startIndex..<words.endIndex]
      line.cells[last].span = max(line.cells[last].span, (touched.last ?? first) - line.cells[last].column + 1)
      return
    }
    line.cells.append((first, (touched.last ?? first) - first + 1, words))
  }

  private func distance(_ column: (x0: Float, x1: Float), _ x0: Float, _ x1: Float) -> Float {
    max(0, max(column.x0 - x1, x0 - column.x1))
  }

  func merge(_ lines: [Line]) -> TableGrid.Row {
    var row = TableGrid.Row(cells: [], y0: lines.first?.y0 ?? 0, y1: lines.last?.y1 ?? 0)
    for line in lines {
      for cell in line.cells {
        if let index = row.cells.firstIndex(where: {
          $0.column < cell.column + cell.span && cell.column < $0.column + $0.span
        }) {
          row.cells[index].lines.append(Array(cell.words))
        } else {
          row.cells.append(.init(column: cell.column, span: cell.span, lines: [Array(cell.words)]))
        }
      }
    }
    row.cells.sort { $0.column < $1.column }
    return row
  }

  // MARK: Headers

  func headerRows(_ grid: TableGrid, _ groups: [[Int]], _ lines: [Line], _ rules: Set<Int>) -> Int {
    guard grid.rows.count > 1 else { return 0 }
    // A rule below the first rows ends the header.
    var limit = 0
    for count in 1...min(3, grid.rows.count - 1) {
      let end = (groups[count - 1].last ?? 0) + 1
      if rules.contains(end), grid.rows[..<count].allSatisfy({ looksLikeHeader($0, grid) }) { limit = count }
    }
    if limit > 0, grid.columns.count > 2 || reader.headerShare(grid.rows[limit - 1].cells) > 0.4 { return limit }
    let first = grid.rows[0]
    guard looksLikeHeader(first, grid), first.cells.count >= 2 else { return 0 }
    let bold = groups[0].allSatisfy { lines[$0].isBold }
    let restBold = groups[1].allSatisfy { lines[$0].isBold }
    if bold, !restBold { return 1 }
    let share = reader.headerShare(first.cells)
    if grid.columns.count == 2 { return share == 1 && !first.cells.contains(where: hasAmount) ? 1 : 0 }
    let valueColumns = first.cells.filter { header in
      let below = grid.rows.dropFirst().compactMap { $0.cells.first { $0.column == header.column } }
        .filter { !isNothing($0) }
      return !below.isEmpty && below.filter { reader.isValue($0.lines.joined()) }.count * 2 > below.count
    }
    if share >= 0.5, !valueColumns.isEmpty || share >= 0.75 { return 1 }
    // Only what counts the rows has a heading: years over three columns or more.
    if valueColumns.count >= 3, valueColumns.count == first.cells.count { return 1 }
    return valueColumns.count >= 2 && first.cells.count * 3 >= grid.columns.count * 2 ? 1 : 0
  }

  /// `6,000,000 credits` beside `FY27`: the first of the rows. `Fee for 12 months` is a heading.
  private func hasAmount(_ cell: TableGrid.Cell) -> Bool {
    cell.lines.joined().enumerated().contains { index, word in
      let bytes = reader.bytes(word)
      let digits = bytes.count { $0 >= 0x30 && $0 <= 0x39 }
      return digits > 1 && (index == 0 || digits > 3 || bytes.contains(0x2C))
        && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }
        && !isYear([word])
    }
  }

  /// "none", "nil", a dash: what stands in a column of figures for no figure.
  private func isNothing(_ cell: TableGrid.Cell) -> Bool {
    let words = cell.lines.joined()
    guard words.count == 1, let word = words.first else { return false }
    return ["none", "nil", "n/a", "-", "–", "—"].contains { $0.utf8.elementsEqual(reader.bytes(word)) }
  }

  /// No values, no labels with a colon.
  private func looksLikeHeader(_ row: TableGrid.Row, _ grid: TableGrid) -> Bool {
    for cell in row.cells {
      let words = cell.lines.joined()
      if words.count > 12 || reader.endsInFigure(Array(words)) && words.count < 3 && !isYear(Array(words)) {
        return false
      }
      if reader.startsWithLabel(words) { return false }
    }
    return !row.cells.isEmpty
  }

  private static let periods: Set<[UInt8]> = Set(
    ["y", "yr", "year", "cy", "ly", "sy", "ay", "by", "fy", "q", "h", "hy", "m", "p", "phase", "period"].map {
      Array($0.utf8)
    })

  /// `Y1`, `Yr 2`, `CY3`, `FY27/28`, `Q4`, `01/02/26-31/01/27`: what heads a column of figures and ends in one itself.
  private func isPeriod(_ words: [PositionedWord]) -> Bool {
    guard words.count <= 2, let first = words.first, let last = words.last else { return false }
    let text = reader.bytes(first)
    let letters = text.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map { $0 | 0x20 }
    let rest = words.count == 1 ? Array(text.dropFirst(letters.count)) : Array(reader.bytes(last))
    if Self.periods.contains(letters), words.count == 1 || letters.count == text.count || text.last == 0x2E {
      return (1...5).contains(rest.count)
        && rest.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2F || $0 == 0x2D || $0 == 0x2E }
    }
    guard words.count == 1, text.count >= 13 else { return false }
    // Two days of six figures or more.
    return text.allSatisfy { $0 < 0x41 || $0 > 0x7A } && text.count { $0 >= 0x30 && $0 <= 0x39 } >= 12
      && text.count { $0 == 0x2F || $0 == 0x2E } == 4
  }

  private func isYear(_ words: [PositionedWord]) -> Bool {
    isPeriod(words)
      || words.count <= 2
        && words.contains { $0.text.count == 4 && reader.bytes($0).allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }
}
