// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Facts that stand in an unusual place or in other words.
@Suite struct FactWordingTests {
  private let head = "Supplier:  Pellucid Software LLC\nCustomer:  Nettle Bay Ferries Ltd\n\n"

  @Test(arguments: [
    (
      "ORDER FORM\nto the Ledger Agreement\n\nThis Order Form rests on the contract that both have made\n(the \"Agreement\").\n",
      DocumentType.order_form
    ),
    (
      "Pellucid Software LLC\n\nRe: Special terms to Order Form K-5520\n\nDear Ada,\n\nOnce signed, this letter amends Order Form K-5520.\n",
      .amendment
    ),
  ])
  func types(text: String, type: DocumentType) {
    #expect(FactSample.facts(text).type == type)
  }

  @Test(arguments: [
    ("ORDER FORM\n\nThis Order Form No. OF-NB-7731 is made by the parties.\n", "OF-NB-7731"),
    ("SALES ORDER\n\nSO#:  NB-88120\n", "NB-88120"),
  ])
  func numbers(text: String, number: String) {
    #expect(FactSample.facts(text).orderNumber == number)
  }

  @Test(arguments: [
    // A line of two days as far apart as the label says; what begins with the term is not the term.
    "Subscription Term: 12 months\n1 May 2031 to 30 April 2032\n\nSessions begin with the Subscription Term and expire on 31 October 2031.\n",
    "\"Subscription Start Date\" means 1 May 2031 and \"Subscription Term\" the twelve (12) months that begin on that date and end on 30 April 2032. Sandboxes run from the Subscription Start Date until 30 November 2031.\n",
    "7. BASE PERIOD\n05/01/2031 through 04/30/2032 (12 months)\n",
  ])
  func terms(clause: String) {
    let term = FactSample.facts("ORDER FORM K-5520\n\n" + head + clause).term
    #expect(term.start == FactSample.day("2031-05-01"))
    #expect(term.end == FactSample.day("2032-04-30"))
  }

  @Test func termBehindTheHeadingOfItsClause() {
    let facts = FactSample.facts(
      "SERVICES CONTRACT\n\nMade in duplicate this 3rd day of March, 2031\n\n1. Term. Two years: 1 May 2031 to 30 April 2033, both days included.\n"
    )
    #expect(facts.agreementDate == FactSample.day("2031-03-03"))
    #expect(facts.term.start == FactSample.day("2031-05-01"))
    #expect(facts.term.end == FactSample.day("2033-04-30"))
  }

  /// A year that may be had is no part of the term.
  @Test func optionYears() {
    let table = TableSample.table([
      ["Line", "Service", "Quantity", "Amount"], ["1", "Ledger Core (05/01/2031-04/30/2032)", "5", "$900.00"],
      ["2", "Ledger Core (05/01/2032-04/30/2033)", "5", "$900.00"],
      ["3", "OPTION Year 1 (05/01/2033-04/30/2034): Ledger Core", "5", "$950.00"],
    ])
    let facts = FactSample.facts(
      "<h1>ORDER FORM K-5520</h1><p>Customer: Nettle Bay Ferries Ltd</p>\(table)", fileName: "a.html")
    #expect(facts.term.end == FactSample.day("2033-04-30"))
  }

  @Test(arguments: [
    ("The subscription fee is $80,000 in each of the two contract years.", 80_000, 160_000),
    ("The licence fee is $45,000 for each of the two years.", 45_000, 90_000),
  ])
  func toldFees(clause: String, annual: Decimal, total: Decimal) {
    let term = "Order Start Date:  1 May 2031\nOrder End Date:  30 April 2033\n\n"
    let fees = FactSample.facts("ORDER FORM K-5520\n\n" + head + term + clause + "\n").fees
    #expect(fees.annual == annual)
    #expect(fees.total == total)
  }

  @Test func pricesOfCalendarYearsAndWorkThatIsBoughtOnce() {
    let fees = FactSample.facts(
      TableSample.order(
        TableSample.table([["Fee", "2027", "2028"], ["Ledger Core, all users", "EUR 700", "EUR 700"]])
          + TableSample.table([
            ["Item", "Qty", "Unit", "Amount"], ["Data consulting", "20", "HR", "EUR 3,000"],
            ["Virtual instructor training, day", "2", "DAY", "EUR 1,900"],
          ])), fileName: "a.html"
    ).fees
    #expect(fees.annual == 700)
    #expect(fees.total == 1400)
  }

  @Test func boxesOfAForm() {
    let box = "display:inline-block;width:46%"
    let facts = FactSample.facts(
      """
      <h1>DELIVERY ORDER</h1><div style="\(box)">1. ORDER NO.<br>DO-31-0773</div><div style="\(box)">2. CONTRACTOR<br>Pellucid
      Software LLC<br>4 Quay Row</div>
      """, fileName: "a.html")
    #expect(facts.orderNumber == "DO-31-0773")
    #expect(facts.vendor == "Pellucid Software LLC")
  }

  @Test func signedInBrackets() {
    let facts = FactSample.facts(
      "ORDER FORM K-5520\n\n\(head)Text of the order.\n\nPellucid Software LLC\n(signed) Ada Quill, Director\n3 May 2031\n\nNettle Bay Ferries Ltd\n(signed) Ben Marrow, Owner\n4 May 2031\n"
    )
    #expect(facts.signature.status == .executed)
  }
}
