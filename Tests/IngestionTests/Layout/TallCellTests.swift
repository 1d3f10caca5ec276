// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Cells of several lines beside cells of one")
struct TallCellTests {
  private static let heads = ["Product", "Start", "Qty", "Fee"]
  private static let edges: [Float] = [40, 200, 320, 400]

  /// A table whose rows have names of several lines: the values stand in the middle, or on the first line.
  private func page(
    _ rows: [(name: [String], values: [String])], isCentred: Bool, padding: Float = 12, from top: Float = 100
  ) -> [PageSketch.Line] {
    var lines = zip(Self.heads, Self.edges).map { ($0, $1, top) } as [PageSketch.Line]
    var y = top + 10 + padding
    for row in rows {
      for (number, line) in row.name.enumerated() { lines.append((line, Self.edges[0], y + 10.5 * Float(number))) }
      let height = 10.5 * Float(row.name.count - 1)
      for (value, x) in zip(row.values, Self.edges.dropFirst()) {
        lines.append((value, x, isCentred ? y + height / 2 : y))
      }
      y += height + 10 + padding
    }
    return lines
  }

  private let two: [(name: [String], values: [String])] = [
    (["Amber lamp", "of brass"], ["01 Mar 2031", "1", "€10.00"]),
    (["Beryl lamp", "Tin edition"], ["01 Apr 2031", "2", "€20.00"]),
    (["Cedar lamp", "Oak edition"], ["01 May 2031", "3", "€30.00"]),
  ]

  private func cells(_ text: SourceText) -> [[String]] {
    text.tables.isEmpty ? [] : text.cells(ofTable: 0).map { $0.map { $0.replacing("\n", with: " ") } }
  }

  @Test("every row keeps both lines, wherever the other cells stand", arguments: [true, false])
  func twoLines(isCentred: Bool) {
    let lines = page(two, isCentred: isCentred) + [("Thank you for your order of lamps.", 40, 260)]
    let rows = cells(LayoutAnalysis.sourceText(pages: [PageSketch.page(lines)]))
    #expect(rows.dropFirst() == two.map { [$0.name.joined(separator: " ")] + $0.values }[...])
  }

  @Test("names of three and four lines have their values in the middle", arguments: [3, 4])
  func manyLines(count: Int) {
    let rows = ["Amber", "Beryl", "Cedar"].map { name in
      (
        name: ["\(name) lamp", "Tin edition", "Two wicks", "Gate side"].prefix(count).map { $0 },
        values: ["01 Mar 2031", "4", "€10.00"]
      )
    }
    let found = cells(LayoutAnalysis.sourceText(pages: [PageSketch.page(page(rows, isCentred: true))]))
    #expect(found.dropFirst() == rows.map { [$0.name.joined(separator: " ")] + $0.values }[...])
  }

  @Test("a cell's line at the foot of two pages is no furniture", arguments: [true, false])
  func atTheFoot(isCentred: Bool) {
    let pages = [10, 20].enumerated().map { number, first in
      let rows = (first..<first + 4).map { lamp in
        (name: ["Lamp \(lamp)", "Harbour edition, of brass"], values: ["01 Mar 2031", "\(lamp)", "€\(lamp).00"])
      }
      var page = PageSketch.page(page(rows, isCentred: isCentred, from: 500) + [("Page \(number + 1)", 40, 770)])
      page.number = number + 1
      return page
    }
    let text = LayoutAnalysis.sourceText(pages: pages)
    #expect(text.furniture == ["Page 1", "Page 2"])
    #expect(cells(text).count { $0.first?.hasSuffix("of brass") ?? false } == 8)
  }

  @Test("the first row of a page without headings has both lines")
  func withoutHeadings() {
    let lines = page(two, isCentred: true).dropFirst(Self.heads.count)
    let rows = cells(LayoutAnalysis.sourceText(pages: [PageSketch.page(Array(lines))]))
    #expect(rows == two.map { [$0.name.joined(separator: " ")] + $0.values })
  }

