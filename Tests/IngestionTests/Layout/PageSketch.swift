// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

@testable import Ingestion

/// A page set from lines of text: the column of a character gives its left edge, so that a test shows what it means.
enum PageSketch {
  static let unit: Float = 5
  static let size: Float = 9

  /// Lines 12 points apart; two and more spaces make a gap. A line may ask for other type with `!` (bold).
  static func page(_ text: String, number: Int = 1, top: Float = 60, height: Float = 792) -> PositionedPage {
    var utf8: [UInt8] = []
    var words: [PositionedWord] = []
    for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let isBold = line.hasPrefix("!")
      let bytes = Array(line.utf8.dropFirst(isBold ? 1 : 0))
      var index = 0
      while index < bytes.count {
        guard bytes[index] != 0x20 else {
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, bytes[index] != 0x20 { index += 1 }
        let range = utf8.count..<(utf8.count + index - start)
        utf8 += bytes[start..<index]
        let y = top + Float(row) * 12
        words.append(
          PositionedWord(
            text: range, x0: 40 + Float(start) * unit, y0: y, x1: 40 + Float(index) * unit - 1, y1: y + 10,
            fontSize: size, isBold: isBold, spaceBefore: true))
      }
    }
    return PositionedPage(number: number, width: 612, height: height, utf8: utf8, words: words)
  }

  typealias Line = (text: String, x: Float, y: Float)

  /// Lines with their left edge and their height from the top of the page.
  static func page(_ lines: [Line]) -> PositionedPage {
    var page = PositionedPage(number: 1, width: 612, height: 792, utf8: [], words: [])
    for line in lines {
      var x = line.x
      for word in line.text.split(separator: " ") {
        let start = page.utf8.count
        page.utf8 += Array(word.utf8)
        let width = Float(word.utf8.count) * unit
        page.words.append(
          PositionedWord(
            text: start..<page.utf8.count, x0: x, y0: line.y, x1: x + width - 1, y1: line.y + 10, fontSize: size,
            isBold: false, spaceBefore: true))
        x += width + unit
      }
    }
    return page
  }

  static func text(_ pages: String...) -> SourceText {
    LayoutAnalysis.sourceText(pages: pages.enumerated().map { page($1, number: $0 + 1) })
  }
}

extension SourceText {
  /// Rows of a table as strings.
  func cells(ofTable table: Int) -> [[String]] { tables[table].rows.map { $0.cells.map { string($0.range) } } }
  var blockTexts: [String] { blocks.map { string($0.range) } }
  var furniture: [String] { lines.filter(\.isFurniture).map { string($0.range) } }
}
