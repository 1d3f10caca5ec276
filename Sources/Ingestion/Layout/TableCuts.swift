// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts cells that stand so close to each other that no wide gap tells them apart.
struct TableCuts {
  let reader: CellReader

  func cut(_ rows: [LayoutRow]) -> [LayoutRow] {
    let several = rows.filter { $0.segments.count > 1 }
    var starts: [(x: Float, votes: Int)] = []
    var ends: [Float] = []
    for row in several {
      for segment in row.segments.dropFirst() {
        if let known = starts.firstIndex(where: { abs($0.x - segment.x0) < 0.8 }) {
          starts[known].votes += 1
        } else {
          starts.append((segment.x0, 1))
        }
      }
      for segment in row.segments { ends.append(segment.x1) }
    }
    // An edge that most rows keep to is a column's, not that of words that happen to stand there.
    let edges = starts.filter { $0.votes >= 2 && $0.votes * 5 >= several.count * 2 }.map(\.x)
    let strips = strips(several)
    let cover = SegmentCover(several)
    return rows.map { $0.segments.count > 1 ? cut($0, edges, ends, strips, cover) : $0 }
  }

  /// Strips free of words in nearly all rows, wider than a space: two narrow columns that no wide gap parts.
  private func strips(_ rows: [LayoutRow]) -> [(x0: Float, x1: Float)] {
    guard rows.count >= 4, let size = rows.map(\.size).max() else { return [] }
    let words = rows.flatMap { $0.words.map { (x0: $0.x0, x1: $0.x1) } }
    // In plain text one space is as wide as a letter.
    let least =
      size == CharacterGrid.typeSize ? 1.1 * CharacterGrid.columnWidth : max(0.42 * size, 1.4 * usualSpace(rows))
    return SharedColumns.rivers(words, allowed: rows.count / 8).filter { $0.x1 - $0.x0 >= least }
  }

  /// The space between words inside cells; wide in type of one width.
  private func usualSpace(_ rows: [LayoutRow]) -> Float {
    var spaces: [Float] = []
    for row in rows {
      for segment in row.segments {
        for index in segment.words.dropFirst() { spaces.append(row.words[index].x0 - row.words[index - 1].x1) }
      }
    }
    guard spaces.count > 3 else { return 0 }
    spaces.sort()
    return spaces[spaces.count / 2]
  }

  /// `USD`, `€`: belongs to the figure after it.
  private func isCurrency(_ word: PositionedWord) -> Bool {
    reader.bytes(word).count <= 4
      && reader.bytes(word).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || $0 >= 0x80 || $0 == 0x24 || $0 == 0x2E }
  }

  private func cut(
    _ row: LayoutRow, _ edges: [Float], _ ends: [Float], _ strips: [(x0: Float, x1: Float)], _ cover: SegmentCover
  ) -> LayoutRow {
    var splits: [Int] = []
    // A strip that a wide gap of the row lies on is taken.
    let open = strips.filter { strip in
      !zip(row.segments, row.segments.dropFirst()).contains { $0.x1 < strip.x1 && $1.x0 > strip.x0 }
    }
    for (number, segment) in row.segments.enumerated() {
      if number > 0 { splits.append(segment.words.lowerBound) }
      var start = segment.words.lowerBound
      for index in segment.words.dropFirst() {
        let (left, right) = (row.words[index - 1], row.words[index])
        guard right.x0 - left.x1 > 0.5 else { continue }
        let isPrice = isCurrency(left) && reader.endsInFigure([right])
        let atEdge = index - start <= 3 && !isPrice && edges.contains { abs($0 - right.x0) < 0.8 }
        let amounts =
          isAmount(left) && isAmount(right) && ends.contains { abs($0 - left.x1) < 0.8 }
          || isCount(left) && isAmount(right) && ends.filter { abs($0 - left.x1) < 0.8 }.count >= 2
        let inStrip = !isPrice && open.contains { $0.x0 < right.x0 && $0.x1 > left.x1 }
        // Words over no column of their own are the beginning of a long heading, not a cell beside it.
        guard amounts || atEdge || inStrip,
          amounts || cover.isShared(from: row.words[start].x0, to: left.x1, by: row)
        else { continue }
        splits.append(index)
        start = index
      }
    }
    return splits.count + 1 == row.segments.count ? row : LayoutRow(words: row.words, splits: splits)
  }

  /// `140`: a whole number, as in a column of quantities that a column of prices stands close to.
  private func isCount(_ word: PositionedWord) -> Bool {
    let text = reader.bytes(word)
    return text.count <= 6 && text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C }
  }

  /// `1,250.00`, `$40`: a figure with a separator or sign.
  private func isAmount(_ word: PositionedWord) -> Bool {
    let text = reader.bytes(word)
    guard let last = text.last, last >= 0x30, last <= 0x39 || last == 0x29 || last == 0x25 else { return false }
    return text.count >= 4 && text.contains { $0 == 0x2E || $0 == 0x2C || $0 == 0x24 }
  }
}

/// Two tables of labels and values side by side, whose rows are of different heights: each half keeps its own rows.
struct LabelPairs {
  let reader: CellReader
  let columns: [(x0: Float, x1: Float)]

  func rows(_ lines: [TableAssembly.Line], assembly: TableAssembly) -> [TableGrid.Row]? {
    if columns.count == 2 { return signatures(lines, assembly) }
    guard columns.count == 4, lines.count > 2, lines.allSatisfy({ $0.cells.allSatisfy { $0.span == 1 } }) else {
      return nil
    }
    let labels = lines.compactMap { $0.cell(0) } + lines.compactMap { $0.cell(2) }
    guard labels.allSatisfy({ !reader.endsInFigure($0) && $0.count <= 5 }),
      lines.contains(where: { ($0.cell(0) == nil) != ($0.cell(2) == nil) }),
      lines.contains(where: { $0.cells.count == 4 }), !isHeaded(lines[0], assembly)
    else { return nil }
    return zipped(half(lines, 0, assembly), half(lines, 2, assembly))
  }

