// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Periods by the names that the document gave them.
extension TimeParser {
  /// `the Pilot Year`: a stretch that the document gave this name, which it writes with a capital.
  func namedPeriod(at token: Int) -> Parsed<TimePeriod>? {
    guard !knowledge.definedPeriods.isEmpty, passage.range.contains(token), passage.context.isCapitalised(token) else {
      return nil
    }
    var best: Parsed<TimePeriod>?
    var text = ""
    for length in 1...4 where passage.range.contains(token + length - 1) {
      text += (length > 1 ? " " : "") + passage.word(token + length - 1)
      guard let period = knowledge.definedPeriods[text] else { continue }
      best = (.between(.date(DateValue(period.start)), .date(DateValue(period.end))), token + length)
    }
    return best
  }
}

extension DateValue {
  init(_ day: CalendarDate) { self.init(year: day.year, month: day.month, day: day.day) }
}
