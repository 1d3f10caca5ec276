// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Dates with the month's name.
extension ValueScan {
  // MARK: Day first

  /// `15 March 2025`, `the 8th day of May 2014`, `15-Mar-25`, `15. März 2025`, `first of June`.
  func dayFirstDate(at start: Int) -> DateReading? {
    mayStartDate(start) ? dayFirstDate(from: start) : nil
  }

  /// The same, whatever stands before.
  func dayFirstDate(from start: Int) -> DateReading? {
    guard let (day, afterDay, isOrdinal) = dayNumber(at: start) else { return nil }
    var at = afterDay
    var isFormal = isOrdinal
    if self.is(at, .day), follows(at) { at += 1 }
    if isLink(at) {
      isFormal = true
      at += 1
    } else if isSign(at, 0x2E), isGlued(at), at == start + 1 {
      at += 1
    } else if isSign(at, 0x2C), isOrdinal {
      at += 1
    } else if isDash(at) || isSign(at, 0x2F), isGlued(at) {
      at += 1
    }
    guard follows(at), has(at, .month) else { return nil }
    let month = Int(meaning(at).month)
    let isHyphenated = isHyphened(at) || isSign(at - 1, 0x2F) || isDash(at - 1)
    let monthToken = at
    at = behindMonth(at)
    if startsMonthFirst(monthToken, at) { return nil }
    let end: Int
    var year: Int?
    if let found = yearBehind(at, isHyphenated: isHyphenated) {
      (year, end) = (found.year, found.end)
    } else {
      end = at
    }
    if year == nil {
      guard isCapitalised(monthToken) || isFormal && !self.is(monthToken, .may), mayBePartial(monthToken, end: end)
      else {
        return nil
      }
    }
    return written(year: year, month: month, day: day, tokens: start..<trimmed(end))
  }

  private func isLink(_ i: Int) -> Bool {
    follows(i) && (self.is(i, .of) || isSpelled(i, "de") || isSpelled(i, "del") || isSpelled(i, "di"))
  }

  /// Past the point of an abbreviated month.
  private func behindMonth(_ month: Int) -> Int {
    let at = month + 1
    return isSign(at, 0x2E) && isGlued(at) && length(month) <= 5 ? at + 1 : at
  }

  /// `5 May 15, 2025`: the figure before belongs to something else.
  private func startsMonthFirst(_ month: Int, _ behind: Int) -> Bool {
    if isNumber(behind), length(behind) == 7, dayAndYear(behind) != nil { return true }
    guard let (_, end, _) = dayNumber(at: behind), !isHyphened(behind) else { return false }
    return year(at: isSign(end, 0x2C) ? end + 1 : end) != nil
  }

  /// The year behind a day and month: `2025`, `, 2025`, `of 2025`, `-25`, `'25`, `de 2025`, past blanks.
  private func yearBehind(_ start: Int, isHyphenated: Bool) -> (year: Int, end: Int)? {
    var at = start
    if isHyphened(at) || isHyphenated {
      if isDash(at) || isSign(at, 0x2F), isGlued(at) { at += 1 }
      return year(at: at) ?? (isHyphened(at) || isHyphenated && isGlued(at) ? shortYear(at: at) : nil)
    }
    if isSign(at, 0x2C) || isSign(at, 0x2E) && isGlued(at) || isLink(at) { at += 1 }
    at = pastEra(at)
    if self.is(at, .the), isSpelled(at + 1, "year") { at += 2 }
    if isSpelled(at, "in"), self.is(at + 1, .the), isSpelled(at + 2, "year") { at += 3 }
    if let found = year(at: at) { return mayEndYear(found.end) ? found : nil }
    if flags(at).contains(.quoteBefore) || isNumber(at) && !isWord(at + 1) && at == start && !has(at + 1, .percent) {
      return shortYear(at: at)
    }
    return nil
  }

  /// `this 12th day of May, A.D. 2019`
  private func pastEra(_ start: Int) -> Int {
    if isSpelled(start, "ad"), isUpper(start) { return start + 1 }
    guard self.is(start, .a), isSign(start + 1, 0x2E), isSpelled(start + 2, "d"), isSign(start + 3, 0x2E) else {
      return start
    }
    return start + 4
  }

  /// Not `March 2025 000`, no figure that goes on.
  private func mayEndYear(_ end: Int) -> Bool { !(isNumber(end) && isGlued(end)) }

  // MARK: Year first

