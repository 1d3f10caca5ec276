// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import ValueRecognition

/// Reads days and periods from the words at a place: `the first anniversary of the Effective Date`,
/// `Contract Year 2`, `the end of the calendar quarter in which Contract Year 1 ends`.
struct TimeParser {
  let passage: PassageText
  let knowledge: DocumentKnowledge

  /// What "its" and "that date" mean here: the day that was named just before.
  var antecedent: TimePoint?
  /// What "the same period" means here.
  var antecedentPeriod: TimePeriod?

  init(passage: PassageText, knowledge: DocumentKnowledge, antecedent: TimePoint? = nil) {
    self.passage = passage
    self.knowledge = knowledge
    self.antecedent = antecedent
  }

  typealias Parsed<T> = (value: T, end: Int)

  // MARK: Points

  /// A day that is named at `token`; nil where the words there name none.
  func point(at token: Int, depth: Int = 0) -> Parsed<TimePoint>? {
    guard depth < 5 else { return nil }
    let at = skipArticle(token)
    if let choice = choice(at: at, depth: depth) { return choice }
    if let neighbour = neighbour(at: at, depth: depth) { return neighbour }
    if let closing = closing(at: token, depth: depth) { return closing }
    if let value = passage.value(at: at) ?? passage.value(at: token) {
      switch value.value {
      case .date(let date) where date.year != nil && date.month != nil && date.day != nil:
        return (.date(date), value.tokens.upperBound)
      case .duration(let duration):
        if let shifted = shifted(duration, after: value.tokens.upperBound, depth: depth) { return shifted }
      default: break
      }
    }
    if let named = named(at: at) { return named }
    if let anniversary = anniversary(at: at, depth: depth) { return anniversary }
    if let edge = edge(at: at, depth: depth) { return edge }
    if let anchor = passage.anchor(at: at) ?? passage.anchor(at: token),
      !["year", "years", "quarter"].contains(passage.word(anchor.tokens.upperBound))
    {
      return (.anchor(anchor.entry ?? "unknown"), anchor.tokens.upperBound)
    }
    return nil
  }

  /// `the day before the first anniversary of …`, `the day after …`.
  private func neighbour(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    guard passage.word(token) == "day",
      ["before", "after", "preceding", "following"].contains(passage.word(token + 1)),
      let base = point(at: token + 2, depth: depth + 1)
    else { return nil }
    let isBefore = ["before", "preceding"].contains(passage.word(token + 1))
    return (.shifted(isBefore ? -1 : 1, base.value), base.end)
  }

  private static let closers: Set<String> = [
    "ends", "end", "expires", "expire", "closes", "close", "terminates", "lapses", "finishes", "ended", "expired",
  ]

  /// `the order ends`, `the Subscription Term closes`, `the first contract year is over`.
  private func closing(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    while ["the", "this", "its", "such", "that"].contains(passage.word(at)), at < token + 2 { at += 1 }
    let nouns: Set<String> = [
      "order", "subscription", "agreement", "contract", "enrollment", "enrolment", "term", "schedule", "order form",
    ]
    if let anchor = passage.anchor(at: at), anchor.entry == "term", let end = closer(at: anchor.tokens.upperBound) {
      return (.endOf(.term), end)
    }
    if nouns.contains(passage.word(at)) {
      let next = passage.word(at + 1) == "form" ? at + 2 : at + 1
      if let end = closer(at: next) { return (.endOf(.term), end) }
    }
    if let period = period(at: token, depth: depth + 1), let end = closer(at: period.end) {
      return (.endOf(period.value), end)
    }
    return nil
  }

  private func closer(at token: Int) -> Int? {
    if Self.closers.contains(passage.word(token)) { return token + 1 }
    if passage.has(["is", "over|ended"], at: token) || passage.has(["has", "ended|expired|run"], at: token) {
      return token + 2
    }
    if passage.has(["comes", "to", "an", "end"], at: token) { return token + 4 }
    if passage.has(["runs", "out"], at: token) { return token + 2 }
    return nil
  }

  private func skipArticle(_ token: Int) -> Int {
    var at = token
    while ["the", "its", "such", "this", "that", "a", "an", "date", "of"].contains(passage.word(at)), at < token + 3 {
      if passage.word(at) == "of" && at == token { break }
      at += 1
    }
    return at
  }

