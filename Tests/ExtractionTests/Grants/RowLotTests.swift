// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Rows that say in words how many a lot holds, that stand free under priced years, or what becomes of what is left.
@Suite struct RowLotTests {
  private static let whole = "2027-05-01..2030-04-30"

  @Test func lotsInWords() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Qty", "Total"], ["Class seats, sold by the dozen", "3", "2,700.00"],
        ["Exam vouchers, in fives", "4", "1,900.00"], ["Test sandbox x 3", "1", "900.00"],
        ["Fleet Cloud", "90", "9,000.00"],
      ]))
    #expect(
      found == [
        "training_credit 36 seat fee 2700 \(Self.whole)", "certification_voucher 20 voucher fee 1900 \(Self.whole)",
        "sandbox 3 sandbox fee 900 \(Self.whole)",
      ])
  }

  @Test func wordsThatAreNoLots() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Qty", "Total"], ["Training credits, sold by the hundred", "500", "900.00"],
        ["Exam vouchers, valid in hundreds of cities", "4", "360.00"],
        ["Training classes in tens of modules", "3", "900.00"],
      ]))
    #expect(
      found == [
        "training_credit 500 credit fee 900 \(Self.whole)", "certification_voucher 4 voucher fee 360 \(Self.whole)",
        "training_credit 3 class fee 900 \(Self.whole)",
      ])
  }

  @Test func lotsThatTheNameCounts() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Yr 1", "Yr 2", "Yr 3"], ["User fees", "€9,000", "€9,000", "€9,000"],
        ["Added API calls, 3 units of 2,000 per 24 hours", "€300", "€300", "€300"],
      ]))
    #expect(found == ["api_capacity 6000 call/day fee 900 \(Self.whole)"])
  }

  @Test func lotsToldTwice() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Qty", "Total"], ["3 blocks of 300 GB file storage", "3", "2,700.00"],
        ["Two packs of 40 training credits", "2", "900.00"], ["Fleet Cloud", "90", "9,000.00"],
      ]))
    #expect(
      found == ["storage 900 gb fee 2700 \(Self.whole)", "training_credit 80 credit fee 900 \(Self.whole)"])
  }

  @Test func rateInTheLabel() {
    let found = TableSample.grants(
      TableSample.table([["Item", "How much"], ["API calls per day", "70,000"], ["Training credits", "20"]]))
    #expect(found == ["api_capacity 70000 call/day \(Self.whole)", "training_credit 20 credit \(Self.whole)"])
  }

  @Test(arguments: [("–", "0"), ("-.-", "0"), ("in line 1", "0"), ("see rule 2", nil)])
  func priceThatIsNoFigure(price: String, fee: String?) {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Qty", "Total"], ["Fleet Cloud", "90", "9,000.00"], ["Training credits", "20", price],
      ]))
    #expect(found == ["training_credit 20 credit \(fee.map { "fee \($0) " } ?? "")\(Self.whole)"])
  }

  @Test func captionThatFrees() {
    let found = TableSample.grants(
      "<p>Items supplied without a price</p>"
        + TableSample.table([["Item", "Extent"], ["Training credits", "20"], ["Exam vouchers", "4"]]))
    #expect(
      found == [
        "training_credit 20 credit fee 0 \(Self.whole)", "certification_voucher 4 voucher fee 0 \(Self.whole)",
      ])
  }

  @Test func committedByTheYear() {
    let found = TableSample.grants(
      TableSample.table([
        ["Article", "Commit Year 1", "Commit Year 2"],
        ["Committed usage, paid on the first day", "€ 40,000", "€ 60,000"],
        ["Gold Support, 10% of the committed usage", "€ 4,000", "€ 6,000"],
      ]))
    #expect(
      found.filter { $0.hasPrefix("usage_credit value 40000") || $0.hasPrefix("usage_credit value 60000") }.count == 2)
    #expect(found.contains { $0.hasPrefix("support_plan fee 10000") })
  }

  @Test func aPlanOverItsYears() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Users", "Per year"], ["First contract year"], ["Fleet Cloud", "40", "40,000.00"],
        ["Premier Success Plan", "", "8,000.00"], ["Second contract year"], ["Fleet Cloud", "50", "50,000.00"],
        ["Premier Success Plan", "", "10,000.00"],
      ]))
    #expect(found == ["support_plan fee 18000 2027-05-01..2029-04-30"])
  }

  @Test func yearsInACell() {
    let found = TableSample.grants(
      TableSample.table([
        ["Extra", "Extent"], ["Consulting help", "30 hours in the first contract year, 15 hours in the second"],
        ["Test sandbox", "1"],
      ]))
    #expect(
      found.prefix(2) == [
        "services_hours 30 hour 2027-05-01..2028-04-30", "services_hours 15 hour 2028-05-01..2029-04-30",
      ])
  }

  @Test func freeInEveryYear() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Units", "Year 1", "Year 2", "Year 3"], ["Fleet Cloud", "90", "€9,000", "€9,000", "€9,000"],
        ["Partial Copy Sandbox", "1", "nil", "nil", "nil"],
      ]))
    #expect(found == ["sandbox 1 sandbox fee 0 \(Self.whole)"])
  }

  @Test func fateOfWhatIsLeft() {
    let found = TableSample.grants(
      TableSample.table([
        ["Entitlement", "Number", "Charge", "If not used"], ["Training seats", "20", "Free", "lost"],
        ["Consulting hours", "30", "2,400.00", "refunded"], ["Coaching sessions", "6", "Free", "carried over"],
        ["Exam vouchers", "5", "Free", "not refunded"],
      ]))
    #expect(
      found == [
        "training_credit 20 seat fee 0 \(Self.whole) forfeited",
        "services_hours 30 hour fee 2400 \(Self.whole) refundable",
        "accelerator 6 session fee 0 \(Self.whole) rolls_over",
        "certification_voucher 5 voucher fee 0 \(Self.whole) forfeited",
      ])
  }

  @Test func fatesThatAreNone() {
    let found = TableSample.grants(
      TableSample.table([
        ["Entitlement", "Number", "Charge", "If not used"], ["Training seats", "20", "Free", "lost unless extended"],
        ["Consulting hours", "30", "Free", "returned to Supplier"],
        ["Coaching sessions", "6", "Free", "carried forward, then lost"],
      ]))
    #expect(
      found == [
        "training_credit 20 seat fee 0 \(Self.whole) forfeited", "services_hours 30 hour fee 0 \(Self.whole) forfeited",
        "accelerator 6 session fee 0 \(Self.whole)",
      ])
    let counted = TableSample.grants(
      TableSample.table([
        ["Entitlement", "Number", "Charge", "Unused in 2030"], ["Training seats", "20", "Free", "2 lost"],
      ]))
    #expect(counted.allSatisfy { !$0.hasSuffix("forfeited") })
  }

  @Test func whatCountsBehindItsProduct() {
    let found = TableSample.grants(
      TableSample.table([
        ["Product", "From", "To", "No.", "€ in all"],
        ["Data storage (10 GB)", "1 May 2027", "30 April 2030", "4", "2,400.00"],
      ]))
    #expect(found == ["storage 40 gb fee 2400 \(Self.whole)"])
  }

  @Test func whatIsOnlyOffered() {
    let found = TableSample.grants(
      TableSample.table([
        ["Benefit", "How many", "Price"], ["Training seats", "20", "waived"],
        ["Full sandbox", "1", "€9,000 if ordered"],
      ]))
    #expect(found == ["training_credit 20 seat fee 0 \(Self.whole)"])
  }
}
