// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Blocks side by side")
struct SideBySideTests {
  @Test("a sender's address and a title beside it that keep no common lines are read one after the other")
  func letterhead() {
    let left = ["Hollow Mill Ltd", "9 Weir Lane", "Otterton", "United Kingdom"]
    let right = ["ORDER FORM for the", "Lantern Society", "Valid to 4 May 2027", "Drawn up by Ann Reed"]
    var sketch: [PageSketch.Line] = []
    for (row, line) in left.enumerated() { sketch.append((line, 40, 60 + 12 * Float(row))) }
    for (row, line) in right.enumerated() { sketch.append((line, 320, 66 + 12 * Float(row))) }
    sketch.append(
      ("This order form is between the two parties that it names, and no other party may rely on it.", 40, 140))
    let page = PageSketch.page(sketch)
    let text = LayoutAnalysis.sourceText(pages: [page])
    #expect(text.tables.isEmpty)
    let lines = text.lines.map { text.string($0.range) }
    #expect(lines.prefix(8) == (left + right)[...])
  }

  @Test("signatures out of step are read block by block")
  func signatures() {
    let left = ["By: ________", "Name: Ann Reed", "Title: Director", "Date: 3 May 2027"]
    var sketch: [PageSketch.Line] = [
      ("The parties have signed this order form on the days that stand beside their names, each in its own", 40, 40),
      ("country and time.", 40, 52), ("HOLLOW MILL LTD", 40, 70), ("OTTER SOFTWARE INC.", 320, 70),
    ]
    for (row, line) in left.enumerated() {
      sketch.append((line, 40, 90 + 14 * Float(row)))
      sketch.append((line, 320, 97 + 14 * Float(row)))
    }
    let page = PageSketch.page(sketch)
    let text = LayoutAnalysis.sourceText(pages: [page])
    let lines = text.lines.map { text.string($0.range) }
    #expect(Array(lines.dropFirst(2)) == ["HOLLOW MILL LTD"] + left + ["OTTER SOFTWARE INC."] + left)
  }

  @Test("a signature below the other's end is read after it, though it stands further left")
  func staggered() {
    let text = PageSketch.text(
      """
                                               Yours truly,
                                               By: /s/ Bo Lind
                                               Name: Bo Lind

      Agreed on the day above:
      By: /s/ Ann Reed
      Name: Ann Reed
      """)
    let lines = text.lines.map { text.string($0.range) }
    #expect(lines.first == "Yours truly,")
    #expect(lines.last == "Name: Ann Reed")
  }

