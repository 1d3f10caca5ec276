// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// How orders open: their titles and numbers, who stands on a line with whom, their money and their days.
@Suite struct OrderHeadTests {
  private static let body = "\n\nSupplier: Tarnbeck Systems Ltd\nCustomer: Ostrava Glass plc\n"

  @Test(arguments: [
    ("ORDER No. 7/B", DocumentType.order_form), ("RESELLER ORDER RO/5/2031", .order_form),
    ("Service Schedule TRV-3301", .order_form),
    ("Quote K-66120 – valid until 30 June 2031", .quote),
    ("Memorandum of Variation\nvarying Order Form K-118", .amendment),
  ])
  func titles(head: String, type: DocumentType) {
    #expect(FactSample.facts(head + Self.body).type == type)
  }

  @Test(arguments: [
    ("AMENDMENT NO. 2 (A-5567)", "A-5567"), ("Statement of Entitlements – Order MX-4410", "MX-4410"),
    ("STATEMENT OF ORDER 3-77", "3-77"),
    ("HEADS OF ORDER - ref. KEN/26/08", "KEN/26/08"), ("Order\n\nNº Q-08171234", "Q-08171234"),
    ("ORDER FORM\nReference   K - 5 5 1 2 0", "K-55120"),
  ])
  func numbers(head: String, number: String) {
    #expect(FactSample.facts(head + Self.body).orderNumber == number)
  }

  @Test func companyNumbersAreNone() {
    let head =
      "TARNBECK SYSTEMS LTD          Registered in Ireland\n1 Quay Street               No. 394272\n\nORDER FORM"
    #expect(FactSample.facts(head + Self.body).orderNumber == nil)
  }

  @Test func partiesOfOneLine() {
    let facts = FactSample.facts(
      "Order Form K-118\n\nSupplier: Hinode Cloud K.K. Buyer: Harbour Lights Bank. Term: 12 months from 1 May 2031.")
    #expect(facts.vendor == "Hinode Cloud K.K.")
    #expect(facts.customer == "Harbour Lights Bank")
  }

  @Test func weAndYou() {
    let facts = FactSample.facts(
      """
      Order 88/2031

      We             Nordlys Software AS, Oslo
      You            Fjordglass Holding ASA, Bergen
      Opening day    01.02.2031
      Closing day    31.01.2034
      """)
    #expect(facts.vendor == "Nordlys Software AS")
    #expect(facts.customer == "Fjordglass Holding ASA")
    #expect(facts.term.end == FactSample.day("2034-01-31"))
  }

  @Test(arguments: [
    ("Charges: Ringgit Malaysia (RM)", "MYR"), ("Denomination: Indian Rupees. GST is over and above.", "INR"),
    ("Prices: net, in złoty; VAT is added", "PLN"),
  ])
  func currencies(line: String, code: String) {
    #expect(FactSample.facts("Order Form K-118" + Self.body + line + "\n").currency == code)
  }

  @Test(arguments: [
    ("Start: 1 January 2031\nMonths: 36", "2033-12-31"),
    ("About: Harbour Cloud, from 1 May 2031 up to and including 30 April 2033.", "2033-04-30"),
    ("Service opens on 15 February 2031 and is ordered for four Service Years.", "2035-02-14"),
    ("Go-ahead: 1 August 2031; final day: 31 July 2033", "2033-07-31"),
  ])
  func lastDays(lines: String, end: String) {
    #expect(FactSample.facts("Order Form K-118" + Self.body + lines + "\n").term.end == FactSample.day(end))
  }

  @Test func dayPutInPlaceOfAnother() {
    let facts = FactSample.facts(
      """
      Memorandum of Variation K-119
      varying Order Form K-118
      \(Self.body)
      The Order Form was to run from 1 September 2029 to 31 August 2031.

      1. In clause 2, for “31 August 2031” read “31 August 2033”.
      """)
    #expect(facts.term.end == FactSample.day("2033-08-31"))
  }

  @Test(arguments: [
    ("The Effective Date is the date of the later acceptance shown below.", "2031-05-04"),
    (
      "Work is done from the Commencement Date to 30 June 2032. It comes into force on the day of the later signature.",
      "2031-05-04"
    ),
  ])
  func effectOfSignatures(clause: String, day: String) {
    let facts = FactSample.facts(
      """
      Order Form K-118
      \(Self.body)
      Commencement Date: 1 June 2031
      Expiry Date: 31 May 2033

      Ledger Cloud is supplied for 40 users. Invoices are paid within thirty days. The law of England governs, and the
      courts of London decide.

      \(clause)

      Tarnbeck Systems Ltd              Ostrava Glass plc

      /s/ A. Pell                       /s/ D. Novak
      A. Pell, Director                 D. Novak, Director
      2 May 2031                        4 May 2031
      """)
    #expect(facts.effectiveDate == FactSample.day(day))
  }
}
