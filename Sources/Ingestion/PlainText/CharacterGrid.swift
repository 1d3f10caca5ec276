// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts lines of plain text on a grid of points, so that the layout rules of pages read them.
struct CharacterGrid {
  static let columnWidth: Float = 6
  static let lineHeight: Float = 12
  static let typeSize: Float = 10

  let utf8: [UInt8]

  /// The line as a row of words; gaps of two and more columns that nothing else explains begin a segment.
  func row(_ line: TextLine, number: Int) -> LayoutRow {
    var words: [PositionedWord] = []
    var splits: [Int] = []
    words.reserveCapacity(Int(line.end - line.start) / 6 + 2)
    utf8.withUnsafeBufferPointer { bytes in
      let (start, end) = (Int(line.start), Int(line.end))
      var column = Int(line.indent)
      var index = start
      var afterColon = false
      while index < end {
        let gapStart = index
        let gapColumn = column
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
          column = bytes[index] == 0x09 ? (column / 8 + 1) * 8 : column + 1
          index += 1
        }
        let gap = bytes[gapStart] == 0x09 ? max(2, column - gapColumn) : column - gapColumn
        let isGap = gap > 1 && !words.isEmpty && (gap > 2 || !TextLines.isExplained(bytes, start, gapStart, 2))
        // "Date      : 1 May": the colon is the label's, and is put beside it.
        let isColon = isGap && !afterColon && index + 1 < end && bytes[index] == 0x3A && bytes[index + 1] == 0x20
        if isGap && !isColon || afterColon { splits.append(words.count) }
        afterColon = isColon
        let wordStart = index
        let wordColumn = column
        while index < end, bytes[index] != 0x20, bytes[index] != 0x09 {
          if bytes[index] & 0xC0 != 0x80 { column += 1 }
          index += 1
        }
        if isColon {
          words.append(word(wordStart..<index, gapColumn, gapColumn + 1, number, spaceBefore: false))
        } else if index > wordStart {
          words.append(word(wordStart..<index, wordColumn, column, number))
        }
      }
    }
    return LayoutRow(words: words, splits: splits)
  }

  private func word(_ text: Range<Int>, _ from: Int, _ to: Int, _ number: Int, spaceBefore: Bool = true)
    -> PositionedWord
  {
    let top = Float(number) * Self.lineHeight
    return PositionedWord(
      text: text, x0: Float(from) * Self.columnWidth, y0: top, x1: Float(to) * Self.columnWidth,
      y1: top + Self.typeSize, fontSize: Self.typeSize, isBold: false, spaceBefore: spaceBefore)
  }
}
