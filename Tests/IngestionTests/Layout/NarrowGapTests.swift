// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Columns that little room parts")
struct NarrowGapTests {
  /// Words by their left edges, in type of 10 points with letters 5 points wide.
  private func text(_ rows: [[(Float, String)]]) -> SourceText {
    var page = PositionedPage(number: 1, width: 612, height: 792, utf8: [], words: [])
    for (index, row) in rows.enumerated() {
      for (x, cell) in row {
        var x = x
        for word in cell.split(separator: " ") {
          let start = page.utf8.count
          page.utf8 += Array(word.utf8)
          let width = Float(word.utf8.count) * 5
          let y = 60 + Float(index) * 16
          page.words.append(
            PositionedWord(
              text: start..<page.utf8.count, x0: x, y0: y, x1: x + width, y1: y + 10, fontSize: 10, isBold: false,
              spaceBefore: true))
          x += width + 2.8
        }
      }
    }
    return LayoutAnalysis.sourceText(pages: [page])
  }

  @Test("a heading whose cells nearly touch is cut where the cells below begin")
  func heading() {
    let text = text([
      [(40, "Lantern"), (141, "Number"), (178.5, "Price a year"), (243, "Price in all")],
      [(40, "Garden lantern"), (141, "4"), (178.5, "9.00"), (243, "36.00")],
      [(40, "Lantern for the pond"), (141, "12"), (178.5, "5.00"), (243, "60.00")],
    ])
    #expect(text.cells(ofTable: 0).first == ["Lantern", "Number", "Price a year", "Price in all"])
    #expect(text.cells(ofTable: 0).last == ["Lantern for the pond", "12", "5.00", "60.00"])
  }

  @Test("words of running text that meet an edge stay together")
  func runningText() {
    let text = text([
      [(40, "Lantern"), (160, "Number")],
      [(40, "Garden"), (160, "4")],
      [(40, "The lanterns burn as long as there is oil in them and no longer")],
    ])
    #expect(!String(decoding: text.utf8, as: UTF8.self).contains("burn as long\t"))
  }
}
