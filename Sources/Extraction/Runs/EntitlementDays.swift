// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A grant for fewer or more days than it was made for, with the periods in which it recurs.
extension Entitlement {
  /// No recurrence of a contract goes on for longer.
  private static let mostPeriods = 1200

  /// The same grant until another day: periods behind it go, further ones come.
  func ending(_ day: CalendarDate) -> Entitlement {
    var changed = self
    changed.validity.end = day
    guard let recurrence, let last = recurrence.periods.last else { return changed }
    var periods = recurrence.periods
    if day < last.end {
      periods.removeAll { $0.start > day }
      if let index = periods.indices.last { periods[index].end = min(periods[index].end, day) }
    } else if last.end == validity.end {
      // The last period may have been cut off where the term ended.
      periods.removeLast()
      var next = Period(start: last.start, end: max(last.end, recurrence.every.end(of: last.start)))
      while next.start <= day, periods.count < Self.mostPeriods {
        periods.append(Period(start: next.start, end: min(day, next.end)))
        let start = next.end.adding(days: 1)
        next = Period(start: start, end: recurrence.every.end(of: start))
      }
    }
    changed.recurrence?.periods = periods
    return changed
  }

  /// The same grant from another day on.
  func starting(_ day: CalendarDate) -> Entitlement {
    var changed = self
    changed.validity.start = day
    guard var periods = recurrence?.periods, !periods.isEmpty else { return changed }
    periods.removeAll { $0.end < day }
    if let first = periods.first, first.start < day { periods[0].start = day }
    changed.recurrence?.periods = periods
    return changed
  }
}

extension Recurrence.Every {
  /// The last day of a period that begins on a day.
  fileprivate func end(of start: CalendarDate) -> CalendarDate {
    switch self {
    case .contract_year, .fiscal_year: start.end(ofMonths: 12)
    case .calendar_year: CalendarDate(year: start.year, month: 12, day: 31) ?? start.end(ofMonths: 12)
    case .half_year: start.end(ofMonths: 6)
    case .quarter: start.end(ofMonths: 3)
    case .month: start.end(ofMonths: 1)
    }
  }
}
