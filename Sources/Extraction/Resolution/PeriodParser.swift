// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Periods: `Contract Year 2`, `the first half of the Term`, `the calendar quarter in which …`.
extension TimeParser {
  /// A period that is named at `token`.
  func period(at token: Int, depth: Int = 0) -> Parsed<TimePeriod>? {
    guard depth < 5 else { return nil }
    var at = token
    while ["the", "its", "each", "of", "such", "this", "a", "entire", "whole", "full", "then", "current", "same"]
      .contains(
        passage.word(at)), at < token + 4
    {
      at += 1
    }
    if passage.word(at + 1) == "'s", ["fiscal", "financial"].contains(passage.word(at + 2)) { at += 2 }
    if let years = lastYears(at: at) ?? contractYears(at: at) { return years }
    if let antecedentPeriod,
      passage.has(["same|said|that|such", "period|time"], at: at == token ? at : at - 1)
        || passage.has(["same", "period"], at: at - 1)
    {
      return (antecedentPeriod, passage.word(at) == "period" || passage.word(at) == "time" ? at + 1 : at + 2)
    }
    if let all = allYears(at: at) { return all }
    if let parts = allParts(at: at, depth: depth) { return parts }
    if let unit = calendarUnit(at: at, depth: depth) { return unit }
    if let firstPart = firstPart(at: at, depth: depth) { return firstPart }
    if let months = months(at: at) { return months }
    if let half = halfOfTerm(at: at) { return half }
    if let slice = slice(at: at, depth: depth) { return slice }
    if let named = namedPeriod(at: at) { return named }
    if let term = term(at: at) { return term }
    return nil
  }

  /// `the last Contract Year`, `the final year of the Term`, `the last two contract years`.
  private func lastYears(at token: Int) -> Parsed<TimePeriod>? {
    guard ["last", "final"].contains(passage.word(token)) else { return nil }
    let count = Ordinals.cardinal(passage.word(token + 1)) ?? 1
    let at = count > 1 ? token + 2 : token + 1
    let isNamed = Self.yearKinds.contains(passage.word(at))
    guard let end = yearWord(at: at, numbered: false),
      isNamed || passage.word(token) == "final" || passage.word(at + 1) == "of" && end > at + 1
    else { return nil }
    return (.last(CalendarDuration(amount: Decimal(12 * count), unit: .month), of: .term), end)
  }

  /// `Y1`, `Yr 2` of a table, `Y1–Y2`.
  private func shortYears(at token: Int) -> Parsed<TimePeriod>? {
    guard let first = shortYear(at: token) else { return nil }
    if ["-", "–", "to", "and", "&", "+", "/", "through"].contains(passage.word(token + 2)) {
      let other = shortYear(at: token + 3)
      if let last = other ?? Int(passage.word(token + 3)), last > first, last <= 10 {
        return (.contractYears(first, last), token + (other == nil ? 4 : 5))
      }
    }
    return (.contractYears(first, first), token + 2)
  }

  private func shortYear(at token: Int) -> Int? {
    guard ["y", "yr", "cy"].contains(passage.word(token)), let number = Int(passage.word(token + 1)),
      (1...10).contains(number), passage.context.isGlued(token)
    else { return nil }
    return number
  }

  /// `Contract Year 2`, `the first contract year`, `Year 1`, `first two Contract Years`, `Contract Years 1 and 2`.
  private func contractYears(at token: Int) -> Parsed<TimePeriod>? {
    if let years = shortYears(at: token) { return years }
    var at = token
    var first: Int?
    var count = 1
    if passage.word(at) == "final" || passage.word(at) == "last" {
      return nil
    }
    if let ordinal = Ordinals.value(passage.word(at)) {
      first = ordinal
      at += 1
      var last = ordinal
      while ["and", "or", ",", "the", "to", "through"].contains(passage.word(at)) {
        let isRange = passage.word(at) == "to" || passage.word(at) == "through"
        var after = at + 1
        while ["the", "in", "during", "for"].contains(passage.word(after)) { after += 1 }
        guard let next = Ordinals.value(passage.word(after)), next == last + 1 || isRange else { break }
        last = next
        at = after + 1
      }
      count = last - ordinal + 1
      if ordinal == 1, let number = Ordinals.cardinal(passage.word(at)) {
        count = number
        at += 1
        if passage.word(at) == "(", passage.word(at + 2) == ")" { at += 3 }
      }
    }
    guard let yearEnd = yearWord(at: at, numbered: first == nil) else { return nil }
    at = yearEnd
    if first == nil {
      guard let number = Int(passage.word(at)) ?? Ordinals.cardinal(passage.word(at)), (1...20).contains(number) else {
        return nil
      }
      first = number
      at += 1
      if passage.word(at) == "(", Int(passage.word(at + 1)) != nil, passage.word(at + 2) == ")" { at += 3 }
      if ["and", "to", "through", "-", "–", "&", "or"].contains(passage.word(at)) {
        var after = at + 1
        if let again = yearWord(at: after, numbered: true) { after = again }
        if let next = Int(passage.word(after)) ?? Ordinals.cardinal(passage.word(after)), next > number, next <= 20 {
          count = next - number + 1
          at = after + 1
        }
      }
    }
    guard let first, count > 0 else { return nil }
    return (.contractYears(first, first + count - 1), at)
  }

