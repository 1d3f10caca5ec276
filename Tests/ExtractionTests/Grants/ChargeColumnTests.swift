// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// Columns that say what each thing costs, rows that were bought outright, and tables that show two states.
@Suite struct ChargeColumnTests {
  private let term = "2027-05-01..2030-04-30"

  @Test(arguments: ["none", "waived", "none (part of Gold)", "nothing, see note 3"])
  func whatCostsNothing(charge: String) {
    let table = TableSample.table([
      ["Extra", "Measure", "You pay"], ["Training credits", "60", charge],
      ["Milk consulting hours", "24", "EUR 3,600.00"],
    ])
    #expect(
      TableSample.grants(table) == [
        "training_credit 60 credit fee 0 \(term)", "services_hours 24 hour fee 3600 \(term)",
      ])
  }

  @Test func rowsOfNumberPriceAndSum() {
    let rows = TableSample.table(
      [
        ["Training credits", "40", "€ 95.00 each", "€ 3,800.00"],
        ["Guided launch", "60 hours", "€ 140.00 an hour", "€ 8,400.00"],
      ], isHeaded: false)
    #expect(
      TableSample.grants("<h2>One-off</h2>\(rows)")
        == ["training_credit 40 credit fee 3800 \(term)", "services_hours 60 hour fee 8400 \(term)"])
    // What does not add up is a list of prices.
    let rates = TableSample.table(
      [
        ["Training credits", "1", "€ 95.00 each", "€ 90.00"],
        ["Guided launch", "1 hour", "€ 140.00 an hour", "€ 120.00"],
      ],
      isHeaded: false)
    #expect(TableSample.grants("<h2>Rates</h2>\(rates)").isEmpty)
  }

  @Test func portionsOfWhatTheHeadingNames() {
    let table = TableSample.table([
      ["Portion", "Sum", "Applied on", "Usable to"], ["First", "EUR 9,000", "1 May 2027", "31 October 2027"],
      ["Second", "EUR 4,000", "1 May 2028", "31 December 2028"],
    ])
    let text = "<p>Supplier will apply credits to the account in two portions, neither of which has to be paid for:</p>"
    #expect(
      TableSample.grants("<h2>3. Migration credits</h2>\(text)\(table)") == [
        "usage_credit value 9000 EUR fee 0 2027-05-01..2027-10-31",
        "usage_credit value 4000 EUR fee 0 2028-05-01..2028-12-31",
      ])
  }

  @Test func stateUntilNow() {
    let table = TableSample.table([
      ["Item", "Until now", "From 1 May 2027"], ["Training credits", "20", "45"], ["Sandboxes", "1", "3"],
    ])
    let kinds = TableSample.grants(table).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(kinds == ["training_credit 45", "sandbox 3"])
  }

  /// The price of each piece is not what each piece holds.
  @Test func priceOfEachIsNoSize() {
    let table = TableSample.table([
      ["Added product", "Number", "€ per month each", "€ for 36 months"], ["Ledger Cloud", "5", "195.00", "35,100.00"],
      ["Sandbox – Partial Copy", "2", "310.00", "22,320.00"],
    ])
    #expect(TableSample.grants(table) == ["sandbox 2 sandbox fee 22320 \(term)"])
  }

  @Test func packsOfANamedUnit() {
    let table = TableSample.table([
      ["Product", "Units", "Per year", "36 months"], ["Ledger Cloud", "5", "€ 900.00", "€ 2,700.00"],
      ["AI Pack, 60,000 credits (see 2.1)", "2", "€ 1,800.00", "€ 5,400.00"],
    ])
    #expect(TableSample.grants(table).map { $0.hasPrefix("usage_credit 120000 credit") } == [true])
  }

  @Test func figuresInThousands() {
    let table = TableSample.table([["Allowance", "How many, '000"], ["Flex credits", "120"]])
    #expect(TableSample.grants(table).map { $0.hasPrefix("usage_credit 120000 credit") } == [true])
  }

  @Test func amountsInThousands() {
    let table = TableSample.table([
      ["Allowance", "Amount (in thousands)"], ["Flex credits", "250"], ["API calls", "40"],
    ])
    let kinds = TableSample.grants(table).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(kinds == ["usage_credit 250000", "api_capacity 40000"])
    let money = TableSample.table([["Credit", "Amount (EUR thousands)"], ["Success fund", "25"]])
    #expect(TableSample.grants(money).allSatisfy { !$0.contains("25000 ") || $0.contains("value 25000") })
  }

  /// `Included` for a number says what the plan costs; a rate beside a count is not what it is worth.
  @Test func includedForANumberAndRates() {
    let plan = TableSample.table([["Service", "Quantity", "Price"], ["Standard support", "Included", ""]])
    #expect(TableSample.grants(plan) == ["support_plan fee 0 \(term)"])
    let rate = TableSample.table([["Item", "Amount"], ["Architect advice", "20 hours, € 300.00 per hour"]])
    #expect(TableSample.grants(rate).allSatisfy { !$0.contains("value") })
  }

  @Test func stepsThatThePartyPaysForNeitherOf() {
    let table = TableSample.table([
      ["Step", "Amount", "Date of posting", "Lapses on"], ["One", "€ 9,000.00", "1 May 2027", "30 April 2028"],
      ["Two", "€ 4,000.00", "1 May 2028", "30 April 2029"],
    ])
    let lines = TableSample.grants(
      "<p>A promotional credit is posted to the account in two steps, and Customer pays for neither.</p>\(table)")
    #expect(lines.map { $0.contains("fee 0") } == [true, true])
  }

  @Test func amountsWithADayAndNoHeading() {
    let rows = TableSample.table(
      [
        ["Hosting credits, first part", "EUR 9,000", "by 31 May 2028"],
        ["Hosting credits, second part", "EUR 4,000", "by 31 May 2029"],
      ], isHeaded: false)
    #expect(TableSample.grants(rows).map { $0.contains("usage_credit value") } == [true, true])
  }
}
