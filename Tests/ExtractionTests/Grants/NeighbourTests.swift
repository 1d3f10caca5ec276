// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What is said of one thing in a list is not said of its neighbours.
@Suite struct NeighbourTests {
  @Test(arguments: [
    (
      "Supplier provides 12 training seats, 4 exam vouchers valid until 31 May 2026 and 2 sandboxes.",
      ["2028-02-28", "2026-05-31", "2028-02-28"]
    ),
    (
      "Supplier provides (i) 10 training seats, (ii) 3 exam vouchers valid until 30 June 2026, and (iii) 20 consulting hours.",
      ["2028-02-28", "2026-06-30", "2028-02-28"]
    ),
    (
      "Supplier provides 12 training seats and 4 exam vouchers, both valid until 31 May 2026, and 2 sandboxes.",
      ["2026-05-31", "2026-05-31", "2028-02-28"]
    ),
    (
      "Supplier provides 12 training seats, 4 exam vouchers and 20 consulting hours, valid until 31 May 2026.",
      ["2026-05-31", "2026-05-31", "2026-05-31"]
    ),
    (
      "Customer receives 30 training credits and 12 exam vouchers, valid until 31 December 2026 and 31 March 2027 respectively.",
      ["2026-12-31", "2027-03-31"]
    ),
  ])
  func ends(clause: String, ends: [String]) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map { $0.validity.end?.description } == ends)
  }

  @Test func moreGrantsThanTimesStayOpen() {
    let result = GrantSample.result(
      "Supplier grants 40 training credits and 10 consulting hours for 12 and 24 months respectively.")
    #expect(result?.entitlements.map(\.validity.end) == [nil, nil])
  }

  @Test(arguments: [
    (
      "Customer receives 20 training credits, 10 exam vouchers worth $1,500 and 2 sandboxes.",
      ["training_credit 20 credit", "certification_voucher 10 voucher | worth 1500", "sandbox 2 sandbox"]
    ),
    (
      "Customer orders 25 training credits, 40 consulting hours at $180 per hour and two sandboxes.",
      ["training_credit 25 credit", "services_hours 40 hour | fee 7200", "sandbox 2 sandbox"]
    ),
    (
      "Customer receives 20 training credits and 10 exam vouchers worth $1,500.",
      ["training_credit 20 credit", "certification_voucher 10 voucher | worth 1500"]
    ),
  ])
  func sums(clause: String, grants: [String]) {
    let lines = GrantSample.lines(clause)
    #expect(lines == grants.map { "\($0) | 2026-03-01..2028-02-28" })
  }

  @Test(arguments: [
    (
      "Customer receives 30 training credits, 2 accelerators per quarter and 15 exam vouchers.",
      [nil, "quarter", nil]
    ),
    (
      "Supplier provides an annual allotment of 20 training credits and a quarterly allotment of 2 accelerators.",
      ["contract_year", "quarter"]
    ),
    (
      "Supplier provides a monthly allotment of 10,000 AI credits and an annual allotment of 4 accelerators.",
      ["month", "contract_year"]
    ),
  ])
  func rhythms(clause: String, every: [String?]) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map { $0.recurrence?.every.rawValue } == every)
  }

  @Test func aNumberIsNotDoubledByChance() {
    let found =
      GrantSample.result(
        "Customer receives 30 training credits, 2 accelerators per quarter and 15 exam vouchers.")?.entitlements ?? []
    #expect(found.compactMap { $0.quantity.map { "\($0.amount)" } } == ["30", "2", "15"])
  }

  @Test func whatFollowsASemicolonIsOfTheNumberThere() {
    let lines = GrantSample.lines("Complimentary: 20 Viewer seats; 10 Planner seats (first 6 months only).")
    #expect(lines.first?.contains("2028-02-28") == true, "\(lines)")
  }

  @Test(arguments: [
    "Supplier provides 20 training credits or, at Customer's choice, 10 consulting hours.",
    "Customer may choose between 40 consulting hours and 20 training days.",
  ])
  func ofTwoOneIsHad(clause: String) {
    let result = GrantSample.result(clause)
    #expect(result?.entitlements.map(\.certainty) == [.ambiguous, .ambiguous])
    #expect(result?.facts.problems.map(\.code).contains(.conflictingValues) == true)
  }
}
