// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Stretches put together from parts: an end and a length behind it, a first day and what lasts from it, a first day that
/// lies some time behind another.
extension TimeFinder {
  /// "through the end of the first Contract Year and the three months after it", "in Year 1 plus two months": the end lies
  /// as much later.
  func prolonged(_ statement: TimeStatement) -> TimeStatement {
    let end = statement.tokens.upperBound
    guard statement.role == .end || statement.role == .during, passage.isOne(end, of: "and|plus") else {
      return statement
    }
    var at = end + 1
    while passage.value(at: at) == nil, at < end + 6, Self.leading.contains(passage.word(at)) { at += 1 }
    guard let value = passage.value(at: at), case .duration(let length) = value.value, length.unit != .hour else {
      return statement
    }
    let isNext =
      passage.word(end) == "plus" || (end..<at).contains { passage.isOne($0, of: "following|next|further|subsequent") }
    guard let close = behindLength(value.tokens.upperBound) ?? (isNext ? value.tokens.upperBound : nil),
      [".", ",", ";", ")", "", "and", "but", "only"].contains(passage.word(close)), let last = statement.lastDay
    else { return statement }
    var sum = statement
    sum.tokens = statement.tokens.lowerBound..<close
    let later = TimePoint.after(length, .shifted(1, last))
    if let period = statement.period {
      if case .between(let first, _) = period {
        sum.period = .between(first, later)
      } else {
        sum.period = .between(.startOf(period), later)
      }
    } else {
      sum.point = later
    }
    return sum
  }

  private static let leading: WordSet = [
    "for", "during", "in", "over", "the", "a", "another", "further", "following", "next", "additional", "subsequent",
    "also", "within",
  ]

  /// Past `after it`, `thereafter`, `that follow`, `following that`.
  private func behindLength(_ token: Int) -> Int? {
    if passage.isOne(token, of: "thereafter|afterwards") { return token + 1 }
    if passage.has(["after|following|behind", "it|that|this|them|which"], at: token) { return token + 2 }
    guard passage.has(["that|which", "follow|follows"], at: token) else { return nil }
    return passage.isOne(token + 2, of: "it|them|that") ? token + 3 : token + 2
  }

  /// "from 1 June 2031 onward and for as long as Year 2 lasts": from the day to the end of what lasts.
  func onward(at token: Int) -> TimeStatement? {
    guard let at = startIntroducer(at: token), let first = parser.point(at: at), first.value.isDayOfCalendar else {
      return nil
    }
    var next = first.end
    while next < first.end + 4, passage.isOne(next, of: "onward|onwards|on|forward|,|and") { next += 1 }
    guard next > first.end, let lasting = whileLasting(at: next), let period = lasting.period else { return nil }
    return make(.during, period: .between(first.value, .endOf(period)), token, lasting.tokens.upperBound)
  }

  /// "Validity: Start Date + 10 months": the length behind the day before the sign.
  func added(at token: Int) -> TimeStatement? {
    guard passage.word(token) == "+", let value = passage.value(at: token + 1),
      case .duration(let length) = value.value,
      length.unit != .hour,
      let base = (1...6).lazy.compactMap({ parser.point(at: token - $0) }).first(where: { $0.end == token })
    else { return nil }
    return make(.during, period: .duration(length, from: base.value), token, value.tokens.upperBound)
  }

  /// "through the third quarter of the first Contract Year", "no use past Year 1": the last day of what is named.
  func throughPeriod(at token: Int) -> (value: TimePoint, end: Int)? {
    let isThrough = passage.isOne(token - 1, of: "through|thru")
    let isPast =
      passage.isOne(token - 1, of: "past|beyond")
      && (2...7).contains { passage.isOne(token - $0, of: "no|not|never|nor|cannot|neither") }
    guard isThrough || isPast, let period = parser.period(at: token), period.value.isStretch, !isEach(token) else {
      return nil
    }
    // A fiscal year that the document does not say is left to who reads times without days.
    if case .fiscalYear = period.value, parser.knowledge.fiscalYearEnd == nil { return nil }
    return (.endOf(period.value), period.end)
  }

