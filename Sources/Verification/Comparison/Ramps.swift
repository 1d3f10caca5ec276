// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Grants that follow on one another, year by year, held against one for the whole time: 10,000, 20,000 and 30,000 in
/// three years are as much as 20,000 in each of them.
enum Ramps {
  /// What is there all the while adds up to nothing.
  private static let capacities: Set<Kind> = [
    "storage", "api_capacity", "sandbox", "support_plan", "complimentary_product",
  ]

  /// Both sides with those ramps as one grant of all that they give to which the other side has one grant alone; that
  /// one then gives all of its periods at once.
  static func merged(_ before: [Entitlement], _ after: [Entitlement]) -> ([Entitlement], [Entitlement]) {
    var (old, new) = (before, after)
    merge(&old, against: &new)
    merge(&new, against: &old)
    return (old, new)
  }

  private static func merge(_ side: inout [Entitlement], against other: inout [Entitlement]) {
    var done: Set<Sort> = []
    for entitlement in side where !capacities.contains(entitlement.kind) {
      let sort = Sort(entitlement)
      guard done.insert(sort).inserted else { continue }
      let parts = side.indices.filter { Sort(side[$0]) == sort }
      let counterparts = other.indices.filter { Sort(other[$0]).isLike(sort) }
      guard parts.count > 1, parts.count == side.indices.filter({ Sort(side[$0]).isLike(sort) }).count,
        counterparts.count == 1,
        let (whole, counterpart) = merged(parts.map { side[$0] }, against: other[counterparts[0]])
      else { continue }
      side[parts[0]] = whole
      for part in parts.dropFirst().reversed() { side.remove(at: part) }
      other[counterparts[0]] = counterpart
      return merge(&side, against: &other)
    }
  }

  private static func merged(_ parts: [Entitlement], against single: Entitlement) -> (Entitlement, Entitlement)? {
    if let whole = whole(parts), let counterpart = once(single) { return (whole, counterpart) }
    return sideBySide(parts, against: single).map { ($0, single) }
  }

  /// Ten sessions and five more at the same time, against twelve: what is more than each of them replaces both. Against
  /// ten, the five are gone.
  private static func sideBySide(_ parts: [Entitlement], against single: Entitlement) -> Entitlement? {
    guard var sum = parts.first, single.quantity?.per == nil else { return nil }
    let amount = { (entitlement: Entitlement) in entitlement.quantity?.amount ?? entitlement.value?.amount }
    guard let own = amount(single),
      parts.allSatisfy({ part in
        part.recurrence?.every == single.recurrence?.every && part.quantity?.per == nil
          && part.validity.start == sum.validity.start && part.validity.end == sum.validity.end
          && amount(part).map { $0 < own } ?? false
      })
    else { return nil }
    for part in parts.dropFirst() {
      if let amount = part.quantity?.amount { sum.quantity?.amount += amount }
      if let own = sum.value?.amount, let amount = part.value?.amount { sum.value?.amount = own + amount }
      sum.evidence += part.evidence.filter { !sum.evidence.contains($0) }
      if sum.purpose != part.purpose { sum.purpose = nil }
    }
    return sum
  }

  /// What parts of one ramp have in common.
  private struct Sort: Hashable {
    let kind: Kind
    let document: String
    let name: String?
    let unit: String?
    let currency: String?
    let isWorth: Bool

    init(_ entitlement: Entitlement) {
      kind = entitlement.kind
      document = entitlement.document
      name = entitlement.name?.lowercased()
      unit = entitlement.quantity?.unit
      currency = entitlement.value?.currency
      isWorth = entitlement.quantity == nil
    }

    func isLike(_ other: Sort) -> Bool { kind == other.kind && unit == other.unit && isWorth == other.isWorth }
  }

  /// The sum of parts that follow on one another; nil where they do not.
  private static func whole(_ parts: [Entitlement]) -> Entitlement? {
    let sorted = parts.sorted { ($0.validity.start?.dayNumber ?? 0) < ($1.validity.start?.dayNumber ?? 0) }
    let follows = zip(sorted, sorted.dropFirst()).allSatisfy { first, next in
      next.validity.start != nil && first.validity.end.map { $0.adding(days: 1) } == next.validity.start
    }
    let all = sorted.compactMap(once)
    guard follows, all.count == parts.count, var sum = all.first, let last = all.last else { return nil }
    for part in all.dropFirst() {
      if let amount = part.quantity?.amount { sum.quantity?.amount += amount }
      if let own = sum.value?.amount, let amount = part.value?.amount { sum.value?.amount = own + amount }
      sum.evidence += part.evidence.filter { !sum.evidence.contains($0) }
    }
    sum.validity.end = last.validity.end
    sum.validity.basis = .dates
    return sum
  }

  /// All that is granted over the periods; nil where that is not counted.
  private static func once(_ entitlement: Entitlement) -> Entitlement? {
    guard entitlement.quantity?.per == nil, entitlement.quantity != nil || entitlement.value?.amount != nil else {
      return nil
    }
    guard let recurrence = entitlement.recurrence else { return entitlement }
    guard !recurrence.periods.isEmpty else { return nil }
    var whole = entitlement
    let count = Decimal(recurrence.periods.count)
    if let amount = whole.quantity?.amount { whole.quantity?.amount = amount * count }
    if let amount = whole.value?.amount { whole.value?.amount = amount * count }
    whole.recurrence = nil
    return whole
  }
}

/// "Premier Support with an account manager of its own" is one plan: what is said of the manager in the plan's own line
/// is not told once more as the loss of another plan.
enum PlansToldTwice {
  static func settle(_ changes: inout [GrantChange]) {
    changes.removeAll { [changes] change in
      guard let part = change.change == .dropped ? change.before : change.change == .added ? change.after : nil,
        part.kind == "support_plan", part.tier == .other, let place = part.evidence.first
      else { return false }
      return changes.contains { other in
        let plan = change.change == .dropped ? other.before : other.after
        guard other.before != nil, other.after != nil, let plan, plan.kind == "support_plan", plan.tier != .other else {
          return false
        }
        return plan.document == part.document
          && plan.evidence.contains { $0.start == place.start && $0.end == place.end }
          && other.differences.contains { $0.field == .conditions }
      }
    }
  }
}
