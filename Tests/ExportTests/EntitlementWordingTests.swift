// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@testable import Export

@Suite struct EntitlementWordingTests {
  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.5", "-1,234,567.5"), ("0.05", "0.05"),
  ])
  func `Amounts with commas`(amount: String, text: String) throws {
    #expect(EntitlementWording.amount(try #require(Decimal(string: amount))) == text)
  }

  @Test(arguments: [
    (Quantity(amount: 1, unit: "pass"), "1 pass"), (Quantity(amount: 2, unit: "pass"), "2 passes"),
    (Quantity(amount: 10000, unit: "call", per: "day"), "10,000 calls/day"), (Quantity(amount: 5, unit: "gb"), "5 GB"),
    (Quantity(amount: 2, unit: "sandbox"), "2 sandboxes"), (Quantity(amount: 3, unit: "day"), "3 days"),
    (Quantity(amount: 3, unit: nil), "3"), (Quantity(amount: 4, unit: "party"), "4 parties"),
  ])
  func `Quantities`(quantity: Quantity, text: String) {
    #expect(EntitlementWording.quantity(quantity) == text)
  }

  @Test func `Fees`() {
    #expect(EntitlementWording.fee(nil) == "")
    #expect(EntitlementWording.fee(Fee(amount: 0, currency: nil)) == "free")
    #expect(EntitlementWording.fee(Fee(amount: 12, currency: nil)) == "? 12")
    #expect(
      EntitlementWording.fee(Fee(amount: nil, currency: nil, percent: 8, of: "annual_fees")) == "8% of annual fees")
  }
}
