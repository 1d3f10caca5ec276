// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Grants of which the customer has one or the other: "20 training credits or, at Customer's choice, 10 consulting hours",
/// "may choose between 40 hours and 20 days". Each is read; that both are had nobody may say.
struct AlternativeGrants {
  let context: DocumentContext

  /// Candidates of one sentence in text order, with the doubt noted where they are alternatives.
  func noted(_ candidates: [Candidate]) -> [Candidate] {
    guard (2...4).contains(candidates.count), Set(candidates.map(\.kind)).count > 1,
      candidates.allSatisfy({ $0.quantity != nil || $0.money != nil })
    else { return candidates }
    let isChoice = zip(candidates, candidates.dropFirst()).allSatisfy { first, second in
      first.tokens.upperBound <= second.tokens.lowerBound
        && isAlternative(
          first.tokens.upperBound..<second.tokens.lowerBound, in: first.sentence, first.tokens.lowerBound)
    }
    guard isChoice else { return candidates }
    return candidates.map { candidate in
      var one = candidate
      one.problems.append(.conflictingValues)
      return one
    }
  }

  private func isAlternative(_ joint: Range<Int>, in sentence: Range<Int>, _ start: Int) -> Bool {
    guard joint.count <= 14 else { return false }
    if joint.contains(where: { context.folded($0) == "or" }) {
      return !joint.contains { context.isOne($0, of: ";|.|which|that") }
    }
    // "may choose between A and B"
    guard joint.contains(where: { context.folded($0) == "and" }) else { return false }
    return (max(sentence.lowerBound, start - 5)..<start).contains { context.folded($0) == "between" }
      && (max(sentence.lowerBound, start - 9)..<start).contains {
        context.isOne($0, of: "choose|choice|chooses|elect|select|pick|decide")
      }
  }
}
