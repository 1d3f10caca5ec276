// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// What was found for one grant of a promise.
struct GrantFinding {
  var grant: PromisedGrant
  var verdict: Verdict
  var reason: String
  var entitlements: [String] = []
  var differences: [Difference] = []
  var evidence: [CitedEvidence] = []
}

/// Looks for one promised grant in the contracts.
struct GrantChecker {
  let grant: PromisedGrant
  let set: ContractSet
  let extractor: Extractor
  let contradictions: Contradictions

  var finding: GrantFinding {
    guard grant.kind != nil || grant.subject == .unused else {
      return GrantFinding(grant: grant, verdict: .unclear, reason: "It names nothing that can be looked up.")
    }
    switch grant.subject {
    case .grant: return grantFinding
    case .unused: return handling.unused
    case .use: return grant.timing.isEmpty ? handling.use : timedUse
    case .denial: return handling.denial
    }
  }

  /// "The 30 hours can be used until June": how long counts besides what for.
  private var timedUse: GrantFinding {
    let granted = grantFinding
    let used = handling.use
    if granted.verdict != .landed || used.verdict == .missing && !handling.namesAim {
      return granted
    }
    return used
  }

  private var handling: HandlingChecker {
    HandlingChecker(grant: grant, entitlements: candidates, set: set, contradictions: contradictions)
  }

  /// "Fifteen percent off the fee of any exam": what costs less is not granted.
  func isDiscount(_ entitlement: Entitlement) -> Bool {
    guard entitlement.value == nil, entitlement.fee?.amount != 0 else { return false }
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    guard entitlement.quantity?.amount ?? 1 == 1 || isReduction(of: entitlement) else { return false }
    let own = Neighbourhood(entitlement, in: set).clauses.filter { clause in grants.contains { clause.overlaps($0) } }
    return !own.isEmpty && own.allSatisfy { !$0.isFree && $0.charges.contains(where: \.isDiscount) }
  }

  /// "A discount of 20 % on 60 credits": what is granted is the discount.
  private func isReduction(of entitlement: Entitlement) -> Bool {
    guard let amount = entitlement.quantity.map({ PlainWords.amount($0.amount) }) else { return false }
    return Neighbourhood(entitlement, in: set).clauses.contains { clause in
      guard let at = clause.evidence.quote.range(of: amount), clause.charges.contains(where: \.isDiscount) else {
        return false
      }
      let words = NameMatch.words(String(clause.evidence.quote[..<at.lowerBound]))
      guard let reduction = words.lastIndex(where: { ["discount", "rebate", "reduction", "off"].contains($0) }) else {
        return false
      }
      return words[reduction...].contains { ["on", "off", "for", "from"].contains($0) }
    }
  }

  /// "The price of a training credit is USD 200" grants none: the one credit only measures something else.
  func isMeasure(_ entitlement: Entitlement) -> Bool {
    guard entitlement.quantity?.amount == 1, entitlement.value == nil, let unit = entitlement.quantity?.unit else {
      return false
    }
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    return Neighbourhood(entitlement, in: set).clauses.contains { clause in
      grants.contains { clause.overlaps($0) } && clause.unitPrices.contains { $0.unit == unit }
        && clause.charges.isEmpty
    }
  }

  private var grantFinding: GrantFinding {
    if let denial = contradictions.denialOfTier(grant) ?? contradictions.denialOfSort(grant)
      ?? contradictions.denialOfService(grant)
    {
      return contradicted(denial)
    }
    if let answered = responseFinding { return answered }
    let choice = GrantChoice(grant: grant, set: set)
    if let best = choice.best(of: relevant) {
      // What is counted otherwise was not meant where just what was meant is ended.
      if best.isIncomparable, let denied { return denied }
      if best.isIncomparable, isOnlyForSale { return absent }
      return judged(best)
    }
    if let denied { return denied }
    // What extraction did not take for a grant may read like one all the same.
    if !grant.isManagerOnly,
      let best = choice.best(
        of: ClauseGrants(grant: grant, set: set, extractor: extractor).found.filter { !isDiscount($0) })
    {
      return judged(best)
    }
    return absent
  }

  /// The very thing that was promised stands in the contract with a price, and what is granted is another.
  private var isOnlyForSale: Bool {
    guard let name = grant.name, !grant.isKindVague, NameMatch.words(name).count > 1 else { return false }
    return set.contracts.contains { contract in
      self.set.isBinding(contract.result.facts.id)
        && contract.clauses.contains { $0.isOptional && !$0.isFree && ContractSet.holds($0.evidence.quote, name) }
    }
  }

  /// Work that is promised by what it does ("migrates our data") is met only by a grant of the same work.
  private var relevant: [Entitlement] {
    // "A dedicated success manager" is no plan of another name.
    if grant.isManagerOnly { return candidates.filter { $0.tier == .other && NameMatch.likeness(grant, $0) > 0 } }
    guard grant.isKindVague, !grant.hasAmount, grant.kind == "services_hours" else { return candidates }
    return candidates.filter { NameMatch.likeness(grant, $0) > 0 && sharesWork($0) }
  }

  // MARK: Verdicts

