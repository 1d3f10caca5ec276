// SPDX-License-Identifier: GPL-3.0-or-later

/// Lines of running text that justification set wide: their gaps are spaces between words.
enum Justification {
  static func join(_ rows: [LayoutRow], _ reader: CellReader) -> [LayoutRow] {
    guard rows.contains(where: { $0.segments.count > 1 }) else { return rows }
    var result = rows
    for index in rows.indices where rows[index].segments.count > 1 {
      if runsOn(rows[index], reader) || FilledBlanks(reader: reader).isText(rows, index) {
        result[index] = LayoutRow(words: rows[index].words, splits: [])
      }
    }
    for index in rows.indices where result[index].segments.count > 1 {
      if isJustified(result, index) { result[index] = LayoutRow(words: rows[index].words, splits: []) }
    }
    return result
  }

  /// Several words, no very wide gap, and text that goes on in lower case after gaps: no cells.
  private static func runsOn(_ row: LayoutRow, _ reader: CellReader) -> Bool {
    guard row.words.count >= 6, widestGap(row) < 2.8 * row.size else { return false }
    let after = row.segments.dropFirst()
    let lower = after.filter { reader.startsLowerCase(row.words[$0.words]) }.count
    let values = after.filter { reader.isValue(row.words[$0.words]) }.count
    return lower * 3 >= after.count && values * 4 <= after.count
  }

  /// No very wide gap, and both edges those of a whole line above or below.
  private static func isJustified(_ rows: [LayoutRow], _ index: Int) -> Bool {
    let row = rows[index]
    guard row.words.count >= 4, widestGap(row) < 2.8 * row.size else { return false }
    let near = [index - 1, index + 1, index - 2].filter(rows.indices.contains)
    return near.contains { other in
      let line = rows[other]
      let distance = abs(line.y0 - row.y0)
      return line.segments.count == 1 && distance < 3.2 * row.size && abs(line.x1 - row.x1) < 0.6 * row.size
        && line.x1 - line.x0 > 12 * row.size
    }
  }

  private static func widestGap(_ row: LayoutRow) -> Float {
    zip(row.segments, row.segments.dropFirst()).map { $1.x0 - $0.x1 }.max() ?? 0
  }
}
