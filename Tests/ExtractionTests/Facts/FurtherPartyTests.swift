// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// Parties where no label, preamble or definition names their roles.
@Suite struct FurtherPartyTests {
  @Test(arguments: [
    // What one does for the other
    """
    Order form

    With this order Tarnbeck Systems Ltd (of 4 Quay Row, Hull) lets Ostrava Glass plc (Leeds) use its ledger.
    """,
    """
    QUOTE

    Tarnbeck Systems Ltd, 4 Quay Row, Hull sells.
    Ostrava Glass plc, 9 Kiln Road, Leeds buys.
    """,
    """
    ORDER

    Ostrava Glass plc, Leeds (the “Works”) and Tarnbeck Systems Ltd, Hull (“TSL”) agree to renew the Works’s \
    subscriptions. TSL lets the Works use the service.
    """,
    // The vendor's short name as a label
    """
    ORDER FORM No. 8812-A

     Tarnbeck       Tarnbeck Systems Ltd, 4 Quay Row, Hull
     Customer       Ostrava Glass plc, 9 Kiln Road, Leeds
    """,
    // A letter
    """
    Tarnbeck Systems Ltd
    4 Quay Row
    Hull

    Ostrava Glass plc
    Ms A. Prenz
    9 Kiln Road
    Leeds

    Hull, 3 March 2031

    ORDER CONFIRMATION 8812-A

    Dear Ms Prenz

    We confirm that you receive the services below from 1 May 2031 to 30 April 2034.
    """,
    // Signatures alone
    """
    LETTER OF COMMITMENT

    This letter is an order. "You" and "we" are those who sign it. We invoice you monthly.

    Agreed:

    TARNBECK SYSTEMS LTD                  OSTRAVA GLASS PLC

    By:     /s/ Susan Lund                By:     /s/ Nora Abba
    Name:   Susan Lund                    Name:   Nora Abba
    Title:  Authorised signatory          Title:  CTO
    Date:   April 22, 2031                Date:   April 16, 2031
    """,
    "Order of Ostrava Glass plc (the Client) with Tarnbeck Systems Ltd (the Supplier)\n\nTerm: 1 May 2031 to 30 April 2034\n",
  ])
  func rolesAreTold(text: String) {
    let facts = FactSample.facts(text)
    #expect(facts.vendor?.lowercased() == "tarnbeck systems ltd", "\(text)")
    #expect(facts.customer?.lowercased() == "ostrava glass plc", "\(text)")
  }

  @Test func addresseeNeedsNoLegalForm() {
    let facts = FactSample.facts(
      """
      Tarnbeck Systems AG
      Seeweg 4, 6300 Zug

      Hilfskasse Oberwald
      Frau R. Meier
      3600 Thun

      Zug, 12.03.2031

      Order confirmation TB-31-0117

      Dear Ms Meier

      Thank you for your order.
      """)
    #expect(facts.vendor == "Tarnbeck Systems AG")
    #expect(facts.customer == "Hilfskasse Oberwald")
    #expect(facts.agreementDate == FactSample.day("2031-03-12"))
  }
}
