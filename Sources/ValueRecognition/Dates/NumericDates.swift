// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Dates in figures.
extension ValueScan {
  /// Three figures of a date as they stand, before anyone says which is which.
  struct NumericDate {
    var first: Int, second: Int, third: Int
    var firstLength: Int, thirdLength: Int
    var isDotted: Bool
    var end: Int
  }

  /// `2025-03-15`, `3/15/2025`, `15.03.2025`, `03/2025`, `2025年3月15日`.
  func numericDate(at start: Int) -> DateReading? {
    guard mayStartDate(start) || isRangeEnd(start) || joinsISODates(start - 1) else { return nil }
    // `12/24/36 months` are three lengths.
    if let figures = numericParts(at: start),
      !(figures.thirdLength == 2 && has(figures.end, .time) && has(figures.end, .plural) && follows(figures.end)),
      mayEndDate(figures.end) || isRangeEnd(figures.end) || joinsISODates(figures.end),
      let found = resolved(figures, start)
    {
      return found
    }
    return yearMonthName(at: start) ?? monthAndYear(at: start) ?? dayAndMonth(at: start) ?? signedDate(at: start)
      ?? compactDate(at: start)
  }

  /// `from 20250315`: eight digits in one, where the word before says that a date comes.
  private func compactDate(at start: Int) -> DateReading? {
    guard length(start) == 8, let digits = integer(start, digits: 8), (1900_00_00...2200_00_00).contains(digits),
      let date = CalendarDate(year: digits / 10000, month: digits / 100 % 100, day: digits % 100),
      saysDate(before: start), mayEndDate(start + 1), !has(start + 1, [.noun, .currency, .percent, .time, .scale])
    else { return nil }
    return reading(date, start..<(start + 1))
  }

  /// `dated`, `from`, `until`, `end date:`; or another date in eight digits and a dash.
  private func saysDate(before start: Int) -> Bool {
    guard follows(start) else { return false }
    var at = start - 1
    if isDash(at), length(at - 1) == 8, isNumber(at - 1) { return saysDate(before: at - 1) }
    if isSign(at, 0x3A), isGlued(at) { at -= 1 }
    if has(at, .beforeYear) || self.is(at, .on) { return true }
    return [
      "date", "dated", "start", "starts", "starting", "ends", "end", "effective", "expires", "expiry", "to", "valid",
    ]
    .contains { isSpelled(at, $0) }
  }

  /// The second of `7/14/2026-7/20/2026` or `14.07.2026-20.07.2026`.
  private func isRangeEnd(_ i: Int) -> Bool {
    guard isHyphened(i), isNumber(i) else { return false }
    if isSign(i - 2, 0x2F), isSign(i - 4, 0x2F) { return isSign(i + 1, 0x2F) && isSign(i + 3, 0x2F) }
    return length(i - 1) >= 8 && length(i) >= 8 && dotted(at: i - 1) != nil && dotted(at: i) != nil
  }

  /// The sign of `2026-07-14/2027-07-13`, an interval as ISO 8601 writes it.
  private func joinsISODates(_ sign: Int) -> Bool {
    func isDate(at first: Int) -> Bool {
      isNumber(first) && length(first) == 4 && isHyphened(first + 1) && isHyphened(first + 2)
        && length(first + 1) == 2 && length(first + 2) == 2
    }
    return sign > 2 && isSign(sign, 0x2F) && isGlued(sign) && isGlued(sign + 1) && isDate(at: sign - 3)
      && isDate(at: sign + 1)
  }

  /// What a date in figures shows of the document's order; unknown where it shows nothing.
  func orderEvidence(at start: Int) -> DayMonthOrder {
    // "05/01/2031-04/30/2032": the second day stands close behind the year of the first.
    let isBehindYear = isHyphened(start) && length(start - 1) == 4 && integer(start - 1, digits: 4) != nil
    guard isBehindYear || mayStartDate(start), let figures = numericParts(at: start), !figures.isDotted,
      figures.firstLength <= 2, figures.thirdLength != 3, mayEndDate(figures.end)
    else { return .unknown }
    if figures.first > 12, figures.first <= 31, (1...12).contains(figures.second) { return .dayFirst }
    if figures.second > 12, figures.second <= 31, (1...12).contains(figures.first) { return .monthFirst }
    return wholeMonths(from: figures)
  }

