// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// A day as the text gives it, before anyone works out which day it is.
indirect enum TimePoint: Hashable, Sendable {
  case date(DateValue)
  /// By the packs' key: `effective_date`, `term_start`, …
  case anchor(String)
  /// A name that the document itself gave a date, in lower case.
  case named(String)
  case anniversary(Int, of: TimePoint)
  /// So many days on from another day: "the day before …" is -1.
  case shifted(Int, TimePoint)
  case after(CalendarDuration, TimePoint)
  case before(CalendarDuration, TimePoint)
  /// The first such day of a year behind the period that is spoken of: "the 31 May that follows".
  case behind(month: Int, day: Int)
  /// That day within a period: "31 December of the year in which …".
  case dayIn(TimePeriod, month: Int, day: Int)
  case startOf(TimePeriod)
  case endOf(TimePeriod)
  case earlier([TimePoint])
  case later([TimePoint])
}

extension TimePoint {
  /// A date, or an anniversary of a day.
  var isDayOfCalendar: Bool {
    switch self {
    case .date, .anniversary: true
    default: false
    }
  }

  /// The close of a stretch: what is counted from it begins on the next day.
  var isEndOfPeriod: Bool { if case .endOf = self { true } else { false } }

  var isBehind: Bool { if case .behind = self { true } else { false } }

  /// Rests on the earlier or the later of several days.
  var isChoice: Bool {
    switch self {
    case .earlier, .later: true
    case .anniversary(_, let point), .shifted(_, let point), .after(_, let point), .before(_, let point): point.isChoice
    case .startOf(let period), .endOf(let period), .dayIn(let period, _, _): period.isChoice
    case .date, .anchor, .named, .behind: false
    }
  }
}

extension TimePeriod {
  /// Rests on the earlier or the later of several days.
  var isChoice: Bool {
    switch self {
    case .between(let first, let last): first.isChoice || last.isChoice
    case .duration(_, let from): from?.isChoice ?? false
    case .first(_, let whole), .last(_, let whole), .slice(_, _, let whole), .parts(_, _, _, let whole): whole.isChoice
    case .fiscalYearContaining(let point), .calendarUnit(_, let point): point.isChoice
    default: false
    }
  }
}

extension CalendarDate {
  /// The first day of that date behind this one.
  func next(month: Int, day: Int) -> CalendarDate? {
    [year, year + 1, year + 2].lazy.compactMap { CalendarDate(year: $0, month: month, day: day) }.first { $0 > self }
  }
}

/// A stretch of days as the text gives it.
indirect enum TimePeriod: Hashable, Sendable {
  /// One-based, both ends included.
  case contractYears(Int, Int)
  case calendarYear(Int)
  case fiscalYear(Int)
  case quarter(Int, year: Int)
  case month(Int, year: Int)
  case half(Int, year: Int)
  case term
  /// Of so many equal parts of another period those from the first to the last that are named: its second half, its
  /// first two thirds.
  case parts(Int, Int, of: Int, TimePeriod)
  /// The n-th stretch of so many months of another period.
  case slice(Int, months: Int, of: TimePeriod)
  /// The n-th quarter of a contract year.
  case quarterOf(Int, contractYear: Int)
  /// The fiscal year that a day falls in.
  case fiscalYearContaining(TimePoint)
  /// The calendar quarter, month or year that a day falls in.
  case calendarUnit(CalendarDuration.Unit, containing: TimePoint)
  /// The first n months, weeks … of another period.
  case first(CalendarDuration, of: TimePeriod)
  case last(CalendarDuration, of: TimePeriod)
  case duration(CalendarDuration, from: TimePoint?)
  case between(TimePoint, TimePoint)
}

/// What a clause says of when something may be used: where it starts, where it ends, or both.
struct TimeStatement: Hashable, Sendable {
  enum Role: Hashable, Sendable { case start, end, endBefore, redeemBy, during }
  var role: Role
  var point: TimePoint?
  var period: TimePeriod?
  /// The tokens that say it, introducing words included.
  var tokens: Range<Int>
}
