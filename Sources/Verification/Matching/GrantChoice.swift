// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// Chooses which entitlement, or which of them together, a promised grant is held against.
struct GrantChoice {
  let grant: PromisedGrant
  let set: ContractSet

  struct Match {
    var entitlements: [Entitlement]
    var differences: [Difference] = []
    var isIncomparable = false
    var isOpen = false
    /// Clauses that restrict what is granted.
    var restrictions: [CitedEvidence] = []
    /// A clause that limits it in words that nothing has read.
    var unreadLimit: CitedEvidence?
    /// The document itself takes it out again.
    var removal: CitedEvidence?
    /// Why what was promised to last for ever does not, or not for what it was promised.
    var expiry: CitedEvidence?
    var weight = 0
  }

  func best(of candidates: [Entitlement]) -> Match? {
    let candidates = focused(named(candidates))
    if let worst = everywhere(candidates) { return worst }
    var matches = candidates.map { match([$0], [GrantComparison(grant, $0, in: set)]) }
    if let together = together(candidates) { matches.append(together) }
    return matches.enumerated().min { a, b in key(a.element, a.offset) < key(b.element, b.offset) }?.element
  }

  private func key(_ match: Match, _ offset: Int) -> (Int, Int, Int) {
    let likeness = match.entitlements.map { NameMatch.likeness(grant, $0) }.max() ?? 0
    // What everybody has signed goes before as much that somebody has yet to sign.
    let isOpen = match.entitlements.contains { [.unsigned, .partial].contains(set.signature(of: $0)) }
    // What a later document took out is meant only where nothing else is there.
    let isGone = match.removal != nil
    return (match.weight + (match.entitlements.count - 1) + (isOpen ? 2 : 0) + (isGone ? 20 : 0), -likeness, offset)
  }

  private func match(_ entitlements: [Entitlement], _ comparisons: [GrantComparison]) -> Match {
    var match = Match(entitlements: entitlements)
    for comparison in comparisons {
      for item in comparison.differences where !match.differences.contains(item) { match.differences.append(item) }
      match.isIncomparable = match.isIncomparable || comparison.isIncomparable
      match.isOpen = match.isOpen || comparison.isOpen
      match.weight = max(match.weight, comparison.weight)
      if comparison.differences.contains(where: { $0.field == .conditions }) {
        match.restrictions += comparison.restrictingClauses.map {
          CitedEvidence(document: comparison.entitlement.document, evidence: $0.evidence)
        }
      }
      func cited(_ evidence: Evidence?) -> CitedEvidence? {
        evidence.map { CitedEvidence(document: comparison.entitlement.document, evidence: $0) }
      }
      match.unreadLimit = match.unreadLimit ?? cited(comparison.unreadLimit)
      match.removal = match.removal ?? cited(comparison.removal)
      match.expiry =
        match.expiry ?? comparison.expiry
        ?? comparison.deniedAim.map {
          CitedEvidence(document: comparison.entitlement.document, evidence: $0.evidence)
        }
    }
    return match
  }

  // MARK: Of several of one kind

  /// Where the promise names a place or a firm, the grants whose own clauses, or whose customer, bear that name.
  private func named(_ candidates: [Entitlement]) -> [Entitlement] {
    let names = grant.namedFirms
    guard candidates.count > 1, !names.isEmpty else { return candidates }
    let meant = candidates.filter { candidate in
      let quotes =
        Neighbourhood(candidate, in: set).clauses.map(\.evidence.quote)
        + [set.facts(of: candidate.document)?.customer].compactMap { $0 }
      return names.contains { name in quotes.contains { $0.contains(name) } }
    }
    return meant.isEmpty ? candidates : meant
  }

  /// "In both countries", against orders of several companies: as little as the least of them grants.
  private func everywhere(_ candidates: [Entitlement]) -> Match? {
    guard grant.wants.contains(.place) else { return nil }
    let orders = Set(candidates.map(\.document)).filter { document in
      set.facts(of: document).map { $0.type != .amendment && $0.amends.isEmpty && $0.customer != nil } ?? false
    }
    guard Set(orders.compactMap { set.facts(of: $0)?.customer }).count > 1 else { return nil }
    let matches = orders.sorted().compactMap { order -> Match? in
      candidates.filter { $0.document == order }.map { match([$0], [GrantComparison(grant, $0, in: set)]) }.min {
        $0.weight < $1.weight
      }
    }
    return matches.max { $0.weight < $1.weight }
  }

  /// Where purposes and names tell several apart, those of which the promise speaks: hours for data migration are not
  /// met by hours for reports.
  private func focused(_ candidates: [Entitlement]) -> [Entitlement] {
    guard candidates.count > 1 else { return candidates }
    let stems = candidates.map { candidate in
      let shared = SharedClause(candidate, in: set)
      let words = shared.isShared ? shared.own : candidate.purpose
      return Stems.of([words, candidate.name].compactMap { $0 }.joined(separator: " "))
    }
    let common = stems.dropFirst().reduce(stems[0]) { $0.intersection($1) }
    let wanted = grant.words.union(Stems.of(grant.name ?? ""))
    let shared = stems.map { $0.subtracting(common).intersection(wanted).count }
    guard let most = shared.max(), most > 0 else { return candidates }
    return candidates.indices.filter { shared[$0] > 0 }.map { candidates[$0] }
  }

