// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Periods of the calendar and of fiscal years: `Q1 FY28`, `March 2031`, `the financial year ending 30 June 2031`.
extension TimeParser {
  func calendarUnit(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    if let years = fiscalYears(at: token) { return years }
    if let year = fiscalOrCalendarYear(at: token) { return year }
    if let value = passage.value(at: token), case .date(let date) = value.value, let year = date.year, date.day == nil {
      if let month = date.month { return (.month(month, year: year), value.tokens.upperBound) }
      switch date.part {
      case .quarter(let number)?: return (.quarter(number, year: year), value.tokens.upperBound)
      case .half(let number)?: return (.half(number, year: year), value.tokens.upperBound)
      case nil: break
      }
      return (.calendarYear(year), value.tokens.upperBound)
    }
    let word = passage.word(token)
    if word.utf8.count == 2, word.utf8.first == 0x71, let quarter = Int(word.dropFirst()), (1...4).contains(quarter),
      let year = fourDigits(token + 1) ?? fourDigits(token + 2)
    {
      return (.quarter(quarter, year: year), fourDigits(token + 1) != nil ? token + 2 : token + 3)
    }
    // "Q1 FY28", "Q1 of fiscal year 2028", "Q2 of Contract Year 1"
    if word == "q", let quarter = Int(passage.word(token + 1)), (1...4).contains(quarter),
      passage.context.isGlued(token)
    {
      let at = passage.isOne(token + 2, of: "of|in|,") ? token + 3 : token + 2
      if let year = fiscalOrCalendarYear(at: at), case .fiscalYear = year.value {
        return (.slice(quarter, months: 3, of: year.value), year.end)
      }
      if let year = contractYears(at: at), case .contractYears(let n, let m) = year.value, n == m {
        return (.quarterOf(quarter, contractYear: n), year.end)
      }
    }
    if let ordinal = Ordinals.value(word), (1...4).contains(ordinal) {
      var at = token + 1
      if passage.word(at) == "calendar" { at += 1 }
      let unit = passage.word(at)
      guard unit == "quarter" || (unit == "half" && ordinal <= 2), passage.word(at + 1) == "of" else { return nil }
      if let year = fourDigits(at + 2) {
        return (unit == "quarter" ? .quarter(ordinal, year: year) : .half(ordinal, year: year), at + 3)
      }
      if unit == "quarter", let years = contractYears(at: passage.word(at + 2) == "the" ? at + 3 : at + 2),
        case .contractYears(let n, let m) = years.value, n == m
      {
        return (.quarterOf(ordinal, contractYear: n), years.end)
      }
      return nil
    }
    return containing(at: token, depth: depth)
  }

  private func fiscalOrCalendarYear(at token: Int) -> Parsed<TimePeriod>? {
    if passage.has(["calendar", "year"], at: token), let year = fourDigits(token + 2) {
      return (.calendarYear(year), token + 3)
    }
    if passage.isOne(token, of: "year|calendar"), let year = fourDigits(token + 1) {
      return (.calendarYear(year), token + 2)
    }
    if let year = yearEnding(at: token) { return year }
    if passage.has(["first", "fiscal|financial", "year"], at: token) {
      return (.fiscalYearContaining(.startOf(.term)), token + 3)
    }
    if passage.has(["fiscal|financial", "year"], at: token), let (year, end) = spanned(token + 2) {
      return (.fiscalYear(year), end)
    }
    if passage.has(["fiscal|financial", "year"], at: token), let year = fourDigits(token + 2) {
      return (.fiscalYear(year), token + 3)
    }
    if let own = ownYear(at: token) { return own }
    // `SFDC Fiscal Year 2027`: one word of a name before it.
    if passage.has(["fiscal|financial", "year"], at: token + 1), let year = fourDigits(token + 3) {
      return (.fiscalYear(year), token + 4)
    }
    let word = passage.word(token)
    if saysFY(word), let digits = Int(word.dropFirst(2)) {
      return (.fiscalYear(digits < 100 ? 2000 + digits : digits), token + 1)
    }
    // `FY 2026-27` ends in 2027.
    if word == "fy" || word.hasPrefix("fy20"), let (year, end) = spanned(word == "fy" ? token + 1 : token) {
      return (.fiscalYear(year), end)
    }
    if word == "fy", let digits = Int(passage.word(token + 1)), digits < 100 || (1990...2100).contains(digits) {
      return (.fiscalYear(digits < 100 ? 2000 + digits : digits), token + 2)
    }
    // `the 2031/32 financial year`
    if let (year, end) = spanned(token), passage.has(["fiscal|financial", "year"], at: end) {
      return (.fiscalYear(year), end + 2)
    }
    if let year = fourDigits(token), passage.has(["fiscal|financial", "year"], at: token + 1) {
      return (.fiscalYear(year), token + 3)
    }
    // "2026." at a sentence's end, not "2026.04"
    if let year = fourDigits(token), !passage.isOne(token + 1, of: "/|-"),
      passage.word(token + 1) != "." || Int(passage.word(token + 2)) == nil
    {
      return (.calendarYear(year), token + 1)
    }
    return nil
  }