  private func choice(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    let word = passage.word(token)
    let isEarlier = word == "earlier" || word == "earliest" || word == "sooner"
    guard isEarlier || word == "later" || word == "latest" else { return nil }
    var at = token + 1
    guard passage.word(at) == "of" || passage.word(at) == "to" else { return nil }
    at += passage.has(["to", "occur", "of"], at: at) ? 3 : 1
    var points: [TimePoint] = []
    var end = at
    while points.count < 4 {
      at = skipLabel(at)
      guard let next = point(at: at, depth: depth + 1) else { break }
      points.append(next.value)
      end = next.end
      at = next.end
      while [",", ";", "and", "or"].contains(passage.word(at)) { at += 1 }
    }
    guard points.count > 1 else { return nil }
    return (isEarlier ? .earlier(points) : .later(points), end)
  }

  /// Past `(i)`, `(a)`, `a)`.
  private func skipLabel(_ token: Int) -> Int {
    if passage.word(token) == "(", passage.word(token + 2) == ")" { return token + 3 }
    return token
  }

  private func shifted(_ duration: CalendarDuration, after token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    while ["period", "calendar"].contains(passage.word(at)) { at += 1 }
    let word = passage.word(at)
    if ["later", "thereafter", "afterwards"].contains(word), let antecedent {
      return (.after(duration, antecedent), at + 1)
    }
    let after = ["after", "from", "following", "of", "beyond", "past", "since"].contains(word)
    guard after || word == "before" || passage.has(["prior", "to"], at: at) else { return nil }
    at += word == "prior" ? 2 : 1
    if passage.has(["and", "including"], at: at) { at += 2 }
    guard let base = point(at: at, depth: depth + 1) else { return nil }
    return (after ? .after(duration, base.value) : .before(duration, base.value), base.end)
  }

  private func named(at token: Int) -> Parsed<TimePoint>? {
    // Names of one to six words, the longest that the document defines.
    var best: Parsed<TimePoint>?
    var text = ""
    for length in 1...6 where passage.range.contains(token + length - 1) {
      text += (length > 1 ? " " : "") + passage.word(token + length - 1)
      if knowledge.definedDates[text] != nil { best = (.named(text), token + length) }
    }
    return best
  }

  private func anniversary(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    var number = 1
    if let ordinal = Ordinals.value(passage.word(at)) {
      number = ordinal
      at += 1
      if passage.word(at) == "(", passage.word(at + 2) == ")" { at += 3 }
      if passage.word(at) == "(", passage.word(at + 3) == ")" { at += 4 }
    }
    guard passage.word(at) == "anniversary" else { return nil }
    if ["of", "from"].contains(passage.word(at + 1)), let base = point(at: at + 2, depth: depth + 1) {
      return (.anniversary(number, of: base.value), base.end)
    }
    // "until its first anniversary", "the first anniversary thereof".
    guard let antecedent else { return nil }
    return (.anniversary(number, of: antecedent), passage.word(at + 1) == "thereof" ? at + 2 : at + 1)
  }

  /// `end of`, `the last day of`, `expiry of`, `beginning of`, `first day of` a period.
  private func edge(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    for (pattern, isStart) in Self.edges where passage.has(pattern, at: token) {
      let at = token + pattern.count
      // "the end of nine months from the Order Start Date"
      if !isStart, let value = passage.value(at: at), case .duration(let duration) = value.value,
        let moved = shifted(duration, after: value.tokens.upperBound, depth: depth)
      {
        return moved
      }
      if let period = period(at: at, depth: depth + 1) {
        return (isStart ? .startOf(period.value) : .endOf(period.value), period.end)
      }
      if let anchor = passage.anchor(at: skipArticle(at)), let entry = anchor.entry,
        !["year", "years", "quarter"].contains(passage.word(anchor.tokens.upperBound))
      {
        if entry == "term_start" || entry == "term_end" || entry == "term" {
          return (isStart ? .startOf(.term) : .endOf(.term), anchor.tokens.upperBound)
        }
      }
    }
    return nil
  }

  private static let edges: [(WordPattern, Bool)] = [
    (["end|close|expiry|expiration|completion|termination", "date", "of|for"], false),
    (["end|close|expiry|expiration|completion|lapse", "of"], false),
    (["last|final", "day", "of"], false),
    (["first", "day", "of"], true),
    (["start|beginning|commencement|outset", "of"], true),
    (["start|beginning|commencement", "date", "of|for"], true),
  ]

