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
  ])
  func countedThings(clause: String, isLead: Bool) {
    let result = GrantSample.result("1. Various\n\n\(clause)")
    #expect(result?.entitlements.isEmpty == true)
    #expect(result?.facts.leads.isEmpty == !isLead)
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
