// SPDX-License-Identifier: GPL-3.0-or-later

/// Two short blocks of lines side by side that keep no common lines: a sender's address and a title beside it, the
/// signatures of two parties.
struct BlocksAbreast {
  let reader: CellReader
  private static let (fewest, most) = (4, 16)

  /// The rows in `run`, all clear of the strip at `x`, that make two blocks; nil where there are none.
  func find(in rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int>? {
    windows(rows, run, x, signed: true).first { areSignatures(rows, $0, x) }
      ?? windows(rows, run, x, signed: false).lazy.compactMap { blocks(rows, $0, x) }.first
  }

  /// Runs of rows without a wide gap; but for signatures, without two rows in sequence that have both sides either:
  /// those have lines in common, as a table has.
  private func windows(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float, signed: Bool) -> [Range<Int>] {
    if signed, !run.contains(where: { isSignature(rows[$0]) }) { return [] }
    var result: [Range<Int>] = []
    var start = run.lowerBound
    // The short last line of the paragraph above is none of a block's.
    if start > 0, start + 1 < run.upperBound, side(rows[start], x) == .left, side(rows[start - 1], x) == .both,
      rows[start].y0 - rows[start - 1].y1 < min(0.9 * rows[start].size, rows[start + 1].y0 - rows[start].y1 + 1)
    {
      start += 1
    }
    while start < run.upperBound {
      var end = start + 1
      while end < run.upperBound, !isApart(rows, end), signed || !areCommon(rows, end, x) { end += 1 }
      let next = end
      if !signed, end < run.upperBound, areCommon(rows, end, x), end > start { end -= 1 }
      if end - start >= Self.fewest { result.append(start..<end) }
      start = next
    }
    return result
  }

  private enum Side { case left, right, both }

  private func side(_ row: LayoutRow, _ x: Float) -> Side {
    row.x1 <= x + 2 ? .left : row.x0 >= x - 2 ? .right : .both
  }

  private func isApart(_ rows: [LayoutRow], _ index: Int) -> Bool {
    let gap = rows[index].y0 - rows[index - 1].y1
    return gap > 2.5 * max(rows[index].size, 6) && (gap > 5 * rows[index].size || !isSignature(rows[index - 1]))
  }

  private func areCommon(_ rows: [LayoutRow], _ index: Int, _ x: Float) -> Bool {
    side(rows[index], x) == .both && side(rows[index - 1], x) == .both
  }

  private func areSignatures(_ rows: [LayoutRow], _ window: Range<Int>, _ x: Float) -> Bool {
    guard window.count <= 24 else { return false }
    let sides = window.map { side(rows[$0], x) }
    let (left, right) = (sides.count { $0 == .left }, sides.count { $0 == .right })
    guard left >= 2, right >= 2, window.count - left - right <= min(left, right) else { return false }
    let (one, other) = (extent(rows, window, x, .left), extent(rows, window, x, .right))
    return one.isSigned && other.isSigned && other.x0 - one.x1 > rows[window.lowerBound].size
      && areInterleaved(rows, window, x, one, other)
  }

  /// Each side has lines within the other's height: a block that begins below the other's end is read after it.
  private func areInterleaved(
    _ rows: [LayoutRow], _ window: Range<Int>, _ x: Float, _ left: Extent, _ right: Extent
  ) -> Bool {
    var (lefts, rights) = (0, 0)
    for row in rows[window] {
      let own = side(row, x)
      if own != .right, row.y1 > right.y0, row.y0 < right.y1 { lefts += 1 }
      if own != .left, row.y1 > left.y0, row.y0 < left.y1 { rights += 1 }
    }
    return lefts >= 2 && rights >= 2
  }

  private func blocks(_ rows: [LayoutRow], _ window: Range<Int>, _ x: Float) -> Range<Int>? {
    guard window.count >= Self.fewest else { return nil }
    var window = window
    trim(rows, &window, x)
    guard window.count >= Self.fewest, window.count <= Self.most else { return nil }
    let sides = window.map { side(rows[$0], x) }
    let (left, right) = (sides.count { $0 == .left }, sides.count { $0 == .right })
    let both = window.count - left - right
    let (one, other) = (extent(rows, window, x, .left), extent(rows, window, x, .right))
    let common = min(one.y1, other.y1) - max(one.y0, other.y0)
    guard left >= 2, right >= 2, other.x0 - one.x1 > rows[window.lowerBound].size else { return nil }
    guard both * 2 <= min(left, right), areInterleaved(rows, window, x, one, other),
      common > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0), one.isDense,
      other.isDense
    else { return nil }
    return window
  }

  private func isSignature(_ row: LayoutRow) -> Bool { row.words.contains(where: isSignature) }

  /// `/s/`, `By:`, `Name:`, `Signature`, `____`
  private func isSignature(_ word: PositionedWord) -> Bool {
    let text = reader.bytes(word)
    // The first byte passes over nearly all words.
    switch text.first {
    case 0x2F: return text.starts(with: "/s/".utf8) || text.starts(with: "/S/".utf8)
    case 0x5F: return text.starts(with: "____".utf8)
    case 0x42, 0x49, 0x4E, 0x53, 0x54:
      let lower = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      return text.count < 11 && Self.signatureWords.contains { lower.elementsEqual($0.utf8) }
    default: return false
    }
  }

  /// They begin with B, I, N, S or T.
  private static let signatureWords = ["by:", "name:", "title:", "its:", "signature", "signature:", "signed:"]

  /// Drops lines at both ends that stand apart from their own side's, where the other side has none.
  private func trim(_ rows: [LayoutRow], _ window: inout Range<Int>, _ x: Float) {
    while window.count >= Self.fewest, let last = window.last, let own = side(rows[last], x) as Side?, own != .both,
      let before = window.dropLast().last(where: { side(rows[$0], x) == own || side(rows[$0], x) == .both }),
      rows[last].y0 - rows[before].y1 > 1.0 * rows[last].size
    { window = window.lowerBound..<last }
    while window.count >= Self.fewest, let first = window.first, let own = side(rows[first], x) as Side?, own != .both,
      let after = window.dropFirst().first(where: { side(rows[$0], x) == own || side(rows[$0], x) == .both }),
      rows[after].y0 - rows[first].y1 > 1.6 * rows[first].size
    { window = (first + 1)..<window.upperBound }
  }

  private struct Extent {
    var x0: Float = .greatestFiniteMagnitude, x1: Float = 0
    var y0: Float = .greatestFiniteMagnitude, y1: Float = 0
    var lines = 0, close = 0
    var isSigned = false
    /// Lines of text one below the other, unlike the cells of a table with cells of several lines beside them.
    var isDense: Bool { (close + 1) * 10 >= lines * 7 }
  }

  private func extent(_ rows: [LayoutRow], _ window: Range<Int>, _ x: Float, _ own: Side) -> Extent {
    var result = Extent()
    for row in rows[window] {
      let words = row.words.filter { own == .left ? $0.x0 < x : $0.x0 >= x }
      guard let first = words.first, let last = words.last else { continue }
      let (top, bottom) = (words.map(\.y0).min() ?? row.y0, words.map(\.y1).max() ?? row.y1)
      result.isSigned = result.isSigned || words.contains(where: isSignature)
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
