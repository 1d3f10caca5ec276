// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// What a grant is for, and what it is not for.
@Suite struct PurposeTests {
  @Test(arguments: [
    "Supplier grants Customer 40 training credits at no charge. They may not be used for travel.",
    "Supplier sets up a success fund of USD 10,000. It cannot be spent on licences.",
    "Customer receives 20 consulting hours free of charge, not to be used for coding.",
    "Customer receives 20 consulting hours free of charge. None of them may be spent on coding.",
    "Supplier provides a success fund of USD 10,000. No part of the fund may be applied towards licences.",
    "Supplier provides a success fund of USD 10,000. Spending it on travel is not possible.",
  ])
  func whatIsDeniedIsNoPurposeButACondition(text: String) {
    let found = GrantSample.result(text)?.entitlements ?? []
    #expect(found.map(\.purpose) == [nil])
    #expect(found.first?.conditions.text.count == 1)
  }

  @Test(arguments: [
    (
      "Supplier provides a success fund of USD 10,000 for the roll-out in branches, but not for travel.",
      "roll-out in branches"
    ),
    (
      "Supplier provides a success fund of USD 10,000. It is not meant for licences but for change work.", "change work"
    ),
    (
      "Supplier grants 40 training credits, not later than 1 June 2031, for the branch managers.", "the branch managers"
    ),
    ("No charge is made for the 40 training credits, which are for onboarding agents.", "onboarding agents"),
  ])
  func whatStandsBesideADenialIsRead(text: String, purpose: String) {
    #expect((GrantSample.result(text)?.entitlements ?? []).map(\.purpose) == [purpose])
  }

  @Test(arguments: [
    ("to be used for data cleansing and regression testing", "data cleansing and regression testing"),
    (
      "for data cleansing, regression testing and the coaching of stewards, valid until 31 March 2027",
      "data cleansing, regression testing and the coaching of stewards"
    ),
    ("for the rollout to the piers and may be suspended", "rollout to the piers"),
    ("for its deck crews and expire on 1 May 2027", "its deck crews"),
    ("for loading timetables, and Customer shall book them by 1 May 2027", "loading timetables"),
    ("for loading timetables, Customer and Supplier agreeing on each", "loading timetables"),
    ("for loading timetables and 4 sandboxes", "loading timetables"),
  ])
  func whatAndJoinsBelongsToItUnlessAnotherStatementBegins(clause: String, purpose: String) {
    let found = GrantSample.result("Supplier grants 20 consulting hours \(clause).")?.entitlements ?? []
    #expect(found.first?.purpose == purpose)
  }

  @Test func aSentenceOfTheSectionThatNamesTheGrantSaysWhatItIsFor() {
    let text = """
      4. Voucher

      4.1 Supplier grants Customer a partner voucher of USD 5,000.

      4.2 The voucher may be used for rollout work only.
      """
    let found = GrantSample.result(text)?.entitlements ?? []
    #expect(found.map(\.purpose) == ["rollout work only"])
    #expect(found.first?.conditions.text == ["The voucher may be used for rollout work only."])
  }
}
