// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// What differs between a grant before and the one after, for better and for worse.
struct ChangedFields {
  let old: Entitlement
  let new: Entitlement
  let oldFacts: DocumentFacts?
  let newFacts: DocumentFacts?
  private(set) var worse: [Difference] = []
  private(set) var better: [Difference] = []

  init(_ old: Entitlement, _ new: Entitlement, _ oldFacts: DocumentFacts?, _ newFacts: DocumentFacts?) {
    self.old = old
    self.new = new
    self.oldFacts = oldFacts
    self.newFacts = newFacts
    compareTier()
    compareAmounts()
    compareRecurrence()
    compareFee()
    compareValidity()
    compareConditions()
    compareSignature()
  }

  private mutating func note(_ field: Difference.Field, _ before: String?, _ after: String?, isWorse: Bool) {
    let difference = Difference(field, promised: before, contracted: after)
    if isWorse { worse.append(difference) } else { better.append(difference) }
  }

  private mutating func compareTier() {
    let ranks: [Tier: Int] = [.standard: 0, .premier: 1, .premier_plus: 2, .signature: 3]
    guard let a = old.tier, let b = new.tier else { return }
    if let x = ranks[a], let y = ranks[b] {
      if x != y { note(.tier, PlainWords.tier(a), PlainWords.tier(b), isWorse: y < x) }
    } else if a != b
      || old.name?.lowercased() != new.name?.lowercased() && a == .other
        && NameMatch.words(old.name).first != NameMatch.words(new.name).first
    {
      // Nobody can say which of two plans of other names is more: a person must look.
      note(.tier, old.name, new.name, isWorse: true)
    }
  }

  private mutating func compareAmounts() {
    if let a = old.quantity, let b = new.quantity, UnitNames.same(a.unit, b.unit, old.kind) {
      if a.amount != b.amount {
        note(.quantity, PlainWords.quantity(a), PlainWords.quantity(b), isWorse: b.amount < a.amount)
      }
    } else if old.quantity != nil || new.quantity != nil, old.value == nil || new.value == nil,
      old.kind != "support_plan"
    {
      note(
        .quantity, PlainWords.quantity(old.quantity), PlainWords.quantity(new.quantity), isWorse: old.quantity != nil)
    }
    guard let a = old.value?.amount, let b = new.value?.amount else {
      if old.value != nil, new.value == nil, new.quantity == nil {
        note(.value, PlainWords.value(old.value), nil, isWorse: true)
      }
      return
    }
    let isOther = old.value?.currency != nil && new.value?.currency != nil && old.value?.currency != new.value?.currency
    if a != b || isOther {
      note(.value, PlainWords.value(old.value), PlainWords.value(new.value), isWorse: b < a || isOther)
    }
  }

  private mutating func compareRecurrence() {
    switch (old.recurrence, new.recurrence) {
    case (let a?, nil): note(.recurrence, PlainWords.every(a.every), "once", isWorse: true)
    case (nil, let b?): note(.recurrence, "once", PlainWords.every(b.every), isWorse: false)
    case (let a?, let b?) where a.every != b.every:
      let order: [Recurrence.Every] = [.month, .quarter, .half_year, .contract_year]
      let (x, y) = (order.firstIndex(of: a.every) ?? 3, order.firstIndex(of: b.every) ?? 3)
      if x != y { note(.recurrence, PlainWords.every(a.every), PlainWords.every(b.every), isWorse: y > x) }
    default: break
    }
  }

  private mutating func compareFee() {
    let (a, b) = (old.fee, new.fee)
    if a == b { return }
    let (x, y) = (a?.amount, b?.amount)
    if let x, let y {
      if x != y { note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: y > x) }
    } else if x == 0, (b?.percent ?? 0) > 0 {
      note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: true)
    } else if let x = a?.percent, let y = b?.percent, x != y {
      note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: y > x)
    } else if a == nil, let y, y > 0 {
      note(.fee, nil, PlainWords.fee(b), isWorse: true)
    }
  }

  /// By length and place in the term, for a renewal has other dates; by the last day where both are of one term.
  private mutating func compareValidity() {
    let (a, b) = (old.validity, new.validity)
    if isWholeTerm(old, oldFacts), isWholeTerm(new, newFacts) { return }
    if isAmendment {
      if let x = a.end, let y = b.end, x != y {
        note(.validity, PlainWords.validity(a), PlainWords.validity(b), isWorse: y < x)
      }
      return
    }
    guard let x = days(a), let y = days(b) else {
      if a.end != nil, b.end == nil, b.text != nil { note(.validity, PlainWords.validity(a), b.text, isWorse: true) }
      return
    }
    // Two days more or less are leap years.
    if abs(x - y) > 2 { note(.validity, PlainWords.validity(a), PlainWords.validity(b), isWorse: y < x) }
  }

  /// Both under one term: an amendment has none of its own, or that of what it amends.
  private var isAmendment: Bool {
    guard let newFacts else { return false }
    return newFacts.type == .amendment || !newFacts.amends.isEmpty
      || newFacts.term.start != nil && newFacts.term.start == oldFacts?.term.start
  }

  private func days(_ validity: Validity) -> Int? {
    guard let start = validity.start, let end = validity.end else { return nil }
    return end.dayNumber - start.dayNumber + 1
  }

  private func isWholeTerm(_ entitlement: Entitlement, _ facts: DocumentFacts?) -> Bool {
    if entitlement.validity.basis == .term,
      entitlement.validity.end == nil || entitlement.validity.end == facts?.term.end
    {
      return true
    }
    guard let term = facts?.term, let end = term.end else { return false }
    return entitlement.validity.end == end && (entitlement.validity.start ?? end) <= (term.start ?? end)
  }

  private mutating func compareConditions() {
    let rank: [UnusedHandling: Int] = [.forfeited: 0, .extendable: 1, .refundable: 2, .rolls_over: 2]
    let (a, b) = (old.conditions.unused, new.conditions.unused)
    if let a, a != b {
      let (x, y) = (rank[a] ?? 0, b.flatMap { rank[$0] } ?? 0)
      if x != y { note(.conditions, "unused: \(a.rawValue)", b.map { "unused: \($0.rawValue)" }, isWorse: y < x) }
    } else if a == nil, b == .rolls_over || b == .refundable {
      note(.conditions, nil, b.map { "unused: \($0.rawValue)" }, isWorse: false)
    }
    if old.conditions.transferable == true, new.conditions.transferable == false {
      note(.conditions, "transferable", "not transferable", isWorse: true)
    }
    if old.conditions.swappable == true, new.conditions.swappable == false {
      note(.conditions, "exchangeable", "not exchangeable", isWorse: true)
    }
  }

  private mutating func compareSignature() {
    guard let status = newFacts?.signature.status, status == .unsigned || status == .partial,
      oldFacts?.signature.status == .executed
    else { return }
    note(.signature, "executed", status.rawValue, isWorse: true)
  }
}
