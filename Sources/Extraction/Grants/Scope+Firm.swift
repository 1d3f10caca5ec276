// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Tells what is bought with the order at a price from what merely could be.
extension Scope {
  private static let mores: WordSet = ["additional", "further", "extra", "more", "another"]
  private static let prices: WordSet = [
    "charged", "invoiced", "billed", "priced", "cost", "costs", "at", "come", "comes",
  ]
  private static let orders: WordSet = [
    "purchases", "buys", "orders", "takes", "subscribes", "purchased", "ordered", "bought", "subscribed", "prepays",
  ]
  private static let provisions: WordSet = [
    "provides", "provide", "supplies", "supply", "delivers", "deliver", "grants", "grant", "adds", "add", "includes",
    "receives", "receive",
  ]
  private static let doubts: WordSet = [
    "may", "can", "could", "might", "if", "should", "would", "option", "optional", "optionally", "wants", "wishes",
    "request", "requested", "each", "every", "any", "available", "up", "whenever", "where", "when", "unless", "until",
    "once", "upgrade", "offers", "offer", "not", "no", "needed", "required", "demand",
  ]

  /// "Customer purchases 500 GB of additional storage for $3,000 per year": who buys so many has them, whatever the price
  /// reads like.
  func isFirm(_ candidate: Candidate, against match: PhraseMatch, in clause: Range<Int>) -> Bool {
    let first = match.tokens.lowerBound
    let isMore = context.isOne(first, of: Self.mores)
    guard isMore || context.isOne(first, of: Self.prices) else { return false }
    if candidate.kind == "support_plan" { return !isMore && runsForTheTerm(match, clause) }
    guard let quantity = candidate.quantity, quantity.amount > 0, !candidate.isArticleOnly, candidate.place == nil
    else {
      return false
    }
    let before = clause.lowerBound..<max(clause.lowerBound, candidate.tokens.lowerBound)
    guard !before.isEmpty, before.count <= 40, !before.contains(where: { context.isOne($0, of: Self.doubts) }) else {
      return false
    }
    return before.contains { context.isOne($0, of: Self.orders) || isMore && context.isOne($0, of: Self.provisions) }
  }

  /// "Premier Support is charged at $1,200 per month for the Order Term"
  private func runsForTheTerm(_ match: PhraseMatch, _ clause: Range<Int>) -> Bool {
    let behind =
      match.tokens.upperBound..<max(match.tokens.upperBound, min(match.tokens.upperBound + 8, clause.upperBound))
    guard !clause.contains(where: { context.isOne($0, of: "may|can|could|if|should|would|option|optional") }) else {
      return false
    }
    return context.names(in: behind).contains { $0.list == "anchor" && ["term", "term_start"].contains($0.entry) }
  }

  /// "Customer shall pay no licence fees"
  func paysNothing(_ verb: Int) -> Bool {
    verb + 1 < context.stream.count && context.isOne(verb, of: "pay|pays|owe|owes")
      && context.isOne(verb + 1, of: "no|nothing|neither")
  }

  /// "Customer pays $15,000 for 60 consulting hours": what is paid for is bought.
  func isPaidWith(_ candidate: Candidate) -> Bool {
    let start = candidate.tokens.lowerBound
    let before = max(candidate.sentence.lowerBound, start - 16)..<max(candidate.sentence.lowerBound, start)
    guard candidate.place == nil, candidate.quantity != nil, !candidate.isArticleOnly,
      let pays = before.first(where: { context.isOne($0, of: "pays|pay|paid") }),
      let last = before.last(where: { context.folded($0) == "for" }), last > pays, start - last <= 4,
      !(last..<start).contains(where: {
        context.isOne($0, of: "each|every|any|further|additional|extra|more|excess|own|its")
      })
    else { return false }
    return context.values(in: pays..<last).contains { if case .money = $0.value { true } else { false } }
  }
}
