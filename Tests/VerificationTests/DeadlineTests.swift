// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Verification

/// Times that people say in short, amounts by the year, and what must not land though most of it is granted.
@Suite struct DeadlineTests {
  private static let hours = """
    1. Quillmark provides 80 hours of consulting services at no charge, to be used by 31 December 2029.
    """

  @Test(arguments: [
    ("80 hours of consulting until Christmas", "unclear"), ("80 hours of consulting until summer 2030", "unclear"),
    ("80 hours of consulting through FY29", "unclear"), ("80 hours of consulting until the end of the year", "unclear"),
    ("80 hours of consulting until 30 June", "unclear"),
    ("80 hours of consulting in the last year", "unclear"),
    ("90 hours of consulting until Christmas", "weakened quantity"),
    ("80 hours of consulting thru June 2029", "landed"),
    ("80 hours of consulting (exp. 31 Jan 2030)", "weakened validity"),
    ("80 hours of consulting until mid-2029", "landed"),
    ("80 hours of consulting all through 2030", "weakened validity"),
    ("80 hours of consulting starting June 2028, used until March 2030", "weakened validity"),
    ("The consulting hours (80) can be used through June 2030", "weakened validity"),
    ("The consulting hours (80) can be used through June 2029", "landed"),
    ("80 hours of consulting, no time limit", "contradicted"),
  ])
  func lastDays(_ promise: String, _ wanted: String) throws {
    #expect(try verdict(promise, Self.hours) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("advisory hours start on signature", "weakened validity"),
    ("70 advisory hours in the first year", "weakened quantity"),
    ("60 advisory hours in year 2", "landed"), ("70 advisory hours every year", "weakened quantity"),
    ("150 advisory hours over the three years", "landed"),
    ("190 advisory hours over the three years", "weakened quantity"),
  ])
  func ramp(_ promise: String, _ wanted: String) throws {
    let clauses = """
      1. In contract year 1 Customer receives 30 hours of advisory services at no charge.

      2. In contract year 2 Customer receives 60 hours of advisory services at no charge.

      3. In contract year 3 Customer receives 70 hours of advisory services at no charge.
      """
    #expect(try verdict(promise, clauses) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("a success fund of EUR 26,000", "weakened value"), ("a success fund of EUR 24,000", "landed"),
    ("a success fund of EUR 72,000 in total", "landed"), ("a success fund of EUR 72,000 over the whole term", "landed"),
    ("a success fund of EUR 72,000 in all", "landed"),
    ("a success fund of EUR 70,000 for projects in all regions", "weakened value"),
    ("a success fund of EUR 24,000 every quarter", "weakened recurrence"),
    ("a success fund of EUR 30,000 every quarter", "weakened value"),
  ])
  func byTheYear(_ promise: String, _ wanted: String) throws {
    let clause = "1. Quillmark establishes a success fund of EUR 24,000 in each contract year."
    #expect(try verdict(promise, clause) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("a partner voucher of EUR 15,000", "landed"),
    ("a partner voucher of EUR 15,000 for any integrator of our choice", "weakened conditions"),
    ("a EUR 15,000 partner voucher, we pick the partner", "weakened conditions"),
  ])
  func anyPartner(_ promise: String, _ wanted: String) throws {
    let clause = """
      1. Quillmark issues a partner voucher worth EUR 15,000 towards services of accredited implementation partners.
      """
    #expect(try verdict(promise, clause) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("20 training days worth EUR 30,000", "unclear"), ("24 training days worth EUR 30,000", "weakened quantity"),
    ("20 training days, exchangeable for exam vouchers", "weakened conditions"),
    ("three free months", "missing"), ("a dedicated customer success manager", "missing"),
    ("120 API calls per minute", "missing"), ("160 training hours", "landed"),
  ])
  func otherThings(_ promise: String, _ wanted: String) throws {
    let clauses = """
      1. Quillmark provides 20 training days at no charge. One training day consists of eight hours.

      2. Twelve users of Quillmark Atlas are included free of charge.

      3. Standard Support is included.
      """
    #expect(try verdict(promise, clauses) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("4 months of Atlas for free", "weakened quantity"), ("3 months of Atlas for free", "landed"),
    ("Atlas free of charge for 6 months", "weakened quantity"), ("three free months of Atlas", "landed"),
  ])
  func freeMonths(_ promise: String, _ wanted: String) throws {
    let clause = "1. Quillmark grants three free months of the subscription for Quillmark Atlas."
    #expect(try verdict(promise, clause) == wanted, "\(promise)")
  }

  private func verdict(_ promise: String, _ clauses: String) throws -> String {
    let found = try #require(Support.verdicts([promise], against: Support.order(clauses)).first)
    var fields: [String] = []
    for field in found.differences.map(\.field.rawValue) where !fields.contains(field) { fields.append(field) }
    return ([found.verdict.rawValue] + fields).joined(separator: " ")
  }
}
