// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Checks promises of what may be done with a grant: that the unused rolls over, what it may be spent on, what will
/// not happen to it.
struct HandlingChecker {
  let grant: PromisedGrant
  /// Entitlements that may be meant.
  let entitlements: [Entitlement]
  let set: ContractSet
  let contradictions: Contradictions

  private var clauses: [CitedClause] { contradictions.clausesAbout(grant, entitlements) }

  // MARK: The unused

  var unused: GrantFinding {
    if grant.kind == nil { return unusedOfAll }
    let clauses = clauses
    switch grant.unused {
    case .extendable?:
      if let denied = clauses.first(where: { $0.clause.isDenied && $0.clause.speaksOfExtension }) {
        return contradicted(denied.cited)
      }
      return granted { $0.conditions.unused == .extendable } ?? silent
    case .refundable?:
      if let denied = clauses.first(where: \.clause.deniesRefund) { return contradicted(denied.cited) }
      return granted { $0.conditions.unused == .refundable } ?? forfeiture(clauses) ?? silent
    case nil:
      // Whatever is said of the unused, it is not that it is lost.
      return forfeiture(clauses)
        ?? GrantFinding(
          grant: grant, verdict: .unclear, reason: "What becomes of the unused was not understood: word it otherwise.")
    default:
      return forfeiture(clauses) ?? granted { $0.conditions.unused == .rolls_over } ?? expiry ?? silent
    }
  }

  /// "Whatever is left over": a word that the contract has for everything, or what all that may be left over has in
  /// common.
  private var unusedOfAll: GrantFinding {
    let general = contradictions.clauses(in: Set(set.active.map(\.document))).filter { $0.clause.mentions.isEmpty }
    if let lost = forfeiture(general) { return lost }
    let wanted: UnusedHandling =
      switch grant.unused {
      case .refundable?: .refundable
      case .extendable?: .extendable
      default: .rolls_over
      }
    let own = Set(entitlements.map(\.conditions.unused))
    if own == [wanted], let found = granted({ $0.conditions.unused == wanted }) { return found }
    if own == [.forfeited], let found = forfeiture([]) { return found }
    if own.isSubset(of: [nil]) { return silent }
    return GrantFinding(grant: grant, verdict: .unclear, reason: "The contract does not treat all that is left alike.")
  }

  /// A clause, or an entitlement, by which the unused is lost.
  private func forfeiture(_ clauses: [CitedClause]) -> GrantFinding? {
    if let lost = clauses.first(where: { $0.clause.unused == .forfeited }) { return contradicted(lost.cited) }
    let moves = [
      "carrie", "carry", "roll", "rolled", "moved", "brough", "transf", "forfei", "lapse", "expire", "cancel",
    ]
    if let denied = clauses.first(where: { place in
      place.clause.isDenied && place.clause.stems.contains { stem in moves.contains { stem.hasPrefix($0) } }
    }) {
      return contradicted(denied.cited)
    }
    guard let lost = entitlements.first(where: { $0.conditions.unused == .forfeited }),
      let evidence = lost.evidence.first
    else { return nil }
    return contradicted(CitedEvidence(document: lost.document, evidence: evidence))
  }

  /// What must never expire has a last day.
  private var expiry: GrantFinding? {
    guard grant.unused == .never_expires else { return nil }
    let ends = ["expire", "expiry", "expira", "lapse", "lapses"]
    let ending = clauses.first { place in
      !place.clause.isDenied && place.clause.stems.contains { ends.contains($0) }
        && place.clause.mentions.contains { $0.kind == grant.kind }
    }
    if let ending { return contradicted(ending.cited) }
    guard let dated = entitlements.first(where: { $0.validity.end != nil && $0.validity.basis != .term }),
      let evidence = dated.evidence.first(where: { $0.role == .validity }) ?? dated.evidence.first
    else { return nil }
    return contradicted(CitedEvidence(document: dated.document, evidence: evidence))
  }

  // MARK: Use

  /// Words of what it may be used for.
  private var aim: Set<String> {
    grant.words.subtracting(["spent", "spend", "apply", "applie", "redeem", "well", "anythi"])
  }

  /// Whether the promise names anything that it may be used for.
  var namesAim: Bool { !aim.isEmpty }

  var use: GrantFinding {
    if grant.use.isOverageFree { return overage }
    if grant.use.isTransferable { return transfer }
    if grant.use.isSwappable, let swap { return swap }
    if let denied = contradictions.denialOfUse(grant, entitlements) { return contradicted(denied) }
    let near = clauses.filter { !$0.clause.stems.isDisjoint(with: aim) }
    if let denied = near.first(where: \.clause.isDenied) { return contradicted(denied.cited) }
    if let allowed = near.first {
      var finding = GrantFinding(grant: grant, verdict: .landed, reason: "The contract allows it.")
      finding.evidence = [allowed.cited]
      return signed(finding, entitlements.filter { $0.document == allowed.document })
    }
    return silent
  }

