// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// Promises that look as if they had landed and have not.
@Suite struct DangerTests {
  @Test(arguments: [
    (
      "150 training credits for Dunmore alone",
      "Quillmark keeps a shared pool of 150 training credits for Customer and the companies of its group."
    ),
    (
      "60 exam vouchers", "Customer receives 60 exam vouchers at no charge. They may not be redeemed by Customer."
    ),
    ("Two further sandboxes", "Customer may request up to two additional sandboxes from Quillmark."),
    (
      "A EUR 45,000 adoption fund",
      "Under the launch program customers may receive an adoption fund of EUR 45,000 from Quillmark."
    ),
    (
      "35 training credits usable worldwide",
      "Quillmark grants Customer 35 training credits. They cannot be used in other countries."
    ),
    (
      "A EUR 20,000 partner voucher for Osterby",
      "Quillmark grants Customer a partner voucher of EUR 20,000, to be spent only with Lindqvist and no other firm."
    ),
  ])
  func restricted(_ promise: String, _ clauses: String) throws {
    #expect(try Support.verdict(promise, clauses) == "weakened conditions", "\(promise)")
  }

  @Test(arguments: [
    ("Two further sandboxes", "Customer may request up to two additional sandboxes at no charge."),
    (
      "60 exam vouchers for the group", "Quillmark grants a shared pool of 60 exam vouchers to Customer's group."
    ),
    (
      "A EUR 20,000 partner voucher for Osterby",
      "Quillmark grants Customer a partner voucher of EUR 20,000, to be spent only with Osterby Consulting."
    ),
    ("80 credits", "Quillmark grants Customer 80 training credits."),
  ])
  func asMuch(_ promise: String, _ clauses: String) throws {
    #expect(try Support.verdict(promise, clauses) == "landed", "\(promise)")
  }

  private static let parts = """
    Quillmark sets up an adoption fund of EUR 60,000, paid in three equal parts of EUR 20,000 at the start of each \
    contract year.
    """

  @Test(arguments: [
    ("EUR 60,000 adoption fund over the three years", "landed"),
    ("EUR 60,000 adoption fund every year", "weakened recurrence"),
    ("EUR 60,000 adoption fund, all of it up front", "weakened validity"),
    ("EUR 20,000 adoption fund every year", "landed"),
  ])
  func inParts(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, Self.parts) == verdict, "\(promise)")
  }

  @Test func namedCreditIsNoOther() throws {
    let clauses = """
      1. Every contract year Quillmark issues usage credits worth EUR 30,000.

      2. If Customer renews this Order, it receives a migration credit of EUR 25,000.
      """
    #expect(try Support.verdict("EUR 25,000 migration credit", clauses) != "landed")
  }
}
