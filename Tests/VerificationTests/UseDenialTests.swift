// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing
import Verification

/// What a contract keeps a grant from, refuses to do, or asks a price for in another sentence.
@Suite struct UseDenialTests {
  @Test(arguments: [
    (
      "Lime credits can be spent on the Pilot add-on too",
      "1. Lime credits: 900 a year.\n2. The Pilot add-on is metered by itself. Lime credits are not accepted for it."
    ),
    (
      "The advisory hours can be swapped for training",
      "1. Vendor grants 40 advisory hours.\n2. The hours in item 1 may not be exchanged for training or goods."
    ),
    (
      "Whatever is left in the adoption fund can be set off against our invoices",
      "Vendor grants an adoption fund of EUR 9,000. It may not be set off against fees."
    ),
    ("the vouchers are usable for exams", "Vendor grants 20 training vouchers. They may not be used for exams."),
  ])
  func useIsDenied(_ promise: String, _ clauses: String) throws {
    #expect(try Support.verdict(promise, clauses) == "contradicted")
  }

  @Test func useThatIsNotDeniedStays() throws {
    let clauses = "Vendor grants 20 training vouchers. They may be used for exams. Passwords may not be shared."
    #expect(try Support.verdict("the vouchers are usable for exams", clauses) != "contradicted")
  }

  @Test(arguments: [
    (
      "24x7 support is included",
      "The desk answers from 8 to 18. Cover at night and on weekends is not part of this order."
    ),
    ("our own success manager", "Requests go to a pool. A success manager is not assigned to Customer."),
    ("40 hours of work on the ERP connector, free", "Quillmark does not build or adapt connectors to other systems."),
    ("EUR 9,000 for our integrator", "Quillmark does not contribute to the fees of integrators."),
    ("Pilot module free for three months", "The module Pilot is outside this order. A trial of it is not granted."),
  ])
  func serviceIsDenied(_ promise: String, _ clauses: String) throws {
    #expect(try Support.verdict(promise, clauses) == "contradicted")
  }

  @Test(arguments: [
    (
      "30 GB of file storage, free", "File storage: 30 GB are included. For this EUR 50 per month are charged.",
      "weakened fee"
    ),
    ("4 TB archive storage at no charge", "Archive storage of 4 TB, EUR 480 per contract year.", "weakened fee"),
    ("60 training credits", "Customer has a discount of 50% on 60 training credits.", "missing"),
    (
      "5% of total fees as success fund",
      "Annual fees: EUR 90,000.\n\nA success fund of 5% of the annual fees is granted.", "weakened value"
    ),
  ])
  func asksInOtherWords(_ promise: String, _ clauses: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, clauses) == verdict)
  }

  @Test(arguments: [
    ("EUR 7,000 adoption fund", "Fund. Quillmark sets EUR 7,000 aside for adoption work of Customer."),
    (
      "ten onboarding days on site, free",
      "For the onboarding, consultants of Quillmark are at the offices of Customer for ten (10) days. Quillmark bears the cost."
    ),
    ("30 day passes for the academy", "Quillmark supplies thirty (30) day passes for its academy."),
    (
      "Pilot module free for six months",
      "Customer uses the Pilot module without charge from 1 May 2028 to 31 October 2028."
    ),
    (
      "Their team migrates our old catalogues at no cost",
      "The migration team of Quillmark moves the old catalogues into the system. Nothing is charged for it."
    ),
  ])
  func lands(_ promise: String, _ clauses: String) throws { #expect(try Support.verdict(promise, clauses) == "landed") }

  @Test func customersOwnWorkIsNone() throws {
    let clauses = "Customer moves its old catalogues into the system. Quillmark provides a free tool."
    #expect(try Support.verdict("Their team migrates our old catalogues at no cost", clauses) != "landed")
  }

  @Test func placeOfTheOtherSignatureIsOpen() throws {
    let text = """
      Supplement to Order ZX-5150

      1. Quillmark Systems Inc. grants Dunmore Timber Limited two sandboxes, free of charge.

      Porto, 4 May 2028          Cork, ____________

      /s/ Tomas Reiff

      Tomas Reiff, Buyer         Name, function
      Dunmore Timber Limited     Quillmark Systems Inc.
      """
    let read = try Support.reader().readContract(Array(text.utf8), name: "s.txt")
    #expect(read.result.facts.signature.status == .partial)
  }

  @Test func writerWhoCommitsIsTheVendor() throws {
    let mail = """
      From: Rhea <rhea@quillmark.example>
      To: tomas@dunmore.example
      Subject: summary
      Date: Tue, 2 May 2028 09:14:00 +0200
      MIME-Version: 1.0
      Content-Type: text/plain

      Hello Tomas, for your board, what Quillmark commits to:

      - 40 training credits
      - 2 sandboxes
      """
    let list = try Support.promises(mail, file: "m.eml", vendor: "Dunmore Timber", customer: "Quillmark Systems")
    #expect(list.promises.count == 2)
  }

  @Test func correctedNumberStands() throws {
    let list = try Support.promises(
      "- 3 sandboxes\n- The 90 training credits were a mistake: it is 60 training credits\n", file: "n.txt")
    #expect(list.promises.flatMap(\.grants).compactMap(\.quantity?.amount) == [3, 60])
  }
}
