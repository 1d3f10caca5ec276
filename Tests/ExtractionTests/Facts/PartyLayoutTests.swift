// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Parties without a legal form or away from their heads, numbers behind foreign signs, letters that are orders.
@Suite struct PartyLayoutTests {
  @Test(arguments: [
    (
      """
      TASK ORDER

      Task Order No.         TO-31-WD-331
      Date of order          September 14, 2031

      CONTRACTOR                              AGENCY (the "Board")
      Tarnbeck Systems Ltd                    Ebbland Board of Fisheries
      4 Quay Row                              9 Pier Road
      """, "Ebbland Board of Fisheries", "TO-31-WD-331"
    ),
    (
      """
      QUOTE TB-31-0117
      Tarnbeck Systems Ltd, 4 Quay Row, Hull
      To: Stichting Ebland, Havenstraat 3, Sneek
      """, "Stichting Ebland", "TB-31-0117"
    ),
    (
      """
      CLOUD ORDER no. TB-31-0118
      The supplier is Tarnbeck Systems Ltd, of Hull. The customer is the City of Lower Ebb, of 2 Town Square.
      """, "City of Lower Ebb", "TB-31-0118"
    ),
    (
      """
      ORDER FORM TB-31-0119
      Tarnbeck Systems Ltd

      For the University of Ebb:
      /s/ Nora Abba
      """, "University of Ebb", "TB-31-0119"
    ),
  ])
  func bodies(text: String, customer: String, number: String) {
    let facts = FactSample.facts(text)
    #expect(facts.vendor == "Tarnbeck Systems Ltd", "\(text)")
    #expect(facts.customer == customer, "\(text)")
    #expect(facts.orderNumber == number, "\(text)")
  }

  @Test func bracketsOnLinesOfTheirOwn() {
    let facts = FactSample.facts(
      """
      <html><body><h2>Tarnbeck France SAS</h2><p>3 rue Gréard, Paris</p><p>(the « Supplier »)</p>\
      <p>Laiteries Ebb SAS<br>route de Murat</p><p>(the « Client »)</p>\
      <table><tr><td>Order Form n°</td><td>TB-310120</td><td>Starts</td><td>01/06/2031</td></tr></table></body></html>
      """, fileName: "sample.html")
    #expect(facts.vendor == "Tarnbeck France SAS")
    #expect(facts.customer == "Laiteries Ebb SAS")
    #expect(facts.orderNumber == "TB-310120")
  }

  @Test(arguments: [
    ("LETTER AGREEMENT TB-1\n\nThis letter, once you have signed it, is our order form.", DocumentType.order_form),
    ("LETTER AGREEMENT TB-1\n\nThis letter says what each of us keeps secret.", .agreement),
    ("VARIATION AND EXTENSION AGREEMENT\n\nThe Order is extended.", .amendment),
    ("DEED OF VARIATION\n\nThe Order is extended.", .amendment),
  ])
  func types(text: String, type: DocumentType) {
    #expect(FactSample.facts(text).type == type, "\(text)")
  }

  @Test func aSumThatTheTermIsDefinedBy() {
    let knowledge = FactSample.read(
      "ORDER FORM TB-1\n\nThe “Core Fees” are what the products in lines 1 and 2 cost in a year, EUR 39,240.00."
    ).knowledge
    #expect(knowledge.definedAmounts["core fees"] == 39240)
  }

  @Test func aRampOfFeesByOrdinals() {
    let opening = "ORDER FORM TB-1\n\nTerm: 1 May 2031 to 30 April 2034\n\n"
    let ramp = "The fees are EUR 10,000 in the first, EUR 11,000 in the second and EUR 12,000 in the third year."
    #expect(FactSample.facts(opening + ramp).fees.total == 33000)
    let other = "The fees are EUR 10,000 in the first and EUR 12,000 in the third year."
    #expect(FactSample.facts(opening + other).fees.total == nil)
  }

  @Test func whatOnceWasIsNoFee() {
    let facts = FactSample.facts(
      """
      ORDER FORM TB-1

      Term: 1 May 2031 to 30 April 2034

      Product        Quantity   Annual fee before   Annual fee after
      Ledger Cloud        120       EUR 10,000.00      EUR 12,000.00
      Archive Cloud       120       EUR 20,000.00      EUR 22,000.00
      """)
    #expect(facts.fees.annual == 34000)
  }

  @Test func linesBetweenRowsOfDots() {
    let facts = FactSample.facts(
      """
      ORDER FORM TB-1

      Term: 1 May 2031 to 30 April 2033

          ........................................................
                                          Year One      Year Two
          ........................................................
          Ledger Cloud, 64 users          10,000.00     10,000.00
          Archive Cloud                    5,000.00      5,000.00
          ........................................................
          Fees                            15,000.00     15,000.00
          ........................................................
      """)
    #expect(facts.fees.annual == 15000)
    #expect(facts.fees.total == 30000)
  }
}
