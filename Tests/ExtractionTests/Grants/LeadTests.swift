// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What gives no entitlement and still stands among the leads, and what is no lead at all.
@Suite struct LeadTests {
  @Test(arguments: [
    ("- Quayside walk-through: 8 days", true),
    ("Supplier's rig crew spends 12 hours of rigging checks with the crews.", true),
    ("- 3 tune-up workshops on the rota", true),
    ("The fee is payable within 30 days of receipt.", false),
    ("A party may end the order on 60 days' notice.", false),
    ("- Quayside rota view, 40 users", false),
    ("Supplier answers urgent requests in 4 hours of business time.", false),
    ("Client can draw on Supplier's rigging team for ten hours in the first quarter.", true),
    ("For its port songs Client shall have one hundred (100) hours of Supplier's data analysts.", true),
    ("Supplier's team answers within ten hours and visits the site.", false),
  ])
  func countedThings(clause: String, isLead: Bool) {
    let result = GrantSample.result("1. Various\n\n\(clause)")
    #expect(result?.entitlements.isEmpty == true)
    #expect(result?.facts.leads.isEmpty == !isLead)
  }

  /// Money with a purse of its own, and sums and shares that are given, under names that no pack knows.
  @Test(arguments: [
    ("Lift-off kitty: $7,500", true),
    ("A harbour-language purse of $12,000.00 per contract year.", true),
    ("Supplier gives Client, for signs and stewards, two percent (2%) of the annual fees.", true),
    ("Client may consume ferry-planning runs worth $48,000 at Supplier's rate card; Supplier provides them.", true),
    ("Cards are taken up to $10,000.", false),
    ("Supplier gives notice of an increase of more than 7% of the fees.", false),
    ("Supplier pays damages of $5,000 a day from its insurance pool.", false),
  ])
  func sumsWithoutAName(clause: String, isLead: Bool) {
    let result = GrantSample.result("1. Various\n\n\(clause)")
    #expect(result?.entitlements.isEmpty == true)
    #expect(result?.facts.leads.isEmpty == !isLead)
  }

  /// Where most rows of a table are grants, one that counts something and gave none is asked about.
  @Test func rowsBesideGrants() {
    let result = TableSample.read(
      """
      <p>ORDER FORM Q-7731</p><p>Order Start Date: 1 March 2026. Order End Date: 28 February 2028.</p>
      <table><tr><th>Ref.</th><th>Commitment</th><th>If not used</th></tr>
      <tr><td>A</td><td>5 exam vouchers</td><td>Lost</td></tr>
      <tr><td>B</td><td>1 developer sandbox</td><td>-</td></tr>
      <tr><td>C</td><td>Harbour-song stake of $12,000.00</td><td>Lost</td></tr></table>
      """, fileName: "order.html")
    #expect(result.entitlements.map(\.kind) == ["certification_voucher", "sandbox"])
    #expect(result.facts.leads.map(\.reason) == [.no_template])
  }

  @Test func numbersOfClausesAreNoLead() {
    let result = GrantSample.result("3.2 Training credits.\n\n3.3 The list of courses is published every spring.")
    #expect(result?.facts.leads.isEmpty == true)
  }

  @Test func sumsThatAnAmendmentRaises() {
    let text = "AMENDMENT NO. 2\n\nto Order Form Q-7731\n\nThe sum of $4,000 in Article 6 becomes $9,000.\n"
    #expect(TableSample.read(text, fileName: "order.txt").facts.leads.map(\.reason) == [.no_template])
    let order = "ORDER FORM Q-7731\n\nThe fee of $4,000 becomes $9,000 in the second year.\n"
    #expect(TableSample.read(order, fileName: "order.txt").facts.leads.isEmpty)
  }
}
