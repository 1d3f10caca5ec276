// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// Last days that people say in short, and those that nobody can tell: with "until Christmas" passed over a promise would
/// land that ends too early.
struct PromiseDeadlines {
  let context: DocumentContext

  private static let ends: WordSet = [
    "until", "till", "til", "through", "thru", "by", "before", "expiring", "expires", "expire", "exp",
  ]
  /// What may stand between "until" and the time.
  private static let joints: WordSet = [
    "the", "end", "start", "beginning", "middle", "mid", "of", "next", "this", "our", "your", "their", "latest",
    "early",
    "late", "at", "fiscal", "calendar", "very", "on", "in", "around", "about", "-", ".", ":", "following", "coming",
    "last", "day", "first", "second", "third", "fourth",
  ]
  private static let times: WordSet = [
    "year", "years", "yearend", "eoy", "christmas", "xmas", "easter", "thanksgiving", "summer", "spring", "autumn",
    "fall", "winter", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "quarter", "q1", "q2", "q3", "q4", "h1", "h2", "q", "h", "fy", "renewal", "golive", "go", "launch", "half", "week",
    "month", "holidays",
  ]

  /// "In the last year", "for the coming quarter": of the contract, or of the calendar.
  private func relative(in range: Range<Int>) -> Range<Int>? {
    for token in range.dropLast(2) where context.isOne(token, of: "in|during|for|within") {
      var at = token + 1
      if context.isOne(at, of: "the|our|your") { at += 1 }
      guard at < range.upperBound, context.isOne(at, of: "last|final|next|coming|following") else {
        continue
      }
      at += 1
      if at < range.upperBound, context.isOne(at, of: "contract|calendar|fiscal") { at += 1 }
      if at < range.upperBound, context.isOne(at, of: "year|quarter|half|month") {
        return token..<(at + 1)
      }
    }
    return nil
  }

  /// Words of an end that no field has taken: "until the end of the year".
  func unread(in range: Range<Int>) -> Range<Int>? {
    if let relative = relative(in: range) { return relative }
    for token in range.dropLast() where context.isOne(token, of: Self.ends) {
      var at = token + 1
      while at < range.upperBound, at - token < 6, context.isOne(at, of: Self.joints) { at += 1 }
      guard at < range.upperBound, context.isOne(at, of: Self.times) || isYear(at) || isFiscal(at) else {
        continue
      }
      var end = at + 1
      while end < range.upperBound, end - at < 3, isYear(end) || context.folded(end) == "end" { end += 1 }
      return token..<end
    }
    return untold(in: range)
  }

  private static let stops: WordSet = [",", ".", ";", ")", "(", "!", "?", "and", "but", "for", "with"]

  /// "Until the end of the project": an end, and no calendar or contract tells which.
  private func untold(in range: Range<Int>) -> Range<Int>? {
    for token in range.dropLast(2) {
      switch context.folded(token) {
      case "until", "till": break
      case "through", "by", "to":
        let near = (token + 1)..<min(token + 4, range.upperBound)
        guard near.contains(where: { context.folded($0) == "end" }), near.upperBound < range.upperBound else {
          continue
        }
      default: continue
      }
      var end = token + 1
      while end < range.upperBound, end - token < 9, !context.isOne(end, of: Self.stops) { end += 1 }
      if end > token + 1 { return token..<end }
    }
    return nil
  }

  private func year(_ token: Int) -> Int? {
    Int(context.folded(token)).flatMap { (1990...2100).contains($0) ? $0 : nil }
  }

  private func isYear(_ token: Int) -> Bool { year(token) != nil }

  private func isFiscal(_ token: Int) -> Bool {
    let word = context.folded(token)
    return word.hasPrefix("fy") && word.dropFirst(2).allSatisfy(\.isNumber)
  }

  private func isEnd(_ token: Int) -> Bool { token >= 0 && context.isOne(token, of: Self.ends) }

  /// "Last day 30 September 2027", "exp. 31 Dec 2027".
  func day(in range: Range<Int>) -> CalendarDate? {
    for value in context.values(in: range) {
      guard case .date(let date) = value.value, let year = date.year, let month = date.month, let day = date.day else {
        continue
      }
      var before = value.tokens.lowerBound - 1
      while before >= 0, context.isOne(before, of: ".|:|on|is|the|(") { before -= 1 }
      guard before >= 0 else { continue }
      let word = context.folded(before)
      let isLastDay = word == "day" && before > 0 && context.folded(before - 1) == "last"
      guard isLastDay || Self.ends.contains(word) || ["expiry", "expiration", "deadline"].contains(word) else {
        continue
      }
      let last = CalendarDate(year: year, month: month, day: day)
      return word == "before" ? last?.adding(days: -1) : last
    }
    return nil
  }

  /// "Until mid-2027", "all through 2027".
  func year(in range: Range<Int>) -> CalendarDate? {
    for token in range {
      guard let year = year(token), token > 0, !isPartOfDate(token) else { continue }
      let before = context.folded(token - 1)
      if before == "throughout" || before == "through" || before == "thru" {
        return CalendarDate(year: year, month: 12, day: 31)
      }
      let mid = before == "-" ? token - 2 : token - 1
      if mid > 0, context.folded(mid) == "mid", isEnd(mid - 1) { return CalendarDate(year: year, month: 6, day: 30) }
    }
    return nil
  }

  private func isPartOfDate(_ token: Int) -> Bool {
    context.values(in: token..<(token + 1)).contains { value in
      if case .date = value.value { return value.tokens.count > 1 }
      return false
    }
  }
}
