// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Tables that grant row by row, column by column, or block by block.
@Suite struct RowTableTests {
  @Test func groupsCarryPriceAndOption() {
    let result = TableSample.read(
      TableSample.order(
        "<h2>2. Services</h2>"
          + TableSample.table([
            ["Item", "Quantity", "Valid"], ["Free of charge"], ["Training credits", "40", "until 31 December 2027"],
            ["Exam vouchers", "6", "until 30 June 2028"], ["Optional, not ordered"],
            ["Architect hours", "100", "until 30 April 2028"],
          ])))
    #expect(
      result.entitlements.map(TableSample.line) == [
        "training_credit 40 credit fee 0 2027-05-01..2027-12-31",
        "certification_voucher 6 voucher fee 0 2027-05-01..2028-06-30",
      ])
    #expect(result.facts.leads.contains { $0.reason == .optional_purchase })
  }

  /// Each column is a grant, and the first says what the rows are.
  @Test func grantsSideBySide() {
    let result = TableSample.read(
      TableSample.order(
        "<h2>2. Benefits</h2>"
          + TableSample.table([
            ["", "Training credits", "Success fund", "Exam vouchers"], ["Quantity", "50", "–", "8"],
            ["Value", "–", "EUR 12,000", "–"], ["Valid until", "31 March 2028", "30 April 2028", "31 July 2028"],
            ["Purpose", "rollout to depots", "change management", "administrators"],
            ["Unused", "lapses", "lapses", "lapses"], ["Price", "waived", "none", "included"],
          ])))
    #expect(
      result.entitlements.map(TableSample.line) == [
        "training_credit 50 credit fee 0 2027-05-01..2028-03-31 forfeited",
        "success_fund value 12000 EUR fee 0 2027-05-01..2028-04-30 forfeited",
        "certification_voucher 8 voucher fee 0 2027-05-01..2028-07-31 forfeited",
      ])
    #expect(result.entitlements.map(\.purpose) == ["rollout to depots", "change management", "administrators"])
  }

  @Test func blocksOfLabels() {
    let grants = TableSample.grants(
      "<h2>2. Benefits</h2>"
        + TableSample.table(
          [
            ["Benefit", "Training days"], ["Quantity", "10"], ["Valid until", "31 January 2028"],
            ["Price", "free of charge"], ["Unused", "expire unused without refund"], ["Benefit", "Partner voucher"],
            ["Value", "EUR 8,500"], ["Valid until", "30 November 2027"], ["Price", "none"],
          ], isHeaded: false))
    #expect(
      grants == [
        "training_credit 10 day fee 0 2027-05-01..2028-01-31 forfeited",
        "partner_voucher value 8500 EUR fee 0 2027-05-01..2027-11-30",
      ])
  }

  /// Labels of the order itself are no grant.
  @Test func headerLabelsGrantNothing() {
    let grants = TableSample.grants(
      TableSample.table([["Service", "Ledger Core"], ["Users", "200"], ["Period", "36 months"]], isHeaded: false))
    #expect(grants.isEmpty)
  }

  @Test func howMuchFromUntilChargeAndTheRest() {
    let grants = TableSample.grants(
      "<h2>1. Subscription</h2>"
        + TableSample.table([
          ["Pos.", "Service", "Fee per Contract Year", "36 months"], ["1", "Ledger Core", "EUR 40,000", "EUR 120,000"],
        ]) + "<h2>2. Benefits</h2>"
        + TableSample.table([
          ["Benefit", "How much", "From / until", "Charge", "The rest"],
          ["Advisory", "30 hours", "01.06.2027 – 31.05.2028", "EUR 4,500", "lapses, no refund"],
          ["Key user training", "18 participant days", "01.09.2027 – 29.02.2028", "none", "extension on request"],
          ["Storage", "2 TB", "throughout the term", "none", "–"],
          [
            "Innovation fund", "6 % of the fee for item 1 of the first Contract Year, at most EUR 2,000",
            "until 30 April 2028", "none", "lapses",
          ],
        ]))
    #expect(
      grants == [
        "services_hours 30 hour fee 4500 2027-06-01..2028-05-31 forfeited",
        "training_credit 18 day fee 0 2027-09-01..2028-02-29 extendable",
        "storage 2000 gb fee 0 2027-05-01..2030-04-30",
        "success_fund value 2000 EUR fee 0 2027-05-01..2028-04-30 forfeited",
      ])
  }

  @Test func optionsBesideWhatIsOrdered() {
    let result = TableSample.read(
      TableSample.order(
        "<h2>2. Items</h2>"
          + TableSample.table([
            ["Item", "Quantity", "Ordered?", "Price"], ["Training credits", "60", "Y", "EUR 900"],
            ["Consulting hours", "40", "N", "EUR 6,000"], ["Optional: Exam vouchers", "5", "", "EUR 500"],
          ])))
    #expect(
      result.entitlements.map(TableSample.line) == ["training_credit 60 credit fee 900 2027-05-01..2030-04-30"])
    #expect(result.facts.leads.filter { $0.reason == .optional_purchase }.count == 2)
  }

  @Test func packsRatesAndNotes() {
    let grants = TableSample.grants(
      "<h2>2. Items</h2>"
        + TableSample.table([
          ["Item", "Quantity", "Note"], ["Training credits", "2 x pack of 25", "1"], ["API calls", "10,000/day", ""],
          ["Consulting hours", "up to 5", ""], ["Usage credits", "USD 25,000 p.a.", "2"],
        ])
        + "<p>1) The credits are forfeited if not used by 31 March 2028.</p>"
        + "<p>2) A balance is carried over into the next year.</p>")
    #expect(
      grants == [
        "training_credit 50 credit 2027-05-01..2028-03-31 forfeited",
        "api_capacity 10000 call/day 2027-05-01..2030-04-30",
        "services_hours 5 hour 2027-05-01..2030-04-30",
        "usage_credit value 25000 USD 2027-05-01..2030-04-30 contract_year × 3 rolls_over",
      ])
  }

  @Test func freePricesAndClausesOfRows() {
    let grants = TableSample.grants(
      "<h2>2. Items</h2>"
        + TableSample.table([
          ["Pos.", "Item", "Qty", "Unit price", "Total"], ["1", "Ledger Core licences", "50", "EUR 100", "EUR 5,000"],
          ["2", "Training credits", "20", "included", "included"],
          ["3", "Developer sandbox", "1", "EUR 0.00", "EUR 0.00"],
          ["4", "Consulting days – see clause 3", "4", "waived", "waived"], ["", "Total", "", "", "EUR 5,000"],
        ])
        + "<h2>3. Consulting</h2><p>3.1 The days under position 4 serve the set-up of the ledger. They must be used by "
        + "31 October 2027; unused days lapse.</p>")
    #expect(
      grants == [
        "training_credit 20 credit fee 0 2027-05-01..2030-04-30", "sandbox 1 sandbox fee 0 2027-05-01..2030-04-30",
        "services_hours 4 day fee 0 2027-05-01..2027-10-31 forfeited",
      ])
  }

  /// A line in lakh and the clause that gives the same amount in full are one grant.
  @Test func aLineThatAClauseGrantsInFull() {
    let grants = TableSample.grants(
      "<h2>2. Services</h2>"
        + TableSample.table([
          ["Sl.", "Description", "Qty", "Annual fee (EUR in thousand)", "Fee for the term (EUR in thousand)"],
          ["1", "Ledger Core", "20", "40.00", "120.00"],
          ["2", "Cloud credits – annual commitment", "1", "15.00", "45.00"],
        ])
        + "<h2>3. Cloud credits</h2><p>Supplier makes available to Customer cloud credits of EUR 15,000 in each Contract "
        + "Year.</p>")
    #expect(grants.count == 1)
    #expect(grants.first?.contains("value 15000 EUR") == true)
  }

  /// What a row's mark is explained by, and what a product's name happens to say, are no grants of their own.
  @Test func explanationsOfRowsGrantNothing() {
    let grants = TableSample.grants(
      "<h2>2. Items</h2>"
        + TableSample.table([
          ["Pos.", "Item", "Number", "Annual fee"], ["1", "Learning (software for own courses)", "700", "EUR 9,000"],
          ["2", "Public class seats", "12", "included"],
        ]) + "<p>Position 2 gives one seat in a public class to one person.</p>")
    #expect(grants == ["training_credit 12 seat fee 0 2027-05-01..2030-04-30"])
  }
}
