// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Names of which a clause says only half, and what one clause leaves out.
@Suite struct HeadedKindTests {
  @Test(arguments: [
    ("Training Credits\n\n100 credits are included at no charge.", "training_credit 100 credit"),
    ("3. Exam Vouchers. Supplier provides 12 vouchers at no charge.", "certification_voucher 12 voucher"),
    ("3. Training Credits. Supplier grants 100 credits. They expire on 31 March 2027.", "training_credit 100 credit"),
    ("Partner Vouchers\n\nSupplier provides 12 exam vouchers at no charge.", "certification_voucher 12 voucher"),
    ("Training\n\nSupplier provides 12 cloud credits at no charge.", "usage_credit 12 credit"),
  ])
  func theHeadingSaysWhichTheyAre(clause: String, grant: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].hasPrefix(grant), "\(lines)")
  }

  @Test(arguments: [
    ("Supplier includes 2 Full, 5 Partial Copy and 10 Developer sandboxes at no charge.", [2, 5, 10]),
    ("Supplier grants 20 administrator and 30 developer training credits.", [20, 30]),
    ("Supplier grants 3 users and 30 developer training credits.", [30]),
    ("Within 30 days Supplier grants 30 developer training credits.", [30]),
  ])
  func aNounSaidOnceIsOfAll(clause: String, amounts: [Int]) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.compactMap { $0.quantity.map { "\($0.amount)" } } == amounts.map(String.init))
  }

  @Test(arguments: [
    ("Supplier provides 5 training credits per user for 40 users.", "training_credit 200 credit"),
    ("For its 40 users, Supplier grants Customer 5 training credits per user.", "training_credit 200 credit"),
    ("Supplier provides 2 consulting hours per pier for the 12 piers.", "services_hours 24 hour"),
    ("Supplier provides 5 training credits per user.", "training_credit 5 credit"),
  ])
  func sharesWhoseBaseStandsBeside(clause: String, grant: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].hasPrefix(grant), "\(lines)")
  }

  @Test(arguments: [
    "The following are excluded from this order: 100 training credits; 2 full sandboxes.",
    "Not included in this order are: 100 training credits; 2 full sandboxes and 5 exam vouchers.",
    "The following may be purchased separately: 100 training credits; 2 full sandboxes.",
    "Supplier grants 100 training credits at no charge, provided that Customer renews for a further year.",
  ])
  func whatALeadInOrAProvisoTakesBack(clause: String) {
    #expect(GrantSample.lines(clause) == [])
    #expect(GrantSample.reasons(clause).isEmpty == false)
  }

  @Test(arguments: [
    ("Supplier provides one full sandbox and three developer sandboxes.", ["1 full sandbox", "3 developer sandboxes"]),
    (
      "1. Supplier provides a full sandbox and two developer sandboxes.\n\n2. Supplier provides two partial copy sandboxes and one developer pro sandbox.",
      ["1 full sandbox", "2 developer sandboxes", "2 partial copy sandboxes", "1 developer pro sandbox"]
    ),
    ("Supplier provides two full sandboxes.\n\nA full sandbox is refreshed each month.", ["2 full sandboxes"]),
  ])
  func sandboxesOfSeveralSorts(clauses: String, grants: [String]) {
    let found = GrantSample.result(clauses)?.entitlements ?? []
    #expect(found.map { "\($0.quantity.map { "\($0.amount)" } ?? "?") \($0.name ?? "")" } == grants)
  }
}
