// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// Lengths that are a grant's or a price's make no term of an order that gives none.
@Suite struct BorrowedTermTests {
  private static let head = """
    ORDER FORM NT-40217

    Supplier:  Nettlewick Systems Ltd
    Customer:  Ostrava Glass plc
    Order Start Date: 1 May 2031


    """
  private static let grant = "\n\nNettlewick grants Customer 5 sandboxes.\n"

  @Test(arguments: [
    "Nettlewick grants 20 training credits, valid for 12 months from the Order Start Date, and 8 exam vouchers valid for 12 months from signature.",
    "Invoices are payable 30 days from the Order Start Date. Prices are fixed for 24 months from the Order Start Date.",
    "Further seats may be ordered at the same price for 12 months from the Order Start Date.",
    "The prices on the Order Start Date hold for 24 months. Invoices are due 30 days from the Order Start Date.",
    "The credits granted in this Order are valid from 1 May 2031 through 30 April 2032.",
    "The discount holds for 24 months from the Order Start Date.",
    "Prices under this Order are fixed for 24 months from 1 May 2031.",
  ])
  func givesNoTerm(sentence: String) {
    let term = FactSample.facts(Self.head + sentence + Self.grant).term
    #expect(term.start == FactSample.day("2031-05-01"))
    #expect(term.end == nil && term.months == nil)
  }

  @Test(arguments: [
    "The term of this Order is 24 months from the Order Start Date.",
    "Nettlewick provides the Services for 24 months from the Order Start Date for the fees below.",
    "This Order runs for 24 months from the Order Start Date. Prices are fixed for 12 months from the Order Start Date.",
  ])
  func givesTheTerm(sentence: String) {
    let term = FactSample.facts(Self.head + sentence + Self.grant).term
    #expect(term.end == FactSample.day("2033-04-30") && term.months == 24)
  }
}
