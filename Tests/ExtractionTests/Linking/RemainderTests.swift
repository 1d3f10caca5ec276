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

  /// Under a common lead-in "unused credits" are those of their own item.
  @Test(arguments: [
    (
      "1. 60 training credits a year.\n2. 9,000 AI credits a month. Unused credits roll over.",
      ["silent", "rolls_over"]
    ),
    (
      "a) 9,000 AI credits. Credits not used by then lapse.\nb) 12 consulting days.\nc) 30 training credits.",
      ["forfeited", "silent", "silent"]
    ),
    (
      "- 5 exam vouchers\n- 2 partner vouchers of USD 4,000 each. Vouchers that are not used are forfeited.",
      ["silent", "forfeited"]
    ),
    ("(i) 35 seats in classes;\n(ii) 5 exam vouchers;\n(iii) 24 consulting hours.", ["silent", "silent", "silent"]),
  ])
  func ofItsOwnItem(items: String, fates: [String]) {
    #expect(Self.fates("Supplier will make available to Customer:\n\(items)") == fates, "\(items)")
  }

  @Test(arguments: ["(i) to (iii)", "(i) through (iii)", "(i), (ii) and (iii)"])
  func ofItemsFromOneToAnother(labels: String) {
    let items = "(i) 35 training seats;\n(ii) 5 exam vouchers;\n(iii) 24 consulting hours;\n(iv) 1 sandbox."
    let clauses = "Supplier provides the following:\n\(items)\nItems \(labels) that are not used by 31 May 2027 lapse."
    #expect(Self.fates(clauses) == ["forfeited", "forfeited", "forfeited", "silent"])
  }

  /// That no money is given back does not say that it lapses.
  @Test(arguments: [
    ("Unused credits are non-refundable.", "silent"), ("Unused credits are not refundable.", "silent"),
    ("Unused credits shall not be refunded.", "silent"),
    ("Unused credits are non-refundable and non-transferable.", "silent"),
    ("Unused credits are neither refunded nor carried over.", "forfeited"),
    ("Unused credits are non-refundable and lapse at the end of the Term.", "forfeited"),
    ("Unused credits roll over to the next year and are non-refundable.", "rolls_over"),
    ("Unused credits expire without refund.", "forfeited"), ("Unused credits are refunded.", "refundable"),
  ])
  func ofMoneyAlone(words: String, fate: String) {
    #expect(Self.fates("Supplier provides 60 training credits. \(words)") == [fate], "\(words)")
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