  /// `Solar Year 2031`, `the school year 2031/32`: years by a name that the document says what it means.
  func ownYear(at token: Int) -> Parsed<TimePeriod>? {
    guard !knowledge.ownYears.isEmpty, passage.has(["year|years"], at: token + 1),
      let kind = knowledge.ownYears[passage.word(token)]
    else { return nil }
    switch kind {
    case .calendar:
      guard let year = fourDigits(token + 2) else { return nil }
      if passage.word(token + 1) == "years", passage.isOne(token + 3, of: "and|to|through|-|–"),
        let last = fourDigits(token + 4), last > year
      {
        return (.between(.startOf(.calendarYear(year)), .endOf(.calendarYear(last))), token + 5)
      }
      return (.calendarYear(year), token + 3)
    case .ending(let month, let day, let label):
      let single = label.flatMap { label in fourDigits(token + 2).map { ($0 + label, token + 3) } }
      guard let (year, end) = spanned(token + 2) ?? single,
        let close = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      let open = close.adding(days: 1).adding(months: -12)
      return (.between(.date(DateValue(open)), .date(DateValue(close))), end)
    case .contract: return nil
    }
  }

  /// `fiscal years 2032 and 2033`, `FY32 to FY33`: from the first of the one to the last of the other.
  func fiscalYears(at token: Int) -> Parsed<TimePeriod>? {
    let joints = ["and", "to", "through", "until", "&"]
    if passage.has(["fiscal|financial", "years"], at: token), let first = fourDigits(token + 2),
      joints.contains(passage.word(token + 3)), let last = fourDigits(token + 4), last > first
    {
      return (.between(.startOf(.fiscalYear(first)), .endOf(.fiscalYear(last))), token + 5)
    }
    // "the financial years 2031-32 and 2032-33"
    if passage.has(["fiscal|financial", "years"], at: token), let first = spanned(token + 2),
      joints.contains(passage.word(first.1)), let last = spanned(first.1 + 1), last.0 > first.0
    {
      return (.between(.startOf(.fiscalYear(first.0)), .endOf(.fiscalYear(last.0))), last.1)
    }
    guard saysFY(passage.word(token)), let first = fiscalOrCalendarYear(at: token),
      joints.contains(passage.word(first.end)),
      saysFY(passage.word(first.end + 1)), let last = fiscalOrCalendarYear(at: first.end + 1),
      case .fiscalYear(let one) = first.value, case .fiscalYear(let other) = last.value, other > one
    else { return nil }
    return (.between(.startOf(first.value), .endOf(last.value)), last.end)
  }

  private func saysFY(_ word: String) -> Bool { word.utf8.first == 0x66 && word.hasPrefix("fy") }

