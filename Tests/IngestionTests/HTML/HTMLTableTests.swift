// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("HTML: tables")
struct HTMLTableTests {
  private func read(_ source: String) -> SourceText { HTMLReader.read(Array(source.utf8), charset: nil) }

  @Test("header, spans, unclosed cells")
  func spans() {
    let text = read(
      """
      <TABLE><CAPTION>Fees</CAPTION><TR><TH ROWSPAN=2>Item<TH COLSPAN=2>Year<TR><TH>1<TH>2
      <TR><TD ROWSPAN=2>Lamp<TD>10<TD>20<TR><TD COLSPAN=2>30</TABLE>
      """)
    #expect(TextPrinting.plain(text) == "Fees\n\nItem\tYear\n\t1\t2\nLamp\t10\t20\n\t30")
    #expect(text.tables[0].headerRows == 2)
    #expect(text.tables[0].columns == 3)
    let last = text.tables[0].rows[3].cells
    #expect(last.map(\.column) == [0, 1])
    #expect(last.map(\.columnSpan) == [1, 2])
    #expect(last[0].spannedFrom.map(text.string) == "Lamp")
    #expect(last[0].range.isEmpty)
    #expect(text.tables[0].rows[1].cells[0].spannedFrom.map(text.string) == "Item")
  }

  @Test(
    "how many rows are headers",
    arguments: [
      ("<thead><tr><td>A<td>B</thead><tr><td>c<td>d", 1),
      ("<tr><td><b>Lamp</b><td><b>Oil</b><td><b>Wick</b><tr><td>c<td>d<td>e", 1),
      ("<tr bgcolor=#eee><td>Lamp<td>Oil<td>Wick<tr><td>c<td>d<td>e", 1), ("<tr><th>Name<td>x<tr><th>Date<td>y", 0),
      ("<tr><td>Product<td>Quantity<td>Price<tr><td>Oil<td>4<td>$5.00", 1),
      ("<tr><td>Name:<td>x<tr><td>Date:<td>y", 0), ("<tr><td>Customer<td>Acme<tr><td>Term<td>12 months", 0),
      ("<tfoot><tr><td>Sum<td>9</tfoot><tr><th>Item<th>Fee<tr><td>Oil<td>9", 1),
      ("<tr><td>Year 1<td>40 lamps<td>free<tr><td>Year 2<td>60 lamps<td>$5.00", 0),
    ])
  func headers(_ rows: String, _ count: Int) {
    let text = read("<table>\(rows)</table>")
    #expect(text.tables.map(\.headerRows) == [count])
  }

  @Test("a foot that comes first stands last; a header that comes again is marked")
  func order() {
    let text = read(
      "<table><tfoot><tr><td>Sum<td>9</tfoot><tr><th>Item<th>Fee<tr><td>Oil<td>9<tr><th>Item<th>Fee<tr><td>Wick<td>0</table>"
    )
    #expect(text.cells(ofTable: 0).map(\.first) == ["Item", "Oil", "Item", "Wick", "Sum"])
    #expect(text.tables[0].rows.map(\.isRepeatedHeader) == [false, false, true, false, false])
  }

  @Test("tables that lay out the page are running text")
  func layout() {
    let text = read(
      """
      <table role=presentation><tr><td><h1>Order</h1><td><table><tr><td>No.<td>7<tr><td>Date<td>1 May</table></table>
      <table><tr><td>One paragraph<tr><td>Another</table>
      <table><tr><td>Lender Ltd<br>By: /s/ Ann<br>Name: Ann<td>Borrower Ltd<br>By: /s/ Bob<br>Name: Bob</table>
      """)
    #expect(
      TextPrinting.plain(text)
        == """
        Order

        No.\t7
        Date\t1 May

        One paragraph

        Another

        Lender Ltd

        By: /s/ Ann

        Name: Ann

        Borrower Ltd

        By: /s/ Bob

        Name: Bob
        """)
    #expect(text.tables.count == 1)
  }

  @Test("titles and notes over the whole width stand outside")
  func titles() {
    let text = read(
      """
      <table><tr><td colspan=2>Address<tr><td>City<td>Ulm<tr><td>Street<td>Long<br>Lane
      <tr><td colspan=2>The address may be changed by a notice in text form that reaches the other party, which it does not need to answer.
      </table>
      """)
    #expect(text.cells(ofTable: 0) == [["City", "Ulm"], ["Street", "Long Lane"]])
    #expect(text.blockTexts.first == "Address")
    #expect(text.blockTexts.last?.hasPrefix("The address may") == true)
  }

  @Test("a row of clauses parts the table of labels")
  func clauses() {
    let text = read(
      "<table><tr><td>Term<td>1 year<tr><td>Extras<td><ol><li>Ten hours<li>Two seats</ol><tr><td>Law<td>Bavaria</table>"
    )
    #expect(TextPrinting.plain(text) == "Term\t1 year\n\nExtras\n\n1. Ten hours\n\n2. Two seats\n\nLaw\tBavaria")
    #expect(text.tables.count == 2)
  }

  @Test("signs in columns of their own, empty columns and rows")
  func tidied() {
    let text = read(
      """
      <table><tr><th>Item<th>&nbsp;<th colspan=2>Fee<th>&nbsp;<tr><td>Oil<td><td>$<td>1,200<td>&nbsp;
      <tr><td>&nbsp;<td><td><td><td><tr><td>Share<td><td>&nbsp;<td>5<td>%</table>
      """)
    #expect(text.cells(ofTable: 0) == [["Item", "Fee"], ["Oil", "$1,200"], ["Share", "5%"]])
  }

  @Test("definitions are labels and values; long ones are text")
  func definitions() {
    let text = read("<dl><dt>Term<dd>12 months<dt>Sites<dd>Ulm<dd>Bonn</dl>")
    #expect(text.cells(ofTable: 0) == [["Term", "12 months"], ["Sites", "Ulm"], ["", "Bonn"]])
    #expect(text.tables[0].rows[2].cells[0].spannedFrom.map(text.string) == "Sites")
    #expect(html("<dl><dt>Fund<dd><p>One.<p>Two.</dl>") == "Fund\n\nOne.\n\nTwo.")
  }

  @Test("text between cells is not lost; hidden rows and cells are")
  func stray() {
    #expect(
      html("<table>Lost<tr><td>a<td>b<tr style='display:none'><td>x<td>x<tr><td>c<td>d</table>") == "Lost\n\na\tb\nc\td"
    )
    #expect(html("<table><tr><td>a<td hidden>x<td>b<tr><td>c<td hidden>x<td>d</table>") == "a\tb\nc\td")
  }

  @Test("a table in preformatted text")
  func preformatted() {
    let text = read(
      "<p>Before<pre>\nItem          Users     Price\n----          -----     -----\nLamp             40     $6.00\nOil               2     $1.00\n</pre><p>After"
    )
    #expect(text.cells(ofTable: 0).last == ["Oil", "2", "$1.00"])
    #expect(text.blockTexts.last == "After")
  }
}
