// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times that are said of a group of grants, by its heading, its line in the table, a word in its cells, its price, or
/// what the document calls it.
@Suite struct GroupTimeTests {
  private func ends(_ body: String) -> [String] {
    TableSample.read(TableSample.order(body)).entitlements.map { $0.validity.end?.description ?? "?" }
  }

  @Test func groupLineOfTable() {
    let table = TableSample.table([
      ["Item", "Qty"], ["Starter gifts"], ["Training credits", "40"], ["Consulting hours", "25"], ["Lasting gifts"],
      ["Full sandbox", "1"],
    ])
    #expect(
      ends(table + "<p>Starter gifts are to be used by 30 June 2028; lasting gifts are there for the whole term.</p>")
        == ["2028-06-30", "2028-06-30", "2030-04-30"])
  }

  @Test func wordInCells() {
    let table = TableSample.table([
      ["Item", "Qty", "Remark"], ["Training credits", "40", "Opening bonus"], ["Full sandbox", "1", "Permanent bonus"],
    ])
    #expect(ends(table + "<p>An opening bonus is withdrawn on 31 May 2028.</p>") == ["2028-05-31", "2030-04-30"])
  }

  @Test func headingOverTable() {
    let table = TableSample.table([["Item", "Qty"], ["Training credits", "40"], ["Consulting hours", "25"]])
    #expect(
      ends(
        "<h2>Welcome Package</h2>\(table)<h2>Rules</h2>"
          + "<p>Amounts are without VAT. The Welcome Package is for use in the first year of the term.</p>")
        == ["2028-04-30", "2028-04-30"])
  }

  @Test func itemsByPrice() {
    let table = TableSample.table([
      ["Item", "Qty", "Price"], ["Training credits", "40", "EUR 0.00"], ["Consulting hours", "25", "EUR 5,000.00"],
    ])
    #expect(ends(table + "<p>Items priced at EUR 0.00 end on 31 May 2028.</p>") == ["2028-05-31", "2030-04-30"])
  }

  @Test(arguments: [
    "Any incentive that has not been consumed by 31 May 2028 is forfeited.",
    "No entitlement granted in this order survives 31 May 2028.",
    "The above is available until 31 May 2028.",
    "Both go away on 31 May 2028.",
    "Unless this order says otherwise, grants end on 31 May 2028.",
  ])
  func allTogether(sentence: String) {
    #expect(
      ends("<p>Supplier grants 40 training credits.</p><p>Supplier grants 9 exam vouchers.</p><p>\(sentence)</p>")
        == ["2028-05-31", "2028-05-31"])
  }

  @Test(arguments: [
    "If Customer ends the order early, any incentive left on 31 May 2028 is forfeited.",
    "The price of any incentive is held until 31 May 2028.",
  ])
  func ofOtherMatters(sentence: String) {
    #expect(
      ends("<p>Supplier grants 40 training credits.</p><p>Supplier grants 9 exam vouchers.</p><p>\(sentence)</p>").first
        == "2030-04-30")
  }

  @Test func exception() {
    #expect(
      ends(
        "<p>3. Supplier grants 40 training credits and one full sandbox.</p>"
          + "<p>4. Everything listed in 3 ends on 31 May 2028, except the sandbox, which stays for the whole term.</p>")
        == ["2028-05-31", "2030-04-30"])
  }

  @Test func rowsOfTheTermAreNotTheirs() {
    let table = TableSample.table([["Item", "Qty"], ["Training credits", "40"]])
    #expect(
      ends(
        "<p>Subscription period: 1 May 2027 to 30 April 2030</p>\(table)<p>The above is usable until 31 May 2028.</p>")
        == ["2028-05-31"])
  }

  @Test func keyOfLetters() {
    let table = TableSample.table([
      ["Item", "Qty", "Use"], ["Training credits", "40", "A"], ["Exam vouchers", "9", "B"], ["Full sandbox", "1", "C"],
    ])
    #expect(
      ends(table + "<p>Use: A = first twelve months; B = until 31 May 2029; C = whole term.</p>")
        == ["2028-04-30", "2029-05-31", "2030-04-30"])
  }

  @Test func rowsByPlace() {
    let table = TableSample.table([
      ["Item", "Qty"], ["Training credits", "40"], ["Exam vouchers", "9"], ["Consulting hours", "25"],
    ])
    #expect(
      ends("<p>What stands in the first row and the last row ends on 31 May 2028.</p>" + table)
        == ["2028-05-31", "2030-04-30", "2028-05-31"])
  }

  @Test func rowsByCode() {
    let table = TableSample.table([
      ["Ref", "Item", "Qty"], ["K-1", "Training credits", "40"], ["K-2", "Exam vouchers", "9"],
    ])
    #expect(
      ends(table + "<p>Limits: K-1, 12 months; K-2, 18 months; each from the order start.</p>")
        == ["2028-04-30", "2028-10-31"])
  }

  @Test func ownDayBeforeDefault() {
    let table = TableSample.table([
      ["Item", "Qty", "Valid until"], ["Training credits", "40", ""], ["Exam vouchers", "9", "31 May 2029"],
    ])
    #expect(
      ends("<p>All items below end on 31 May 2028 unless the table says otherwise.</p>" + table)
        == ["2028-05-31", "2029-05-31"])
  }

  @Test func marksInLine() {
    #expect(
      ends(
        "<p>Supplier grants, at no charge, (i) 24 training credits, (ii) 10 exam vouchers and (iii) a full sandbox.</p>"
          + "<p>Items (i) and (ii) can be redeemed until 31 May 2028.</p>")
        == ["2028-05-31", "2028-05-31", "2030-04-30"])
  }

  @Test func numbersThatOpen() {
    #expect(
      ends(
        "<p>5.1 30 training credits are granted.</p><p>5.2 18 consulting hours are granted.</p>"
          + "<p>6.1 5.1 is limited to the first year. 5.2 is limited to the first two years.</p>")
        == ["2028-04-30", "2029-04-30"])
  }

  @Test func namesGivenInOneSentence() {
    #expect(
      ends(
        "<p>Supplier grants 24 training credits (\"Plan A\") and 6 exam vouchers (\"Plan B\").</p>"
          + "<p>Plan B ends on 31 May 2028.</p>") == ["2030-04-30", "2028-05-31"])
  }

  @Test func anythingOfThis() {
    #expect(
      ends(
        "<p>Supplier grants 24 training credits and 6 exam vouchers.</p>"
          + "<p>Anything you have not used of this by 31 May 2028 is gone.</p>") == ["2028-05-31", "2028-05-31"])
  }

  @Test func numberedRemarks() {
    let table = TableSample.table([
      ["Item", "Qty", "Remarks"], ["Training credits", "40", "1"], ["Full sandbox", "1", "2"],
    ])
    #expect(
      ends(table + "<p>Remarks: 1 – expires on 31 May 2028. 2 – is hosted in Oslo.</p>") == [
        "2028-05-31", "2030-04-30",
      ])
  }

  @Test func withheldYear() {
    let grants = TableSample.grants(
      "<p>Supplier grants 90 flex credits per contract year.</p>"
        + "<p>Flex credits are not granted for the last contract year.</p>")
    #expect(grants == ["usage_credit 90 credit 2027-05-01..2029-04-30 contract_year × 2"])
  }
}
