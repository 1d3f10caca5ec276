// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// What a period takes of a grant that is made once, periods that are left out, and limits of a share.
@Suite struct PeriodShareTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    "Supplier grants Customer 300 training credits, of which 100 may be used in each contract year.",
    "Supplier grants Customer 300 training credits, 100 in each contract year.",
    "Supplier grants Customer a total of 300 training credits (100 per contract year).",
    "Supplier grants Customer 300 training credits over the term, to be used at a rate of 100 per year.",
    "Supplier grants Customer 300 training credits, released in equal quarterly portions.",
  ])
  func aShareOfAPeriodIsNotGrantedAnew(clause: String) {
    #expect(GrantSample.lines(clause) == ["training_credit 300 credit | \(Self.whole)"])
    #expect(GrantSample.result(clause)?.entitlements.first?.conditions.text == [clause])
  }

  @Test(arguments: [
    ("Supplier grants Customer 40 training credits and 12 exam vouchers in each contract year.", 2),
    ("Supplier grants Customer 300 training credits for its 100 agents in each contract year.", 1),
    ("Supplier grants Customer 24 consulting hours per contract year, at most 4 hours a month.", 1),
    ("Supplier grants Customer 15 training credits for each half-year of the term.", 1),
  ])
  func whatComesAnewStillDoes(clause: String, count: Int) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.recurrence != nil })
  }

  @Test(arguments: [
    ("Supplier grants Customer 40 training credits, except in the second contract year.", "2026-03-01..2027-02-28"),
    ("Supplier grants Customer 40 training credits, but not in the first contract year.", "2027-03-01..2028-02-29"),
    (
      "With the exception of the first six months of the term, Supplier grants Customer 40 training credits.",
      "2026-09-01..2028-02-29"
    ),
  ])
  func whatIsLeftOutShortensTheTime(clause: String, days: String) {
    #expect(GrantSample.lines(clause, end: "29 February 2028") == ["training_credit 40 credit | \(days)"])
  }

  @Test(arguments: [
    "Supplier grants Customer 40 training credits in each contract year other than the first contract year.",
    "Supplier grants Customer 40 training credits in every contract year, save the first.",
    "In each contract year from the second onward Supplier grants Customer 40 training credits.",
  ])
  func periodsLeftOutAreNone(clause: String) {
    let found = GrantSample.result(clause)?.entitlements.first
    #expect(found?.recurrence?.periods.map(\.start.description) == ["2027-03-01"])
  }

  @Test func aHoleInTheMiddleIsLeftOpenAndSaid() {
    let clause = "Supplier grants Customer 40 training credits, usable except in December 2026."
    let found = GrantSample.result(clause)
    #expect(found?.entitlements.map(\.validity.end) == [nil])
    #expect(found?.facts.problems.contains { $0.code == .unreadTime } == true)
  }

  @Test(arguments: [
    ("5% of the annual subscription fees, but at least USD 160,000", 160_000),
    ("the greater of USD 150,000 and 5% of annual subscription fees", 150_000),
    ("5% of annual subscription fees or USD 50,000, whichever is less", 50_000),
    ("the lesser of USD 50,000 and 5% of annual subscription fees", 50_000),
  ])
  func theLesserOfTwoIsWorkedOut(words: String, amount: Int) {
    let clause = "Supplier grants Customer a success fund of \(words). Annual subscription fees are USD 2,000,000."
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map { $0.value?.amount } == [.init(amount)])
    #expect(found.first?.fee == nil)
  }

  @Test(arguments: ["the Order End Date", "03/14/2027", "the Go-Live Date"])
  func whatMayBeUsedUntilADayIsStillFree(day: String) {
    let clause = "Supplier grants Customer 40 training credits at no charge, valid until \(day)."
    #expect(GrantSample.result(clause)?.entitlements.map { $0.fee?.amount } == [0])
  }
}
