// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Parts by number, periods by name and sums over a term, as order forms word them.
@Suite struct OrderFormWordingTests {
  /// "Part 1" is no part that the customer plays; "What you do" is.
  @Test func partsOfTheDocument() {
    let clauses = """
      Part 1: What Nettle Bay Ferries orders

      Supplier provides two sandboxes free of charge.

      Part 2: What Customer does

      Three days of testing and two test systems are there for every release.
      """
    #expect(GrantSample.lines(clauses) == ["sandbox 2 sandbox | fee 0 | 2026-03-01..2028-02-28"])
  }

  /// A stretch of days with a name of its own.
  @Test(arguments: [
    (
      "Nine exam vouchers are included for the Season.",
      "certification_voucher 9 voucher | fee 0 | 2026-05-01..2026-10-31"
    ),
    (
      "Supplier provides two sandboxes until the end of the second month of the Season.",
      "sandbox 2 sandbox | 2026-03-01..2026-06-30"
    ),
    ("Supplier provides two sandboxes for the season.", "sandbox 2 sandbox | 2026-03-01..2028-02-28"),
  ])
  func namedPeriods(clause: String, grant: String) {
    let lead = "Timetables change from 1 May 2026 to 31 October 2026, six months in all (the “Season”).\n\n"
    #expect(GrantSample.lines(lead + clause) == [grant])
  }

  /// Where nothing else gives the term, the year that the order names is it.
  @Test func namedYearIsTheTerm() {
    let facts = FactSample.facts(
      """
      ORDER FORM NT-40217

      Supplier:  Nettlewick Systems Ltd
      Customer:  Ostrava Glass plc

      1. Ledger Cloud, 84 seats at GBP 38.00 each, from 1 July 2031 to 30 June 2032 (the “Year”): GBP 38,304.00.
      """)
    #expect(facts.term.start == FactSample.day("2031-07-01"))
    #expect(facts.term.end == FactSample.day("2032-06-30"))
    #expect(facts.term.months == 12)
  }

  /// A count of blocks is no volume; a total over so many months may say in what it is.
  @Test func blocksAndTotals() {
    let grants = TableSample.grants(
      "<h2>Prices</h2>"
        + TableSample.table([
          ["Description", "Qty", "Rate", "Per year (EUR)", "36 months (EUR)"],
          ["Ledger Cloud", "300 users", "95 per user", "342,000", "1,026,000"],
          ["Data Storage, block of 5 GB", "6 blocks", "110 a month", "7,920", "23,760"],
          ["Rollout advisory, one time", "200 man-hours", "45 per hour", "", "9,000"],
        ]))
    #expect(
      grants == [
        "storage 30 gb fee 23760 2027-05-01..2030-04-30", "services_hours 200 hour fee 9000 2027-05-01..2030-04-30",
      ])
  }

  /// An amendment that sets the words that go beside those that come.
  @Test func wordsExchanged() {
    let grants = TableSample.grants(
      "<h2>Words exchanged</h2>"
        + TableSample.table([
          ["Section", "Words that go", "Words that come in"],
          ["3.1 (training)", "“40 training credits”", "“90 training credits, usable until 31 May 2028”"],
          ["4 (Adoption Fund)", "“EUR 30,000”", "“EUR 45,000”"],
          ["6 (Partner voucher)", "“EUR 9,000”", "“6. Intentionally left blank.”"],
        ]))
    #expect(
      grants == [
        "training_credit 90 credit 2027-05-01..2028-05-31", "success_fund value 45000 EUR 2027-05-01..2030-04-30",
      ])
  }

  /// A ramp by financial years.
  @Test func financialYears() {
    let clauses = """
      "FY" is the financial year 1 April to 31 March.

      Supplier contributes a success fund of $25,000: $15,000 of it can be drawn in FY 2026-27 and $10,000 in FY 2027-28.
      """
    #expect(
      GrantSample.lines(clauses) == [
        "success_fund | worth 15000 | 2026-04-01..2027-03-31", "success_fund | worth 10000 | 2027-04-01..2028-02-28",
      ])
  }

  @Test(arguments: [
    (
      "Between May 1 and August 31, 2026 forty clerks may use Route Planner free of charge.",
      "complimentary_product 40 user | fee 0 | 2026-05-01..2026-08-31"
    ),
    (
      "Supplier holds two coaching sessions in every half of a contract year.",
      "accelerator 2 session | 2026-03-01..2028-02-28 | half_year×4"
    ),
    (
      "Supplier provides nine exam vouchers free of charge. A resit is $80.",
      "certification_voucher 9 voucher | fee 0 | 2026-03-01..2028-02-28"
    ),
  ])
  func spansAndRates(clause: String, grant: String) {
    #expect(GrantSample.lines(clause) == [grant])
  }

  /// "(c) [Left out by agreement.]" is no title with spaces between its letters.
  @Test func signsAreNoSpacedTitle() {
    let facts = FactSample.facts("ORDER FORM NT-402\n\n(c) [Left out by agreement.]\n\nSupplier: Nettlewick Ltd")
    #expect(facts.type == .order_form)
  }

  @Test(arguments: [
    (
      "Supplier provides nine exam vouchers in the second and third months of the Order Term.",
      ["certification_voucher 9 voucher | 2026-04-01..2026-05-31"]
    ),
    (
      "A sandbox is provided free of charge. It is switched off at the end of the ninth month of the Order Term.",
      ["sandbox 1 sandbox | fee 0 | 2026-03-01..2026-11-30"]
    ),
    (
      "Supplier provides Customer, without a fee, with 40 exam vouchers and with 20 coaching sessions.",
      [
        "certification_voucher 40 voucher | fee 0 | 2026-03-01..2028-02-28",
        "accelerator 20 session | fee 0 | 2026-03-01..2028-02-28",
      ]
    ),
  ])
  func monthsAndFees(clause: String, grants: [String]) {
    #expect(GrantSample.lines(clause) == grants)
  }

  /// Of rows with a tick, those that are taken cost what they say.
  @Test func tickedRows() {
    let result = TableSample.grants(
      "<h2>Choices</h2>"
        + TableSample.table([
          ["Bundle", "Content", "Price", "Taken?"], ["Learn", "Ten exam vouchers", "EUR 1,500.00", "☒ yes ☐ no"],
          ["Launch", "40 consulting hours", "EUR 6,800.00", "☐ yes ☒ no"],
        ]))
    #expect(result == ["certification_voucher 10 voucher fee 1500 2027-05-01..2030-04-30"])
  }

  /// One word before `and` is a purpose as well.
  @Test func purposeOfOneWord() {
    let result = GrantSample.result("Supplier sets up a success fund of $9,000 for training and coaching of clerks.")
    #expect(result?.entitlements.map(\.purpose) == ["training and coaching of clerks"])
  }
}
