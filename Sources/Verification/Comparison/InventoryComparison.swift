// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// Compares what two sets of contracts grant. A function of its arguments, without state.
public enum InventoryComparison {
  /// One entry a grant: those before in their order, then those that were added. An `after` that amends documents of
  /// `before` leaves alone what it does not speak of: that is kept.
  ///
  /// `clauses` gives the terms on which an entitlement stands: prices and restrictions are compared only where it does.
  public static func compare(_ before: Inventory, _ after: Inventory, clauses: GrantClauses? = nil)
    -> GrantComparisonResult
  {
    // What a document of `after` ended or replaced still stood before.
    let later = Set(after.documents.map(\.id))
    let copies = [before, after].map { Copies($0.documents, $0.entitlements) }
    var old = before.entitlements.filter { ($0.supersededBy.map(later.contains) ?? true) && !copies[0].holds($0) }
    var new = after.entitlements.filter { $0.supersededBy == nil && !copies[1].holds($0) }
    let amended = amendedDocuments(before, after)
    (old, new) = Ramps.merged(old, new)
    let pairs = GrantPairing(before: old, after: new, clauses: clauses, amended: amended).pairs
    var changes: [GrantChange] = []
    for (index, entitlement) in old.enumerated() {
      if let partner = pairs[index] {
        changes.append(change(entitlement, new[partner], before, after, clauses))
      } else if amended.contains(entitlement.document), entitlement.supersededBy == nil {
        changes.append(standing(entitlement, before, after, clauses))
      } else {
        changes.append(dropped(entitlement, clauses))
      }
    }
    let paired = Set(pairs.values)
    for (index, entitlement) in new.enumerated() where !paired.contains(index) {
      changes.append(GrantChange(.added, before: nil, after: entitlement))
    }
    SplitGrants.settle(&changes)
    PlansToldTwice.settle(&changes)
    return GrantComparisonResult(
      before: before.documents, after: after.documents, changes: changes,
      problems: caveats(before.documents, "before", "added") + caveats(after.documents, "after", "dropped")
        + before.documents.compactMap(copies[0].problem) + after.documents.compactMap(copies[1].problem))
  }

  /// What was not read of a side may grant what seems to be new, or what seems to be gone.
  private static func caveats(_ documents: [DocumentFacts], _ side: String, _ change: String) -> [Problem] {
    documents.filter { $0.status != .ok }.map { document in
      let how = document.status == .failed ? "could not be read" : "was read in part only"
      return Problem(
        "unread_document", "\(document.path) (\(side)) \(how): what seems to be \(change) may stand there.")
    }
  }

  /// Documents of `before` that a document of `after` amends, where `after` does not hold them again.
  private static func amendedDocuments(_ before: Inventory, _ after: Inventory) -> Set<String> {
    let amendments = after.documents.filter { $0.type == .amendment || !$0.amends.isEmpty }
    guard !amendments.isEmpty, amendments.count == after.documents.count else { return [] }
    let known = before.documents.filter { document in
      amendments.contains { amendment in
        document.orderNumber.map { number in
          amendment.amends.contains { OrderNumber.bare($0) == OrderNumber.bare(number) }
        } ?? false
      }
    }
    return Set((known.isEmpty && before.documents.count == 1 ? before.documents : known).map(\.id))
  }

  private static func dropped(_ old: Entitlement, _ clauses: GrantClauses?) -> GrantChange {
    var change = GrantChange(.dropped, before: old, after: nil)
    change.ending = clauses?.ending(of: old) ?? []
    return change
  }

  /// What an amendment leaves alone is kept, but for single words of it that it changes.
  private static func standing(
    _ old: Entitlement, _ before: Inventory, _ after: Inventory, _ clauses: GrantClauses?
  ) -> GrantChange {
    // What was put together of several stands in none of the documents.
    guard before.entitlements.contains(old), let now = clauses?.current(old), now != old else {
      return GrantChange(.kept, before: old, after: old)
    }
    if now.supersededBy != nil { return dropped(old, clauses) }
    let fields = ChangedFields(
      old, now, before.documents.first { $0.id == old.document }, after.documents.first)
    return GrantChange(
      fields.worse.isEmpty ? (fields.better.isEmpty ? .kept : .improved) : .weakened, before: old, after: now,
      differences: fields.worse + fields.better)
  }

