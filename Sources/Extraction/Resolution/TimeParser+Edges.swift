// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Starts and ends of periods: `the end of Contract Year 2`, `the first day of the month following …`, `the outset`.
extension TimeParser {
  static let openings: WordSet = ["start", "outset", "commencement", "inception", "beginning"]

  static let runningThings: WordSet = [
    "licence", "licences", "license", "licenses", "subscription", "subscriptions", "service", "services", "contract",
    "order", "agreement", "engagement", "performance", "delivery", "access", "coverage", "hosting", "operation",
    "enrollment", "enrolment", "engagement",
  ]

  /// `within three months of the start`, `from the commencement of the licences`: the start of the term, where the words
  /// name nothing else.
  func bareStart(at token: Int) -> Parsed<TimePoint>? {
    if let own = ownEdge(at: token) { return own }
    // "120 days after the first day", where the head of the form has one.
    if passage.has(["first", "day"], at: token), knowledge.anchors["first_day"] != nil,
      Self.behindStart.contains(passage.word(token + 2))
    {
      return (.startOf(.term), token + 2)
    }
    guard Self.openings.contains(passage.word(token)) else { return nil }
    if passage.word(token + 1) == "of" {
      return runningThing(at: token + 2).map { (.startOf(.term), $0) }
    }
    // "from Commencement": by its capital the term's.
    if passage.context.isCapitalised(token),
      passage.isOne(token - 1, of: "from|of|at|on|with|since"),
      passage.value(at: token + 1) == nil, !passage.isOne(token + 1, of: "date|day")
    {
      return (.startOf(.term), token + 1)
    }
    // "(valid 18 months from start)"
    if passage.isOne(token - 1, of: "from|after|of"), Self.behindStart.contains(passage.word(token + 1)),
      passage.isOne(
        passage.word(token - 2) == "." ? token - 3 : token - 2, of: "months|years|days|weeks|month|year|mos|yrs")
    {
      return (.startOf(.term), token + 1)
    }
    // "twelve months post start"
    if passage.word(token - 1) == "post", Self.behindStart.contains(passage.word(token + 1)) {
      return (.startOf(.term), token + 1)
    }
    guard passage.word(token - 1) == "the", passage.value(at: token + 1) == nil,
      Self.behindStart.contains(passage.word(token + 1)),
      [token - 2, token - 1].contains(where: { Self.beforeStart.contains(passage.word($0)) })
    else { return nil }
    return (.startOf(.term), token + 1)
  }

  /// "The subscription includes 400 GB from its start until its end".
  private func ownEdge(at token: Int) -> Parsed<TimePoint>? {
    guard passage.word(token - 1) == "its", antecedentPeriod == nil else { return nil }
    let isStart = Self.openings.contains(passage.word(token))
    guard isStart || passage.isOne(token, of: "end|expiry|close|conclusion"),
      passage.word(token + 1) != "of",
      (1...40).contains(where: { passage.isOne(token - $0, of: "subscription|order|term|contract") })
    else { return nil }
    return (isStart ? .startOf(.term) : .endOf(.term), token + 1)
  }

  static let behindStart: WordSet = ["", ".", ",", ";", ")", "and", "until", "till", "or", "they", "it"]

  static let beforeStart: WordSet = ["of", "from", "after", "following", "between", "since"]

  /// Past `the licences`, `the subscription period`, `performance`: what the order is about, for its term.
  func runningThing(at token: Int) -> Int? {
    var at = token
    while passage.isOne(at, of: "the|this|these|your|its|our"), at < token + 2 { at += 1 }
    guard Self.runningThings.contains(passage.word(at)) else { return nil }
    if passage.has(["order", "form"], at: at) { at += 1 }
    return passage.isOne(at + 1, of: "period|term") ? at + 2 : at + 1
  }

  /// `year-end 2026`, `the end of the year 2026`.
  func yearEnd(at token: Int) -> Parsed<TimePoint>? {
    var at = token
    // "at the turn of the year 2031/2032"
    if passage.has(["turn", "of", "the", "year"], at: at), let (year, end) = spanned(at + 4) {
      return (.date(DateValue(year: year - 1, month: 12, day: 31)), end)
    }
    if passage.has(["year", "end"], at: at) {
      at += 2
    } else if passage.has(["year", "-", "end"], at: at) {
      at += 3
    } else if passage.has(["end", "of"], at: at) {
      at += passage.word(at + 2) == "the" ? 3 : 2
      guard passage.isOne(at, of: "year|calendar") else { return nil }
      at += passage.word(at) == "calendar" ? 2 : 1
    } else {
      return nil
    }
    if passage.word(at) == "of" { at += 1 }
    guard passage.word(at).utf8.count == 4, let year = Int(passage.word(at)), (1990...2100).contains(year) else {
      return nil
    }
    return (.date(DateValue(year: year, month: 12, day: 31)), at + 1)
  }

  private static let weekdays = [
    "monday": 4, "tuesday": 5, "wednesday": 6, "thursday": 0, "friday": 1, "saturday": 2, "sunday": 3,
  ]