  /// `3/3/26 – 3/2/27`, `01/04/2031 | 31/03/2032`: the order in which the two days hold whole months; unknown where both
  /// orders do, or neither.
  private func wholeMonths(from first: NumericDate) -> DayMonthOrder {
    guard follows(first.end) else { return .unknown }
    let isJoined = isDash(first.end) || self.is(first.end, .to)
    let at = isJoined ? first.end + 1 : first.end
    guard isJoined || flags(at).contains(.cellStart) || isHyphened(at), isNumber(at),
      let last = numericParts(at: at), !last.isDotted, last.firstLength <= 2, last.thirdLength == first.thirdLength
    else { return .unknown }
    func day(_ figures: NumericDate, isDayFirst: Bool) -> CalendarDate? {
      CalendarDate(
        year: figures.thirdLength == 2 ? Self.century(figures.third) : figures.third,
        month: isDayFirst ? figures.second : figures.first, day: isDayFirst ? figures.first : figures.second)
    }
    func isWhole(isDayFirst: Bool) -> Bool {
      guard let open = day(first, isDayFirst: isDayFirst), let close = day(last, isDayFirst: isDayFirst), open < close
      else { return false }
      return open.months(through: close) != nil
    }
    let (dayFirst, monthFirst) = (isWhole(isDayFirst: true), isWhole(isDayFirst: false))
    return dayFirst == monthFirst ? .unknown : dayFirst ? .dayFirst : .monthFirst
  }

  private func numericParts(at start: Int) -> NumericDate? {
    if length(start) >= 6 { if let dotted = dotted(at: start) { return dotted } }
    guard let first = integer(start, digits: 4), let at1 = separated(start + 1, by: nil),
      let second = integer(at1.at, digits: 2), let at2 = separated(at1.at + 1, by: at1.isSlash),
      let third = integer(at2.at, digits: 4)
    else { return spacedParts(at: start) }
    return NumericDate(
      first: first, second: second, third: third, firstLength: length(start), thirdLength: length(at2.at),
      isDotted: false, end: at2.at + 1)
  }

  /// `01 / 02 / 2025`, as forms print it: with a year of four digits, so that no fraction is meant.
  private func spacedParts(at start: Int) -> NumericDate? {
    guard isSign(start + 1, 0x2F), isSign(start + 3, 0x2F), (1...4).allSatisfy({ follows(start + $0) }),
      let first = integer(start, digits: 2), let second = integer(start + 2, digits: 2), length(start + 4) == 4,
      let third = integer(start + 4, digits: 4), (1900...2200).contains(third)
    else { return nil }
    return NumericDate(
      first: first, second: second, third: third, firstLength: length(start), thirdLength: 4, isDotted: false,
      end: start + 5)
  }

  /// The figure behind a slash or hyphen; a line may break behind the sign.
  private func separated(_ i: Int, by isSlash: Bool?) -> (at: Int, isSlash: Bool)? {
    guard follows(i) else { return nil }
    if isHyphened(i), isNumber(i), isSlash != true { return (i, false) }
    let next = i + 1
    guard isNumber(next), follows(next), isGlued(i) else { return nil }
    let isJoined = isGlued(next) || flags(next).contains(.lineStart)
    if isSign(i, 0x2F), isJoined, isSlash != false { return (next, true) }
    if isDash(i), isJoined, isSlash != true { return (next, false) }
    return nil
  }

  private func dotted(at start: Int) -> NumericDate? {
    guard length(start) <= 10, let parts = FigureShape.parts(slice(start)), parts.separators.count == 2,
      parts.separators.allSatisfy({ $0.kind == .point })
    else { return nil }
    let digits = parts.digits.map { Int($0) - 0x30 }
    let (one, two) = (parts.separators[0].at, parts.separators[1].at)
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let lengths = (one, two - one, digits.count - two)
    guard lengths.1 <= 2, lengths.0 == 4 || lengths.0 <= 2, lengths.2 <= 2 || lengths.2 == 4 else { return nil }
    // `4.2.10` is a section; a year of two digits stands behind two figures of two.
    if lengths.2 <= 2, lengths.0 != 4, lengths != (2, 2, 2) { return nil }
    if lengths.0 == 4, lengths.2 == 4 { return nil }
    return NumericDate(
      first: number(0..<one), second: number(one..<two), third: number(two..<digits.count), firstLength: one,
      thirdLength: lengths.2, isDotted: true, end: start + 1)
  }

