// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// The document's own number under its many labels, and numbers that are another's.
@Suite struct OrderNumberTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var head: String
    var number: String
    var testDescription: String { head }
  }

  @Test(arguments: [
    Case(head: "Ordering Document for Ledger Cloud — OD-77120", number: "OD-77120"),
    Case(head: "ORDER FORM\n\nOur ref.:   NW-5521-A\nYour ref.:  PO/2291", number: "NW-5521-A"),
    Case(head: "Order Form\nContract ref.     NW-0091-7", number: "NW-0091-7"),
    Case(head: "Order Form\nDeal desk ref. Q-081199", number: "Q-081199"),
    Case(head: "Capacity Schedule\n\nVendor reference\n0220774\n", number: "0220774"),
    Case(head: "ORDER FORM No. 00417722.0\nto the Master Services Agreement", number: "00417722.0"),
    Case(head: "RENEWAL ORDER\nrenewing Order Form Q-061203                          Q-083905", number: "Q-083905"),
    Case(head: "Order Form\nSupplier registered in England, no. 05091183\nDeal ID: D-22871", number: "D-22871"),
    Case(head: "SALES ORDER\nSales Order No.     DR447190     Seller   Tarnbeck Systems Ltd", number: "DR447190"),
    Case(head: "ORDER FORM\nQ-08288016 | Tarnbeck Systems Ltd, 4 Dock Road", number: "Q-08288016"),
    Case(head: "Order Form [SF-2031-118]", number: "SF-2031-118"),
    Case(head: "Renewal Order Form\n\nK-55671230 (previous order form: K-33110042)", number: "K-55671230"),
    Case(head: "Subject:  Your offer for the portal [Q-2231-B]\n\nQUOTE", number: "Q-2231-B"),
  ])
  func numberIsRead(of sample: Case) {
    let facts = FactSample.facts(
      sample.head + "\n\nTarnbeck Systems Ltd supplies Ostrava Glass plc.\nTerm: 1 May 2031 to 30 April 2034\n")
    #expect(facts.orderNumber == sample.number)
    #expect(facts.type == (sample.head.contains("QUOTE") ? .quote : .order_form))
  }

  @Test(arguments: ["Order Form\n\nYour ref.:  PO/2291", "Order Form\n\nPurchase order no.   HG-2611"])
  func numbersOfOthersAreNot(head: String) {
    #expect(FactSample.facts(head + "\n\nTarnbeck Systems Ltd supplies Ostrava Glass plc.\n").orderNumber == nil)
  }

  /// A whole paragraph in one line is no title: what stands far in it is an address.
  @Test func postalCodesOfPreamblesAreNot() {
    let preamble =
      "This agreement is made between Tarnbeck Systems Ltd and Ostrava Glass plc, whose boards met on the day before "
      + "the first of the month and found that they have the same ends in mind, and who for that reason and for no "
      + "other wish to work with one another from now on in all that is told below, and who — the one "
      + "at Rua Um 7, Guara, Cep 41700-112, and the other at Hull — agree as follows."
    #expect(FactSample.facts("Distribution\n\n" + preamble + "\n").orderNumber == nil)
  }
}
