// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

extension Candidate {
  /// Takes over what is doubtful of an amount, with the words that say otherwise; that a sign is shared by currencies is
  /// for the document to settle.
  mutating func noteDoubts(of amount: ValueMention?) {
    guard let amount else { return }
    for problem in amount.problems where problem != .ambiguousCurrency && !problems.contains(problem) {
      problems.append(problem)
    }
    if amount.problems.contains(.conflictingValues), let other = amount.alternative {
      tokens = tokens.union(other.tokens)
    }
  }

  func moneyDistance(_ name: NameSpan) -> Int {
    guard let money else { return Int.max }
    return money.tokens.upperBound <= name.tokens.lowerBound
      ? (name.tokens.lowerBound - money.tokens.upperBound) * 2
      : (money.tokens.lowerBound - name.tokens.upperBound) * 2 + 1
  }
}

extension ValueMention {
  var isMoneyOrShare: Bool {
    switch value {
    case .money, .percent: true
    default: false
    }
  }
}

extension Range where Bound == Int {
  func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
