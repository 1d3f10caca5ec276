// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// What becomes of the unused, who may use it and for what else, and what a support plan brings.
extension ChangedFields {
  mutating func compareConditions() {
    // Where nothing is said, nothing is lost: to forfeit is worse than silence.
    func rank(_ handling: UnusedHandling?) -> Int {
      switch handling {
      case nil: 1
      case .forfeited: 0
      case .extendable: 2
      case .refundable, .rolls_over: 3
      }
    }
    let (a, b) = (old.conditions.unused, new.conditions.unused)
    if rank(a) != rank(b) {
      note(
        .conditions, a.map { "unused: \($0.rawValue)" }, b.map { "unused: \($0.rawValue)" }, isWorse: rank(b) < rank(a))
    }
    compareRestrictions()
    compareFeatures()
    compareFreedom(old.conditions.transferable, new.conditions.transferable, "transferable")
    compareFreedom(old.conditions.swappable, new.conditions.swappable, "exchangeable")
  }

  /// What was allowed is denied, or said no more; that something is denied no longer gives no right to it.
  private mutating func compareFreedom(_ before: Bool?, _ after: Bool?, _ word: String) {
    guard before != after, before != false || after == true else { return }
    func said(_ allowed: Bool?) -> String? { allowed.map { $0 ? word : "not \(word)" } }
    note(.conditions, said(before), said(after), isWorse: after != true)
  }

  /// A contact of its own, service at all hours, the time to an answer: what a plan brings besides its name.
  private mutating func compareFeatures() {
    guard old.kind == "support_plan", let clauses else { return }
    let (a, b) = (clauses.features(of: old), clauses.features(of: new))
    func compare(_ before: Bool, _ after: Bool, _ word: String) {
      if before != after { note(.conditions, before ? word : nil, after ? word : nil, isWorse: before) }
    }
    compare(a.hasManager, b.hasManager, "a contact of its own")
    compare(a.isAroundTheClock, b.isAroundTheClock, "service around the clock")
    guard a.response != b.response else { return }
    func said(_ minutes: Decimal?) -> String? { minutes.map { "a response within \(PlainWords.amount($0)) minutes" } }
    let isWorse = a.response.map { before in b.response.map { before < $0 } ?? true } ?? false
    note(.conditions, said(a.response), said(b.response), isWorse: isWorse)
  }

  /// Approval, best efforts, partners only: a restriction that was not there before.
  private mutating func compareRestrictions() {
    guard let clauses else { return }
    let (before, after) = (clauses.restrictions(of: old), clauses.restrictions(of: new))
    // One clause may restrict in two ways and is told of once.
    var told: Set<String> = []
    for restriction in ContractClause.Restriction.allCases {
      switch (before[restriction], after[restriction]) {
      case (nil, let new?) where told.insert(new).inserted: note(.conditions, nil, new, isWorse: true)
      case (let old?, nil) where told.insert(old).inserted: note(.conditions, old, nil, isWorse: false)
      default: continue
      }
    }
  }
}
