// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

/// Layouts other than the order form with a colon behind each label.
@Suite struct FurtherLayoutTests {
  @Test func contractBetweenTwoNamesTellsWhoSupplies() {
    let facts = FactSample.facts(
      """
      CLOUD ORDER TK-4471-M

      between Quarrow Mills AG, Seestrasse 9, Thun ("Quarrow") and Belvane Foods AG, Chur ("Belvane")

      Start of contract      1 May 2031
      End of contract        30 April 2034

      1. Belvane ordered under the Quarrow Main Terms that Belvane accepted on 3 March 2028. Quarrow provides the \
      service. Quarrow invoices yearly. Belvane pays in advance.
      2. The contract ends on the day stated above without notice being needed.
      """)
    #expect(facts.type == .order_form)
    #expect(facts.orderNumber == "TK-4471-M")
    #expect(facts.vendor == "Quarrow Mills AG")
    #expect(facts.customer == "Belvane Foods AG")
    #expect(facts.agreementDate == nil)
    #expect(facts.term.months == 36)
    #expect(facts.term.autoRenews == false)
  }

  @Test func datesOfMentionedTermsAreNotItsOwn() {
    let facts = FactSample.facts(
      """
      ORDER SCHEDULE PV-8813

      This Order Schedule is between Pellavine, Inc. ("Pellavine") and Okert Rail LLC ("Okert") and is subject to the \
      Pellavine Terms at the version of May 1, 2030. It becomes effective on July 1, 2031 and runs for twenty-four (24) \
      months, to June 30, 2033.
      """)
    #expect(facts.agreementDate == nil)
    #expect(facts.effectiveDate == FactSample.day("2031-07-01"))
    #expect(facts.term.end == FactSample.day("2033-06-30"))
    #expect(facts.term.months == 24)
  }

  @Test func changeToAnOrderIsAnAmendment() {
    let facts = FactSample.facts(
      """
      Change 2 to Renewal Order HX-2207-B

      Hexelle, Inc. and Marrow Point Transit LLC change Renewal Order HX-2207-B with effect from the Transition Date, \
      May 1, 2031.
      """)
    #expect(facts.type == .amendment)
    #expect(facts.orderNumber == nil)
    #expect(facts.amends == ["HX-2207-B"])
    #expect(facts.effectiveDate == FactSample.day("2031-05-01"))
  }

  @Test func numberAtTheEndOfTheTitleLineAndTermUnderItsHeading() {
    let facts = FactSample.facts(
      """
      PRICING ADDENDUM                                 HA-2031-07

      1. Commitment Period. Twenty-four months beginning on June 1, 2031 and ending on
         May 31, 2033.

      2. The offer lapses if Customer has not signed it by May 9, 2031.
      """)
    #expect(facts.orderNumber == "HA-2031-07")
    #expect(facts.agreementDate == nil)
    #expect(facts.term.start == FactSample.day("2031-06-01"))
    #expect(facts.term.end == FactSample.day("2033-05-31"))
  }

  @Test(arguments: [
    "Transition Date:     July 1, 2031\nExpires:             June 30, 2034",
    "Coverage Start July 1, 2031 Coverage End June 30, 2034",
    "Begin of contract:   July 1, 2031\nLength of term:      36 months",
  ])
  func termsHaveManyNames(lines: String) {
    let facts = FactSample.facts(
      "REPLACEMENT ORDER NB-118-R\n\nInstitution:         Ferry Lane University\n\(lines)\n"
        + "Replaces:            Order NB-118 of May 2, 2028\n")
    #expect(facts.orderNumber == "NB-118-R")
    #expect(facts.customer == "Ferry Lane University")
    #expect(facts.term.start == FactSample.day("2031-07-01"))
    #expect(facts.term.end == FactSample.day("2034-06-30"))
  }
}
