// SPDX-License-Identifier: GPL-3.0-or-later

/// Lines of running text that justification set wide: their gaps are spaces between words.
enum Justification {
  static func join(_ rows: [LayoutRow], _ reader: CellReader) -> [LayoutRow] {
    var result = rows
    for index in rows.indices where rows[index].segments.count > 1 {
      if isJustified(rows, index, reader) { result[index] = LayoutRow(words: rows[index].words, splits: []) }
    }
    return result
  }

  /// Gaps that are alike and not very wide, both edges those of a whole line above or below.
  private static func isJustified(_ rows: [LayoutRow], _ index: Int, _ reader: CellReader) -> Bool {
    let row = rows[index]
    let gaps = zip(row.words, row.words.dropFirst()).map { $1.x0 - $0.x1 }
    guard let widest = gaps.max(), let least = gaps.min(), widest < 3.2 * row.size, widest < 2.2 * max(least, 1) else {
      return false
    }
    let near = [index - 1, index + 1, index - 2].filter(rows.indices.contains)
    return near.contains { other in
      let line = rows[other]
      let distance = abs(line.y0 - row.y0)
      return line.segments.count == 1 && distance < 3.2 * row.size && abs(line.x1 - row.x1) < 0.5 * row.size
        && line.x1 - line.x0 > 12 * row.size
    }
  }
}
