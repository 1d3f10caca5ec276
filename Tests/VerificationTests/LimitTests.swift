// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Words that take something from a grant: none of them may be passed over before a promise is called landed.
@Suite struct LimitTests {
  @Test(arguments: [
    (
      "A success fund of EUR 24,000",
      "1. Quillmark sets up a success fund of EUR 24,000. Each payment has to be matched by Customer."
    ),
    (
      "Two developer sandboxes free of charge",
      "1. Two developer sandboxes are supplied free of charge. Quillmark can reclaim them on sixty days' notice."
    ),
    ("30 training credits", "1. Customer receives 30 training credits. They may be refused in busy weeks."),
    (
      "45 advisory hours free of charge",
      "1. Quillmark provides 45 advisory hours free of charge. The hours are one allotment for Customer and Dunmore Pulp Ltd."
    ),
    (
      "A migration credit of EUR 9,000",
      "1. A migration credit of EUR 9,000 is granted to Customer and is set against at most half of any invoice."
    ),
    (
      "45 advisory hours free, whenever we need them",
      "1. Quillmark provides 45 advisory hours free of charge. No more than five hours can be called in any one month."
    ),
    (
      "30 training credits for any course",
      "1. Customer receives 30 training credits. They are for courses on list B and for nothing else."
    ),
  ])
  func restricted(_ promise: String, _ clause: String) throws {
    #expect(try Support.verdict(promise, clause) == "weakened conditions", "\(clause)")
  }

  @Test(arguments: [
    (
      "45 advisory hours free of charge",
      "1. Quillmark provides 45 advisory hours free of charge. No more than five hours can be called in any one month."
    ),
    (
      "30 training credits",
      "1. Customer receives 30 training credits. They can be used for courses of Quillmark's academy."
    ),
    (
      "Two developer sandboxes free of charge",
      "1. Two developer sandboxes are supplied free of charge. They are refreshed at most every 29 days."
    ),
    (
      "12 exam vouchers",
      "1. Twelve exam vouchers are given to Customer without charge. They remain valid for the Term."
    ),
  ])
  func ordinary(_ promise: String, _ clause: String) throws {
    #expect(try Support.verdict(promise, clause) == "landed", "\(clause)")
  }

  @Test func unreadLimitIsUnclear() throws {
    let clause = "1. Quillmark provides 45 advisory hours free of charge. They are given unless it rains."
    #expect(try Support.verdict("45 advisory hours free of charge", clause) == "unclear")
  }

  @Test(arguments: [
    "3. Clause 1 is removed from this Order at Customer's request.", "3. Item 1 is shown for reference only.",
  ])
  func takenOutByTheDocumentItself(_ removal: String) throws {
    let clauses = "1. Customer receives 30 training credits.\n\n2. Invoices are sent yearly.\n\n\(removal)"
    #expect(try Support.verdict("30 training credits", clauses) == "contradicted", "\(removal)")
  }

  @Test func definitionGrantsNothing() throws {
    let clause = "1. \u{201C}Archive Unit\u{201D} means 100 GB of archive storage."
    #expect(try Support.verdict("100 GB of archive storage", clause) == "missing")
  }
}