  /// That others than the customer may use it: only words about just that say so.
  private var transfer: GrantFinding {
    let about = clauses
    if let bound = entitlements.first(where: { $0.conditions.transferable == false }),
      let evidence = bound.evidence.first
    {
      let clause = about.first { $0.clause.isDenied && $0.clause.stems.contains { $0.hasPrefix("transf") } }
      return contradicted(clause?.cited ?? CitedEvidence(document: bound.document, evidence: evidence))
    }
    let all = about + contradictions.clauses(in: Set(entitlements.map(\.document)))
    if let denied = all.first(where: { $0.clause.keepsFromOthers }) { return contradicted(denied.cited) }
    if let free = granted({ $0.conditions.transferable == true }) { return free }
    guard let allowed = about.first(where: { $0.clause.namesAffiliates }) else { return silent }
    var finding = GrantFinding(grant: grant, verdict: .landed, reason: "The contract allows it.")
    finding.evidence = [allowed.cited]
    return signed(finding, entitlements.filter { $0.document == allowed.document })
  }

  /// That it may be turned into something else; nil where no words say yes or no.
  private var swap: GrantFinding? {
    let turns = ["exchan", "conver", "swap", "swappe", "trade", "traded", "substi"]
    if let denied = clauses.first(where: { place in
      place.clause.isDenied && place.clause.stems.contains { stem in turns.contains { stem.hasPrefix($0) } }
    }) {
      return contradicted(denied.cited)
    }
    if let bound = entitlements.first(where: { $0.conditions.swappable == false }), let evidence = bound.evidence.first
    {
      return contradicted(CitedEvidence(document: bound.document, evidence: evidence))
    }
    return granted { $0.conditions.swappable == true }
  }

  /// That more than the amount costs nothing: only a clause about just that says so.
  private var overage: GrantFinding {
    guard let about = clauses.first(where: \.clause.speaksOfOverage) else { return silent }
    if !about.clause.isFree || !about.clause.charges.isEmpty { return contradicted(about.cited) }
    var finding = GrantFinding(grant: grant, verdict: .landed, reason: "The contract says so.")
    finding.evidence = [about.cited]
    return signed(finding, entitlements.filter { $0.document == about.document })
  }

  // MARK: Denials

  var denial: GrantFinding {
    let near = clauses.filter { !$0.clause.stems.isDisjoint(with: grant.words) }
    let best = near.max {
      $0.clause.stems.intersection(grant.words).count < $1.clause.stems.intersection(grant.words).count
    }
    guard let best else {
      return GrantFinding(grant: grant, verdict: .unclear, reason: "The contract says nothing of it.")
    }
    if !best.clause.isDenied { return contradicted(best.cited) }
    var finding = GrantFinding(grant: grant, verdict: .landed, reason: "The contract says the same.")
    finding.evidence = [best.cited]
    return signed(finding, entitlements.filter { $0.document == best.document })
  }

  // MARK: Verdicts

  private func granted(_ condition: (Entitlement) -> Bool) -> GrantFinding? {
    guard let found = entitlements.first(where: condition) else { return nil }
    var finding = GrantFinding(grant: grant, verdict: .landed, reason: "The contract says so.")
    finding.entitlements = [found.id]
    finding.evidence = found.evidence.map { CitedEvidence(document: found.document, evidence: $0) }
    return signed(finding, [found])
  }

  private func signed(_ finding: GrantFinding, _ entitlements: [Entitlement]) -> GrantFinding {
    var finding = finding
    finding.addSignature(of: entitlements, in: set)
    if !finding.differences.isEmpty {
      finding.verdict = .weakened
      finding.reason = "So it says, but not everybody has signed."
    }
    return finding
  }

  private func contradicted(_ cited: CitedEvidence) -> GrantFinding {
    var finding = GrantFinding(grant: grant, verdict: .contradicted, reason: PromiseVerdict.opposite)
    finding.evidence = [cited]
    return finding
  }

  private var silent: GrantFinding {
    GrantFinding(grant: grant, verdict: .missing, reason: "No contract says so.")
  }
}

extension ContractClause {
  fileprivate var deniesRefund: Bool {
    let quote = evidence.quote.lowercased()
    let isOfMoney =
      [
        "cash", "for money", "into money", "set off", "offset", "paid out", "paid back", "reimburs", "deducted",
        "against fees", "against any fee", "against any invoice", "against invoices", "against any other",
        "credited against", "credited to", "compensat",
      ].contains { quote.contains($0) }
    let denies = ["no ", " not ", "neither", "nor ", "cannot", "without", "never"].contains { quote.contains($0) }
    if isOfMoney, isDenied || denies { return true }
    guard stems.contains(where: { $0.hasPrefix("refund") || $0.hasPrefix("nonref") }) else { return false }
    return isDenied || denies || quote.contains("non-refund") || quote.contains("nonrefund")
      || quote.contains("not refund")
  }

  fileprivate var speaksOfExtension: Bool {
    stems.contains { $0.hasPrefix("exten") || $0.hasPrefix("prolon") }
  }
}