  /// `2019 Nov 12`, `2019-Nov-12`, `2019, November 12`.
  func yearFirstDate(at start: Int) -> DateReading? {
    guard length(start) == 4, let year = integer(start, digits: 4), (1900...2200).contains(year), mayStartDate(start)
    else { return nil }
    var at = start + 1
    if isSign(at, 0x2C) || isDash(at) || isSign(at, 0x2F) { at += 1 }
    guard follows(at), has(at, .month), isCapitalised(at), isNumber(start + 1) == false else { return nil }
    let month = Int(meaning(at).month)
    at = behindMonth(at)
    if isDash(at) || isSign(at, 0x2F) { at += 1 }
    guard follows(at), let day = dayNumber(at: at), self.year(at: isSign(day.end, 0x2C) ? day.end + 1 : day.end) == nil
    else { return nil }
    return written(year: year, month: month, day: day.day, tokens: start..<day.end)
  }

  // MARK: Month first

  /// `March 15, 2025`, `Sept. 30 2025`, `March 2025`, `May ___, 2005`, `March the 3rd`.
  func monthFirstDate(at start: Int) -> DateReading? {
    guard mayStartDate(start), !isHyphened(start) || isNumber(start - 1) == false else { return nil }
    let month = Int(meaning(start).month)
    var at = behindMonth(start)
    if self.is(at, .the), dayNumber(at: at + 1) != nil { at += 1 }
    if flags(at).contains(.quoteBefore), isNumber(at) { return monthYear(start, month: month, at) }
    if isNumber(at), follows(at), let (day, year) = dayAndYear(at) {
      return written(year: year, month: month, day: day, tokens: start..<(at + 1))
    }
    if follows(at), let (day, afterDay, isOrdinal) = dayNumber(at: at), !(isNumber(at) && length(at) > 2) {
      return monthDay(start, month: month, day: day, afterDay, isOrdinal: isOrdinal)
    }
    return monthYear(start, month: month, at)
  }

  private func monthDay(_ start: Int, month: Int, day: Int, _ afterDay: Int, isOrdinal: Bool) -> DateReading? {
    var at = afterDay
    // `March 1-15, 2025`: the year behind the last day is the first day's too.
    if isHyphened(at) || isDash(at), let (_, end, _) = dayNumber(at: isDash(at) ? at + 1 : at), length(end - 1) <= 2 {
      let behind = isSign(end, 0x2C) ? end + 1 : end
      if let found = year(at: behind), CalendarDate(year: found.year, month: month, day: day) != nil {
        return DateReading(tokens: start..<afterDay, value: DateValue(year: found.year, month: month, day: day))
      }
    }
    if isHyphened(at), let found = year(at: at) ?? shortYear(at: at), isHyphened(start + 1) {
      return written(year: found.year, month: month, day: day, tokens: start..<found.end)
    }
    if isSign(at, 0x2C) || isSign(at, 0x2E) && isGlued(at) && follows(at + 1) || isLink(at) { at += 1 }
    if isSign(at, 0x2C) { at += 1 }
    if isLink(at - 1), self.is(at, .the), isSpelled(at + 1, "year") { at += 2 }
    at = pastEra(pastBlanks(at))
    if let found = year(at: at) {
      return written(year: found.year, month: month, day: day, tokens: start..<found.end)
    }
    if flags(at).contains(.quoteBefore), let found = shortYear(at: at) {
      return written(year: found.year, month: month, day: day, tokens: start..<found.end)
    }
    guard isCapitalised(start) || !(self.is(start, .may) || self.is(start, .mar)), mayBePartial(start, end: afterDay)
    else {
      return nil
    }
    // `Mar-25` may be the month of a year as well as a day.
    if isHyphened(afterDay - 1), !isOrdinal { return nil }
    return written(year: nil, month: month, day: day, tokens: start..<afterDay)
  }

  private func monthYear(_ start: Int, month: Int, _ behind: Int) -> DateReading? {
    var at = behind
    if isSign(at, 0x2C) || isLink(at) { at += 1 }
    at = pastBlanks(at)
    if isSign(at, 0x2C) { at += 1 }
    // `31 April 2025`: what stands before would have been its day if there were such a day.
    if isBehindDay(start) { return nil }
    if let found = year(at: at), isCapitalised(start) || !self.is(start, .may) {
      return written(year: found.year, month: month, day: nil, tokens: start..<found.end)
    }
    if flags(behind).contains(.quoteBefore), let found = shortYear(at: behind), isCapitalised(start) {
      return written(year: found.year, month: month, day: nil, tokens: start..<found.end)
    }
    return bareMonth(start, month: month)
  }

  private func isBehindDay(_ month: Int) -> Bool {
    guard follows(month) else { return false }
    if integer(month - 1, digits: 2) != nil { return true }
    let at = isLink(month - 1) ? month - 2 : month - 1
    if has(at, .ordinalSuffix), isNumber(at - 1) { return true }
    return self.is(at, .day) && (has(at - 1, [.ordinalSuffix, .ordinal]) || isNumber(at - 1))
  }

