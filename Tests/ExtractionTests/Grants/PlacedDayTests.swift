// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Days and stretches that other words place; in an order from 2026-03-01 to 2028-02-28.
@Suite struct PlacedDayTests {
  private func period(_ clause: String) -> String {
    let found = GrantSample.result(clause)?.entitlements.first?.validity
    return "\(found?.start?.description ?? "?")..\(found?.end?.description ?? "?")"
  }

  @Test(arguments: [
    ("31 October of the year in which the subscription begins", "2026-10-31"),
    ("30 April of the year that follows the Order Start Date", "2027-04-30"),
    ("the 31 January following the Order Start Date", "2027-01-31"),
    ("31 October of the first calendar year of the Order Term", "2026-10-31"),
    ("31 January of the second Contract Year", "2028-01-31"),
    ("the mid-point of the Order Term", "2027-02-28"),
    ("the middle of the Order Term", "2027-02-28"),
    ("two months into Contract Year 2", "2027-04-30"),
    ("whichever is earlier of 31 October 2027 and the Order End Date", "2027-10-31"),
    ("the later of the two following dates: 31 October 2026 and the end of Contract Year 1", "2027-02-28"),
  ])
  func lastDays(words: String, end: String) {
    #expect(period("Supplier grants Customer 20 training credits. They may be used until \(words).").hasSuffix(end))
  }

  @Test(arguments: [
    ("in the second six months of the Order Term", "2026-09-01..2027-02-28"),
    ("in the third four months of the Order Term", "2026-11-01..2027-02-28"),
    ("between the 4th and the 9th month of the Order Term", "2026-06-01..2026-11-30"),
    ("between the seventh and the twelfth month", "2026-09-01..2027-02-28"),
    ("from the seventh month onwards", "2026-09-01..2028-02-28"),
    ("between April and July 2027", "2027-04-01..2027-07-31"),
    ("in the pilot stage", "?..?"),
  ])
  func stretches(words: String, expected: String) {
    #expect(period("Supplier grants Customer 20 training credits. They may be used \(words).") == expected)
  }

  /// Facts in lines with labels: a day that is counted back, the later of two, what belongs to the item before.
  @Test func cellsWithReckonedDays() {
    let result = GrantSample.result(
      """
      4. BENEFITS

      4.1 Training credits

          Number:       20
          Use by:       Sixty (60) days before the Order End Date

      4.2 Exam vouchers

          Number:       8
          Expiry:       The later of 31 October 2026 and the first anniversary of the Order Start Date

      4.3 Partner voucher

          Number:       $6,000
          For:          Linking the ticket desk
          Unused:       Refunded

      4.4 Consulting hours

          Number:       40 hours
          Frequency:    each Contract Year
      """)
    let found = result?.entitlements ?? []
    #expect(found.map { $0.validity.end?.description } == ["2027-12-30", "2027-03-01", "2028-02-28", "2028-02-28"])
    #expect(found.map { $0.gaps.contains(.purpose) } == [true, true, false, true])
    #expect(found.last?.recurrence?.periods.count == 2)
  }
}
