// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// How much may be used at a time grants nothing anew; what each of some has is multiplied or stays open.
@Suite struct PeriodCapTests {
  @Test(arguments: [
    ("Customer has 100 hours of consulting, to be called off at a maximum of 25 hours per quarter.", "100"),
    ("Supplier provides 120 consulting hours, to be used at a rate of no more than 10 hours per month.", "120"),
    ("Supplier provides 60 consulting hours, half of which must be used in each contract year.", "60"),
    ("Supplier includes 60 consulting hours. No more than 10 hours may be used in any one month.", "60"),
  ])
  func isNoRecurrence(clause: String, amount: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines == ["services_hours \(amount) hour | 2026-03-01..2028-02-28"])
    #expect(GrantSample.result(clause)?.entitlements.first?.conditions.text.isEmpty == false)
  }

  @Test(arguments: [
    ("Customer may use 25 hours of consulting per quarter.", "quarter×8"),
    ("Customer may use up to 25 consulting hours per quarter.", "quarter×8"),
    (
      "Supplier includes 60 consulting hours per contract year. At most 10 hours may be used per month.",
      "contract_year×2"
    ),
  ])
  func whereTheGrantItselfRecurs(clause: String, every: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].contains(every), "\(lines)")
  }

  @Test func eachOfAnUnknownNumber() {
    let found = GrantSample.result("Each user receives 1,000 AI credits per month.")?.entitlements ?? []
    #expect(found.map(\.quantity) == [nil])
    #expect(found.first?.gaps.contains(.quantity_or_value) == true)
  }

  @Test func eachOfAKnownNumber() {
    let lines = GrantSample.lines("The order is for 40 users.\n\nEach user receives 10 training credits.")
    #expect(lines.contains { $0.hasPrefix("training_credit 400 credit") }, "\(lines)")
  }

  @Test func someOfTheUsersAreFree() {
    #expect(GrantSample.lines("Ten of the 110 users are free of charge.").first?.contains(" 10 user") == true)
    #expect(GrantSample.lines("For every 10 users ordered, Customer receives one user free.") == [])
  }

  @Test(arguments: [
    (
      "On the first anniversary of the Order Start Date Customer receives 20 training credits.",
      "2027-03-01..2028-02-28"
    ),
    ("On 1 March 2027 Supplier adds another 15 training credits.", "2027-03-01..2028-02-28"),
    ("In the final contract year, Supplier provides 12 training seats.", "2027-03-01..2028-02-28"),
    ("Every January Customer receives 10 training credits.", "2026-03-01..2028-02-28 | contract_year×2"),
    ("Customer receives 500 GB of storage. Deleted files can be restored for 60 days.", "2026-03-01..2028-02-28"),
    ("Supplier provides 24 consulting hours. The kick-off takes place on 15 March 2026.", "2026-03-01..2028-02-28"),
  ])
  func whenItIsHad(clause: String, days: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].hasSuffix(days), "\(lines)")
  }

  @Test(arguments: [
    "The deadline for using the 20 consulting hours is extended to 31 December 2027.",
    "Supplier extends the validity of Customer's 15 exam vouchers until 31 December 2026.",
    "Customer's 30 training credits may be used in the second contract year.",
  ])
  func aNewDayIsNoFateOfTheUnused(clause: String) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.count == 1)
    #expect(found.first?.conditions.unused == nil)
  }

  @Test func contractYearsOfTheAmendedOrderAreUnknown() {
    let text = """
      AMENDMENT No. 3 to Order Form Q-7731

      Supplier: Marrow & Finch Software Ltd
      Customer: Nettle Bay Ferries Ltd
      Effective date: 1 March 2027

      (a) Customer receives 25 training credits for the second contract year.
      (b) 4 sandboxes are added until the Order End Date (28 February 2028) at no charge.
      """
    let found = TableSample.read(text, fileName: "amendment.txt").entitlements
    #expect(found.map { $0.validity.end?.description } == [nil, "2028-02-28"])
  }

  @Test(arguments: [
    "Customer must claim the 12 exam vouchers within 60 days of the Order Start Date; claimed vouchers stay valid for 12 months."
  ])
  func claimedInTimeTheyLastFromThen(clause: String) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map { $0.validity.redeemBy?.description } == ["2026-04-29"])
    #expect(found.map(\.validity.end) == [nil])
  }
}