  /// `the last Friday in March 2031`, `the first Monday of June 2031`.
  func weekday(at token: Int) -> Parsed<TimePoint>? {
    let isLast = passage.word(token) == "last"
    guard isLast || Ordinals.value(passage.word(token)) != nil, let wanted = Self.weekdays[passage.word(token + 1)],
      passage.isOne(token + 2, of: "in|of"), let month = monthStart(at: token + 3),
      case .startOf(.month(let number, let year)) = month.value,
      let first = CalendarDate(year: year, month: number, day: 1)
    else { return nil }
    func days(_ day: CalendarDate) -> Int { ((wanted - day.dayNumber) % 7 + 7) % 7 }
    if isLast {
      let end = first.end(ofMonths: 1)
      let back = (7 - days(end)) % 7
      return (.date(DateValue(end.adding(days: -back))), month.end)
    }
    guard let ordinal = Ordinals.value(passage.word(token)), ordinal < 5 else { return nil }
    return (.date(DateValue(first.adding(days: days(first) + 7 * (ordinal - 1)))), month.end)
  }

  /// `end of`, `the last day of`, `expiry of`, `beginning of`, `first day of` a period.
  func edge(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    for (pattern, isStart) in Self.edges where passage.has(pattern, at: token) {
      let at = token + pattern.count
      if isStart, let next = nextUnit(at: at, depth: depth) { return next }
      // "the end of nine months from the Order Start Date"
      if !isStart, let value = passage.value(at: at), case .duration(let duration) = value.value,
        let moved = shifted(duration, after: value.tokens.upperBound, depth: depth)
      {
        return moved
      }
      if !isStart, let month = numberedMonth(at: at, depth: depth) { return month }
      if !isStart, let last = lastOfPeriod(at: at, depth: depth) { return last }
      if let period = period(at: at, depth: depth + 1) {
        return (isStart ? .startOf(period.value) : .endOf(period.value), period.end)
      }
      if passage.anchor(at: skipArticle(at)) == nil, let end = runningThing(at: at) {
        return (isStart ? .startOf(.term) : .endOf(.term), end)
      }
      if let anchor = passage.anchor(at: skipArticle(at)), let entry = anchor.entry,
        !passage.isOne(anchor.tokens.upperBound, of: "year|years|quarter")
      {
        if entry == "term_start" || entry == "term_end" || entry == "term" {
          return (isStart ? .startOf(.term) : .endOf(.term), anchor.tokens.upperBound)
        }
      }
    }
    return nil
  }

  /// "the first day of the month following the Effective Date", "… after the one in which the Start Date falls".
  func nextUnit(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    while passage.isOne(at, of: "the|calendar|next"), at < token + 3 { at += 1 }
    guard
      let unit: CalendarDuration.Unit = passage.word(at) == "month"
        ? .month : passage.word(at) == "quarter" ? .quarter : nil,
      passage.isOne(at + 1, of: "after|following")
    else { return nil }
    at += 2
    if passage.has(["the", "one|month|quarter", "in", "which"], at: at) { at += 4 }
    guard let base = point(at: at, depth: depth + 1) else { return nil }
    let end = passage.isOne(base.end, of: "falls|occurs|lies") ? base.end + 1 : base.end
    return (.shifted(1, .endOf(.calendarUnit(unit, containing: base.value))), end)
  }

  /// "the end of the sixth month after the Go-Live Date"
  func numberedMonth(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    let at = passage.word(token) == "the" ? token + 1 : token
    guard let number = Ordinals.value(passage.word(at)), number > 0,
      passage.has(["month", "after|following|from"], at: at + 1), let base = point(at: at + 3, depth: depth + 1)
    else { return nil }
    return (.after(CalendarDuration(amount: Decimal(number), unit: .month), base.value), base.end)
  }

  /// "the last day of the eighteen-month period starting on the Effective Date"
  func lastOfPeriod(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    let at = passage.isOne(token, of: "the|a|an") ? token + 1 : token
    guard let value = passage.value(at: at), case .duration(let duration) = value.value else { return nil }
    var next = value.tokens.upperBound
    if passage.word(next) == "period" { next += 1 }
    if passage.isOne(next, of: "that|which") { next += 1 }
    guard passage.has(["starting|starts|beginning|begins|commencing|commences|counted", "on|with|from|at"], at: next),
      let base = point(at: next + 2, depth: depth + 1)
    else { return nil }
    return (.after(duration, base.value), base.end)
  }

  static let edges: [(WordPattern, Bool)] = [
    (["end|close|expiry|expiration|completion|termination", "date", "of|for"], false),
    (["end|close|expiry|expiration|completion|lapse", "of"], false),
    (["last|final", "day", "of"], false),
    (["first", "day", "of"], true),
    (["start|beginning|commencement|outset|opening|inception", "of"], true),
    (["start|beginning|commencement", "date", "of|for"], true),
  ]
}