  /// Entitlements that make the promise only together: in two parts, or one a contract year. Each must hold what was
  /// promised but for the amount; those that do are added up.
  private func together(_ candidates: [Entitlement]) -> Match? {
    guard candidates.count > 1, grant.quantity != nil || grant.value?.amount != nil else { return nil }
    if grant.recurrence != nil { return yearly(candidates) }
    let chain = instalments(candidates)
    let all = candidates.compactMap { candidate -> (comparison: GrantComparison, amount: Decimal)? in
      let role: GrantComparison.Role = chain.contains(candidate.id) ? .instalment : .part
      let comparison = GrantComparison(grant, candidate, in: set, as: role)
      guard !comparison.isOpen, comparison.expiry == nil else { return nil }
      return comparison.amountToAdd.map { (comparison, $0) }
    }
    var members = all.filter { $0.comparison.differences.isEmpty }
    // Two tranches that both end too early are too short together, and not too little.
    if members.isEmpty, all.count == candidates.count,
      Set(all.map { $0.comparison.differences.map(\.field) }).count == 1
    {
      members = all
    }
    guard members.count > 1 else { return nil }
    let sum = members.reduce(Decimal(0)) { $0 + $1.amount }
    var match = match(members.map(\.comparison.entitlement), members.map(\.comparison))
    if let difference = shortfall(sum) {
      match.differences.insert(difference, at: 0)
      // Nearer to what was promised than any of them alone.
      match.weight += 4
    }
    return match
  }

  private func shortfall(_ sum: Decimal) -> Difference? {
    if let promised = grant.quantity, sum < promised.amount {
      let own = Quantity(amount: sum, unit: promised.unit)
      return Difference(.quantity, promised: PlainWords.quantity(promised), contracted: PlainWords.quantity(own))
    }
    if grant.quantity == nil, let promised = grant.value, let wanted = promised.amount, sum < wanted {
      return Difference(
        .value, promised: PlainWords.value(promised), contracted: PlainWords.money(sum, promised.currency))
    }
    return nil
  }

  /// Ids of those whose periods follow on each other through the whole of the promised time: fifty seats in each of two
  /// years are a hundred over both.
  private func instalments(_ candidates: [Entitlement]) -> Set<String> {
    guard grant.timing.isThroughout || grant.saysSpread, let first = candidates.first,
      let promised = grant.timing.resolved(by: set.termFacts(of: first.document))
    else { return [] }
    let start = promised.start ?? set.termFacts(of: first.document).term.start
    guard let end = promised.end(from: start) else { return [] }
    let dated = candidates.filter { $0.validity.start != nil && $0.validity.end != nil }.sorted {
      ($0.validity.start ?? end) < ($1.validity.start ?? end)
    }
    var chain: [Entitlement] = []
    for candidate in dated {
      guard let own = candidate.validity.start, own <= end else { continue }
      // What is over before the promised time begins adds nothing to it.
      if let start, let over = candidate.validity.end, over < start { continue }
      if let last = chain.last?.validity.end, last.adding(days: 1) != own { return [] }
      chain.append(candidate)
    }
    guard chain.count > 1, let from = chain.first?.validity.start, let to = chain.last?.validity.end,
      start.map({ from <= $0 }) ?? true, to >= end
    else { return [] }
    return Set(chain.map(\.id))
  }

  /// A ramp: one grant a contract year, each as large as was promised for every year.
  private func yearly(_ candidates: [Entitlement]) -> Match? {
    guard let every = grant.recurrence, every == .contract_year || every == .calendar_year else { return nil }
    let group = candidates.filter { $0.validity.basis == .contract_year && $0.recurrence == nil }
    guard group.count > 1, let term = set.facts.compactMap(\.term.months).max(),
      Decimal(group.count) * 12 >= term
    else { return nil }
    let comparisons = group.map { GrantComparison(grant, $0, in: set, as: .instalment) }
    guard comparisons.allSatisfy({ $0.differences.isEmpty && $0.amountToAdd != nil }),
      let smallest = comparisons.compactMap(\.amountToAdd).min()
    else { return nil }
    var match = match(group, comparisons)
    if let difference = shortfall(smallest) {
      match.differences = [difference]
      // Lighter than one of them alone, which would not come every year.
      match.weight = 3 - group.count
    }
    return match
  }
}

extension GrantComparison {
  /// What it adds to a sum, counted as the promise counts; nil where that cannot be told.
  var amountToAdd: Decimal? {
    if let promised = grant.quantity {
      return amount(in: promised.unit).map { comparable($0, ownPer: entitlement.quantity?.per) }
    }
    guard let promised = grant.value, let sum = ownSum else { return nil }
    if let a = promised.currency, let b = entitlement.value?.currency, a != b { return nil }
    return comparable(sum, ownPer: nil)
  }

  /// What must never expire has a last day of its own.
  var expiry: CitedEvidence? {
    guard grant.unused == .never_expires, entitlement.validity.end != nil,
      entitlement.validity.basis != .term, entitlement.validity.text != nil,
      facts.term.end.map({ end in entitlement.validity.end.map { $0 < end } ?? false }) ?? true,
      let evidence = entitlement.evidence.first(where: { $0.role == .validity }) ?? entitlement.evidence.first
    else { return nil }
    return CitedEvidence(document: entitlement.document, evidence: evidence)
  }
}
