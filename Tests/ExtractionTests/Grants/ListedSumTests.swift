// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Items of a list that open with a sum, under a lead-in that says that they are free.
@Suite struct ListedSumTests {
  private static let credits = "training_credit | worth 40000 | fee 0 | 2026-03-01..2028-02-28"

  @Test(arguments: [
    "without charge", "free of charge", "at no charge", "at no additional cost", "without extra fees",
    "at no cost to it",
  ])
  func firstItem(free: String) {
    for label in [("a)", "b)"), ("1.", "2."), ("-", "-")] {
      let clauses = """
        Supplier grants Customer the following \(free):
        \(label.0) USD 40,000 of training credits;
        \(label.1) 12 coaching sessions.
        """
      let lines = GrantSample.lines(clauses)
      #expect(lines.count == 2 && lines.first == Self.credits, "\(free) \(label)")
    }
  }

  @Test func withinASentence() {
    let lines = GrantSample.lines("Customer receives free of charge USD 40,000 of training credits.")
    #expect(lines == [Self.credits])
  }

  /// A price is none of that.
  @Test(arguments: [
    "Supplier sells 40 training credits at a charge of USD 4,000.",
    "Supplier provides 40 training credits for a fee of USD 4,000.",
  ])
  func prices(clause: String) {
    #expect(!GrantSample.lines(clause).contains { $0.contains("worth 4000") }, "\(clause)")
  }
}
