// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Tables of lines whose headings, cells and rows say in few signs what is bought, for how long and at what price.
@Suite struct LineTableTests {
  private func read(_ table: String) -> ExtractionResult {
    TableSample.read(
      """
      ORDER FORM T-7731

      Supplier:     Farnholt Software Ltd
      Customer:     Tarn Valley Dairies Ltd
      Order start:  1 May 2027
      Order end:    30 April 2030
      Currency:     EUR

      \(table)

      """, fileName: "order.txt")
  }

  private func grants(_ table: String) -> [String] { read(table).entitlements.map(TableSample.line) }

  @Test func aMonthlyTotalIsPaidForAsManyMonths() {
    let found = grants(
      """
      Pos.  Service             Qty   Monthly price each   Monthly total
      1     Herd Cloud          60    40.00                2,400.00
      2     Premium support     1     300.00               300.00
      """)
    #expect(found == ["support_plan fee 10800 2027-05-01..2030-04-30"])
  }

  @Test func whatAProductIncludesIsNotTimesItsUsers() {
    let found = grants(
      """
      Item                                          Qty   Unit price   Total price
      Herd Cloud, Dairy Edition (incl. 16 exam vouchers)   60    40.00        86,400.00
      Milk Planner                                  20    30.00        21,600.00
      """)
    #expect(found == ["certification_voucher 16 voucher fee 0 2027-05-01..2030-04-30"])
  }

  @Test func theNetPriceOfOneIsNoTotal() {
    let found = grants(
      """
      Product             Qty   List price   Discount   Net price   Annual net
      Herd Cloud users    50    1,200.00     10%        1,080.00    54,000.00
      Storage, 100 GB     4     600.00       0%         600.00      2,400.00
      """)
    #expect(found == ["storage 400 gb fee 7200 2027-05-01..2030-04-30"])
  }

  @Test(arguments: ["Y1|Y2|Y3", "CY1|CY2|CY3", "Yr 1|Yr 2|Yr 3", "Year 1|Year 2|Year 3"])
  func shortHeadingsOfYears(heads: String) {
    let years = heads.split(separator: "|").map { $0.padding(toLength: 12, withPad: " ", startingAt: 0) }.joined()
    let found = grants(
      """
      Row  What you get           \(years)Notes
      1    Herd Cloud seats, fee  64,000.00   88,000.00   104,000.00  160 / 220 / 260 seats
      2    Training credits       50          30          -           no charge
      3    Sandbox                1           1           1           included
      """)
    #expect(found.filter { $0.hasPrefix("training_credit") }.count == 2, "\(found)")
    #expect(found.contains { $0.hasPrefix("training_credit 30 credit") && $0.contains("2028-05-01..2029-04-30") })
    #expect(found.contains { $0.hasPrefix("sandbox 1 sandbox") && $0.contains("2027-05-01..2030-04-30") })
  }

  @Test func aShareOfARowIsAFee() {
    let result = read(
      """
      Row  Service                      Net per year
      1    Herd Cloud, 45 users         40,500.00
      2    Priority support             15% of row 1
      3    20 training days             12,000.00 (once)
      """)
    #expect(result.facts.fees.annual == 46575)
    let found = result.entitlements.map(TableSample.line)
    #expect(found.contains { $0.hasPrefix("training_credit 20 day") && $0.contains("fee 12000") }, "\(found)")
  }

  @Test func countsUnderYearsCostNothing() {
    let result = read(
      """
                                Year 1      Year 2      Year 3
      Herd Cloud                52,000.00   52,000.00   52,000.00
      Gold support plan         7,800.00    7,800.00    7,800.00
      API calls per day         10,000      20,000      20,000
      Training days             10          4           -
      """)
    #expect(result.facts.fees.annual == 59800)
    #expect(result.facts.fees.total == 179400)
    let found = result.entitlements.map(TableSample.line)
    #expect(found.contains { $0.hasPrefix("support_plan fee 23400") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("api_capacity 10000 call/day") }, "\(found)")
  }

  @Test func thePriceOfMoreIsNotWhatIsIncluded() {
    let found = grants(
      """
      Service              Included quantity     Overage price
      API calls per day    50,000                0.01 a call
      Sandboxes            3                     400.00 each
      """)
    #expect(found.contains { $0.hasPrefix("api_capacity 50000 call/day") && $0.contains("fee 0") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("sandbox 3 sandbox") && $0.contains("fee 0") }, "\(found)")
  }

  @Test func monthsOfYearsWithoutSpaces() {
    let found = grants(
      """
      Products          May 2027-Apr 2028   May 2028-Apr 2029   May 2029-Apr 2030
      Herd Cloud        EUR 90,000          EUR 108,000         EUR 126,000
      Data credits      250,000             300,000             350,000
      """)
    #expect(
      found.contains { $0.hasPrefix("usage_credit 300000 credit") && $0.contains("2028-05-01..2029-04-30") }, "\(found)"
    )
  }
}
