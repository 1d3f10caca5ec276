// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Days a year apart on each of which the same is given: "forty credits on 1 May 2031 and the same number on 1 May 2032",
/// "twice, on 1 May 2031 and on 1 May 2032".
enum YearlyDays {
  private static let again: WordSet = [
    "same", "again", "another", "twice", "each", "likewise", "many", "thrice", "anew",
  ]
  private static let joints: WordSet = [
    "and", "on", "the", "same", "number", "amount", "quantity", "again", "another", "as", "many", "of", "them", "once",
    "more", "likewise", ",", "then", "also",
  ]

  /// The first such list: from its first day to the end of the year that the last begins.
  static func first(in passage: PassageText) -> (period: TimePeriod, tokens: Range<Int>)? {
    var days: [(day: CalendarDate, tokens: Range<Int>)] = []
    for date in passage.context.dates(in: passage.range) {
      if let last = days.last {
        let between = last.tokens.upperBound..<date.tokens.lowerBound
        guard last.day.adding(months: 12) == date.date, between.count <= 9,
          between.allSatisfy({ joints.contains(passage.word($0)) })
        else {
          if days.count > 1 { break }
          days = [date].map { (day: $0.date, tokens: $0.tokens) }
          continue
        }
      }
      days.append((day: date.date, tokens: date.tokens))
    }
    guard days.count > 1, let first = days.first, let last = days.last,
      passage.isOne(first.tokens.lowerBound - 1, of: "on")
    else { return nil }
    let tokens = (first.tokens.lowerBound - 1)..<last.tokens.upperBound
    let near = max(passage.range.lowerBound, tokens.lowerBound - 10)..<tokens.upperBound
    guard near.contains(where: { again.contains(passage.word($0)) }) else { return nil }
    let end = last.day.adding(months: 12).adding(days: -1)
    return (.between(.date(DateValue(first.day)), .date(DateValue(end))), tokens)
  }
}
