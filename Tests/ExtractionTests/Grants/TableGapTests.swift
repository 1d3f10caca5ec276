// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Tables of which a heading, a number or a name stands elsewhere than one looks for it.
@Suite struct TableGapTests {
  private func kinds(_ rows: [[String]], isHeaded: Bool = true, over: String = "") -> [String] {
    TableSample.grants(over + TableSample.table(rows, isHeaded: isHeaded)).map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
  }

  /// The number of the row is no pack that the count multiplies.
  @Test func numbersOfRowsInTheCellOfTheName() {
    let found = kinds([
      ["Pos. Service", "Days", "Rate", "Amount"], ["10 Delivery", "16", "900.00", "14,400.00"],
      ["20 Training on site", "4", "800.00", "3,200.00"],
    ])
    #expect(found == ["services_hours 16", "training_credit 4"])
  }

  @Test func yearsOnTheLineOverTheTable() {
    let found = TableSample.grants(
      "<p>Contract Year 1 Contract Year 2 Contract Year 3 All years</p>"
        + TableSample.table(
          [
            ["Fleet Cloud", "90,000.00", "95,000.00", "99,000.00", "284,000.00"],
            ["Flex Credits, price", "5,000.00", "7,000.00", "9,000.00", "21,000.00"],
            ["Flex Credits, how many", "100,000", "140,000", "180,000", "-"],
            ["Payable", "95,000.00", "102,000.00", "108,000.00", "305,000.00"],
          ], isHeaded: false))
    #expect(found.map { $0.split(separator: " ").dropFirst().first ?? "" } == ["100000", "140000", "180000"])
  }

  @Test func whatABenefitAmountsTo() {
    let found = TableSample.grants(
      TableSample.table([
        ["Incentive", "Amount", "Available"], ["Partner services voucher", "€11,000", "until 30 April 2028"],
        ["Technical onboarding", "48 hours", "until 30 April 2028"],
      ]))
    #expect(
      found == [
        "partner_voucher value 11000 EUR 2027-05-01..2028-04-30", "services_hours 48 hour 2027-05-01..2028-04-30",
      ])
  }

  @Test func aTitleAndAUnit() {
    let found = TableSample.grants(
      "<p>Consulting</p>"
        + TableSample.table(
          [["Number:", "40 hours"], ["Valid from:", "1 June 2027"], ["Valid to:", "31 May 2028"]], isHeaded: false))
    #expect(found == ["services_hours 40 hour 2027-06-01..2028-05-31"])
  }

  @Test func linesCalledSupportOrCountedInHours() {
    let found = kinds([
      ["Item", "Quantity", "Total"], ["Fleet Cloud", "64", "€61,440.00"], ["Harbour Support", "1", "€7,728.00"],
      ["Dashboard health check, 20 hours", "1", "€4,800.00"],
    ])
    #expect(found == ["support_plan fee", "services_hours 20"])
  }
}
