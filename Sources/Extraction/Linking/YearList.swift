// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Calendar years that follow each other: "for 2028 as well as for 2029", "in each of the calendar years 2027 and 2028".
enum YearList {
  /// From the first of January of the first to the end of the last.
  static func span(_ years: [Int]) -> TimePeriod {
    .between(
      .date(DateValue(year: years[0], month: 1, day: 1)),
      .date(DateValue(year: years[years.count - 1], month: 12, day: 31)))
  }

  /// Every list in the passage, with its tokens.
  static func all(in passage: PassageText) -> [(years: [Int], tokens: Range<Int>)] {
    var found: [(years: [Int], tokens: Range<Int>)] = []
    var at = passage.range.lowerBound
    while at < passage.range.upperBound {
      defer { at += 1 }
      // `2031, 2032, 2033` by themselves in a cell, or behind "for", "in each of".
      if year(at, passage) != nil, isOfDay(at, passage) {
        // "on 1 May of 2031, 2032 and 2033": days, none of which is a year.
        while let (_, after) = follower(at + 1, passage) { at = after - 1 }
        continue
      }
      guard let first = year(at, passage), !passage.isOne(at - 2, of: "fiscal|financial"),
        at == passage.range.lowerBound || introduced(at, passage)
      else { continue }
      var years = [first]
      var end = at + 1
      while let (next, after) = follower(end, passage), next == years[years.count - 1] + 1 {
        years.append(next)
        end = after
      }
      guard years.count > 1 else { continue }
      found.append((years, at..<end))
      at = end
    }
    return found
  }

  /// A day or a month stands before the year.
  private static func isOfDay(_ token: Int, _ passage: PassageText) -> Bool {
    passage.isOne(token - 1, of: "of|in")
      && (MonthNames.contains(passage.word(token - 2))
        || MonthNames.contains(passage.word(token - 3)) && Int(passage.word(token - 2)) != nil)
  }

  private static func introduced(_ token: Int, _ passage: PassageText) -> Bool {
    (1...4).contains { passage.isOne(token - $0, of: "for|in|during|of") }
  }

  /// The next year past `and`, `,`, `as well as`, `and again in`, `and once more during calendar year`.
  private static func follower(_ token: Int, _ passage: PassageText) -> (Int, Int)? {
    var at = token
    while at < token + 8, joining.contains(passage.word(at)) { at += 1 }
    guard at > token, let year = year(at, passage) else { return nil }
    return (year, at + 1)
  }

  private static let joining: WordSet = [
    "and", ",", "as", "well", "for", "in", "also", "calendar", "year", "both", "then", "of", "again", "once", "more",
    "during", "the",
  ]

  private static func year(_ token: Int, _ passage: PassageText) -> Int? {
    let word = passage.word(token)
    guard word.utf8.count == 4, let year = Int(word), (1990...2100).contains(year) else { return nil }
    // The year of a whole date is none of its own.
    if let value = passage.value(at: token), case .date(let date) = value.value, date.month != nil { return nil }
    let before = passage.word(token - 1)
    return MonthNames.contains(before) || [".", "-", "/"].contains(before)
      || (before == "," && Int(passage.word(token - 2)) != nil && passage.word(token - 2).utf8.count < 4)
      ? nil : year
  }
}
