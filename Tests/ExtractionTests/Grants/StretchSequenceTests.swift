// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Stretches that a document names one after the other; in an order from 2026-03-01 to 2028-02-28.
@Suite struct StretchSequenceTests {
  private func timings(_ clauses: String) -> [String] {
    GrantSample.lines(clauses).compactMap { line in
      line.split(separator: " ").first { $0.contains("..") }.map(String.init)
    }
  }

  @Test(arguments: [
    "The order has Leg A (the first nine months), Leg B (the next nine months) and Leg C (the remainder).\n\n"
      + "Supplier grants 9 exam vouchers for Leg B.",
    "The \"Trial Phase\" suits the harvest: it is the nine months that end on 30 November 2026. \"Phase Two\" is the nine "
      + "months that follow the Trial Phase.\n\nSupplier grants 9 exam vouchers for Phase Two.",
    "The Trial Stage lasts from the Order Start Date until 30 November 2026. The Main Stage follows it and lasts until 31 "
      + "August 2027.\n\nSupplier grants 9 exam vouchers in the Main Stage.",
    "Round One runs from 1 March 2026 to 30 November 2026, Round Two from 1 December 2026 to 31 August 2027.\n\n"
      + "Supplier grants 9 exam vouchers for use in Round Two.",
    "The term is made up of Spells of nine months each: \"Spell\" means each period of nine months.\n\n"
      + "Supplier grants 9 exam vouchers in the second Spell.",
    "\"S2\" = 1 December 2026 - 31 August 2027.\n\nSupplier grants 9 exam vouchers in S2.",
  ])
  func resolves(clauses: String) {
    #expect(timings(clauses) == ["2026-12-01..2027-08-31"])
  }

  @Test func theRestFollows() {
    let found = timings(
      "The first nine months of the order are the Trial Half; everything after is the Main Half.\n\n"
        + "Supplier grants 9 exam vouchers for the Trial Half. Supplier grants 20 training credits for the Main Half.")
    #expect(found == ["2026-03-01..2026-11-30", "2026-12-01..2028-02-28"])
  }

  @Test func halvesAreOfTheirStretch() {
    let found = timings(
      "Leg A (the first twelve months) is followed by Leg B (the next twelve months).\n\n"
        + "Supplier grants 9 exam vouchers in the first half of Leg A.")
    #expect(found == ["2026-03-01..2026-08-31"])
  }

  @Test func twoStretchesTogether() {
    let found = timings(
      "The order has Leg A (the first nine months) and Leg B (the next nine months).\n\n"
        + "Supplier grants 9 exam vouchers, usable in Leg A and in Leg B.")
    #expect(found == ["2026-03-01..2027-08-31"])
  }

  @Test(arguments: [
    // What nothing dates stays open.
    "\"Phase Two\" is the six months that follow the harvest.\n\nSupplier grants 9 exam vouchers for Phase Two.",
    "Leg B (nine months) comes later.\n\nSupplier grants 9 exam vouchers in the Leg Period.",
  ])
  func unknownStaysOpen(clauses: String) {
    #expect(timings(clauses).first?.hasSuffix("..?") ?? false)
  }

  @Test(arguments: [
    ("Supplier grants 9 exam vouchers. They are valid from the 7th to the 9th month.", "2026-09-01..2026-11-30"),
    ("Supplier grants 9 exam vouchers for the second contract year onward.", "2027-03-01..2028-02-28"),
    ("Supplier grants 9 exam vouchers. Redemption: opens 1 June 2026, closes 31 May 2027.", "2026-06-01..2027-05-31"),
    (
      "Supplier grants 9 exam vouchers. They go out of force with the end of the first contract year.",
      "2026-03-01..2027-02-28"
    ),
    ("Supplier grants 9 exam vouchers. The last exam may take place on 30 June 2027.", "2026-03-01..2027-06-30"),
    (
      "Supplier grants 9 exam vouchers. Should Customer end the order before 30 June 2027, it pays for them.",
      "2026-03-01..2028-02-28"
    ),
    ("Supplier grants 9 exam vouchers. There is no voucher for the second contract year.", "2026-03-01..2028-02-28"),
    (
      "Supplier grants 9 exam vouchers. If the order is renewed, they can be used for five more months.",
      "2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 9 exam vouchers, to be used in the first half-year of Contract Year 2.",
      "2027-03-01..2027-08-31"
    ),
  ])
  func wordsOfUse(clauses: String, expected: String) {
    #expect(timings(clauses) == [expected])
  }

  @Test(arguments: [
    "Supplier grants 9 exam vouchers. For the vouchers the last day is 31 May 2027.",
    "Supplier grants 9 exam vouchers. They become usable on 1 June 2026 and go out of use a year after that.",
    "Wave 1: 1 March 2026 - 31 May 2026\nWave 2: 1 June 2026 - 31 May 2027\n\nWave 2 comes with 9 exam vouchers, free of charge.",
    "The Prelude is the time up to 31 May 2027 and the Sequel the time after it.\n\nSupplier grants 9 exam vouchers "
      + "during the Prelude.",
    "Supplier grants 9 exam vouchers, usable from 1 June 2026, 12 months.",
  ])
  func furtherWords(clauses: String) {
    #expect(timings(clauses).first?.hasSuffix("..2027-05-31") ?? false)
  }

  @Test func theNextYearToo() {
    let found = timings(
      "Supplier gives 30 training credits, which can be spent in the first contract year, and 9 exam vouchers, which can be "
        + "spent in that year and the next.")
    #expect(found == ["2026-03-01..2027-02-28", "2026-03-01..2028-02-28"])
  }

  @Test func daysOfYearsAreNoYears() {
    let found = GrantSample.lines("A success fund of USD 10,000 is opened on 1 March of 2026 and 2027.")
    #expect(!(found.first?.contains("calendar_year") ?? true))
  }

  @Test func sameMonths() {
    let found = timings(
      "Supplier grants 9 exam vouchers for the first seven months of the order. During the same seven months Supplier "
        + "provides 20 consulting hours.")
    #expect(found == ["2026-03-01..2026-09-30", "2026-03-01..2026-09-30"])
  }

  @Test func aSupportPlanIsKept() {
    let found = timings(
      "Supplier includes the Premier Success Plan at no charge. It cannot be exchanged for another before the end of "
        + "Contract Year 1.")
    #expect(found == ["2026-03-01..2028-02-28"])
  }
}
