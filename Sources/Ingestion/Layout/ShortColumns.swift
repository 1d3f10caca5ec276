// SPDX-License-Identifier: GPL-3.0-or-later

/// Running text in two columns of a few lines: too short for the shape of its lines to tell it from a table, but its
/// sentences go on from line to line within each column.
struct ShortColumns {
  let reader: CellReader
  static let fewest = 3
  private static let most = 12

  private typealias Words = ArraySlice<PositionedWord>

  /// The rows in `run`, all clear of the strip at `x`, that are such text; nil where they are none, or may be a table.
  func find(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int>? {
    guard let first = run.first(where: { isBoth(rows[$0], x) }), let last = run.last(where: { isBoth(rows[$0], x) }),
      last - first + 1 >= Self.fewest, last - first < Self.most
    else { return nil }
    var end = last + 1
    while end < run.upperBound, end - first < Self.most, isClose(rows, end), goesOn(rows[end], below: rows[end - 1], x)
    {
      end += 1
    }
    let window = first..<end
    guard window.dropFirst().allSatisfy({ isClose(rows, $0) }) else { return nil }
    // What stands right above may be the headings of a table.
    if first > 0, rows[first].y0 - rows[first - 1].y1 < 0.7 * rows[first].size { return nil }
    let sides = [
      window.map { rows[$0].words[..<cut(rows[$0], x)] }, window.map { rows[$0].words[cut(rows[$0], x)...] },
    ]
    guard sides.allSatisfy({ isText($0) }), !window.contains(where: { hasCells(rows[$0], x) }) else { return nil }
    // Two cells of a table begin on one line.
    let together = (1..<window.count).contains { line in
      sides.allSatisfy { !$0[line].isEmpty && !reader.startsLowerCase($0[line]) }
    }
    return together ? nil : window
  }

  private func isBoth(_ row: LayoutRow, _ x: Float) -> Bool { row.x0 < x && row.x1 > x }

  private func cut(_ row: LayoutRow, _ x: Float) -> Int { row.words.firstIndex { $0.x0 >= x } ?? row.words.count }

  private func isClose(_ rows: [LayoutRow], _ index: Int) -> Bool {
    rows[index].y0 - rows[index - 1].y1 < 0.7 * rows[index].size
  }

  /// Whether a row of one side is more of that side's text.
  private func goesOn(_ row: LayoutRow, below above: LayoutRow, _ x: Float) -> Bool {
    let (own, other) = (cut(row, x), cut(above, x))
    return own == 0
      ? goesOn(row.words[...], below: above.words[other...])
      : own == row.words.count && goesOn(row.words[...], below: above.words[..<other])
  }

  /// The line's first word is amid a sentence: small or a figure, and no sentence ended above.
  private func goesOn(_ line: Words, below above: Words) -> Bool {
    guard let first = line.first.flatMap({ reader.bytes($0).first }),
      let last = above.last.flatMap({ reader.bytes($0).last })
    else { return false }
    if last == 0x2E || last == 0x3B || last == 0x3A { return false }
    return reader.startsLowerCase(line) || first >= 0x30 && first <= 0x39
  }

  /// Lines of several words that fill the column, of which most go on with the one above.
  private func isText(_ side: [Words]) -> Bool {
    let lines = Array(side.prefix { !$0.isEmpty })
    guard lines.count >= Self.fewest, side[lines.count...].allSatisfy(\.isEmpty),
      let x0 = lines.compactMap({ $0.first?.x0 }).min(), let x1 = lines.compactMap({ $0.last?.x1 }).max()
    else { return false }
    for line in lines.dropLast() {
      guard line.count >= 3, let end = line.last?.x1, end > x1 - 0.3 * (x1 - x0), !reader.startsWithLabel(line) else {
        return false
      }
    }
    let on = zip(lines, lines.dropFirst()).count { goesOn($1, below: $0) }
    return on >= 2 && on * 2 >= lines.count - 1 && lines.joined().count >= 4 * (lines.count - 1)
  }

  /// A wide gap on one side, but for that behind an item's label.
  private func hasCells(_ row: LayoutRow, _ x: Float) -> Bool {
    let cut = cut(row, x)
    return row.segments.contains { segment in
      guard let start = segment.words.first, start > 0, start != cut else { return false }
      return ListLabel.scan(reader.bytes(row.words[start - 1]) + [0x20]) == nil
    }
  }
}
