// SPDX-License-Identifier: GPL-3.0-or-later

/// Words set with space between their letters: "O R D E R" is one word.
enum LetterSpacing {
  /// Joins runs of words of one character each that stand at even distances on one line. `words` are as the file has
  /// them; the text of a run is written anew at the end of `utf8`.
  static func join(_ words: inout [PageWords.DirectedWord], _ utf8: inout [UInt8]) {
    guard var index = words.indices.first(where: { isCandidate(words, $0) }) else { return }
    var result = Array(words[..<index])
    while index < words.count {
      var end = index
      if isCandidate(words, index) {
        end = index + 1
        while end < words.count, words[end].glyphs <= pair, isNext(words[end].word, after: words[end - 1].word) {
          end += 1
        }
      }
      let singles = words[index..<end].count { $0.glyphs == 1 }
      if singles >= least, singles * 10 >= (end - index) * 7 {
        append(words[index..<end], &utf8, to: &result)
        index = end
      } else {
        result.append(contentsOf: words[index..<max(end, index + 1)])
        index = max(end, index + 1)
      }
    }
    words = result
  }

  /// Fewer single letters in a row are initials, labels or column heads.
  private static let least = 4
  /// Kerning pulls two letters together here and there.
  private static let pair = 2

  private static func isCandidate(_ words: [PageWords.DirectedWord], _ index: Int) -> Bool {
    index + least <= words.count && words[index].glyphs == 1 && words[index + 1].glyphs == 1
      && words[index + 2].glyphs == 1
  }

  /// On the same line, to the right, and not a column away.
  private static func isNext(_ word: PositionedWord, after last: PositionedWord) -> Bool {
    let height = last.y1 - last.y0
    return abs(word.y0 - last.y0) < 0.2 * height && word.x0 > last.x0 && word.x0 - last.x1 < 1.6 * height
      && abs((word.y1 - word.y0) - height) < 0.25 * height
  }

  /// The run as words: where some gaps are clearly wider than most, they stand between words.
  private static func append(
    _ run: ArraySlice<PageWords.DirectedWord>, _ utf8: inout [UInt8], to result: inout [PageWords.DirectedWord]
  ) {
    let gaps = zip(run, run.dropFirst()).map { $1.word.x0 - $0.word.x1 }
    let usual = gaps.sorted()[gaps.count / 2]
    let height = (run.first?.word.y1 ?? 0) - (run.first?.word.y0 ?? 0)
    let letters = run.filter { utf8[$0.word.text].first.map(isLetter) ?? false }.count
    // Figures and signs in a row are a table's; letters far apart are one each a column.
    guard letters * 5 >= run.count * 4, usual < 0.9 * height else {
      result.append(contentsOf: run)
      return
    }
    var start = run.startIndex
    for (offset, gap) in gaps.enumerated() where gap > 1.6 * usual + 0.05 * height {
      let end = run.startIndex + offset + 1
      result.append(word(run[start..<end], &utf8))
      start = end
    }
    result.append(word(run[start...], &utf8))
  }

  private static func word(_ run: ArraySlice<PageWords.DirectedWord>, _ utf8: inout [UInt8]) -> PageWords.DirectedWord {
    guard var joined = run.first else { return .init(word: .empty, turn: nil, glyphs: 0) }
    guard run.count > 1 else { return joined }
    let start = utf8.count
    for part in run {
      utf8.append(contentsOf: utf8[part.word.text])
      joined.word.x1 = max(joined.word.x1, part.word.x1)
      joined.word.y0 = min(joined.word.y0, part.word.y0)
      joined.word.y1 = max(joined.word.y1, part.word.y1)
      joined.word.isBold = joined.word.isBold && part.word.isBold
    }
    joined.word.text = start..<utf8.count
    joined.word.isSpaced = true
    joined.glyphs = run.count
    joined.turn = QuarterTurn.none
    return joined
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || byte >= 0xC3
  }
}

extension PositionedWord {
  static var empty: PositionedWord {
    .init(text: 0..<0, x0: 0, y0: 0, x1: 0, y1: 0, fontSize: 0, isBold: false, spaceBefore: true)
  }
}
