// SPDX-License-Identifier: GPL-3.0-or-later
import Export
import InventoryModel
import Testing

@Suite struct InventorySummaryTests {
  private func summary(_ today: String, _ entitlements: [Entitlement]? = nil) throws -> InventorySummary {
    var inventory = SampleInventory.inventory
    if let entitlements { inventory.entitlements = entitlements }
    return InventorySummary(inventory, today: try #require(SampleInventory.date(today)))
  }

  @Test func `A recurring grant counts once a period, and what has ended is not open`() throws {
    let worth = try #require(try summary("2026-02-01").worth.first)
    #expect(worth.amount.description == "66000.25")
    #expect(worth.open.description == "40000")
    #expect(worth.grants == 2)
  }

  @Test func `What was superseded counts neither as worth nor as an expiry`() throws {
    var fund = SampleInventory.fund
    fund.supersededBy = "other"
    let summary = try summary("2025-01-01", [fund])
    #expect(summary.worth.isEmpty && summary.expiries.isEmpty)
  }

  @Test func `Currencies are never mixed; the unknown one comes last`() throws {
    let grants = ["USD", nil, "EUR"].enumerated().map { index, currency in
      Entitlement(id: "\(index)", document: "d", kind: "other", value: EntitlementValue(amount: 1, currency: currency))
    }
    #expect(try summary("2025-01-01", grants).worth.map(\.currency) == ["EUR", "USD", nil])
  }

  @Test(arguments: [
    ("2025-01-01", ["2025-06-30", "2026-01-31"]), ("2025-06-30", ["2025-06-30", "2026-01-31"]),
    ("2025-07-01", ["2025-12-31", "2026-01-31"]), ("2027-02-01", ["2028-01-31"]), ("2028-02-01", []),
  ])
  func `The next last day of each`(today: String, dates: [String]) throws {
    #expect(try summary(today).expiries.map(\.date.description) == dates)
  }

  @Test func `What rolls over does not end with its period`() throws {
    var credits = SampleInventory.credits
    credits.conditions.unused = .rolls_over
    #expect(try summary("2025-03-01", [credits]).expiries.map(\.date.description) == ["2028-01-31"])
  }
}
