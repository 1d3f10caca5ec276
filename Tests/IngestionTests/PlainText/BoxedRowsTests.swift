// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Rows of tables drawn with bars")
struct BoxedRowsTests {
  private func rows(_ text: String) -> [[String]] {
    let text = PlainTextReader.read(Array(text.utf8))
    return text.tables.isEmpty ? [] : text.cells(ofTable: 0).map { $0.map { $0.replacing("\n", with: " ") } }
  }

  @Test("lines between two rules are one row")
  func ruled() {
    let found = rows(
      """
      +-------------+-----+-----------+
      | Lamp        | Qty | Fee       |
      +-------------+-----+-----------+
      | Amber lamps | 50  | USD 10.00 |
      +-------------+-----+-----------+
      | Full Beryl  | 2   | USD 0.00  |
      | Lantern     |     |           |
      +-------------+-----+-----------+
      """)
    #expect(found.dropFirst() == [["Amber lamps", "50", "USD 10.00"], ["Full Beryl Lantern", "2", "USD 0.00"]])
  }

  @Test("a name that had no room goes on in the last line of a box without rules between rows")
  func wrappedName() {
    let found = rows(
      """
      +-------------+-----+-----------+
      | Lamp        | Qty | Fee       |
      +-------------+-----+-----------+
      | Amber lamps | 50  | USD 10.00 |
      | Full Beryl  | 2   | USD 0.00  |
      | Lantern     |     |           |
      +-------------+-----+-----------+
      """)
    #expect(found.last == ["Full Beryl Lantern", "2", "USD 0.00"])
  }

  @Test("headings of rows, and names that had room, stay alone")
  func aloneInTheirRow() {
    let headed = rows(
      """
      +-------------+-----+-----------+
      | Lamp        | Qty | Fee       |
      +-------------+-----+-----------+
      | Lanterns    |     |           |
      | Amber lamps | 50  | USD 10.00 |
      | Services    |     |           |
      | Lighting    | 2   | USD 0.00  |
      +-------------+-----+-----------+
      """)
    #expect(headed.count == 5)
    let roomy = rows(
      """
      +--------------------------+-----+-----------+
      | Lamp                     | Qty | Fee       |
      +--------------------------+-----+-----------+
      | Amber lamps of the mill  | 50  | USD 10.00 |
      | Full Beryl               | 2   | USD 0.00  |
      | Lantern                  |     |           |
      +--------------------------+-----+-----------+
      """)
    #expect(roomy.count == 4)
  }
}
