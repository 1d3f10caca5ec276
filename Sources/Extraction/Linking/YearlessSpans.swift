// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Spans of days that share one year.
extension TimeFinder {
  /// `1 May to 30 June 2027`: the year of the last day is that of the first as well, or the one behind it.
  func yearless(from token: Int, joinedBy joining: WordSet) -> (value: TimePeriod, end: Int)? {
    guard let first = passage.value(at: token), case .date(let start) = first.value, start.year == nil,
      let month = start.month, let day = start.day, joining.contains(passage.word(first.tokens.upperBound)),
      let last = passage.value(at: first.tokens.upperBound + 1), case .date(let end) = last.value, let close = end.date
    else { return nil }
    let isBefore = (month, day) <= (close.month, close.day)
    let open = DateValue(year: isBefore ? close.year : close.year - 1, month: month, day: day)
    guard open.date != nil else { return nil }
    return (.between(.date(open), .date(end)), last.tokens.upperBound)
  }
}
