// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts rows at gaps that are wider than a space but no wide gaps, where the next cell begins, or the last one ends, on an
/// edge of the cells of rows around: columns that little room parts.
struct NarrowGaps {
  let reader: CellReader

  /// In sizes of type.
  private static let least: Float = 0.55
  /// So many spaces tell which is usual.
  private static let mostSpaces = 200
  /// How exactly an edge is kept, in points.
  private static let slack: Float = 0.8

  func cut(_ rows: [LayoutRow]) -> [LayoutRow] {
    // Where all letters have one width, as in plain text, nothing lies between one space and two.
    guard rows.contains(where: { $0.segments.count > 1 }), let space = usualSpace(rows), space < 0.5 else {
      return rows
    }
    var rows = rows
    // Rows that were cut tell where to cut those before them.
    for index in rows.indices { cut(index, &rows, space) }
    for index in rows.indices.reversed() { cut(index, &rows, space) }
    return rows
  }

  /// The space between words in sizes of type; wide where all letters have one width, and where lines are justified.
  private func usualSpace(_ rows: [LayoutRow]) -> Float? {
    var spaces: [Float] = []
    for row in rows where row.size > 0 && spaces.count < Self.mostSpaces {
      for segment in row.segments {
        for word in segment.words.dropFirst() {
          let gap = row.words[word].x0 - row.words[word - 1].x1
          if gap > 0 { spaces.append(gap / row.size) }
        }
      }
    }
    guard spaces.count > 3 else { return nil }
    spaces.sort()
    return spaces[spaces.count / 2]
  }

  private func cut(_ index: Int, _ rows: inout [LayoutRow], _ space: Float) {
    let row = rows[index]
    guard row.words.count > 1, row.words.count <= 60 else { return }
    let narrow = narrowGaps(row, space)
    guard !narrow.isEmpty else { return }
    let near = (max(0, index - 2)...min(rows.count - 1, index + 2)).filter { other in
      guard other != index, rows[other].segments.count > 1 else { return false }
      let gap = other > index ? rows[other].y0 - row.y1 : row.y0 - rows[other].y1
      return gap < 2.6 * max(row.size, 6)
    }
    let cuts = narrow.filter { word in
      near.contains { isEdge(rows[$0], from: row.words[word - 1].x1, to: row.words[word].x0) }
    }
    // One edge that a line of text meets may be chance.
    guard row.segments.count > 1 || cuts.count > 1 || cuts.count == 1 && row.words.count <= 12 else { return }
    for word in cuts { rows[index].cut(at: word) }
  }

  /// The words that such a gap stands before.
  private func narrowGaps(_ row: LayoutRow, _ space: Float) -> [Int] {
    let least = max(Self.least, 1.5 * space) * row.size
    return row.segments.flatMap { segment in
      segment.words.dropFirst().filter { row.words[$0].x0 - row.words[$0 - 1].x1 > least }
    }
  }

  /// Whether a cell of the row begins where the gap ends, or ends where it begins.
  private func isEdge(_ row: LayoutRow, from x0: Float, to x1: Float) -> Bool {
    zip(row.segments, row.segments.dropFirst()).contains { left, right in
      abs(right.x0 - x1) < Self.slack && left.x1 < x1 || abs(left.x1 - x0) < Self.slack && right.x0 > x0
    }
  }
}