  private static let yearKinds: WordSet = [
    "contract", "subscription", "order", "enrollment", "enrolment", "service", "commitment", "term", "licence",
    "license", "agreement", "membership", "policy", "capacity", "programme", "program", "addendum", "renewal",
    "commit", "supply",
  ]

  /// `both contract years`, `all three Contract Years`.
  private func allYears(at token: Int) -> Parsed<TimePeriod>? {
    var at = token + 1
    var count = 2
    if passage.word(token) == "all" {
      guard let number = Ordinals.cardinal(passage.word(at)), number > 1 else { return nil }
      count = number
      at += 1
    } else if passage.word(token) != "both" {
      return nil
    }
    guard ["year", "years"].contains(passage.word(at + 1)), let end = yearWord(at: at, numbered: true) else {
      return nil
    }
    return (.contractYears(1, count), end)
  }

  private static let fourQuarters: WordPattern = ["four|4", "quarters"]

  /// `four quarters of the first contract year`, `twelve months of Contract Year 2`: all of it.
  func allParts(at token: Int, depth: Int = 0) -> Parsed<TimePeriod>? {
    let end: Int
    if let value = passage.value(at: token), case .duration(let duration) = value.value, duration.months == 12 {
      end = value.tokens.upperBound
    } else if passage.has(Self.fourQuarters, at: token) {
      end = token + 2
    } else {
      return nil
    }
    guard passage.word(end) == "of", let whole = period(at: end + 1, depth: depth + 1) else { return nil }
    guard case .contractYears(let first, let last) = whole.value, first == last else { return nil }
    return whole
  }

  /// Past `contract year(s)` or one of its other names; a bare `year` only before a number or after an ordinal.
  private func yearWord(at token: Int, numbered: Bool) -> Int? {
    func isYear(_ token: Int) -> Bool { passage.word(token) == "year" || passage.word(token) == "years" }
    if isYear(token + 1), Self.yearKinds.contains(passage.word(token)) { return token + 2 }
    guard isYear(token) else { return nil }
    if numbered { return token + 1 }
    // `the first year of the Term`
    if passage.word(token + 1) == "of" {
      for ahead in 2...4 {
        if let anchor = passage.anchor(at: token + ahead), anchor.entry == "term" { return anchor.tokens.upperBound }
        if ["term", "subscription", "order", "agreement"].contains(passage.word(token + ahead)) {
          return token + ahead + 1
        }
      }
    }
    return token + 1
  }

