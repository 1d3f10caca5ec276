// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Periods by the names that the document gave them.
extension TimeParser {
  /// `the Pilot Year`, `the redemption window`: a stretch that the document gave this name. One that ends in `year` or
  /// the like is written with a capital, for others speak of years too.
  func namedPeriod(at token: Int, inAnyCase: Bool = false) -> Parsed<TimePeriod>? {
    guard !knowledge.namedPeriods.isEmpty, passage.range.contains(token) else { return nil }
    let isCapitalised = passage.context.isCapitalised(token)
    var best: Parsed<TimePeriod>?
    var text = ""
    for length in 1...5 where passage.range.contains(token + length - 1) {
      text += (length > 1 ? " " : "") + passage.word(token + length - 1)
      let isExtension = length == 1 && passage.word(token) == "extension" && passage.word(token - 1) == "the"
      guard
        isCapitalised || inAnyCase || isExtension
          || Self.stretches.contains(passage.word(token + length - 1)) && length > 1,
        let period = knowledge.namedPeriods[text]
      else { continue }
      best = (period, token + length)
    }
    return best
  }

  private static let stretches: WordSet = [
    "period", "window", "phase", "timeframe", "span", "season", "stage", "segment",
  ]
}

extension DateValue {
  init(_ day: CalendarDate) { self.init(year: day.year, month: day.month, day: day.day) }
}
