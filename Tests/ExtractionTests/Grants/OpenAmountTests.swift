// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// Grants of which the paper does not say how much: held with a gap, or kept as a lead.
@Suite struct OpenAmountTests {
  @Test(arguments: [
    ("Supplier establishes a success fund of $[***] for pier signage.", "success_fund"),
    ("Supplier grants Customer [●] exam vouchers at no charge.", "certification_voucher"),
    ("Supplier provides a number of training credits to be agreed between the parties.", "training_credit"),
    ("Customer receives development credits; their number is stated in the welcome letter.", "development_credit"),
  ])
  func anOpenAmountIsAGap(clause: String, kind: Kind) throws {
    let found = try #require(GrantSample.result(clause)?.entitlements)
    #expect(found.map(\.kind) == [kind])
    #expect(found.first?.quantity == nil && found.first?.value == nil)
    #expect(found.first?.gaps.contains(.quantity_or_value) == true)
  }

  @Test(arguments: [
    ("Supplier grants training credits to Customer for its deck crew.", true),
    ("Supplier gives Customer several exam vouchers free of charge.", true),
    ("The adoption fund is equal to the amount shown in Annex C.", true),
    ("Customer may use the training credits in any quarter.", false),
    ("Supplier reports on unused training credits every quarter.", false),
    ("The price list for exam vouchers is found online.", false),
  ])
  func whatIsGivenWithoutAnAmountIsALead(clause: String, isLead: Bool) {
    let result = GrantSample.result(clause)
    #expect(result?.entitlements.isEmpty == true)
    #expect(result?.facts.leads.isEmpty == !isLead)
  }

  @Test func openCellsAreGaps() {
    let rows = [
      ["Entitlement", "Amount", "Valid until"], ["Training credits", "TBD", "31 May 2028"],
      ["Exam vouchers", "6", "31 May 2028"], ["Success fund", "[●]", "31 May 2028"],
      ["Sandboxes", "to be agreed", "31 May 2028"],
    ]
    let found = TableSample.read(TableSample.order(TableSample.table(rows))).entitlements
    #expect(found.map(\.kind) == ["training_credit", "certification_voucher", "success_fund", "sandbox"])
    #expect(found.map { $0.gaps.contains(.quantity_or_value) } == [true, false, true, true])
  }

  @Test func aDateToBeAgreedLeavesNoAmountOpen() {
    let found = GrantSample.result("Supplier provides ten training credits on dates to be agreed.")?.entitlements
    #expect(found?.first?.quantity?.amount == 10)
  }

  @Test func aMarkBesideACountedGrantOpensItsOwn() {
    let found = GrantSample.result("Supplier grants 30 training credits and [●] consulting hours.")?.entitlements ?? []
    #expect(Set(found.map(\.kind)) == ["training_credit", "services_hours"])
    #expect(found.filter { $0.gaps.contains(.quantity_or_value) }.map(\.kind) == ["services_hours"])
  }
}
