// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What one piece of a row holds, what a row is counted in, and what it costs by years or by a note.
@Suite struct RowMeasureTests {
  private static let whole = "2027-05-01..2030-04-30"

  @Test func whatOnePieceHolds() {
    let found = TableSample.grants(
      TableSample.table(
        [
          ["Item", "Sold by", "Quantity", "Annual fee"], ["Archive storage", "block of 64 GB", "4", "2,800.00"],
          ["Flex credits", "lot of 500", "6", "900.00"], ["Flex credits (1,500 credits)", "pack", "4", "700.00"],
          ["Flex credits", "EUR per contract year", "8,000", "8,000.00"],
        ].map { row in row.map { $0 == "Sold by" ? "Unit" : $0 } }))
    #expect(
      found == [
        "storage 256 gb fee 8400 \(Self.whole)", "usage_credit 3000 credit fee 2700 \(Self.whole)",
        "usage_credit 6000 credit fee 2100 \(Self.whole)",
        "usage_credit value 8000 EUR fee 24000 \(Self.whole) contract_year × 3",
      ])
  }

  @Test func lotsOfYears() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Year 1", "Year 2"], ["Data 360 credits, in lots of 1,000", "20", "30"],
      ]))
    #expect(
      found == [
        "usage_credit 20000 credit 2027-05-01..2028-04-30", "usage_credit 30000 credit 2028-05-01..2029-04-30",
      ])
  }

  @Test func pricesOfYears() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Number", "First Year €", "Second Year €", "Third Year €"],
        ["Fleet Cloud", "90", "9,000.00", "9,000.00", "9,000.00"],
        ["Archive storage (20 GB)", "3", "600.00", "600.00", "600.00"],
        ["Gold Support, 12% of the fleet fee", "–", "1,080.00", "1,080.00", "1,080.00"],
      ]))
    #expect(
      found == ["storage 60 gb fee 1800 \(Self.whole)", "support_plan fee 3240 \(Self.whole)"])
  }

  @Test func whatNotesSayOfPrices() {
    let struck = TableSample.grants(
      TableSample.table([
        ["Item", "Quantity", "Total"], ["Fleet Cloud", "90", "9,000.00"], ["Full Copy Sandbox", "2", "—"],
      ]) + "<p>A dash means that the item bears no fee.</p>")
    #expect(struck == ["sandbox 2 sandbox fee 0 \(Self.whole)"])
    let discounted = TableSample.grants(
      TableSample.table([
        ["Item", "Quantity", "List", "Discount", "Net"], ["Fleet Cloud", "90", "9,900", "10%", "8,910"],
        ["Full Copy Sandbox", "2", "1,200", "100%", "-"],
      ]))
    #expect(discounted == ["sandbox 2 sandbox fee 0 \(Self.whole)"])
  }

  @Test func aFundOverItsYears() {
    let found = TableSample.grants(
      TableSample.table([["Adoption fund", "Amount"], ["Year 1", "EUR 9,000"], ["Year 2", "EUR 6,000"]]))
    #expect(
      found == [
        "success_fund value 9000 EUR 2027-05-01..2028-04-30", "success_fund value 6000 EUR 2028-05-01..2029-04-30",
      ])
  }

  @Test(arguments: [
    ("Vendor supplies three packs of file storage of 40 GB each.", "storage 120 gb"),
    ("Client takes two blocks of 30 training credits each, free of charge.", "training_credit 60 credit | fee 0"),
    // Near misses
    ("Vendor supplies 40 GB of file storage for each user.", "storage 40 gb"),
  ])
  func piecesInAClause(clause: String, opening: String) {
    let found = GrantSample.lines(clause)
    #expect(found.count == 1 && found[0].hasPrefix(opening + " |"), "\(found)")
  }

  @Test(arguments: [
    ("Client has bought 60 consulting hours at USD 15,900.", "15900"),
    ("Client has bought 60 consulting hours at USD 90.", "5400"),
    ("Client takes 10 consulting days at USD 1,600 a day, i.e. USD 16,000.", "16000"),
  ])
  func ratesAndSums(clause: String, fee: String) {
    let found = GrantSample.lines(clause)
    #expect(found.count == 1 && found[0].contains("| fee \(fee) |"), "\(found)")
  }

  @Test(arguments: [
    ("A session that Client lets pass is not held in the next year.", "forfeited"),
    ("What was not held in one year is held in the next year.", "rolls_over"),
    ("Fees are non-refundable.", nil),
    ("Client may extend the subscription by twelve months.", nil),
    ("On request their validity may be extended by twelve months.", "extendable"),
  ])
  func whatBecomesOfSessions(clause: String, unused: String?) {
    let found = GrantSample.lines("In each Contract Year Client may attend four coaching sessions. \(clause)")
    #expect(found.count == 1)
    let last = found[0].split(separator: "|").last.map { $0.drop { $0 == " " } } ?? ""
    #expect(unused == nil ? last.contains("×") : last == unused ?? "", "\(found)")
  }

  @Test func creditsOfOneYearAreNoCredit() {
    #expect(GrantSample.lines("Training credits of one Contract Year cannot be used in another.").isEmpty)
  }
}