  /// `in January`: a full English name alone; `May` and `March` only behind a preposition.
  private func bareMonth(_ start: Int, month: Int) -> DateReading? {
    guard isCapitalised(start), length(start) > 3 || self.is(start, .may), !isHyphened(start), !isHyphened(start + 1),
      Self.fullNames.contains(where: { isSpelled(start, $0) })
    else { return nil }
    if self.is(start, .may) || self.is(start, .march) || isSpelled(start, "august") || isSpelled(start, "april")
      || isSpelled(start, "june")
    {
      guard
        has(start - 1, .beforeYear) || self.is(start - 1, .of) || isSpelled(start - 1, "next")
          || self.is(start - 1, .mid)
      else { return nil }
      if self.is(start, .may), self.is(start - 1, .of) { return nil }
    }
    return written(year: nil, month: month, day: nil, tokens: start..<(start + 1))
  }

  static let fullNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// Past blanks to be filled in: `___`, `[__]`.
  private func pastBlanks(_ start: Int) -> Int {
    var at = start
    while at < start + 48, isSign(at, 0x5F) || isSign(at, 0x5B) || isSign(at, 0x5D), follows(at) { at += 1 }
    if at > start, isSign(at, 0x2C) { at += 1 }
    return at
  }

  // MARK: Parts

  /// A day of the month: `8`, `8th`, `1 st`, `eighth`, `twenty-first`, `eighth (8th)`.
  func dayNumber(at start: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    if let day = integer(start, digits: 2) {
      guard (1...31).contains(day) else { return nil }
      if has(start + 1, .ordinalSuffix) || isGlued(start + 1) && isOrdinalMark(start + 1), follows(start + 1) {
        return (day, start + 2, true)
      }
      return (day, start + 1, false)
    }
    var day = 0
    var at = start
    if has(at, .tens), isHyphened(at + 1) || follows(at + 1), has(at + 1, .ordinal), meaning(at + 1).ordinal < 10 {
      day = Int(meaning(at).number + meaning(at + 1).ordinal)
      at += 2
    } else if has(at, .ordinal) {
      day = Int(meaning(at).ordinal)
      at += 1
    }
    guard (1...31).contains(day) else { return nil }
    if isOpening(at), let inner = integer(at + 1, digits: 2), inner == day {
      let close = has(at + 2, .ordinalSuffix) ? at + 3 : at + 2
      if isClosing(close) { at = close + 1 }
    }
    return (day, at, true)
  }

  /// `1er mars`, `1º de enero`.
  private func isOrdinalMark(_ i: Int) -> Bool {
    isSpelled(i, "er") || length(i) == 2 && i < count && bytes[Int(tokens[i].start)] == 0xC2
  }

  /// `15,2025`: no space behind the comma.
  private func dayAndYear(_ i: Int) -> (day: Int, year: Int)? {
    guard length(i) == 6 || length(i) == 7, let parts = FigureShape.parts(slice(i)), parts.separators.count == 1,
      parts.separators[0].kind != .apostrophe, parts.digits.count - parts.separators[0].at == 4
    else { return nil }
    let digits = parts.digits.map { Int($0) - 0x30 }
    let day = digits.dropLast(4).reduce(0) { $0 * 10 + $1 }
    let year = digits.suffix(4).reduce(0) { $0 * 10 + $1 }
    return (1...31).contains(day) && (1900...2200).contains(year) ? (day, year) : nil
  }

  /// Not behind a slash, a point or letters.
  func mayStartDate(_ i: Int) -> Bool {
    guard isGlued(i) else {
      return !isHyphened(i) || isWord(i - 1) && !has(i - 1, [.month, .ordinal]) || isDash(i - 1)
    }
    if isWord(i - 1) { return has(i - 1, .dateSign) }
    guard i > 0, tokens[i - 1].tokenClass == .sign else { return false }
    return isOpening(i - 1) || isSign(i - 1, 0x3A) || isSign(i - 1, 0x2C) || isDash(i - 1) || isSign(i - 1, 0x5F)
  }

  /// A day and month alone are no date where the figure counts something.
  private func mayBePartial(_ month: Int, end: Int) -> Bool {
    guard follows(end) else { return true }
    if isGlued(end), isWord(end) || has(end, [.percent, .currency]) || isSign(end, 0x2F) { return false }
    if isGlued(end), isSign(end, 0x3A), isNumber(end + 1) { return false }
    return !(isNumber(end - 1) && has(end, [.time, .noun, .percent, .scale, .hundred]))
  }

  private func trimmed(_ end: Int) -> Int {
    isSign(end - 1, 0x2E) && flags(end).contains(.sentenceStart) ? end - 1 : end
  }

  /// Checks that there is such a day; a 29 February without its year is let pass.
  private func written(year: Int?, month: Int, day: Int?, tokens: Range<Int>) -> DateReading? {
    if let day {
      guard CalendarDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    }
    guard mayEndDate(tokens.upperBound) else { return nil }
    return DateReading(tokens: tokens, value: DateValue(year: year, month: month, day: day))
  }
}
