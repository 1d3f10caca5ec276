// SPDX-License-Identifier: GPL-3.0-or-later

/// Sets a field's value or a typed comment in its box, as nearly as the type's measures are known.
struct NoteText {
  let box: WordBox
  /// In points.
  let size: Float
  private var letter: Float { 0.5 * size }

  /// `size` 0 lets the type fit itself to the box.
  init(box: WordBox, size: Float) {
    self.box = box
    self.size = size > 0 && size < 1000 ? size : min(max(0.7 * (box.y1 - box.y0), 4), 11)
  }

  /// Appends the words, line for line from the top of the box, or a lone line in its middle.
  func set(_ text: String, _ words: inout [PageWords.DirectedWord], _ utf8: inout [UInt8]) {
    let lines = wrapped(Array(text.utf8))
    var top = lines.count == 1 ? (box.y0 + box.y1 - 1.16 * size) / 2 : box.y0
    for line in lines {
      var x = box.x0 + 2
      for part in line {
        let start = utf8.count
        utf8 += part
        let end = x + Float(part.count { $0 & 0xC0 != 0x80 }) * letter
        let word = PositionedWord(
          text: start..<utf8.count, x0: x, y0: top, x1: end, y1: top + 1.16 * size, fontSize: size, isBold: false,
          spaceBefore: true)
        words.append(.init(word: word, turn: QuarterTurn.none, glyphs: 2))
        x = end + letter
      }
      top += 1.2 * size
    }
  }

  /// Lines of words: those of the text, wrapped where the box has room for several.
  private func wrapped(_ text: [UInt8]) -> [[ArraySlice<UInt8>]] {
    let wraps = box.y1 - box.y0 > 2.2 * size
    var result: [[ArraySlice<UInt8>]] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var (words, width) = ([ArraySlice<UInt8>](), Float(0))
      for word in line.split(whereSeparator: { $0 <= 0x20 || $0 == 0x7F }) {
        let own = Float(word.count) * letter
        if wraps, !words.isEmpty, width + own > box.x1 - box.x0 {
          result.append(words)
          (words, width) = ([], 0)
        }
        words.append(word)
        width += own + letter
      }
      if !words.isEmpty { result.append(words) }
    }
    return result
  }
}
