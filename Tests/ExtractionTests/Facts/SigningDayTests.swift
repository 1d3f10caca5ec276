// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// Terms that begin on the day on which the last party signs.
@Suite struct SigningDayTests {
  private static let signatures = """


    Tarnbeck Systems Ltd                  Ostrava Glass plc
    By: /s/ Rajesh Menon                  By: /s/ Fay Carter
    Name: Rajesh Menon                    Name: Fay Carter
    Date: 11 March 2031                   Date: 14 March 2031
    """

  private func term(_ clause: String, signatures: String = Self.signatures) -> Term {
    FactSample.facts(
      "ORDER FORM NT-40217\n\nSupplier: Tarnbeck Systems Ltd\nCustomer: Ostrava Glass plc\n\n" + clause + signatures
    ).term
  }

  @Test(arguments: [
    "The order has a term of twenty-four (24) months from the date of last signature.",
    "The term of this order starts when both parties have signed and lasts for 24 months.",
    "On the date of the last signature the subscription begins; it lasts 24 months.",
    "Upon full execution of this order the services run for two years.",
    "The term is 24 months, counted from the later of the two signature dates below.",
    "This order starts on the day on which the last party signs it and runs for two (2) years.",
    "Subscription Term: 24 months following the last signature date",
    "Start Date: the date of the last signature\nTerm: 24 months",
  ])
  func begin(clause: String) {
    let term = term(clause)
    #expect(term.start == FactSample.day("2031-03-14"))
    #expect(term.end == FactSample.day("2033-03-13"))
    #expect(term.months == 24)
  }

  @Test func aSignatureThatIsMissingLeavesTheStartOpen() {
    let open = Self.signatures.replacing("/s/ Fay Carter", with: "________").replacing(
      "14 March 2031", with: "________")
    let term = term("The order has a term of 24 months from the date of last signature.", signatures: open)
    #expect(term.start == nil)
    #expect(term.months == 24)
  }

  @Test func otherTimesCountFromSignatureToo() {
    // Thirty days later is another day, a price is no term.
    let later = term("The services start thirty days after the date of signature and run for 12 months.")
    #expect(later.start == FactSample.day("2031-04-13"))
    let prices = term(
      "Term: 1 April 2031 to 31 March 2033\n\nPrices are fixed for 60 months from the date of last signature.")
    #expect(prices.end == FactSample.day("2033-03-31"))
  }

  @Test func whenItIsEffectiveIsNotWhenItStarts() {
    let term = term(
      "This order is effective as of the date of the last signature below (the “Effective Date”). The term of this order "
        + "shall commence on 1 April 2031 and shall continue until 31 March 2034.")
    #expect(term.start == FactSample.day("2031-04-01"))
    #expect(term.end == FactSample.day("2034-03-31"))
  }

  @Test func aSentenceThatWrapsAtTheWordIsNoPlaceToSign() {
    let facts = FactSample.facts(
      """
      ORDER FORM NT-40217

      Supplier: Tarnbeck Systems Ltd
      Customer: Ostrava Glass plc

      The training days lapse twelve months after the date of the last
      signature. The fees are due at once.
      """ + Self.signatures)
    #expect(facts.signature.status == .executed)
    #expect(facts.signature.signers.count == 2)
  }
}
