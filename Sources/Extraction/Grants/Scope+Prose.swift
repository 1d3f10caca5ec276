// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// Whole sentences that name a thing and its number and in which no word gives it.
extension Scope {
  private static let finite: WordSet = [
    "is", "are", "was", "were", "will", "shall", "may", "can", "must", "has", "have", "had", "do", "does", "did",
    "would", "should", "could", "might", "cannot", "need", "needs", "remain", "remains", "cost", "costs", "require",
    "requires", "depends", "depend",
  ]

  /// "Ten training credits are chargeable.", "It is Client's responsibility to secure two sandboxes.": a sentence with a
  /// verb of its own; a line of a list needs none.
  func isToldOnly(_ candidate: Candidate) -> Bool {
    guard candidate.place == nil, candidate.kind != "support_plan", candidate.kind != "complimentary_product",
      candidate.money == nil || candidate.kind.isFunded, candidate.fee == nil,
      (6...120).contains(candidate.sentence.count),
      let last = candidate.sentence.last, context.isOne(last, of: ".|;|:")
    else { return false }
    let clause = clause(around: candidate)
    guard clause.count <= 120, clause.contains(where: { context.isOne($0, of: Self.finite) }) else { return false }
    // What a party does, or what goes to it, may be a gift in words that no pack has.
    return !names(knowledge.vendorNames, clause) && !goesToCustomer(clause) && !isFundAgain(candidate)
  }

  /// "released to the Customer", "booked to Client's account", "at the Library's premises".
  private func goesToCustomer(_ clause: Range<Int>) -> Bool {
    for name in knowledge.customerNames + ["you", "your"] {
      let words = name.split(separator: " ").map(String.init)
      guard !words.isEmpty, words.count < clause.count else { continue }
      for start in clause.lowerBound + 1..<max(clause.lowerBound + 1, clause.upperBound - words.count + 1)
      where words.indices.allSatisfy({ context.folded(start + $0) == words[$0] }) {
        let before = context.isOne(start - 1, of: "the|its") ? start - 2 : start - 1
        if before >= clause.lowerBound, context.isOne(before, of: "to|for|at|with|upon|in|on") { return true }
      }
    }
    return false
  }

  /// "The budget of a Fund is 5 % of …", "The fund will not exceed $9,000": how much, of a fund that another sentence sets
  /// up.
  private func isFundAgain(_ candidate: Candidate) -> Bool {
    guard candidate.kind.isFunded else { return false }
    let others = context.names.lazy.filter {
      $0.kind == candidate.kind && !candidate.sentence.contains($0.tokens.lowerBound)
    }
    return others.prefix(20).contains { context.says([.granted], in: context.sentence(of: $0.tokens.lowerBound)) }
  }
}