  private func judged(_ match: GrantChoice.Match) -> GrantFinding {
    var finding = GrantFinding(
      grant: grant, verdict: .landed, reason: "The contract grants at least what was promised.")
    finding.entitlements = match.entitlements.map(\.id).filter { !$0.isEmpty }
    for entitlement in match.entitlements {
      finding.evidence += entitlement.evidence.map { CitedEvidence(document: entitlement.document, evidence: $0) }
      finding.evidence += set.amendments[entitlement.id] ?? []
    }
    for cited in match.restrictions where !finding.evidence.contains(cited) { finding.evidence.append(cited) }
    if let lost = match.removal ?? match.expiry { return contradicted(lost) }
    if match.isOpen {
      finding.verdict = .unclear
      finding.reason = "The contract says neither how long this is granted nor how long it runs itself."
      return finding
    }
    if match.isIncomparable {
      finding.verdict = .unclear
      finding.reason =
        "What was promised and what is granted are counted differently, and no text says how one turns into the other."
      return finding
    }
    finding.differences = match.differences
    finding.addSignature(of: match.entitlements, in: set)
    if !finding.differences.isEmpty {
      finding.verdict = .weakened
      finding.reason = "Granted, but less: \(finding.differences.map(\.field.rawValue).joined(separator: ", "))."
    } else if let limit = match.unreadLimit {
      finding.verdict = .unclear
      finding.reason = "Granted, but in words that may limit it: '\(limit.evidence.quote)'"
      if !finding.evidence.contains(limit) { finding.evidence.append(limit) }
    }
    return finding
  }

  /// What was granted is ended by a later document, or a clause denies it.
  private var denied: GrantFinding? {
    let denial = contradictions.denial(of: grant)
    guard let ended = self.set.ended.first(where: { NameMatch.fits(grant, $0) }) else {
      return denial.map(contradicted)
    }
    var finding = GrantFinding(
      grant: grant, verdict: .contradicted, reason: "A later document ends or replaces the grant.")
    finding.entitlements = [ended.id]
    finding.evidence = set.amendments[ended.id] ?? []
    finding.evidence += ended.evidence.map { CitedEvidence(document: ended.document, evidence: $0) }
    if let denial, !finding.evidence.contains(denial) { finding.evidence.append(denial) }
    return finding
  }

  private var absent: GrantFinding {
    conditional ?? GrantFinding(grant: grant, verdict: .missing, reason: "No contract grants anything of that kind.")
  }

  private func contradicted(_ cited: CitedEvidence) -> GrantFinding {
    var finding = GrantFinding(grant: grant, verdict: .contradicted, reason: PromiseVerdict.opposite)
    finding.evidence = [cited]
    return finding
  }

  /// A grant that depends on something yet to happen was promised without that.
  private var conditional: GrantFinding? {
    for contract in set.contracts where set.isBinding(contract.result.facts.id) {
      for clause in contract.clauses
      where clause.mentions.contains(where: { mention in
        let isOption =
          !clause.restrictions.isDisjoint(with: [.option, .approval, .efforts]) && !clause.isOptional
          && !clause.isDenied && mention.objection != .definition
        return mention.kind == grant.kind && (mention.objection == .conditional || isOption)
      }) {
        let read = extractor.readPromise(SourceText(line: clause.evidence.quote)).grants.first { $0.kind == grant.kind }
        guard let read, read.hasAmount || grant.kind == "support_plan" else { continue }
        var finding = GrantFinding(grant: grant, verdict: .weakened, reason: "Granted, but only on a condition.")
        finding.differences = [Difference(.conditions, promised: nil, contracted: clause.evidence.quote)]
        if let a = grant.quantity, let b = read.quantity, UnitNames.same(a.unit, b.unit, clause.mentions[0].kind),
          b.amount < a.amount
        {
          finding.differences.insert(
            Difference(.quantity, promised: PlainWords.quantity(a), contracted: PlainWords.quantity(b)), at: 0)
        }
        finding.evidence = [CitedEvidence(document: contract.result.facts.id, evidence: clause.evidence)]
        let status = contract.result.facts.signature.status
        if status == .unsigned || status == .partial {
          finding.differences.append(Difference(.signature, promised: nil, contracted: status.rawValue))
        }
        return finding
      }
    }
    return nil
  }

  /// A product at no price among the lines is a free product, though no pack knows its name.
  var lineItems: [Entitlement] {
    guard grant.kind == "complimentary_product", let product = grant.product else { return [] }
    var found: [Entitlement] = []
    for facts in set.facts where !set.active.contains(where: { $0.document == facts.id && NameMatch.fits(grant, $0) }) {
      for (line, item) in facts.lineItems.enumerated()
      where item.total == 0 && ContractSet.holds(item.product, product) {
        // No entitlement of the inventory: named by its line.
        let digits = facts.id.split(separator: ":").last.map { $0.prefix(12) } ?? ""
        var entitlement = Entitlement(
          id: "\(digits)-line-\(line + 1)", document: facts.id, kind: "complimentary_product", name: item.product)
        entitlement.quantity = item.quantity.map { Quantity(amount: $0, unit: "user") }
        entitlement.fee = Fee(amount: 0, currency: facts.currency)
        entitlement.validity = Validity(start: item.start, end: item.end, basis: .line_item)
        let row = set.contract(of: facts.id)?.clauses.first {
          $0.isRow && ContractSet.holds($0.evidence.quote, item.product)
        }
        entitlement.evidence = [
          Evidence(
            role: .grant, page: item.page, start: row?.evidence.start ?? 0, end: row?.evidence.end ?? 0,
            quote: item.product)
        ]
        found.append(entitlement)
      }
    }
    return found
  }
}

extension GrantFinding {
  /// Whatever lands in a document that somebody has yet to sign has not landed.
  mutating func addSignature(of entitlements: [Entitlement], in set: ContractSet) {
    for entitlement in entitlements {
      let status = set.signature(of: entitlement)
      guard status == .unsigned || status == .partial, !differences.contains(where: { $0.field == .signature }) else {
        continue
      }
      differences.append(Difference(.signature, promised: nil, contracted: status.rawValue))
    }
  }
}