  @Test("boxes to tick in a cell of two lines are no cells of their own")
  func boxes() {
    var lines = page(
      [(["Support plan"], ["01 Mar 2031", "1", "€10.00"]), (["Storage"], ["01 Mar 2031", "3", "€30.00"])],
      isCentred: true)
    lines += [("☐ Plain ☒ Amber ☐", 180, 166), ("Beryl", 180, 176.5), ("Keeper plan", 40, 171.25)]
    lines += [("4", 320, 171.25), ("€40.00", 400, 171.25)]
    var page = PageSketch.page(lines)
    // The last box stands apart.
    for word in page.words.indices where page.utf8[page.words[word].text].elementsEqual("☐".utf8) {
      if page.words[word].x0 > 270 {
        page.words[word].x0 += 12
        page.words[word].x1 += 12
      }
    }
    #expect(
      cells(LayoutAnalysis.sourceText(pages: [page])).last == ["Keeper plan", "☐ Plain ☒ Amber ☐ Beryl", "4", "€40.00"])
  }

  @Test("headings of one line in the middle of others of two are columns of their own")
  func headings() {
    var lines: [PageSketch.Line] = [("Lamp", 40, 100), ("Kind of lamp", 150, 100), ("Length", 420, 100)]
    lines += [("Name of lamp", 300, 106), ("No.", 40, 111), ("(km)", 420, 111)]
    for (number, y) in [(1, Float(130)), (2, 145), (3, 160)] {
      lines += [("\(number)", 40, y), ("Lamp of entrance", 150, y), ("Amber", 300, y), ("37\(number)", 420, y)]
    }
    let rows = cells(LayoutAnalysis.sourceText(pages: [PageSketch.page(lines)]))
    #expect(rows.first == ["Lamp No.", "Kind of lamp", "Name of lamp", "Length (km)"])
  }

  @Test(
    "a number amid a heading does not make it a row",
    arguments: [
      ("Price for 12 months", "Product", 1), ("6,000,000 credits", "FY27", 0), ("Price in 2031", "Product", 1),
    ])
  func firstRows(value: String, name: String, headings: Int) {
    var lines: [PageSketch.Line] = [(name, 40, 100), (value, 300, 100)]
    for (number, y) in [(1, Float(118)), (2, 136), (3, 154)] {
      lines += [("Plan \(number)", 40, y), ("\(number)0,500", 300, y)]
    }
    let text = LayoutAnalysis.sourceText(pages: [PageSketch.page(lines)])
    #expect(text.tables.first?.headerRows == headings, "\(cells(text))")
  }

  @Test("a foot that stands apart below a table is furniture still")
  func feet() {
    let pages = [10, 20].map { first in
      let rows = (first..<first + 4).map { (name: ["Lamp \($0)"], values: ["01 Mar 2031", "\($0)", "€\($0).00"]) }
      return PageSketch.page(page(rows, isCentred: false, from: 500) + [("Hollow Mill Ltd", 40, 770)])
    }
    #expect(LayoutAnalysis.sourceText(pages: pages).furniture.count == 2)
  }
}

/// Cells of four lines, of two and of one, each in the middle of its row.
@Suite struct CentredCellTests {
  @Test func cellsOfAllHeights() {
    let lines: [PageSketch.Line] = [
      ("ORDER FORM", 40, 40),
      ("Quill Works", 140, 101), ("Lamps DAC", 140, 112.5), ("Tin Lane 4,", 140, 124), ("Ebb", 140, 135.5),
      ("Ada Quill", 360, 112.5), ("ada@quill.example", 360, 124),
      ("Customer", 40, 118.2), ("Contact", 280, 118.2),
      ("Start", 40, 160), ("01 Mar 2031", 140, 160), ("End", 280, 160), ("28 Feb 2033", 360, 160),
      ("Currency", 40, 184), ("EUR", 140, 184), ("Billing", 280, 184), ("yearly", 360, 184),
    ]
    let text = LayoutAnalysis.sourceText(pages: [PageSketch.page(lines)])
    let rows = text.tables.isEmpty ? [] : text.cells(ofTable: 0).map { $0.map { $0.replacing("\n", with: " ") } }
    #expect(
      rows.first == ["Customer", "Quill Works Lamps DAC Tin Lane 4, Ebb", "Contact", "Ada Quill ada@quill.example"])
  }
}
