// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@testable import ValueRecognition

/// A range is no single value: both ends are kept, and both say so.
@Suite struct RangeTests {
  @Test(arguments: [
    ("between 10 and 20 credits", 10, 20), ("10-20 credits", 10, 20), ("10 – 20 credits", 10, 20),
    ("10 or 20 credits", 10, 20),
    ("10 to 20 training credits", 10, 20), ("ten (10) to twenty (20) credits", 10, 20), ("24/36 months", 24, 36),
    ("$10 to $20", 10, 20), ("EUR 5 million or EUR 8 million", 5_000_000, 8_000_000), ("5 days or 10 days", 5, 10),
    ("5% to 8%", 5, 8), ("between 10 and 20", 10, 20), ("10-20", 10, 20), ("three- to five-year", 3, 5),
    ("at least 10 but no more than 20 sessions", 10, 20),
    ("between $1.2 million and $1.5 million", 1_200_000, 1_500_000),
  ])
  func keepsBothEnds(_ text: String, _ low: Int, _ high: Int) throws {
    let found = Reading.mentions(text).filter { $0.problems.contains(.conflictingValues) }
    #expect(Set(found.compactMap(\.amount)) == [Decimal(low), Decimal(high)])
    for mention in found {
      let other = try #require(mention.alternative)
      #expect(other.amount == (mention.amount == Decimal(low) ? Decimal(high) : Decimal(low)))
      #expect(mention.atLeast.amount == Decimal(low))
    }
  }

  @Test(arguments: [
    "up to 20 credits", "20 credits", "10 or more credits", "not exceeding 20 hours", "Sections 10 or 20",
    "pages 10-20",
    "in 2026 or 2027", "5 percent or $10", "7 to 1", "24/7 support", "1/2 day", "one-to-one", "10 credits and 20 hours",
    "the number is increased from 10 to 25", "raised from 10 to 25 credits",
    "the hours are increased by 40 to 80", "reduced by $500 to $2,000",
    "sales rose from $1.2 million to $1.5 million",
    "Discount 10% - 20 licenses", "10 of the 20 users",
  ])
  func leavesSingleValues(_ text: String) {
    #expect(Reading.mentions(text).allSatisfy { !$0.problems.contains(.conflictingValues) })
  }

  @Test(arguments: [
    ("eighteen (12) months", 18, 12), ("five (6) users", 5, 6), ("Ten Dollars ($12)", 10, 12),
    ("two percent (3%)", 2, 3),
  ])
  func keepsFiguresThatDisagree(_ text: String, _ words: Int, _ figures: Int) throws {
    let mention = try #require(Reading.mentions(text).first { $0.problems.contains(.wordsAndFiguresDisagree) })
    #expect(mention.amount == Decimal(words))
    #expect(mention.alternative?.amount == Decimal(figures))
    // The words stand; the doubt is no range.
    #expect(mention.atLeast == mention)
    #expect(Reading.printed(text).first?.fields.last?.value == .texts(["words_and_figures_disagree"]))
  }
}
