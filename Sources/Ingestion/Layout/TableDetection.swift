// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds tables among the rows of one column of a page.
struct TableDetection {
  let reader: CellReader

  /// The rows with the tables among them, in order.
  func elements(of rows: [LayoutRow], frame: LayoutFrame) -> [LayoutElement] {
    var rows = rows
    var result: [LayoutElement] = []
    result.reserveCapacity(rows.count)
    var index = 0
    while index < rows.count {
      if rows[index].segments.count > 1 || reader.isRule(rows[index]), let end = groupEnd(&rows, from: index),
        let grid = TableAssembly(reader: reader).grid(Array(rows[index..<end]))
      {
        result.append(.table(grid))
        index = end
      } else {
        result.append(.row(rows[index], frame: frame))
        index += 1
      }
    }
    return result
  }

  /// The end of the rows from `start` on that share columns; nil where they make no table.
  private func groupEnd(_ rows: inout [LayoutRow], from start: Int) -> Int? {
    var shared = SharedColumns()
    var (end, gappy, index) = (start, 0, start)
    // The widest space between rows so far, and the last row with several cells.
    var (rowGap, lastGappy): (Float, Int) = (0, start)
    while index < rows.count {
      if index > start, rows[index].y0 - rows[index - 1].y1 > 2.6 * max(rows[index].size, 6) { break }
      if reader.isRule(rows[index]) {
        // A rule far below belongs to what follows it.
        if gappy > 1, rows[index].y0 - rows[index - 1].y1 > rowGap + 1.1 * rows[index].size { break }
        index += 1
        if gappy > 0 { end = index }
        continue
      }
      if rows[index].segments.count == 1, gappy > 0, let cut = shared.cut(rows[index]) { rows[index].cutFirstSegment(at: cut) }
      let row = rows[index]
      let gap = index > start ? row.y0 - rows[index - 1].y1 : 0
      let isApart = gappy > 1 && gap > max(rowGap + 0.55 * row.size, 1.3 * row.size)
      if row.segments.count > 1 {
        guard shared.isEmpty || shared.fits(row, closely: isApart || gappy == 1 && gap > 1.3 * row.size) else { break }
        shared.add(row)
        if gappy > 0, index == lastGappy + 1 { rowGap = max(rowGap, gap) }
        lastGappy = index
        gappy += 1
        end = index + 1
      } else {
        guard gappy > 0, shared.holds(row), !isApart || isNameAbove(rows, index) else { break }
        let isTight = gap < 0.45 * row.size && end == index
        let follows = isFollowedByGappy(rows, index, shared)
        guard isTight || follows else { break }
        if isTight, !follows, row.x0 < shared.firstColumnEnd, !isWrap(row, of: rows[index - 1]) { break }
        shared.widen(row)
        if isTight { end = index + 1 }
      }
      index += 1
    }
    guard gappy >= 2 else { return nil }
    return end
  }

  /// A single cell at the left edge after the last full row: wrapped text rather than the paragraph that follows.
  private func isWrap(_ row: LayoutRow, of last: LayoutRow) -> Bool {
    guard let first = last.segments.first, abs(first.x0 - row.x0) < 1.5 * row.size else { return false }
    if reader.startsLowerCase(row.words) { return true }
    return ListLabel.scan(reader.bytes(row.words[0])) == nil && row.x1 <= first.x1 + 2 * row.size
      && row.isBold == last.isBold && first.x1 - first.x0 > 6 * row.size
  }

  /// A name that begins above the line with its row's values.
  private func isNameAbove(_ rows: [LayoutRow], _ index: Int) -> Bool {
    index + 1 < rows.count && rows[index + 1].segments.count > 2
      && rows[index + 1].y0 - rows[index].y1 < 0.3 * rows[index].size && reader.startsLowerCase(rows[index + 1].words)
  }

