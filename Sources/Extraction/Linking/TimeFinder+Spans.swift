// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import ValueRecognition

/// Stretches that are said by what lasts: `while the first Contract Year is running`, `the period of use is Contract Year
/// 1`, `a life of twelve months`, `nine months of which the Start Date is the first day`.
extension TimeFinder {
  static let movingVerbs: WordSet = [
    "moved", "extended", "postponed", "prolonged", "changed", "deferred", "brought", "shortened", "replaced",
  ]

  /// "is moved from March 31 to December 31": the later day is the deadline now.
  func moved(at token: Int) -> TimeStatement? {
    let isPut = passage.has(["put|set|pushed|shifted", "off|back|out|forward"], at: token)
    guard isPut || Self.movingVerbs.contains(passage.word(token)) || isAgreedExtension(at: token),
      !(1...3).contains(where: { passage.isOne(token - $0, of: "may|can|could|might") })
    else { return nil }
    var at = token + 1
    if passage.isOne(at, of: "forward|off|back|out|ahead") { at += 1 }
    if passage.isOne(at, of: "this|that|the|such|its") { at += 2 }
    if passage.word(at) == "from", let old = parser.point(at: at + 1) { at = old.end }
    guard passage.isOne(at, of: "to|until|by"), let new = parser.point(at: at + 1), case .date = new.value
    else {
      return nil
    }
    return make(.end, point: new.value, token, new.end)
  }

  /// "while the first Contract Year is running", "for as long as Contract Year 2 lasts".
  func whileLasting(at token: Int) -> TimeStatement? {
    let width: Int
    switch passage.word(token) {
    case "while", "whilst": width = 1
    case "for": width = passage.has(["for", "as|so", "long", "as"], at: token) ? 4 : 0
    case "as", "so": width = passage.has(["as|so", "long", "as"], at: token) ? 3 : 0
    default: width = 0
    }
    guard width > 0, let period = parser.period(at: token + width), period.value != .term else { return nil }
    let at = period.end
    let end =
      passage.isOne(at, of: "lasts|runs|continues|endures")
      ? at + 1
      : passage.has(["is", "running|current|open|ongoing"], at: at)
        ? at + 2
        : passage.has(["is", "still|in|under", "running|progress|way|open|current"], at: at)
          ? at + 3 : passage.has(["has", "not", "ended|closed|expired|passed"], at: at) ? at + 3 : nil
    return end.map { make(.during, period: period.value, token, $0) }
  }

  /// "The period of use is the first Contract Year."
  func spanOfUse(behind token: Int) -> TimeStatement? {
    guard passage.isOne(token, of: "is|runs"), isSpanOfUse(before: token), !isEach(token + 1),
      let period = parser.period(at: token + 1),
      [".", ",", ";", ")", "", "and"].contains(passage.word(period.end))
    else { return nil }
    return make(.during, period: period.value, token, period.end)
  }

  /// "They have a life of twelve months", "with a validity of fifteen months from …".
  func lifeOf(at token: Int) -> TimeStatement? {
    guard passage.word(token) == "of", passage.value(at: token + 1) != nil,
      passage.isOne(token - 1, of: "life|lifetime|validity|lifespan")
        || passage.has(["validity|redemption|usage|use", "period|window"], at: token - 2)
    else { return nil }
    return relative(at: token + 1, introducer: "for", from: token)
  }

  /// Behind a length: "of which the Start Date is the first day", ", the first of which is March 2031".
  func firstOfWhich(at token: Int) -> (value: TimePoint, end: Int)? {
    let at = passage.word(token) == "," ? token + 1 : token
    if passage.has(["of", "which"], at: at), let base = parser.point(at: at + 2) ?? parser.monthStart(at: at + 2),
      passage.has(["is|being|forms|counts", "the|as", "first"], at: base.end)
    {
      return (base.value, passage.isOne(base.end + 3, of: "day|month") ? base.end + 4 : base.end + 3)
    }
    // "nine months of which the first begins on the Start Date"
    if passage.has(["of", "which", "the", "first"], at: at) {
      let verb = passage.isOne(at + 4, of: "day|month|one") ? at + 5 : at + 4
      guard passage.isOne(verb, of: "begins|starts|is|falls|commences") else { return nil }
      let day = passage.isOne(verb + 1, of: "on|with|in") ? verb + 2 : verb + 1
      return parser.point(at: day) ?? parser.monthStart(at: day)
    }
    guard passage.has(["the", "first"], at: at) else { return nil }
    let of = passage.isOne(at + 2, of: "day|month") ? at + 3 : at + 2
    guard passage.has(["of", "which|them", "is|being|begins|starts|falls"], at: of) else { return nil }
    let day = passage.isOne(of + 3, of: "on|with|in") ? of + 4 : of + 3
    return parser.point(at: day) ?? parser.monthStart(at: day)
  }

  /// "in the shorter of two spans: six months from the Start Date, or the time from then to 15 August": an end.
  func shorter(at token: Int) -> TimeStatement? {
    let at = passage.word(token + 1) == "the" ? token + 2 : token + 1
    guard passage.isOne(token, of: "in|within|during|for|over"),
      passage.isOne(at, of: "shorter|shortest|longer|longest"), let end = parser.choice(at: at, depth: 0)
    else { return nil }
    return make(.end, point: end.value, token, end.end)
  }

  /// "may be drawn on to the end of the third quarter": an end that opens with a bare "to" behind words of use.
  func toTheEnd(at token: Int) -> TimeStatement? {
    guard passage.word(token) == "to",
      passage.has(["the", "end|close|last"], at: token + 1) || passage.has(["end", "of"], at: token + 1),
      (1...7).contains(where: { isUse(passage.word(token - $0)) }),
      let point = parser.point(at: token + 1) ?? apposition(at: token + 1, "to")
    else { return nil }
    return make(.end, point: point.value, token, point.end)
  }

