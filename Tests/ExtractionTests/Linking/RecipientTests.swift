// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// People that a grant is for.
@Suite struct RecipientTests {
  @Test(arguments: [
    (
      "Customer's transport planners may attend 22 seats of instructor-led classes free of charge.",
      "transport planners"
    ),
    ("Ten exam vouchers are issued to the night nurses of the clinic.", "night nurses"),
    ("Supplier grants 30 training credits. Recipients are the branch managers.", "branch managers"),
    ("Your dispatchers are entitled to attend two coaching sessions.", "dispatchers"),
    (
      "Supplier sets up a fund of USD 9,000, to be expended solely upon the training of clerks.",
      "the training of clerks"
    ),
  ])
  func people(clause: String, purpose: String) {
    #expect((GrantSample.result(clause)?.entitlements ?? []).map(\.purpose) == [purpose])
  }

  @Test(arguments: [
    "Ten exam vouchers are issued to Customer.",
    "Customer's order may include ten exam vouchers.", "Ten exam vouchers are provided to Customer's affiliates.",
  ])
  func notThings(clause: String) {
    #expect((GrantSample.result(clause)?.entitlements ?? []).allSatisfy { $0.purpose == nil })
  }

  @Test(arguments: [
    ("Training credits (shift engineers)", "shift engineers"), ("Consulting hours (rating design)", "rating design"),
    ("Training credits (per user)", nil), ("Sandbox (full copy)", nil), ("Consulting hours (remote)", nil),
  ])
  func inBracketsOfARow(label: String, purpose: String?) {
    let rows = [["Entitlement", "Quantity"], [label, "12"], ["File storage", "400 GB"]]
    let found = TableSample.read(TableSample.order(TableSample.table(rows))).entitlements
    #expect(found.first?.purpose == purpose)
  }
}
