// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Clauses and tables that remember, offer or deny, beside near misses that grant.
@Suite struct HistoryTests {
  @Test(arguments: [
    "The pilot included five sandboxes, all of which have been shut down.",
    "Ten training credits that were part of the 2024 order lapsed on 31 March 2025.",
    "Marrow & Finch described a success fund of USD 9,000.",
    "The success fund of the first schedule (USD 9,000) closed on 31 December 2025.",
    "Nettle Bay considered buying 50 consulting hours but did not.",
  ])
  func whatWas(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty, "\(clause)")
    #expect(!GrantSample.reasons(clause).isEmpty, "\(clause)")
  }

  @Test(arguments: [
    ("Supplier grants 40 training credits for the clerks who were hired in 2025.", "training_credit 40 credit"),
    ("Client bought 40 consulting hours for USD 8,000.", "services_hours 40 hour"),
    ("Supplier provides five exam vouchers for Tableau Certified Data Analyst.", "certification_voucher 5 voucher"),
    ("Thirty training credits granted free of charge.", "training_credit 30 credit"),
  ])
  func whatIs(clause: String, opening: String) {
    let found = GrantSample.lines(clause)
    #expect(found.count == 1 && found[0].hasPrefix(opening), "\(found)")
  }

  /// What became of an earlier grant says nothing of the rows that share a noun with it.
  @Test func theRestOfAnEarlierGrant() {
    let table = TableSample.table([["Schedule", "Quantity"], ["Training credits", "40"]])
    let before = "<p>Of the 900 credits of 2023 none remain, and the fund of EUR 9,000 has been paid out in full.</p>"
    #expect(TableSample.grants(table) == TableSample.grants(table + before))
  }

  @Test func tablesOfThePastAndOfOffers() {
    let rows = [["Training credits", "40"], ["Consulting hours", "20 hours"]]
    #expect(TableSample.grants(TableSample.table([["Previous schedule", "Quantity"]] + rows)).isEmpty)
    #expect(TableSample.grants(TableSample.table([["Further modules (not ordered)", "Quantity"]] + rows)).isEmpty)
    #expect(TableSample.grants(TableSample.table([["Schedule", "Quantity"]] + rows)).count == 2)
  }

  @Test func aTableThatGoesOnUnderOffers() {
    let text = """
      A. SUPPLIES

      CLIN   Description                  Qty   Unit         Amount
      ----   -------------------------   ----   ----   ------------
      0001   Fleet Cloud                   20   user      $9,000.00
      0002   Exam vouchers                  6   each        $600.00

      B. OPTION ITEMS (for information)

      CLIN   Description                  Qty   Unit         Amount
      ----   -------------------------   ----   ----   ------------
      1001   Training credits              20   each      $2,000.00
      1002   Consulting hours              10   hour      $1,500.00
      """
    let found = GrantSample.lines(text)
    #expect(found.count == 1 && found[0].hasPrefix("certification_voucher 6"), "\(found)")
  }

  @Test(arguments: [
    ("Supplier grants 20 training credits; the platform fee takes these into account.", "fee 0"),
    ("Supplier grants 20 training credits at Marrow & Finch's expense.", "fee 0"),
    ("Supplier waives its day rate for eight days of consulting.", "fee 0"),
    ("The price for 20 exam vouchers is USD 3,000.", "fee 3000"),
    ("The price of the 60 training credits has been agreed at USD 5,400.", "fee 5400"),
  ])
  func prices(clause: String, fee: String) {
    let found = GrantSample.lines(clause)
    #expect(found.count == 1 && found[0].contains("| \(fee) |"), "\(found)")
  }

  @Test func whatTheCustomerPaysForIsNotFree() {
    let found = GrantSample.lines("Nettle Bay attends ten coaching sessions at Nettle Bay's expense.")
    #expect(!found.contains { $0.contains("fee 0") })
  }

  @Test func aSentenceThatFreesARow() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Quantity", "Total"], ["Fleet Cloud", "90", "9,000.00"], ["Partial Copy Sandbox", "2", ""],
      ]) + "<p>Invoices fall due in May. The Partial Copy Sandboxes bear no fee.</p>")
    #expect(found == ["sandbox 2 sandbox fee 0 2027-05-01..2030-04-30"])
  }

  @Test func columnsThatAreMultiples() {
    let found = TableSample.grants(
      TableSample.table([
        ["Produkt", "Antal", "Per avtalsår", "Hela perioden"], ["Fleet Cloud", "90", "9 000", "27 000"],
        ["Full Copy Sandbox", "2", "600", "1 800"],
      ]))
    #expect(found == ["sandbox 2 sandbox fee 1800 2027-05-01..2030-04-30"])
  }
}
