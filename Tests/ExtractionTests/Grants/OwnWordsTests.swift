// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Grants that a document names, counts or charges in its own way.
@Suite struct OwnWordsTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    "Supplier sets a Harvest Fund of USD 9,000 at Customer's disposal.",
    "Supplier holds USD 9,000 available for Customer (the “Harvest Fund”).",
  ])
  func aFundByItsOwnName(clause: String) {
    #expect(GrantSample.lines(clause) == ["success_fund | worth 9000 | \(Self.whole)"])
  }

  @Test(arguments: [
    "Supplier has USD 9,000 from the Alder Pension Fund.",
    "The Harvest Fund Ltd provides Supplier with USD 9,000.",
    "The price of the Harvest Fund brochure is USD 9,000.",
  ])
  func whatIsNoFund(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  /// The share, how many get it, and what that makes.
  @Test(arguments: [
    ("Supplier includes 40 Flex Credits per user for the 90 users (3,600 in all).", "3600"),
    ("For each agent 40 Flex Credits are included, so that Customer has 3,600 Flex Credits for its 90 agents.", "3600"),
  ])
  func whatASharesMakes(clause: String, amount: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].hasPrefix("usage_credit \(amount) credit"))
  }

  @Test func oneForEveryTen() {
    let clause = "For each ten users Supplier adds one training credit: 9 training credits for the 90 users."
    #expect(GrantSample.lines(clause) == ["training_credit 9 credit | \(Self.whole)"])
  }

  @Test func oneNumberUnderTwoNames() {
    #expect(GrantSample.lines("Storage: 2 TB (2,000 GB) of data storage are included.").count == 1)
  }

  @Test func threeInAll() {
    let clause = "One Developer Sandbox is included with each 25 users of line 1, three in all."
    #expect(GrantSample.lines(clause).first?.hasPrefix("sandbox 3 sandbox") ?? false)
  }

  @Test func chargedInAClauseOfItsOwn() {
    let clauses = """
      2. Consulting. Customer has 60 hours of consulting.

      7. Charges. The hours of clause 2 are charged with USD 9,000 in the first invoice.
      """
    #expect(GrantSample.lines(clauses) == ["services_hours 60 hour | fee 9000 | \(Self.whole)"])
  }

  @Test func aListPriceBroughtToZero() {
    let clauses = "Supplier provides 62 training credits. The list price of USD 9,300 is reduced to zero."
    #expect(GrantSample.lines(clauses) == ["training_credit 62 credit | fee 0 | \(Self.whole)"])
  }

  /// `Expiring order │ Renewal`: what there was grants nothing, and what is "no" is gone.
  @Test func whatARenewalDrops() {
    let rows = TableSample.table([
      ["Line", "Product", "Expiring order", "Renewal", "EUR per year"],
      ["1", "API calls (10,000 a day per block)", "2 blocks", "6 blocks", "4,320.00"],
      ["2", "Full Copy Sandbox", "1", "no", "-"], ["3", "Premier Success Plan", "yes", "no", "-"],
      ["4", "Partial Copy Sandbox", "2", "-", "-"], ["5", "Developer Sandbox", "-", "3", "900.00"],
    ])
    let found = TableSample.read(TableSample.order(rows)).entitlements
    #expect(found.map(\.kind.rawValue) == ["api_capacity", "sandbox"])
    #expect(found.map { $0.quantity?.amount } == [60_000, 3])
  }

  @Test func soManyOfSoMany() {
    let rows = TableSample.table([
      ["Item", "Qty", "Price"], ["Flex Credits, 2,000 each", "25", "EUR 900.00"],
      ["Flex Credits, at 2,000 each", "25", "EUR 50,000.00"],
    ])
    let found = TableSample.read(TableSample.order(rows)).entitlements
    #expect(found.map { $0.quantity?.amount } == [50_000, 25])
  }

  @Test func pricesInARowOfTheirOwn() {
    let rows = TableSample.table([
      ["Product", "Year 1", "Year 2", "Total"], ["Sales Cloud", "EUR 90,000.00", "EUR 95,000.00", "EUR 185,000.00"],
      ["Flex Credits, number", "2,000", "3,000", ""],
      ["Flex Credits, price", "EUR 200.00", "EUR 300.00", "EUR 500.00"],
    ])
    let found = TableSample.read(TableSample.order(rows)).entitlements
    #expect(found.map { $0.fee?.amount } == [200, 300])
  }
}
