// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import Extraction

/// How contracts say when a grant may be used; each pair is what stands behind the grant and the days that it gives, in
/// an order from 2026-03-01 to 2028-02-28.
@Suite struct TimeWordingTests {
  private func timing(_ words: String) -> String? {
    let lines = GrantSample.lines("Supplier grants 40 training credits free of charge\(words)")
    guard lines.count == 1, let line = lines.first else { return nil }
    return line.split(separator: "|").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
      .filter { $0.contains("..") || $0.contains("×") }.joined(separator: " ")
  }

  @Test(arguments: [
    (". They lapse at midnight on 30 April 2027.", "2026-03-01..2027-04-30"),
    (". Credits not used by close of business on 30 April 2027 are lost.", "2026-03-01..2027-04-30"),
    (". They run out on 30 April 2027.", "2026-03-01..2027-04-30"),
    (". Unused credits are cancelled as at 30 April 2027.", "2026-03-01..2027-04-30"),
    (". No credit may be redeemed after 30 April 2027.", "2026-03-01..2027-04-30"),
    (". The last day to use them is 30 April 2027.", "2026-03-01..2027-04-30"),
    (". They are to be taken up until latest 30 April 2027.", "2026-03-01..2027-04-30"),
    (". The right to them ends with the first Contract Year.", "2026-03-01..2027-02-28"),
    (", to be used before the second Contract Year starts.", "2026-03-01..2027-02-28"),
    (", good until 30 April 2027 or the end of Contract Year 1, whichever is earlier.", "2026-03-01..2027-02-28"),
    (" during the Subscription Term, but in no event after 30 April 2027.", "2026-03-01..2027-04-30"),
    (" during the Subscription Term. Notwithstanding this they expire on 30 April 2027.", "2026-03-01..2027-04-30"),
    (", valid until 31 December 2026. The deadline is hereby extended to 30 April 2027.", "2026-03-01..2027-04-30"),
    (", valid until 31 December 2026. It may be extended to 30 April 2027.", "2026-03-01..2026-12-31"),
  ])
  func ends(words: String, days: String) { #expect(timing(words) == days) }

  @Test(arguments: [
    (", usable beginning 1 May 2026 and ending 30 April 2027.", "2026-05-01..2027-04-30"),
    (" for the twelve months ending 30 April 2027.", "2026-05-01..2027-04-30"),
    (". They may not be used before 1 May 2026.", "2026-05-01..2028-02-28"),
    (", available as of 1 May 2026.", "2026-05-01..2028-02-28"),
    (", usable from Contract Year 2 onwards.", "2027-03-01..2028-02-28"),
    (" in the first three quarters of Contract Year 1.", "2026-03-01..2026-11-30"),
    (" in the six months following the first Contract Year.", "2027-03-01..2027-08-31"),
    (" until the end of the calendar year following the Order Start Date.", "2026-03-01..2027-12-31"),
    (" in Y1.", "2026-03-01..2027-02-28"),
    (" in months 3 to 6.", "2026-05-01..2026-08-31"),
    (
      " from 1 May 2026 to 30 April 2027 (the \"Usage Window\"). Outside the Usage Window they are void.",
      "2026-05-01..2027-04-30"
    ),
    (". The order starts on 1 March 2026; they may be used for nine months from that date.", "2026-03-01..2026-11-30"),
  ])
  func periods(words: String, days: String) { #expect(timing(words) == days) }

  @Test(arguments: [
    (". The allowance refreshes every quarter.", "2026-03-01..2028-02-28 quarter×8"),
    (". The credits are granted anew in each Contract Year.", "2026-03-01..2028-02-28 contract_year×2"),
    (". The balance resets on each anniversary of the Order Start Date.", "2026-03-01..2028-02-28 contract_year×2"),
    (". The subscription renews each year.", "2026-03-01..2028-02-28"),
    (". The parties review their use each quarter.", "2026-03-01..2028-02-28"),
  ])
  func renewals(words: String, days: String) { #expect(timing(words) == days) }

  @Test func lastYears() {
    let clause = "Supplier grants 40 training credits free of charge in the final Contract Year."
    #expect(
      GrantSample.lines(clause, end: "28 February 2029")
        == ["training_credit 40 credit | fee 0 | 2028-03-01..2029-02-28"])
  }

  @Test func definedPeriods() {
    let clauses = """
      "Uptake Period" means the first nine months of the Subscription Term.

      Supplier grants 40 training credits free of charge for use in the Uptake Period.
      """
    #expect(GrantSample.lines(clauses) == ["training_credit 40 credit | fee 0 | 2026-03-01..2026-11-30"])
  }

  /// Days that nobody gives are not guessed.
  @Test(arguments: [
    ", to be used within six months of completion of the migration.",
    ", to be used by the date printed on the coupon.",
    ", which expire one year after the portal is opened.",
  ])
  func unknownDays(words: String) { #expect(timing(words)?.hasSuffix("?") == true) }

  @Test(arguments: [
    "Prices in this quote are valid until 30 April 2026.",
    "The price per credit is held until 31 December 2027.",
    "Customer will appoint a training lead by 31 March 2026.",
    "Supplier will post the credits within five days of the Order Start Date.",
    "Personal data is deleted within 90 days of the end of the Subscription Term.",
    "Supplier warrants the courses for 90 days from delivery.",
  ])
  func otherTimes(sentence: String) { #expect(timing(". \(sentence)") == "2026-03-01..2028-02-28") }
}
