// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Sums that lead to services or partners, counts told by a pair or by so much and so much for each, and what was only
/// talked about.
@Suite struct MoneyAndCountTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    ("Supplier puts up USD 4,100 towards Professional Services for the portal.", "success_fund | worth 4100"),
    ("Supplier pays up to USD 6,000 of what an implementation partner bills.", "partner_voucher | worth 6000"),
    ("Supplier provides a pair of sandboxes free of charge.", "sandbox 2 sandbox | fee 0"),
    (
      "The account holds 20 GB of file storage plus 3 GB for every one of the 40 agents.", "storage 140 gb"
    ),
    (
      "Over and above what Customer pays for, Supplier reserves for it 12 training seats, free of charge.",
      "training_credit 12 seat | fee 0"
    ),
    (
      "Supplier lends a field engineer for six days to Customer, the cost being Supplier's own.",
      "services_hours 6 day | fee 0"
    ),
    ("Supplier provides Gold Support for USD 900 a year, so USD 1,800 in all.", "support_plan | fee 1800"),
    (
      "Customer receives a card of eight strips. One strip buys half a day of a Supplier consultant, so "
        + "that the card stands for four days.", "services_hours 4 day"
    ),
  ])
  func granted(clause: String, line: String) {
    #expect(GrantSample.lines(clause) == ["\(line) | \(Self.whole)"])
  }

  @Test func anotherThingForEach() {
    let clause = "Supplier grants 20 training days plus 5 exam vouchers for every one of the 64 agents."
    #expect(
      GrantSample.lines(clause) == [
        "training_credit 20 day | \(Self.whole)", "certification_voucher 320 voucher | \(Self.whole)",
      ])
  }

  @Test(arguments: [
    "Customer has a travel fund of EUR 4,000 for its staff.",
    "Supplier shall also fund its own insurance in the sum of USD 100,000.", "Advisory: 48 hours response time.",
    "Customer asked for a success fund of USD 9,000 and twenty exam vouchers. Neither was given.",
    "Clause 4 gave forty training credits and clause 5 a success fund of USD 9,000. Both clauses are revoked.",
    "The parties first discussed ten coaching sessions.",
  ])
  func talkedAbout(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test func longerWordsOfARemainder() {
    let lines = GrantSample.lines(
      "Supplier sets up a success fund of USD 9,000 for 2027. On request Supplier keeps whatever remains in the fund "
        + "available for one further quarter.")
    #expect(lines.first?.hasSuffix("extendable") == true)
  }

  @Test func hoursThatOpenASentence() {
    let lines = GrantSample.lines(
      """
      Customer buys thirty consulting hours for USD 3,000.

      Supplier also grants 20 training credits free of charge.

      Prepaid hours that have not been called off by 31 May 2027 are refunded. Training credits not used by 30 June 2027
      lapse.
      """)
    #expect(lines.map { $0.hasSuffix("refundable") } == [true, false])
    #expect(lines.last?.hasSuffix("forfeited") == true)
  }

  @Test func basesThatTheDocumentDefines() {
    let result = GrantSample.result(
      "Licence Fees are the charges in line 1.\n\nSupplier sets up a success fund equal to 5% of the Licence Fees.")
    #expect(result?.entitlements.first?.value?.amount == nil)
  }
}
