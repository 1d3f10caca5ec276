// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@Suite struct HeaderFactTests {
  @Test(arguments: [
    ("ORDER FORM\n\nQuote Number:   Q-5520\n", DocumentType.order_form), ("QUOTE\n\nQuote no.   Q-5520\n", .quote),
    ("FIRST AMENDMENT\nTO ORDER FORM Q-5520\n", .amendment), ("MASTER SERVICES AGREEMENT\n\nText.\n", .agreement),
    ("O R D E R   F O R M\n\nOrder no.   5520-A\n", .order_form),
    ("Minutes of the meeting\n\nNothing was decided.\n", .other),
  ])
  func titlesSayTheType(text: String, type: DocumentType) {
    #expect(FactSample.facts(text).type == type)
  }

  @Test(
    arguments: [
      ("ORDER FORM\n\nQuote Number:   Q-5520\n", "Q-5520"),
      ("ORDER FORM MS-5530-25\n\nCustomer:  Nettle Bay Ferries Ltd\n", "MS-5530-25"),
      ("REPLACEMENT ORDER FORM\nNo. 7731-R\n\nText.\n", "7731-R"),
      ("ORDER FORM\n\nOrder Form No.: OF\u{2011}88\u{2011}1\n", "OF-88-1"),
      ("ORDER FORM\n\nPayment:   Net 30\n", nil),
    ] as [(String, String?)])
  func orderNumbers(text: String, number: String?) {
    #expect(FactSample.facts(text).orderNumber == number)
  }

  @Test func anAmendmentHasItsOwnNumberAndThatOfTheOrder() {
    let facts = FactSample.facts(
      "AMENDMENT No. 2 TO ORDER FORM Q-5520\n\nAmendment number: Q-7001\n\nPellucid Software LLC (\"Vendor\") and Nettle Bay Ferries Ltd (\"Customer\").\n"
    )
    #expect(facts.orderNumber == "Q-7001")
    #expect(facts.amends == ["Q-5520"])
  }

  @Test(
    arguments: [
      ("This Agreement is governed by and construed in accordance with the laws of the State of Oregon.", "Oregon"),
      (
        "This Agreement shall be governed by the internal laws of the Commonwealth of Pennsylvania, without regard to conflicts.",
        "Pennsylvania"
      ),
      ("Swiss law applies; the courts of Bern decide.", "Switzerland"),
      ("The laws of New South Wales govern it.", "New South Wales"),
      ("Virginia law governs.", "Virginia"), ("Pellucid is a corporation organized under the laws of Ohio.", nil),
    ] as [(String, String?)])
  func governingLaw(clause: String, place: String?) {
    #expect(FactSample.facts("SERVICES AGREEMENT\n\n1. \(clause)\n").governingLaw == place)
  }

  @Test(
    arguments: [
      ("Currency:   Swiss francs (CHF)", "CHF"), ("All amounts are in Canadian dollars.", "CAD"),
      ("The fee is EUR 400.00.", "EUR"),
      ("No prices are given.", nil),
    ] as [(String, String?)])
  func currency(line: String, code: String?) {
    #expect(FactSample.facts("ORDER FORM Q-5520\n\nCustomer:   Nettle Bay Ferries Ltd\n\n\(line)\n").currency == code)
  }

  @Test(arguments: [
    ("This Order Form is the entire agreement of the parties.", true),
    ("It replaces all earlier proposals and statements.", true), ("The entire fee is due at once.", false),
  ])
  func integration(clause: String, isThere: Bool) {
    #expect(FactSample.facts("ORDER FORM Q-5520\n\n9. \(clause)\n").integrationClause == isThere)
  }

  @Test(
    arguments: [
      ("ORDER FORM NT-4\n\nText of it.\n\nSigned electronically. Takes effect on 1 August 2031.", "2031-08-01"),
      (
        "AMENDMENT NT-4-A2\nreference NT-4-A2 · Quill Works Ltd and Pond Mill plc · effective 1 October 2031",
        "2031-10-01"
      ),
    ] as [(String, String?)])
  func effectiveDates(text: String, date: String?) {
    #expect(FactSample.facts(text + "\n").effectiveDate == FactSample.day(date))
  }

  @Test func customersInTheTitle() {
    let facts = FactSample.facts(
      "Harrow Software, Inc.\n700 Quincy Street, Topeka, KS 66603\n\nOrder Form NT-4: Calloway County School District\n\nFees are $900.\n"
    )
    #expect(facts.customer == "Calloway County School District")
  }
}
