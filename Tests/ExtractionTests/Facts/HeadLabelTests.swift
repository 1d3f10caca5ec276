// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

/// Labels beside each other over the row of their values, labels with bars and bullets, and labels in pairs.
@Suite struct HeadLabelTests {
  private func facts(_ head: String) -> DocumentFacts {
    FactSample.facts("ORDER FORM\n\nSupplier: Tarnbeck Systems Ltd\nCustomer: Ostrava Glass plc\n\n" + head)
  }

  @Test func valuesStandBelow() {
    let facts = facts(
      """
      Order Form #     Sales Contact     Effective Date     Governing Law     Purchaser's PO
      NT-40217         Rajesh Menon      3 March 2031       Ohio              PO-7710

      Term: 1 April 2031 to 31 March 2033
      """)
    #expect(facts.orderNumber == "NT-40217")
    #expect(facts.effectiveDate == FactSample.day("2031-03-03"))
    #expect(facts.governingLaw == "Ohio")
  }

  @Test(arguments: [
    ("Valid from: 1 April 2031\nValid until: 31 March 2033", "2031-04-01", "2033-03-31"),
    ("From: 1 April 2031\nTo: 31 March 2033", "2031-04-01", "2033-03-31"),
    ("Licence valid from   1 April 2031\nLicence valid to     31 March 2033", "2031-04-01", "2033-03-31"),
    ("Effective start   1 April 2031\nEffective end     31 March 2033", "2031-04-01", "2033-03-31"),
    (
      "Reference: NT-40217 | Term begins: 1 April 2031\nTerm ends: 31 March 2033 | Currency: GBP", "2031-04-01",
      "2033-03-31"
    ),
    ("• Order Number NT-40217\n\n• Start Date 1 April 2031\n\n• End Date 31 March 2033", "2031-04-01", "2033-03-31"),
    ("Effective Date: 1 April 2031\nAgreed duration: Effective Date plus 24 months", "2031-04-01", "2033-03-31"),
    (
      "Effective Date: 3 March 2031\nTerm ............................ 4/1/2031 through 3/31/2033, inclusive",
      "2031-04-01", "2033-03-31"
    ),
    ("Effective Date: 03/03/2031\n\nPeriod of use\n04/15/2031 to 04/14/2033 (24 months)", "2031-04-15", "2033-04-14"),
  ])
  func daysOfTheTerm(head: String, start: String, end: String) {
    let term = facts(head).term
    #expect(term.start == FactSample.day(start))
    #expect(term.end == FactSample.day(end))
  }

  @Test func anOffersLastDayIsNotTheTerms() {
    let term = facts("Valid until: 31 March 2031\n\nStart Date: 1 April 2031\nTerm: 12 months").term
    #expect(term.end == FactSample.day("2032-03-31"))
  }

  @Test func aNameInQuotationMarksIsNoLabel() {
    let facts = FactSample.facts(
      """
      ORDER FORM NT-40217

      This order form is entered into by Tarnbeck Systems Ltd (“Supplier”) and
      Town of Ostrava Falls (“Customer”).

      Payment Terms: Net 30
      """)
    #expect(facts.customer == "Town of Ostrava Falls")
  }

  @Test func aLineThatGoesOnASentenceIsNoLabel() {
    let term = facts(
      """
      1. The subscription term begins on 1 April 2031 and continues for 24 months.

      2. Customer receives forty training days, free of charge, valid for the
      Subscription Term. 30 consulting hours are available for six months.
      """
    ).term
    #expect(term.months == 24)
    #expect(term.end == FactSample.day("2033-03-31"))
  }

  @Test func theNextSentenceSaysNothingOfTheTerm() {
    let term = facts(
      """
      Customer receives forty training days, valid for the Subscription Term. Supplier provides ten exam vouchers,
      which must be redeemed within nine months.

      Service           Start          End             Qty     Total
      Ledger Cloud      1 April 2031   31 March 2033   10      GBP 4,800.00
      """
    ).term
    #expect(term.end == FactSample.day("2033-03-31"))
  }

  @Test func rolesAreNamedWithWordsForWhoFillsThem() {
    let facts = FactSample.facts(
      """
      ORDER FORM NT-40217

      Client company            Ostrava Glass plc
      Vendor full legal name    Tarnbeck Systems Ltd
      Order date                3 March 2031
      """)
    #expect(facts.customer == "Ostrava Glass plc")
    #expect(facts.vendor == "Tarnbeck Systems Ltd")
  }

  @Test(arguments: [
    "Order 18th", "The term renews for 12-month terms", "Amendment made by Quill, with offices at 2200 Dock Road",
  ])
  func countsAreNoNumbers(line: String) {
    #expect(FactSample.facts("AMENDMENT\n\n\(line)\n\nSupplier: Tarnbeck Systems Ltd\n").orderNumber == nil)
  }
}