  private func resolved(_ figures: NumericDate, _ start: Int) -> DateReading? {
    if figures.firstLength == 4 {
      guard figures.thirdLength <= 2,
        let date = CalendarDate(year: figures.first, month: figures.second, day: figures.third), figures.first >= 1500
      else { return nil }
      return reading(date, start..<figures.end)
    }
    guard figures.firstLength <= 2, figures.thirdLength == 2 || figures.thirdLength == 4 else { return nil }
    let year = figures.thirdLength == 2 ? Self.century(figures.third) : figures.third
    guard (1500...2200).contains(year) else { return nil }
    let dayFirst = CalendarDate(year: year, month: figures.second, day: figures.first)
    let monthFirst = CalendarDate(year: year, month: figures.first, day: figures.second)
    guard let one = monthFirst ?? dayFirst, let other = dayFirst ?? monthFirst else { return nil }
    let tokens = start..<figures.end
    if one == other || figures.isDotted { return reading(other, tokens) }
    switch order {
    case .dayFirst: return reading(other, tokens)
    case .monthFirst: return reading(one, tokens)
    case .unknown:
      var found = reading(one, tokens)
      found.value.otherReading = other
      found.problems = [.ambiguousDate]
      return found
    }
  }

  private func reading(_ date: CalendarDate, _ tokens: Range<Int>) -> DateReading {
    DateReading(tokens: tokens, value: DateValue(year: date.year, month: date.month, day: date.day))
  }

  /// `2025-Mar-15`.
  private func yearMonthName(at start: Int) -> DateReading? {
    guard let year = integer(start, digits: 4), length(start) == 4, isHyphened(start + 1), has(start + 1, .month),
      isHyphened(start + 2), let day = integer(start + 2, digits: 2),
      let date = CalendarDate(year: year, month: Int(meaning(start + 1).month), day: day)
    else { return nil }
    return reading(date, start..<(start + 3))
  }

  /// `03/2025`, `2025-03`: a month of a year.
  private func monthAndYear(at start: Int) -> DateReading? {
    if let month = integer(start, digits: 2), (1...12).contains(month), isSign(start + 1, 0x2F), isGlued(start + 1),
      isGlued(start + 2), length(start + 2) == 4, let year = integer(start + 2, digits: 4),
      (1900...2100).contains(year),
      mayEndDate(start + 3)
    {
      return DateReading(tokens: start..<(start + 3), value: DateValue(year: year, month: month, day: nil))
    }
    if let year = integer(start, digits: 4), length(start) == 4, (1900...2100).contains(year), isHyphened(start + 1),
      length(start + 1) == 2, bytes[Int(tokens[start + 1].start)] == 0x30, let month = integer(start + 1, digits: 2),
      month > 0, mayEndDate(start + 2)
    {
      return DateReading(tokens: start..<(start + 2), value: DateValue(year: year, month: month, day: nil))
    }
    return nil
  }

  /// `on 2/15`: a day and month where only one of the two figures can be the month.
  private func dayAndMonth(at start: Int) -> DateReading? {
    guard has(start - 1, .beforeYear) || self.is(start - 1, .on), isSign(start + 1, 0x2F), isGlued(start + 1),
      isGlued(start + 2), let first = integer(start, digits: 2), let second = integer(start + 2, digits: 2),
      (1...31).contains(first), (1...31).contains(second), (first > 12) != (second > 12), mayEndDate(start + 3),
      !has(start + 3, [.percent, .time, .noun, .scale])
    else { return nil }
    let (month, day) = first > 12 ? (second, first) : (first, second)
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
    return DateReading(tokens: start..<(start + 3), value: DateValue(year: nil, month: month, day: day))
  }

  /// `2025年3月15日`.
  private func signedDate(at start: Int) -> DateReading? {
    guard let year = integer(start, digits: 4), self.is(start + 1, .yearSign), isGlued(start + 1),
      let month = integer(start + 2, digits: 2), (1...12).contains(month), self.is(start + 3, .monthSign)
    else { return nil }
    guard let day = integer(start + 4, digits: 2), self.is(start + 5, .daySign),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return DateReading(tokens: start..<(start + 4), value: DateValue(year: year, month: month, day: nil)) }
    return reading(date, start..<(start + 6))
  }
}
