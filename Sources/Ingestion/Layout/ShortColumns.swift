// SPDX-License-Identifier: GPL-3.0-or-later

/// Running text in two columns of a few lines: too short for the shape of its lines to tell it from a table, but its
/// sentences go on from line to line within each column.
struct ShortColumns {
  let reader: CellReader
  static let fewest = 3
  private static let (fewestWithNames, most) = (8, 48)

  private typealias Words = ArraySlice<PositionedWord>

  /// The rows in `run`, all clear of the strip at `x`, that are such text; nil where they are none, or may be a table.
  func find(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int>? {
    if let found = text(rows, run, x) { return found }
    // Signatures, or what else stands apart below, may keep clear of the strip as well.
    var parts: [Range<Int>] = []
    var start = run.lowerBound
    for index in run.dropFirst() where !isClose(rows, index) {
      parts.append(start..<index)
      start = index
    }
    guard !parts.isEmpty, parts.count < 6 else { return nil }
    parts.append(start..<run.upperBound)
    guard parts[0].count >= Self.fewest else { return nil }
    let found = parts.filter { $0.count >= Self.fewest }.compactMap { text(rows, $0, x) }
    return found.count == 1 && found[0].lowerBound == run.lowerBound ? found[0] : nil
  }

  private func text(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int>? {
    guard let first = run.first(where: { isBoth(rows[$0], x) }), let last = run.last(where: { isBoth(rows[$0], x) }),
      last - first + 1 >= Self.fewest, last - first < Self.most
    else { return nil }
    var end = last + 1
    while end < run.upperBound, end - first < Self.most, isClose(rows, end), goesOn(rows[end], below: rows[end - 1], x)
    {
      end += 1
    }
    var all = end
    while all < run.upperBound, all - first < Self.most, isClose(rows, all), isSame(rows[all], rows[last], x) {
      all += 1
    }
    if all > end, let found = text(rows, window: first..<all, x) { return found }
    return text(rows, window: first..<end, x)
  }

  private func text(_ rows: [LayoutRow], window: Range<Int>, _ x: Float) -> Range<Int>? {
    let first = window.lowerBound
    guard window.dropFirst().allSatisfy({ isClose(rows, $0) }) else { return nil }
    // What stands right above may be the headings of a table.
    if first > 0, rows[first].y0 - rows[first - 1].y1 < 0.7 * rows[first].size { return nil }
    let sides = [
      window.map { rows[$0].words[..<cut(rows[$0], x)] }, window.map { rows[$0].words[cut(rows[$0], x)...] },
    ]
    guard sides.allSatisfy({ isText($0) }), !window.contains(where: { hasCells(rows[$0], x) }) else { return nil }
    // Two cells of a table begin on one line.
    let edges = sides.map { $0.compactMap(\.last?.x1).max() ?? 0 }
    let together = (1..<window.count).filter { line in
      sides.allSatisfy { !$0[line].isEmpty && !reader.startsLowerCase($0[line]) }
    }
    // In longer columns names may begin two lines once, amid a sentence on both sides.
    let isChance =
      window.count >= Self.fewestWithNames && together.count == 1
      && zip(sides, edges).allSatisfy { isFull($0[together[0] - 1], before: $0[together[0]], $1) }
    return together.isEmpty || isChance ? window : nil
  }

  /// Whether the line below continues: its first word had no room, and no sentence ended.
  private func isFull(_ line: Words, before next: Words, _ edge: Float) -> Bool {
    guard let last = line.last, let first = next.first, let stop = reader.bytes(last).last else { return false }
    return stop != 0x2E && stop != 0x3B && stop != 0x3A && hasNoRoom(last, for: first, edge)
  }

  private func hasNoRoom(_ last: PositionedWord, for next: PositionedWord, _ edge: Float) -> Bool {
    last.x1 + (next.x1 - next.x0) + 0.2 * next.fontSize > edge
  }

  /// Whether a row is of one side only, and begins where that side's text does.
  private func isSame(_ row: LayoutRow, _ whole: LayoutRow, _ x: Float) -> Bool {
    guard !isBoth(row, x) else { return false }
    let start = row.x0 < x ? whole.x0 : whole.words.first { $0.x0 >= x }?.x0 ?? 0
    return abs(row.x0 - start) < 0.7 * row.size
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
    // The last lines of paragraphs are short.
    var short = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let last = line.last, let first = next.first, !reader.startsWithLabel(line) else { return false }
      if line.count < 2 || last.x1 <= x1 - 0.3 * (x1 - x0) && !hasNoRoom(last, for: first, x1) { short += 1 }
    }
    guard short * 6 <= lines.count - 1, lines.count > 6 || short == 0 else { return false }
    let on = zip(lines, lines.dropFirst()).count { goesOn($1, below: $0) }
    return on >= 2 && on * 2 >= lines.count - 1 && lines.joined().count * 2 >= 7 * (lines.count - 1)
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
