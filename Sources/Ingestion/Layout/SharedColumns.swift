// SPDX-License-Identifier: GPL-3.0-or-later

/// The gaps that all rows of a table so far have in common, and where their cells begin and end.
struct SharedColumns {
  private var gaps: [(x0: Float, x1: Float)] = []
  private var starts: [Float] = []
  private var ends: [Float] = []
  /// Twice the middles of cells.
  private var middles: [Float] = []
  private var recent: [[LayoutSegment]] = []
  /// Where the cells of recent rows start and end, both ascending.
  private var recentStarts: [Float] = []
  private var recentEnds: [Float] = []
  private var labelGap: Float = .greatestFiniteMagnitude
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
        || middles.contains(where: { abs($0 - (segment.x0 + segment.x1)) < tolerance })
      {
        aligned += 1
      }
    }
    let own = Self.gaps(of: row)
    // A value may have been cut from its label at a narrow gap.
    let least = min(0.4 * row.size, 0.6 * row.labelGap, 0.6 * labelGap)
    let common = gaps.contains { gap in own.contains { min($0.x1, gap.x1) - max($0.x0, gap.x0) > least } }
    if closely {
      // A row of sums has few cells; its figure stands under the others'.
      let isSum =
        row.segments.count * 2 <= gaps.count + 1
        && ends.contains { abs($0 - (row.segments.last?.x1 ?? 0)) < tolerance }
      let matched = gaps.filter { gap in own.contains { min($0.x1, gap.x1) - max($0.x0, gap.x0) > 0.25 * row.size } }
        .count
      if matched * 4 >= 3 * max(own.count, gaps.count), matched > 1 || own.count == 1 && gaps.count == 1 { return true }
      return common && (isSum || aligned * 3 >= row.segments.count * 2 && row.segments.count * 2 > gaps.count)
        && row.segments.count <= gaps.count + 2
    }
    if common, aligned >= 1 || row.segments.count > 2 { return true }
    // Names above signatures may cover the gap between labels and values.
    return row.labelGap < row.size && row.segments.allSatisfy { part in starts.contains { abs($0 - part.x0) < 1.5 } }
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

  /// The words of a row of several cells at which a cell that runs into the next column's is to be cut: they start exactly
  /// where a column does, with more than a space before them.
  func crossings(_ row: LayoutRow) -> [Int] {
    guard row.segments.count > 1, gaps.count > 1 else { return [] }
    return row.segments.flatMap { segment in
      segment.words.dropFirst().filter { index in
        let (left, right) = (row.words[index - 1], row.words[index])
        return right.x0 - left.x1 > 0.7 * row.size
          && gaps.contains { abs($0.x1 - right.x0) < 1 && segment.x0 < $0.x0 }
      }
    }
  }

  /// A row of one cell belongs where it stays inside one column.
  func holds(_ row: LayoutRow) -> Bool {
    let slack = 0.3 * row.size
    return !gaps.contains { row.x0 < $0.x0 + slack && row.x1 > $0.x1 + slack } || gaps.isEmpty
  }

  mutating func add(_ row: LayoutRow) {
    recent.append(row.segments)
    for segment in row.segments {
      recentStarts.insert(segment.x0, at: Self.place(of: segment.x0, in: recentStarts))
      recentEnds.insert(segment.x1, at: Self.place(of: segment.x1, in: recentEnds))
    }
    if recent.count > 12 {
      for segment in recent.removeFirst() {
        recentStarts.remove(at: Self.place(of: segment.x0, in: recentStarts))
        recentEnds.remove(at: Self.place(of: segment.x1, in: recentEnds))
      }
    }
    let allowed = recent.count > 4 ? 1 : 0
    labelGap = min(labelGap, row.labelGap)
    let least = min(0.25 * row.size, 0.8 * labelGap)
    gaps = Self.rivers(recentStarts, recentEnds, allowed: allowed).filter { $0.x1 - $0.x0 > least }
    widen(row)
  }

  /// The first place of what is not smaller, in a list that ascends.
  private static func place(of x: Float, in list: [Float]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Stretches between the outermost edges that at most `allowed` of the spans, in any order, cover.
  static func rivers(_ spans: [(x0: Float, x1: Float)], allowed: Int) -> [(x0: Float, x1: Float)] {
    rivers(spans.map { $0.x0 }.sorted(), spans.map { $0.x1 }.sorted(), allowed: allowed)
  }

  /// The same of where spans start and where they end, both ascending.
  private static func rivers(_ starts: [Float], _ ends: [Float], allowed: Int) -> [(x0: Float, x1: Float)] {
    var result: [(x0: Float, x1: Float)] = []
    var (depth, from): (Int, Float?) = (0, nil)
    var (next, end) = (0, 0)
    while next < starts.count || end < ends.count {
      // What starts where another ends covers that place.
      if next < starts.count, end == ends.count || starts[next] <= ends[end] {
        depth += 1
        if depth == allowed + 1, let low = from {
          if starts[next] > low { result.append((low, starts[next])) }
          from = nil
        }
        next += 1
      } else {
        depth -= 1
        if depth == allowed { from = ends[end] }
        end += 1
      }
    }
    return result
  }

  mutating func widen(_ row: LayoutRow) {
    guard starts.count < 200, ends.count < 200, middles.count < 200 else { return }
    for segment in row.segments {
      if !starts.contains(where: { abs($0 - segment.x0) < 1 }) { starts.append(segment.x0) }
      if !ends.contains(where: { abs($0 - segment.x1) < 1 }) { ends.append(segment.x1) }
      let middle = segment.x0 + segment.x1
      if row.segments.count > 1, !middles.contains(where: { abs($0 - middle) < 1 }) { middles.append(middle) }
    }
  }
}
