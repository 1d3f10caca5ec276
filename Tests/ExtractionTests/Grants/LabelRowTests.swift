// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Tables whose first column names what is granted and whose second says how much, with few headings or none.
@Suite struct LabelRowTests {
  @Test func namesAndAmountsWithoutHeadings() {
    let found = TableSample.grants(
      TableSample.table(
        [
          ["Adoption fund", "€9,000, from 1 June 2027 to 31 May 2028"],
          ["Coaching", "6 sessions until 30 April 2028"],
          ["Support", "Gold, whole term"], ["Success manager", "Ines Varga"], ["Storage", "see Section 4"],
        ], isHeaded: false))
    #expect(
      found == [
        "success_fund value 9000 EUR 2027-06-01..2028-05-31", "accelerator 6 session 2027-05-01..2028-04-30",
        "support_plan 2027-05-01..2030-04-30",
      ])
  }

  @Test func aRowOfHeadingsThatLooksLikeAnyOther() {
    let found = TableSample.grants(
      TableSample.table(
        [["What", "How much"], ["Consulting", "90 hours"], ["Exam vouchers", "15"], ["Support", "Premier"]],
        isHeaded: false))
    #expect(
      found == [
        "services_hours 90 hour 2027-05-01..2030-04-30", "certification_voucher 15 voucher 2027-05-01..2030-04-30",
        "support_plan 2027-05-01..2030-04-30",
      ])
  }

  @Test(arguments: [("Days", "day"), ("Hours", "hour")])
  func aHeadingThatIsTheUnit(heading: String, unit: String) {
    let found = TableSample.grants(
      TableSample.table([
        ["Service", heading, "Rate", "Amount"], ["Implementation consulting", "18", "900.00", "16,200.00"],
        ["On-site training", "5", "750.00", "3,750.00"],
      ]))
    #expect(
      found == [
        "services_hours 18 \(unit) fee 16200 2027-05-01..2030-04-30",
        "training_credit 5 \(unit) fee 3750 2027-05-01..2030-04-30",
      ])
  }

  @Test func headingsInOtherTongues() {
    let found = TableSample.grants(
      TableSample.table([
        ["Produkt", "Antal", "Pris"], ["Fleet Cloud", "75", "1,890.00"], ["Full Copy Sandbox", "2", "0.00"],
        ["Exam vouchers", "8", "640.00"],
      ]))
    #expect(
      found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "sandbox 2", "certification_voucher 8",
      ])
  }
}
