// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

/// Tables that are made of boxes side by side, not of table cells.
@Suite("HTML: rows of boxes") struct HTMLRowsTests {
  /// How many rows and columns each table of a page has.
  private func shapes(_ source: String) -> [String] {
    HTMLReader.read(Array(source.utf8), charset: nil).tables.map { "\($0.rows.count)×\($0.columns)" }
  }

  private func row(_ cells: String...) -> String {
    "<div class=r>" + cells.map { "<div>\($0)</div>" }.joined() + "</div>"
  }

  @Test func flexibleBoxesOfAsManyCells() {
    let rows =
      row("What", "How many", "Until") + row("Exam vouchers", "12", "May 2031") + row("Sandboxes", "2", "June 2031")
    #expect(shapes("<style>.r{display:flex}</style>" + rows) == ["3×3"])
    // Boxes below each other, and boxes without a style.
    #expect(shapes("<style>.r{display:flex;flex-direction:column}</style>" + rows).isEmpty)
    #expect(shapes(rows).isEmpty)
  }

  @Test func gridOfSoManyColumns() {
    let cells = ["Item", "Amount", "Consulting hours", "60", "Storage", "500 GB"].map { "<div>\($0)</div>" }.joined()
    #expect(shapes("<div style='display:grid;grid-template-columns:2fr 1fr'>\(cells)</div>") == ["3×2"])
    #expect(shapes("<div style='display:grid;grid-template-columns:repeat(3, 1fr)'>\(cells)</div>") == ["2×3"])
    #expect(shapes("<div style='display:grid'>\(cells)</div>").isEmpty)
  }

  /// Columns of a page are no cells.
  @Test func columnsOfText() {
    let column = "<div><p>The order is governed by this text.</p><p>It has two paragraphs.</p></div>"
    let page = "<div style='display:flex'>\(column)\(column)</div>"
    #expect(shapes(page + page).isEmpty)
  }
}
