// SPDX-License-Identifier: GPL-3.0-or-later

/// Which lines of a table make one row: wrapped cells go with the line that they began on.
struct TableRows {
  let reader: CellReader
  let columns: [(x0: Float, x1: Float)]

  /// Groups of line indices, one a row.
  func group(_ lines: [TableAssembly.Line], breakAfter rules: Set<Int>) -> [[Int]] {
    let spacing = Spacing(lines, rules)
    let tall = linesOfTallCells(lines, rules)
    var groups: [[Int]] = []
    for index in lines.indices {
      if tall.contains(index) {
        groups[groups.count - 1].append(index)
      } else if index > 0, !rules.contains(index), let group = groups.last,
        !isNameAbove(lines, index), continues(lines[index], group.map { lines[$0] }, spacing, groups: groups.count)
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  /// The lines, but for the first, of rows of which one cell is taller than the others, which stand in its middle.
  private func linesOfTallCells(_ lines: [TableAssembly.Line], _ rules: Set<Int>) -> Set<Int> {
    var result: Set<Int> = []
    let cells = TallCells()
    for index in lines.indices where lines[index].cells.count > 1 && index > 0 && lines[index - 1].cells.count == 1 {
      guard
        let row = cells.row(around: index, of: lines.count, { .init(lines[$0]) })
          ?? CentredCells().row(above: index, of: lines.count, { .init(lines[$0]) })
      else { continue }
      let rest = row.dropFirst()
      if !result.contains(row.lowerBound), rules.isDisjoint(with: rest) { result.formUnion(rest) }
    }
    return result
  }

  /// A name alone whose next line goes on in lower case and has the values: it begins a row.
  private func isNameAbove(_ lines: [TableAssembly.Line], _ index: Int) -> Bool {
    guard columns.count > 2, index + 1 < lines.count, lines[index].cells.count == 1, lines[index].cells[0].column == 0,
      lines[index + 1].cells.count > 1, lines[index + 1].y0 - lines[index].y1 < 0.5 * lines[index].size,
      !reader.startsLowerCase(lines[index].cells[0].words)
    else { return false }
    return lines[index + 1].cell(0).map { reader.startsLowerCase($0) } ?? false
  }

  /// Gaps between lines: where wrapped lines stand closer than rows do, the gap alone tells them apart.
  private struct Spacing {
    var tight: Float = 0
    /// Whether there are two classes of gaps, and rows rather than stray lines stand behind the wide one.
    var isTold = false

    init(_ lines: [TableAssembly.Line], _ rules: Set<Int>) {
      // One rule alone parts the headings from the rows: the room that it takes says nothing of rows.
      let inner = rules.filter { $0 > 0 && $0 < lines.count }
      let heading = inner.count == 1 ? inner.first : nil
      let pairs = zip(lines, lines.dropFirst()).enumerated().filter { $0.offset + 1 != heading }.map(\.element)
      let gaps = pairs.map { $1.y0 - $0.y1 }
      // Middle-aligned cells overlap their neighbours; only lines of one column show how close lines stand.
      let own = pairs.filter { !$0.columns.isDisjoint(with: $1.columns) }.map { $1.y0 - $0.y1 }
      guard let least = own.min() else { return }
      let size = lines.map(\.size).max() ?? 10
      tight = least
      let wide = gaps.filter { $0 > least + 0.28 * size }
      let starts = wide.count + 1
      isTold = !wide.isEmpty && starts * 3 >= lines.count
    }
  }

  private func continues(
    _ line: TableAssembly.Line, _ group: [TableAssembly.Line], _ spacing: Spacing, groups: Int
  ) -> Bool {
    guard let last = group.last else { return false }
    let gap = line.y0 - last.y1
    if gap > spacing.tight + 0.28 * line.size || gap > 0.62 * line.size { return false }
    if isSigned(line) || isSigned(last) { return false }
    let filled = group.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }
    let shared = line.columns.intersection(filled)
    // A label with its colon is complete.
    if line.cells.count == 1, let only = line.cells.first, !reader.startsLowerCase(only.words),
      group.contains(where: { $0.cell(only.column)?.last.map { reader.bytes($0).last == 0x3A } ?? false })
    {
      return false
    }
    // Two lines that both begin with labels, or that both hold an amount in one column, are two rows.
    let labels = line.cells.filter { reader.startsWithLabel($0.words) && shared.contains($0.column) }
    if labels.count > 1
      || labels.contains(where: { label in
        group.contains { $0.cell(label.column).map { reader.startsWithLabel($0) } ?? false }
      })
    {
      return false
    }
    if line.cells.contains(where: { cell in
      reader.isValue(cell.words) && reader.endsInFigure(cell.words) && !isSecondDate(cell, line, group)
        && group.contains { $0.cell(cell.column).map { reader.endsInFigure($0) && !isOpenList($0) } ?? false }
    }) {
      return false
    }
    if gap < -0.35 * line.size { return true }
    if gap < -TallCells.overlap * line.size, line.columns.isDisjoint(with: last.columns), !isItem(line) { return true }
    if groups == 1, isFirstBelowHeading(line, group) { return false }
    // A line that fills both columns of two, and starts no word in lower case, is a row of its own.
    if columns.count == 2, line.cells.count == 2, group.count == 1, last.cells.count == 2,
      !line.cells.contains(where: { reader.startsLowerCase($0.words) }), !spacing.isTold || !isHyphenated(last)
    {
      return false
    }
    let wraps = shared.allSatisfy { column in
      isWrapped(line, after: group, column: column)
        || line.cells.contains { $0.column == column && isSecondDate($0, line, group) }
    }
    if spacing.isTold { return wraps || line.columns.isStrictSubset(of: filled) && !line.columns.contains(0) }
    return continuesWithoutGaps(line, group, filled: filled, wraps: wraps)
  }

  /// `b.` in a cell of its own.
  private func isItem(_ line: TableAssembly.Line) -> Bool {
    guard line.cells.count > 1, let words = line.cells.first?.words, words.count == 1, let label = words.first else {
      return false
    }
    return ListLabel.scan(reader.bytes(label) + [0x20]) != nil
  }

  /// "2031, 2032," and `01-` go on in the next line.
  private func isOpenList(_ words: ArraySlice<PositionedWord>) -> Bool {
    words.last.map { reader.bytes($0).last == 0x2C || isOpenDate($0) } ?? false
  }

  /// `01-`, `2031-May-`: a date that had no room for the rest.
  private func isOpenDate(_ word: PositionedWord) -> Bool {
    let bytes = reader.bytes(word)
    return bytes.last == 0x2D && (2...9).contains(bytes.count) && bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The last day of a period under its first ("01.03.2027" over "28.02.2030"), on a line that names nothing new.
  private func isSecondDate(
    _ cell: (column: Int, span: Int, words: ArraySlice<PositionedWord>), _ line: TableAssembly.Line,
    _ group: [TableAssembly.Line]
  ) -> Bool {
    if isWrappedYear(cell, group) { return true }
    guard cell.column > 0, isDate(cell.words), line.cell(0).map({ reader.startsLowerCase($0) }) ?? true else {
      return false
    }
    let above = group.filter { $0.cell(cell.column) != nil }
    return above.count == 1 && above.allSatisfy { $0.cell(cell.column).map { isDate($0) } ?? false }
  }

  /// `2026` under `May 1,` or `until 31 May`: a date that had no room for its year.
  private func isWrappedYear(
    _ cell: (column: Int, span: Int, words: ArraySlice<PositionedWord>), _ group: [TableAssembly.Line]
  ) -> Bool {
    guard cell.column > 0, isYear(cell.words),
      let above = group.last(where: { $0.cell(cell.column) != nil })?.cell(cell.column), above.count <= 14,
      let last = above.last
    else { return false }
    return reader.isMonth(last)
      || above.count > 1 && reader.bytes(last).last == 0x2C && above.suffix(3).contains { reader.isMonth($0) }
  }

  /// One word of figures and two separators.
  private func isDate(_ words: ArraySlice<PositionedWord>) -> Bool {
    guard words.count == 1, let word = words.first else { return false }
    let bytes = reader.bytes(word)
    let separators = bytes.filter { [0x2D, 0x2E, 0x2F].contains($0) }
    return separators.count == 2 && Set(separators).count == 1 && (8...10).contains(bytes.count)
      && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || [0x2D, 0x2E, 0x2F].contains($0) }
  }

  /// Values right below column headings, however close: the headings are complete.
  private func isFirstBelowHeading(_ line: TableAssembly.Line, _ heading: [TableAssembly.Line]) -> Bool {
    guard columns.count > 2, let last = heading.last, line.cells.count >= max(2, last.cells.count), line.cell(0) != nil
    else { return false }
    let cells = last.cells.map { TableGrid.Cell(column: $0.column, span: 1, lines: [Array($0.words)]) }
    guard reader.headerShare(cells) >= 0.6, !last.cells.contains(where: { reader.endsInFigure($0.words) }) else {
      return false
    }
    // A year may be the second line of a heading.
    return line.cells.contains { $0.column > 0 && reader.endsInFigure($0.words) && !isYear($0.words) }
  }

  private func isYear(_ words: ArraySlice<PositionedWord>) -> Bool {
    words.count == 1
      && words.allSatisfy { $0.text.count == 4 && reader.bytes($0).allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }

  /// All lines stand equally close, as in plain text.
  private func continuesWithoutGaps(
    _ line: TableAssembly.Line, _ group: [TableAssembly.Line], filled: Set<Int>, wraps: Bool
  ) -> Bool {
    let first = line.cell(0)
    if first == nil {
      // Nothing in the first column: the line goes on with the row above, unless it sums up.
      return line.cells.allSatisfy {
        !reader.endsInFigure($0.words) || !filled.contains($0.column) || isSecondDate($0, line, group)
      }
        && !(line.cells.count == 1 && !filled.contains(line.cells[0].column))
        || (line.cells.count == 1 && filled.contains(line.cells[0].column) && wraps)
    }
    guard let first else { return false }
    if line.cells.count == 1, columns.count > 1 {
      guard group.contains(where: { $0.cells.count > 1 }) else { return false }
      return reader.startsLowerCase(first) || isWrapped(line, after: group, column: 0)
    }
    // A name that wrapped above the line that has the row's values.
    let onlyName = group.allSatisfy { $0.cells.count == 1 && $0.columns == [0] }
    if onlyName { return reader.startsLowerCase(first) && columns.count > 2 }
    return wraps && reader.startsLowerCase(first)
      && !group.contains { line in
        line.cell(0).map { reader.startsLowerCase($0) } ?? false
      }
  }

  /// A signature stands on a line of its own.
  private func isSigned(_ line: TableAssembly.Line) -> Bool {
    line.cells.contains { cell in
      guard let first = cell.words.first else { return false }
      return reader.bytes(first).elementsEqual("/s/".utf8) || reader.bytes(first).elementsEqual("Sd/-".utf8)
    }
  }

  private func isHyphenated(_ line: TableAssembly.Line) -> Bool {
    line.cells.contains { $0.words.last.map { reader.bytes($0).last == 0x2D } ?? false }
  }

  /// Whether the text of a column ran out of room on the line before, so that this line's first word had to wrap.
  private func isWrapped(_ line: TableAssembly.Line, after group: [TableAssembly.Line], column: Int) -> Bool {
    guard let cell = line.cell(column), let next = cell.first,
      let above = group.last(where: { $0.cell(column) != nil })?.cell(column), let end = above.last
    else { return true }
    if reader.startsLowerCase(cell) { return true }
    let limit =
      column + 1 < columns.count ? max(columns[column].x1, columns[column + 1].x0 - line.size) : columns[column].x1
    let room = min(limit, columns[column].x1 + 0.5 * line.size) - end.x1
    if !reader.isValue(above) || !reader.endsInFigure(above) {
      // A currency alone above its amount.
      if above.count == 1, reader.bytes(end).count <= 4, reader.endsInFigure(cell) { return true }
    }
    return next.x1 - next.x0 + 0.25 * line.size > room && columns[column].x1 - columns[column].x0 > 3 * line.size
  }
}
