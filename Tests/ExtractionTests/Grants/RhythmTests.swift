// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// How often a grant comes again: from an anniversary on, within a named year, or in a rhythm that has no word.
@Suite struct RhythmTests {
  @Test(arguments: [
    ("Supplier grants 50 training credits on each anniversary of the Order Start Date.", "2027-03-01", 1),
    ("Supplier grants 50 training credits on the Order Start Date and on each anniversary thereof.", "2026-03-01", 2),
    ("On every anniversary of the Order Start Date Supplier adds 50 training credits.", "2027-03-01", 1),
  ])
  func anniversaries(clause: String, start: String, periods: Int) {
    let lines = GrantSample.lines(clause)
    #expect(lines == ["training_credit 50 credit | \(start)..2028-02-28 | contract_year×\(periods)"])
  }

  @Test func whatLapsesOnAnAnniversaryIsNotGivenThen() {
    let lines = GrantSample.lines(
      "Supplier grants 50 training credits, and what is unused expires on each anniversary of the Order Start Date.")
    #expect(lines.first?.contains("2027-03-01..") == false, "\(lines)")
  }

  @Test(arguments: [
    ("in each calendar quarter of 2027", "2027-01-01..2027-12-31 | quarter×4"),
    ("each month of 2027", "2027-01-01..2027-12-31 | month×12"),
    ("every third month", "2026-03-01..2028-02-28 | quarter×8"),
  ])
  func withinAYear(when: String, days: String) {
    #expect(
      GrantSample.lines("Supplier provides 5 training credits \(when).") == ["training_credit 5 credit | \(days)"])
  }

  @Test(arguments: [
    "Supplier provides 10 consulting hours every two years.", "Supplier provides 2 consulting hours per week.",
    "Supplier provides 2 consulting hours weekly.", "Every other month Supplier provides 6 consulting hours.",
    "Supplier provides 10 consulting hours every second year, free of charge.",
  ])
  func withoutAWord(clause: String) {
    let result = GrantSample.result(clause)
    #expect(result?.entitlements.map(\.certainty) == [.ambiguous])
    #expect(result?.facts.problems.map(\.code).contains(.unreadRecurrence) == true)
  }

  @Test(arguments: [
    "Supplier provides 10 consulting hours. A weekly report is sent.",
    "Supplier provides 10 consulting hours and a weekly report of their use.",
    "Supplier provides 10 consulting hours, invoiced in arrears each month.",
  ])
  func ofOtherThings(clause: String) {
    #expect(GrantSample.result(clause)?.entitlements.map(\.certainty) == [.explicit])
  }
}
