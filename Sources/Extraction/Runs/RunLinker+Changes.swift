// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Grants that an amendment gives another value, other days, or the longer term of their order.
extension Linking {
  mutating func change(
    _ target: StatementTargets.Target, _ statement: AmendmentStatement, _ later: Int, _ term: Term
  ) {
    let old = results[target.document].entitlements[target.index]
    let id = results[later].facts.id
    guard let change = statement.change else {
      // No value was read: what the sentence itself grants stands in its place, else it is left as it was.
      if own(statement, old.kind, later) != nil { end(target, by: id, statement) }
      return
    }
    if statement.isTentative, grantsItself(old.kind, later, but: statement) { return }
    if old.supersededBy == id { return changeAgain(old, change, statement, later, term) }
    guard let new = change.applied(to: old, term: term) else {
      if case .words = change.content { return }
      if own(statement, old.kind, later) != nil { end(target, by: id, statement) }
      return
    }
    guard new != old else { return }
    if let start = start(of: statement, term), isSpread(old, change) {
      if let last = old.validity.end, last < start { return }
      if let first = old.validity.start, first < start {
        end(target, by: id, statement)
        carry(new.starting(start), of: old, statement, into: later)
        var before = old.ending(start.adding(days: -1))
        (before.validity.basis, before.validity.text) = (.dates, nil)
        carry(before, of: old, statement, into: later, isApart: true)
        return
      }
    }
    end(target, by: id, statement)
    carry(new, of: old, statement, into: later)
  }

  /// What the amendment has carried over already, and now changes once more.
  private mutating func changeAgain(
    _ old: Entitlement, _ change: AmendedValue, _ statement: AmendmentStatement, _ later: Int, _ term: Term
  ) {
    for index in results[later].entitlements.indices {
      let carried = results[later].entitlements[index]
      guard links.carried[carried.id]?.id == old.id, !statement.isOfTerm || carried.runsFor(term),
        var new = change.applied(to: carried, term: term)
      else { continue }
      if let evidence = statement.evidence, !new.evidence.contains(evidence) { new.evidence.append(evidence) }
      results[later].entitlements[index] = new
    }
  }

  /// The first day on which the change holds; nil where nothing says so.
  private func start(of statement: AmendmentStatement, _ term: Term) -> CalendarDate? {
    switch statement.from {
    case .day(let day): day
    case .contractYear(let number): term.start?.adding(months: 12 * (number - 1))
    case nil: nil
    }
  }

  private static let capacities: Set<Kind> = [
    "storage", "api_capacity", "sandbox", "support_plan", "complimentary_product",
  ]

  /// Granted anew from time to time or there all the while, so that it can be less first and more later.
  private func isSpread(_ entitlement: Entitlement, _ change: AmendedValue) -> Bool {
    switch change.content {
    case .number, .money, .percent, .factor:
      entitlement.recurrence != nil || entitlement.quantity?.per != nil || Self.capacities.contains(entitlement.kind)
    default: false
    }
  }

  /// "The credits are available until May" is said of the amendment's own credits, where it grants some.
  private func grantsItself(_ kind: Kind, _ later: Int, but statement: AmendmentStatement) -> Bool {
    results[later].entitlements.contains { entitlement in
      guard entitlement.kind == kind, links.carried[entitlement.id] == nil else { return false }
      guard let place = statement.evidence, let own = entitlement.evidence.first else { return true }
      return own.end <= place.start || place.end <= own.start
    }
  }

  // MARK: Term

  /// The order's term has another end from now on.
  mutating func extend(_ base: Int, by statement: AmendmentStatement, in later: Int) {
    var term = terms[base] ?? results[base].facts.term
    switch statement.change?.content {
    case .day(let day): term.end = day
    case .length(let months, let days):
      let validity = Validity(start: term.start, end: term.end)
      term.end = statement.change?.moved(validity, months, days) ?? term.end
    default: return
    }
    terms[base] = term
    guard results[later].facts.term.end != term.end else { return }
    results[later].facts.term.end = term.end
    let start = results[later].facts.term.start
    results[later].facts.term.months = term.end.flatMap { start?.months(through: $0) }.map { Decimal($0) }
  }

  /// What an amendment grants for the term runs as long as that of its order, where it has none of its own.
  mutating func fillTerms(of later: Int, _ term: Term) {
    guard let end = term.end else { return }
    for index in results[later].entitlements.indices {
      let validity = results[later].entitlements[index].validity
      guard validity.basis == .term, validity.end == nil, let start = validity.start, start <= end else { continue }
      results[later].entitlements[index].validity.end = end
    }
  }
}

extension Entitlement {
  /// What ends with the term because nothing else ends it.
  func runsFor(_ term: Term) -> Bool {
    guard let end = term.end, validity.end == end else { return false }
    return validity.basis == .term || recurrence != nil
  }
}
