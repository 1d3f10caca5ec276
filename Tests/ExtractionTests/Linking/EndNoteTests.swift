// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// What stands apart from a grant and is said of it alone: notes in brackets, annexes, prices of a part.
@Suite struct EndNoteTests {
  @Test func notesInBrackets() {
    let result = GrantSample.result(
      """
      Supplier also provides Customer with: twelve (12) training credits[2]; an adoption fund of $8,000[3]; and forty
      hours of consulting on the tide tables[4].

      Notes

      [1] Nothing is stated here.

      [2] For the deck crews, and without charge. Credits which nobody has redeemed by then are of no further use.

      [3] To be spent on posters.

      [4] Paid: $5,200.00, in one invoice.
      """)
    let found = result?.entitlements ?? []
    #expect(found.map { $0.fee?.amount } == [0, nil, 5200])
    #expect(found.map { $0.conditions.unused } == [.forfeited, nil, nil])
    #expect(found.map { $0.gaps.contains(.purpose) } == [false, false, false])
  }

  @Test func aNoteOfAnotherNumberIsNotIts() {
    let result = GrantSample.result(
      "Supplier provides twelve (12) training credits[2].\n\n[3] This is without charge to the ferry office, as shown.")
    #expect(result?.entitlements.first?.fee == nil)
  }

  @Test(arguments: [
    "The sessions in Annex 1 are held online at no cost to Customer. A session that does not take place is lost.",
    "Annex 1 goes with the subscription, at no further cost. Sessions of one month are not held in another.",
  ])
  func annexes(clause: String) {
    let table = TableSample.table([
      ["Months", "Sessions", "Subject"], ["May to July 2027", "2 coaching sessions", "timetables"],
      ["August to October 2027", "1 coaching session", "fares"],
    ])
    let result = TableSample.read(
      TableSample.order("<h2>Terms</h2><p>3. Coaching. \(clause)</p><h2>Annex 1: Coaching</h2>\(table)"))
    #expect(result.entitlements.map { $0.fee?.amount } == [0, 0])
    #expect(result.entitlements.map { $0.conditions.unused } == [.forfeited, .forfeited])
    #expect(result.entitlements.allSatisfy { !$0.gaps.contains(.purpose) })
  }

  @Test func annexOfSomethingElse() {
    let table = TableSample.table([
      ["Months", "Sessions"], ["May to July 2027", "2 coaching sessions"], ["August 2027", "1 coaching session"],
    ])
    let result = TableSample.read(
      TableSample.order("<p>The credits in Annex 1 are free.</p><h2>Annex 1: Coaching</h2>\(table)"))
    #expect(result.entitlements.map { $0.fee?.amount } == [nil, nil])
  }

  @Test(arguments: [
    ("Supplier provides 60 consulting hours, with travel at no charge.", nil),
    ("Supplier provides 60 consulting hours, no charge for the first 10 hours, $120 an hour thereafter.", nil),
    ("Supplier provides 80 consulting hours, the first 20 free of charge, the remainder at $150 an hour.", nil),
    ("Supplier provides 60 consulting hours. They are lost in May, and nothing of their price is paid back.", nil),
    ("Supplier provides 60 consulting hours at no charge, travel excepted.", 0),
    ("Supplier grants 60 consulting hours at no additional discount, for $9,000.", 9000),
    ("Supplier provides 60 consulting hours. The hours are paid for with $9,000, due at once.", 9000),
    ("Supplier holds two coaching sessions. They are included in Premier Support.", 0),
  ])
  func prices(clause: String, fee: Int?) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.count == 1)
    #expect(found.first?.fee?.amount == fee.map { Decimal($0) })
  }

  @Test func breachIsNoRemainder() {
    let lines = GrantSample.lines(
      "Supplier grants 25 training credits. Any incentive lapses if Customer does not sign by May.")
    #expect(lines.allSatisfy { !$0.contains("forfeited") })
    let kept = GrantSample.lines(
      "Supplier grants 25 training credits, which expire without compensation even if a new order is signed.")
    #expect(kept.allSatisfy { $0.contains("forfeited") })
  }

  @Test(arguments: [
    ("Supplier grants 30 consulting hours on the tariff of winter fares.", true),
    ("Supplier grants 30 consulting hours on the terms of Annex 2.", false),
    ("Supplier grants 30 consulting hours. They are for the first three routes.", true),
    ("Supplier grants 30 consulting hours. They are for the first three months.", false),
    ("Supplier grants 30 training seats to Customer's deck crews.", true),
    ("Supplier grants 30 training seats to Customer.", false),
  ])
  func purposes(clause: String, isTold: Bool) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map { !$0.gaps.contains(.purpose) } == [isTold])
  }

  @Test func asidesKeepTheTopic() {
    let found = TableSample.read(
      TableSample.order(
        TableSample.table([["Service", "Number", "Price"], ["Implementation days", "20", "9,000.00"]])
          + "<h2>Terms</h2><p>5. Success fund. Supplier sets aside a success fund of EUR 30,000. Calls are made through "
          + "the success manager. A balance that has not been called by May falls back to Supplier.</p>")
    ).entitlements
    #expect(found.first { $0.kind == "success_fund" }?.conditions.unused == .forfeited)
    #expect(found.first { $0.kind == "services_hours" }?.conditions.unused == nil)
  }
}
