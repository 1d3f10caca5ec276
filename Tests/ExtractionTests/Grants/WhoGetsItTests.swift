// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// A clause grants where the customer gets something: not what others get, what is usual, or how much may be used.
@Suite struct WhoGetsItTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    "Employees of Supplier are entitled to 12 training days per year.",
    "Under its referral scheme, Supplier gives each reseller 40 training credits a year.",
    "The distributor will be given 16 exam vouchers for its own staff.",
    "Each certified partner obtains two sandboxes for demonstrations.",
    "Marrow & Finch's own engineers receive 9 exam vouchers a year.",
    "Supplier issues 40 training credits to each of its resellers.",
  ])
  func whatOthersGet(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
    #expect(!GrantSample.reasons(clause).isEmpty)
  }

  @Test(arguments: [
    ("Supplier's consultants hold 4 coaching sessions for Customer.", "accelerator 4 session"),
    ("Supplier's partner in Hull gives Customer 16 exam vouchers.", "certification_voucher 16 voucher"),
    ("Customer's employees are entitled to 12 training days.", "training_credit 12 day"),
    ("Employees of Customer receive 12 exam vouchers.", "certification_voucher 12 voucher"),
    ("Our team gets you started with 12 consulting hours.", "services_hours 12 hour"),
  ])
  func whatTheCustomerGets(clause: String, line: String) {
    #expect(GrantSample.lines(clause).map { $0.hasPrefix(line) } == [true])
  }

  @Test(arguments: [
    "Customers of Supplier typically use 40 consulting hours in their first year.",
    "A typical client needs 12 training days.",
    "Thirty training credits suffice for a company of medium size.",
    "On average, companies of this size consume 40,000 message credits.",
    "According to our statistics 60 consulting hours cover such a launch.",
  ])
  func whatIsUsual(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test(arguments: [
    "No single user may book more than 10 training days.",
    "Customer may not use more than 40 consulting hours in any one month.",
    "At most 10 training days can be booked by one department.",
    "Each booking of development credits is limited to 14 participants.",
    "Nobody may redeem more than 3 exam vouchers.",
  ])
  func howMuchAtMost(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
    #expect(!GrantSample.reasons(clause).isEmpty)
  }

  @Test(arguments: [
    ("Supplier provides no more than 40 consulting hours free of charge.", "services_hours 40 hour"),
    ("Customer receives at most 10 training days.", "training_credit 10 day"),
    ("Customer may draw on up to 10 training days in any one year.", "training_credit 10 day"),
  ])
  func whatIsGivenAtMost(clause: String, line: String) {
    #expect(GrantSample.lines(clause).map { $0.hasPrefix(line) } == [true])
  }

  @Test(arguments: [
    ("Supplier provides 40 training credits for 8% of the annual subscription fees.", "training_credit 40 credit"),
    ("Customer receives 20,000 API calls per day, priced at 3% of the annual fees.", "api_capacity 20000 call"),
  ])
  func aShareThatIsThePrice(clause: String, line: String) {
    let entitlements = (GrantSample.result(clause)?.entitlements ?? [])
    #expect(entitlements.count == 1)
    #expect(entitlements.first?.fee?.percent != nil)
    #expect(entitlements.first?.value == nil)
    #expect(GrantSample.lines(clause).first?.hasPrefix(line) == true)
  }

  @Test func aPurposeIsNoSecondGrant() {
    let clause =
      "Customer receives Premier Support for 2% of the annual subscription fees for the onboarding of its crews."
    #expect((GrantSample.result(clause)?.entitlements ?? []).map(\.kind) == ["support_plan"])
  }

  @Test func planIsANounOfTheName() {
    let clause = "Customer receives:\n\n- the Signature Success Plan to support the launch\n- 12 exam vouchers"
    #expect((GrantSample.result(clause)?.entitlements ?? []).map(\.kind) == ["support_plan", "certification_voucher"])
  }

  @Test(arguments: [
    "Premier Support. No charge.", "Premier Support. This is free of charge.",
  ])
  func theNextSentenceFreesIt(clause: String) {
    #expect((GrantSample.result(clause)?.entitlements ?? []).map(\.kind) == ["support_plan"])
  }

  @Test func whatANoteIncludes() {
    #expect(
      GrantSample.lines("* Includes 4 training days.") == ["training_credit 4 day | fee 0 | \(Self.whole)"])
    #expect(
      GrantSample.lines("The annual fee also covers:\n\n- 4 training days")
        == ["training_credit 4 day | fee 0 | \(Self.whole)"])
  }

  @Test func timeIsNoNumberOfTimes() {
    let entitlements =
      (GrantSample.result("Supplier provides 4 hours of architect time per contract year.")?.entitlements ?? [])
    #expect(entitlements.first?.recurrence?.every == .contract_year)
  }

  @Test func whatSandboxesAreWorth() {
    let entitlements = (GrantSample.result("Supplier provides 3 test sandboxes worth USD 900.")?.entitlements ?? [])
    #expect(entitlements.first?.value?.amount == 900)
    #expect(entitlements.first?.quantity?.amount == 3)
  }

  @Test(arguments: [
    "In case of an outage of more than four hours, 12 hours of support are credited.",
    "Customer can only redeem 4 exam vouchers at once.",
    "The auditor will be granted access to 2 sandboxes.",
    "Each depot of the group receives 40 training credits under its own order.",
    "Nettle Bay waives the 10 consulting hours of the standard package.",
    "Customer took 9 consulting days in the year before this Order Form.",
    "A request for more than 10 consulting days needs a lead time of six weeks.",
    "The implementation partner has each year completed 12 training days.",
    "To give an example, 10 training credits that are booked in March count as used.",
  ])
  func whatOnlySpeaksOfThem(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test(arguments: [
    "Supplier will set aside USD 900 (the \"Take-off Fund\"), on which Customer may draw.",
    "Supplier will provide USD 900 (the \"Lighthouse Budget\") for the launch.",
  ])
  func fundsUnderNamesOfTheirOwn(clause: String) {
    #expect(GrantSample.lines(clause) == ["success_fund | worth 900 | \(Self.whole)"])
  }

  @Test(arguments: [
    ("5 (five) partial copy sandboxes at no cost.", "sandbox 5 sandbox | fee 0"),
    ("24 Academy seats in each contract year at no cost.", "training_credit 24 seat | fee 0"),
  ])
  func aBareNumberIsNoLabel(clause: String, line: String) {
    #expect(GrantSample.lines("4. EXTRAS\n\n\(clause)").map { $0.hasPrefix(line) } == [true])
  }

  @Test func whatAnExampleSaysIsWorthNothing() {
    let clauses =
      "Supplier provides 40 training credits.\n\nAssume that 10 training credits are left; they would be worth USD 900."
    #expect(GrantSample.lines(clauses) == ["training_credit 40 credit | \(Self.whole)"])
  }
}
