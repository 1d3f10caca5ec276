// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Page breaks and furniture")
struct PageBreakTests {
  private let filler = Self.filler(0)

  /// Full lines, other ones for each number.
  private static func filler(_ number: Int) -> [String] {
    let words = [
      "oil", "wick", "glass", "gate", "mill", "weir", "lane", "yard", "dusk", "dawn", "keeper", "otter", "reed",
    ]
    return (0..<14).map { line in
      (0..<15).map { words[(number * 5 + line * 3 + $0 * (line + 1)) % words.count] }.joined(separator: " ") + ","
    }
  }

  @Test("page numbers amid a page that count on are furniture, and the paragraph goes on")
  func embeddedNumbers() {
    var lines: [String] = []
    for number in 4...8 {
      lines += Self.filler(number)
      lines += ["", "                              \(number)", ""]
    }
    let text = PageSketch.text(lines.joined(separator: "\n"))
    #expect(text.furniture == ["4", "5", "6", "7", "8"])
    #expect(text.blocks.count == 1)
  }

  @Test("dates in figures over the last line of a page are text", arguments: ["19-02-2031", "19-02-2031   17-02-2031"])
  func datesAtTheFoot(line: String) {
    let text = PageSketch.text("The lantern was signed for.\n\n" + line)
    #expect(text.furniture.isEmpty)
  }

  @Test("numbers in a list are not")
  func numbersOfAList() {
    let list = (1...6).map { "\($0)\nThe lantern of that number" }.joined(separator: "\n")
    let text = PageSketch.text("Lanterns\n\n" + list)
    #expect(text.furniture.isEmpty)
  }

  @Test("a foot with a page number that is repeated amid pages is furniture with the lines beside it")
  func embeddedFeet() {
    var lines: [String] = []
    for number in 1...4 {
      lines +=
        Self.filler(number) + [
          "", "Lantern Terms of the Mill      Page \(number) of 9", "Kept by the keeper alone", "",
        ]
    }
    lines += filler
    let text = PageSketch.text(lines.joined(separator: "\n"))
    #expect(text.furniture.count == 8)
    #expect(text.lines.filter { !$0.isFurniture }.count == 5 * filler.count)
  }

  @Test("rows and signatures that are alike on two pages are not furniture")
  func alike() {
    let text = PageSketch.text(
      "By: /s/ Ann Reed\nName: Ann Reed\n\n" + filler.joined(separator: "\n") + "\n\nLantern 12 of the year 2027",
      "By: /s/ Ann Reed\nName: Ann Reed\n\n" + filler.joined(separator: "\n") + "\n\nLantern 47 of the year 2028")
    #expect(text.furniture.isEmpty)
  }

  @Test("a foot with its page number apart is furniture on a single page too")
  func loneFoot() {
    let text = PageSketch.text(
      filler.joined(separator: "\n") + String(repeating: "\n", count: 42) + "Mill terms     1 / 1")
    #expect(text.furniture.map { $0.hasPrefix("Mill terms") } == [true])
  }

  @Test("a table goes on over the page where one row made one column of two that stand close")
  func fewRowsBeforeTheBreak() {
    let text = PageSketch.text(
      """
      Ref. Lantern                        When                       Charge
      L-1 Garden lantern: 7               Throughout the year        nil
      """,
      """
      L-2  Pond lantern: 8                June to September          nil
      L-3  Gate lantern: 9                Throughout the year        $110
      L-14 Weir lantern: 1                Throughout the year        nil
      """)
    #expect(text.tables.count == 1)
    #expect(text.cells(ofTable: 0).last == ["L-14 Weir lantern: 1", "Throughout the year", "nil"])
  }

  @Test("a sentence that breaks off with a short line goes on on the next page")
  func brokenOff() {
    let text = PageSketch.text(
      filler.joined(separator: "\n") + "\nwhich the keeper gives to", "Customer on the day of the order.")
    #expect(text.blocks.count == 1)
  }

  @Test("an item A. is one where B. follows")
  func doubtfulLabels() {
    let items = PageSketch.text("A. The parties lit a lantern in 2026.\n\n\nB. They wish to light another one.")
    #expect(items.blocks.allSatisfy { $0.role == .listItem(level: 1) })
  }

  @Test("the number of a house is no label")
  func houseNumber() {
    let text = PageSketch.text("Hollow Mill Ltd.\n\n\n415 Weir Lane, Third Floor")
    #expect(text.blocks.allSatisfy { $0.label == nil })
  }

  @Test("letters set apart make no columns, and touching pieces are one word")
  func touching() {
    var page = PageSketch.page([("S UPPLIER", 40, 60)])
    page.words[1].x0 = page.words[0].x1 + 0.2
    let text = LayoutAnalysis.sourceText(pages: [page])
    #expect(text.string(text.lines[0].range) == "SUPPLIER")
    var raised = PageSketch.page([("10,000 1", 40, 60)])
    raised.words[1].x0 = raised.words[0].x1 + 0.2
    let number = LayoutAnalysis.sourceText(pages: [raised])
    #expect(number.string(number.lines[0].range) == "10,000 1")
  }

  @Test("a table goes on below the rest of a row that the page's end cut, with a single row too")
  func cutRow() {
    let text = PageSketch.text(
      """
      Lantern                    From         Until        Count    Charge
      Lanterns for the           4 May        7 June       12       $40.00
      """,
      """
      new landing
      Ropes                      4 May        9 June        2       $10.00

      The keeper of the mill has put his hand to this list of lanterns and of ropes.
      """)
    #expect(text.tables.count == 1)
    #expect(text.cells(ofTable: 0).last == ["Ropes", "4 May", "9 June", "2", "$10.00"])
  }
}
