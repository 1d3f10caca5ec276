// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of words of one row with no wide gap between them.
struct LayoutSegment {
  /// Indices into the row's words.
  var words: Range<Int>
  var x0: Float, x1: Float
}

/// Words on one baseline, from left to right. Geometry is in points from the top left corner; plain text is laid on a
/// grid of 6 by 12 points, so that the same rules read both.
struct LayoutRow {
  var words: [PositionedWord]
  var segments: [LayoutSegment]
  var x0: Float, x1: Float, y0: Float, y1: Float
  /// Type size of most of the row.
  var size: Float
  var isBold: Bool

  var height: Float { y1 - y0 }

  /// The narrowest gap at which a value was cut from its label.
  var labelGap: Float = .greatestFiniteMagnitude

  /// `splits` are the words that begin a segment, where the caller knows better than the width of gaps.
  init(words: [PositionedWord], splits: [Int]? = nil) {
    self.words = words
    segments = []
    (x0, x1, y0, y1) = (.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude, 0)
    var sizes: Float = 0
    var weight: Float = 0
    var bold = true
    for word in words {
      x0 = min(x0, word.x0)
      x1 = max(x1, word.x1)
      y0 = min(y0, word.y0)
      y1 = max(y1, word.y1)
      let length = Float(word.text.count)
      sizes += word.fontSize * length
      weight += length
      if !word.isBold { bold = false }
    }
    size = weight > 0 ? sizes / weight : 10
    if size <= 0 { size = max(1, y1 - y0) }
    isBold = bold && !words.isEmpty
    if let splits {
      for (start, end) in zip([0] + splits, splits + [words.count]) where start < end { close(start..<end) }
    } else {
      split(minimum: size * Self.wideGap)
    }
  }

  /// A gap wider than this share of the type size separates columns; justified text stays below.
  static let wideGap: Float = 0.95

  private mutating func split(minimum: Float) {
    var start = 0
    for index in words.indices.dropFirst() where words[index].x0 - words[index - 1].x1 > minimum {
      if words[index].isSpaced, words[index - 1].isSpaced, words[index].x0 - words[index - 1].x1 < 2 * minimum {
        continue
      }
      close(start..<index)
      start = index
    }
    if start < words.count { close(start..<words.count) }
  }

  private mutating func close(_ range: Range<Int>) {
    segments.append(.init(words: range, x0: words[range.lowerBound].x0, x1: words[range.upperBound - 1].x1))
  }

  /// Makes two segments of the one that holds the word `index`, the second starting with it.
  mutating func cut(at index: Int) {
    guard let place = segments.firstIndex(where: { $0.words.contains(index) }) else { return }
    let whole = segments[place]
    guard index > whole.words.lowerBound else { return }
    segments[place] = .init(words: whole.words.lowerBound..<index, x0: whole.x0, x1: words[index - 1].x1)
    segments.insert(.init(words: index..<whole.words.upperBound, x0: words[index].x0, x1: whole.x1), at: place + 1)
  }

  /// Makes one segment of the first two: an item's label and its text.
  mutating func joinFirstSegments() { joinSegments(at: 0) }

  /// Makes one segment of that at `index` and the next one.
  mutating func joinSegments(at index: Int) {
    guard index >= 0, index + 1 < segments.count else { return }
    segments[index] = .init(
      words: segments[index].words.lowerBound..<segments[index + 1].words.upperBound, x0: segments[index].x0,
      x1: segments[index + 1].x1)
    segments.remove(at: index + 1)
  }
}

extension [LayoutRow] {
  /// Words that touch the one before them on their row have no space before them: letters after a capital of larger
  /// type, a raised sign or ordinal. A raised figure keeps its distance: it would change the number before it.
  mutating func joinTouching(_ utf8: [UInt8]) {
    for row in indices {
      for word in self[row].words.indices.dropFirst() {
        let (left, right) = (self[row].words[word - 1], self[row].words[word])
        let gap = right.x0 - left.x1
        let size = Swift.min(left.y1 - left.y0, right.y1 - right.y0)
        guard gap < 0.07 * size, gap > -0.3 * size, let first = utf8[right.text].first,
          let last = utf8[left.text].last, first > 0x39 || first == 0x2A || first == 0x2C || first == 0x2E
        else { continue }
        // A sign of currency or a bracket before a letter is a word of its own.
        if last < 0x80, !isLetterOrDigit(last) { continue }
        self[row].words[word].spaceBefore = false
      }
    }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }
}

enum RowClustering {
  /// Rows of words that share most of their height, top to bottom. Words keep to one row each.
  static func rows(of words: [PositionedWord]) -> [LayoutRow] {
    guard !words.isEmpty else { return [] }
    let sorted = words.sorted { ($0.y0 + $0.y1, $0.x0) < ($1.y0 + $1.y1, $1.x0) }
    var groups: [[PositionedWord]] = []
    var group: [PositionedWord] = []
    var middle: Float = 0
    var height: Float = 0
    for word in sorted {
      let center = (word.y0 + word.y1) / 2
      let wordHeight = max(1, word.y1 - word.y0)
      if !group.isEmpty, center - middle <= 0.38 * min(max(height, 1), max(wordHeight, height * 0.6)) {
        group.append(word)
        // The row's middle is that of its tallest word, so that a superscript does not pull the row along.
        if wordHeight > height * 1.05 {
          height = wordHeight
          middle = center
        }
      } else {
        if !group.isEmpty { groups.append(group) }
        group = [word]
        middle = center
        height = wordHeight
      }
    }
    if !group.isEmpty { groups.append(group) }
    return groups.map { LayoutRow(words: $0.sorted { $0.x0 < $1.x0 }) }
  }
}
