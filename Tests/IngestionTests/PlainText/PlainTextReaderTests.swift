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

  @Test("colons in a column of their own belong to the labels")
  func colons() {
    let text = PlainTextReader.read(
      Array("Ref. No.   : W/26/7\nDate       : 2 June\nSupplier   : Delta Ropes, Ulm\nYour PO    : 44".utf8))
    #expect(
      text.cells(ofTable: 0) == [
        ["Ref. No.:", "W/26/7"], ["Date:", "2 June"], ["Supplier:", "Delta Ropes, Ulm"], ["Your PO:", "44"],
      ])
  }

  @Test("letters that stand apart are words")
  func spaced() {
    #expect(
      TextPrinting.plain(PlainTextReader.read(Array("  O R D E R   F O R M  7\n\na b c d e f g".utf8))).hasPrefix(
        "ORDER FORM 7\n"))
    #expect(TextPrinting.plain(PlainTextReader.read(Array("A B or C D E F".utf8))) == "A B or C D E F")
  }

  @Test("narrow lines run on, also after a colon")
  func narrow() {
    let paragraph =
      "The lender hands to the client of this\nagreement on the day on which it is\nsigned by both of them the following:\neleven lamps and four barrels of oil.\n\n"
    let text = PlainTextReader.read(Array(String(repeating: paragraph, count: 6).utf8))
    #expect(text.blocks.count == 6)
  }

  @Test(
    "feet of pages without form feeds are furniture",
    arguments: [["1", "2", "3"], ["Filed by Acme Oil", "Filed by Acme Oil", "Filed by Acme Oil"]])
  func feet(_ feet: [String]) {
    var source = ""
    for (foot, goods) in zip(feet, ["barrel of oil", "wick and lamp", "box of matches"]) {
      source += "The client may return each \(goods) that it has not opened, provided that it\n\n\(foot)\n\n"
      source += "sends the \(goods) back within a week and at its own cost.\n\n"
    }
    let text = PlainTextReader.read(Array(source.utf8))
    #expect(text.furniture == feet)
    #expect(text.pages.count == 4)
    #expect(text.blocks.count == 3)
  }

  @Test("wrapped lines that were glued together are running text")
  func glued() {
    let line =
      "c.   The client pays for all the lamps which were ordered and delivered       by the first of the month, and for those which it keeps       after it.\n"
    let text = PlainTextReader.read(Array((line + "\n" + line).utf8))
    #expect(text.tables.isEmpty)
    #expect(
      text.string(text.lines[0].range).hasPrefix(
        "c. The client pays for all the lamps which were ordered and delivered by"))
  }

  @Test("two columns of text before labels and values")
  func columns() {
    let text = PlainTextReader.read(
      Array(
        """
        The client pays within thirty            The lender may end this order
        days of the date of each                 when the client is late by more
        invoice that it receives from            than sixty days, provided that it
        the lender. Amounts that are             has told the client so in text
        in dispute are held back until           form. What has been paid before
        the parties agree on them, and           that day is not paid back, and
        bear no interest meanwhile.              hours not used are lost.

        Customer:  Acme Oil GmbH                 Order no.:  AO-77
        Start:     1 May 2025                    End:        30 April 2026
        Contact:   Eva Stein                     Currency:   EUR
        """.utf8))
    #expect(text.blockTexts.first?.hasSuffix("bear no interest meanwhile.") == true)
    #expect(text.tables.count == 1)
    #expect(text.cells(ofTable: 0).last == ["Contact:", "Eva Stein", "Currency:", "EUR"])
  }

  @Test("columns of text go on where one has a heading or a blank line, and where one runs on alone")
  func unevenColumns() {
    let text = PlainTextReader.read(
      Array(
        """
        Berth              Boats     Fee per year
        ---------------   ------   --------------
        Inner basin           12      EUR 4,800.00
        Outer mole             3        EUR 900.00

        1. MOORING                               4. LAMPS

        The harbour gives the guild forty        Lamps on the mole burn from dusk
        mooring days in each year, which         until dawn at the harbour's cost,
        lapse when the year ends unused.         save in fog, when they burn all
                                                 of the day as well as the night.
        2. CRANE
                                                 5. ICE
        The guild may use the crane for
        ten hours a year without a fee,          The harbour breaks the ice in the
        and for further hours at cost.           basin twice a week.

        3. STORE
                                                 6. TOLLS
        Six store rooms are held for the
        guild until the end of the term.         No toll is due for boats of the
                                                 guild that enter the basin. This
                                                 does not hold for guests.

        Harbour of Otterton                      Guild of Lampmakers

        Signed: /s/ Ann Reed                     Signed: /s/ Bo Lind
        Name:   Ann Reed                         Name:   Bo Lind
        Title:  Harbour master                   Title:  Warden
        """.utf8))
    let blocks = text.blockTexts
    #expect(blocks.contains("Six store rooms are held for the\nguild until the end of the term."))
    #expect(blocks.contains { $0.hasPrefix("No toll") && $0.hasSuffix("for guests.") })
    let (store, lamps) = (blocks.firstIndex(of: "3. STORE"), blocks.firstIndex(of: "4. LAMPS"))
    #expect(store ?? .max < lamps ?? .min)
    #expect(text.tables.count == 2)
    #expect(text.cells(ofTable: 0).last == ["Outer mole", "3", "EUR 900.00"])
    #expect(text.cells(ofTable: 1).last == ["Title:", "Harbour master", "Title:", "Warden"])
  }

  @Test("a box below labels and a heading is a table of its own")
  func boxBelowLabels() {
    let text = PlainTextReader.read(
      Array(
        """
        Start date:    1 May 2027
        Currency:      EUR

        1. LAMPS

        +---------------+-------+--------------+
        | Lamp          | Count | Fee          |
        +---------------+-------+--------------+
        | Storm lamp,   |     4 | EUR 1'200.00 |
        | brass         |       |              |
        +---------------+-------+--------------+
        | Total         |       | EUR 1'200.00 |
        +---------------+-------+--------------+
        """.utf8))
    #expect(
      text.cells(ofTable: 1) == [
        ["Lamp", "Count", "Fee"], ["Storm lamp, brass", "4", "EUR 1'200.00"], ["Total", "", "EUR 1'200.00"],
      ])
  }

  @Test("a label too long for a wide gap before its value is a label like those below")
  func longestLabel() {
    let text = PlainTextReader.read(
      Array("Mooring start date: 1 May\nEnd date:           2 June\nPier:               7".utf8))
    #expect(text.cells(ofTable: 0).first == ["Mooring start date:", "1 May"])
  }

  @Test("two signatures on one line with single spaces")
  func repeatedLabels() {
    let text = PlainTextReader.read(
      Array("Signed by both:\n\nBy: /s/ Ann Reed By: /s/ Bo Lind\nName: Ann Reed Name: Bo Lind".utf8))
    #expect(text.cells(ofTable: 0) == [["By: /s/ Ann Reed", "By: /s/ Bo Lind"], ["Name: Ann Reed", "Name: Bo Lind"]])
  }

  @Test(
    "a raised ordinal on a line of its own joins its figure",
    arguments: [
      "made on the 21\nst\nday of May.", "              st\nmade on the 21 day of May.",
      "made on the 21 day of May.\n              st",
    ])
  func ordinal(_ source: String) {
    let text = TextPrinting.plain(PlainTextReader.read(Array(source.utf8)))
    #expect(text.split(whereSeparator: \.isNewline).joined(separator: " ") == "made on the 21st day of May.")
  }

  @Test("an ordinal that fits no figure beside it stays")
  func strayOrdinal() {
    #expect(TextPrinting.plain(PlainTextReader.read(Array("made on the 21\nth\nday".utf8))).contains("\nth"))
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

  @Test("UTF-32 with and without its mark", arguments: [(true, true), (true, false), (false, true), (false, false)])
  func utf32(isBigEndian: Bool, hasMark: Bool) {
    let source = "Gebühr: 5 € für 𝒳"
    let bytes = ((hasMark ? "\u{FEFF}" : "") + source).unicodeScalars.flatMap { scalar -> [UInt8] in
      let big = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * UInt32($0))) }
      return isBigEndian ? big : big.reversed()
    }
    let text = PlainTextReader.read(bytes)
    #expect(TextPrinting.plain(text) == source)
    #expect(text.problems.isEmpty)
    #expect(PlainTextReader.read(bytes + [0x41]).problems.map(\.code) == [.encodingDoubtful])
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
