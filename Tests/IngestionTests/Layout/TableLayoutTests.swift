// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Tables of pages")
struct TableLayoutTests {
  @Test("a heading set apart from the cells below it makes no column of its own")
  func idleColumn() {
    let text = PageSketch.text(
      """
      Product            Qty      Fee
      Garden lantern       4                 9,120.00
      Pond lantern        12                   300.00
      Gate lantern         1                    75.00
      Sum of the lot                         9,495.00
      """)
    #expect(text.tables.first?.columns == 3)
    #expect(text.tables.first?.headerRows == 1)
    #expect(text.cells(ofTable: 0)[1] == ["Garden lantern", "4", "9,120.00"])
  }

  @Test("a title between labels and a table of more columns parts them")
  func titleBetween() {
    let text = PageSketch.text(
      """
      Order No.      L-118                    Day          3 May 2031
      Payer          Pond Works Ltd           Billing      yearly
      A. Lanterns
      No.  Lantern              Qty       Rate        Per year     In all
      1    Garden lantern       4         58.00         232.00     464.00
      2    Pond lantern         1         70.00          70.00     140.00
      """)
    #expect(text.tables.count == 2)
    #expect(text.tables.last?.columns == 6)
    #expect(text.cells(ofTable: 1)[1] == ["1", "Garden lantern", "4", "58.00", "232.00", "464.00"])
  }

  @Test("headings that stand close are cut by the columns below them")
  func closeHeadings() {
    let text = PageSketch.text(
      """
      Lanterns                     Order Start  Order End   Order Term Quantity   Monthly/Unit Price
                                   Date         Date        (months)
      Garden lantern               5/1/2031     4/30/2033   24         4              58.00   464.00
      Pond lantern                 5/1/2031     4/30/2033   24         1              70.00   140.00
      Gate lantern                 5/1/2031     4/30/2033   24         12              6.00    72.00
      """)
    #expect(text.tables.count == 1)
    #expect(text.tables.first?.headerRows == 1)
    #expect(text.cells(ofTable: 0).last?.prefix(5) == ["Gate lantern", "5/1/2031", "4/30/2033", "24", "12"])
  }

  @Test("another row of headings begins another table")
  func furtherHeadings() {
    let text = PageSketch.text(
      """
      Lantern              Units       Price each        Price per year
      Garden lantern           4           58.00             232.00
      Pond lantern             1           70.00              70.00
      Gate lantern            12            6.00              72.00
      One-time item       Packs     Price per pack     Valid           Total
      Oil (pack of 25)         4          185.00        May 2031       740.00
      """)
    #expect(text.tables.count == 2)
    #expect(text.cells(ofTable: 1).last?.first == "Oil (pack of 25)")
  }

  @Test("columns that share no row but a heading stay two")
  func eitherOr() {
    let text = PageSketch.text(
      """
      Entry                   Debit        Credit
      Lanterns               400.00
      Oil                                   20.00
      Wicks                   11.00
      Paid back                             15.00
      """)
    #expect(text.tables.first?.columns == 3)
  }

  @Test("a count that stands close to a price is a cell of its own")
  func countsBesidePrices() {
    let text = PageSketch.text(
      """
      Lantern                       Qty      Unit        Total
      Garden lantern                140     58.00     8,120.00
      Pond lantern                    1  9,870.40     9,870.40
      Gate lantern                    4  1,450.00     5,800.00
      """)
    #expect(text.tables.first?.columns == 4)
    #expect(text.cells(ofTable: 0)[2] == ["Pond lantern", "1", "9,870.40", "9,870.40"])
  }

  @Test("a list that ends in a comma goes on in the next line")
  func openLists() {
    let text = PageSketch.text(
      """
      Lantern                  When                       Fee
      Garden lantern, lit      2031, 2032,                nil
      every night              2033
      Pond lantern             2031                       nil
      """)
    #expect(text.cells(ofTable: 0)[1] == ["Garden lantern, lit every night", "2031, 2032, 2033", "nil"])
  }

  @Test("values right below their headings are a row of their own")
  func tightHeader() {
    let text = PageSketch.text(
      """
      Lantern name           End date           Owner
      amber-lamp.example     13-Apr-2027        Hollow Mill
      beryl-lamp.example     14-Apr-2027        Hollow Mill
      """)
    #expect(text.cells(ofTable: 0).count == 3)
    #expect(text.tables.first?.headerRows == 1)
  }

