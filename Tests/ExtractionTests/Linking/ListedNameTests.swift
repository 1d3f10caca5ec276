// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Sentences of another section that list several grants by their nouns; in an order from 2026-03-01 to 2028-02-28.
@Suite struct ListedNameTests {
  private static let term = "2028-02-28"

  private func ends(_ clause: String) -> [String] {
    let result = GrantSample.result(
      """
      4. EXTRAS

      4.1 Supplier grants Customer thirty-five (35) consulting hours.

      4.2 Supplier grants Customer 20 training credits.

      4.3 Supplier grants Customer 8 certification exam vouchers.

      4.4 Supplier grants Customer a partner voucher worth $6,000.

      5. INVOICES

      Invoices fall due after forty days.

      6. USE

      6.1 \(clause)
      """)
    return (result?.entitlements ?? []).map { $0.validity.end?.description ?? "?" }
  }

  @Test(arguments: [
    (
      "Neither the hours nor the training credits may be used after 31 May 2027.",
      ["2027-05-31", "2027-05-31", term, term]
    ),
    (
      "The hours and the training credits may each be used until 31 May 2027.",
      ["2027-05-31", "2027-05-31", term, term]
    ),
    (
      "Until 31 May 2027 Customer may use the hours, and until 31 August 2026 the training credits.",
      ["2027-05-31", "2026-08-31", term, term]
    ),
    (
      "The time limits are as follows: hours, 31 May 2027; training credits, 31 August 2026.",
      ["2027-05-31", "2026-08-31", term, term]
    ),
    (
      "The training credits and the partner voucher may be used until 31 May 2027 and 31 August 2026 respectively.",
      [term, "2027-05-31", term, "2026-08-31"]
    ),
    (
      "The partner voucher may be used until 31 May 2027; for the hours the last day is 31 August 2026.",
      ["2026-08-31", term, term, "2027-05-31"]
    ),
    (
      "The hours and the training credits must be booked by 31 August 2026 and taken by 31 May 2027.",
      ["2027-05-31", "2027-05-31", term, term]
    ),
  ])
  func eachHasItsTime(clause: String, expected: [String]) {
    #expect(ends(clause) == expected)
  }

  /// "The partner voucher" is none of the exam vouchers.
  @Test func aWholeNameIsNotHalfOfAnother() {
    #expect(ends("The partner voucher must be presented before the auditors of 2027 come.")[2] == Self.term)
  }
}
