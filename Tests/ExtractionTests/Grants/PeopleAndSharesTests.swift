// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Grants told by whom they are for, by what each brings, or by who bears the cost.
@Suite struct PeopleAndSharesTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    (
      "Customer is given 9 consulting days and 4 training days for each of the 6 depots.",
      ["services_hours 9 day", "training_credit 24 day"]
    ),
    (
      "Each of the 30 users is allotted 4 training credits, i.e. 120 training credits in all.",
      ["training_credit 120 credit"]
    ),
    ("Customer receives 7 training credits per region. It has four regions.", ["training_credit 28 credit"]),
    ("Customer receives 7 training credits per user.", ["training_credit 7 credit"]),
  ])
  func forEach(clauses: String, lines: [String]) {
    #expect(GrantSample.lines(clauses) == lines.map { "\($0) | \(Self.whole)" })
  }

  @Test func peopleOfNobodyKnowsWhom() {
    let clause = "Supplier will train up to 70 of its agents in the basics."
    #expect(GrantSample.lines(clause).isEmpty)
    #expect(!GrantSample.reasons(clause).isEmpty)
  }

  @Test(arguments: [
    "Each licence brings 2 GB of file storage under the documentation.",
    "The 90 users bring nine API calls each per day.",
  ])
  func whatALicenceBrings(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test func aPlanGivenInAnAside() {
    let clause = "As part of Premier Support, which is included free of charge, Customer receives 6 coaching sessions."
    #expect(GrantSample.lines(clause).contains { $0.hasPrefix("support_plan | fee 0") })
  }

  @Test func whoReservesForMoneyBuys() {
    let lines = GrantSample.lines("Customer reserves 80 hours of a certified consultant for USD 9,600.")
    #expect(lines == ["services_hours 80 hour | fee 9600 | \(Self.whole)"])
  }

  @Test(arguments: [
    ("Customer receives 20 training credits. Marrow & Finch bears their price.", "fee 0 | "),
    ("Customer receives 20 training credits; the account team meets the cost.", "fee 0 | "),
    ("Customer receives 20 training credits. Customer bears the cost.", ""),
    ("Customer receives 20 training credits. Marrow & Finch bears the travel cost.", ""),
    ("Customer receives 20 training credits. No charge is made for cancelling a class in time.", ""),
  ])
  func whoBearsThePrice(clauses: String, fee: String) {
    #expect(GrantSample.lines(clauses) == ["training_credit 20 credit | \(fee)\(Self.whole)"])
  }

  @Test(arguments: [
    ("Credits are not lost at the end of 2027, they are carried over.", "rolls_over"),
    ("Credits do not lapse but roll into 2028.", "rolls_over"),
    ("Credits not used by then are paid back to Nettle Bay.", "refundable"),
    ("What is left falls to Marrow & Finch.", "forfeited"),
    ("What is left stays with Marrow & Finch, unless Customer asks for more time.", "extendable"),
  ])
  func whatBecomesOfThem(clause: String, unused: String) {
    let lines = GrantSample.lines("Customer receives 20 training credits. \(clause)")
    #expect(lines.count == 1 && lines[0].hasSuffix(unused))
  }
}