  /// `Bundle | Contents | Price | Use`: columns with headings, not two blocks of labels.
  private func isHeaded(_ line: TableAssembly.Line, _ assembly: TableAssembly) -> Bool {
    line.cells.count == 4 && reader.headerShare(assembly.merge([line]).cells) >= 0.75
  }

  private func zipped(_ left: [TableGrid.Row], _ right: [TableGrid.Row]) -> [TableGrid.Row] {
    (0..<max(left.count, right.count)).map { index in
      var row = TableGrid.Row(cells: [], y0: .greatestFiniteMagnitude, y1: 0)
      for side in [left, right] where index < side.count {
        row.cells += side[index].cells
        row.y0 = min(row.y0, side[index].y0)
        row.y1 = max(row.y1, side[index].y1)
      }
      return row
    }
  }

  /// Two blocks of `Name:`, `Title:` … where text that wraps on one side pushed its lines out of step.
  private func signatures(_ lines: [TableAssembly.Line], _ assembly: TableAssembly) -> [TableGrid.Row]? {
    guard lines.allSatisfy({ $0.cells.allSatisfy { $0.span == 1 } }) else { return nil }
    func isLabel(_ line: TableAssembly.Line, _ column: Int) -> Bool {
      line.cell(column).map { reader.startsWithLabel($0) } ?? false
    }
    func isWrapped(_ line: TableAssembly.Line, _ column: Int) -> Bool {
      line.cell(column).map { reader.startsLowerCase($0) } ?? false
    }
    guard [0, 1].allSatisfy({ side in lines.count { isLabel($0, side) } >= 2 }),
      lines.contains(where: { isLabel($0, 0) && isWrapped($0, 1) || isWrapped($0, 0) && isLabel($0, 1) })
    else { return nil }
    let sides = [0, 1].map { side in
      var groups: [[TableAssembly.Line]] = []
      for line in lines where line.cell(side) != nil {
        var own = line
        own.cells = line.cells.filter { $0.column == side }
        if !groups.isEmpty, isWrapped(line, side) {
          groups[groups.count - 1].append(own)
        } else {
          groups.append([own])
        }
      }
      return groups.map { assembly.merge($0) }
    }
    return zipped(sides[0], sides[1])
  }

  private func half(_ lines: [TableAssembly.Line], _ first: Int, _ assembly: TableAssembly) -> [TableGrid.Row] {
    var own: [TableAssembly.Line] = []
    for line in lines {
      var part = line
      part.cells = line.cells.filter { $0.column == first || $0.column == first + 1 }.map {
        ($0.column - first, $0.span, $0.words)
      }
      if !part.cells.isEmpty { own.append(part) }
    }
    var groups: [[Int]] = []
    let wrapGap = wrapGap(own)
    for index in own.indices {
      // A value without a label of its own, or a label's second line, goes on with the row above; so do second lines of
      // both where the space above tells them from rows.
      if !groups.isEmpty, own[index].cells.count == 1 || wrapGap.map({ gap(own, index) < $0 }) ?? false {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.map { group in
      var row = assembly.merge(group.map { own[$0] })
      for index in row.cells.indices { row.cells[index].column += first }
      return row
    }
  }
}

extension LabelPairs {
  private func gap(_ lines: [TableAssembly.Line], _ index: Int) -> Float { lines[index].y0 - lines[index - 1].y1 }

  /// Below this gap a line goes on with the one above: where values that wrap stand closer to each other than rows do.
  /// Nil where gaps do not tell.
  private func wrapGap(_ lines: [TableAssembly.Line]) -> Float? {
    let wrapped = lines.indices.dropFirst().filter { lines[$0].cells.count == 1 }.map { gap(lines, $0) }
    let others = lines.indices.dropFirst().filter { lines[$0].cells.count > 1 }.map { gap(lines, $0) }
    guard let tight = wrapped.max(), let size = lines.map(\.size).max() else { return nil }
    let limit = tight + 0.14 * size
    let close = others.count { $0 < limit }
    // Most rows stand apart.
    return close > 0 && close < others.count - close && !others.contains { $0 >= limit && $0 < tight + 0.28 * size }
      ? limit : nil
  }
}

/// How many rows have a piece of text over each point of a table's width.
struct SegmentCover {
  private var counts: [Int32]
  private static let widest = 4000

  init(_ rows: [LayoutRow]) {
    let width = min(Self.widest, Int(rows.flatMap { $0.segments.map(\.x1) }.max() ?? 0) + 2)
    var steps = [Int32](repeating: 0, count: max(2, width + 1))
    for row in rows {
      for segment in row.segments {
        let (low, high) = Self.points(segment.x0, segment.x1, width)
        steps[low] += 1
        steps[high] -= 1
      }
    }
    var sum: Int32 = 0
    counts = steps.map { step in
      sum += step
      return sum
    }
  }

  private static func points(_ x0: Float, _ x1: Float, _ width: Int) -> (Int, Int) {
    let low = min(max(0, Int(x0)), width)
    return (low, min(max(low, Int(x1)), width))
  }

  /// Whether another row has text anywhere over the stretch, which `row` itself covers.
  func isShared(from x0: Float, to x1: Float, by row: LayoutRow) -> Bool {
    let (low, high) = Self.points(x0 + 0.5, x1 - 0.5, counts.count - 1)
    return (low...max(low, high)).contains { counts[$0] > 1 }
  }
}