  @Test("text that wraps on one side does not push the other side's labels out of step")
  func wrappedSignature() {
    let text = PageSketch.text(
      """
      Hollow Mill Ltd                       Otter Software Inc.
      Signature: Ann Reed (by a             Signature: ________
      qualified signature)                  Name:
      Name: Ann Reed                        Title:
      Title: Director                       Date:
      Date: 3 May 2027
      """)
    #expect(
      text.cells(ofTable: 0) == [
        ["Hollow Mill Ltd", "Otter Software Inc."],
        ["Signature: Ann Reed (by a qualified signature)", "Signature: ________"], ["Name: Ann Reed", "Name:"],
        ["Title: Director", "Title:"], ["Date: 3 May 2027", "Date:"],
      ])
  }

  @Test("the mark of a signature and the name after it are one cell")
  func mark() {
    let text = PageSketch.text(
      """
      By:        /s/     Ann Reed
      Name:      Ann Reed
      Title:     Director of the Mill
      """)
    #expect(text.cells(ofTable: 0).first == ["By:", "/s/ Ann Reed"])
    #expect(text.tables.first?.columns == 2)
  }

  @Test("labels of which only some have a wide gap before the value")
  func unevenGaps() {
    let aligned = PageSketch.text(
      """
      By:    /s/ Ann Reed                   By:    /s/ Bo Lind
      Name:  Ann Reed                       Name:  Bo Lind
      Title: Director                       Title: Warden
      """)
    #expect(aligned.cells(ofTable: 0).last == ["Title:", "Director", "Title:", "Warden"])
    let ragged = PageSketch.text(
      """
      By:   /s/ Ann Reed                    By:   /s/ Bo Lind
      Name: Ann Reed                        Name: Bo Lind
      Title: Director                       Title: Warden
      Date: 3 May 2027                      Date: 4 May 2027
      Its: agent                            Its: agent
      """)
    #expect(ragged.tables.count == 1)
    #expect(Set(ragged.cells(ofTable: 0).map(\.count)).count == 1)
  }

  @Test("two signatures with single spaces are parted at the label that they repeat")
  func repeatedLabels() {
    let text = PageSketch.text(
      """
      The parties signed this order form on the day and in the year that it begins with.

      By: /s/ Ann Reed By: /s/ Bo Lind
      Name: Ann Reed Name: Bo Lind
      """)
    #expect(text.cells(ofTable: 0) == [["By: /s/ Ann Reed", "By: /s/ Bo Lind"], ["Name: Ann Reed", "Name: Bo Lind"]])
  }

  @Test("a raised ordinal in a row of its own joins its figure")
  func ordinal() {
    let text = LayoutAnalysis.sourceText(pages: [
      PageSketch.page([("th", 40 + 14 * 5, 53), ("Made on the 17 day of May 2027 by both", 40, 60)])
    ])
    #expect(text.blockTexts == ["Made on the 17th day of May 2027 by both"])
  }

  @Test("a table right above two columns of text stays whole")
  func tableAboveColumns() {
    let text = PageSketch.text(
      """
      Lamp                                           Count      Unit fee      Total fee
      Storm lamp of brass                               40        $12.00        $480.00
      Harbour lamp                                       2        $90.00        $180.00
      Total                                                                     $660.00

      The guild gives the harbour forty lamps        Lamps that break in the first year of
      of brass, which hang on the mole until         the term are replaced by the guild, and
      the end of the term. Lamps that are not        those that break later are paid for by
      hung within a year go back to the guild        the harbour. Nothing is due for lamps
      and are not paid for by the harbour in         that the sea takes in a storm, or for
      this or in any later year of the term.         the oil that they hold at that time.
      """)
    #expect(text.cells(ofTable: 0)[1] == ["Storm lamp of brass", "40", "$12.00", "$480.00"])
    #expect(text.cells(ofTable: 0).last?.last == "$660.00")
    #expect(text.blockTexts.contains { $0.hasPrefix("The guild gives") && $0.hasSuffix("year of the term.") })
  }

  @Test("four lines of running text in two columns are no table")
  func shortColumns() {
    let text = PageSketch.text(
      """
      1. The guild gives the harbour forty        2. The harbour keeps the two lamps
      (40) lamps of brass at no charge.           of the mole in trim and lights them
      The lamps come back on the 30 June          each night until the mole is closed
      2031 at the latest.                         and the guild has its oil back.
      """)
    #expect(text.tables.isEmpty)
    #expect(text.blockTexts.count == 2)
    #expect(text.blockTexts.first?.hasSuffix("2031 at the latest.") ?? false)
  }

  @Test("rows of two cells that wrap are a table, as they begin on one line")
  func wrappedCells() {
    let text = PageSketch.text(
      """
      Lamps of brass for the                      50 lamps at no charge for the whole
      harbour and the mole                        of the first year of the term
      Lessons for the keepers                     10 lessons that end with the 30
      of both of the lamps                        June 2031 and have no value
      """)
    #expect(text.tables.count == 1)
  }

  @Test("blocks to sign that stand right below a table are none of its rows")
  func belowTable() {
    let text = PageSketch.text(
      """
      Product                      Qty     Unit price      Total
      Lantern Enterprise           120     1,500.00        180,000.00
      Lamp Premier Support           1         0.00              0.00
      Weir calls (per day)      50,000     included          included

      Signed for Hollow Mill Ltd          Signed for Otter Software Inc.
      /s/ Ann Reed                        /s/ Bo Lind
      Name: Ann Reed                      Name: Bo Lind
      """)
    #expect(text.tables.count == 2)
    #expect(text.cells(ofTable: 0).map(\.count) == [4, 4, 4, 4])
    #expect(text.cells(ofTable: 1).first == ["Signed for Hollow Mill Ltd", "Signed for Otter Software Inc."])
  }

  @Test(
    "short columns of text over two signatures are read one after the other",
    arguments: [
      """
      1. The keeper lends the society 40     2. The keeper lends the society 12
      lamps at no charge. They are to be     ropes at no charge. They are to be
      given back by 31 March 2027 and        kept dry until 30 June 2027 by each
      are then put away.                     member of the society.
      """,
      """
      1. Lamps. The keeper of         2. Ropes. The keeper of
      Weir Mill lends Otter 100       Weir Mill further gives out
      oiled lamps at no               twelve (12) long ropes
      further charge, for the         free of charge, to be
      lighting of the two             handed back not later than
      landings at the weir            June 2027, and forty (40)
      and at Otterton. The lamps      hours of its own time for
      are lent to the society         the upkeep of the ropes
      until 31 March 2027.            in each of the years.
      Lamps that are still out
      on that day are paid
      for.
      """,
    ])
  func shortColumns(_ columns: String) {
    let source =
      "\(columns)\n\n\nWEIR MILL LTD                   OTTER SOCIETY\n"
      + "By: /s/ Ann Reed                By: /s/ Bo Lind"
    let text = PlainTextReader.read(Array(source.utf8))
    let blocks = text.blockTexts.map { $0.split(separator: "\n").joined(separator: " ") }
    #expect(blocks.prefix(2).map { String($0.prefix(2)) } == ["1.", "2."])
    #expect(blocks[0].contains("31 March 2027"))
    #expect(!blocks[0].contains("June") && blocks[1].contains("June 2027"))
  }

  @Test("a table of two columns of text whose rows begin together stays one")
  func wordyTable() {
    let text = PlainTextReader.read(
      Array(
        """
        Lamps that the keeper       Given to the society at
        lends for the winter        no charge whatever.
        Ropes that the keeper       Sold to the society at
        cuts for its boats          half of the list price.
        Oil that is delivered       Paid for by the month at
        to the landing              the price of that day.
        """.utf8))
    #expect(text.tables.count == 1)
  }
}
