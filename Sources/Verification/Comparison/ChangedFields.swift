// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// What differs between a grant before and the one after, for better and for worse.
struct ChangedFields {
  let old: Entitlement
  let new: Entitlement
  let oldFacts: DocumentFacts?
  let newFacts: DocumentFacts?
  let clauses: GrantClauses?
  private(set) var worse: [Difference] = []
  private(set) var better: [Difference] = []

  init(
    _ old: Entitlement, _ new: Entitlement, _ oldFacts: DocumentFacts?, _ newFacts: DocumentFacts?,
    _ clauses: GrantClauses? = nil
  ) {
    self.clauses = clauses
    self.old = old
    self.new = new
    self.oldFacts = oldFacts
    self.newFacts = newFacts
    compareTier()
    compareSort()
    compareAmounts()
    compareRecurrence()
    compareFee()
    compareValidity()
    compareConditions()
    comparePurpose()
    compareSignature()
  }

  mutating func note(_ field: Difference.Field, _ before: String?, _ after: String?, isWorse: Bool) {
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

  private mutating func compareSort() {
    guard old.kind == "sandbox", let a = SandboxSort.rank(old.name ?? ""), let b = SandboxSort.rank(new.name ?? ""),
      a != b
    else { return }
    note(.kind, old.name, new.name, isWorse: b < a)
  }

  private mutating func compareAmounts() {
    if let a = old.quantity, let b = new.quantity, UnitNames.same(a.unit, b.unit, old.kind) {
      let amount = rate(b.amount, b.per, new, as: a.per, old)
      if a.amount != amount {
        note(
          .quantity, periodic(PlainWords.quantity(a), old), periodic(PlainWords.quantity(b), new),
          isWorse: amount < a.amount)
      }
    } else if old.quantity != nil || new.quantity != nil, old.value == nil || new.value == nil,
      old.kind != "support_plan"
    {
      note(
        .quantity, PlainWords.quantity(old.quantity), PlainWords.quantity(new.quantity), isWorse: old.quantity != nil)
    }
    compareWorth()
  }

  /// An amount after, counted by the period before: 1,000,000 a month are 33,000 a day. What was granted once is held
  /// against all that is granted over the periods.
  private func rate(_ amount: Decimal, _ per: String?, _ new: Entitlement, as wanted: String?, _ old: Entitlement)
    -> Decimal
  {
    let own = per ?? new.recurrence.map { Rates.period($0.every) }
    guard let own, let wanted = wanted ?? old.recurrence.map({ Rates.period($0.every) }) else {
      let isOnce = old.recurrence == nil && wanted == nil && per == nil
      return isOnce ? amount * Decimal(max(1, new.recurrence?.periods.count ?? 1)) : amount
    }
    return Rates.converted(amount, from: own, to: wanted)
  }

  /// How much is granted over all periods; nil where that is not counted.
  private func whole(_ entitlement: Entitlement) -> Decimal? {
    let amount = entitlement.quantity?.amount ?? entitlement.value?.amount
    return amount.map { $0 * Decimal(max(1, entitlement.recurrence?.periods.count ?? 1)) }
  }

  private mutating func compareWorth() {
    if let a = old.value?.formula, let b = new.value?.formula, a.of == b.of, a.percent != b.percent {
      let (x, y) = (share(a), share(b))
      note(.value, x, y, isWorse: b.percent < a.percent)
      return
    }
    guard let a = old.value?.amount, let sum = new.value?.amount else {
      if old.value != nil, new.value == nil, new.quantity == nil {
        note(.value, PlainWords.value(old.value), nil, isWorse: true)
      }
      return
    }
    let b = rate(sum, nil, new, as: nil, old)
    let isOther = old.value?.currency != nil && new.value?.currency != nil && old.value?.currency != new.value?.currency
    if a != b || isOther {
      note(
        .value, periodic(PlainWords.value(old.value), old), periodic(PlainWords.value(new.value), new),
        isWorse: b < a || isOther)
    }
  }

  /// With its period where that is another before than after: "EUR 4,000 every quarter".
  private func periodic(_ amount: String?, _ entitlement: Entitlement) -> String? {
    guard old.recurrence?.every != new.recurrence?.every else { return amount }
    return amount.map { $0 + (entitlement.recurrence.map { " " + PlainWords.every($0.every) } ?? "") }
  }

  private func share(_ formula: Formula) -> String? {
    PlainWords.value(EntitlementValue(amount: nil, currency: nil, basis: .computed, formula: formula))
  }

  private mutating func compareRecurrence() {
    switch (old.recurrence, new.recurrence) {
    case (let a?, nil):
      if let before = whole(old), let after = whole(new), after >= before { break }
      note(.recurrence, PlainWords.every(a.every), "once", isWorse: true)
    case (nil, let b?):
      // Forty at once are no less than twenty in each of two years.
      if let before = whole(old), let after = whole(new), after <= before { break }
      note(.recurrence, "once", PlainWords.every(b.every), isWorse: false)
    case (let a?, let b?) where a.every != b.every:
      // Amounts are compared by the same period: as much in all is no less.
      if old.quantity != nil && new.quantity != nil || old.value?.amount != nil && new.value?.amount != nil { break }
      let order: [Recurrence.Every] = [.month, .quarter, .half_year, .contract_year]
      let (x, y) = (order.firstIndex(of: a.every) ?? 3, order.firstIndex(of: b.every) ?? 3)
      if x != y { note(.recurrence, PlainWords.every(a.every), PlainWords.every(b.every), isWorse: y > x) }
    default: break
    }
  }

  private mutating func compareFee() {
    var (a, b) = (old.fee, new.fee)
    if a == nil, let charge = clauses?.charge(for: old) { a = charge.fee }
    if b == nil, let charge = clauses?.charge(for: new) { b = charge.fee }
    if a == b { return }
    let (x, y) = (a?.amount, b?.amount)
    if let x, let y {
      if x != y { note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: y > x) }
    } else if let x = a?.percent, let y = b?.percent {
      if x != y { note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: y > x) }
    } else if (x ?? 0) == 0, a?.percent == nil, (b?.percent ?? y ?? 0) > 0 {
      note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: true)
    } else if (a?.percent ?? x ?? 0) > 0, y == 0 {
      note(.fee, PlainWords.fee(a), PlainWords.fee(b), isWorse: false)
    }
  }

  /// By length and place in the term, for a renewal has other dates; by the last day where both are of one term.
  private mutating func compareValidity() {
    let (a, b) = (old.validity, new.validity)
    if isWholeTerm(old, oldFacts), isWholeTerm(new, newFacts) { return }
    if isAmendment, let x = a.end, let y = b.end {
      if x != y { note(.validity, PlainWords.validity(a), PlainWords.validity(b), isWorse: y < x) }
      return
    }
    guard !isAmendment, let x = days(a), let y = days(b) else { return compareOpenValidity() }
    // Two days more or less are leap years.
    if abs(x - y) > 2 { note(.validity, PlainWords.validity(a), PlainWords.validity(b), isWorse: y < x) }
  }

  /// Where the days of one are not known: by the lengths that are said. Other words for what nobody can reckon need a
  /// person to look.
  private mutating func compareOpenValidity() {
    let (a, b) = (old.validity, new.validity)
    if let x = clauses?.months(of: old), let y = clauses?.months(of: new) {
      if x != y { note(.validity, PlainWords.validity(a), PlainWords.validity(b), isWorse: y < x) }
    } else if let text = b.text, a.end != nil && b.end == nil || a.end == nil && a.text.map({ $0 != text }) ?? false {
      note(.validity, PlainWords.validity(a), PlainWords.validity(b), isWorse: true)
    }
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

  private mutating func compareSignature() {
    guard let status = newFacts?.signature.status, status == .unsigned || status == .partial,
      oldFacts?.signature.status == .executed
    else { return }
    note(.signature, "executed", status.rawValue, isWorse: true)
  }
}

extension ContractClause.Charge {
  /// As a fee, as far as it gives a sum or a share; a discounted price is a share of it.
  var fee: Fee { Fee(amount: amount, currency: currency, percent: percent, of: nil) }
}
