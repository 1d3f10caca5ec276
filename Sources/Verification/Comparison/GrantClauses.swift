// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import InventoryModel

/// The clauses on which entitlements of both sides of a comparison stand: those of the documents where they were read,
/// else what the inventory quotes of them.
public struct GrantClauses: Sendable {
  private let set: ContractSet
  private let extractor: Extractor

  /// `contracts` of both sides; empty for inventories.
  public init(_ contracts: [ContractReading], extractor: Extractor) {
    set = ContractSet(contracts, extractor: extractor)
    self.extractor = extractor
  }

  /// The entitlement with the words that amendments among the contracts change.
  func current(_ entitlement: Entitlement) -> Entitlement? {
    set.contract(of: entitlement.document)?.result.entitlements.first { $0.id == entitlement.id }
  }

  /// The words of the document that ended it.
  func ending(of entitlement: Entitlement) -> [CitedEvidence] {
    (set.amendments[entitlement.id] ?? []).filter { $0.document != entitlement.document }
  }

  func clauses(of entitlement: Entitlement) -> [ContractClause] {
    if let contract = set.contract(of: entitlement.document), !contract.clauses.isEmpty {
      return Neighbourhood(entitlement, in: set).clauses
    }
    let facts = DocumentFacts(id: entitlement.document, path: "", format: .unknown)
    var quotes: [String] = []
    for quote in entitlement.evidence.map(\.quote) + entitlement.conditions.text where !quotes.contains(quote) {
      quotes.append(quote)
    }
    return quotes.flatMap { extractor.readContract(SourceText(line: $0), facts: facts).clauses }
  }

  /// How many months the clauses give to use it, whatever they count from; nil where they say no length.
  func months(of entitlement: Entitlement) -> Int? {
    let quotes = entitlement.evidence.filter { $0.role == .validity }.map(\.quote)
    return clauses(of: entitlement).filter { clause in
      quotes.contains { clause.evidence.quote.contains($0) || $0.contains(clause.evidence.quote) }
    }
    .compactMap(\.timing.months).max()
  }

  /// What its clauses say that a support plan brings.
  func features(of entitlement: Entitlement) -> ServiceFeatures {
    var all = ServiceFeatures()
    for clause in clauses(of: entitlement) where !clause.isDenied && !clause.isOptional {
      all.formUnion(clause.features)
    }
    return all
  }

  /// Restrictions that an ordinary grant does not have, with the first clause of each.
  func restrictions(of entitlement: Entitlement) -> [ContractClause.Restriction: String] {
    let grants = entitlement.evidence.filter { $0.role == .grant }.map(\.quote)
    var found: [ContractClause.Restriction: String] = [:]
    for clause in clauses(of: entitlement) where !clause.isDeniedRestriction && !clause.isRemedy {
      let isOwn = grants.contains { $0 == clause.evidence.quote }
      for restriction in clause.restrictions {
        if restriction == .partners, entitlement.kind == "partner_voucher" { continue }
        if restriction == .condition, !isOwn, !clause.isAboutUse { continue }
        if restriction == .option, !isOwn { continue }
        if restriction == .others, clause.includesCustomer { continue }
        found[restriction] = found[restriction] ?? clause.evidence.quote
      }
    }
    return found
  }

  /// What the clause that grants it asks for it; nil where nothing.
  func charge(for entitlement: Entitlement) -> ContractClause.Charge? {
    guard !["success_fund", "partner_voucher"].contains(entitlement.kind.rawValue) else { return nil }
    let grants = entitlement.evidence.filter { $0.role == .grant }.map(\.quote)
    for clause in clauses(of: entitlement) {
      guard grants.contains(clause.evidence.quote) || clause.names(inAnyWay: entitlement) else { continue }
      if let charge = clause.charges.first(where: { $0.kind == nil || $0.kind == entitlement.kind }) { return charge }
    }
    return nil
  }

  /// The product that is free, by its name.
  func product(of entitlement: Entitlement) -> String? {
    let quote = entitlement.evidence.first { $0.role == .grant }?.quote ?? entitlement.name ?? ""
    // The last name of the clause: "Supplier grants ten free users of Supplier Pulse".
    return extractor.productName(SourceText(line: quote))
  }
}

/// One grant that became several: forty credits that are now twenty in each of two years.
enum SplitGrants {
  static func settle(_ changes: inout [GrantChange]) {
    for index in changes.indices {
      guard changes[index].change == .weakened, let old = changes[index].before, let new = changes[index].after,
        changes[index].differences.contains(where: { $0.field == .quantity || $0.field == .value })
      else { continue }
      let others = changes.indices.filter { other in
        guard changes[other].change == .added, let added = changes[other].after else { return false }
        return added.kind == old.kind && added.document == new.document && isAlike(added, new)
      }
      guard !others.isEmpty, let whole = amount(old) else { continue }
      let parts = [new] + others.compactMap { changes[$0].after }
      let sum = parts.compactMap(amount).reduce(Decimal(0), +)
      guard sum >= whole, isThroughout(parts) else { continue }
      changes[index].differences.removeAll { [.quantity, .value, .validity].contains($0.field) }
      changes[index].change = !changes[index].differences.isEmpty ? .weakened : sum > whole ? .improved : .kept
      for other in others.reversed() { changes.remove(at: other) }
      return settle(&changes)
    }
  }

  private static func amount(_ entitlement: Entitlement) -> Decimal? {
    guard entitlement.recurrence == nil else { return nil }
    return entitlement.quantity?.amount ?? entitlement.value?.amount
  }

  private static func isAlike(_ a: Entitlement, _ b: Entitlement) -> Bool {
    a.quantity?.unit == b.quantity?.unit && a.value?.currency == b.value?.currency && a.recurrence == nil
      && a.name?.lowercased() == b.name?.lowercased()
  }

  /// One follows on the other, or all last equally long.
  private static func isThroughout(_ parts: [Entitlement]) -> Bool {
    let dated = parts.sorted { ($0.validity.start?.dayNumber ?? 0) < ($1.validity.start?.dayNumber ?? 0) }
    return zip(dated, dated.dropFirst()).allSatisfy { first, next in
      first.validity == next.validity
        || first.validity.end.map { $0.adding(days: 1) } == next.validity.start && next.validity.start != nil
    }
  }
}