  private func calendarUnit(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
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
      let at = ["of", "in", ","].contains(passage.word(token + 2)) ? token + 3 : token + 2
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
    if let year = yearEnding(at: token) { return year }
    if passage.has(["fiscal|financial", "year"], at: token), let year = fourDigits(token + 2) {
      return (.fiscalYear(year), token + 3)
    }
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
    if let year = fourDigits(token), !["/", "-", "."].contains(passage.word(token + 1)) {
      return (.calendarYear(year), token + 1)
    }
    return nil
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
    while at < token + 6, passage.word(at).first?.isNumber == true || ["-", "/", "–"].contains(passage.word(at)) {
      at += 1
    }
    if passage.word(at) == "(" { at += 1 }
    guard ["ending", "ends", "ended", "closing", "closes"].contains(passage.word(at)) else { return nil }
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
  private func containing(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    var at = token
    let isFiscal = ["fiscal", "financial"].contains(passage.word(at))
    if isFiscal || passage.word(at) == "calendar" { at += 1 }
    let unit: CalendarDuration.Unit
    switch passage.word(at) {
    case "quarter": unit = .quarter
    case "month": unit = .month
    case "year": unit = .year
    default: return nil
    }
    // "the calendar year following the Order Start Date"
    if ["following", "after"].contains(passage.word(at + 1)), !isFiscal, let base = point(at: at + 2, depth: depth + 1)
    {
      let step = CalendarDuration(amount: unit == .quarter ? 3 : unit == .month ? 1 : 12, unit: .month)
      return (.calendarUnit(unit, containing: .shifted(0, .after(step, base.value))), base.end)
    }
    guard passage.has(["in", "which"], at: at + 1) || passage.has(["during", "which"], at: at + 1) else { return nil }
    let inner = at + 3
    if let period = period(at: inner, depth: depth + 1) {
      let isStart = ["starts", "begins", "commences"].contains(passage.word(period.end))
      let point: TimePoint = isStart ? .startOf(period.value) : .endOf(period.value)
      return (.calendarUnit(unit, containing: point), period.end + 1)
    }
    if let point = point(at: inner, depth: depth + 1) {
      let end = point.end + (["falls", "occurs", "lies"].contains(passage.word(point.end)) ? 1 : 0)
      return (
        isFiscal && unit == .year ? .fiscalYearContaining(point.value) : .calendarUnit(unit, containing: point.value),
        end
      )
    }
    return nil
  }

  /// `first three (3) months of the Order Term`, `first ninety days following go-live`.
  private func firstPart(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    let word = passage.word(token)
    let isLast = word == "last" || word == "final"
    guard isLast || word == "first" || word == "initial", let (duration, at) = length(at: token + 1) else { return nil }
    if passage.word(at) == "of", let whole = period(at: at + 1, depth: depth + 1) {
      return (isLast ? .last(duration, of: whole.value) : .first(duration, of: whole.value), whole.end)
    }
    if !isLast, ["after", "from", "following", "of"].contains(passage.word(at)),
      let base = point(at: at + 1, depth: depth + 1)
    {
      return (.duration(duration, from: base.value), base.end)
    }
    return isLast ? (.last(duration, of: .term), at) : (.first(duration, of: .term), at)
  }

  /// `months 1 to 6`, `months one through six of the Term`.
  private func months(at token: Int) -> Parsed<TimePeriod>? {
    guard passage.word(token) == "months",
      let first = Int(passage.word(token + 1)) ?? Ordinals.cardinal(passage.word(token + 1)),
      ["to", "through", "-", "–", "until"].contains(passage.word(token + 2)),
      let last = Int(passage.word(token + 3)) ?? Ordinals.cardinal(passage.word(token + 3)), first >= 1, last >= first,
      last <= 120
    else { return nil }
    let whole = CalendarDuration(amount: Decimal(last), unit: .month)
    let length = CalendarDuration(amount: Decimal(last - first + 1), unit: .month)
    return (first == 1 ? .first(whole, of: .term) : .last(length, of: .first(whole, of: .term)), token + 4)
  }

  /// `three months`, `two quarters`, `three half-years`.
  private func length(at token: Int) -> (CalendarDuration, Int)? {
    if let value = passage.value(at: token), case .duration(let duration) = value.value {
      return (duration, value.tokens.upperBound)
    }
    guard let count = Ordinals.cardinal(passage.word(token)) else { return nil }
    let at = passage.word(token + 1) == "calendar" ? token + 2 : token + 1
    guard passage.word(at) == "quarters" else { return nil }
    return (CalendarDuration(amount: Decimal(3 * count), unit: .month), at + 1)
  }

  /// `third month of the Order Term`, `second quarter of Contract Year 1`.
  private func slice(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    guard let ordinal = Ordinals.value(passage.word(token)) else { return nil }
    if passage.word(token + 1) == "and", let last = Ordinals.value(passage.word(token + 2)), last == ordinal + 1,
      let rest = slice(at: token + 2, depth: depth), case .slice(_, let months, let whole) = rest.value
    {
      // "the second and third months of the Term"
      return (.between(.startOf(.slice(ordinal, months: months, of: whole)), .endOf(rest.value)), rest.end)
    }
    guard passage.word(token + 2) == "of" else { return nil }
    let months: Int
    switch passage.word(token + 1) {
    case "month", "months": months = 1
    case "quarter", "quarters": months = 3
    case "half": months = 6
    default: return nil
    }
    guard let whole = period(at: token + 3, depth: depth + 1) else { return nil }
    return (.slice(ordinal, months: months, of: whole.value), whole.end)
  }

  private func halfOfTerm(at token: Int) -> Parsed<TimePeriod>? {
    guard let ordinal = Ordinals.value(passage.word(token)), ordinal <= 2, passage.has(["half", "of"], at: token + 1),
      let term = term(at: passage.word(token + 3) == "the" ? token + 4 : token + 3)
    else { return nil }
    return (.halfOfTerm(ordinal), term.end)
  }

  private func term(at token: Int) -> Parsed<TimePeriod>? {
    if let anchor = passage.anchor(at: token), anchor.entry == "term" { return (.term, anchor.tokens.upperBound) }
    return namedPeriod(at: token)
  }

  /// `2026-27`, `2026/27`: the second year.
  private func spanned(_ token: Int) -> (Int, Int)? {
    let first = Int(passage.word(token).drop { !$0.isNumber })
    guard let first, (1990...2100).contains(first) else { return nil }
    // A hyphen between two words is no word of its own.
    let at = ["-", "/", "–"].contains(passage.word(token + 1)) ? token + 2 : token + 1
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