  /// `FY 2026-27 (ending 31 March 2027)`, `the financial year ending 30 June 2027`: the twelve months up to that day.
  private func yearEnding(at token: Int) -> Parsed<TimePeriod>? {
    var at = token
    if saysFY(passage.word(at)) {
      at += 1
    } else if passage.has(["fiscal|financial", "year"], at: at) {
      at += 2
    } else {
      return nil
    }
    while at < token + 6, passage.word(at).first?.isNumber == true || passage.isOne(at, of: "-|/|–") {
      at += 1
    }
    if passage.word(at) == "(" { at += 1 }
    guard passage.isOne(at, of: "ending|ends|ended|closing|closes") else { return nil }
    let day = passage.word(at + 1) == "on" ? at + 2 : at + 1
    guard let value = passage.value(at: day), case .date(let date) = value.value, let end = date.date else {
      return nil
    }
    let start = end.adding(days: 1).adding(months: -12)
    let from = DateValue(start)
    let close = value.tokens.upperBound
    return (.between(.date(from), .date(date)), passage.word(close) == ")" ? close + 1 : close)
  }

  /// `calendar quarter in which Contract Year 1 ends`.
  func containing(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    var at = token
    let isFiscal = passage.isOne(at, of: "fiscal|financial")
    if isFiscal || passage.word(at) == "calendar" { at += 1 }
    let unit: CalendarDuration.Unit
    switch passage.word(at) {
    case "quarter": unit = .quarter
    case "month": unit = .month
    case "year": unit = .year
    default: return nil
    }
    if let next = behindContaining(unit, at: at + 1, depth: depth) { return next }
    // "the calendar year following the Order Start Date"
    if passage.isOne(at + 1, of: "following|after"), !isFiscal, let base = point(at: at + 2, depth: depth + 1) {
      let step = CalendarDuration(amount: unit == .quarter ? 3 : unit == .month ? 1 : 12, unit: .month)
      return (.calendarUnit(unit, containing: .shifted(0, .after(step, base.value))), base.end)
    }
    guard passage.has(["in", "which"], at: at + 1) || passage.has(["during", "which"], at: at + 1) else { return nil }
    let inner = at + 3
    if let period = period(at: inner, depth: depth + 1) {
      let isStart = passage.isOne(period.end, of: "starts|begins|commences")
      let point: TimePoint = isStart ? .startOf(period.value) : .endOf(period.value)
      return (.calendarUnit(unit, containing: point), period.end + 1)
    }
    // "the calendar year in which this Order is signed"
    if let signed = TimeFinder(passage, knowledge: knowledge).signing(at: inner) {
      return (.calendarUnit(unit, containing: signed.value), signed.end)
    }
    if let point = point(at: inner, depth: depth + 1) {
      let end = point.end + (passage.isOne(point.end, of: "falls|occurs|lies") ? 1 : 0)
      return (
        isFiscal && unit == .year ? .fiscalYearContaining(point.value) : .calendarUnit(unit, containing: point.value),
        end
      )
    }
    return nil
  }

  /// `2026-27`, `2026/27`: the second year.
  func spanned(_ token: Int) -> (Int, Int)? {
    let word = passage.word(token)
    // Most words end in a letter.
    guard let last = word.utf8.last, last &- 0x30 < 10, let first = Int(word.drop { !$0.isNumber }),
      (1990...2100).contains(first)
    else { return nil }
    // A hyphen between two words is no word of its own.
    let at = passage.isOne(token + 1, of: "-|/|–") ? token + 2 : token + 1
    guard passage.range.contains(at),
      at == token + 2 || passage.context.stream.tokens[at].flags.contains(.hyphenBefore),
      let second = Int(passage.word(at)), second == (first + 1) % 100 || second == first + 1
    else { return nil }
    return (first + 1, at + 1)
  }

  private func fourDigits(_ token: Int) -> Int? {
    let word = passage.word(token)
    guard word.utf8.count == 4, let year = Int(word), (1990...2100).contains(year) else { return nil }
    return year
  }
}
