// SPDX-License-Identifier: GPL-3.0-or-later

/// Which lines of a table drawn with bars make one row, as far as its rules and its empty cells tell.
struct BoxedRows {
  let reader: CellReader
  /// How wide the widest line of each column is.
  let widths: [Float]

  /// Whether the rules stand between rows: of the lines between two of them all but the first have empty cells where
  /// the first has none.
  func areRuled(_ lines: [TableAssembly.Line], _ rules: Set<Int>) -> Bool {
    var first = 0
    for index in lines.indices.dropFirst() {
      if rules.contains(index) {
        first = index
      } else if !lines[index].columns.isStrictSubset(of: lines[first].columns) {
        return false
      }
    }
    return true
  }

  /// The groups, with a name alone put to the row above whose name it goes on with. Where it may as well be a heading
  /// of the rows below, it stays alone.
  func joiningNames(_ groups: [[Int]], _ lines: [TableAssembly.Line], _ rules: Set<Int>) -> [[Int]] {
    let first = rules.filter { $0 > 0 }.min() ?? 1
    // A name alone above all rows is a heading, and so may be the others.
    if isHeading(first, lines) { return groups.flatMap { parted($0, lines) } }
    guard groups.contains(where: { $0.count == 1 && isName(lines[$0[0]]) }) else { return groups }
    let isWrapping = groups.contains { group in
      group.dropFirst().contains { lines[$0].cells.count == 1 && lines[$0].cell(0) != nil }
    }
    var result: [[Int]] = []
    for group in groups {
      let (line, index) = (lines[group[0]], group[0])
      if group.count == 1, index > first, isName(line), !rules.contains(index), let above = result.last,
        above.count == 1,
        let name = lines[above[0]].cell(0), lines[above[0]].cells.count > 1,
        isOpen(name) || hadNoRoom(line, below: name) && (isWrapping || isLast(index, lines, rules))
      {
        result[result.count - 1] += group
      } else {
        result.append(group)
      }
    }
    return result
  }

  /// A name alone above a row that has a name of its own.
  private func isHeading(_ index: Int, _ lines: [TableAssembly.Line]) -> Bool {
    guard index + 1 < lines.count, isName(lines[index]), lines[index + 1].cells.count > 1,
      let own = lines[index].cell(0), let next = lines[index + 1].cell(0)
    else { return false }
    return !reader.startsLowerCase(own) && !reader.startsLowerCase(next)
  }

  /// The group without the headings of the rows below it.
  private func parted(_ group: [Int], _ lines: [TableAssembly.Line]) -> [[Int]] {
    var result: [[Int]] = []
    for index in group {
      if result.isEmpty || isHeading(index, lines) {
        result.append([index])
      } else {
        result[result.count - 1].append(index)
      }
    }
    return result
  }

  private func isName(_ line: TableAssembly.Line) -> Bool {
    guard line.cells.count == 1, let cell = line.cells.first, cell.column == 0, cell.span == 1 else { return false }
    guard let byte = cell.words.first.flatMap({ reader.bytes($0).first }) else { return false }
    return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A && !reader.startsWithLabel(cell.words)
  }

  /// Nothing stands below that it could be a heading of.
  private func isLast(_ index: Int, _ lines: [TableAssembly.Line], _ rules: Set<Int>) -> Bool {
    index + 1 == lines.count || rules.contains(index + 1)
  }

  /// `Premier Success &`, `Full-`: more must follow.
  private func isOpen(_ name: ArraySlice<PositionedWord>) -> Bool {
    guard let word = name.last, let last = reader.bytes(word).last else { return false }
    return [0x2C, 0x2D, 0x26, 0x2F, 0x2B].contains(last)
      || ["and", "of", "for", "with", "or"].contains { reader.bytes(word).elementsEqual($0.utf8) }
  }

  /// Whether the line's first word would have made the name above wider than the column's text is anywhere.
  private func hadNoRoom(_ line: TableAssembly.Line, below name: ArraySlice<PositionedWord>) -> Bool {
    guard let word = line.cell(0)?.first, let first = name.first, let last = name.last else { return false }
    let width = last.x1 - first.x0 + CharacterGrid.columnWidth + word.x1 - word.x0
    return width > widths[0] + 0.5
  }
}
