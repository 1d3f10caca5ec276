// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// The clauses that speak of an entitlement: those of its own paragraph or row, those it rests on, and those that name
/// it elsewhere.
struct Neighbourhood {
  let clauses: [ContractClause]
  /// The labels that it stands under.
  let labels: Set<String>
  /// Those that speak of it by its label, or that its own words point to: notes, "see item 4", "line 5 is removed".
  let pointed: [ContractClause]

  init(_ entitlement: Entitlement, in set: ContractSet) {
    // What an amendment gave another value stands on the terms that it had before.
    let before = set.carried[entitlement.id].map { Self.clauses(of: $0, in: set) } ?? []
    let near = Self.clauses(of: entitlement, in: set) + before
    let own = Self.own(entitlement, in: set)
    labels = Set(own.compactMap(\.label))
    pointed = Self.pointed(from: own, labels, in: set.contract(of: entitlement.document))
    clauses = near + pointed.filter { !near.contains($0, at: \.evidence) }
  }

  /// The sentences and rows that grant it.
  private static func own(_ entitlement: Entitlement, in set: ContractSet) -> [ContractClause] {
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    return set.contract(of: entitlement.document)?.clauses.filter { clause in
      grants.contains { clause.overlaps($0) }
    } ?? []
  }

  private static func pointed(
    from own: [ContractClause], _ labels: Set<String>, in contract: ContractReading?
  ) -> [ContractClause] {
    let pointers = Set(own.flatMap(\.pointers)).subtracting(labels)
    guard let contract, !labels.isEmpty || !pointers.isEmpty else { return [] }
    let items = Set(contract.clauses.compactMap(\.label).filter { $0.hasPrefix("item:") })
    return contract.clauses.filter { clause in
      guard !own.contains(clause, at: \.evidence) else { return false }
      if let label = clause.label, pointers.contains(label) { return true }
      return clause.pointers.contains { pointer in
        if labels.contains(pointer) { return true }
        // "Item 5" is the fifth line where no clause has that number.
        return pointer.hasPrefix("item:") && !items.contains(pointer) && labels.contains("row:" + pointer.dropFirst(5))
      }
    }
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
      if clause.isDefinition, let name = entitlement.name { return clause.defines(name) }
      return others == 1 && clause.names(entitlement) && !clause.isFurtherGrant
    }
  }
}

extension Sequence {
  /// Whether an element with the same property is among them.
  func contains<Value: Equatable>(_ element: Element, at property: KeyPath<Element, Value>) -> Bool {
    contains { $0[keyPath: property] == element[keyPath: property] }
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
    // "$150,000 or more" is a threshold.
    let isMore = words.indices.contains {
      $0 > words.startIndex && words[$0] == "more" && words[$0 - 1] != "or" && words[$0 - 1] != "no"
        && !words[..<$0].suffix(3).contains("least")
    }
    return (isMore || words.contains { ["further", "additional", "another", "extra"].contains($0) })
      && (isGranting || restrictions.contains(.option) || words.contains { $0.allSatisfy(\.isNumber) })
  }

  /// "“Log storage” is …": it opens with that name.
  func defines(_ name: String) -> Bool {
    isDefinition && ContractSet.holds(String(evidence.quote.prefix(name.utf8.count + 24)), name)
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
