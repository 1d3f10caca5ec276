// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures set small and raised: marks of notes and exponents. They are written as such (`100¹`, `m²`), so that they
/// do not become digits of the number before them.
enum RaisedFigures {
  /// No text has more notes.
  static let mostDigits = 2

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Smaller than what stands beside it, and with its foot above the other's.
  static func isRaised(_ figure: WordBox, beside base: WordBox) -> Bool {
    let (height, own) = (base.y1 - base.y0, figure.y1 - figure.y0)
    return own > 0 && own < 0.9 * height && figure.y1 < base.y1 - 0.18 * height && figure.y1 > base.y0 + 0.2 * height
      && figure.y0 < base.y0 + 0.35 * height
  }

  /// Of two sizes of type; true where one of them is not known.
  static func isSmaller(_ size: Float, _ other: Float) -> Bool { size <= 0 || other <= 0 || size < 0.92 * other }

  /// `1` as `¹`.
  static func append(_ digit: UInt8, to utf8: inout [UInt8]) {
    switch digit {
    case 0x31: utf8 += [0xC2, 0xB9]
    case 0x32, 0x33: utf8 += [0xC2, digit + 0x80]
    default: utf8 += [0xE2, 0x81, digit + 0x80]
    }
  }

  /// `/` or U+2044: the figure before it is the upper half of a fraction.
  static func isSlash(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.first == 0x2F || bytes.elementsEqual([0xE2, 0x81, 0x84])
  }

  /// Writes raised figures that are words of their own, behind or before the word that they stand at, and puts them
  /// on its line. `words` are as the file has them.
  static func set(_ words: inout [PageWords.DirectedWord], _ utf8: inout [UInt8]) {
    for index in words.indices
    where words[index].glyphs <= mostDigits && utf8[words[index].word.text].allSatisfy(isDigit) {
      let mark = words[index].word
      let before = index > 0 ? words[index - 1].word : nil
      let after = index + 1 < words.count ? words[index + 1].word : nil
      guard let base = [before, after].compactMap({ $0 }).first(where: { isAt(mark, $0) }) else { continue }
      if let after, isSlash(utf8[after.text].prefix(3)), isAt(mark, after) { continue }
      let start = utf8.count
      for digit in utf8[mark.text] { append(digit, to: &utf8) }
      words[index].word.text = start..<utf8.count
      (words[index].word.y0, words[index].word.y1) = (base.y0, base.y1)
    }
  }

  private static func isAt(_ mark: PositionedWord, _ base: PositionedWord) -> Bool {
    guard isRaised(WordBox(mark), beside: WordBox(base)), isSmaller(mark.fontSize, base.fontSize) else { return false }
    let height = base.y1 - base.y0
    let gap = max(mark.x0 - base.x1, base.x0 - mark.x1)
    return gap > -0.1 * height && gap < 0.6 * height
  }
}
