// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

@Suite("Plain text")
struct PlainTextReaderTests {
  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    (mark ? [0xFEFF] : []).appending(Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test(
    "encodings give the same text",
    arguments: [
      Array("Prix : 5 €, payé.".utf8), [0xEF, 0xBB, 0xBF] + Array("Prix : 5 €, payé.".utf8),
      utf16("Prix : 5 €, payé.", bigEndian: true, mark: true), utf16("Prix : 5 €, payé.", bigEndian: false, mark: true),
      utf16("Prix : 5 €, payé.", bigEndian: true, mark: false),
      utf16("Prix : 5 €, payé.", bigEndian: false, mark: false),
      [0x50, 0x72, 0x69, 0x78, 0x20, 0x3A, 0x20, 0x35, 0x20, 0x80, 0x2C, 0x20, 0x70, 0x61, 0x79, 0xE9, 0x2E],
    ])
  func encodings(_ bytes: [UInt8]) {
    let text = PlainTextReader.read(bytes)
    #expect(TextPrinting.plain(text) == "Prix : 5 €, payé.")
    #expect(text.problems.isEmpty)
  }

  @Test("line ends, form feeds and mail quoting", arguments: ["\n", "\r\n", "\r"])
  func lines(_ end: String) {
    let text = PlainTextReader.read(
      Array(
        "> a line that is long enough to be wrapped by a mail program\(end)> and more.\(end)\u{0C}Next page\(end)".utf8)
    )
    #expect(
      TextPrinting.plain(text)
        == "a line that is long enough to be wrapped by a mail program\nand more.\n\u{0C}\nNext page")
    #expect(text.pages.count == 2)
  }

  @Test("a table ruled by dashes, with a wrapped name")
  func aligned() {
    let text = PlainTextReader.read(
      Array(
        """
        Item                       Users    12 months
        -----------------------    -----    ---------
        Tide Desk, full user          40    $6,000.00
        Tide Academy seats for
        new colleagues                 5      $250.00
        """.utf8))
    #expect(text.tables.first?.headerRows == 1)
    #expect(text.cells(ofTable: 0).last == ["Tide Academy seats for new colleagues", "5", "$250.00"])
  }

  @Test(
    "boxes and Markdown",
    arguments: [
      "| Item | Qty |\n|------|-----|\n| Lamp | 3   |\n| Rope | 4   |",
      "+------+-----+\n| Item | Qty |\n+------+-----+\n| Lamp | 3   |\n| Rope | 4   |\n+------+-----+",
      "Item | Qty\n-----+----\nLamp | 3\nRope | 4",
    ])
  func pipes(_ source: String) {
    let text = PlainTextReader.read(Array(source.utf8))
    #expect(text.tables.first?.headerRows == 1)
    #expect(text.cells(ofTable: 0) == [["Item", "Qty"], ["Lamp", "3"], ["Rope", "4"]])
  }

  @Test("page marks between the text are furniture and begin pages")
  func pageMarks() {
    let text = PlainTextReader.read(
      Array("Page 1 of 2\n\nThe first part of the text is\n\nPage 2 of 2\n\nfollowed by the second.".utf8))
    #expect(text.furniture == ["Page 1 of 2", "Page 2 of 2"])
    #expect(text.pages.count == 2)
    #expect(text.blocks.count == 1)
  }

  @Test("nothing, and no text")
  func nothing() {
    #expect(PlainTextReader.read([]).problems.map(\.code) == [.empty])
    #expect(PlainTextReader.read([UInt8](repeating: 1, count: 500)).problems.map(\.code) == [.malformed])
    #expect(
      PlainTextReader.read(Array(repeating: [0x81, 0xC3, 0x20], count: 9).flatMap { $0 }).problems.map(\.code) == [
        .encodingDoubtful
      ])
  }

  @Test("one line of its own stays as it is")
  func line() {
    let text = SourceText(line: "(a)  5 %  of the fees")
    #expect(TextPrinting.plain(text) == "(a)  5 %  of the fees")
    #expect(text.blocks.first?.label == 0..<3)
  }
}

extension [UInt16] {
  fileprivate func appending(_ other: [UInt16]) -> [UInt16] { self + other }
}
