// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// What comes near to a promise that nothing meets.
extension Contradictions {
  /// The three clauses that come nearest to a promise that nothing meets.
  func leads(to grant: PromisedGrant?) -> [NearLead] {
    guard let grant else { return [] }
    var scored: [(score: Int, order: Int, lead: NearLead)] = []
    for (order, place) in clauses.enumerated() {
      let named = place.clause.mentions.first { $0.kind == grant.kind }
      var score = min(4, shared(place, grant))
      if let product = grant.product, ContractSet.holds(place.clause.evidence.quote, product) { score += 8 }
      if let named { score += named.isWeak ? 3 : 6 }
      guard score >= 3 else { continue }
      let reason = named?.objection?.rawValue ?? (place.clause.isOptional ? "optional_purchase" : nil)
      scored.append(
        (
          score, order,
          NearLead(
            document: place.document, page: place.clause.evidence.page, quote: place.clause.evidence.quote,
            reason: reason)
        ))
    }
    return scored.sorted { ($1.score, $0.order) < ($0.score, $1.order) }.prefix(3).map(\.lead)
  }
}
