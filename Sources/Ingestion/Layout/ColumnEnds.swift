// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands right above and below two columns of text and keeps clear of their gutter by chance: the rows of a
/// table, and two signatures.
struct ColumnEnds {
  let reader: CellReader
  /// Wrapped lines between two rows of a table.
  private static let between = 2

  /// The run without them.
  func trim(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Range<Int> {
    let first = tableEnd(rows, run, x)
    return first..<max(first, signatures(rows, first..<run.upperBound, x))
  }

  private func tableEnd(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Int {
    var end = run.lowerBound
    for index in run where isTableRow(rows[index], x) || index == end && isSum(rows, index, run) {
      if index - end > Self.between { break }
      end = index + 1
    }
    return end > run.lowerBound && isApart(rows, end, run) ? end : run.lowerBound
  }

  /// Whether more space stands above the row than wrapped lines of cells have.
  private func isApart(_ rows: [LayoutRow], _ index: Int, _ run: Range<Int>) -> Bool {
    guard index + 1 < run.upperBound else { return true }
    let gap = rows[index].y0 - rows[index - 1].y1
    return gap > 0.45 * rows[index].size && gap > rows[index + 1].y0 - rows[index].y1 - 0.5
  }

  /// Two cells and more on one side of the gutter, of which one is a value.
  private func isTableRow(_ row: LayoutRow, _ x: Float) -> Bool {
    guard row.segments.count > 2 || row.segments.count == 2 && (row.x0 >= x || row.x1 <= x) else { return false }
    return row.segments.dropFirst().contains { segment in
      reader.isValue(row.words[segment.words]) && reader.endsInFigure(row.words[segment.words])
    }
  }

  /// `Total … $660.00` right below a row, its figure under that row's last.
  private func isSum(_ rows: [LayoutRow], _ index: Int, _ run: Range<Int>) -> Bool {
    guard index > run.lowerBound, rows[index].segments.count == 2, let last = rows[index].segments.last else {
      return false
    }
    return reader.endsInFigure(rows[index].words[last.words])
      && abs(last.x1 - rows[index - 1].x1) < 0.45 * rows[index].size
  }

  /// Where the rows with the same label on both sides begin, at least two of them, with the names above.
  private func signatures(_ rows: [LayoutRow], _ run: Range<Int>, _ x: Float) -> Int {
    var (first, count) = (run.upperBound, 0)
    for index in run.reversed() {
      if hasSameLabels(rows[index], x) {
        (first, count) = (index, count + 1)
      } else if first - index > Self.between {
        break
      }
    }
    guard count > 1 else { return run.upperBound }
    if first - 1 > run.lowerBound, rows[first - 1].x0 < x, rows[first - 1].x1 > x,
      rows[first - 1].y0 - rows[first - 2].y1 > 0.9 * rows[first - 1].size
    {
      first -= 1
    }
    return first
  }

  private func hasSameLabels(_ row: LayoutRow, _ x: Float) -> Bool {
    guard let left = row.words.first, left.x0 < x, let right = row.words.first(where: { $0.x0 >= x }) else {
      return false
    }
    return reader.bytes(left) == reader.bytes(right) && SignatureLabels.isLabel(reader.bytes(left))
  }
}
