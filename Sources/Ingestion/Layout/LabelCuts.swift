// SPDX-License-Identifier: GPL-3.0-or-later

/// Labels one below the other, of which only some have a wide gap before their value: all of them are parted from
/// their values where those stand on one edge, and none where most of a signature's values do not.
struct LabelCuts {
  let reader: CellReader
  /// Labels are short.
  private static let mostWords = 5
  /// No row has more columns of labels, and no column more edges of values, that a reader would see.
  private static let mostEdges = 16

  private struct Spot {
    var row: Int
    /// Where the value begins among the row's words.
    var value: Int
    var x: Float
    /// Whether a wide gap stands before the value.
    var isOpen: Bool
    var isSignature: Bool
  }

  private struct Stack {
    var x: Float
    var last: Int
    var spots: [Spot] = []
  }

  func cut(_ rows: [LayoutRow]) -> [LayoutRow] {
    guard rows.contains(where: { $0.segments.count > 1 }) else { return rows }
    var result = rows
    var open: [Stack] = []
    for (index, row) in rows.enumerated() {
      let isApart = index > 0 && row.y0 - rows[index - 1].y1 > 2.6 * max(row.size, 6)
      for stack in open where isApart || index - stack.last > 2 { settle(stack, &result) }
      open.removeAll { isApart || index - $0.last > 2 }
      for (number, segment) in row.segments.enumerated() {
        guard let label = labelEnd(row, segment) else { continue }
        let known = open.firstIndex { abs($0.x - segment.x0) < 1.5 }
        if known == nil {
          guard open.count < Self.mostEdges else { continue }
          open.append(Stack(x: segment.x0, last: index))
        }
        let stack = known ?? open.count - 1
        open[stack].last = index
        if let spot = spot(row, index, number, label) { open[stack].spots.append(spot) }
      }
    }
    for stack in open { settle(stack, &result) }
    return result
  }

  /// The word after the label's colon.
  private func labelEnd(_ row: LayoutRow, _ segment: LayoutSegment) -> Int? {
    guard !reader.startsLowerCase(row.words[segment.words]) else { return nil }
    let label = segment.words.prefix(Self.mostWords)
    // `Quill Works B.V. (hereafter: QW)`
    let open = label.dropFirst().first { reader.bytes(row.words[$0]).first == 0x28 } ?? label.endIndex
    return label.first { $0 < open && reader.bytes(row.words[$0]).last == 0x3A }.map { $0 + 1 }
  }

  private func spot(_ row: LayoutRow, _ index: Int, _ number: Int, _ label: Int) -> Spot? {
    let segment = row.segments[number]
    let isOpen = label == segment.words.upperBound
    guard label < row.words.count else { return nil }
    // A label beside a label has no value.
    if isOpen, number + 1 < row.segments.count, labelEnd(row, row.segments[number + 1]) != nil { return nil }
    return Spot(
      row: index, value: label, x: row.words[label].x0, isOpen: isOpen,
      isSignature: SignatureLabels.isLabel(reader.bytes(row.words[label - 1])))
  }

  private func settle(_ stack: Stack, _ rows: inout [LayoutRow]) {
    let open = stack.spots.filter(\.isOpen)
    let closed = stack.spots.filter { !$0.isOpen }
    guard !open.isEmpty, !closed.isEmpty else { return }
    var edges: [Float] = []
    for spot in open where edges.count < Self.mostEdges && !edges.contains(where: { abs($0 - spot.x) < 0.5 }) {
      edges.append(spot.x)
    }
    let aligned = closed.filter { spot in edges.contains { abs($0 - spot.x) < 1.5 } }
    if closed.count - aligned.count >= open.count, stack.spots.allSatisfy(\.isSignature) {
      for spot in open { set(&rows[spot.row], at: spot.value, parted: false) }
    } else {
      for spot in aligned { set(&rows[spot.row], at: spot.value, parted: true) }
    }
  }

  /// Begins a segment at a word, or ends one there no more.
  private func set(_ row: inout LayoutRow, at word: Int, parted: Bool) {
    var splits = Set(row.segments.dropFirst().map(\.words.lowerBound))
    if parted { splits.insert(word) } else { splits.remove(word) }
    let labelGap = row.labelGap
    row = LayoutRow(words: row.words, splits: splits.sorted())
    row.labelGap = parted ? min(labelGap, row.words[word].x0 - row.words[word - 1].x1) : labelGap
  }
}
