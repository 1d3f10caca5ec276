// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Days that share a month and year with another.
extension ValueScan {
  /// The first day of `13-15 July 2011`, `13 to 15 July 2011`.
  func rangedDay(at start: Int) -> DateReading? {
    guard isNumber(start), let (day, end, _) = dayNumber(at: start), mayStartDate(start),
      let next = behindRangeSign(end) ?? behindAnd(start, end), isNumber(next), let last = dayFirstDate(from: next),
      let lastDay = last.value.day,
      lastDay > day, let month = last.value.month,
      CalendarDate(year: last.value.year ?? 2000, month: month, day: day) != nil
    else { return nil }
    return DateReading(tokens: start..<end, value: DateValue(year: last.value.year, month: month, day: day))
  }

  /// The last day of `July 13-15, 2011`.
  func lastDayOfRange(at start: Int) -> DateReading? {
    guard isNumber(start), start > 1, let (day, end, _) = dayNumber(at: start), length(start) <= 2,
      isHyphened(start) || isDash(start - 1) || self.is(start - 1, .to)
    else { return nil }
    let before = isHyphened(start) ? start - 1 : start - 2
    let month = has(before, .ordinalSuffix) ? before - 2 : before - 1
    guard has(month, .month), follows(before), isNumber(month + 1),
      let year = year(at: isSign(end, 0x2C) ? end + 1 : end),
      let date = CalendarDate(year: year.year, month: Int(meaning(month).month), day: day)
    else { return nil }
    return DateReading(
      tokens: start..<year.end, value: DateValue(year: date.year, month: date.month, day: date.day))
  }

  /// `1 March to 5 April 2026`, `between December 15 and January 10, 2027`: the first day has the last one's year, or the
  /// year before where it would come after it.
  func sharingYear(_ first: DateReading) -> DateReading {
    guard first.value.year == nil, let month = first.value.month, let day = first.value.day,
      let next = behindRangeWord(first), let last = date(at: next)?.value, let year = last.year,
      let lastMonth = last.month, let lastDay = last.day
    else { return first }
    var found = first
    found.value.year = (month, day) <= (lastMonth, lastDay) ? year : year - 1
    return CalendarDate(year: found.value.year ?? year, month: month, day: day) != nil ? found : first
  }

  private func behindRangeWord(_ first: DateReading) -> Int? {
    let at = first.tokens.upperBound
    guard follows(at), follows(at + 1) else { return nil }
    if self.is(at, .to) || isDash(at) || ["through", "until", "till", "thru"].contains(where: { isSpelled(at, $0) }) {
      return at + 1
    }
    return behindAnd(first.tokens.lowerBound, at)
  }

  /// `between 3 and 12 September 2016`.
  private func behindAnd(_ start: Int, _ end: Int) -> Int? {
    self.is(start - 1, .between) && self.is(end, .and) && follows(end) ? end + 1 : nil
  }

  private func behindRangeSign(_ i: Int) -> Int? {
    guard follows(i) else { return nil }
    if isHyphened(i) { return i }
    return isDash(i) || self.is(i, .to) ? i + 1 : nil
  }
}
