// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// What becomes of what is left of several grants that one clause speaks of, and of what more time may be asked for.
@Suite struct SharedRemainderTests {
  private static func fates(_ clauses: String) -> [String] {
    (GrantSample.result(clauses)?.entitlements ?? []).map { $0.conditions.unused?.rawValue ?? "silent" }
  }

  private static let clauses = """
    1. Supplier gives Customer 18 training seats without charge for its ferry crews.

    2. Supplier gives Customer 26 consulting hours without charge for the timetable.

    """

  @Test(arguments: [
    "3. How 1 and 2 are used. Both can be used until 31 May 2027. When that time is over the remainder lapses.",
    "3. Use of 1 and 2. They can be used until 31 May 2027. Whatever has then not been used is forfeited.",
    "3. Seats and hours of which no use has been made in their time lapse.",
    "3. Seats under 1 and hours under 2 that remain over lapse; they are not paid out.",
    "3. Any seats at the end of May, and hours not called for in their time, lapse without a refund.",
  ])
  func ofBoth(clause: String) {
    #expect(Self.fates(Self.clauses + "\n" + clause) == ["forfeited", "forfeited"])
  }

  @Test(arguments: [
    ("3. The seats may be used until May 2027, and hours that are left lapse.", "forfeited"),
    ("3. The seats and hours granted above are not repeated in a renewal.", "silent"),
  ])
  func ofOneOrNone(clause: String, hours: String) {
    #expect(Self.fates(Self.clauses + "\n" + clause).last == hours)
  }

  @Test(arguments: [
    "What is left of it when that year ends is carried into the second contract year, at whose end any balance is gone.",
    "Money not spent by then moves to the next year, on the expiry of which it lapses.",
  ])
  func overAndThenLost(sentence: String) {
    #expect(Self.fates("Supplier sets up a success fund of $9,000 for posters. " + sentence) == ["rolls_over"])
  }

  @Test(arguments: [
    "The validity of an exam voucher may, if Customer writes before it ends, be extended once by three months.",
    "Before they expire Customer may ask, in the portal, for unused exam vouchers to be extended once, for ninety days.",
    "Vouchers that are open on that day can, if Customer asks, still be redeemed in the two months that follow.",
  ])
  func moreTime(sentence: String) {
    #expect(Self.fates("Supplier gives Customer 12 exam vouchers free of charge. " + sentence) == ["extendable"])
  }

  /// A table of when benefits may be used and what becomes of the rest grants nothing itself.
  @Test func tableOfTerms() {
    let table = TableSample.table([
      ["Benefit", "Use possible", "Remainder"],
      ["Seats of No. 1", "1 June 2027 to 31 May 2028", "falls away"],
      ["Hours of No. 2", "from 1 May 2027 for 18 months", "is reimbursed at EUR 90.00 per hour"],
    ])
    let result = TableSample.read(
      TableSample.order(
        "<p>1. Supplier gives 18 training seats without charge.</p><p>2. Customer has paid for 26 consulting hours, which "
          + "Supplier provides.</p><p>3. For the benefits above the following applies:</p>" + table))
    #expect(result.entitlements.map(\.kind.rawValue) == ["training_credit", "services_hours"])
    #expect(result.entitlements.map { $0.conditions.unused } == [.forfeited, .refundable])
  }

  /// Items by their letters, whose balance the next sentence speaks of.
  @Test func rowsByLetters() {
    let table = TableSample.table([
      ["Item", "Benefit", "When it can be used", "Charge"], ["A", "18 training seats", "until 31 May 2028", "none"],
      ["B", "26 consulting hours", "until 31 May 2028", "none"],
      ["C", "7 exam vouchers", "until 30 June 2028", "none"],
    ])
    let result = TableSample.read(
      TableSample.order(
        table
          + "<h2>Balance</h2><p>Items A and C close with the last day in the table. What is left of them on that day "
          + "is forfeited.</p>"))
    #expect(result.entitlements.map { $0.conditions.unused } == [.forfeited, nil, .forfeited])
  }

  /// The numbers of clauses that stand in one paragraph count nothing.
  @Test(arguments: [
    "8.1 Seats end with the year. 8.2 Consulting days not called for are paid back at $70.00 each.",
    "(1) Seats end with the year. (2) Credits and hours of which no use was made lapse.",
    "Order Form Q-77, with its 40 training credits a year, runs out on 31 May 2027.",
    "One agent action consumes twenty of them.", "Each one admits to one exam sitting.",
    "Supplier has quoted for a success fund of $20,000 against a term of three years.",
    "Customer shall itself instruct its crews, for which it has set aside two training days per pier.",
  ])
  func grantsNothing(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test(arguments: [
    ("Customer buys ten (10) exam vouchers at a total of $1,800.", 10, 1800),
    ("Customer prepays $2,640.00 for twelve (12) consulting hours.", 12, 2640),
  ])
  func whatIsPaid(clause: String, amount: Int, fee: Int) {
    let found = GrantSample.result(clause)?.entitlements.first
    #expect(found?.quantity?.amount == Decimal(amount))
    #expect(found?.fee?.amount == Decimal(fee))
  }
}
