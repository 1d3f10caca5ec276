// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the proleptic Gregorian calendar, without time or zone. Written and read as `YYYY-MM-DD` (ISO 8601).
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Year 1 to 9999, month 1 to 12, day 1 to 31 as the month allows.
  public let year: Int, month: Int, day: Int

  /// Nil where there is no such day (30 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2025-02-01`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01 (Hinnant's civil-date algorithm).
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that many days since 1970-01-01.
  public init(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * mp + 2) / 5 + 1
    month = mp < 10 ? mp + 3 : mp - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// How many days a month has; 31 for a number that is no month.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day that many days on; back where the number is negative.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day of the month that many months on, or the month's last day where it is shorter.
  public func adding(months: Int) -> CalendarDate {
    let index = year * 12 + (month - 1) + months
    let (y, m) = (index.quotientAndFloor(12), ((index % 12) + 12) % 12 + 1)
    return CalendarDate(year: y, month: m, day: min(day, Self.days(inMonth: m, of: y))) ?? self
  }

  /// The last day of a period of `months` from this day: the day before the same day that many months on.
  /// 12 months from 2025-02-01 end 2026-01-31; one month from 2025-01-31 ends 2025-02-27.
  public func end(ofMonths months: Int) -> CalendarDate { adding(months: months).adding(days: -1) }

  /// Whole months from this day up to and including `end`, or nil where they do not come out even. Contracts that run to
  /// "28 February" of a leap year mean the month's end: from the first of a month such a day closes whole months.
  public func months(through end: CalendarDate) -> Int? {
    var next = end.adding(days: 1)
    if day == 1, end.month == 2, next.month == 2, next.day == 29 { next = next.adding(days: 1) }
    let estimate = (next.year - year) * 12 + next.month - month
    for candidate in [estimate, estimate - 1, estimate + 1] where candidate > 0 && adding(months: candidate) == next {
      return candidate
    }
    return nil
  }

  /// Whether the first day comes before the second.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension Int {
  fileprivate func quotientAndFloor(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension CalendarDate: Codable {
  /// Reads `YYYY-MM-DD`; throws `DecodingError` where the text is no day of the calendar.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = CalendarDate(iso: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is not a date of the form YYYY-MM-DD"))
    }
    self = date
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
