// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Verification

/// Prices that are promised, and words near an amount that must not be passed over.
@Suite struct PriceTests {
  private static let hours =
    "1. Quillmark provides Customer with 60 hours of implementation services at a fixed fee of EUR 7,200."

  @Test(arguments: [
    ("60 hours of implementation for EUR 7,200", "landed"),
    ("60 hours of implementation for EUR 6,000", "weakened fee"),
    ("60 hours of implementation not exceeding EUR 6,000", "weakened fee"),
    ("60 hours of implementation at no more than EUR 8,000", "landed"),
    ("60 hours of implementation at EUR 120 an hour", "landed"),
    ("60 hours of implementation @ EUR 100/h", "weakened fee"),
    ("60 hours of implementation, EUR 6,000", "unclear"),
    ("60 hours of advisory services for EUR 7,200", "weakened conditions"),
    ("60 hours of consulting for EUR 7,200", "landed"),
  ])
  func hours(_ promise: String, _ wanted: String) throws {
    #expect(try Support.verdict(promise, Self.hours) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("Premier Support at EUR 1,000 a month", "landed"), ("Premier Support at EUR 900 a month", "weakened fee"),
    ("Premier Support, EUR 12,000 per year", "landed"), ("Premier Support at EUR 12,000 a year", "landed"),
    ("Premier Support at EUR 11,000 a year", "weakened fee"),
  ])
  func byThePeriod(_ promise: String, _ wanted: String) throws {
    let clause = "1. Quillmark provides Premier Support for an annual fee of EUR 12,000."
    #expect(try Support.verdict(promise, clause) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("EUR 9,000 of usage credits upfront and on each anniversary", "unclear"),
    ("EUR 9,000 of usage credits", "landed"), ("usage credits that never expire", "contradicted"),
  ])
  func credits(_ promise: String, _ wanted: String) throws {
    let clause = """
      1. Quillmark deposits EUR 9,000 of usage credits into Customer's account. Usage credits expire twelve months after \
      deposit.
      """
    #expect(try Support.verdict(promise, clause) == wanted, "\(promise)")
  }

  @Test func aFurtherGrantOnACondition() throws {
    let clauses = """
      1. Quillmark grants Customer 35 training credits at no charge.

      2. If Customer renews for 24 months, Quillmark will grant 50 further training credits.
      """
    #expect(try Support.verdict("35 training credits", clauses) == "landed")
  }

  @Test func whatTheVendorMayGrantBesides() throws {
    let clauses = """
      1. Quillmark provides 24 hours of advisory services at no charge.

      2. Quillmark may, at its sole discretion, grant additional onboarding sessions.
      """
    #expect(try Support.verdict("24 advisory hours", clauses) == "landed")
  }

  @Test(arguments: ["35 hours for the order book migration", "35 hours of consulting for the contract data"])
  func namesOfThingsAreNoTerm(_ promise: String) throws {
    let clause = """
      1. Quillmark provides 35 hours of consulting for the migration of the order book and the contract data at no charge, \
      to be used by 30 April 2029.
      """
    #expect(try Support.verdict(promise, clause) == "landed", "\(promise)")
  }

  @Test func specialTermsOfAnAmendment() throws {
    let order = Support.order("Special Terms\n\n1. Premier Support is included at no charge for the Term.")
    let amendment = """
      AMENDMENT NO. 1 TO ORDER FORM ZX-5150

      This Amendment is made between Quillmark Systems Inc. and Dunmore Timber Limited as of 2 June 2028 and amends Order \
      Form ZX-5150.

      1. Special Term 1 is replaced with: "Standard Support is included at no charge for the Term."

      Quillmark Systems Inc.            Dunmore Timber Limited

      Signed: /s/ Orla Pendry           Signed: /s/ Tomas Reiff
      Date:   2 June 2028               Date:   2 June 2028
      """
    let found = try Support.verdicts(["Premier Support"], against: order, amendment)
    #expect(found.map(\.verdict) == [.weakened])
    #expect(found[0].differences.map(\.field) == [.tier])
  }
}
