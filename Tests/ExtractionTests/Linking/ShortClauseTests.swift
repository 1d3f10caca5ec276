// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Short clauses that stand by themselves, and what of a list is said of one grant alone.
@Suite struct ShortClauseTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    "Unused hours are forfeited.", "2.2 Unused hours lapse.", "Hours not worked are lost. Travel is billed.",
  ])
  func paragraphsOfFewWords(clause: String) {
    let lines = GrantSample.lines(
      "2. Extras\n\n2.1 Supplier provides 120 hours of consulting.\n\n\(clause)\n\nText of it.")
    #expect(lines == ["services_hours 120 hour | \(Self.whole) | forfeited"])
  }

  @Test func titlesAreNoFates() {
    let lines = GrantSample.lines(
      "2. Extras\n\nConsulting hours. Supplier provides 120 hours. What is left is refunded.\n\nText of it.")
    #expect(lines == ["services_hours 120 hour | \(Self.whole) | refundable"])
  }

  @Test func noExtraCostOfOneGrant() {
    let lines = GrantSample.lines(
      """
      2. WHAT WE ADD

      2.1 Coaching: 6 coaching sessions. Sessions not held are lost.
      2.2 Certification: 8 exam vouchers, to be used by 31 March 2027.
      2.3 Upgrade: the base level becomes the next one for the first six months at no extra cost.
      """)
    #expect(
      lines == [
        "accelerator 6 session | \(Self.whole) | forfeited", "certification_voucher 8 voucher | 2026-03-01..2027-03-31",
      ])
  }

  @Test func theFirstLetteredItemMayHaveBullets() {
    let lines = GrantSample.lines(
      """
      ADDITIONAL TERMS

      A. Training. Supplier will provide the following at no charge:
         - 12 training seats, valid until 31 March 2027;
         - 6 exam vouchers, which expire on 31 March 2027; and
         - 4 training webinars.
      B. Success fund. Supplier sets aside a success fund of USD 9,000.
      C. Sandbox. Supplier provides one full sandbox for USD 4,000.
      """)
    #expect(lines.count == 5)
    #expect(lines.prefix(3).allSatisfy { $0.contains("fee 0") })
    #expect(lines.dropFirst(3).allSatisfy { !$0.contains("fee 0") })
  }

  @Test(arguments: [
    ("claimable in Q1 and Q2 2027", "2027-01-01..2027-06-30"),
    ("to be used in Q3 or Q4 2026", "2026-07-01..2026-12-31"),
    ("usable in the first and second quarters of 2027", "2027-01-01..2027-06-30"),
    ("to be used in Q1 2027", "2027-01-01..2027-03-31"),
  ])
  func quarters(words: String, span: String) {
    let lines = GrantSample.lines("4. Success fund of USD 6,000 for the launch, \(words).")
    #expect(lines == ["success_fund | worth 6000 | \(span)"])
  }

  @Test func unitsAndPricesOfRows() {
    let table = TableSample.table([
      ["#", "Service", "Units", "Rate", "Total"], ["1", "Routing, vehicles", "300", "96.00", "28,800.00"],
      ["2", "Map archive storage, TB", "3", "120.00", "360.00"], ["3", "Storage, 500 GB", "2", "90.00", "180.00"],
      ["4", "Consulting day", "5", "900.00", "waived"],
    ])
    let found = TableSample.grants(table)
    #expect(
      found.map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "storage 3000 gb", "storage 1000 gb", "services_hours 5 day",
      ])
    #expect(found.last?.contains("fee 0") == true)
  }

  @Test func sharesInNotes() {
    let table = TableSample.table([
      ["Subscription", "Volume", "Total"], ["Tidemark Core", "75 users", "90,000.00"],
      ["Premier Support (a)", "1", "18,000.00"],
    ])
    let result = TableSample.read(TableSample.order(table + "<p>(a) 20% of Tidemark Core.</p>"))
    #expect(result.entitlements.first?.fee?.percent == 20)
    #expect(result.entitlements.first?.fee?.amount == 18000)
  }

  @Test func linesByTheirNumbers() {
    let table = TableSample.table([
      ["#", "Service", "Units", "Total"], ["1", "Routing, vehicles", "300", "28,800.00"],
      ["2", "Geo credits", "50,000", "1,000.00"], ["3", "Consulting days", "5", "4,500.00"],
    ])
    let found = TableSample.grants(
      table + "<ul><li>Line 2: to be used until 31 March 2028. Line 3: any time in 2029, on site or remote.</li></ul>")
    #expect(found.contains { $0.hasPrefix("usage_credit 50000 credit") && $0.hasSuffix("2027-05-01..2028-03-31") })
    #expect(found.contains { $0.hasPrefix("services_hours 5 day") && $0.hasSuffix("2029-01-01..2029-12-31") })
  }
}
