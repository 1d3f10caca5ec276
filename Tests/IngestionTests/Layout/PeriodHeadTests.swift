// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Headings that end in figures, and colons in brackets")
struct PeriodHeadTests {
  @Test("short names of years head a table", arguments: ["Y1 Y2 Y3", "CY1 CY2 CY3", "FY27 FY28 FY29", "Q1 Q2 Q3"])
  func years(heads: String) {
    let names = heads.split(separator: " ").map { $0 + String(repeating: " ", count: 8 - $0.count) }.joined()
    let text = PageSketch.text(
      """
      Lantern           \(names)
      Garden lantern    50      30      20
      Pond lantern      1       1       1
      """)
    #expect(text.tables.first?.headerRows == 1)
  }

  @Test("a row of figures is no heading")
  func figures() {
    let text = PageSketch.text(
      """
      Garden lantern    50      30      20
      Pond lantern      1       1       1
      """)
    #expect(text.tables.first?.headerRows ?? 0 == 0)
  }
}
