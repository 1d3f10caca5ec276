// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Works out days from what the document gives. Nil wherever a date is not known: nothing is guessed.
struct TimeResolver {
  let term: Term
  let knowledge: DocumentKnowledge
  var isAmendment = false

  /// The day from which a grant runs where nothing else is said: the term's start; for an amendment not before it takes
  /// effect.
  var grantStart: CalendarDate? {
    guard isAmendment, let effective = knowledge.anchors["effective_date"], let start = term.start else {
      return term.start ?? (isAmendment ? knowledge.anchors["effective_date"] : nil)
    }
    return max(effective, start)
  }

  /// Contract years begin with the term unless the document says otherwise. An amendment that names only the day on which
  /// it takes effect counts the years of the order that it amends, and does not say when these began.
  var contractYearStart: CalendarDate? {
    if let stated = knowledge.contractYearStart { return stated }
    let isOfOrder =
      isAmendment && term.end == nil && term.start == knowledge.anchors["effective_date"]
    return isOfOrder ? nil : term.start
  }

  /// A day. `asEnd`: it closes a period, so that "nine months after X" ends the day before.
  func day(_ point: TimePoint, asEnd: Bool = false) -> CalendarDate? {
    switch point {
    case .date(let value): return value.date
    case .anchor(let key): return anchor(key, asEnd: asEnd)
    case .named(let name): return knowledge.definedDates[name]
    case .anniversary(let number, let base): return day(base)?.adding(months: 12 * number)
    case .shifted(let days, let base): return day(base)?.adding(days: days)
    case .after(let duration, let base):
      guard var start = day(base) else { return nil }
      // "three months after the first year has ended" begin on the day behind it.
      if base.isEndOfPeriod { start = start.adding(days: 1) }
      return asEnd ? end(of: duration, from: start) : shifted(start, by: duration, sign: 1)
    case .before(let duration, let base):
      guard let last = day(base, asEnd: true) else { return nil }
      guard base.isEndOfPeriod else { return shifted(last, by: duration, sign: -1) }
      return shifted(last.adding(days: 1), by: duration, sign: -1)?.adding(days: -1)
    case .behind: return nil
    case .dayIn(let period, let month, let day):
      guard let whole = days(period) else { return nil }
      return [whole.start.year, whole.end.year].lazy.compactMap { CalendarDate(year: $0, month: month, day: day) }
        .first { whole.start <= $0 && $0 <= whole.end }
    case .startOf(let period): return days(period)?.start
    case .endOf(let period): return days(period)?.end
    case .earlier(let points):
      let days = points.map { day($0, asEnd: asEnd) }
      return days.contains(nil) ? nil : days.compactMap { $0 }.min()
    case .later(let points):
      let days = points.map { day($0, asEnd: asEnd) }
      return days.contains(nil) ? nil : days.compactMap { $0 }.max()
    }
  }

  private func anchor(_ key: String, asEnd: Bool) -> CalendarDate? {
    if let known = knowledge.anchors[key] { return known }
    switch key {
    case "term_start": return term.start
    case "term_end": return term.end
    case "term": return asEnd ? term.end : term.start
    default: return nil
    }
  }

  /// First and last day of a period.
  func days(_ period: TimePeriod) -> Period? {
    switch period {
    case .contractYears(let first, let last):
      return contractYears(first, last)
    case .calendarYear(let year): return span(year, 1, 12)
    case .fiscalYear(let year): return fiscalYear(year)
    case .fiscalYearContaining(let point):
      guard let day = day(point) else { return nil }
      return [day.year, day.year + 1].lazy.compactMap { fiscalYear($0) }.first { $0.start <= day && day <= $0.end }
    case .quarter(let quarter, let year): return span(year, quarter * 3 - 2, 3)
    case .half(let half, let year): return span(year, half * 6 - 5, 6)
    case .month(let month, let year): return span(year, month, 1)
    case .term:
      guard let start = term.start, let end = term.end else { return nil }
      return Period(start: start, end: end)
    case .parts(let first, let last, let count, let whole):
      // Parts that are no whole months are not worked out: nobody says on which day they end.
      guard let all = days(whole), let months = all.start.months(through: all.end), months % count == 0 else {
        return nil
      }
      return Period(
        start: all.start.adding(months: months / count * (first - 1)),
        end: last == count ? all.end : all.start.adding(months: months / count * last).adding(days: -1))
    case .slice(let number, let months, let whole):
      guard let start = days(whole)?.start ?? (whole == .term ? term.start : nil) else { return nil }
      let from = start.adding(months: (number - 1) * months)
      return Period(start: from, end: from.end(ofMonths: months))
    case .quarterOf(let quarter, let year):
      guard let whole = contractYears(year, year), (1...4).contains(quarter) else { return nil }
      let start = whole.start.adding(months: quarter * 3 - 3)
      return Period(start: start, end: start.end(ofMonths: 3))
    case .calendarUnit(let unit, let point):
      guard let day = day(point, asEnd: true) else { return nil }
      switch unit {
      case .quarter: return span(day.year, (day.month - 1) / 3 * 3 + 1, 3)
      case .month: return span(day.year, day.month, 1)
      default: return span(day.year, 1, 12)
      }
    case .first(let duration, let whole):
      guard let start = days(whole)?.start ?? (whole == .term ? term.start : nil),
        let end = end(of: duration, from: start)
      else { return nil }
      return Period(start: start, end: end)
    case .last(let duration, let whole):
      // Whole years and months count from the start, so that the last year begins on its anniversary.
      if let all = days(whole), let months = duration.months?.wholeNumber,
        let total = all.start.months(through: all.end),
        total >= months
      {
        return Period(start: all.start.adding(months: total - months), end: all.end)
      }
      guard let end = days(whole)?.end, let start = shifted(end.adding(days: 1), by: duration, sign: -1) else {
        return nil
      }
      return Period(start: start, end: end)
    case .duration(let duration, let base):
      guard let base, var start = day(base) else { return nil }
      if base.isEndOfPeriod { start = start.adding(days: 1) }
      guard let end = end(of: duration, from: start) else { return nil }
      return Period(start: start, end: end)
    case .between(let a, let b):
      guard let start = day(a), let end = day(b, asEnd: true), start <= end else { return nil }
      return Period(start: start, end: end)
    }
  }

