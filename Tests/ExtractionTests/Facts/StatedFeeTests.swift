// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

/// Fees that clauses, labels and subtotals state, where no table of lines gives them or where it counts in more.
@Suite struct StatedFeeTests {
  struct Case: Sendable {
    var text: String
    var annual: Decimal?
    var total: Decimal?
  }

  private static let lines = """
    Row  Service            Annual charge
    1    Ledger Cloud       GBP 24,000.00
    2    Archive Cloud      GBP  6,000.00
    3    Watch Desk         GBP  5,000.00
    """

  @Test(arguments: [
    Case(
      text: "We shall bill GBP 24,000 per annum, thus GBP 72,000 in all, VAT excluded.", annual: 24000, total: 72000),
    Case(
      text: "The price is GBP 24,000 per contract year, or GBP 72,000 for the three contract years together.",
      annual: 24000, total: 72000),
    Case(
      text:
        "GBP 20.00 per head and month              GBP 24,000.00 a year\nThree-year subscription value             GBP 72,000.00",
      annual: 24000, total: 72000),
    Case(
      text: "Annual fees                    GBP 24,000.00 (net)\nFees over the three years      GBP 72,000.00 (net)",
      annual: 24000, total: 72000),
    Case(text: "The annual subscription fee shall be GBP 24,000, payable in advance.", annual: 24000, total: 72000),
    Case(text: lines, annual: 35000, total: 105000),
    Case(
      text: "Platform subscription: GBP 30,000 a year, GBP 90,000 for the 36 months.\n\n" + lines, annual: 30000,
      total: 90000),
    Case(
      text: "Platform subscription: GBP 31,000 a year, GBP 93,000 for the 36 months.\n\n" + lines, annual: 35000,
      total: 105000),
    Case(text: "The price is GBP 2,000 a month, payable quarterly in advance.", annual: 24000, total: 72000),
    Case(
      text: "Ledger costs GBP 1,500 a month and Archive GBP 500 a month. The two together cost GBP 2,000 a month.",
      annual: 24000, total: 72000),
    Case(text: "Annual fees ................ GBP 20,000 + GBP 4,000 = GBP 24,000", annual: 24000, total: 72000),
    Case(
      text:
        "The fee is GBP 24,000 in the first year, GBP 26,000 in the second and GBP 28,000 in the third, in all GBP 78,000.",
      annual: nil, total: 78000),
    Case(text: "Licence fee: GBP 1,500 per month\n\nService fee: GBP 500 per month", annual: 24000, total: 72000),
    Case(
      text: "Each vehicle costs GBP 9.50 per vehicle per month. The monthly fee is GBP 2,000.00.", annual: 24000,
      total: 72000),
    // What is no subscription's.
    Case(text: "Ledger costs GBP 9.50 per vehicle per month.", annual: nil, total: nil),
    Case(text: "The minimum fee is GBP 24,000 per year.", annual: nil, total: nil),
    Case(text: "The archive would cost GBP 4,000 a year, GBP 12,000 for the 36 months.", annual: nil, total: nil),
    Case(
      text: "Premier Support costs 10% of the fees, which is GBP 4,000 a year and GBP 12,000 for the 36 months.",
      annual: nil, total: nil),
    Case(text: "Liability is capped at the annual fees of GBP 24,000.", annual: nil, total: nil),
    Case(text: "The rate is GBP 24,000 a year, GBP 70,000 for the 36 months.", annual: nil, total: nil),
  ])
  func feesAreRead(of sample: Case) {
    let fees = FactSample.facts("ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\n" + sample.text + "\n")
      .fees
    #expect(fees.annual == sample.annual, "\(sample.text)")
    #expect(fees.total == sample.total, "\(sample.text)")
  }

  /// What stands below a subtotal of subscriptions is counted apart, where it adds up the lines above it.
  @Test(arguments: [("90,000.00", 90000), ("95,000.00", 99000)] as [(String, Decimal)])
  func aSubtotalOfSubscriptionsIsTheFee(subtotal: String, total: Decimal) {
    let rows = [
      ("Ledger Cloud", "72,000.00"), ("Archive Cloud", "18,000.00"), ("Subscription subtotal", subtotal),
      ("Sandbox, full copy", "9,000.00"), ("Grand total", "99,000.00"),
    ]
    let table = rows.map { "<tr><td>\($0.0)</td><td>1</td><td>\($0.1)</td></tr>" }.joined()
    let fees = FactSample.facts(
      "<html><body><h1>ORDER FORM NT-40217</h1><p>Term: 1 May 2031 to 30 April 2034</p>"
        + "<table><tr><th>Item</th><th>Qty</th><th>Net price (GBP)</th></tr>\(table)</table></body></html>",
      fileName: "order.html"
    ).fees
    #expect(fees.total == total)
    #expect(fees.annual == total / 3)
  }

  @Test func anAmendmentsFeeIsNotThatOfTheYearsBefore() {
    let fees = FactSample.facts(
      """
      AMENDMENT NO. 1 to Order NT-40217

      The term of the Order, which began on 1 May 2029, is extended until 30 April 2034.

      For each of the last two contract years the annual subscription fee shall be GBP 24,000.
      """
    ).fees
    #expect(fees.annual == 24000)
    #expect(fees.total == nil)
  }
}
