// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of running text with blanks that were filled in: `grants Customer   100   training credits at no charge`.
struct FilledBlanks {
  let reader: CellReader
  /// Of what is filled in, in words; of the whole line, and of its longest stretch.
  private static let (mostFilled, leastWords, leastStretch) = (8, 7, 4)
  /// The widest gap, in sizes of type; how many rows above and below cells are looked for.
  private static let (widest, reach): (Float, Int) = (16, 6)

  /// Whether the row is such a line, and no neighbour has cells that begin where its stretches do.
  func isText(_ rows: [LayoutRow], _ index: Int) -> Bool {
    guard isText(rows[index]) else { return false }
    let row = rows[index]
    let near = max(0, index - Self.reach)..<min(rows.count, index + Self.reach + 1)
    return !near.contains { other in
      other != index && rows[other].segments.count > 1 && shareEdges(rows[other], row)
    }
  }

  private func shareEdges(_ one: LayoutRow, _ other: LayoutRow) -> Bool {
    one.segments.dropFirst().contains { cell in
      other.segments.dropFirst().contains { abs($0.x0 - cell.x0) < 0.7 * other.size || abs($0.x1 - cell.x1) < 1 }
    }
  }

  private func isText(_ row: LayoutRow) -> Bool {
    let stretches = row.segments.map { row.words[$0.words] }
    guard row.words.count >= Self.leastWords, stretches.contains(where: { $0.count >= Self.leastStretch }) else {
      return false
    }
    var filled = 0
    for index in stretches.indices.dropFirst() {
      let (stretch, above) = (stretches[index], stretches[index - 1])
      guard row.segments[index].x0 - row.segments[index - 1].x1 < Self.widest * row.size,
        let last = above.last.flatMap({ reader.bytes($0).last }), last != 0x3A, last != 0x2E, last != 0x3B
      else { return false }
      if reader.startsLowerCase(stretch), index > 1 || saysMore(above) { continue }
      let isLast = index + 1 == stretches.count
      guard stretch.count <= Self.mostFilled, isLast ? asks(above) : goesOn(stretches[index + 1]),
        isLast || asks(above) || saysMore(above) && reader.isValue(stretch)
      else { return false }
      filled += 1
    }
    return filled > 0
  }

  /// The sentence behind a blank: more than one small word, which may be all that a cell holds.
  private func goesOn(_ words: ArraySlice<PositionedWord>) -> Bool {
    guard reader.startsLowerCase(words), let last = words.last.flatMap({ reader.bytes($0).last }) else { return false }
    return words.count > 1 || last == 0x2E || last == 0x2C
  }

  /// Words of a sentence before its first blank: not the name of a product or a label, but several words of which some
  /// are small.
  private func saysMore(_ words: ArraySlice<PositionedWord>) -> Bool {
    words.count > 1 && words.contains { isSmall($0) }
  }

  private func isSmall(_ word: PositionedWord) -> Bool {
    guard let first = reader.bytes(word).first else { return false }
    return first >= 0x61 && first <= 0x7A
  }

  /// "… valid until", "a fund of": a word that something must follow.
  private func asks(_ words: ArraySlice<PositionedWord>) -> Bool {
    guard words.count >= Self.leastStretch, let last = words.last else { return false }
    let text = reader.bytes(last)
    return Self.asking.contains { text.elementsEqual($0.utf8) }
  }

  private static let asking = [
    "of", "to", "for", "by", "until", "till", "on", "from", "through", "before", "after", "than", "with", "at", "a",
    "the", "and", "is", "are",
  ]
}