  private func isUse(_ word: String) -> Bool {
    Self.using.contains(word) || ["usable", "available", "valid", "redeemable", "good", "open"].contains(word)
  }

  /// "from 1 June 2031 to 29 September (in the same year)": the first such day behind the one that was named.
  func sameYear(at token: Int, as first: TimePoint) -> (value: TimePoint, end: Int)? {
    // "to Michaelmas (29 September) in the same year"
    let bracket = (token..<(token + 4)).first { passage.word($0) == "(" }
    guard case .date(let start) = first, let open = start.date,
      let value = passage.value(at: token) ?? bracket.flatMap({ passage.value(at: $0 + 1) }),
      case .date(let date) = value.value, date.year == nil, let month = date.month, let day = date.day,
      let close = open.next(month: month, day: day)
    else { return nil }
    var end = value.tokens.upperBound
    if passage.word(end) == ")" { end += 1 }
    if passage.has(["in|of", "the|that", "same|very", "year"], at: end) { end += 4 }
    if passage.has(["of|in", "that|this", "year"], at: end) { end += 3 }
    return (.date(DateValue(close)), end)
  }

  /// "January through June 2032": months that share a year.
  func bareMonths(at token: Int) -> (value: TimePeriod, end: Int)? {
    // A day or a year behind the word makes it another value.
    guard passage.value(at: token).map({ $0.tokens.count == 1 }) ?? true,
      let first = MonthNames.number(passage.word(token)),
      let next = rangeEnd(at: token + 1) ?? (isJoined(token) ? token + 2 : nil),
      let last = month(at: next),
      case .month(let number, let year) = last.period
    else { return nil }
    let open = TimePeriod.month(first, year: first <= number ? year : year - 1)
    return (.between(.startOf(open), .endOf(last.period)), last.end)
  }
}

extension TimeFinder {
  /// "between April and June 2031": the word before the month says that "and" reaches to the other.
  private func isJoined(_ token: Int) -> Bool {
    passage.word(token - 1) == "between" && passage.word(token + 1) == "and"
  }
}

extension TimeParser {
  /// `the period that starts on the Start Date and ends on 31 July 2031`, `the time beginning with … and ending with …`.
  func startingAndEnding(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    guard passage.isOne(token, of: "period|time|span|stretch|window") else { return nil }
    var at = passage.isOne(token + 1, of: "that|which") ? token + 2 : token + 1
    if passage.has(["starts|begins|opens|commences|starting|beginning", "together"], at: at) { at += 1 }
    let isTogether = passage.word(at) == "together"
    guard
      isTogether && passage.word(at + 1) == "with"
        || passage.has(
          ["starts|begins|opens|commences|starting|beginning|opening|commencing|runs|running", "on|with|at|from"],
          at: at),
      let first = point(at: at + 2, depth: depth + 1)
        ?? period(at: at + 2, depth: depth + 1).map({ (.startOf($0.value), $0.end) })
    else { return nil }
    at = first.end
    while passage.isOne(at, of: ",|and"), at < first.end + 2 { at += 1 }
    if passage.has(["ends|closes|expires|finishes|ending|closing|expiring|finishing|shuts", "on|with|at"], at: at) {
      at += 2
    } else if passage.isOne(at, of: "ends|closes|expires|finishes|ending|closing|expiring|finishing|shuts"),
      passage.value(at: at + 1) != nil
    {
      // "and shuts six months before the first Contract Year does"
      at += 1
    } else if passage.isOne(at, of: "until|to|through|till") {
      at += 1
    } else {
      return nil
    }
    // "and ending with the Term"
    let noun = passage.word(at) == "the" ? at + 1 : at
    if let whole = term(at: noun), whole.value == .term { return (.between(first.value, .endOf(.term)), whole.end) }
    guard
      let last = point(at: at, depth: depth + 1)
        ?? period(at: at, depth: depth + 1).map({ (value: TimePoint.endOf($0.value), end: $0.end) })
    else { return nil }
    return (.between(first.value, last.value), last.end)
  }

  /// Past "the time from then to", "the span up to".
  func pastSpan(_ token: Int) -> Int? {
    guard passage.has(["the|a", "time|period|span|stretch"], at: token) else { return nil }
    var at = token + 2
    if passage.has(["from|since", "then|it"], at: at) { at += 2 }
    if passage.has(["up", "to"], at: at) { return at + 2 }
    return passage.isOne(at, of: "to|until|till|through") ? at + 1 : nil
  }

  /// Behind `calendar year`: `that follows the one in which the Start Date falls`.
  func behindContaining(_ unit: CalendarDuration.Unit, at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    let width =
      passage.has(["that|which", "follows|succeeds"], at: token)
      ? 2 : passage.has(["following|after|behind"], at: token) ? 1 : 0
    guard width > 0 else { return nil }
    var at = token + width
    if passage.has(["the", "one|year|quarter|month"], at: at) {
      at += 2
    } else if passage.word(at) == "that" {
      at += 1
    } else {
      return nil
    }
    guard passage.has(["in|during", "which"], at: at), let base = point(at: at + 2, depth: depth + 1) else {
      return nil
    }
    let end = passage.isOne(base.end, of: "falls|occurs|lies") ? base.end + 1 : base.end
    return (.calendarUnit(unit, containing: .shifted(1, .endOf(.calendarUnit(unit, containing: base.value)))), end)
  }
}
