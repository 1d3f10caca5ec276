// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Layout of pages")
struct LayoutAnalysisTests {
  @Test("lines of a paragraph are one block, and numbered items are items")
  func blocks() {
    let text = PageSketch.text(
      """
      !1. Scope of the order

      The supplier delivers the goods that are listed in the schedule below and
      installs them at the site of the customer within the period agreed on.

      1.1 Delivery is made on working days between eight in the morning and six
          in the evening, unless the parties agree otherwise in writing.
      1.2 Risk passes on delivery.
      """)
    #expect(text.blocks.count == 4)
    #expect(text.blocks[0].role == .heading(level: 1))
    #expect(text.blocks[1].role == .paragraph)
    #expect(text.blocks[2].role == .listItem(level: 2))
    #expect(text.blocks[2].label.map(text.string) == "1.1")
    #expect(text.blocks[3].role == .listItem(level: 2))
  }

  @Test("what stands left of an item's label is no more of the item, though the item has no stop")
  func belowAList() {
    let text = PageSketch.text(
      """
      The supplier delivers the goods that are listed below and installs them there:

         - six ponds
         - two pumps
      Delivery is made on working days between eight in the morning and six in the
      evening.
      """)
    #expect(text.blocks.count == 4)
    #expect(text.blocks.last?.role == .paragraph)
  }

  @Test("a wrapped narrow cell is one cell, and the header is told")
  func table() {
    let text = PageSketch.text(
      """
      Product                  Start        Qty     Total price
      Garden planner           1/5/2027       4             USD
      premium                                          9,120.00

      Pond monitor             1/5/2027      12      USD 300.00
      """)
    #expect(text.tables.count == 1)
    #expect(text.tables.first?.headerRows == 1)
    #expect(
      text.cells(ofTable: 0) == [
        ["Product", "Start", "Qty", "Total price"], ["Garden planner premium", "1/5/2027", "4", "USD 9,120.00"],
        ["Pond monitor", "1/5/2027", "12", "USD 300.00"],
      ])
  }

  @Test("labels and values side by side are four cells and no header")
  func labels() {
    let text = PageSketch.text(
      """
      Start Date:     3/9/2027        Payment Method:    Check
      End Date:       2/9/2028        Payment Terms:     Net 20
      """)
    #expect(text.tables.first?.headerRows == 0)
    #expect(text.cells(ofTable: 0).first == ["Start Date:", "3/9/2027", "Payment Method:", "Check"])
  }

  @Test("signatures side by side are rows with a cell a side")
  func signatures() {
    let text = PageSketch.text(
      """
      Hollow Mill Ltd                       Otter Software Inc.
      By: /s/ Ann Reed                      By: /s/ Bo Lind
      Name: Ann Reed                        Name: Bo Lind
      Title: Director                       Title: Head of Sales
      """)
    #expect(
      text.cells(ofTable: 0).map { $0[1] } == [
        "Otter Software Inc.", "By: /s/ Bo Lind", "Name: Bo Lind", "Title: Head of Sales",
      ])
  }

  @Test("the left column of running text comes whole before the right one")
  func columns() {
    let text = PageSketch.text(
      """
      The first column runs on for a while and     on the right the second column speaks of
      says something about the delivery of the     quite other things, such as what happens
      goods that were ordered by the customer,     when an invoice has not been paid within
      which is told in lines that are all full     the period that the parties have agreed,
      and reach the edge of the column as text     and which interest is due in such a case
      does when it was set by a program and is     and how it is to be computed, so that it
      not meant to be read across both columns     can be claimed together with the invoice
      because that would make no sense at all.     to which it belongs, as is usual in law.
      """)
    #expect(text.tables.isEmpty)
    #expect(text.blockTexts.count == 2)
    #expect(text.blockTexts.first?.hasSuffix("no sense at all.") == true)
  }

  @Test("a word hyphenated over a line is joined, a compound is not")
  func hyphens() {
    let text = PageSketch.text(
      """
      Every licence that is granted by this order is personal and remains non-
      transferable for as long as the order runs, and no party to it may sub-
      contract what it has promised to do itself.
      """)
    #expect(text.joins.map(text.string) == ["-\n"])
    #expect(text.joins.first.map { text.string(($0.lowerBound - 3)..<$0.lowerBound) } == "sub")
  }

  @Test("running heads, page numbers and envelope ids are furniture; text between pages goes on")
  func furniture() {
    func page(_ number: Int, _ body: String) -> String {
      "DocuSign Envelope ID: 00AA-11BB\n\n\(body)\n\n\nHill & Co order form - page \(number) of 2"
    }
    let text = PageSketch.text(
      page(1, "The customer receives forty training days in the first year, which it may use for"),
      page(2, "any of its employees until the year ends."))
    #expect(text.furniture.count == 4)
    #expect(text.blocks.count == 1)
    #expect(text.pages.map(\.number) == [1, 2])
    #expect(text.string(text.pages[1].range).hasPrefix("DocuSign"))
  }

  @Test("a table goes on over the page, its repeated header marked")
  func continuation() {
    let head = "Item               Qty      Price\n"
    let text = PageSketch.text(
      head + "Lantern              2      $4.00\nCandle               9      $1.00",
      head + "Match box            3      $2.00\nWick                 8      $5.00")
    #expect(text.tables.count == 1)
    #expect(text.tables.first?.rows.count == 6)
    #expect(text.tables.first?.rows.map(\.isRepeatedHeader) == [false, false, false, true, false, false])
    #expect(text.tables.first?.rows.map(\.page) == [1, 1, 1, 2, 2, 2])
  }

  @Test("every line but furniture is in exactly one block, and words stand where their text does")
  func invariants() {
    let text = PageSketch.text(
      "!ORDER\n\nItem       Qty   Price\nLamp         2   $4.00\nRope         1   $9.00\n\nThe order is binding.",
      "- 2 -\n\nIt ends by itself.")
    for line in text.lines where !line.isFurniture {
      let owners = text.blocks.filter {
        $0.range.lowerBound <= line.range.lowerBound && line.range.upperBound <= $0.range.upperBound
      }
      #expect(owners.count == 1)
    }
    #expect(zip(text.lines, text.lines.dropFirst()).allSatisfy { $0.range.upperBound < $1.range.lowerBound })
    #expect(zip(text.words, text.words.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(text.words.allSatisfy { !text.string(Int($0.start)..<Int($0.end)).contains(" ") })
  }
}
