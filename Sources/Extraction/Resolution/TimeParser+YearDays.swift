// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Days without a year that other words place: `31 December of the year in which the Order Start Date falls`, `30 June
/// following the Order Start Date`, `28 February of the second Contract Year`.
extension TimeParser {
  private static let year = CalendarDuration(amount: 12, unit: .month)

  /// `date` has no year; its words end at `end`.
  func dayOfYear(_ date: DateValue, behind end: Int, depth: Int) -> Parsed<TimePoint>? {
    guard date.year == nil, let month = date.month, let day = date.day else { return nil }
    func within(_ period: TimePeriod, _ end: Int) -> Parsed<TimePoint> {
      (.dayIn(period, month: month, day: day), end)
    }
    if passage.isOne(end, of: "following|after") || passage.has(["next", "following|after"], at: end) {
      let at = passage.word(end) == "next" ? end + 2 : end + 1
      return point(at: at, depth: depth + 1).map { within(.duration(Self.year, from: $0.value), $0.end) }
    }
    guard passage.isOne(end, of: "of|in") else { return nil }
    let at = passage.isOne(end + 1, of: "the|that") ? end + 2 : end + 1
    let noun = passage.isOne(at, of: "calendar|civil|same") ? at + 1 : at
    guard passage.word(noun) == "year" else { return dayOfNamedYear(at, depth: depth, within) }
    if passage.has(["in|during|within", "which"], at: noun + 1), let base = point(at: noun + 3, depth: depth + 1) {
      let end = passage.isOne(base.end, of: "falls|occurs|lies|begins|starts|commences|is") ? base.end + 1 : base.end
      return within(.calendarUnit(.year, containing: base.value), end)
    }
    let isBehind = passage.isOne(noun + 1, of: "following|after")
    let width = isBehind ? 2 : passage.has(["that|which", "follows"], at: noun + 1) ? 3 : 0
    if width > 0, let base = point(at: noun + width, depth: depth + 1) {
      return within(.calendarUnit(.year, containing: .after(Self.year, base.value)), base.end)
    }
    return nil
  }

  /// `of the first calendar year of the Order Term`, `of the second Contract Year`.
  private func dayOfNamedYear(
    _ at: Int, depth: Int, _ within: (TimePeriod, Int) -> Parsed<TimePoint>
  ) -> Parsed<TimePoint>? {
    if let number = Ordinals.value(passage.word(at)), passage.has(["calendar|civil", "year", "of"], at: at + 1),
      let whole = period(at: at + 4, depth: depth + 1), whole.value == .term
    {
      let length = CalendarDuration(amount: Decimal(12 * (number - 1)), unit: .month)
      let start: TimePoint = number > 1 ? .after(length, .startOf(.term)) : .startOf(.term)
      return within(.calendarUnit(.year, containing: start), whole.end)
    }
    guard let year = period(at: at, depth: depth + 1), case .contractYears(let first, let last) = year.value,
      first == last
    else { return nil }
    return within(year.value, year.end)
  }
}
