// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Which grant a name means that stands in another clause, and what no name of it is.
@Suite struct NamedFromAfarTests {
  @Test func aWeakNameOfAnotherSection() {
    let lines = GrantSample.lines(
      """
      4. Fund

      4.1 Supplier provides a success fund of $15,000.

      4.2 The work is to be approved by the customer success manager beforehand.

      4.3 The amount that is not used in the first contract year shall lapse.

      5. Assistance

      Supplier's consultants shall assist Customer for up to ninety (90) hours without any fee.
      """)
    #expect(lines.map { $0.hasSuffix("forfeited") } == [true, false])
  }

  @Test func whatAGrantGoesFor() {
    let lines = GrantSample.lines(
      """
      3.1 Supplier provides 40 training credits. They can be exchanged for courses and for exams; credits that are left on the end date expire.

      3.2 Supplier provides five exam vouchers, which may be used through 30 June 2026.
      """)
    #expect(
      lines == [
        "training_credit 40 credit | 2026-03-01..2028-02-28 | forfeited",
        "certification_voucher 5 voucher | 2026-03-01..2026-06-30",
      ])
  }

  @Test(arguments: [
    ("A partner invoices Supplier directly and must do so within nine months from the Order Start Date.", "2026-11-30"),
    ("The invoice must carry a date of 30 November 2026 or earlier.", "2026-11-30"),
    ("Invoices dated after 31 October 2026 are not paid from it.", "2026-10-31"),
    ("Supplier pays invoices within 30 days of receipt.", "2028-02-28"),
  ])
  func lastBills(sentence: String, end: String) {
    let lines = GrantSample.lines(
      "Supplier grants a partner voucher of $18,000 for the fees of Lindley LLP. \(sentence)")
    #expect(lines.map { $0.contains("..\(end)") } == [true])
  }

  @Test func yearsBeyondTheTerm() {
    let lines = GrantSample.lines(
      "Supplier lets 380 users in Years 7 and 8 have the reading module free of charge for the first 12 months of the term."
    )
    #expect(lines.map { $0.contains("2026-03-01..2027-02-28") } == [true])
  }

  /// "Services" is the name of all that a contract is about: what stands there of them bounds no grant.
  @Test func wholes() {
    let lines = GrantSample.lines(
      """
      "Services" means the services described in Attachment A.

      The Services begin on 1 May 2026 and end on 30 June 2026.

      Attachment A

      Supplier provides four hours of database set-up work.
      """)
    #expect(lines.map { $0.hasPrefix("services_hours 4 hour") && $0.contains("2028-02-28") } == [true])
  }

  @Test func sumsOfAShare() {
    let lines = GrantSample.lines(
      "Customer has the Premier Success Plan. The fee is 22% of the net subscription fees, that is $39,600.00 a year and $79,200.00 in total."
    )
    #expect(lines.map { $0.contains("fee 79200") } == [true])
  }
}

/// Notes under tables that their mark alone opens, and rows that they bound.
@Suite struct BareNoteTests {
  private static func grants(_ notes: String) -> [String] {
    GrantSample.lines(
      """
      Benefits

      Item                     Amount              Price        Notes
      Training credits         48 credits          no charge    a, d
      Exam vouchers            6 vouchers          no charge    b
      Sandbox                  2 sandboxes         no charge    c

      \(notes)
      """)
  }

  @Test func letters() {
    let found = Self.grants(
      """
      a May be used in the first Contract Year only.

      b May be used from 1 June 2026 until 30 September 2026.

      c Provided for the whole term.

      d Whatever has not been used by then is forfeited.
      """)
    #expect(
      found == [
        "training_credit 48 credit | fee 0 | 2026-03-01..2027-02-28 | forfeited",
        "certification_voucher 6 voucher | fee 0 | 2026-06-01..2026-09-30",
        "sandbox 2 sandbox | fee 0 | 2026-03-01..2028-02-28",
      ])
  }

  @Test func rangesUnderLastDays() {
    let found = GrantSample.lines(
      """
      Item                     Extent         To be availed                   Charge
      Consulting hours         120 hours      01.08.2026 to 31.07.2027        4,800.00
      Training days            8 days         01.08.2026 to 31.01.2027        nil
      """)
    #expect(
      found.map { $0.contains("2026-08-01..2027-07-31") || $0.contains("2026-08-01..2027-01-31") } == [true, true])
  }
}
