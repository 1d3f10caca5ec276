// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Covers of orders in many hands: who, from when to when, signed when.
@Suite struct OrderCoverTests {
  private static let vendor = "Quillfeather Systems Ltd"
  private static let customer = "Dunmere Ferries plc"

  @Test(arguments: [
    "PURCHASE ORDER 7781-B\nIssued by: Dunmere Ferries plc, Harbour Road\nTo: Quillfeather Systems Ltd, Kiln Lane",
    "To: Quillfeather Systems Ltd\nFrom: Dunmere Ferries plc\n\nOrder\n\nWe hereby order the services below.",
    "ORDER 5512\nThe supplier, Quillfeather Systems Ltd of Hull, supplies to the customer, Dunmere Ferries plc of Leeds:",
    "SALES ORDER SO-8812\nSold-To:   Dunmere Ferries plc\nSold-By:   Quillfeather Systems Ltd",
    "ORDER FORM QF-1\nAccount       Dunmere Ferries plc\nSeller        Quillfeather Systems Ltd",
    "ORDER FORM QF-1\nCompany: Dunmere Ferries plc\nVendor: Quillfeather Systems Ltd",
    "ORDER FORM QF-1\nShip/Bill to: Dunmere Ferries plc\nVendor: Quillfeather Systems Ltd",
    "Quillfeather Systems Ltd → Dunmere Ferries plc\n\nOrder QF-0811",
    "Licence order - Dunmere Ferries plc\nLicensor: Quillfeather Systems Ltd",
    "Quillfeather Systems Ltd\n\nOrder by Dunmere Ferries plc of 3 May 2031",
    "ORDER CONFIRMATION QF-0811\nCustomer no. 40071   Dunmere Ferries plc\nYour contact at Quillfeather Systems Ltd: J. Hale",
  ])
  func parties(head: String) {
    let facts = FactSample.facts(
      head + "\n\nOrder start: 1 June 2031\nOrder end: 31 May 2033\n\nOne sandbox is included.\n")
    #expect(facts.vendor == Self.vendor, "\(head)")
    #expect(facts.customer == Self.customer, "\(head)")
  }

  @Test(arguments: [
    "Order QF-1 · Start 1 June 2031 · End 31 May 2033 · 24 months",
    "Subscription      1 June 2031 – 31 May 2033 (2 years)",
    "Subscription from 1 June 2031, 24 months",
    "Start/End:        1 June 2031 / 31 May 2033",
    "Activation Date:  1 June 2031\nCommitment Period: 24 months",
    "Services begin    1 June 2031\nServices end      31 May 2033",
    "Go-live of service   1 June 2031\nMinimum duration     24 months",
    "Call-off start date  1 June 2031\nCall-off expiry date 31 May 2033",
    "Signature Date       3 May 2031\nCommencement Date    the first day of the month after the Signature Date\nTerm  24 months",
    "Signed on 2 May 2031.\nThe services start thirty days after signature and last for 24 months.",
    "The current term ends on 31 May 2031. The renewal term is two (2) years and follows immediately.",
    "The subscription, which would expire on 31 May 2031, is extended for two years.",
  ])
  func terms(head: String) {
    let facts = FactSample.facts(
      "ORDER FORM QF-0811\n\nSupplier: \(Self.vendor)\nCustomer: \(Self.customer)\n\n\(head)\n\nOne sandbox is included.\n"
    )
    #expect(facts.term.start == FactSample.day("2031-06-01"), "\(head)")
    #expect(facts.term.end == FactSample.day("2033-05-31"), "\(head)")
  }

  @Test func calendarYears() {
    let facts = FactSample.facts(
      "ORDER QF-9\n\nSupplier: \(Self.vendor)\nCustomer: \(Self.customer)\n\n"
        + "The order is placed for the years 2032, 2033 and 2034.\n\nOne sandbox is included.\n")
    #expect(facts.term.start == FactSample.day("2032-01-01"))
    #expect(facts.term.end == FactSample.day("2034-12-31"))
  }

  @Test(
    arguments: [
      ("Signed               3 May 2031", "2031-05-03"),
      ("Date of signature by both parties: 3 May 2031", "2031-05-03"),
      ("Signed for both parties on 3 May 2031.", "2031-05-03"),
      ("Signed 2 May 2031                  Signed 3 May 2031", "2031-05-03"),
      ("PO date: 3 May 2031", "2031-05-03"),
      ("Order accepted on 3 May 2031.", "2031-05-03"),
      ("Agreement dated      3 May 2031", "2031-05-03"),
      // The day of another paper, the last day of an offer, what is still to be done.
      ("Under the Master Agreement signed on 3 May 2029.", nil),
      ("This offer may be accepted until 3 May 2031.", nil),
      ("It is binding once signed by both parties before 3 May 2031.", nil),
    ] as [(String, String?)])
  func signed(line: String, day: String?) {
    let facts = FactSample.facts(
      "ORDER FORM QF-0811\n\nSupplier: \(Self.vendor)\nCustomer: \(Self.customer)\nOrder start: 1 June 2031\n"
        + "Order end: 31 May 2033\n\(line)\n\nOne sandbox is included.\n")
    #expect(facts.agreementDate == FactSample.day(day), "\(line)")
  }

  @Test(arguments: [
    ("PURCHASE ORDER\nPO Number: 4500098123", "4500098123"), ("Purchase Order PO-2231-C", "PO-2231-C"),
    ("ORDER FORM QF-77\nPO Number: 4500098123", "QF-77"),
  ])
  func numbers(head: String, number: String) {
    let facts = FactSample.facts(
      "\(head)\n\nSupplier: \(Self.vendor)\nBuyer: \(Self.customer)\n\nOne sandbox is included.\n")
    #expect(facts.orderNumber == number, "\(head)")
  }

  @Test func writtenDaysTellWhichFigureIsTheMonth() {
    func order(_ day: String) -> DocumentFacts {
      FactSample.facts(
        "ORDER FORM QF-1\n\nSupplier: \(Self.vendor)\nCustomer: \(Self.customer)\nOrder date: \(day)\n"
          + "Order start: 6/1/2031\nTerm: 24 months\n\nOne sandbox is included.\n")
    }
    #expect(order("May 3, 2031").term.start == FactSample.day("2031-06-01"))
    #expect(order("3 May 2031").term.start == FactSample.day("2031-01-06"))
  }
}
