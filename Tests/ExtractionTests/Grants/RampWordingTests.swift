// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Ramps told in prose: by years, by how they grow, and quantities told by what they are given for.
@Suite struct RampWordingTests {
  private static let years = ["2026-03-01..2027-02-28", "2027-03-01..2028-02-29", "2028-03-01..2029-02-28"]

  @Test(arguments: [
    (
      "Pilots' clinics: Supplier holds nine coaching sessions for the first twelve months, five for the next twelve and "
        + "three for the last twelve.", [9, 5, 3]
    ),
    ("In Year 1 Supplier hosts two sandboxes for Nettle Bay, in Year 2 five and in Year 3 six.", [2, 5, 6]),
    (
      "Supplier grants 90 development hours in the opening year, 70 in the second year and 50 in the third.",
      [90, 70, 50]
    ),
    ("Training seats. 24 (contract year 1), 12 (contract year 2), 6 (contract year 3), at no charge.", [24, 12, 6]),
    (
      "Supplier loads 4,000 data credits in contract year one, rising by 1,500 with every later year.",
      [4000, 5500, 7000]
    ),
    ("File storage starts at 300 GB and grows by 50 GB in each of the two years that follow.", [300, 350, 400]),
    ("Supplier grants 300 data credits in the first year; the number doubles each year.", [300, 600, 1200]),
    ("Supplier grants 12 exam vouchers in year one and half as many in year two.", [12, 6]),
  ])
  func steps(clause: String, amounts: [Int]) {
    let found = GrantSample.lines("1. Extras\n\n\(clause)", end: "28 February 2029")
    #expect(found.count == amounts.count)
    for (index, amount) in amounts.enumerated() where index < found.count {
      #expect(found[index].contains(" \(amount) ") && found[index].contains(Self.years[index]))
    }
  }

  /// What comes thereafter stays to the end of the term.
  @Test func thereafter() {
    let found = GrantSample.lines(
      "1. Extras\n\nSupplier provides API calls: 20,000 a day in the first year and 30,000 a day thereafter.",
      end: "28 February 2029")
    #expect(
      found == [
        "api_capacity 20000 call a day | 2026-03-01..2027-02-28",
        "api_capacity 30000 call a day | 2027-03-01..2029-02-28",
      ])
  }

  @Test(arguments: [
    ("Each of the fourteen piers gets two days of on-site training.", "training_credit 28 day"),
    ("Supplier provides two sandboxes for each of the three regions, in all six.", "sandbox 6 sandbox"),
    (
      "Nettle Bay orders 240 users. Supplier grants one training seat for every 20 users.", "training_credit 12 seat"
    ),
    // Nobody says how many.
    ("Supplier grants one training seat for every 20 deckhands.", "training_credit"),
    ("Per pier, three hours of consulting are included in the fees.", "services_hours"),
    // Years are no things to be counted.
    ("Supplier grants ten exam vouchers in each of the two contract years.", "certification_voucher 10 voucher"),
    ("Each of five developers may sit the associate exam once without charge.", "certification_voucher 5 exam"),
  ])
  func computed(clause: String, grant: String) {
    let found = GrantSample.lines("1. Extras\n\n\(clause)")
    #expect(found.map { $0.split(separator: " | ").first.map(String.init) ?? "" } == [grant])
  }

  @Test(arguments: [
    ("A named success manager looks after Customer for ten hours a month.", "services_hours 10 hour"),
    ("Customer has the services of a data architect for four (4) working days.", "services_hours 4 day"),
    (
      "Supplier grants Customer\n\n(a) expert coaching: seven sessions;\n\n(b) e-learning: 90 passes.",
      "accelerator 7 session"
    ),
    ("For the crews there is a second success fund, of USD 5,000.", "success_fund"),
    ("In place of Gold Support, which was struck, Customer has Standard Support free of charge.", "support_plan"),
  ])
  func given(clause: String, grant: String) {
    let found = GrantSample.lines("1. Extras\n\n\(clause)")
    #expect(found.first?.split(separator: " | ").first.map(String.init) == grant)
  }

  /// The next sentence takes it back.
  @Test func noneHasBeenOrdered() {
    let clause = "Gold Support at 4% of the fees and ten exam vouchers for USD 900 are on offer. None has been ordered."
    #expect(GrantSample.lines("1. Various\n\n\(clause)").isEmpty)
  }

  /// A second amount beside a grant that no grant has stands among the leads.
  @Test func aSecondAmountIsALead() {
    let result = GrantSample.result(
      "1. Extras\n\nSupplier grants 40 training credits; the pursers, once their berths are drawn, 60 credits.")
    #expect(result?.entitlements.count == 1)
    #expect(result?.facts.leads.isEmpty == false)
  }
}