  @Test("words of one wide-set type that happen to stand below each other are no columns")
  func typewriter() {
    // Six points a letter, as of type of one width: the spaces are wide.
    let text = PageSketch.text(
      """
      Alder select     8% of the list price in all years
      Birch select     2% of the next price on all yards
      Cedar select     4% of the last price at any yield
      Drift select     3% of the best price if all agree
      """)
    #expect(text.tables.isEmpty || text.tables.first?.columns == 2)
  }

  @Test("cells in the middle of their column belong to it, whatever their width")
  func centred() {
    let text = PageSketch.text(
      """
      Age of lantern               Share of the fee

          Year 1                      [20] off

          Year 2                       nothing

          Year 3                         all
      """)
    #expect(text.tables.count == 1)
    #expect(text.tables.first?.rows.count == 4)
  }

  @Test("a date that had no room for its year goes on in the next line, and a note below a table is no row")
  func wrappedDates() {
    let text = PageSketch.text(
      """
      Lantern          From        To          Units         Price
      Amber lamp       May 1,      Nov 30,        4          9,120.00
                       2031        2033
      Beryl lamp       May 1,      Nov 30,       12            300.00
                       2031        2033
      Cedar lamp       May 1,      Nov 30,        1             75.00
                       2031        2033
      Whatever its row says the amber lamp is lit on the first of July  2 Two of
      the lamps stand in for two that went out.
      """)
    #expect(text.cells(ofTable: 0).count == 4)
    #expect(
      text.cells(ofTable: 0).last?.map { $0.replacing("\n", with: " ") } == [
        "Cedar lamp", "May 1, 2031", "Nov 30, 2033", "1", "75.00",
      ])
  }

  @Test("a year on the third line of a cell ends its date")
  func yearOnTheThirdLine() {
    let rows: [[[String]]] = [
      [["Fact"], ["Garden lantern"], ["Pond lantern"], ["Gate lantern"]],
      [["Number"], ["4"], ["12"], ["1"]],
      [
        ["Lit"], ["until 31", "December", "2031"], ["1 April 2031 to", "31 March 2033"],
        ["first 12", "months of the", "year"],
      ],
      [["Fee"], ["nil"], ["9,120.00"], ["75.00"]],
    ]
    var (lines, y): ([PageSketch.Line], Float) = ([], 60)
    for row in rows {
      for (column, cell) in row.enumerated() {
        for (number, text) in cell.enumerated() {
          lines.append((text, 40 + Float(column) * 110, y + Float(number) * 11))
        }
      }
      y += Float(row.map(\.count).max() ?? 1) * 11 + 5
    }
    let text = LayoutAnalysis.sourceText(pages: [PageSketch.page(lines)])
    #expect(
      text.cells(ofTable: 0)[2].map { $0.replacing("\n", with: " ") } == [
        "Lit", "until 31 December 2031", "1 April 2031 to 31 March 2033", "first 12 months of the year",
      ])
  }

  @Test("a cell that comes close to the next column's is not run together with it")
  func closeCells() {
    // The third row's third cell ends 7.2 points before the fourth begins: less than a wide gap, more than a space.
    let rows: [[(String, Float)]] = [
      [("Lantern", 40), ("Number", 130), ("Lit", 188.8), ("Afterwards", 310)],
      [("Garden", 40), ("4", 130), ("until May", 188.8), ("stored", 310)],
      [("Pond", 40), ("12", 130), ("in the first two months", 188.8), ("lent out", 310)],
      [("Gate", 40), ("1", 130), ("always", 188.8), ("never", 310)],
    ]
    let lines = rows.enumerated().flatMap { row, cells in
      cells.map { (text: $0.0, x: $0.1, y: Float(60 + row * 14)) }
    }
    let text = LayoutAnalysis.sourceText(pages: [PageSketch.page(lines)])
    #expect(text.cells(ofTable: 0)[2] == ["Pond", "12", "in the first two months", "lent out"])
  }

  @Test("in a form of labels with values each cell wraps for itself")
  func labelGrid() {
    let text = PageSketch.text(
      """
      Maker: Amber Lamps Ltd, Leeds         Term: 36 months, starting 15 July
      Buyer: Harbour Light District, 77     2031
      Pier Road, Whitby                     Money: GBP
      """)
    #expect(
      text.cells(ofTable: 0).map { $0.map { $0.replacing("\n", with: " ") } } == [
        ["Maker: Amber Lamps Ltd, Leeds", "Term: 36 months, starting 15 July 2031"],
        ["Buyer: Harbour Light District, 77 Pier Road, Whitby", ""],
        ["", "Money: GBP"],
      ])
  }
}
