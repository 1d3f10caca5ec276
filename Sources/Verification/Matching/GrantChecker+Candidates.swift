// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Which entitlements a promised grant may mean.
extension GrantChecker {
  /// Entitlements that hold and may be meant.
  var candidates: [Entitlement] {
    if grant.kind == nil { return self.set.active.filter { $0.kind.mayBeLeftOver } }
    var fitting = self.set.active.filter { NameMatch.fits(grant, $0) && !isMeasure($0) && !isDiscount($0) } + lineItems
    if let name = ownCreditName, self.set.names(name) {
      fitting.removeAll { !ContractSet.holds($0.name ?? "", name) && !$0.holds(name) }
    }
    if let name = ownSessionName, self.set.names(name) { fitting.removeAll { !$0.holds(name) } }
    return fitting.isEmpty ? onlyCredits + creditsForWork : fitting
  }

  /// "6,000 of report development credit" against "Report Credits" that are "exchanged for report development".
  private var creditsForWork: [Entitlement] {
    guard grant.kind == "development_credit" else { return [] }
    let wanted = Stems.of(grant.name ?? "").union(grant.words).filter { !$0.hasPrefix("credit") }
    return self.set.active.filter { entitlement in
      guard entitlement.kind == "usage_credit" else { return false }
      let stems = Neighbourhood(entitlement, in: set).clauses.reduce(into: Set<String>()) { $0.formUnion($1.stems) }
      return stems.contains { $0.hasPrefix("develo") || $0.hasPrefix("custom") } && !stems.isDisjoint(with: wanted)
    }
  }

  /// "A migration credit" where the contract speaks of one: then no credits without a name of their own are meant.
  private var ownCreditName: String? {
    guard grant.kind == "usage_credit", let name = grant.name, !NameMatch.credit(name).isEmpty else { return nil }
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }

  /// "Two onboarding workshops" where the contract speaks of an onboarding workshop: then no coaching session is meant.
  private var ownSessionName: String? {
    guard grant.kind == "accelerator", let name = grant.name, NameMatch.words(name).count > 1 else { return nil }
    let last = NameMatch.words(name).last ?? ""
    guard ["workshop", "review", "assessment", "clinic", "check"].contains(where: last.hasPrefix) else { return nil }
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }

  /// "75 credits" where the contract has credits of one sort: no other can be meant.
  private var onlyCredits: [Entitlement] {
    guard grant.isBareCredits || grant.subject == .unused && grant.isKindVague && grant.isCredit else { return [] }
    let credits = self.set.active.filter { $0.quantity?.unit == "credit" && !isMeasure($0) }
    return Set(credits.map(\.kind)).count == 1 ? credits : []
  }
}

extension Kind {
  /// Whether a part of it may remain unused.
  fileprivate var mayBeLeftOver: Bool {
    !["support_plan", "sandbox", "api_capacity", "storage", "complimentary_product", "other"].contains(rawValue)
  }
}
