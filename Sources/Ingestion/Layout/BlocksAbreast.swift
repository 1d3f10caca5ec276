// SPDX-License-Identifier: GPL-3.0-or-later

/// Two short blocks of lines side by side that keep no common lines, such as a sender's address and a title beside it.
enum BlocksAbreast {
  private static let (fewest, most) = (4, 16)

  /// The rows in `run`, all clear of the strip at `x`, that make two blocks; nil where there are none.
  static func find(in rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int>? {
    var start = run.lowerBound
    while start < run.upperBound {
      var end = start + 1
      while end < run.upperBound, !breaks(rows, end, x) { end += 1 }
      // Rows with both sides in sequence are lines in common: a table.
      if end < run.upperBound, side(rows[end], x) == .both, end > start { end -= 1 }
      if let found = blocks(rows, start..<max(end, start), x) { return found }
      start = max(end, start) + 1
    }
    return nil
  }

  private enum Side { case left, right, both }

  private static func side(_ row: LayoutRow, _ x: Float) -> Side {
    row.x1 <= x + 2 ? .left : row.x0 >= x - 2 ? .right : .both
  }

  private static func breaks(_ rows: [LayoutRow], _ index: Int, _ x: Float) -> Bool {
    if rows[index].y0 - rows[index - 1].y1 > 2.5 * max(rows[index].size, 6) { return true }
    return side(rows[index], x) == .both && side(rows[index - 1], x) == .both
  }

  private static func blocks(_ rows: [LayoutRow], _ window: Range<Int>, _ x: Float) -> Range<Int>? {
    guard window.count >= fewest else { return nil }
    var window = window
    trim(rows, &window, x)
    guard window.count >= fewest, window.count <= most else { return nil }
    let sides = window.map { side(rows[$0], x) }
    let (left, right) = (sides.count { $0 == .left }, sides.count { $0 == .right })
    let both = window.count - left - right
    guard left >= 2, right >= 2, both * 2 <= min(left, right) else { return nil }
    let (one, other) = (extent(rows, window, x, .left), extent(rows, window, x, .right))
    let common = min(one.y1, other.y1) - max(one.y0, other.y0)
    guard common > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0), one.isDense, other.isDense,
      other.x0 - one.x1 > rows[window.lowerBound].size
    else { return nil }
    return window
  }

  /// Drops lines at both ends that stand apart from their own side's, where the other side has none.
  private static func trim(_ rows: [LayoutRow], _ window: inout Range<Int>, _ x: Float) {
    while window.count >= fewest, let last = window.last, let own = side(rows[last], x) as Side?, own != .both,
      let before = window.dropLast().last(where: { side(rows[$0], x) == own || side(rows[$0], x) == .both }),
      rows[last].y0 - rows[before].y1 > 1.0 * rows[last].size
    { window = window.lowerBound..<last }
    while window.count >= fewest, let first = window.first, let own = side(rows[first], x) as Side?, own != .both,
      let after = window.dropFirst().first(where: { side(rows[$0], x) == own || side(rows[$0], x) == .both }),
      rows[after].y0 - rows[first].y1 > 1.6 * rows[first].size
    { window = (first + 1)..<window.upperBound }
  }

  private struct Extent {
    var x0: Float = .greatestFiniteMagnitude, x1: Float = 0
    var y0: Float = .greatestFiniteMagnitude, y1: Float = 0
    var lines = 0, close = 0
    /// Lines of text one below the other, unlike the cells of a table with cells of several lines beside them.
    var isDense: Bool { (close + 1) * 10 >= lines * 7 }
  }

  private static func extent(_ rows: [LayoutRow], _ window: Range<Int>, _ x: Float, _ own: Side) -> Extent {
    var result = Extent()
    for row in rows[window] {
      let words = row.words.filter { own == .left ? $0.x0 < x : $0.x0 >= x }
      guard let first = words.first, let last = words.last else { continue }
      let (top, bottom) = (words.map(\.y0).min() ?? row.y0, words.map(\.y1).max() ?? row.y1)
      if result.lines > 0, top - result.y1 < 0.9 * row.size { result.close += 1 }
      result.lines += 1
      result.x0 = min(result.x0, first.x0)
      result.x1 = max(result.x1, last.x1)
      result.y0 = min(result.y0, top)
      result.y1 = max(result.y1, bottom)
    }
    return result
  }
}
