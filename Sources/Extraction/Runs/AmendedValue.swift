// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A value that an amendment gives to an earlier grant.
public struct AmendedValue: Sendable, Hashable {
  /// What the field becomes or changes by.
  public enum Content: Sendable, Hashable {
    case money(Decimal)
    case number(Decimal)
    case percent(Decimal)
    /// The last day.
    case day(CalendarDate)
    /// The first day.
    case start(CalendarDate)
    /// The last day of the amended order's term.
    case endOfTerm
    case length(months: Int?, days: Int?)
    /// Two where it is doubled.
    case factor(Decimal)
    /// Words that are replaced by others, as the values in them.
    case words(old: QuotedValues, new: QuotedValues)
  }
  /// The value itself.
  public var content: Content
  /// 1: becomes that; otherwise it is added to or taken from what is there.
  public enum Way: Sendable, Hashable { case to, up, down }
  /// Whether it is the new value or the change.
  public var way: Way

  /// The grant with the value in it; nil where it has nothing of that sort. `term` is that of the amended order.
  func applied(to entitlement: Entitlement, term: Term? = nil) -> Entitlement? {
    var changed = entitlement
    switch content {
    case .money(let amount):
      guard let old = entitlement.value?.amount else { return nil }
      changed.value?.amount = turned(old, amount)
    case .number(let amount):
      guard let old = entitlement.quantity?.amount else { return nil }
      changed.quantity?.amount = turned(old, amount)
    case .percent(let percent):
      guard let old = entitlement.value?.formula?.percent else {
        guard way != .to else { return nil }
        return multiplied(entitlement, turned(1, percent / 100))
      }
      changed.value?.formula?.percent = turned(old, percent)
      if old > 0, let amount = entitlement.value?.amount { changed.value?.amount = amount * turned(old, percent) / old }
    case .factor(let factor): return multiplied(entitlement, factor)
    case .words(let old, let new): return reworded(entitlement, old, new)
    case .start(let day):
      guard entitlement.validity.end.map({ day <= $0 }) ?? true else { return nil }
      changed = entitlement.starting(day)
    case .day(let day): return ended(entitlement, day)
    case .endOfTerm: return (term?.end).flatMap { ended(entitlement, $0, basis: .term) }
    case .length(let months, let days):
      guard let end = moved(entitlement.validity, months, days) else { return nil }
      return ended(entitlement, end)
    }
    return changed
  }

  /// Whether the grant has this amount now; nil where it has nothing of that sort.
  func isMet(by entitlement: Entitlement) -> Bool? {
    switch content {
    case .money(let amount): entitlement.value?.amount.map { $0 == amount }
    case .number(let amount): entitlement.quantity.map { $0.amount == amount }
    default: nil
    }
  }

  private func ended(_ entitlement: Entitlement, _ day: CalendarDate, basis: Validity.Basis = .dates) -> Entitlement? {
    guard entitlement.validity.start.map({ $0 <= day }) ?? true else { return nil }
    var changed = entitlement.ending(day)
    changed.validity.text = nil
    changed.validity.basis = basis
    return changed
  }

  private func multiplied(_ entitlement: Entitlement, _ factor: Decimal) -> Entitlement? {
    guard entitlement.quantity != nil || entitlement.value?.amount != nil, factor > 0 else { return nil }
    var changed = entitlement
    if let amount = entitlement.quantity?.amount { changed.quantity?.amount = amount * factor }
    if let amount = entitlement.value?.amount { changed.value?.amount = amount * factor }
    return changed
  }

  /// The field that has what the old words say gets what the new ones say.
  private func reworded(_ entitlement: Entitlement, _ old: QuotedValues, _ new: QuotedValues) -> Entitlement? {
    var changed = entitlement
    if let a = old.day, let b = new.day {
      return entitlement.validity.end == a ? ended(entitlement, b) : nil
    }
    if let a = old.money, let b = new.money {
      guard entitlement.value?.amount == a else { return nil }
      changed.value?.amount = b
      return changed
    }
    guard let a = old.number, let b = new.number, entitlement.quantity?.amount == a else { return nil }
    changed.quantity?.amount = b
    return changed
  }

  private func turned(_ old: Decimal, _ amount: Decimal) -> Decimal {
    switch way {
    case .to: amount
    case .up: old + amount
    case .down: old - amount
    }
  }

  func moved(_ validity: Validity, _ months: Int?, _ days: Int?) -> CalendarDate? {
    if way == .to {
      guard let start = validity.start else { return nil }
      return months.map { start.end(ofMonths: $0) } ?? days.map { start.adding(days: $0 - 1) }
    }
    guard let end = validity.end else { return nil }
    let sign = way == .up ? 1 : -1
    return months.map { end.adding(days: 1).end(ofMonths: $0 * sign) } ?? days.map { end.adding(days: $0 * sign) }
  }
}
