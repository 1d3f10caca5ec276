// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Tables drawn with box characters and tabs")
struct DrawnTableTests {
  @Test(
    "tables of box characters and of tabs",
    arguments: [
      "┌──────┬─────┬───────┐\n│ Item │ Qty │ Price │\n├──────┼─────┼───────┤\n│ Lamp │ 3   │ $4.00 │\n│ Rope │ 4   │ $0.50 │\n"
        + "└──────┴─────┴───────┘",
      "║ Item ║ Qty ║ Price ║\n╠══════╬═════╬═══════╣\n║ Lamp ║ 3   ║ $4.00 ║\n║ Rope ║ 4   ║ $0.50 ║",
      "Item\tQty\tPrice\nLamp\t3\t$4.00\nRope\t4\t$0.50", "Item\t\tQty\tPrice\nLamp\t\t3\t$4.00\nRope\t\t4\t$0.50",
    ])
  func drawnTables(_ source: String) {
    let text = PlainTextReader.read(Array("Things\n\n\(source)\n\nThe end.".utf8))
    #expect(text.cells(ofTable: 0) == [["Item", "Qty", "Price"], ["Lamp", "3", "$4.00"], ["Rope", "4", "$0.50"]])
    #expect(text.lines.first.map { text.string($0.range) } == "Things")
    #expect(text.lines.last.map { text.string($0.range) } == "The end.")
  }

  @Test("a cell between two tabs that only some rows fill stays a column")
  func emptyTabCell() {
    let text = PlainTextReader.read(Array("Item\tQty\tNote\nLamp\t\tlent\nRope\t4\t".utf8))
    #expect(text.cells(ofTable: 0) == [["Item", "Qty", "Note"], ["Lamp", "", "lent"], ["Rope", "4", ""]])
  }

  /// Once each line was read anew with all below it: this text took minutes.
  @Test("two columns parted by several tabs are no table of three, however long")
  func longListOfTwoColumns() {
    let text = PlainTextReader.read(Array(String(repeating: "a lamp\t\t\tits wick\n", count: 10_000).utf8))
    #expect(text.lines.count == 10_000)
    #expect(!text.utf8.contains(0x7C))
  }
}
