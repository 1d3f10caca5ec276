// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Stretches that a document names in its own way; in an order from 2026-03-01 to 2028-02-28.
@Suite struct NamedStretchTests {
  private func timings(_ clauses: String) -> [String] {
    GrantSample.lines(clauses).compactMap { line in
      line.split(separator: " ").first { $0.contains("..") }.map(String.init)
    }
  }

  @Test(arguments: [
    (
      "\"Tranche\" means each period of four months from the Order Start Date. Supplier grants 9 exam vouchers in the "
        + "second Tranche.", "2026-07-01..2026-10-31"
    ),
    (
      "A \"Service Period\" is any run of twelve months beginning on the Order Start Date or an anniversary of it. "
        + "Supplier grants 9 exam vouchers for the second Service Period.", "2027-03-01..2028-02-29"
    ),
    (
      "The parties call the time until 31 August 2026 the Opening Window. Supplier grants 9 exam vouchers, usable in the "
        + "Opening Window.", "2026-03-01..2026-08-31"
    ),
    ("Supplier grants 9 exam vouchers in the opening year.", "2026-03-01..2027-02-28"),
    (
      "Supplier grants 9 exam vouchers, usable in the seventh through twenty-first month of the term.",
      "2026-09-01..2027-11-30"
    ),
    (
      "Supplier grants 9 exam vouchers. They can be used between the start of the term and the last Friday in May 2027.",
      "2026-03-01..2027-05-28"
    ),
    (
      "Supplier grants 9 exam vouchers. They open with the second contract year and close with it.",
      "2027-03-01..2028-02-29"
    ),
    (
      "Supplier grants 9 exam vouchers. Their use starts on 1 June 2026 and stops a year later.",
      "2026-06-01..2027-05-31"
    ),
    ("Supplier grants 9 exam vouchers. They are limited in time to 31 May 2027.", "2026-03-01..2027-05-31"),
    ("Supplier grants 9 exam vouchers. This applies to the first contract year only.", "2026-03-01..2027-02-28"),
  ])
  func resolves(clauses: String, expected: String) {
    let found = timings(clauses)
    #expect(found.count == 1)
    // The last day of February of a leap year and of the order differ by one.
    #expect(found.first == expected || found.first == expected.replacingLeapDay)
  }

  @Test(arguments: [
    "Supplier grants 9 exam vouchers in the Harvest year.",
    "Supplier grants 9 exam vouchers. Their validity is governed by Supplier's voucher rules.",
    "Supplier grants 9 exam vouchers. They are to be used in the year in which the ferry is launched.",
    "Supplier grants 9 exam vouchers. Vouchers: 12 months.",
  ])
  func staysOpen(clauses: String) {
    #expect(timings(clauses).first?.hasSuffix("..?") == true)
  }

  @Test func partsOfTheTermInRows() {
    let table = TableSample.table(
      [
        ["Leg 1", "the first nine months"], ["Leg 2", "the next twelve months"],
        ["Leg 3", "the months which then remain, 15 months"],
      ], isHeaded: false)
    let grants = TableSample.grants(table + "<p>Supplier grants 9 exam vouchers for Leg 2.</p>")
    #expect(grants == ["certification_voucher 9 voucher 2028-02-01..2029-01-31"])
  }

  @Test func closingYear() {
    let grants = TableSample.grants("<p>Supplier grants 9 exam vouchers in the closing year.</p>")
    #expect(grants == ["certification_voucher 9 voucher 2029-05-01..2030-04-30"])
  }

  @Test func fullYears() {
    let table = TableSample.table([
      ["Period", "From", "To"], ["Ramp Year", "1 May 2027", "30 April 2028"],
      ["Full Year 1", "1 May 2028", "30 April 2029"],
    ])
    let grants = TableSample.grants(table + "<p>Supplier grants 9 exam vouchers during Full Year 1.</p>")
    #expect(grants == ["certification_voucher 9 voucher 2028-05-01..2029-04-30"])
  }

  @Test func extensionOfTheTerm() {
    let text = """
      AMENDMENT 1 TO ORDER FORM Q-55

      Marrow & Finch Software Ltd (Supplier) and Nettle Bay Ferries Ltd (Customer), 2 May 2027

      The term of Order Form Q-55, which was to end on 31 May 2027, is extended by 12 months and now ends on 31 May 2028.

      In the extension Supplier grants Customer 30 consulting hours.

      """
    let found = TableSample.read(text, fileName: "amendment.txt").entitlements.map(\.validity)
    #expect(found.first?.start?.description == "2027-06-01")
    #expect(found.first?.end?.description == "2028-05-31")
  }
}

extension String {
  fileprivate var replacingLeapDay: String {
    hasSuffix("02-29") ? String(dropLast(2)) + "28" : hasSuffix("02-28") ? String(dropLast(2)) + "29" : self
  }
}
