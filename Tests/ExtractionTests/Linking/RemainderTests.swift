// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What becomes of what is left, where one statement or one wording could say two things.
@Suite struct RemainderTests {
  private static func fates(_ clauses: String) -> [String] {
    (GrantSample.result(clauses)?.entitlements ?? []).map { $0.conditions.unused?.rawValue ?? "silent" }
  }

  @Test(arguments: [
    ("Customer receives 12 training credits. On each 1 March the account is set to nil.", "forfeited"),
    ("Customer receives 12 training credits. Nothing of them is left to Customer after June 2027.", "forfeited"),
    ("Customer receives 12 training credits in Year 1. If any are left, they pass to Year 2.", "rolls_over"),
    ("Customer buys 12 training credits. If credits remain, Supplier writes a credit note.", "refundable"),
    ("Customer receives 12 training credits. The account is closed by the bank.", "silent"),
    ("Customer receives 12 training credits. For late delivery Supplier issues a credit note.", "silent"),
  ])
  func ofOneGrant(clauses: String, fate: String) {
    #expect(Self.fates(clauses) == [fate])
  }

  /// The last of several periods has none to go over to.
  @Test func theLastOfARampKeepsNothing() {
    let clauses = """
      Customer receives 40 training credits in the first Contract Year and 30 in the second. Credits left in a Contract \
      Year are carried into the next. Credits left at the end of the second Contract Year are lost.
      """
    #expect(Self.fates(clauses) == ["rolls_over", "forfeited"])
  }

  @Test func aPartNotBilledIsNotFree() {
    let clauses = "Supplier allots a success fund of USD 9,000. Any part that is not billed by May 2027 is cancelled."
    let fund = GrantSample.result(clauses)?.entitlements.first
    #expect(fund?.fee == nil && fund?.conditions.unused == .forfeited)
  }

  @Test func cellsInTheWordsOfThePacks() {
    let rows = TableSample.table([
      ["Grant", "Number", "Price", "If unused"], ["Training credits", "44", "EUR 0.00", "next year"],
      ["Exam vouchers", "6", "EUR 0.00", "written off"], ["Architect hours", "70", "EUR 7,000.00", "money back"],
    ])
    let fates = TableSample.read(TableSample.order(rows)).entitlements.map { $0.conditions.unused?.rawValue }
    #expect(fates == ["rolls_over", "forfeited", "refundable"])
  }
}
