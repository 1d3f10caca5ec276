// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells grants from what only speaks of them again: "the three units of Additional API Calls", "these hours", "a
/// Learning Pass gives its holder …" beside the grant itself.
struct BackReferences {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge) {
    self.context = context
    self.knowledge = knowledge
  }

  /// For each candidate whether it only refers to another of the same kind.
  func flags(_ candidates: [Candidate]) -> [Bool] {
    let vague = candidates.map { $0.place == nil && (isDefinite($0) || $0.isArticleOnly) }
    let tables = Set(candidates.compactMap { $0.place?.table }).sorted()
    let parts = PlanParts(context: context)
    return candidates.indices.map { index in
      if explainsRow(candidates[index], tables, candidates) || parts.isPart(candidates[index], candidates)
        || isGround(candidates[index], candidates)
      {
        return true
      }
      guard vague[index] else { return false }
      if countsAgain(candidates[index], candidates) { return true }
      return candidates.indices.contains { other in
        other != index && !vague[other] && candidates[other].kind == candidates[index].kind
          && candidates[other].sentence != candidates[index].sentence && suits(candidates[index], candidates[other])
      }
    }
  }

  /// "Under its Premier Success Plan, and at no extra price, Customer attends five coaching sessions": the plan is why.
  private func isGround(_ candidate: Candidate, _ all: [Candidate]) -> Bool {
    guard candidate.place == nil, candidate.kind == "support_plan", candidate.quantity == nil, candidate.money == nil
    else { return false }
    let start = candidate.name.tokens.lowerBound
    let opener = candidate.sentence.lowerBound
    guard start > opener, start <= opener + 4,
      context.isOne(opener, of: "under|within|through|by")
        || context.isOne(opener, of: "as")
          && context.isOne(opener + 1, of: "part"),
      context.isOne(start - 1, of: "its|the|their|your|this"),
      (0..<3).contains(where: { context.isOne(candidate.name.tokens.upperBound + $0, of: ",") })
    else { return false }
    return all.contains { $0.sentence == candidate.sentence && $0.kind != candidate.kind }
  }

  /// "The fifty credits of the two packs may be redeemed by …": half a name, and the number of a grant of another kind.
  private func countsAgain(_ candidate: Candidate, _ all: [Candidate]) -> Bool {
    let isProduct = candidate.kind == "complimentary_product"
    guard candidate.isWeak || isProduct, let quantity = candidate.quantity, quantity.amount > 1 else { return false }
    // "The ten seats come free with the order", beside a row with ten seats in a course.
    let noun = isProduct ? candidate.name.tokens.last.map { context.folded($0).droppingPlural } : nil
    return all.contains { other in
      !other.isWeak && other.kind != candidate.kind && other.quantity?.amount == quantity.amount
        && (other.quantity?.unit == quantity.unit || noun != nil && other.quantity?.unit == noun)
    }
  }

  /// "Row B counts one person in one course": what a part of a row is, said under the row's mark.
  private func explainsRow(_ candidate: Candidate, _ tables: [Int], _ candidates: [Candidate]) -> Bool {
    guard candidate.place == nil, let quantity = candidate.quantity, candidate.money == nil, !tables.isEmpty,
      candidate.sentence.count <= 200
    else { return false }
    let mentions = RowMentions(context: context)
    guard !mentions.labels(in: candidate.sentence).isEmpty else { return false }
    return tables.contains { table in
      let rows = mentions.rows(in: candidate.sentence, of: knowledge.tables[table])
      return !rows.isEmpty
        && candidates.contains { other in
          guard let place = other.place, place.table == table, rows.contains(place.row), other.kind == candidate.kind,
            let whole = other.quantity
          else { return false }
          return quantity.amount < whole.amount
        }
    }
  }

  private func suits(_ reference: Candidate, _ grant: Candidate) -> Bool {
    if reference.kind == "support_plan" { return reference.tier == grant.tier || reference.isWeak }
    if reference.isArticleOnly {
      return !(context.isOtherSort(reference, than: grant) && context.says([.granted, .free], in: reference.sentence))
    }
    // Another number under a definite article is another thing, unless the grant has none of its own.
    guard let a = reference.quantity, let b = grant.quantity, a.unit == b.unit, reference.money == nil else {
      return reference.money == nil || grant.money == nil || reference.moneyAmount == grant.moneyAmount
    }
    return true
  }

  private static let determiners: WordSet = ["the", "these", "those", "such", "said", "both"]

  private func isDefinite(_ candidate: Candidate) -> Bool {
    let start = min(candidate.tokens.lowerBound, candidate.name.tokens.lowerBound)
    guard start > candidate.sentence.lowerBound else { return context.isOne(start, of: Self.determiners) }
    return context.isOne(start - 1, of: Self.determiners) || context.isOne(start, of: Self.determiners)
  }
}
