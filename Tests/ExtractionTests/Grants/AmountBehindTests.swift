// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Amounts that a later sentence gives to what a title or an earlier sentence names, and amounts that a cover page gives.
@Suite struct AmountBehindTests {
  @Test(arguments: [
    (
      "Partner voucher. Where Customer engages Delta BV, Supplier settles part of that company's invoices. Supplier's participation ends at USD 7,500 and extends only to invoices which bear a date in the period from 1 October 2026 to 31 May 2027.",
      "partner_voucher | worth 7500 | 2026-10-01..2027-05-31"
    ),
    (
      "Onboarding of clerks. Customer's clerks may attend instructor-led virtual classes of the Academy, for which Supplier will not make a charge. The entitlement is limited to 22 (twenty-two) seats.",
      "training_credit 22 seat | fee 0 | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier helps Customer through an adoption fund. It is administered by Supplier. The aggregate of all payments shall not exceed USD 40,000.",
      "success_fund | worth 40000 | 2026-03-01..2028-02-28"
    ),
    (
      "Exam vouchers. Supplier will issue vouchers to Customer's administrators. The maximum is eleven vouchers.",
      "certification_voucher 11 voucher | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier establishes a renewal fund for fees of services by its own consultants, provided that all payments from it shall in no event exceed USD 12,000.",
      "success_fund | worth 12000 | 2026-03-01..2028-02-28"
    ),
  ])
  func said(clauses: String, line: String) { #expect(GrantSample.lines(clauses) == [line]) }

  @Test(arguments: [
    "Success fund. Supplier establishes a success fund for Customer. Invoices are payable in 30 days. The total of USD 90,000 is due on signature.",
    "Sandbox. A sandbox is not included. The limit of liability is USD 90,000.",
  ])
  func notOfOtherThings(clauses: String) { #expect(GrantSample.lines(clauses).isEmpty) }

  private static let cover = """
    Advisory Allotment    70 hours                Support Tier          Premier
    Review Deadline       31 May 2027             Launch Fund Amount    USD 35,000
    Sponsored Exams       nine (9)                Customer Contact      Ines Varga

    """

  @Test func ofTheCoverPage() {
    let found = GrantSample.lines(
      Self.cover + """

        1. Supplier will perform advisory services up to the Advisory Allotment. No further fee is payable for them.

        2. Supplier provides support at the Support Tier, which is included in the fees.

        3. Supplier will make a contribution in the Launch Fund Amount to the cost of adoption workshops.

        4. Supplier will not charge for the Sponsored Exams, which Customer's clerks may sit until 31 May 2027.
        """)
    #expect(
      found == [
        "services_hours 70 hour | fee 0 | 2026-03-01..2028-02-28", "support_plan | fee 0 | 2026-03-01..2028-02-28",
        "success_fund | worth 35000 | 2026-03-01..2028-02-28",
        "certification_voucher 9 exam | fee 0 | 2026-03-01..2027-05-31",
      ])
  }

  @Test func aCoverPageAloneGrantsNothingByItsNames() {
    let found = GrantSample.lines(
      Self.cover + "\n1. Customer may order advisory services beyond the Advisory Allotment at USD 190 an hour.")
    #expect(!found.contains { $0.hasPrefix("services_hours") && $0.contains("190") })
  }
}
