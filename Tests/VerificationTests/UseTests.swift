// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import PromiseReading
import Testing
import Verification

/// What is promised of a grant besides its amount: who may use it and for what, what becomes of the rest, what a plan
/// brings.
@Suite struct UseTests {
  private func verdict(_ promise: String, _ clauses: String) throws -> (String, [String]) {
    let first = try #require(try Support.verdicts([promise], against: Support.order(clauses)).first)
    return (first.verdict.rawValue, first.differences.map(\.field.rawValue).sorted())
  }

  private static let credits = """
    1. Quillmark grants Customer forty (40) training credits at no charge, valid until 30 April 2030. The training \
    credits may only be used for online courses and are not transferable. Unused training credits are forfeited.
    """

  @Test(arguments: [
    ("40 training credits", []),
    ("40 training credits, refundable if not used", ["conditions"]),
    ("40 training credits, fully reimbursable", ["conditions"]),
    ("40 training credits at no charge, refundable", ["conditions"]),
    ("40 training credits; what is not used is refundable", ["conditions"]),
    ("40 training credits, and whatever you don't use we refund", ["conditions"]),
    ("40 training credits, unused ones we will pay back", ["conditions"]),
    ("40 training credits, non-refundable", []),
    ("40 training credits that do not roll over", []),
    ("40 training credits, transferable to affiliates", ["conditions"]),
    ("our subsidiaries can use the 40 training credits too", ["conditions"]),
    ("40 training credits, not transferable", []),
    ("40 training credits for on-site courses", ["conditions"]),
    ("40 training credits for classroom courses", ["conditions"]),
    ("40 training credits for e-learning", []),
    ("40 training credits, exchangeable for consulting", ["conditions"]),
  ])
  func handlingBesideAnAmount(_ promise: String, _ fields: [String]) throws {
    let (verdict, differing) = try verdict(promise, Self.credits)
    #expect(verdict == (fields.isEmpty ? "landed" : "weakened"), "\(promise)")
    #expect(differing == fields, "\(promise)")
  }

  @Test(arguments: [
    ("40 training credits our affiliates can use", "for Customer and its affiliates", "landed"),
    ("40 training credits our affiliates can use", "for the planners", "weakened"),
    ("40 training credits for our users", "for the planners", "landed"),
  ])
  func affiliatesMustBeWritten(_ promise: String, _ whom: String, _ wanted: String) throws {
    let clause = "1. Quillmark grants Customer forty (40) training credits \(whom) at no charge."
    #expect(try verdict(promise, clause).0 == wanted)
  }

  @Test(arguments: [
    ("API overage is free", "missing"), ("90,000 API calls a day, overage free", "weakened"),
    ("90,000 API calls a day without overage charges", "weakened"), ("90,000 API calls a day", "landed"),
  ])
  func freeOverage(_ promise: String, _ wanted: String) throws {
    let clause = "1. Customer is entitled to 90,000 API calls per day during the Term."
    #expect(try verdict(promise, clause).0 == wanted)
  }

  @Test(arguments: [
    ("Quillmark may grant Customer forty (40) training credits at no charge.", "weakened"),
    ("Customer may be granted forty (40) training credits at no charge.", "weakened"),
    ("At Quillmark's option, Customer receives forty (40) training credits at no charge.", "weakened"),
    ("Quillmark is willing to provide Customer with forty (40) training credits at no charge.", "weakened"),
    ("Quillmark, in its discretion, grants Customer forty (40) training credits at no charge.", "weakened"),
    ("Customer may, at its option, use forty (40) training credits, which Quillmark grants at no charge.", "landed"),
    ("Quillmark grants Customer forty (40) training credits at no charge, which may be used online.", "landed"),
    ("Quillmark grants Customer forty (40) training credits at no charge. Courses may be provided remotely.", "landed"),
    ("Quillmark grants Customer forty (40) training credits at no charge, to be used at Customer's option.", "landed"),
  ])
  func theVendorsOption(_ clause: String, _ wanted: String) throws {
    #expect(try verdict("40 training credits", "1. " + clause).0 == wanted, "\(clause)")
  }

  @Test(arguments: [
    ("Premier support with a dedicated technical account manager", ["conditions"]),
    ("Premier support around the clock", ["conditions"]),
    ("Premier support with 15 minute response", ["conditions"]),
    ("Premier support with a response within two hours", []),
    ("Success plan: Signature tier", ["tier"]),
    ("Success plan Premier", []),
  ])
  func plansBringWhatIsWritten(_ promise: String, _ fields: [String]) throws {
    let clause = """
      1. Premier Support is included at no charge for the Term. Quillmark responds within one hour to critical requests.
      """
    let (verdict, differing) = try verdict(promise, clause)
    #expect(verdict == (fields.isEmpty ? "landed" : "weakened"), "\(promise)")
    #expect(differing == fields, "\(promise)")
  }

  @Test(arguments: [
    ("30 hours of consulting for integration work", "weakened"),
    ("30 hours of consulting for the data migration", "landed"),
    ("30 hours of consulting for training your admins", "weakened"),
    ("30 hours of consulting for our team", "landed"),
    ("30 hours of consulting", "landed"),
    ("They will waive the implementation fee", "missing"),
    ("free implementation by the partner", "missing"),
  ])
  func workForAnotherAim(_ promise: String, _ wanted: String) throws {
    let clauses = """
      1. Quillmark provides thirty (30) hours of consulting free of charge for the data migration.

      2. Quillmark issues a partner voucher worth EUR 15,000 towards services of certified partners.
      """
    #expect(try verdict(promise, clauses).0 == wanted, "\(promise)")
  }

  @Test func abbreviatedAims() throws {
    let clause = "1. Quillmark provides thirty (30) hours of consulting free of charge for single sign-on."
    #expect(try verdict("30 hours of consulting for the SSO setup", clause).0 == "landed")
  }

  @Test(arguments: [
    ("40 training credits starting 1 June 2028", "landed"), ("40 training credits starting 1 March 2028", "landed"),
    ("40 training credits, rollover into year two", "landed"),
  ])
  func startsAndYearsThatTakeTheRest(_ promise: String, _ wanted: String) throws {
    let clause = """
      1. Quillmark grants Customer forty (40) training credits at no charge, valid until 30 April 2029. Unused training \
      credits roll over to the second contract year.
      """
    #expect(try verdict(promise, clause).0 == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("40 hours of consulting in contract year 1, 60 in contract year 2", "landed"),
    ("60 hours of consulting in contract year 1, 60 in contract year 2", "weakened"),
  ])
  func anAmountForEachYear(_ promise: String, _ wanted: String) throws {
    let clause = """
      1. In contract year 1, Customer receives 40 hours of consulting free of charge. In contract year 2, Customer \
      receives 60 hours of consulting free of charge.
      """
    #expect(try verdict(promise, clause).0 == wanted, "\(promise)")
  }

  @Test func aLimitIsNoDenial() throws {
    let clause = "1. Quillmark provides 1,000 API calls per minute at no charge."
    #expect(try verdict("1,000 API calls per minute", clause).0 != "contradicted")
  }

  @Test func rhythmsAreToldOf() throws {
    let clause = "1. Quillmark provides twelve (12) days of training per contract year, free of charge."
    let first = try #require(
      try Support.verdicts(["12 training days every quarter"], against: Support.order(clause)).first)
    #expect(first.differences.map(\.promised) == ["12 days every quarter"])
    #expect(first.differences.map(\.contracted) == ["12 days every contract year"])
  }
}
