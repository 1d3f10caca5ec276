// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Tables whose rows or columns say in an unusual way what is granted, when and for what.
@Suite struct RowWordingTests {
  private func grants(_ heading: [String], _ rows: [[String]], _ behind: String = "", isHeaded: Bool = true) -> [String]
  {
    TableSample.grants("<h2>2. Benefits</h2>" + TableSample.table([heading] + rows, isHeaded: isHeaded) + behind)
  }

  @Test func periodsBesideWhatIsGiven() {
    #expect(
      grants(
        ["Year 1", "20,000 AI credits", "free"], [["Year 2", "30,000 AI credits", "EUR 2,500"]], isHeaded: false) == [
          "usage_credit 20000 credit fee 0 2027-05-01..2028-04-30",
          "usage_credit 30000 credit fee 2500 2028-05-01..2029-04-30",
        ])
  }

  @Test func chargesBesideYears() {
    #expect(
      grants(
        ["Year", "Flex Credits", "Charge (EUR)"], [["Year 1", "4,000", "0.00"], ["Year 2", "6,000", "900.00"]]) == [
          "usage_credit 4000 credit fee 0 2027-05-01..2028-04-30",
          "usage_credit 6000 credit fee 900 2028-05-01..2029-04-30",
        ])
  }

  @Test func notesByLetters() {
    #expect(
      grants(
        ["Benefit", "Quantity", "Charge"],
        [["Exam vouchers, see note (ii)", "6", "nil"], ["Training credits (note A)", "40", "nil"]],
        "<p>Notes</p><p>(i) Prices are net.</p><p>(ii) To be used by 31 December 2027.</p>"
          + "<p>A. What is left on 30 June 2028 is forfeited.</p><p>B. Prices are in euro.</p>") == [
          "certification_voucher 6 voucher fee 0 2027-05-01..2027-12-31",
          "training_credit 40 credit fee 0 2027-05-01..2028-06-30 forfeited",
        ])
  }

  @Test func numbersOfEachYearAndFreeModules() {
    #expect(
      grants(
        ["CLIN", "Description", "Qty", "Unit", "Amount"],
        [
          ["0001", "Ledger Core, Fiscal Year 2028 (05/01/2027-04/30/2028)", "50", "EA", "EUR 9,000"],
          ["0002", "Training seats", "5", "SEAT / FY", "Included in CLIN 0001"],
          ["0003", "Web portal module", "", "", "nil"], ["0004", "OPTION Year 1: training seats", "7", "SEAT", "–"],
        ]) == [
          "training_credit 5 seat fee 0 2027-05-01..2030-04-30 fiscal_year × 3",
          "complimentary_product fee 0 2027-05-01..2030-04-30",
        ])
  }

  @Test func fundsOfCalendarYears() {
    #expect(
      grants(
        ["Benefit", "When", "Charge"],
        [
          [
            "Innovation fund: Supplier sets aside EUR 3,000 every calendar year, see note (i)", "2028, 2029", "nil",
          ]
        ], "<p>Notes</p><p>(i) What Customer has not spent of a year's fund rolls over into the next calendar year.</p>"
      )
        == ["success_fund value 3000 EUR fee 0 2028-01-01..2029-12-31 calendar_year × 2 rolls_over"])
  }

  @Test func passagesAsTheyReadNow() {
    #expect(
      grants(
        ["Passage", "Now reads"],
        [
          ["4 (Training) formerly 30 credits", "Customer is allotted 45 training credits free of charge."],
          ["5 (Voucher) formerly a partner voucher of EUR 4,000", "Deleted."],
        ]) == ["training_credit 45 credit fee 0 2027-05-01..2030-04-30"])
  }

  /// A share of what each year costs, where the years cost different sums.
  @Test func sharesOfARamp() {
    let fees = TableSample.table([
      ["Product", "Year 1", "Year 2", "Year 3"], ["Ledger Core (users)", "100", "150", "150"],
      ["Net annual fees", "40,000.00", "60,000.00", "60,000.00"],
    ])
    #expect(
      TableSample.grants(
        fees
          + "<p>For each contract year Supplier grants Customer a success fund of 5% of the net annual fees of that year.</p>"
      ) == [
        "success_fund value 2000 EUR 2027-05-01..2028-04-30", "success_fund value 3000 EUR 2028-05-01..2029-04-30",
        "success_fund value 3000 EUR 2029-05-01..2030-04-30",
      ])
  }
}