  private static func change(
    _ old: Entitlement, _ new: Entitlement, _ before: Inventory, _ after: Inventory, _ clauses: GrantClauses?
  ) -> GrantChange {
    let fields = ChangedFields(
      old, new, before.documents.first { $0.id == old.document }, after.documents.first { $0.id == new.document },
      clauses)
    let change: Change = fields.worse.isEmpty ? (fields.better.isEmpty ? .kept : .improved) : .weakened
    return GrantChange(change, before: old, after: new, differences: fields.worse + fields.better)
  }
}

/// Which grant after belongs to which before: by kind first, then name, product and purpose, then size.
struct GrantPairing {
  let before: [Entitlement]
  let after: [Entitlement]
  let clauses: GrantClauses?
  /// Documents that those after amend.
  var amended: Set<String> = []

  /// Index before to index after.
  var pairs: [Int: Int] {
    var scored: [(score: Int, old: Int, new: Int)] = []
    for (i, old) in before.enumerated() {
      for (j, new) in after.enumerated() where old.kind == new.kind && canMean(old, new) {
        scored.append((score(old, new), i, j))
      }
    }
    scored.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
    var pairs: [Int: Int] = [:]
    var taken: Set<Int> = []
    for item in scored where pairs[item.old] == nil && !taken.contains(item.new) {
      pairs[item.old] = item.new
      taken.insert(item.new)
    }
    return pairs
  }

  private func canMean(_ a: Entitlement, _ b: Entitlement) -> Bool {
    if amended.contains(a.document), a.supersededBy == nil, isFurther(b) { return false }
    switch a.kind {
    case "usage_credit": return NameMatch.sameCredits(a.name, b.name)
    case "complimentary_product":
      if let x = clauses?.product(of: a), let y = clauses?.product(of: b) {
        return ContractSet.holds(x, y) || ContractSet.holds(y, x)
      }
      return !words(a).isDisjoint(with: words(b)) || a.name == b.name
    case "other": return a.name?.lowercased() == b.name?.lowercased()
    default: return true
    }
  }

  /// An amendment that grants "a further 50 credits" leaves those before alone.
  private func isFurther(_ entitlement: Entitlement) -> Bool {
    let quote = entitlement.evidence.first { $0.role == .grant }?.quote.lowercased() ?? ""
    let words = quote.split { !$0.isLetter }
    return words.contains { ["further", "additional", "additionally", "another", "extra"].contains($0) }
      || quote.contains("in addition")
  }

  private func score(_ a: Entitlement, _ b: Entitlement) -> Int {
    var score = 0
    if a.tier != nil, a.tier == b.tier { score += 8 }
    if a.name?.lowercased() == b.name?.lowercased() { score += 6 }
    if a.kind == "sandbox", SandboxSort.rank(a.name ?? "") == SandboxSort.rank(b.name ?? "") { score += 4 }
    score += min(6, names(a).intersection(names(b)).count * 2)
    score += min(4, Stems.of(a.purpose ?? "").intersection(Stems.of(b.purpose ?? "")).count)
    if a.quantity?.unit == b.quantity?.unit, (a.value == nil) == (b.value == nil) { score += 3 }
    if a.quantity?.amount == b.quantity?.amount, a.value?.amount == b.value?.amount { score += 2 }
    if (a.recurrence == nil) == (b.recurrence == nil) { score += 1 }
    return score
  }

  private func names(_ entitlement: Entitlement) -> Set<String> { Set(NameMatch.words(entitlement.name)) }
  private func words(_ entitlement: Entitlement) -> Set<String> {
    Stems.of(entitlement.evidence.first?.quote ?? entitlement.name ?? "")
  }
}
