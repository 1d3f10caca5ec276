// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// When grants may be used, by words that point back, share, open or close; in an order from 2026-03-01 to 2028-02-28.
@Suite struct TimeWindowTests {
  private static let grant = "Supplier provides 8 training credits free of charge. "

  @Test(arguments: [
    ("They are provided, first on 1 May 2026 and last on 30 April 2027.", "2026-05-01..2027-04-30"),
    ("The first can be held at once, the last on 15 December 2026.", "2026-03-01..2026-12-15"),
    ("They are valid for 9 months w.e.f. 1 April 2026.", "2026-04-01..2026-12-31"),
    ("They are usable, commencing on 1 April 2026 and terminating on 31 July 2026.", "2026-04-01..2026-07-31"),
    ("They may be used through to the end of Contract Year 1.", "2026-03-01..2027-02-28"),
    ("They are valid 18 months from start.", "2026-03-01..2027-08-31"),
    ("They must be used w/in 6 mos. of start.", "2026-03-01..2026-08-31"),
    ("They are last usable on 14 October 2026.", "2026-03-01..2026-10-14"),
    ("Expire: 30 June 2027.", "2026-03-01..2027-06-30"),
    ("Availability: months 1-12.", "2026-03-01..2027-02-28"),
    ("They survive the end of the term by six months.", "2026-03-01..2028-08-28"),
    ("They may be used until the Expiry Date (31 January 2027).", "2026-03-01..2027-01-31"),
    ("They are available beginning 90 days after the Order Start Date.", "2026-05-30..2028-02-28"),
    ("They may be used for the first time in the second Contract Year.", "2027-03-01..2028-02-28"),
    ("They are available from April 2026.", "2026-04-01..2028-02-28"),
    ("They may be used until Contract Year 2 begins.", "2026-03-01..2027-02-28"),
    ("They are granted for the 1st year only.", "2026-03-01..2027-02-28"),
    ("They may be used, Apr 2026 - Mar 2027.", "2026-04-01..2027-03-31"),
    ("From Contract Year 2, they are available.", "2027-03-01..2028-02-28"),
    ("Go-Live is 1 October 2026. They are available from go-live.", "2026-10-01..2028-02-28"),
  ])
  func opensAndCloses(clause: String, days: String) {
    let lines = GrantSample.lines(Self.grant + clause)
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  /// Days and lengths of other things leave the grant to the term.
  @Test(arguments: [
    "Each credit is confirmed within 5 days of the request.", "A session lasts 60 minutes.",
    "Codes are activated within 10 days after the request.", "The steering group meets on 15 April 2026.",
    "Bookings cancelled less than five days before their date count as used.",
    "At least two of them must be taken by 30 June 2026.",
    "Customer to provide a list of attendees by 31 July 2026.",
    "They are issued within 10 days of the Order Start Date.",
  ])
  func passesOver(clause: String) {
    let lines = GrantSample.lines(Self.grant + clause)
    #expect(lines.first?.contains("2026-03-01..2028-02-28") == true, "\(lines)")
  }

  @Test(arguments: [
    "Supplier provides 8 training credits free of charge, and prices for further credits are fixed until 31 December 2026.",
    "Supplier provides 8 training credits free of charge and the subscription price is held until 31 December 2026.",
    "On the basis of the plan delivered on 20 March 2026 Supplier provides 8 training credits free of charge.",
    "Supplier provides 8 training credits free of charge, of which at least five are to be held by 30 June 2026.",
    "Supplier provides 8 training credits free of charge, on the understanding that Customer goes live by 1 October 2026.",
    "Supplier provides 8 training credits free of charge until the order is terminated.",
    "For so long as Customer maintains 200 users, Supplier provides 8 training credits free of charge.",
  ])
  func holdsForTheTerm(clause: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.first?.hasPrefix("training_credit 8 credit | fee 0 | 2026-03-01..2028-02-28") == true, "\(lines)")
  }

  /// What begins with an event that nobody dates, or ends in a part of a year, stays open and says so.
  @Test(arguments: [
    ("They are available from go-live.", "?..2028-02-28"),
    ("They are available from go-live until 31 December 2026.", "?..2026-12-31"),
    ("They are to be used by early 2027.", "?..?"),
    ("They expire at the end of the calendar year in which this Order is signed.", "?..?"),
  ])
  func staysOpen(clause: String, days: String) throws {
    let result = try #require(GrantSample.result(Self.grant + clause))
    #expect(GrantSample.lines(Self.grant + clause).first?.contains(days) == true)
    #expect(result.facts.problems.contains { $0.code == .unresolvedAnchor || $0.code == .unreadTime })
  }

