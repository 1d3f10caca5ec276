// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds tables among the rows of one column of a page.
struct TableDetection {
  let reader: CellReader
  private let cells = TallCells()
  private let headers: HeaderCuts

  init(reader: CellReader) {
    self.reader = reader
    headers = HeaderCuts(reader: reader)
  }

  /// The rows with the tables among them, in order.
  func elements(of rows: [LayoutRow], frame: LayoutFrame) -> [LayoutElement] {
    var rows = rows
    cells.joinPieces(&rows)
    var result: [LayoutElement] = []
    result.reserveCapacity(rows.count)
    var index = 0
    while index < rows.count {
      if let (grid, end) = SignatureLabels(reader: reader).grid(rows, from: index) {
        result.append(.table(grid))
        index = end
      } else if rows[index].segments.count > 1 || reader.isRule(rows[index])
        || cells.beginsRow(rows, index, apart: true),
        let end = groupEnd(&rows, from: index),
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
    // The least space between rows so far, and the last row with several cells.
    var (rowGap, lastGappy): (Float, Int) = (.greatestFiniteMagnitude, start)
    var most = 0
    // A tall cell may begin above the first row of several.
    if rows[start].segments.count == 1, !reader.isRule(rows[start]) {
      index = rows[start...].firstIndex { $0.segments.count > 1 } ?? start
    }
    while index < rows.count {
      if index > start, rows[index].y0 - rows[index - 1].y1 > 2.6 * max(rows[index].size, 6) { break }
      if reader.isRule(rows[index]) {
        // A rule far below belongs to what follows it.
        if gappy > 1, rows[index].y0 - rows[index - 1].y1 > max(rowGap, 0) + 1.1 * rows[index].size { break }
        index += 1
        if gappy > 0 { end = index }
        continue
      }
      if rows[index].segments.count == 1, gappy > 0, let cut = shared.cut(rows[index]) {
        rows[index].cut(at: cut)
      }
      for cut in shared.crossings(rows[index]) { rows[index].cut(at: cut) }
      let row = rows[index]
      let gap = index > start ? row.y0 - rows[index - 1].y1 : 0
      let usual = min(max(rowGap, 0), 0.6 * row.size)
      let limit = gappy > 1 ? max(usual + 0.6 * row.size, 0.9 * row.size) : 0.9 * row.size
      let isApart = gap > min(limit, 1.9 * row.size)
      if row.segments.count > 1 {
        if !shared.isEmpty, gap >= -0.2 * row.size, !shared.fits(row, closely: isApart) {
          guard gap < 1.2 * row.size, let cut = headers.cut(rows[start..<index], over: rows[index...]) else { break }
          rows.replaceSubrange(start..<index, with: cut)
          shared = SharedColumns()
          for heading in cut where heading.segments.count > 1 { shared.add(heading) }
          guard shared.fits(row, closely: false) else { break }
        }
        if gappy > 2, isHeaderLike(row, rows[start]) || isNote(row, rows[start..<index]) { break }
        if gappy > 2, headers.beginsTable(rows, index) { break }
        most = max(most, index > start ? rows[index - 1].segments.count : 0)
        if gappy > 1, isApart,
          isAboveMoreCells(rows, index, most) || opensAlike(row) && !opensAlike(rows[lastGappy])
        {
          break
        }
        if gappy > 0, gap > 0.7 * row.size, labels(row) == 0, labels(rows[lastGappy]) > 1, !isSigned(rows[lastGappy]) {
          break
        }
        shared.add(row)
        if gappy > 0, index == lastGappy + 1 { rowGap = min(rowGap, gap) }
        lastGappy = index
        gappy += 1
        end = index + 1
      } else {
        if gappy > 1, isTitle(row, above: rows, index, max(most, rows[lastGappy].segments.count)) { break }
        guard gappy > 0, shared.holds(row),
          !isApart && gap < 1.2 * row.size || isNameAbove(rows, index) || cells.beginsRow(rows, index)
        else { break }
        let isTight = gap < 0.56 * row.size && end == index
        let follows = isFollowedByGappy(rows, index, shared)
        guard isTight || follows else { break }
        if isTight, !follows, row.x0 < shared.firstColumnEnd, !isWrap(row, of: rows[index - 1]),
          !cells.endsRow(rows, index), !cells.wrapsAsBefore(rows, index, from: start)
        {
          break
        }
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

  /// A further header, which begins as the table's own does: another table.
  private func isHeaderLike(_ row: LayoutRow, _ first: LayoutRow) -> Bool {
    guard row.segments.count > 2, let own = row.words.first, let other = first.words.first,
      reader.bytes(own) == reader.bytes(other)
    else { return false }
    let cells = row.segments.map { TableGrid.Cell(column: 0, span: 1, lines: [Array(row.words[$0.words])]) }
    return reader.headerShare(cells) >= 0.6 && !row.segments.contains { reader.endsInFigure(row.words[$0.words]) }
  }

  /// A footnote below the table, in which a raised sign or a wide space looks like a gap: running text over several
  /// cells of the rows above, with no figure behind it.
  private func isNote(_ row: LayoutRow, _ above: ArraySlice<LayoutRow>) -> Bool {
    guard let text = row.segments.max(by: { $0.words.count < $1.words.count }), text.words.count >= 9,
      row.segments.count <= 3,
      let widest = above.max(by: { $0.segments.count < $1.segments.count }), widest.segments.count > 3,
      !row.segments.contains(where: { $0.x0 > text.x0 && reader.endsInFigure(row.words[$0.words]) })
    else { return false }
    return widest.segments.count { $0.x0 < text.x1 && text.x0 < $0.x1 } > 2
  }

  /// The headings, set close, of a table with many more columns than the labels and values above have.
  private func isAboveMoreCells(_ rows: [LayoutRow], _ index: Int, _ most: Int) -> Bool {
    guard index + 1 < rows.count, rows[index + 1].segments.count >= most + 2 else { return false }
    return !rows[index].words.contains { reader.endsInFigure([$0]) }
      && rows[index + 1].segments.contains { reader.endsInFigure(rows[index + 1].words[$0.words]) }
  }

  /// `A. Prices` between labels with their values and the headings of a table of many more columns.
  private func isTitle(_ row: LayoutRow, above rows: [LayoutRow], _ index: Int, _ most: Int) -> Bool {
    guard row.words.count <= 6, index + 2 < rows.count, rows[index + 1].segments.count >= max(most + 1, 4),
      !reader.endsInFigure(row.words)
    else { return false }
    let headings = rows[index + 1]
    guard !headings.segments.contains(where: { reader.endsInFigure(headings.words[$0.words]) }) else { return false }
    // Headings may wrap.
    let wraps = rows[(index + 2)...].prefix(3).prefix { next in
      next.segments.count < headings.segments.count
        && !next.segments.contains { reader.endsInFigure(next.words[$0.words]) }
        && next.y0 - headings.y1 < 2.6 * next.size
    }
    let behind = index + 2 + wraps.count
    guard behind < rows.count, rows[behind].segments.count >= 4 else { return false }
    let first = rows[behind]
    return first.segments.contains { reader.endsInFigure(first.words[$0.words]) }
  }

  /// How many cells begin with a label and its colon.
  private func labels(_ row: LayoutRow) -> Int {
    row.segments.filter { reader.startsWithLabel(row.words[$0.words]) }.count
  }

  /// `By: /s/ …`, `Signed: ____`: names and dates may follow without labels.
  private func isSigned(_ row: LayoutRow) -> Bool {
    row.words.contains { word in
      let text = reader.bytes(word)
      return text.starts(with: "/s/".utf8) || text.starts(with: "___".utf8)
    }
  }

  /// `Signed for Quill Works Ltd     Signed for Harbour Library`: two blocks side by side, and no row of a table.
  private func opensAlike(_ row: LayoutRow) -> Bool {
    let openers = row.segments.map { reader.bytes(row.words[$0.words.lowerBound]) }
    guard openers.count > 1, let first = openers[0].first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else {
      return false
    }
    return openers.allSatisfy { $0 == openers[0] }
  }

  /// A name that begins above the line with its row's values.
  private func isNameAbove(_ rows: [LayoutRow], _ index: Int) -> Bool {
    index + 1 < rows.count && rows[index + 1].segments.count > 2
      && rows[index + 1].y0 - rows[index].y1 < 0.5 * rows[index].size && reader.startsLowerCase(rows[index + 1].words)
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
