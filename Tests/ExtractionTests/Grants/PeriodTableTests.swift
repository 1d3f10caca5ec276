// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Ingestion
import InventoryModel
import Testing

@testable import Extraction

/// Tables that grant period by period, along their columns or down their rows.
@Suite struct PeriodTableTests {
  @Test func fiscalYearsInThousands() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2><p>Fiscal years of the Customer end on 30 April. Figures for credits are in thousands.</p>"
        + TableSample.table([
          ["Benefit", "FY27/28", "FY28/29", "FY29/30"], ["Training days", "12", "9", "-"],
          ["Exam vouchers", "5", "5", "5"], ["Platform credits", "40", "60", "80"], ["Premier Support", "✓", "✓", "✓"],
        ]))
    #expect(
      grants == [
        "training_credit 12 day 2027-05-01..2028-04-30", "training_credit 9 day 2028-05-01..2029-04-30",
        "certification_voucher 5 voucher 2027-05-01..2030-04-30 fiscal_year × 3",
        "usage_credit 40000 credit 2027-05-01..2028-04-30", "usage_credit 60000 credit 2028-05-01..2029-04-30",
        "usage_credit 80000 credit 2029-05-01..2030-04-30", "support_plan 2027-05-01..2030-04-30",
      ])
  }

  @Test func datesAsHeadingsAndALineUnderTheTable() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2>"
        + TableSample.table([
          ["What", "1 May 2027 – 30 Apr 2028", "1 May 2028 – 30 Apr 2029", "1 May 2029 – 30 Apr 2030"],
          ["Consulting hours", "80", "40", "nil"], ["Developer sandboxes", "2", "2", "2"],
          ["Adoption fund (EUR)", "15,000", "10,000", ""],
        ]) + "<p>Whatever is unused at the end of a period lapses.</p>")
    #expect(
      grants == [
        "services_hours 80 hour 2027-05-01..2028-04-30 forfeited",
        "services_hours 40 hour 2028-05-01..2029-04-30 forfeited", "sandbox 2 sandbox 2027-05-01..2030-04-30",
        "success_fund value 15000 EUR 2027-05-01..2028-04-30 forfeited",
        "success_fund value 10000 EUR 2028-05-01..2029-04-30 forfeited",
      ])
  }

  @Test func halfYears() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2>"
        + TableSample.table([
          ["Item", "H1 2028", "H2 2028", "H1 2029"], ["Coaching sessions", "3", "3", "3"],
          ["Architect days", "4", "2", "0"],
        ]))
    #expect(
      grants == [
        "accelerator 3 session 2028-01-01..2029-06-30 half_year × 3",
        "services_hours 4 day 2028-01-01..2028-06-30", "services_hours 2 day 2028-07-01..2028-12-31",
      ])
  }

  @Test func yearsDownTheRows() {
    let grants = TableSample.grants(
      "<h2>2. Entitlements</h2><p>The following are provided at no charge in the year at the left:</p>"
        + TableSample.table([
          ["Contract Year", "Training seats", "Advisory, days"], ["1", "20", "6"], ["2", "20", "4"],
          ["3", "20", "none"],
        ]))
    #expect(
      grants == [
        "training_credit 20 seat fee 0 2027-05-01..2030-04-30 contract_year × 3",
        "services_hours 6 day fee 0 2027-05-01..2028-04-30", "services_hours 4 day fee 0 2028-05-01..2029-04-30",
      ])
  }

  /// The rows' marks carry what is paid, what is counted in, what they serve and until when.
  @Test func rowsByTheirMarks() {
    let result = TableSample.read(
      TableSample.order(
        "<h2>2. Year by year</h2><p>Rows marked * are in thousands of euro, the others in units. Only row A is "
          + "payable; the rest is thrown in.</p>"
          + TableSample.table([
            ["Row", "Year 1", "Year 2", "Year 3"], ["A. Consumption *", "90", "120", "150"],
            ["B. Classroom seats", "10", "6", "—"], ["C. Engineer, hours", "24", "24", "24"],
            ["D. Premium Support", "incl.", "incl.", "incl."],
          ])
          + "<p>Row C hours serve the migration of the weighing stations. Year 1 seats must be taken by 31 January "
          + "2028.</p><h2>3. End of a year</h2><p>Seats and hours that are not taken up in their Year are forfeited.</p>"
      ))
    #expect(
      result.entitlements.map(TableSample.line) == [
        "usage_credit value 90000 EUR fee 90000 2027-05-01..2028-04-30",
        "usage_credit value 120000 EUR fee 120000 2028-05-01..2029-04-30",
        "usage_credit value 150000 EUR fee 150000 2029-05-01..2030-04-30",
        "training_credit 10 seat fee 0 2027-05-01..2028-01-31 forfeited",
        "training_credit 6 seat fee 0 2028-05-01..2029-04-30 forfeited",
        "services_hours 24 hour fee 0 2027-05-01..2030-04-30 contract_year × 3 forfeited",
        "support_plan fee 0 2027-05-01..2030-04-30",
      ])
    #expect(result.entitlements[safe: 5]?.purpose == "migration of the weighing stations")
    #expect(result.facts.lineItems.isEmpty)
  }

  @Test func tranches() {
    let grants = TableSample.grants(
      "<h2>2. Cloud credits</h2><p>Supplier issues cloud credits to the Customer in these tranches:</p>"
        + TableSample.table([
          ["Tranche", "Credited on", "Face value"], ["1", "1 June 2027", "EUR 30,000"],
          ["2", "1 December 2027", "EUR 20,000"],
        ]) + "<p>Each tranche can be used for nine months from the day of its issue. What is left lapses.</p>")
    #expect(
      grants == [
        "usage_credit value 30000 EUR 2027-06-01..2028-02-29 forfeited",
        "usage_credit value 20000 EUR 2027-12-01..2028-08-31 forfeited",
      ])
  }

  /// What must be spent, and what may be bought, is granted by no one.
  @Test func spendingAndPriceListsGrantNothing() {
    let grants = TableSample.grants(
      "<h2>2. Spend</h2><p>Customer shall spend at least the following on cloud services:</p>"
        + TableSample.table([
          ["Year", "Minimum spend", "Discount"], ["1", "EUR 100,000", "5 %"], ["2", "EUR 150,000", "6 %"],
        ]) + "<h2>3. Price list for further services</h2>"
        + TableSample.table([["Service", "Price"], ["Training day", "EUR 900"], ["Exam voucher", "EUR 150"]]))
    #expect(grants.isEmpty)
  }

  /// A text table that stops for a clause and seems to go on in the next section is two.
  @Test func tablesOnEitherSideOfAClause() {
    let result = TableSample.read(
      """
      ORDER FORM T-7732

      Supplier         Farnholt Software Ltd
      Customer         Tarn Valley Dairies Ltd
      Order start      1 May 2027
      Order end        30 April 2030

       2. Spend
          2.1 Customer shall spend at least the following:

                  Year          Minimum spend      Discount
                  ----          -------------      --------
                  1             EUR 120,000            7 %
                  2             EUR 145,000            8 %

          2.2 If it spends less, Customer pays the difference.

       3. Cloud credits
          Farnholt issues cloud credits to Customer according to this calendar:

                  Tranche       Issued on             Face value
                  -------       ----------------      ----------
                  A             15 June 2027          EUR 8,000
                  B             15 December 2027      EUR 6,000

          Every tranche lives for nine months from the day of its issue.
      """, fileName: "order.txt")
    #expect(
      result.entitlements.map(TableSample.line) == [
        "usage_credit value 8000 EUR 2027-06-15..2028-03-14", "usage_credit value 6000 EUR 2027-12-15..2028-09-14",
      ])
  }

  @Test(arguments: [
    ("Year 2", TimePeriod.contractYears(2, 2)), ("Yr. 3", .contractYears(3, 3)), ("Y2", .contractYears(2, 2)),
    ("2nd Contract Year", .contractYears(2, 2)), ("Months 13–24", .contractYears(2, 2)),
    ("Months 1 to 6", .slice(1, months: 6, of: .term)), ("FY28", .fiscalYear(2028)), ("FY2028/29", .fiscalYear(2029)),
    ("2028", .calendarYear(2028)), ("1H 2028", .half(1, year: 2028)), ("Q3 2028", .quarter(3, year: 2028)),
    ("06/2027–05/2028", .between(.startOf(.month(6, year: 2027)), .endOf(.month(5, year: 2028)))),
  ])
  func headingsNamePeriods(words: String, period: TimePeriod) throws {
    let extractor = try #require(FactSample.extractor)
    let context = DocumentContext(DocumentReader.readPlainLine(words), extractor: extractor)
    #expect(ColumnPeriods(context: context).period(in: 0..<context.stream.count) == period)
  }

  @Test(arguments: ["Fee for Year 1", "Fee per year", "Price until 31 July 2028", "Quantity", "Total"])
  func otherHeadingsNameNone(words: String) throws {
    let extractor = try #require(FactSample.extractor)
    let context = DocumentContext(DocumentReader.readPlainLine(words), extractor: extractor)
    #expect(ColumnPeriods(context: context).period(in: 0..<context.stream.count) == nil)
  }

  @Test func oneCellOverSeveralYears() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2><table><tr><th>Item</th><th>Year 1</th><th>Year 2</th><th>Year 3</th></tr>"
        + "<tr><td>Training credits</td><td>90</td><td colspan=2>70</td></tr>"
        + "<tr><td>Exam vouchers</td><td colspan=3>8 in each year</td></tr>"
        + "<tr><td>Developer sandboxes</td><td colspan=3>2</td></tr></table>")
    #expect(
      grants == [
        "training_credit 90 credit 2027-05-01..2028-04-30", "training_credit 70 credit 2028-05-01..2030-04-30",
        "certification_voucher 8 voucher 2027-05-01..2030-04-30 contract_year × 3",
        "sandbox 2 sandbox 2027-05-01..2030-04-30",
      ])
  }
}
