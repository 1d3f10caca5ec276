// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// Terms that hang on another day, and labels in two languages.
@Suite struct RelativeTermTests {
  private func term(_ text: String) -> Term { FactSample.facts(text).term }

  @Test func aStartIsCountedFromANamedDay() {
    let term = term(
      """
      ORDER FORM NT-40217

      Effective Date:  17 January 2031
      Start Date:      fourteen days after the Effective Date
      Term:            twenty-four months
      """)
    #expect(term.start == FactSample.day("2031-01-31"))
    #expect(term.end == FactSample.day("2033-01-30"))
  }

  @Test func anOrderContinuesTheOneBefore() {
    let term = term(
      """
      RENEWAL ORDER NT-40217

      Renewing order: NT-30115 (which runs out on 30 November 2031)

      This order continues from the day after that order runs out and lasts for two years.
      """)
    #expect(term.start == FactSample.day("2031-12-01"))
    #expect(term.end == FactSample.day("2033-11-30"))
  }

  @Test func anAmendmentExtendsTheTerm() {
    let term = term(
      """
      AMENDMENT NO. 2 to Order Form NT-40217

      Under the Order Form the customer subscribes to the services from 1 April 2028 to 31 March 2031.

      The subscription term is extended by eighteen (18) months.
      """)
    #expect(term.start == FactSample.day("2028-04-01"))
    #expect(term.end == FactSample.day("2032-09-30"))
  }

  @Test func labelsStandInTwoLanguages() {
    let facts = FactSample.facts(
      """
      ORDER FORM NT-40217

      Lieferant / Supplier      Nettlewick Systems GmbH
      Kunde / Customer          Hospital of Saint Ostra
      Vertragsbeginn (Start)    1 May 2031
      Vertragsende (End)        30 April 2034
      """)
    #expect(facts.customer == "Hospital of Saint Ostra")
    #expect(facts.term.start == FactSample.day("2031-05-01"))
    #expect(facts.term.end == FactSample.day("2034-04-30"))
  }

  @Test func aFormWithoutATitleIsAnOrder() {
    let facts = FactSample.facts(
      """
      PARTICULARS

      Supplier ............ Nettlewick Systems Ltd
      Buyer ............... The Board of Ostra
      First Day ........... 1 May 2031
      Last Day ............ 30 April 2032
      """)
    #expect(facts.type == .order_form)
    #expect(facts.customer == "The Board of Ostra")
    #expect(facts.term.end == FactSample.day("2032-04-30"))
  }
}
