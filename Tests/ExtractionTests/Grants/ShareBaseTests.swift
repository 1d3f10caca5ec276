// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// What a fund or a plan's price is a share of.
@Suite struct ShareBaseTests {
  private static let fees = TableSample.table([
    ["Product", "Year 1", "Year 2", "Year 3", "Term"], ["Milk Cloud", "€ 40,000", "€ 50,000", "€ 60,000", "€ 150,000"],
    ["Cheese Cloud (“Cellar Fee”)", "€ 10,000", "€ 10,000", "€ 10,000", "€ 30,000"],
    ["Sum", "€ 50,000", "€ 60,000", "€ 70,000", "€ 180,000"],
  ])

  private func fund(_ share: String) -> EntitlementValue? {
    let clause = "<p>Supplier provides a success fund to Customer. It amounts to \(share).</p>"
    return TableSample.read(TableSample.order(Self.fees + clause)).entitlements.first { $0.kind == "success_fund" }?
      .value
  }

  @Test(arguments: [
    ("five percent (5%) of the fees of Year 1", 2500), ("5% of the fees of the second year", 3000),
    ("5% of the fee for Milk Cloud in Year 2", 2500), ("5% of the Cellar Fee of Year 1", 500),
    ("5% of the total fees", 9000), ("5% of the total of the table above", 9000),
  ])
  func ofRowsAndYears(share: String, amount: Int) {
    let value = fund(share)
    #expect(value?.amount.map { "\($0)" } == "\(amount)")
  }

  @Test(arguments: ["5% of the User Fees of Year 1", "5% of the Tank Fees of that same year"])
  func ofWhatNoRowBears(share: String) {
    #expect(fund(share) != nil)
    #expect(fund(share)?.amount == nil)
  }

  @Test func planPricedByAShare() {
    let table = TableSample.table([
      ["Item", "Volume", "Year", "Term"], ["Milk Cloud", "75 users", "€ 171,000.00", "€ 513,000.00"],
      ["Gold Support", "1", "€ 51,300.00", "€ 153,900.00"], ["Sum", "", "€ 222,300.00", "€ 666,900.00"],
    ])
    func percent(_ clause: String) -> String? {
      let plan = TableSample.read(TableSample.order(table + "<p>\(clause)</p>")).entitlements
        .first { $0.kind == "support_plan" }
      return plan?.fee?.percent.map { "\($0)" }
    }
    #expect(percent("The charge for Gold is thirty percent (30%) of the first line of the table.") == "30")
    #expect(percent("€ 51,300.00 is 30% of the yearly fee for Milk Cloud.") == "30")
    #expect(percent("Interest on late sums is 30% of the base rate.") == nil)
  }

  @Test(arguments: [
    ("Its charge is 24% of the monthly fee of € 9,100.00, namely € 78,624.00.", "78624"),
    ("Its price is € 7,000.00 a year.", "21000"), ("Its price is € 700.00 a month.", "25200"),
    ("Its price is € 7,000.00.", "7000"),
  ])
  func whatAPlanComesTo(clause: String, amount: String) {
    let text = "<p>Customer takes Gold Support for the whole term. \(clause)</p>"
    let plan = TableSample.read(TableSample.order(Self.fees + text)).entitlements.first { $0.kind == "support_plan" }
    #expect(plan?.fee?.amount.map { "\($0)" } == amount)
  }

  /// A share of a sum that the sentence gives is not one of the order's total.
  @Test func ofASumOfItsOwn() {
    let text =
      "<p>Customer takes Gold Support for the whole term. Its charge is 24% of the monthly fee of € 9,100.00.</p>"
    let plan = TableSample.read(TableSample.order(Self.fees + text)).entitlements.first { $0.kind == "support_plan" }
    #expect(plan?.fee?.percent == 24)
    #expect(plan?.fee?.amount == nil)
  }

  @Test func numbersOfTheOrder() {
    let table = TableSample.table([
      ["Product", "Users", "Total"], ["Milk Cloud", "90", "€ 81,000.00"], ["Cheese Cloud", "40", "€ 19,000.00"],
    ])
    func count(_ clause: String) -> String? {
      let grant = TableSample.read(TableSample.order(table + "<p>\(clause)</p>")).entitlements
        .first { $0.kind == "training_credit" }
      return grant?.quantity.map { "\($0.amount)" }
    }
    #expect(count("Supplier grants two training credits for every thirty users of Milk Cloud.") == "6")
    #expect(count("Supplier grants two training credits for every thirty users.") == nil)
  }
}
