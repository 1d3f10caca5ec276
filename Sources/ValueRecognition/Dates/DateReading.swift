// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A date with the tokens that say it.
struct DateReading {
  var tokens: Range<Int>
  var value: DateValue
  var problems: [Problem.Code] = []
}

/// Which of two figures is the day, as a document's unambiguous dates show.
public enum DayMonthOrder: Sendable, Hashable {
  case dayFirst, monthFirst, unknown
}

extension ValueScan {
  /// A date that starts at a token, whole or in part.
  func date(at start: Int) -> DateReading? {
    let roles = roles(start)
    if roles.contains(.weekday) { return weekdayDate(at: start) }
    if isNumber(start) {
      if let numeric = numericDate(at: start) { return numeric }
      return dayFirstDate(at: start) ?? yearFirstDate(at: start) ?? numberedPart(at: start) ?? yearAlone(at: start)
    }
    if roles.contains(.month), let found = monthFirstDate(at: start) { return found }
    if !roles.isDisjoint(with: [.ordinal, .tens]) { return dayFirstDate(at: start) ?? partOfYear(at: start) }
    if roles.contains(.datePart) { return edgeOfPeriod(at: start) ?? partOfYear(at: start) }
    return nil
  }

  private func weekdayDate(at start: Int) -> DateReading? {
    var at = start + 1
    if isSign(at, 0x2E), isGlued(at) { at += 1 }
    if isSign(at, 0x2C) { at += 1 }
    if self.is(at, .the) { at += 1 }
    guard follows(at), !has(at, .weekday), var found = date(at: at), found.value.day != nil else { return nil }
    found.tokens = start..<found.tokens.upperBound
    return found
  }

  /// A year of four digits, or in words: `two thousand and fourteen`, `nineteen ninety-nine`.
  func year(at start: Int) -> (year: Int, end: Int)? {
    guard follows(start) else { return nil }
    if let year = integer(start, digits: 4), length(start) == 4, (1500...2200).contains(year) {
      if isWord(start + 1), isGlued(start + 1), !has(start + 1, .dateSign), !self.is(start + 1, .t) { return nil }
      return isSign(start + 1, 0x5F) && isGlued(start + 1) ? nil : (year, start + 1)
    }
    guard has(start, [.cardinal, .tens]) else { return nil }
    var first = WordNumberReader(scan: self, at: start)
    guard first.read() else { return nil }
    if (1900...2200).contains(first.total) { return (first.total, first.at) }
    guard first.total == 19 || first.total == 20, follows(first.at) else { return nil }
    var second = WordNumberReader(scan: self, at: first.at)
    guard has(first.at, [.cardinal, .tens]), second.read(), (10...99).contains(second.total) else { return nil }
    return (first.total * 100 + second.total, second.at)
  }

  /// `'25`, `-25`: 70 to 99 are of the last century.
  func shortYear(at start: Int) -> (year: Int, end: Int)? {
    guard follows(start), length(start) == 2, let year = integer(start, digits: 2),
      !(isSign(start + 1, 0x5F) && isGlued(start + 1))
    else { return nil }
    return (Self.century(year), start + 1)
  }

  static func century(_ year: Int) -> Int { year >= 70 ? 1900 + year : 2000 + year }

  /// `in 2024`, `during 1999`: a year alone, where nothing behind it is counted.
  private func yearAlone(at start: Int) -> DateReading? {
    guard let year = integer(start, digits: 4), length(start) == 4, (1900...2100).contains(year), follows(start),
      !isHyphened(start), flags(start).contains(.spaceBefore), has(start - 1, .beforeYear)
    else { return nil }
    if isSpelled(start - 2, "fiscal") || isSpelled(start - 2, "financial") || isSpelled(start - 2, "contract") {
      return nil
    }
    let next = start + 1
    if follows(next) {
      if isWord(next), !has(next, .function) || isGlued(next) { return nil }
      if isNumber(next) || has(next, [.percent, .currency, .each, .fractionSign]) || isOpening(next) { return nil }
      if isGlued(next), isDash(next) || isNumber(next + 1) && isGlued(next + 1) { return nil }
    }
    return DateReading(tokens: start..<next, value: DateValue(year: year, month: nil, day: nil))
  }

  /// Whether a date may end before this token: no further figure is glued to it.
  func mayEndDate(_ end: Int) -> Bool {
    guard end < count, follows(end) else { return true }
    if isHyphened(end), isNumber(end) { return false }
    if isGlued(end) {
      if isWord(end) { return self.is(end, .t) || isSpelled(end, "z") || has(end, .dateSign) }
      if isNumber(end) { return false }
      if isSign(end, 0x2F), isNumber(end + 1), isGlued(end + 1) { return false }
    }
    return true
  }
}
