// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Days that are counted out, days that are left out, and days that the document defines; each pair is a clause and the
/// days between which its grant may be used.
@Suite struct CountedDayTests {
  private static func spans(_ clauses: String) -> [String] {
    (GrantSample.result(clauses)?.entitlements ?? []).map { entitlement in
      let start = entitlement.validity.start.map { "\($0)" } ?? "?"
      let end = entitlement.validity.end.map { "\($0)" } ?? "?"
      return "\(start)..\(end)"
    }
  }

  @Test(arguments: [
    (
      "Supplier provides 8 training credits until the sixtieth (60th) day after the Order Start Date.",
      "2026-03-01..2026-04-30"
    ),
    (
      "Supplier provides 8 training credits from the Order Start Date to the hundred and twentieth day following it.",
      "2026-03-01..2026-06-29"
    ),
    (
      "Supplier provides 8 training credits until the one hundred twentieth day following the Order Start Date.",
      "2026-03-01..2026-06-29"
    ),
    (
      "Supplier provides 8 training credits until the date that is forty-five (45) days after the Order Start Date.",
      "2026-03-01..2026-04-15"
    ),
    (
      "Supplier provides 8 training credits until the day that is nine months after the Order Start Date.",
      "2026-03-01..2026-11-30"
    ),
    (
      "Supplier provides 8 training credits until the day on which the first year of the Term ends.",
      "2026-03-01..2027-02-28"
    ),
    (
      "Supplier provides 8 training credits until the later of (i) 1 May 2026 and (ii) the day on which Contract Year 1 ends.",
      "2026-03-01..2027-02-28"
    ),
    (
      "Supplier provides 40 light users free of charge. Such access shall commence 1 July 2026 and shall cease once two (2) calendar quarters have elapsed.",
      "2026-07-01..2026-12-31"
    ),
    (
      "Supplier provides 8 training credits from the Order Start Date to but excluding the first anniversary of the Order Start Date.",
      "2026-03-01..2027-02-28"
    ),
    (
      "Supplier provides 8 training credits, usable from 1 May 2026 until (but not including) 1 May 2027.",
      "2026-05-01..2027-04-30"
    ),
    (
      "Supplier provides a fund of USD 9,000. No request received on or after 1 May 2027 shall be honoured.",
      "2026-03-01..2027-04-30"
    ),
    (
      "Supplier provides 8 exam vouchers. Requests made on or after 1 May 2027 are not honoured.",
      "2026-03-01..2027-04-30"
    ),
    (
      "Supplier provides 8 consulting days, to be called off for the first time on 1 May 2026 and at the latest by 30 April 2027.",
      "2026-05-01..2027-04-30"
    ),
    (
      "Supplier provides one sandbox. It is installed on 1 May 2026 and removed after six months.",
      "2026-05-01..2026-10-31"
    ),
    (
      "Supplier waives the fees that would otherwise be payable for 40 Atlas licences for the first three months of the Term.",
      "2026-03-01..2026-05-31"
    ),
  ])
  func spans(clause: String, span: String) { #expect(Self.spans(clause) == [span]) }

  @Test(arguments: [
    (
      "\"Cut-off Date\" means the date that is 90 days after the Order Start Date.", "until the Cut-off Date",
      "2026-05-30"
    ),
    (
      "\"Long Stop\" shall mean the last day of the fifteenth month of the Term.", "until the Long Stop", "2027-05-31"
    ),
    (
      "\"First Anniversary\" means the first anniversary of the Order Start Date.", "before the First Anniversary",
      "2027-02-28"
    ),
  ])
  func daysOfDefinitions(definition: String, until: String, end: String) {
    #expect(
      Self.spans("\(definition)\n\nSupplier provides 8 training credits, usable \(until).") == ["2026-03-01..\(end)"])
  }

  @Test func aPeriodThatBeginsWithADayByItsName() {
    let text = """
      The changes apply from 1 October 2026 (the "Switch Date"). "Rest Period" means the period beginning with the \
      Switch Date and ending with the Term.

      Customer has at its disposal in the Rest Period 115 training credits.
      """
    #expect(Self.spans(text) == ["2026-10-01..2028-02-28"])
  }

  /// "each of the first six months" comes every month, "each six months" every half-year.
  @Test(arguments: [
    ("in each of the first six months of the Term", "2026-03-01..2026-08-31 | month×6"),
    ("in each of the first four (4) calendar months of the Term", "2026-03-01..2026-06-30 | month×4"),
    ("in each of the first three quarters of the Term", "2026-03-01..2026-11-30 | quarter×3"),
  ])
  func partsThatComeAgain(words: String, line: String) {
    #expect(GrantSample.lines("Supplier grants 8 training credits \(words).") == ["training_credit 8 credit | \(line)"])
  }
}
