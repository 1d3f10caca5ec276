// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times that are put together from parts, or that say something else than how long a grant lasts; each pair is a clause
/// and when the grant holds.
@Suite struct TimeSumTests {
  @Test(arguments: [
    ("They can be used through the end of Contract Year 1 and the two months after it.", "2026-03-01..2027-04-30"),
    ("They are usable in Contract Year 1 plus three months.", "2026-03-01..2027-05-31"),
    ("They may be redeemed until 30 June 2026 and for the month that follows.", "2026-03-01..2026-06-30"),
    ("They are usable from 1 May 2026 onward and for as long as Contract Year 1 lasts.", "2026-05-01..2027-02-28"),
    ("Validity: Order Start Date + 9 months.", "2026-03-01..2026-11-30"),
    ("They become available two months after the Order Start Date.", "2026-05-01..2028-02-28"),
    ("They lapse halfway through the second Contract Year.", "2026-03-01..2027-08-31"),
    ("They stay usable until two months after Contract Year 1 has ended.", "2026-03-01..2027-04-30"),
    ("They expire on 30 June 2026. The expiry was later put off to 31 October 2026.", "2026-03-01..2026-10-31"),
    ("They can be called from May 1 to September 30 of the year 2026.", "2026-05-01..2026-09-30"),
    // Near misses
    ("They may be used until 30 June 2026 and, with two months of patience, be booked.", "2026-03-01..2026-06-30"),
    (
      "They are valid until 30 June 2026. Supplier's manager can let one stay open up to 31 May 2027.",
      "2026-03-01..2026-06-30"
    ),
    ("They lapse as soon as Customer opens a second pier.", "?..?"),
    ("They can be used within the first hundred days from the Order Start Date.", "?..?"),
  ])
  func whenUsed(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  @Test(arguments: [
    (
      "\"Ferry Year\" is Customer's business year. It runs from May 1 to April 30 and is called after the year in which it ends.",
      "In Ferry Year 2027 and again in Ferry Year 2028 Supplier provides 8 training credits.",
      "2026-05-01..2028-04-30 | fiscal_year×2"
    ),
    (
      "The \"Ferry Year\" runs from 1 May to 30 April; Ferry Year 2026 begins on 1 May 2026.",
      "Supplier provides 8 training credits in each of Ferry Year 2026 and Ferry Year 2027.",
      "2026-05-01..2028-04-30 | fiscal_year×2"
    ),
    (
      "\"Launch Window\" means the time that begins together with the Order Term and shuts four months before the first Contract Year does.",
      "Supplier provides 8 training credits. They are redeemed within the Launch Window.", "2026-03-01..2026-10-31"
    ),
    (
      "\"Contract Year\": the first one is long and lasts from the Order Start Date through May 31, 2027.",
      "Supplier provides 8 training credits. They can be used until the first Contract Year has closed.",
      "2026-03-01..2027-05-31"
    ),
    // Nothing tells whether it is called after its first day or its last.
    (
      "The \"Ferry Year\" runs from 1 May to 30 April.",
      "Supplier provides 8 training credits. They can be used in Ferry Year 2027.", "?..?"
    ),
  ])
  func ownStretches(definition: String, grant: String, days: String) {
    let lines = GrantSample.lines("1. \(definition)\n\n2. \(grant)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  @Test func theYearsNameStandsOnce() {
    let lines = GrantSample.lines(
      "In the first and again in the second Contract Year Supplier provides 8 training credits.")
    #expect(lines.first?.contains("2026-03-01..2028-02-28 | contract_year×2") == true, "\(lines)")
  }

  @Test func theChargesOfAYear() {
    let lines = GrantSample.lines(
      "Supplier provides a success fund of 5 % of the Subscription Charges for Contract Year 2. It can be drawn upon until 31 May 2026."
    )
    #expect(lines.first?.contains("2026-03-01..2026-05-31") == true, "\(lines)")
  }

  @Test func whatAQuarterIs() {
    let lines = GrantSample.lines(
      "Supplier includes 500 Flex Credits a quarter at no charge. A quarter, here, is every span of three months from the Order Start Date."
    )
    #expect(lines.first?.contains("2026-03-01..2028-02-28 | quarter×8") == true, "\(lines)")
  }

  @Test func drawnAndSat() {
    let lines = GrantSample.result(
      "Supplier provides 4 certification exam vouchers. Codes are drawn no later than 30 June 2026; an exam has to take place by 31 October 2026."
    )?.entitlements
    #expect(lines?.first?.validity.redeemBy == FactSample.day("2026-06-30"))
    #expect(lines?.first?.validity.end == FactSample.day("2026-10-31"))
  }
}
