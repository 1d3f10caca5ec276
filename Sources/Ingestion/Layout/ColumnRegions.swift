// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells columns of running text from tables, and puts the left column before the right one.
struct ColumnRegions {
  let reader: CellReader

  enum Region {
    case single([LayoutRow])
    case columns(left: [PositionedWord], right: [PositionedWord])
  }

  /// The regions of a page (or of a column of it), top to bottom.
  func regions(of rows: [LayoutRow]) -> [Region] {
    guard rows.count >= ShortColumns.fewest, let (range, x) = bestGutter(rows) else { return [.single(rows)] }
    var result: [Region] = []
    if range.lowerBound > 0 { result += regions(of: Array(rows[..<range.lowerBound])) }
    var left: [PositionedWord] = []
    var right: [PositionedWord] = []
    for row in rows[range] {
      for word in row.words { if word.x0 < x { left.append(word) } else { right.append(word) } }
    }
    result.append(.columns(left: left, right: right))
    if range.upperBound < rows.count { result += regions(of: Array(rows[range.upperBound...])) }
    return result
  }

  /// The tallest run of rows that a vertical strip runs through with running text on both sides.
  private func bestGutter(_ rows: [LayoutRow]) -> (Range<Int>, Float)? {
    let x0 = rows.map(\.x0).min() ?? 0
    let x1 = rows.map(\.x1).max() ?? 0
    let width = x1 - x0
    guard width > 60 else { return nil }
    var best: (range: Range<Int>, x: Float)?
    for x in candidates(rows, x0 + 0.25 * width, x1 - 0.25 * width) {
      var start = 0
      while start < rows.count {
        // The end of a table's cell is none of the text below.
        guard isClear(rows[start], x), !TallCells().endsRow(rows, start) else {
          start += 1
          continue
        }
        var end = start
        while end < rows.count, isClear(rows[end], x) { end += 1 }
        if end - start >= 6, end - start > best?.range.count ?? 0, let range = prose(rows, start..<end, x) {
          if range.count > best?.range.count ?? 0 { best = (range, x) }
        } else if end - start >= ShortColumns.fewest, best == nil,
          let range = ShortColumns(reader: reader).find(rows, start..<end, x)
        {
          best = (range, x)
        }
        if let range = BlocksAbreast(reader: reader).find(in: rows, start..<end, x),
          range.count > best?.range.count ?? 0
        {
          best = (range, x)
        }
        start = end
      }
    }
    return best.map { ($0.range, $0.x) }
  }

  private func candidates(_ rows: [LayoutRow], _ low: Float, _ high: Float) -> [Float] {
    var votes: [Int: Int] = [:]
    for row in rows {
      // The second column's lines start on one edge.
      for segment in row.segments where segment.x0 > low && segment.x0 < high {
        votes[Int(segment.x0 / 3), default: 0] += 1
      }
    }
    let order = votes.filter { $0.value + (votes[$0.key + 1] ?? 0) >= 3 }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    return order.prefix(6).map { Float($0.key * 3) - 2.5 }
  }

  private func isClear(_ row: LayoutRow, _ x: Float) -> Bool {
    for segment in row.segments where segment.x0 < x + 2 && segment.x1 > x - 2 {
      // Justified lines leave little room at the gutter: the strip may run through a gap between words.
      for word in row.words[segment.words] where word.x0 < x + 2 && word.x1 > x - 2 { return false }
    }
    return true
  }

  // MARK: Prose or table

  private struct Side {
    var lines = 0, full = 0, words = 0
    var x0: Float = .greatestFiniteMagnitude, x1: Float = 0
    var firstRow = -1, lastRow = -1
  }

  /// The part of the run where both sides are running text; nil where they are cells.
  private func prose(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int>? {
    var run = ColumnEnds(reader: reader).trim(rows, run, x)
    // Rows of one side only at the top belong to what stands above, unless both sides begin within a few lines.
    func sides(_ row: LayoutRow) -> (Bool, Bool) { (row.x0 < x, row.x1 > x) }
    while let first = run.first, sides(rows[first]) != (true, true), run.count > 6,
      !rows[run].prefix(5).contains(where: { sides($0).1 }) || !rows[run].prefix(5).contains(where: { sides($0).0 })
    {
      run = (first + 1)..<run.upperBound
    }
    var (left, right) = (Side(), Side())
    for index in run {
      for segment in segments(rows[index], x) {
        if segment.x0 < x { add(rows[index], segment, index, &left) } else { add(rows[index], segment, index, &right) }
      }
    }
    guard left.lines >= 3, right.lines >= 3, left.x1 - left.x0 > 50, right.x1 - right.x0 > 50 else { return nil }
    fill(rows, run, x, &left, &right)
    let (longer, shorter) = left.lines >= right.lines ? (left, right) : (right, left)
    guard longer.lines >= 6, isProse(longer) else { return nil }
    // Beside a column of running text a short one may be a list of names; a table's other cells are sparse.
    let span = shorter.lastRow - shorter.firstRow + 1
    guard isProse(shorter) || (left.lines > right.lines && shorter.lines * 3 >= span) else { return nil }
    guard !isTabular(rows, run, x) else { return nil }
    return run
  }

  private func isProse(_ side: Side) -> Bool {
    side.words >= side.lines * 4 && side.full * 20 >= side.lines * 9
  }

  /// Cells have gaps of their own on their side; running text has none but after labels.
  private func isTabular(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Bool {
    var gappy = 0
    for row in rows[run] {
      let parts = segments(row, x)
      let lefts = parts.filter { $0.x0 < x }
      let rights = parts.filter { $0.x0 >= x }
      for part in [lefts, rights] where part.count > 1 {
        let isLabel =
          part[0].words.count <= 2
          && ListLabel.scan(reader.bytes(row.words[part[0].words.lowerBound]) + [0x20]) != nil
        if !(isLabel && part.count == 2) { gappy += 1 }
      }
    }
    return gappy * 5 > run.count
  }

  /// The row's segments, cut at the gutter.
  private func segments(_ row: LayoutRow, _ x: Float) -> [LayoutSegment] {
    var result: [LayoutSegment] = []
    for segment in row.segments {
      if segment.x0 < x, segment.x1 > x, let cut = segment.words.first(where: { row.words[$0].x0 >= x }) {
        result.append(.init(words: segment.words.lowerBound..<cut, x0: segment.x0, x1: row.words[cut - 1].x1))
        result.append(.init(words: cut..<segment.words.upperBound, x0: row.words[cut].x0, x1: segment.x1))
      } else {
        result.append(segment)
      }
    }
    return result
  }

  private func add(_ row: LayoutRow, _ segment: LayoutSegment, _ index: Int, _ side: inout Side) {
    if side.lastRow != index { side.lines += 1 }
    if side.firstRow < 0 { side.firstRow = index }
    side.lastRow = index
    side.words += segment.words.count
    side.x0 = min(side.x0, segment.x0)
    side.x1 = max(side.x1, segment.x1)
  }

  private func fill(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float, _ left: inout Side, _ right: inout Side) {
    for index in run {
      let parts = segments(rows[index], x)
      if let end = parts.last(where: { $0.x0 < x })?.x1, end > left.x1 - 0.15 * (left.x1 - left.x0) { left.full += 1 }
      if let end = parts.last(where: { $0.x0 >= x })?.x1, end > right.x1 - 0.15 * (right.x1 - right.x0) {
        right.full += 1
      }
    }
  }
}
