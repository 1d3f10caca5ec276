// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Stretches that are said by what lasts, by months, by what is refused; each pair is a clause and when it holds.
@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("They can be used while the first Contract Year is running.", "2026-03-01..2027-02-28"),
    ("They stay usable for as long as Contract Year 1 lasts.", "2026-03-01..2027-02-28"),
    ("Once the first Contract Year has closed, what is left is written off.", "2026-03-01..2027-02-28"),
    ("Any credit outstanding when the second Contract Year opens is cancelled.", "2026-03-01..2027-02-28"),
    ("They can be redeemed in the months of May through August 2026.", "2026-05-01..2026-08-31"),
    ("The period of use is the first Contract Year.", "2026-03-01..2027-02-28"),
    ("They have a life of six months from the Order Start Date.", "2026-03-01..2026-08-31"),
    (
      "They are taken in the shorter of two spans: six months from the Order Start Date, or the time from then to 15 July 2026.",
      "2026-03-01..2026-07-15"
    ),
    (
      "They may be used until the end of the calendar year that follows the one in which the Order Start Date falls.",
      "2026-03-01..2027-12-31"
    ),
    ("They are good from 1 June 2026 to Michaelmas (29 September) in the same year.", "2026-06-01..2026-09-29"),
    ("They can be used in the nine months of which the Order Start Date is the first day.", "2026-03-01..2026-11-30"),
    ("They may be used over a period of 18 months, the first of which is March 2026.", "2026-03-01..2027-08-31"),
    (
      "Customer may draw on them, available to the end of the third quarter of Contract Year 1.",
      "2026-03-01..2026-11-30"
    ),
    ("Their cut-off for use is 30 April 2027.", "2026-03-01..2027-04-30"),
    ("Their use is permitted in Contract Year 1 but not in Contract Year 2.", "2026-03-01..2027-02-28"),
    ("They are not available in the first six months of the term.", "2026-09-01..2028-02-28"),
    ("No later than on 30 April 2027 they have to be used.", "2026-03-01..2027-04-30"),
    ("They are switched on on 1 July 2026 and stay on for the remainder of the Order Term.", "2026-07-01..2028-02-28"),
    ("Supplier is not obliged to honour credits requested after 15 June 2026.", "2026-03-01..2026-06-15"),
    ("Supplier is not obliged to perform credits on site after 15 June 2026.", "?..?"),
    ("They become available once Contract Year 2 opens.", "2027-03-01..2028-02-28"),
    ("They are released when Contract Year 2 opens; unused credits are lost.", "2027-03-01..2028-02-28"),
    ("They may be used once the second Contract Year opens.", "2027-03-01..2028-02-28"),
    ("They are no longer available when Contract Year 2 opens.", "2026-03-01..2027-02-28"),
    ("They open with the second Contract Year and shut with it.", "2027-03-01..2028-02-28"),
    ("Should a credit still be open on 30 April 2027, it is cancelled.", "2026-03-01..2027-04-30"),
    ("As soon as ten months have gone by since the Order Start Date, they become worthless.", "2026-03-01..2026-12-31"),
    ("You activate them online, and the final day for doing so is 30 April 2027.", "2026-03-01..2027-04-30"),
    // Near misses
    ("Invoices are issued while the first Contract Year is running.", "2026-03-01..2028-02-28"),
    (
      "They are available from Contract Year 2 on; until then Customer works with the free courses.",
      "2027-03-01..2028-02-28"
    ),
  ])
  func whenUsed(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  @Test(arguments: [
    "The first Contract Year opens on the Order Start Date and closes on 31 December 2026.",
    "Contract Year 1 runs until 31 December 2026.",
  ])
  func firstYears(definition: String) {
    let lines = GrantSample.lines(
      "\(definition)\n\nSupplier provides 8 training credits in Contract Year 1.\n\nSupplier provides 6 exam vouchers in Contract Year 2."
    )
    #expect(
      lines == [
        "training_credit 8 credit | 2026-03-01..2026-12-31", "certification_voucher 6 voucher | 2027-01-01..2027-12-31",
      ])
  }

  @Test(arguments: [
    "The fund for the first Contract Year ends on 31 December 2026.",
    "The first Contract Year covers the fees due until 30 September 2026.",
    "The first Contract Year is free of fees through 31 August 2026.",
  ])
  func firstYearOfOthers(clause: String) {
    let lines = GrantSample.lines(
      "\(clause)\n\nSupplier provides 8 training credits in Contract Year 1."
    )
    #expect(lines.last == "training_credit 8 credit | 2026-03-01..2027-02-28")
  }

  @Test func financialYears() {
    let lines = GrantSample.lines(
      "The financial year runs from 1 April to 31 March.\n\nIn each of the financial years 2026-27 and 2027-28 Supplier provides 8 exam vouchers.",
      end: "30 April 2028")
    #expect(lines == ["certification_voucher 8 voucher | 2026-04-01..2028-03-31 | fiscal_year×2"])
  }
}
