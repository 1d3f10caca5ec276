// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// What a grant may be used for, in one order form and in the next.
@Suite struct PurposeChangeTests {
  @Test(arguments: [
    (
      "60 hours of consulting", "60 hours of consulting, solely for the upgrade of Quillmark Ledger",
      "weakened conditions"
    ),
    (
      "60 hours of consulting for data migration, integration and reports",
      "60 hours of consulting for data migration", "weakened conditions"
    ),
    ("60 hours of consulting for reports", "60 hours of consulting for data migration", "weakened conditions"),
    ("60 hours of consulting for data migration", "60 hours of consulting for the migration of data", "kept"),
    (
      "60 hours of consulting for data migration", "60 hours of consulting for data migration and reports",
      "improved conditions"
    ),
    ("60 hours of consulting for data migration", "60 hours of consulting", "improved conditions"),
    ("60 hours of consulting for our planners", "60 hours of consulting for our planners", "kept"),
    (
      "60 hours of consulting", "60 hours of consulting to be spent with Quillmark partners only", "weakened conditions"
    ),
  ])
  func hours(_ before: String, _ after: String, _ wanted: String) throws {
    let found = try Support.changes("1. Customer receives \(before).", "1. Customer receives \(after).")
    #expect(found == ["services_hours \(wanted)"], "\(before) | \(after)")
  }

  @Test func fundsForLess() throws {
    let clause = "1. Quillmark sets up a success fund of EUR 9,000 for"
    let (many, one) = ("\(clause) change management, training and communication.", "\(clause) training.")
    #expect(try Support.changes(many, one) == ["success_fund weakened conditions"])
    #expect(try Support.changes(one, many) == ["success_fund improved conditions"])
  }

  @Test func aFundThatMayBeSpentOnLess() throws {
    let (open, narrow) = (
      "1. Quillmark sets up a success fund of EUR 9,000 for Customer.",
      "1. Quillmark sets up a success fund of EUR 9,000 for Customer, which may be used only for Quillmark training."
    )
    #expect(try Support.changes(open, narrow) == ["success_fund weakened conditions"])
    #expect(try Support.changes(narrow, open) == ["success_fund improved conditions"])
    #expect(try Support.changes(narrow, narrow) == ["success_fund kept"])
  }

  @Test(arguments: [
    (
      "Premier Support with a named contact, 24/7, at no charge", "Premier Support at no charge",
      "support_plan weakened conditions conditions"
    ),
    (
      "Premier Support at no charge", "Premier Support with 24/7 service at no charge",
      "support_plan improved conditions"
    ),
    (
      "70 training credits. They may be used by its affiliates", "70 training credits",
      "training_credit weakened conditions"
    ),
    ("70 training credits. They are not transferable", "70 training credits", "training_credit kept"),
  ])
  func seesWhatFellOut(_ before: String, _ after: String, _ change: String) throws {
    #expect(try Support.changes("1. Customer receives \(before).", "1. Customer receives \(after).") == [change])
  }
}
