// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times that reach grants by their labels, by a line over a list, by a code, or from another grant.
@Suite struct LabelledTimeTests {
  private static let grants = """
    1. Gifts

    1.1 Supplier grants Customer 30 training credits.

    1.2 Supplier grants Customer 6 exam vouchers.

    1.3 Supplier grants Customer one full copy sandbox.


    """

  /// The days of each of the gifts, with a clause behind them.
  private func days(_ clause: String) -> [String?] {
    GrantSample.lines(Self.grants + clause).map { $0.split(separator: "|").first { $0.contains("..") }?.trimmed }
  }

  @Test(arguments: [
    "2. Dates\n\n2.1 The credits under 1.1 may be used until 30 April 2027.\n\n2.2 What is given in 1.2 lapses on 30 June 2026.",
    "1.4 The gifts end. Those in 1.1 expire on 30 April 2027 and those in 1.2 expire on 30 June 2026.",
    "1.4 Clause 1.1 gifts expire 30 April 2027. Clause 1.2 gifts expire 30 June 2026.",
  ])
  func byLabel(clause: String) {
    #expect(
      days(clause) == [
        "2026-03-01..2027-04-30", "2026-03-01..2026-06-30", "2026-03-01..2028-02-28",
      ])
  }

  @Test(arguments: [
    "1.4 The option in clause 5 may be exercised until 30 April 2027.",
    "1.4 Subject to 1.1 the fees are due by 30 April 2026.",
    "1.4 The amounts in 4.1 are invoiced by 30 April 2026.",
  ])
  func otherLabels(clause: String) {
    #expect(GrantSample.lines(Self.grants + clause).allSatisfy { $0.contains("2026-03-01..2028-02-28") })
  }

  /// Labels of grants that are set apart from those whose time is told.
  @Test(arguments: [
    "2.1 Without prejudice to the credits under 1.1, the vouchers under 1.2 expire on 30 April 2027.",
    "2.1 In addition to the credits under 1.1, Customer may use the vouchers under 1.2 until 30 April 2027.",
    "2.1 Unlike the credits in 1.1 and the sandbox in 1.3, which run on, the vouchers in 1.2 expire on 30 April 2027.",
    "2.1 The vouchers under 1.2 may until 30 April 2027 be exchanged for credits under 1.1.",
  ])
  func labelsApart(clause: String) {
    #expect(
      days(clause) == [
        "2026-03-01..2028-02-28", "2026-03-01..2027-04-30", "2026-03-01..2028-02-28",
      ])
  }

  @Test(arguments: [
    "2.1 Save for what is granted in 1.1, all gifts expire on 30 April 2027.",
    "2.1 The items in section 1.1 of the Data Policy expire on 30 April 2027.",
  ])
  func leftOut(clause: String) {
    #expect(GrantSample.lines(Self.grants + clause).first?.contains("2027-04-30") == false)
  }

  @Test func ownNames() {
    let lines = GrantSample.lines(
      """
      Schedule A

      A1 Supplier grants Customer 30 training credits.

      A2 Supplier grants Customer 6 exam vouchers.

      Schedule B

      Benefit A1: available until 30 April 2027.

      Benefit A2: available in Contract Year 2.
      """)
    #expect(
      lines == [
        "training_credit 30 credit | 2026-03-01..2027-04-30",
        "certification_voucher 6 voucher | 2027-03-01..2028-02-28",
      ])
  }

  @Test func linesOverLists() {
    let lines = GrantSample.lines(
      """
      Contract Year 1 (1 March 2026 - 28 February 2027)

      - 30 training credits

      Contract Year 2 (1 March 2027 - 28 February 2028)

      - 6 exam vouchers
      """)
    #expect(
      lines == [
        "training_credit 30 credit | 2026-03-01..2027-02-28",
        "certification_voucher 6 voucher | 2027-03-01..2028-02-28",
      ])
  }

  @Test func freeLeadInIsNoDenial() {
    let lines = GrantSample.lines(
      "The following cost nothing, are provided at no charge and may be used during the first six months of the order:\n\n(a) 30 training credits;\n\n(b) 6 exam vouchers."
    )
    #expect(lines.allSatisfy { $0.contains("2026-03-01..2026-08-31") } && lines.count == 2)
  }

  @Test func linesUnderEach() {
    let lines = GrantSample.lines(
      """
      Training credits: 30, at no charge

      Valid: Q2 2026 to Q4 2026

      Success fund: USD 4,000

      Valid: H2 2026
      """)
    #expect(
      lines.map { $0.split(separator: "|").first { $0.contains("..") }?.trimmed } == [
        "2026-04-01..2026-12-31", "2026-07-01..2026-12-31",
      ])
  }

  @Test(arguments: [
    "The same period applies to the exam vouchers.", "The exam vouchers must be used in the same period.",
  ])
  func borrowed(clause: String) {
    let lines = GrantSample.lines(
      "Supplier grants 30 training credits, valid until 30 April 2027.\n\nSupplier grants 6 exam vouchers. \(clause)")
    #expect(lines.last == "certification_voucher 6 voucher | 2026-03-01..2027-04-30")
  }

  @Test(arguments: [
    "Invoices for the exam vouchers are paid in the same period.", "The same terms and conditions apply.",
    "The exam vouchers are handed over at the same date the invoice is paid.",
  ])
  func notBorrowed(clause: String) {
    let lines = GrantSample.lines(
      "Supplier grants 30 training credits, valid until 30 April 2027.\n\nSupplier grants 6 exam vouchers. \(clause)")
    #expect(lines.last?.contains("2027-04-30") == false)
  }

  @Test(arguments: [
    "Customer's administrator turns on single sign-on by 30 April 2026.",
    "After the end Customer has 30 days to take its data away.",
  ])
  func paragraphsBehind(clause: String) {
    let lines = GrantSample.lines("Supplier provides one full copy sandbox at no charge.\n\n\(clause)")
    #expect(lines == ["sandbox 1 sandbox | fee 0 | 2026-03-01..2028-02-28"])
  }
}

extension Substring {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
