// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@testable import Extraction

@Suite struct TableFactTests {
  private static func order(_ table: String, term: String = "June 1, 2025 through May 31, 2027") -> String {
    "<html><body><h1>ORDER FORM Q-5520</h1><table><tr><td>Customer</td><td>Nettle Bay Ferries Ltd</td></tr>"
      + "<tr><td>Order Term</td><td>\(term)</td></tr><tr><td>Currency</td><td>USD</td></tr></table><p>Products</p>\(table)</body></html>"
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
    }
    return "<table>" + row(head, "th") + rows.map { row($0, "td") }.joined() + "</table>"
  }

  private static func read(_ table: String) -> (facts: DocumentFacts, knowledge: DocumentKnowledge) {
    FactSample.read(order(table), fileName: "order.html")
  }

  @Test func linesAndTheirSums() {
    let (facts, knowledge) = Self.read(
      Self.table(
        ["Product", "Start Date", "End Date", "Qty", "Monthly Unit Price", "Total Price"],
        [
          ["Harbour Desk", "06/01/2025", "05/31/2027", "40", "$100.00", "$96,000.00"],
          ["Data Storage (10 GB)", "06/01/2025", "05/31/2027", "2", "$50.00", "$2,400.00"],
          ["Training Credits (Pack of 10), one-time", "06/01/2025", "05/31/2026", "1", "", "$900.00"],
          ["Total", "", "", "", "", "$99,300.00"],
        ]))
    #expect(
      facts.lineItems.map(\.product) == [
        "Harbour Desk", "Data Storage (10 GB)", "Training Credits (Pack of 10), one-time",
      ])
    #expect(facts.lineItems.first?.quantity == 40)
    #expect(facts.lineItems.first?.unitPrice == 100)
    #expect(facts.lineItems.first?.end == FactSample.day("2027-05-31"))
    #expect(facts.fees == Fees(annual: 49200, total: 98400))
    let reading = knowledge.tables.first { $0.role == .lineItems }
    #expect(reading?.rows.last?.isSummary == true)
    #expect(reading?.rows[2].isRecurring == false)
    #expect(reading?.columns == [.product, .start, .end, .quantity, .unitPrice, .total])
  }

  @Test func aRampLeavesTheYearlyFeeOpen() {
    let facts = Self.read(
      Self.table(
        ["Product", "Contract Year 1", "Contract Year 2", "Total"],
        [
          ["Harbour Desk", "$10,000.00", "$14,000.00", "$24,000.00"],
          ["Support", "$1,000.00", "$1,000.00", "$2,000.00"],
        ])
    ).facts
    #expect(facts.fees.total == 26000)
    #expect(facts.lineItems.count == 2)
  }

  @Test func yearlyFeesGiveTheTotal() {
    let facts = Self.read(
      Self.table(
        ["Service", "Users", "Fee per year"],
        [["Harbour Desk", "40", "$12,000.00"], ["Total subscription fees", "", "$12,000.00"]])
    ).facts
    #expect(facts.fees == Fees(annual: 12000, total: 24000))
  }

  @Test func ratesAreNotBought() {
    let (facts, _) = Self.read(
      Self.table(["Item", "Price"], [["Training day", "$900.00"], ["Sandbox", "$1,200.00"]]))
    #expect(facts.lineItems.isEmpty)
    #expect(facts.fees == Fees())
  }

  @Test func untickedBoxesAreOptions() {
    let (facts, knowledge) = Self.read(
      Self.table(
        ["Package", "Contents", "Price", "Yes", "No"],
        [
          ["Learning", "40 training credits", "$6,900.00", "☐", "☒"], ["Care", "Premier Support", "$500.00", "☒", "☐"],
        ]))
    let rows = knowledge.tables.first { $0.columns.contains(.product) }?.rows ?? []
    #expect(rows.map(\.isOptional) == [true, false])
    #expect(!facts.lineItems.contains { $0.product == "Learning" })
  }

  @Test(arguments: [
    (["product"], TableReading.Column.product), (["qty"], .quantity), (["unit", "price"], .unitPrice),
    (["list", "price"], .listPrice),
    (["annual", "fee"], .annual), (["per", "contract", "year"], .annual), (["36", "month", "fee"], .total),
    (["total", "price"], .total),
    (["order", "start", "date"], .start), (["order", "end", "date"], .end), (["period"], .validity),
    (["order", "term", "months"], .months),
    (["contract", "year", "2"], .year(2)), (["year", "1"], .year(1)), (["discount"], .discount),
    (["for", "whom"], .purpose), (["sku"], .reference),
  ])
  func headingsNameColumns(words: [String], column: TableReading.Column) {
    #expect(ColumnRoles.role(words, hasProduct: false) == column)
  }
}
