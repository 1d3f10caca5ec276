// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Rows that give a product for nothing, rows whose products only sound like grants, and bare figures that are money.
@Suite struct FreeRowTests {
  private static let whole = "2027-05-01..2030-04-30"

  @Test func freeProducts() {
    let table = TableSample.table([
      ["Item", "Qty", "Unit price", "Total"], ["Dairy Cloud", "40 users", "90.00", "43,200.00"],
      ["Herd Board [a]", "60 users", "0.00", "0.00"],
    ])
    let found = TableSample.grants(table + "<p>[a] May 1 - October 31, 2027, at no charge.</p>")
    #expect(found == ["complimentary_product 60 user fee 0 2027-05-01..2027-10-31"])
  }

  @Test func monthsThatAreFree() {
    let table = TableSample.table([
      ["Sweetener", "How much", "When"],
      ["Early access to Herd Board", "2 months, no charge, all 40 users", "1 March 2027 to 30 April 2027"],
      ["Coaching", "6 sessions, part of the Dairy Cloud price", "contract year 1"],
    ])
    let found = TableSample.grants("<h2>Sweeteners</h2>" + table)
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("complimentary_product") && found[0].hasSuffix("fee 0 2027-03-01..2027-04-30"))
    #expect(found[1] == "accelerator 6 session fee 0 2027-05-01..2028-04-30")
  }

  @Test(arguments: [
    ["Credit Recovery (course software)", "1", "19,000.00"], ["Voucher Manager (meal vouchers)", "1", "3,200.00"],
    ["Storage Gateway", "2", "800.00"], ["Training Portal", "1", "4,000.00"],
  ])
  func namesOfProducts(row: [String]) {
    let table = TableSample.table([["Item", "Qty", "Total"], ["Dairy Cloud, users", "40", "43,200.00"], row])
    #expect(TableSample.grants(table).isEmpty)
  }

  @Test func figuresWithoutASign() {
    let table = TableSample.table([
      ["Item", "Year 1", "Year 2", "Year 3"], ["Success fund", "6,000", "4,000", "–"],
      ["Compute consumption commitment (prepaid)", "80,000", "90,000", "90,000"],
    ])
    let found = TableSample.grants("<p>All amounts in EUR.</p>" + table)
    #expect(
      found.prefix(2) == [
        "success_fund value 6000 EUR 2027-05-01..2028-04-30", "success_fund value 4000 EUR 2028-05-01..2029-04-30",
      ])
    #expect(found.dropFirst(2).first?.hasPrefix("usage_credit value 80000 EUR") == true)
  }

  @Test func timesOfASize() {
    let table = TableSample.table([
      ["Item", "Year 1", "Year 2", "Year 3"], ["File storage, 50 GB × 4", "€1,600", "€1,600", "€1,600"],
    ])
    #expect(TableSample.grants(table).first?.hasPrefix("storage 200 gb") == true)
  }

  @Test(arguments: [
    "Data 360", "Dynamics 365",
  ])
  func figuresOfNames(product: String) {
    let table = TableSample.table([
      ["Sweetener", "How much"], ["Migration credit", "EUR 9,500, good against \(product) consumption"],
    ])
    #expect(TableSample.grants(table) == ["usage_credit value 9500 EUR \(Self.whole)"])
  }

  @Test func signsOfNotes() {
    let table = TableSample.table([
      ["Item", "Year 1", "Year 2", "Year 3", "Notes"], ["Training credits", "50", "30", "–", "† ‡"],
      ["Adoption fund", "€15,000", "–", "–", "¶"], ["Sandbox tenant", "1", "1", "1", "‡"],
    ])
    let notes =
      "<p>† Not used in its year: forfeited.</p><p>‡ Already in the fees of table A; no separate price.</p>"
      + "<p>¶ For crew champions. The unclaimed rest of a year is forfeited.</p>"
    let found = TableSample.grants(table + notes)
    #expect(
      found == [
        "training_credit 50 credit fee 0 2027-05-01..2028-04-30 forfeited",
        "training_credit 30 credit fee 0 2028-05-01..2029-04-30 forfeited",
        "success_fund value 15000 EUR 2027-05-01..2028-04-30 forfeited", "sandbox 1 sandbox fee 0 \(Self.whole)",
      ])
  }

  @Test func notesByTheNumberOfTheirLine() {
    let table = TableSample.table([
      ["Sl.", "Item", "Order Year 1", "Order Year 2"], ["1", "Lumen exam vouchers", "5; nil charge", "–"],
      ["2", "Lumen Academy passes", "10; nil charge", "5; nil charge"],
    ])
    let notes =
      "<p>Notes on items:</p><p>Sl. 1: Use before 1 February 2028. Lapsed vouchers are not replaced.</p>"
      + "<p>Sl. 2: One pass is for one person.</p>"
    let found = TableSample.grants(table + notes)
    #expect(found.first == "certification_voucher 5 voucher fee 0 2027-05-01..2028-01-31 forfeited")
    #expect(found.count == 3)
  }
}
