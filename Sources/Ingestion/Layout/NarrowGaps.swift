// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts rows at gaps that are wider than a space but no wide gaps, where the next cell begins, or the last one ends, on an
/// edge of the cells of rows around: columns that little room parts.
struct NarrowGaps {
  let reader: CellReader

  /// In sizes of type.
  private static let least: Float = 0.55
  /// How exactly an edge is kept, in points.
  private static let slack: Float = 0.8

  func cut(_ rows: [LayoutRow]) -> [LayoutRow] {
    // Plain text has no gaps between one space and two.
    guard rows.contains(where: { $0.segments.count > 1 && $0.size != CharacterGrid.typeSize }) else { return rows }
    var rows = rows
    // Rows that were cut tell where to cut those before them.
    for index in rows.indices { cut(index, &rows) }
    for index in rows.indices.reversed() { cut(index, &rows) }
    return rows
  }

  private func cut(_ index: Int, _ rows: inout [LayoutRow]) {
    let row = rows[index]
    guard row.words.count > 1, row.words.count <= 60, row.size != CharacterGrid.typeSize else { return }
    let near = (max(0, index - 2)...min(rows.count - 1, index + 2)).filter { other in
      guard other != index, rows[other].segments.count > 1 else { return false }
      let gap = other > index ? rows[other].y0 - row.y1 : row.y0 - rows[other].y1
      return gap < 2.6 * max(row.size, 6)
    }
    guard !near.isEmpty else { return }
    let narrow = narrowGaps(row)
    guard !narrow.isEmpty else { return }
    let cuts = narrow.filter { word in
      near.contains { isEdge(rows[$0], from: row.words[word - 1].x1, to: row.words[word].x0) }
    }
    // One edge that a line of text meets may be chance.
    guard row.segments.count > 1 || cuts.count > 1 || cuts.count == 1 && row.words.count <= 12 else { return }
    for word in cuts { rows[index].cut(at: word) }
  }

  /// The words that such a gap stands before.
  private func narrowGaps(_ row: LayoutRow) -> [Int] {
    var found: [Int] = []
    var spaces: [Float] = []
    for segment in row.segments {
      for word in segment.words.dropFirst() {
        let gap = row.words[word].x0 - row.words[word - 1].x1
        if gap >= Self.least * row.size {
          found.append(word)
        } else if gap > 0 {
          spaces.append(gap)
        }
      }
    }
    guard !found.isEmpty, !spaces.isEmpty else { return found }
    // Justified lines have spaces as wide.
    let widest = spaces.max() ?? 0
    return found.filter { row.words[$0].x0 - row.words[$0 - 1].x1 > 1.5 * widest }
  }

  /// Whether a cell of the row begins where the gap ends, or ends where it begins.
  private func isEdge(_ row: LayoutRow, from x0: Float, to x1: Float) -> Bool {
    for (left, right) in zip(row.segments, row.segments.dropFirst())
    where abs(right.x0 - x1) < Self.slack && left.x1 < x1 || abs(left.x1 - x0) < Self.slack && right.x0 > x0 {
      return true
    }
    return false
  }
}
