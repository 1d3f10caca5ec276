// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// The clauses that speak of an entitlement: those of its own paragraph or row, those it rests on, and those that name
/// it elsewhere.
struct Neighbourhood {
  let clauses: [ContractClause]

  init(_ entitlement: Entitlement, in set: ContractSet) {
    // What an amendment gave another value stands on the terms that it had before.
    let before = set.carried[entitlement.id].map { Self.clauses(of: $0, in: set) } ?? []
    clauses = Self.clauses(of: entitlement, in: set) + before
  }

  private static func clauses(of entitlement: Entitlement, in set: ContractSet) -> [ContractClause] {
    guard let contract = set.contract(of: entitlement.document) else {
      return []
    }
    let places = entitlement.evidence.map { ($0.start, $0.end) }
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    let blocks = Set(contract.clauses.filter { clause in grants.contains { clause.overlaps($0) } }.map(\.block))
    let others = contract.result.entitlements.filter { $0.kind == entitlement.kind }.count
    let isShared = contract.result.entitlements.contains { other in
      other.id != entitlement.id
        && other.evidence.first.map { first in
          contract.clauses.contains { blocks.contains($0.block) && $0.overlaps((first.start, first.end)) }
        } ?? false
    }
    return contract.clauses.filter { clause in
      if places.contains(where: { clause.overlaps($0) }) { return true }
      if blocks.contains(clause.block) {
        // Lines of a list that was read as one block speak of other things too.
        return !isShared && clause.mentions.allSatisfy(\.isWeak) || clause.speaks(of: entitlement)
      }
      return others == 1 && clause.names(entitlement) && !clause.isFurtherGrant
    }
  }
}

extension ContractClause {
  /// "If Customer renews, Vendor grants 50 further credits", "Vendor may grant additional sessions": a grant of its own
  /// on terms of its own.
  var isFurtherGrant: Bool {
    guard
      isGranting || !restrictions.isDisjoint(with: [.condition, .purchase, .option])
        || mentions.contains(where: { $0.objection == .conditional })
    else { return false }
    let words = evidence.quote.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { ["further", "additional", "another", "extra", "more"].contains($0) }
      && (isGranting || restrictions.contains(.option) || words.contains { $0.allSatisfy(\.isNumber) })
  }

  func overlaps(_ place: (start: Int, end: Int)) -> Bool { evidence.start < place.end && place.start < evidence.end }

  /// Names the kind in full, or by the very words of the entitlement's name.
  func names(_ entitlement: Entitlement) -> Bool {
    mentions.contains { mention in
      guard mention.kind == entitlement.kind else { return false }
      if entitlement.kind == "support_plan" { return mention.tier == entitlement.tier && !mention.isWeak }
      return !mention.isWeak
    }
  }

  /// Names the kind, in full or in part, or what it counts: "the hours are charged at".
  func names(inAnyWay entitlement: Entitlement) -> Bool {
    mentions.contains { mention in
      mention.kind == entitlement.kind && (mention.tier == nil || mention.isWeak || mention.tier == entitlement.tier)
    } || entitlement.quantity?.unit.map { unit in stems.contains { unit.hasPrefix($0) } } ?? false
  }

  /// Names the kind in any way, or grants nothing of another kind.
  func speaks(of entitlement: Entitlement) -> Bool {
    mentions.isEmpty || mentions.contains { $0.kind == entitlement.kind }
      || entitlement.quantity?.unit.map { unit in stems.contains { unit.hasPrefix($0) } } ?? false
  }
}
