// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// What an inventory comes to: worth by currency, and what ends next. Grants that a later document superseded do not
/// count.
public struct InventorySummary: Sendable, Hashable {
  /// The worth of the grants in one currency; a recurring grant counts once a period.
  public struct Worth: Sendable, Hashable {
    /// ISO 4217; nil where the documents do not settle it.
    public var currency: String?
    /// The sum, grants that have ended included.
    public var amount: Decimal
    /// The part whose period has not ended before today.
    public var open: Decimal
    /// How many entitlements.
    public var grants: Int
  }

  /// A last day that is still to come.
  public struct Expiry: Sendable, Hashable {
    /// What happens on the day: the grant ends, one of its periods does, or it can no longer be ordered.
    public enum Reason: Sendable, Hashable { case end, endOfPeriod, redeemBy }
    /// The last day.
    public var date: CalendarDate
    /// What it is the last day for.
    public var reason: Reason
    /// Index into the inventory's entitlements.
    public var entitlement: Int
  }

  /// By currency code; the unknown one last.
  public var worth: [Worth]
  /// Every entitlement's next one, soonest first, entitlements of one day in document order.
  public var expiries: [Expiry]

  /// `today` decides what is open and what comes next.
  public init(_ inventory: Inventory, today: CalendarDate) {
    var sums: [String: Worth] = [:]
    expiries = []
    for (index, entitlement) in inventory.entitlements.enumerated() where entitlement.supersededBy == nil {
      Self.add(entitlement, to: &sums, today: today)
      if let (date, reason) = Self.next(entitlement, today: today) {
        expiries.append(Expiry(date: date, reason: reason, entitlement: index))
      }
    }
    worth = sums.sorted { ($0.key.isEmpty ? "~" : $0.key) < ($1.key.isEmpty ? "~" : $1.key) }.map(\.value)
    expiries.sort { ($0.date, $0.entitlement) < ($1.date, $1.entitlement) }
  }

  private static func add(_ entitlement: Entitlement, to sums: inout [String: Worth], today: CalendarDate) {
    guard let value = entitlement.value, let amount = value.amount else { return }
    let ends: [CalendarDate?]
    if let periods = entitlement.recurrence?.periods, !periods.isEmpty {
      ends = periods.map(\.end)
    } else {
      ends = [entitlement.validity.end]
    }
    let open = ends.filter { $0.map { $0 >= today } ?? true }.count
    var sum = sums[value.currency ?? ""] ?? Worth(currency: value.currency, amount: 0, open: 0, grants: 0)
    sum.amount += amount * Decimal(ends.count)
    sum.open += amount * Decimal(open)
    sum.grants += 1
    sums[value.currency ?? ""] = sum
  }

  private static func next(_ entitlement: Entitlement, today: CalendarDate) -> (CalendarDate, Expiry.Reason)? {
    var candidates: [(CalendarDate, Expiry.Reason)] = []
    if let date = entitlement.validity.redeemBy { candidates.append((date, .redeemBy)) }
    if let date = entitlement.validity.end { candidates.append((date, .end)) }
    if entitlement.conditions.unused != .rolls_over {
      for period in entitlement.recurrence?.periods ?? [] where period.end != entitlement.validity.end {
        candidates.append((period.end, .endOfPeriod))
      }
    }
    return candidates.filter { $0.0 >= today }.min { $0.0 < $1.0 }
  }
}