  @Test(arguments: [
    (
      "Premier Support begins on 1 January 2027; until then Standard Support is included.",
      ["support_plan | fee 0 | 2026-03-01..2026-12-31"]
    ),
    (
      "Standard Support is included until 31 August 2026; from then on Premier Support is included.",
      ["support_plan | fee 0 | 2026-03-01..2026-08-31", "support_plan | fee 0 | 2026-09-01..2028-02-28"]
    ),
    (
      "The pilot ends on 30 June 2026. Until then two sandboxes are included at no charge.",
      ["sandbox 2 sandbox | fee 0 | 2026-03-01..2026-06-30"]
    ),
    (
      "40 consulting hours at no charge for Contract Year 1; they must be used by 30 November 2026.",
      ["services_hours 40 hour | fee 0 | 2026-03-01..2026-11-30"]
    ),
    (
      "20 training credits at no charge from Contract Year 2.",
      ["training_credit 20 credit | fee 0 | 2027-03-01..2028-02-28"]
    ),
    (
      "Every six months Customer receives 3 days of consulting free of charge.",
      ["services_hours 3 day | fee 0 | 2026-03-01..2028-02-28 | half_year×4"]
    ),
    (
      "Five training days are included half-yearly.",
      ["training_credit 5 day | fee 0 | 2026-03-01..2028-02-28 | half_year×4"]
    ),
    (
      "Customer receives, free of charge, 100 consulting hours in the first Contract Year and 25 in each year after that.",
      [
        "services_hours 100 hour | fee 0 | 2026-03-01..2027-02-28",
        "services_hours 25 hour | fee 0 | 2027-03-01..2028-02-28",
      ]
    ),
    (
      "Supplier gives, at no cost, a training allowance of 30 training days.",
      ["training_credit 30 day | fee 0 | 2026-03-01..2028-02-28"]
    ),
  ])
  func shares(clause: String, expected: [String]) {
    #expect(GrantSample.lines(clause) == expected)
  }

  @Test func rampOverSeveralYears() {
    let lines = GrantSample.lines(
      "A $50,000 innovation fund is available in contract year 1, and $25,000 in contract years 2 and 3 each.",
      end: "28 February 2029")
    #expect(
      lines == [
        "success_fund | worth 50000 | 2026-03-01..2027-02-28",
        "success_fund | worth 25000 | 2027-03-01..2029-02-28 | contract_year×2",
      ])
  }

  /// A fund is bounded by when what it pays for is bought.
  @Test(arguments: [
    ("An invoice counts if it is dated between 1 April 2026 and 30 April 2027.", "2026-04-01..2027-04-30"),
    ("Only costs incurred between 1 April 2026 and 31 March 2027 are eligible.", "2026-04-01..2027-03-31"),
    ("Claims must be sent within 30 days of the event.", "2026-03-01..2028-02-28"),
    ("Invoices are reimbursed within 30 days of receipt.", "2026-03-01..2028-02-28"),
  ])
  func funds(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides a success fund of $20,000. " + clause)
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  /// Columns of lengths, years and two deadlines; the order runs from 2027-05-01 to 2030-04-30.
  @Test(arguments: [
    (["Term (months)", "36", "12"], "2027-05-01..2028-04-30"), (["Term", "36", "12"], "2027-05-01..2028-04-30"),
    (["Term", "3 years", "1 year"], "2027-05-01..2028-04-30"), (["Contract Year", "", "2"], "2028-05-01..2029-04-30"),
    (["Year(s)", "1-3", "1-2"], "2027-05-01..2029-04-30"),
    (["Coverage", "2027-05-01/2030-04-30", "2027-06-01/2028-05-31"], "2027-06-01..2028-05-31"),
  ])
  func columns(cells: [String], days: String) {
    let table = TableSample.table([
      ["Product", "Quantity", cells[0], "Total"], ["Farnholt Dairy", "300", cells[1], "EUR 90,000"],
      ["Exam vouchers", "6", cells[2], "EUR 0"],
    ])
    #expect(TableSample.grants(table) == ["certification_voucher 6 voucher fee 0 \(days)"])
  }

  @Test func dayToOrderBesideAnEnd() {
    let result = TableSample.read(
      TableSample.order(
        "<h2>2. Benefits</h2>"
          + TableSample.table([
            ["Benefit", "Quantity", "Book by", "Use by"],
            ["Exam vouchers", "6", "30 June 2027", "end of Contract Year 1"],
          ])))
    #expect(result.entitlements.map { $0.validity.redeemBy?.description } == ["2027-06-30"])
    #expect(result.entitlements.map { $0.validity.end?.description } == ["2028-04-30"])
  }
}