  // MARK: Periods

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
    if let years = contractYears(at: at) { return years }
    if let antecedentPeriod,
      passage.has(["same|said|that|such", "period|time"], at: at == token ? at : at - 1)
        || passage.has(["same", "period"], at: at - 1)
    {
      return (antecedentPeriod, passage.word(at) == "period" || passage.word(at) == "time" ? at + 1 : at + 2)
    }
    if let unit = calendarUnit(at: at, depth: depth) { return unit }
    if let firstPart = firstPart(at: at, depth: depth) { return firstPart }
    if let half = halfOfTerm(at: at) { return half }
    if let slice = slice(at: at, depth: depth) { return slice }
    if let term = term(at: at) { return term }
    return nil
  }

  /// `Contract Year 2`, `the first contract year`, `Year 1`, `first two Contract Years`, `Contract Years 1 and 2`.
  private func contractYears(at token: Int) -> Parsed<TimePeriod>? {
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
        let after = passage.word(at + 1) == "the" ? at + 2 : at + 1
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
      if ["and", "to", "through", "-", "&"].contains(passage.word(at)) {
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

  /// Past `contract year(s)` or one of its other names; a bare `year` only before a number or after an ordinal.
  private func yearWord(at token: Int, numbered: Bool) -> Int? {
    let kinds: Set<String> = [
      "contract", "subscription", "order", "enrollment", "enrolment", "service", "commitment", "term", "licence",
      "license", "agreement", "membership", "policy", "capacity", "programme", "program",
    ]
    if kinds.contains(passage.word(token)), ["year", "years"].contains(passage.word(token + 1)) { return token + 2 }
    guard ["year", "years"].contains(passage.word(token)) else { return nil }
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
      return (.calendarYear(year), value.tokens.upperBound)
    }
    let word = passage.word(token)
    if word.count == 2, word.first == "q", let quarter = Int(word.dropFirst()), (1...4).contains(quarter),
      let year = fourDigits(token + 1) ?? fourDigits(token + 2)
    {
      return (.quarter(quarter, year: year), fourDigits(token + 1) != nil ? token + 2 : token + 3)
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
    if passage.has(["fiscal|financial", "year"], at: token), let year = fourDigits(token + 2) {
      return (.fiscalYear(year), token + 3)
    }
    // `SFDC Fiscal Year 2027`: one word of a name before it.
    if passage.has(["fiscal|financial", "year"], at: token + 1), let year = fourDigits(token + 3) {
      return (.fiscalYear(year), token + 4)
    }
    let word = passage.word(token)
    if word.hasPrefix("fy"), let digits = Int(word.dropFirst(2)) {
      return (.fiscalYear(digits < 100 ? 2000 + digits : digits), token + 1)
    }
    if word == "fy", let digits = Int(passage.word(token + 1)), digits < 100 || (1990...2100).contains(digits) {
      return (.fiscalYear(digits < 100 ? 2000 + digits : digits), token + 2)
    }
    if let year = fourDigits(token), !["/", "-", "."].contains(passage.word(token + 1)) {
      return (.calendarYear(year), token + 1)
    }
    return nil
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
    guard isLast || word == "first" || word == "initial", let value = passage.value(at: token + 1),
      case .duration(let duration) = value.value
    else { return nil }
    let at = value.tokens.upperBound
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

  /// `third month of the Order Term`, `second quarter of Contract Year 1`.
  private func slice(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    guard let ordinal = Ordinals.value(passage.word(token)), passage.word(token + 2) == "of" else { return nil }
    let months: Int
    switch passage.word(token + 1) {
    case "month": months = 1
    case "quarter": months = 3
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
    return nil
  }

  private func fourDigits(_ token: Int) -> Int? {
    let word = passage.word(token)
    guard word.utf8.count == 4, let year = Int(word), (1990...2100).contains(year) else { return nil }
    return year
  }
}

/// Ordinals and cardinals as single words; larger ones do not occur with years.
enum Ordinals {
  private static let ordinals = [
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "initial": 1,
  ]
  private static let cardinals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
  ]
  static func value(_ word: String) -> Int? { ordinals[word] }
  static func cardinal(_ word: String) -> Int? { cardinals[word] }
}
