// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times that one sentence tells of several grants, each its own; in an order from 2026-03-01 to 2028-02-28.
@Suite struct SharedTimeTests {
  private func ends(_ clauses: String) -> [String] {
    (GrantSample.result(clauses)?.entitlements ?? []).map { $0.validity.end?.description ?? "?" }
  }

  private let three = "Supplier gives 9 exam vouchers, 30 training credits and 25 consulting hours, free of charge. "

  @Test(arguments: [
    ("Each of these three benefits ends on 31 May 2027.", ["2027-05-31", "2027-05-31", "2027-05-31"]),
    (
      "The last mentioned may be used until 31 May 2027, the others until 31 August 2026.",
      ["2026-08-31", "2026-08-31", "2027-05-31"]
    ),
    (
      "Except for the hours, which stay open for the term, everything above ends on 31 May 2027.",
      ["2027-05-31", "2027-05-31", "2028-02-28"]
    ),
    (
      "Unless otherwise stated below, these can be used until 31 May 2027.\n\nThe exam vouchers can be used until 31 August "
        + "2026.", ["2026-08-31", "2027-05-31", "2027-05-31"]
    ),
  ])
  func areShared(clause: String, expected: [String]) {
    #expect(ends(three + clause) == expected)
  }

  @Test func lengthsHaveOneBeginning() {
    let found = GrantSample.lines(
      "Supplier gives 30 training credits and 25 consulting hours, free of charge. The credits can be used for two years and "
        + "the hours for one year, counted from 1 April 2026.")
    #expect(found.contains { $0.contains("2026-04-01..2028-03-31") })
    #expect(found.contains { $0.contains("2026-04-01..2027-03-31") })
  }

  @Test func itemsFromOneToAnother() {
    let found = ends(
      "The following is free of charge:\n\n1. 9 exam vouchers\n2. 30 training credits\n3. 25 consulting hours\n4. 1 partial "
        + "copy sandbox\n\nItems 1 to 3 may be used until 31 May 2027. Item 4 is available for the whole term.")
    #expect(found == ["2027-05-31", "2027-05-31", "2027-05-31", "2028-02-28"])
  }

  @Test func linesOverLists() {
    let found = ends(
      "Benefits of the first contract year:\n\n- 9 exam vouchers, free of charge\n\nBenefits of the second contract "
        + "year:\n\n- 30 training credits, free of charge")
    #expect(found == ["2027-02-28", "2028-02-28"])
  }

  @Test func assignmentBeforeUse() {
    let entitlement = GrantSample.result(
      "Supplier gives 9 exam vouchers. They must be assigned to a person by 31 May 2026; the person then has six months to "
        + "sit the exam.")?.entitlements.first
    #expect(entitlement?.validity.redeemBy?.description == "2026-05-31")
    #expect(entitlement?.validity.end?.description == "2026-11-29")
  }

  @Test func anyContractYear() {
    let found = GrantSample.lines("Customer may call on 20 consulting hours in any contract year.")
    #expect(found.first?.contains("contract_year×2") ?? false)
  }
}
