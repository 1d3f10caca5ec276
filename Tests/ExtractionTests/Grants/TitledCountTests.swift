// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Deal-desk shorthand: a title and a count that only together say what is granted.
@Suite struct TitledCountTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    ("* Classes. 14 seats, virtual, no charge.", "training_credit 14 seat"),
    ("* Onboarding. 36 hours, remote, free of charge.", "services_hours 36 hour"),
    ("* Coaching - seven sessions at no charge.", "accelerator 7 session"),
    ("* Exams. 11 vouchers, free.", "certification_voucher 11 voucher"),
    ("* Hypercare: 5 days on site, no charge.", "services_hours 5 day"),
    ("* API. Daily allocation raised by 18,000 calls, $0.", "api_capacity 18000 call a day"),
    ("* Exam codes. Fifteen (15), free.", "certification_voucher 15 voucher"),
    ("* Learning passes. 9, at no charge.", "training_credit 9 pass"),
    ("A.  Exam vouchers\n    Ten, at no charge", "certification_voucher 10 voucher"),
  ])
  func counted(clause: String, grant: String) {
    #expect(GrantSample.lines("SPECIAL TERMS\n\n\(clause)") == ["\(grant) | fee 0 | \(Self.whole)"])
  }

  @Test func givenAnew() {
    let lines = GrantSample.lines("* Data credits. 250,000 per Contract Year, fee $0. No rollover of what is left.")
    #expect(lines == ["usage_credit 250000 credit | fee 0 | \(Self.whole) | contract_year×2 | forfeited"])
    let monthly = GrantSample.lines("A. Messaging credits 9,000 a month, no charge")
    #expect(monthly == ["usage_credit 9000 credit | fee 0 | \(Self.whole) | month×24"])
  }

  @Test(arguments: [
    "* Integration. 10 days after the start the old gateway is shut down.",
    "* Training credits. 2027 rules apply.",
    "* Training credits. 50 users may share them.",
    "* Migration. 30 days' notice is given of each window.",
    "* Customer homework. 40 hours of testing by its dispatchers.",
    "* Training. 2 days per depot, run by Customer.",
  ])
  func otherNumbers(clause: String) {
    #expect(GrantSample.lines("SPECIAL TERMS\n\n\(clause)").isEmpty)
  }

  @Test func itemsUnderAFreeLine() {
    let lines = GrantSample.lines(
      """
      ADD-INS (no charge, all of them)

      A.  Training credits
          60 a year
          Valid in the year that they are given for
      B.  Go-live help
          24 hours of a senior consultant's time
      C.  Berth Planner, trial crew
          12 fitters, first four months of the order
      """)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.contains("fee 0") })
    #expect(lines.last == "complimentary_product 12 user | fee 0 | 2026-03-01..2026-06-30")
  }

  @Test(arguments: [
    ("* Berth Planner. Free for 90 days from order start, for the night desk.", "2026-03-01..2026-05-29"),
    ("* Quay Board, on the house. 5 Quay Board seats from 1 October 2026 for six months.", "2026-10-01..2027-03-31"),
  ])
  func productsOfTitles(clause: String, span: String) {
    let lines = GrantSample.lines("SPECIAL TERMS\n\n\(clause)")
    #expect(lines.count == 1 && lines[0].hasPrefix("complimentary_product") && lines[0].contains(span))
  }

  @Test(arguments: [
    ("Six planners get two exam vouchers each, free of charge.", "certification_voucher 12 voucher"),
    ("Four of your pursers are welcome at a classroom day, one seat each, gratis.", "training_credit 4 seat"),
    ("Free of charge: one training seat each for 12 dispatchers.", "training_credit 12 seat"),
  ])
  func apiece(clause: String, grant: String) {
    #expect(GrantSample.lines("1. Extras\n\n\(clause)") == ["\(grant) | fee 0 | \(Self.whole)"])
  }

  @Test(arguments: [
    ("* One additional full sandbox, $0, for six months beginning 1 October 2026.", 1),
    ("* One additional full sandbox, $900, for six months beginning 1 October 2026.", 0),
    ("* Sandboxes. Two, full copy, $0.", 1),
  ])
  func askedNothing(clause: String, count: Int) {
    let lines = GrantSample.lines("SPECIAL TERMS\n\n\(clause)")
    #expect(lines.count == count && lines.allSatisfy { $0.contains("fee 0") })
  }
}
