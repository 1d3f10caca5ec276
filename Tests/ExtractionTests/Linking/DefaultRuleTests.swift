// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Rules for grants that say nothing of their own end, in numbered clauses; in an order from 2026-03-01 to 2028-02-28.
@Suite struct DefaultRuleTests {
  private func ends(_ clause: String) -> [String] {
    let result = GrantSample.result(
      """
      4. GIFTS AND BENEFITS

      4.1 Supplier grants Customer 20 training credits.

      4.2 Supplier grants Customer 8 exam vouchers, valid until 31 August 2026.

      4.3 Supplier opens an adoption fund of $7,000 for Customer.

      5. INVOICES

      Invoices fall due after forty days.

      6. USE

      6.1 \(clause)
      """)
    return (result?.entitlements ?? []).map { $0.validity.end?.description ?? "?" }
  }

  @Test(arguments: [
    "Unless a benefit has its own date or period, it may be used until 31 May 2027.",
    "Benefits for which no other time is stated must be used by 31 May 2027.",
    "Benefits that carry no date may be used until 31 May 2027.",
    "A benefit whose end is not stated ends on 31 May 2027.",
    "Any benefit without a deadline of its own expires on 31 May 2027.",
    "If Section 4 gives no date for a benefit, 31 May 2027 applies.",
    "Items without date: 31 May 2027.",
    "Otherwise than as stated in Section 4, benefits cannot be used after 31 May 2027.",
    "31 May 2027 is the last day for the use of any benefit for which Section 4 states no date.",
    "Insofar as Section 4 is silent on time, benefits end on 31 May 2027.",
    "Failing a date of its own, each benefit ends on 31 May 2027.",
    "Subject to any shorter period stated in Section 4, all benefits may be used until 31 May 2027.",
  ])
  func reachesWhatHasNoTime(clause: String) {
    #expect(ends(clause) == ["2027-05-31", "2026-08-31", "2027-05-31"])
  }

  @Test(arguments: [
    "Unless a different date is agreed in writing, invoices for items ordered later must be paid by 31 May 2027.",
    "A ticket for which no time is stated is answered by 31 May 2027.",
    "Unless otherwise agreed, prices are fixed until 31 May 2027.",
  ])
  func isOfOtherMatters(clause: String) {
    #expect(ends(clause) == ["2028-02-28", "2026-08-31", "2028-02-28"])
  }

  @Test func doesNotForfeitWhatHasItsOwnTime() {
    let result = GrantSample.result(
      "4.1 Supplier grants Customer 20 training credits in Contract Year 1.\n\n4.2 Supplier grants Customer 8 exam vouchers."
        + "\n\n6. USE\n\n6.1 A benefit granted without a date lapses on 31 May 2027.")
    #expect(result?.entitlements.map(\.conditions.unused) == [nil, .forfeited])
  }

  @Test(arguments: [
    "With the exception of the exam vouchers, which run until 31 August 2026, the benefits in Section 4 must be used by "
      + "31 May 2027.",
    "Except for the exam vouchers, which may be used until 31 August 2026, all benefits in Section 4 end on 31 May 2027.",
    "The benefits in Section 4 end on 31 May 2027; the vouchers, by contrast, on 31 August 2026.",
    "The benefits in Section 4 end on 31 May 2027. For the vouchers the date is 31 August 2026.",
    "All benefits end on 31 May 2027, the vouchers on 31 August 2026.",
  ])
  func exceptionsInNumberedClauses(clause: String) {
    let result = GrantSample.result(
      "4. BENEFITS\n\n4.1 Supplier grants Customer 20 training credits.\n\n4.2 Supplier grants Customer 8 exam vouchers.\n\n"
        + "5. INVOICES\n\nInvoices fall due after forty days.\n\n6. USE\n\n6.1 \(clause)")
    #expect(result?.entitlements.map { $0.validity.end?.description } == ["2027-05-31", "2026-08-31"])
  }
}
