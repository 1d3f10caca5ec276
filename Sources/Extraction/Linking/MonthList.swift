// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Months that follow each other: "in each of March, April and May 2027", "during November and December 2027".
enum MonthList {
  /// Every list in the passage: from the first day of its first month to the last of its last.
  static func all(in passage: PassageText) -> [(span: TimePeriod, isEach: Bool, tokens: Range<Int>)] {
    var found: [(span: TimePeriod, isEach: Bool, tokens: Range<Int>)] = []
    // Most passages name no month without a day.
    guard passage.context.values(in: passage.range).contains(where: isMonth) else { return [] }
    var at = passage.range.lowerBound
    while at < passage.range.upperBound {
      guard let first = month(at, passage), isIntroduced(at, passage) else {
        at += 1
        continue
      }
      var (count, end, year) = (1, first.end, first.date.year)
      // Only the last of them has its year, or each has the same.
      while count < 12, let next = follower(end, passage), year == nil || next.date.year == year,
        next.date.month == ((first.date.month ?? 0) + count - 1) % 12 + 1
      {
        count += 1
        end = next.end
        year = next.date.year ?? year
      }
      if count > 1, let year, let start = first.date.month, start + count <= 13,
        let day = CalendarDate(year: year, month: start, day: 1)
      {
        let last = day.end(ofMonths: count)
        let span = TimePeriod.between(.date(DateValue(day)), .date(DateValue(last)))
        found.append((span, passage.has(["each", "of"], at: at - 2), at..<end))
      }
      at = max(end, at + 1)
    }
    return found
  }

  private static func isMonth(_ value: ValueMention) -> Bool {
    if case .date(let date) = value.value { date.month != nil && date.day == nil } else { false }
  }

  private static func isIntroduced(_ token: Int, _ passage: PassageText) -> Bool {
    passage.isOne(token - 1, of: "in|during|of|for")
  }

  private static func follower(_ token: Int, _ passage: PassageText) -> (date: DateValue, end: Int)? {
    var at = token
    while at < token + 2, passage.isOne(at, of: ",|and") { at += 1 }
    return at > token ? month(at, passage) : nil
  }

  /// A month without a day.
  private static func month(_ token: Int, _ passage: PassageText) -> (date: DateValue, end: Int)? {
    guard let value = passage.value(at: token), case .date(let date) = value.value else {
      // In the middle of a list a month stands without anything that tells it from a name.
      guard let number = MonthNames.full.firstIndex(of: passage.word(token)),
        passage.isOne(token + 1, of: ",|and")
      else {
        return nil
      }
      return (DateValue(year: nil, month: number + 1, day: nil), token + 1)
    }
    return isMonth(value) ? (date, value.tokens.upperBound) : nil
  }
}