  private func isFollowedByGappy(_ rows: [LayoutRow], _ index: Int, _ shared: SharedColumns) -> Bool {
    var next = index + 1
    while next < rows.count, next <= index + 3 {
      let row = rows[next]
      if row.y0 - rows[next - 1].y1 > 1.5 * max(row.size, 6) { return false }
      if reader.isRule(row) {
        next += 1
        continue
      }
      if row.segments.count > 1 { return shared.fits(row, closely: false) }
      guard shared.holds(row) else { return false }
      next += 1
    }
    return false
  }
}

/// The gaps that all rows of a table so far have in common, and where their cells begin and end.
private struct SharedColumns {
  private var gaps: [(x0: Float, x1: Float)] = []
  private var starts: [Float] = []
  private var ends: [Float] = []
  var isEmpty: Bool { starts.isEmpty }
  var firstColumnEnd: Float { gaps.first?.x1 ?? 0 }

  private static func gaps(of row: LayoutRow) -> [(x0: Float, x1: Float)] {
    zip(row.segments, row.segments.dropFirst()).map { ($0.x1, $1.x0) }
  }

  /// A row of several cells fits where a gap of its is a gap of the table and a cell of its stands under another's edge.
  /// `closely`: after a wider space most cells must.
  func fits(_ row: LayoutRow, closely: Bool) -> Bool {
    let tolerance = 0.45 * max(row.size, 5)
    var aligned = 0
    for segment in row.segments {
      if starts.contains(where: { abs($0 - segment.x0) < tolerance })
        || ends.contains(where: { abs($0 - segment.x1) < tolerance })
      {
        aligned += 1
      }
    }
    let own = Self.gaps(of: row)
    let common = gaps.contains { gap in own.contains { min($0.x1, gap.x1) - max($0.x0, gap.x0) > 0.4 * row.size } }
    if closely { return common && aligned * 3 >= row.segments.count * 2 && row.segments.count * 2 > gaps.count
      && row.segments.count <= gaps.count + 2 }
    return common && (aligned >= 1 || row.segments.count > 2)
  }

  /// The word of a row without a gap that starts exactly where the second column does: label and value stand close.
  func cut(_ row: LayoutRow) -> Int? {
    guard starts.contains(where: { abs($0 - row.x0) < 1.5 }) else { return nil }
    for index in row.words.indices.dropFirst() {
      let (left, right) = (row.words[index - 1], row.words[index])
      guard right.x0 - left.x1 > 0.2 * row.size else { continue }
      if gaps.contains(where: { abs($0.x1 - right.x0) < 1 }) { return index }
    }
    return nil
  }

  /// A row of one cell belongs where it stays inside one column.
  func holds(_ row: LayoutRow) -> Bool {
    let slack = 0.3 * row.size
    return !gaps.contains { row.x0 < $0.x0 + slack && row.x1 > $0.x1 + slack } || gaps.isEmpty
  }

  mutating func add(_ row: LayoutRow) {
    let own = Self.gaps(of: row)
    if gaps.isEmpty {
      gaps = own
    } else if own.count >= gaps.count || own.count >= 2 {
      var merged: [(x0: Float, x1: Float)] = []
      for gap in gaps {
        for mine in own {
          let (x0, x1) = (max(gap.x0, mine.x0), min(gap.x1, mine.x1))
          if x1 - x0 > 0.3 * row.size { merged.append((x0, x1)) }
        }
      }
      // Gaps that this row's cells do not cross stay, those of a column it does not have among them.
      for gap in gaps where !merged.contains(where: { $0.x0 < gap.x1 && gap.x0 < $0.x1 }) {
        if !row.segments.contains(where: { $0.x0 < gap.x1 && gap.x0 < $0.x1 }) { merged.append(gap) }
      }
      if !merged.isEmpty { gaps = merged.sorted { $0.x0 < $1.x0 } }
    }
    widen(row)
  }

  mutating func widen(_ row: LayoutRow) {
    for segment in row.segments {
      if !starts.contains(where: { abs($0 - segment.x0) < 1 }) { starts.append(segment.x0) }
      if !ends.contains(where: { abs($0 - segment.x1) < 1 }) { ends.append(segment.x1) }
    }
  }
}