  /// The last day of a duration that starts on a day. Business days are not worked out: holidays are unknown.
  func end(of duration: CalendarDuration, from start: CalendarDate) -> CalendarDate? {
    guard !duration.isBusiness else { return nil }
    if let months = duration.months?.wholeNumber { return start.end(ofMonths: months) }
    if let days = duration.days?.wholeNumber { return start.adding(days: days - 1) }
    return nil
  }

  private func shifted(_ day: CalendarDate, by duration: CalendarDuration, sign: Int) -> CalendarDate? {
    guard !duration.isBusiness else { return nil }
    if let months = duration.months?.wholeNumber { return day.adding(months: sign * months) }
    if let days = duration.days?.wholeNumber { return day.adding(days: sign * days) }
    return nil
  }

  private func span(_ year: Int, _ month: Int, _ months: Int) -> Period? {
    guard let start = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return Period(start: start, end: start.end(ofMonths: months))
  }

  private func contractYears(_ first: Int, _ last: Int) -> Period? {
    if case .between(let start, _)? = knowledge.namedPeriods["year \(first)"],
      case .between(_, let end)? = knowledge.namedPeriods["year \(last)"], let from = day(start), let to = day(end),
      from <= to
    {
      return Period(start: from, end: to)
    }
    guard let start = contractYearStart, first >= 1, last >= first else { return nil }
    var period: Period
    if knowledge.contractYearIsCalendarYear {
      // The first runs from the start to the end of December; those behind it are whole years.
      guard let opening = CalendarDate(year: start.year + first - 1, month: 1, day: 1) else { return nil }
      let end = opening.adding(months: 12 * (last - first + 1)).adding(days: -1)
      period = Period(start: max(start, opening), end: end)
    } else {
      period = Period(
        start: start.adding(months: 12 * (first - 1)), end: start.adding(months: 12 * last).adding(days: -1))
    }
    if let end = term.end, end < period.end, period.start < end { period.end = end }
    return period
  }

  private func fiscalYear(_ year: Int) -> Period? {
    guard let (month, day) = knowledge.fiscalYearEnd, let end = CalendarDate(year: year, month: month, day: day) else {
      return nil
    }
    return Period(start: end.adding(days: 1).adding(months: -12), end: end)
  }

  /// Every period of a recurrence within the days given; the last is cut at the end.
  func periods(_ every: Recurrence.Every, within whole: Period) -> [Period] {
    let months: Int
    var start = whole.start
    switch every {
    case .contract_year where !knowledge.contractYearIsCalendarYear: months = 12
    case .contract_year, .calendar_year:
      months = 12
      start = CalendarDate(year: start.year, month: 1, day: 1) ?? start
    // By a name of the document's own: the periods count from the first day that the words give.
    case .fiscal_year where knowledge.fiscalYearEnd == nil && !knowledge.ownYears.isEmpty: months = 12
    case .fiscal_year:
      guard let year = knowledge.fiscalYearEnd.flatMap({ _ in fiscalYear(start.year) }) else { return [] }
      months = 12
      start = start > year.end ? year.end.adding(days: 1) : year.start
    case .half_year: months = 6
    case .quarter:
      months = 3
    case .month: months = 1
    }
    var periods: [Period] = []
    var index = 0
    while periods.count < 240 {
      let from = start.adding(months: months * index)
      guard from <= whole.end else { break }
      let to = start.adding(months: months * (index + 1)).adding(days: -1)
      periods.append(Period(start: max(from, whole.start), end: min(to, whole.end)))
      index += 1
    }
    return periods
  }
}
