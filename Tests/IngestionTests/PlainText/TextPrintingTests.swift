// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

@Suite("Printing and formats")
struct TextPrintingTests {
  @Test("the layout shows pages, roles, tables, spans and furniture")
  func layout() {
    let text = HTMLReader.read(
      Array(
        """
        <h2>Terms</h2><p>One line.<ul><li>Point</ul><p>Page 1 of 2
        <table><tr><th>Item<th colspan=2>Fee<tr><td rowspan=2>Oil<td>1<td>2<tr><td>3<td>4</table>
        """.utf8), charset: nil)
    #expect(
      TextPrinting.layout(text) == """
        ──── page 1 ────
        h2     ┊ Terms
        p      ┊ One line.
        item1  ┊ • Point
        [furniture] Page 1 of 2
        t1*    ┊ │ Item │ Fee «2» │
               ┊ ├────
        t1     ┊ │ Oil │ 1 │ 2 │
        t1     ┊ │ ↑Oil │ 3 │ 4 │

        """)
  }

  @Test("what is printed is the buffer: its offsets count the same scalars")
  func plain() {
    let text = PlainTextReader.read(Array("Prix : 5 €\n\n\u{0C}payé".utf8))
    #expect(Array(TextPrinting.plain(text).utf8) == text.utf8)
  }

  @Test(
    "formats by content, then by name",
    arguments: [
      ("%PDF-1.7", "a.txt", DocumentFormat.pdf), ("<!DOCTYPE html><p>x", "a.txt", .html), ("<TABLE>", "a", .html),
      ("x", "a.HTM", .html), ("x", "a.pdf", .text), ("1 0 obj <<", "a.pdf", .pdf), ("x", "a", .text),
      ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{1}", "a.docx", .unknown),
    ])
  func formats(_ content: String, _ name: String, _ format: DocumentFormat) {
    #expect(FormatDetection.format(of: Array(content.utf8), fileName: name) == format)
    if format == .unknown {
      let reading = DocumentReader.read(Array(content.utf8), fileName: name)
      #expect(reading.status == .failed)
      #expect(reading.text.problems.map(\.code) == [.unknownFormat])
    }
  }

  @Test(
    "a name that claims another format is told of, and is no fault",
    arguments: [
      ("<!DOCTYPE html><p>x", "a.txt", "plain text"), ("<html>x", "a.pdf", "PDF"), ("Order form", "a.pdf", "PDF"),
      ("Order form", "a.txt", nil), ("Order form", "a", nil), ("Order form", "a.eml", nil),
    ] as [(String, String, String?)])
  func wrongExtension(_ content: String, _ name: String, _ claimed: String?) {
    let reading = DocumentReader.read(Array(content.utf8), fileName: name)
    #expect(reading.status == .ok)
    #expect(reading.text.problems.map(\.code) == (claimed == nil ? [] : [.wrongExtension]))
    if let claimed { #expect(reading.text.problems[0].message.contains("says \(claimed)")) }
  }

  @Test("what is too large is not read")
  func tooLarge() {
    let reading = DocumentReader.read(Array("text".utf8), fileName: "a.txt", settings: .init(maximumBytes: 3))
    #expect(reading.text.problems.map(\.code) == [.tooLarge])
    #expect(reading.status == .failed)
  }
}
