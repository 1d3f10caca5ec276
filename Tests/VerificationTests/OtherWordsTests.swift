// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// Clauses that grant, refuse or restrict in words that no pack takes for the name of what was promised.
@Suite struct OtherWordsTests {
  @Test(arguments: [
    (
      "8 coaching sessions", "A Quillmark product coach will meet the planners of Customer for eight sessions.",
      "landed"
    ),
    ("8 coaching sessions", "A mentor of Quillmark sits with the planners for 5 sessions.", "weakened quantity"),
    ("9,000 API calls a day", "The API may be called 9,000 times a day.", "landed"),
    ("9,000 API calls a day", "The API may be called up to 6,000 times a day without charge.", "weakened quantity"),
    ("24 hours of go-live help", "Quillmark assists with the go-live for three days of eight hours each.", "landed"),
    ("30 seats in your classes", "Quillmark admits 30 employees of Customer to its classroom courses.", "landed"),
    ("7 certification exams", "Seven foremen may sit the certification exam. Quillmark registers seven.", "landed"),
    (
      "EUR 9,000 toward the fees of Elm Advisors",
      "Quillmark bears the first EUR 9,000 of the fees that Elm Advisors invoices to Customer.", "landed"
    ),
    (
      "EUR 9,000 toward the fees of Elm Advisors", "Of the fees of Elm Advisors, Quillmark takes on EUR 4,000.",
      "weakened value"
    ),
    ("EUR 7,000 of development credit", "Custom development by Quillmark is credited up to EUR 7,000.", "landed"),
  ])
  func grantsInOtherWords(_ promise: String, _ clauses: String, _ wanted: String) throws {
    #expect(try Support.verdict(promise, clauses) == wanted)
  }

  /// Another firm's bills, the customer's own duty, a price, a condition.
  @Test(arguments: [
    ("EUR 9,000 toward the fees of Elm Advisors", "Of the fees of Oak Advisors, Quillmark takes on EUR 9,000."),
    (
      "12 hours of consulting",
      "Customer shall give the consultants of Quillmark twelve hours of the time of its planners."
    ),
    ("8 coaching sessions", "Eight sessions with a coach can be ordered at EUR 300 each."),
    ("8 coaching sessions", "If Customer renews, a coach will meet its planners for eight sessions."),
    ("two test systems", "Test data are not included in this Order."),
  ])
  func noGrantInOtherWords(_ promise: String, _ clauses: String) throws {
    #expect(try Support.verdict(promise, clauses) == "missing")
  }

  @Test(arguments: [
    ("9,000 API calls a day", "This Order does not comprise access to the API."),
    ("two test systems", "Non-production environments are expressly excluded."),
    ("EUR 9,000 adoption fund", "No fund of whatever name is owed to Customer."),
    ("900 GB of archive", "Archives are outside the scope of this Order."),
    (
      "unused exam vouchers come off our next invoice",
      "Vendor grants 9 exam vouchers. Exam vouchers have no cash value."
    ),
    (
      "they extend the consulting hours if we are late",
      "1. Vendor provides 40 consulting hours.\n\n2. The period for using the hours will not be extended for any reason."
    ),
  ])
  func refusalsInOtherWords(_ promise: String, _ clauses: String) throws {
    #expect(try Support.verdict(promise, clauses) == "contradicted")
  }

  @Test(arguments: [
    (
      "two sandboxes, free", "Vendor hosts two sandboxes for Customer. The charge for this is EUR 900.", "weakened fee"
    ),
    (
      "EUR 9,000 success fund, no strings attached",
      "Vendor grants a success fund of EUR 9,000. Vendor pays one euro for each euro that Customer spends itself.",
      "weakened conditions"
    ),
    (
      "40 training days, use them however you like",
      "Vendor grants 40 training days. Customer must first have ordered another 90 users before it may use them.",
      "weakened conditions"
    ),
    ("EUR 9,000 launch fund", "A launch budget of EUR 9,000 is reserved for Customer.", "landed"),
    ("the Pilot module, we do not bill it", "The Pilot module is included. No fee is payable for it.", "landed"),
    (
      "Premier support free for the first twelve months",
      "Premier Support is free of charge for the first contract year; from the second contract year on it costs EUR 900 "
        + "a year.", "landed"
    ),
    (
      "EUR 9,000 for the Elm Ridge work",
      "Toward the invoices of Elm Ridge, Vendor contributes EUR 9,000. The contribution is available in the first "
        + "contract year.", "landed"
    ),
  ])
  func sentencesBehind(_ promise: String, _ clauses: String, _ wanted: String) throws {
    #expect(try Support.verdict(promise, clauses) == wanted)
  }

  @Test(arguments: [
    ("9 exam vouchers", "The clause that grants vouchers is deleted.", "contradicted"),
    ("9 exam vouchers", "The clause that grants training days is deleted.", "landed"),
  ])
  func clausesDeletedByWhatTheyGrant(_ promise: String, _ change: String, _ wanted: String) throws {
    let order = Support.order("1. Vendor grants 9 exam vouchers.\n\n2. Vendor grants 40 training days.")
    let amendment = """
      AMENDMENT NO. 1 TO ORDER FORM ZX-5150

      Quillmark Systems Inc. ("Quillmark")
      Dunmore Timber Limited ("Customer")
      Amendment Effective Date: 1 September 2028

      1. \(change)
      """
    let found = try #require(try Support.verdicts([promise], against: order, amendment).first)
    #expect(found.verdict.rawValue == wanted)
  }

  @Test func talkOfLaterPromisesNothing() throws {
    let found = try Support.verdict("we can talk about sandboxes nearer to go-live", "Vendor grants two sandboxes.")
    #expect(found == "unclear")
  }
}
