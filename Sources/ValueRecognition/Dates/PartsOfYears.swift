// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The last or first day of a month or year, and quarters and halves of calendar years.
extension ValueScan {
  /// `end of June 2027`, `the last day of February 2028`, `the close of 2027`. Without a year the last day of a month is
  /// given in part; that of a February is not known.
  func edgeOfPeriod(at start: Int) -> DateReading? {
    var at = start + 1
    if self.is(at, .day), self.is(start, .last) || self.is(start, .final) {
      at += 1
    } else if !isEdge(start) {
      return nil
    }
    guard self.is(at, .of), follows(at), follows(at + 1) else { return nil }
    at += 1
    if self.is(at, .the), self.is(at + 1, .month), self.is(at + 2, .of) { at += 3 }
    if has(at, .month) { return endOfMonth(start, at) }
    if isSpelled(at, "calendar"), isSpelled(at + 1, "year") { at += 2 }
    if self.is(at, .the), isSpelled(at + 1, "year") { at += 2 }
    guard let year = year(at: at), (1900...2200).contains(year.year), isNumber(at), !goesOn(year.end) else {
      return nil
    }
    return DateReading(tokens: start..<year.end, value: DateValue(year: year.year, month: 12, day: 31))
  }

  private func isEdge(_ i: Int) -> Bool { self.is(i, .end) || self.is(i, .close) }

  private func endOfMonth(_ start: Int, _ at: Int) -> DateReading? {
    guard isCapitalised(at) || !self.is(at, .may) && !self.is(at, .march), let month = monthFirstDate(at: at),
      month.value.day == nil, let number = month.value.month, !goesOn(month.tokens.upperBound)
    else { return nil }
    guard let year = month.value.year else {
      guard self.is(start + 1, .day), number != 2 else { return nil }
      return DateReading(
        tokens: start..<month.tokens.upperBound,
        value: DateValue(year: nil, month: number, day: Self.days(number, 2001)))
    }
    return DateReading(
      tokens: start..<month.tokens.upperBound, value: DateValue(year: year, month: number, day: Self.days(number, year))
    )
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    (28...31).last { CalendarDate(year: year, month: month, day: $0) != nil } ?? 28
  }

  /// `2027 quarter`, `2027 Term`: the year belongs to something else.
  private func goesOn(_ end: Int) -> Bool {
    guard follows(end), isWord(end) else { return false }
    return !has(end, .function) || isGlued(end)
  }

  /// `Q3 2027`, `Q3/2027`, `Q3 '27`, `H1 2027`, `third quarter of 2027`, `second half of 2027`. A fiscal year's are none: nobody
  /// says here when it begins.
  func partOfYear(at start: Int) -> DateReading? {
    partName(at: start).flatMap { behind($0, from: start) }
  }

  /// The year behind a part's name, which began at `start`.
  private func behind(_ part: (part: PartOfYear, end: Int), from start: Int) -> DateReading? {
    guard follows(part.end) else { return nil }
    var at = part.end
    if self.is(at, .of) || isSign(at, 0x2C) || isSign(at, 0x2F) || isDash(at) && isGlued(at) { at += 1 }
    if isSpelled(at, "calendar"), isSpelled(at + 1, "year") { at += 2 }
    guard follows(at) else { return nil }
    let found = year(at: at) ?? (flags(at).contains(.quoteBefore) ? shortYear(at: at) : nil)
    guard let found, isNumber(at), (1900...2200).contains(found.year) else { return nil }
    // `Q3 2027 000`
    if isNumber(found.end), isGlued(found.end) { return nil }
    return dated(part.part, found.year, start..<found.end)
  }

  /// `3Q 2027`, `1H27`, `2nd quarter of 2027`, `2027 Q4`: a part of a year that begins with a figure.
  func numberedPart(at start: Int) -> DateReading? {
    guard mayStartDate(start) else { return nil }
    if let year = integer(start, digits: 4), length(start) == 4 {
      guard (1900...2200).contains(year), self.is(start + 1, .q) || self.is(start + 1, .h), follows(start + 1),
        let part = partName(at: start + 1), mayEndDate(part.end)
      else { return nil }
      return dated(part.part, year, start..<part.end)
    }
    guard let number = integer(start, digits: 1), length(start) == 1 else { return nil }
    if has(start + 1, .ordinalSuffix), isGlued(start + 1) {
      guard let part = partName(ordinal: number, behind: start + 1) else { return nil }
      return behind(part, from: start)
    }
    guard isGlued(start + 1), let part = part(letter: start + 1, number) else { return nil }
    let at = start + 2
    if isGlued(at), let short = shortYear(at: at), mayEndDate(short.end) {
      return dated(part, short.year, start..<short.end)
    }
    return behind((part, at), from: start)
  }

  /// What a `Q` or `H` makes of a number.
  private func part(letter: Int, _ number: Int) -> PartOfYear? {
    guard isCapitalised(letter) else { return nil }
    if self.is(letter, .q) { return (1...4).contains(number) ? .quarter(number) : nil }
    return self.is(letter, .h) && (1...2).contains(number) ? .half(number) : nil
  }

  private func dated(_ part: PartOfYear, _ year: Int, _ tokens: Range<Int>) -> DateReading {
    var value = DateValue(year: year, month: nil, day: nil)
    value.part = part
    return DateReading(tokens: tokens, value: value)
  }

  private func partName(at start: Int) -> (part: PartOfYear, end: Int)? {
    if self.is(start, .q) || self.is(start, .h) {
      guard isGlued(start + 1) || isHyphened(start + 1), let number = integer(start + 1, digits: 1) else { return nil }
      return part(letter: start, number).map { ($0, start + 2) }
    }
    let ordinal = self.is(start, .last) || self.is(start, .final) ? 0 : Int(meaning(start).ordinal)
    return partName(ordinal: ordinal, behind: start)
  }

  /// `quarter` or `half` behind its number, which stands at `start`: 0 for the last.
  private func partName(ordinal: Int, behind start: Int) -> (part: PartOfYear, end: Int)? {
    var at = start + 1
    if isSpelled(at, "calendar") { at += 1 }
    // `the third quarter of 2027`, `third quarter 2027`
    guard follows(at), self.is(at + 1, .of) || isNumber(at + 1) && length(at + 1) == 4 else { return nil }
    if self.is(at, .quarter) {
      if ordinal == 0, has(start, .datePart) { return (.quarter(4), at + 1) }
      return (1...4).contains(ordinal) ? (.quarter(ordinal), at + 1) : nil
    }
    guard self.is(at, .half) else { return nil }
    if ordinal == 0, has(start, .datePart) { return (.half(2), at + 1) }
    return (1...2).contains(ordinal) ? (.half(ordinal), at + 1) : nil
  }
}
