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
}
