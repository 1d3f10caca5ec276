// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells grants from what only speaks of them again: "the three units of Additional API Calls", "these hours", "a
/// Learning Pass gives its holder …" beside the grant itself.
struct BackReferences {
  let context: DocumentContext

  init(_ context: DocumentContext) { self.context = context }

  /// For each candidate whether it only refers to another of the same kind.
  func flags(_ candidates: [Candidate]) -> [Bool] {
    let vague = candidates.map { $0.place == nil && (isDefinite($0) || $0.isArticleOnly) }
    return candidates.indices.map { index in
      guard vague[index] else { return false }
      return candidates.indices.contains { other in
        other != index && !vague[other] && candidates[other].kind == candidates[index].kind
          && candidates[other].sentence != candidates[index].sentence && suits(candidates[index], candidates[other])
      }
    }
  }

  private func suits(_ reference: Candidate, _ grant: Candidate) -> Bool {
    if reference.kind == "support_plan" { return reference.tier == grant.tier || reference.isWeak }
    if reference.isArticleOnly { return true }
    // Another number under a definite article is another thing, unless the grant has none of its own.
    guard let a = reference.quantity, let b = grant.quantity, a.unit == b.unit, reference.money == nil else {
      return reference.money == nil || grant.money == nil || reference.moneyAmount == grant.moneyAmount
    }
    return true
  }

  private static let determiners: Set<String> = ["the", "these", "those", "such", "said", "both"]

  private func isDefinite(_ candidate: Candidate) -> Bool {
    let start = min(candidate.tokens.lowerBound, candidate.name.tokens.lowerBound)
    guard start > candidate.sentence.lowerBound else { return Self.determiners.contains(context.folded(start)) }
    return Self.determiners.contains(context.folded(start - 1)) || Self.determiners.contains(context.folded(start))
  }
}
