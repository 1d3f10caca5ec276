// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

extension Contradictions {
  private static let times: Set<String> = [
    "business", "working", "calendar", "thirty", "sixty", "ninety", "ten", "five", "two", "three", "seven", "office",
    "opening", "fifteen", "fourteen", "twenty", "forty", "more", "fewer", "these", "such",
  ]

  /// Clauses that speak of the kind, or stand with an entitlement of it.
  func clausesAbout(_ grant: PromisedGrant, _ entitlements: [Entitlement]) -> [CitedClause] {
    var found: [CitedClause] = []
    for place in clauses {
      let isNamed = place.clause.mentions.contains { mention in
        // "All credits issued before": of whatever kind.
        let isAnyCredit = mention.isWeak && mention.name.lowercased() == "credits" && grant.isCredit
        guard mention.kind == grant.kind || isAnyCredit else { return false }
        // What is said of AI credits is not said of data credits.
        if mention.kind == "usage_credit", !mention.isWeak, !NameMatch.sameCredits(grant.name, mention.name) {
          return false
        }
        return grant.kind != "support_plan" || grant.tier == nil || mention.tier == grant.tier || mention.isWeak
      }
      if isNamed { found.append(CitedClause(document: place.document, clause: place.clause)) }
    }
    // "The hours are not extended", in a clause of its own: where nothing else is counted in hours.
    let units = Set(entitlements.compactMap(\.quantity?.unit)).filter { unit in
      Set(set.active.filter { $0.quantity?.unit == unit }.map(\.kind)).count == 1
    }
    if !units.isEmpty {
      for place in clauses where !place.clause.isRow && place.clause.mentions.allSatisfy(\.isWeak) {
        let words = NameMatch.words(place.clause.evidence.quote)
        let isMeant = units.contains { unit in
          guard let at = words.firstIndex(where: { $0 == unit + "s" || $0 == unit }), at < 8 else { return false }
          // "Within thirty days" counts nothing that is granted.
          return at == 0 || !(words[at - 1].allSatisfy(\.isNumber) || Self.times.contains(words[at - 1]))
        }
        let isKnown = found.contains { $0.document == place.document && $0.clause.evidence == place.clause.evidence }
        if isMeant, !isKnown { found.append(CitedClause(document: place.document, clause: place.clause)) }
      }
    }
    for entitlement in entitlements {
      for clause in Neighbourhood(entitlement, in: set).clauses
      where !found.contains(where: { $0.document == entitlement.document && $0.clause.evidence == clause.evidence }) {
        found.append(CitedClause(document: entitlement.document, clause: clause))
      }
    }
    return found
  }
}
