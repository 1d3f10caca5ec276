// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Names of plans that are a part of something else in their sentence: "Gold Support, which provides 24x7 telephone
/// support", "30 days of hypercare support".
struct PlanParts {
  let context: DocumentContext

  private static let relatives: WordSet = [
    "which", "that", "providing", "including", "comprising", "offering", "covering", "featuring", "consisting",
  ]

  func isPart(_ candidate: Candidate, _ all: [Candidate]) -> Bool {
    guard candidate.kind == "support_plan", candidate.place == nil else { return false }
    return all.contains { other in
      guard other.place == nil, other.sentence == candidate.sentence, other.name.tokens != candidate.name.tokens else {
        return false
      }
      if other.kind != "support_plan" {
        return other.quantity != nil && other.name.tokens.overlaps(candidate.name.tokens)
      }
      return describes(other, candidate)
    }
  }

  /// A plan named in small letters behind "which" tells what the plan before it holds.
  private func describes(_ plan: Candidate, _ part: Candidate) -> Bool {
    let (end, start) = (plan.name.tokens.upperBound, part.name.tokens.lowerBound)
    guard end < start, start - end <= 12,
      !part.name.tokens.contains(where: { context.isCapitalised($0) }),
      plan.name.tokens.contains(where: { context.isCapitalised($0) })
    else { return false }
    return (end..<start).prefix(4).contains { context.isOne($0, of: Self.relatives) }
  }
}