  /// "After the first Contract Year nobody can redeem them", "… they can no longer be used".
  func isNoMore(behind token: Int) -> Bool {
    (0..<9).contains {
      passage.isOne(token + $0, of: "nobody|cannot|none|nothing")
        || passage.has(["no", "longer|one|credit|hour"], at: token + $0)
        || passage.has(["any", "more|longer"], at: token + $0)
    }
  }

  /// "They never expire before the term does": no end.
  func isNeverEnding(before token: Int) -> Bool {
    passage.isOne(token - 1, of: "expire|expires|lapse|lapses|end|ends")
      && (2...4).contains { passage.isOne(token - $0, of: "never|not|cannot") }
  }

  private static let openings: WordSet = [
    "on", "available", "usable", "redeemable", "accessible", "unlocked", "released", "activated", "provisioned",
    "opens",
    "open", "opened", "starts", "begins", "live", "appears", "valid", "enabled", "loaded", "credited",
  ]

  /// "is switched on three months after the Start Date", "becomes available ninety days after signature": the first day.
  func opensLater(at token: Int) -> TimeStatement? {
    guard let value = passage.value(at: token), case .duration(let length) = value.value, length.unit != .hour,
      Self.openings.contains(passage.word(token - 1)),
      passage.isOne(value.tokens.upperBound, of: "after|from|following"),
      passage.word(token - 1) != "on" || passage.isOne(token - 2, of: "switched|turned|put|switches|turns"),
      passage.word(token - 1) != "valid" && passage.word(token - 1) != "open"
        || passage.isOne(token - 2, of: "becomes|become"),
      !(1...5).contains(where: { passage.isOne(token - $0, of: "not|no|remain|remains|stays|stay|longer") }),
      let day = parser.point(at: token), case .after = day.value
    else { return nil }
    return make(.start, point: day.value, token, day.end)
  }
}

extension TimeStatement {
  /// The day that it ends on, where that is one to count from.
  fileprivate var lastDay: TimePoint? {
    if let point {
      switch point {
      case .endOf, .date, .anchor("term_end"): return point
      default: return nil
      }
    }
    switch period {
    case .between(_, let last): if case .date = last { return last } else { return nil }
    case .duration, nil: return nil
    case let period?: return .endOf(period)
    }
  }
}

extension TimeParser {
  /// `halfway through the second Order Year`, `the mid-point of the term`, `midway through the term`.
  func halfway(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    let width =
      passage.has(["halfway|midway", "through|into"], at: token) || passage.has(["middle|midpoint", "of"], at: token)
      ? 2 : passage.has(["mid|half", "point|way", "of|through"], at: token) ? 3 : 0
    guard width > 0, let whole = period(at: token + width, depth: depth + 1) else { return nil }
    switch whole.value {
    case .term: return (.endOf(.parts(1, 1, of: 2, .term)), whole.end)
    case .contractYears(let first, let last) where first == last: break
    case .fiscalYear, .calendarYear: break
    default: return nil
    }
    return (.endOf(.slice(1, months: 6, of: whole.value)), whole.end)
  }

  /// `the first day of the second`, `the end of the third`: of the contract years, one of which was spoken of just before.
  func dayOfNext(at token: Int) -> Parsed<TimePoint>? {
    let isStart = passage.has(["first", "day", "of", "the"], at: token)
    guard isStart || passage.has(["last", "day", "of", "the"], at: token),
      let number = Ordinals.value(passage.word(token + 4)),
      [".", ",", ";", ")", "", "it", "they", "until", "to", "on", "and"].contains(passage.word(token + 5)),
      antecedentPeriod?.isContractYear == true || antecedent?.isEdgeOfContractYear == true
    else { return nil }
    let year = TimePeriod.contractYears(number, number)
    return (isStart ? .startOf(year) : .endOf(year), token + 5)
  }
}

extension TimePeriod {
  fileprivate var isContractYear: Bool { if case .contractYears = self { true } else { false } }
}

extension TimePoint {
  fileprivate var isEdgeOfContractYear: Bool {
    switch self {
    case .startOf(let period), .endOf(let period): period.isContractYear
    default: false
    }
  }
}
