// SPDX-License-Identifier: GPL-3.0-or-later

/// Headings that stand so close to each other that no gap tells them apart ("Order Term Quantity" over `24` and `65`): cut
/// where the columns of the rows below are.
struct HeaderCuts {
  let reader: CellReader

  /// The headings cut anew; nil where these rows are none, or the rows below tell nothing.
  func cut(_ headings: ArraySlice<LayoutRow>, over body: ArraySlice<LayoutRow>) -> [LayoutRow]? {
    guard (1...3).contains(headings.count), let first = body.first, first.segments.count >= 4,
      first.segments.count(where: { reader.endsInFigure(first.words[$0.words]) }) >= 2, isHeading(headings),
      headings.contains(where: { $0.segments.count + 1 < first.segments.count || $0.segments.count > 2 })
    else { return nil }
    let alike = body.prefix(4).prefix { $0.segments.count == first.segments.count }
    let columns = first.segments.indices.map { column in
      (
        x0: alike.map { $0.segments[column].x0 }.min() ?? 0, x1: alike.map { $0.segments[column].x1 }.max() ?? 0
      )
    }
    let borders = zip(columns, columns.dropFirst()).map { ($0.x1 + $1.x0) / 2 }
    func column(_ word: PositionedWord) -> Int {
      let middle = (word.x0 + word.x1) / 2
      return borders.firstIndex { middle < $0 } ?? borders.count
    }
    var filled: Set<Int> = []
    let cut = headings.map { row in
      let places = row.words.map(column)
      filled.formUnion(places)
      return LayoutRow(words: row.words, splits: places.indices.dropFirst().filter { places[$0] != places[$0 - 1] })
    }
    return filled.count + 1 >= columns.count ? cut : nil
  }

  /// A further row of headings below rows of figures: another table begins.
  func beginsTable(_ rows: [LayoutRow], _ index: Int) -> Bool {
    let row = rows[index]
    guard row.segments.count > 2, index + 1 < rows.count, rows[index + 1].segments.count > 2, index > 0,
      !row.words.contains(where: { reader.endsInFigure([$0]) }),
      rows[index + 1].segments.contains(where: { reader.endsInFigure(rows[index + 1].words[$0.words]) }),
      rows[index - 1].segments.contains(where: { reader.endsInFigure(rows[index - 1].words[$0.words]) })
    else { return false }
    return share(row) >= 0.75
  }

  private func isHeading(_ rows: ArraySlice<LayoutRow>) -> Bool {
    rows.allSatisfy { row in !row.words.contains { reader.endsInFigure([$0]) } }
      && rows.map(share).max() ?? 0 >= 0.6
  }

  private func share(_ row: LayoutRow) -> Float {
    reader.headerShare(row.segments.map { TableGrid.Cell(column: 0, span: 1, lines: [Array(row.words[$0.words])]) })
  }
}
