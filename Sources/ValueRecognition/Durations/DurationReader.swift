// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A length of time with the tokens that say it.
struct DurationReading {
  var tokens: Range<Int>
  var duration: CalendarDuration
  var problems: [Problem.Code] = []
  /// What stands against the amount, in the same unit.
  var other: Decimal?
}

extension TimeWord {
  /// The unit of durations, and how many of it one of these is.
  var unit: (CalendarDuration.Unit, Int)? {
    switch self {
    case .none: nil
    case .second: (.second, 1)
    case .minute: (.minute, 1)
    case .hour: (.hour, 1)
    case .day: (.day, 1)
    case .week: (.week, 1)
    case .fortnight: (.week, 2)
    case .month: (.month, 1)
    case .quarter: (.quarter, 1)
    case .halfYear: (.month, 6)
    case .year: (.year, 1)
    case .decade: (.year, 10)
    case .century: (.year, 100)
    }
  }
}

extension ValueScan {
  /// A duration whose figure is this number: `twelve (12) months`, `24-month`, `ten business days`,
  /// `one year and six months`.
  func duration(_ numeral: Numeral) -> DurationReading? {
    guard var found = singleDuration(numeral) else { return nil }
    addFurtherUnits(&found)
    addHalf(&found)
    addRestatement(&found)
    return found
  }

  private func singleDuration(_ numeral: Numeral) -> DurationReading? {
    guard let unit = timeUnit(behind: numeral), let (kind, factor) = meaning(unit.at).time.unit else { return nil }
    if isYearNumber(numeral), !has(unit.at, .plural) { return nil }
    if kind == .quarter, self.is(unit.at + 1, .of) {
      return quarters(numeral.value, from: numeral.tokens.lowerBound, at: unit.at)
    }
    if kind == .second, !has(unit.at, .plural), numeral.value != 1 { return nil }
    return DurationReading(
      tokens: numeral.tokens.lowerBound..<(unit.at + 1),
      duration: CalendarDuration(amount: numeral.value * Decimal(factor), unit: kind, isBusiness: unit.isBusiness),
      problems: numeral.problems, other: numeral.other.map { $0 * Decimal(factor) })
  }

  /// `three quarters of a year`, `a quarter of an hour`; not `two quarters of the Term`.
  private func quarters(_ count: Decimal, from start: Int, at quarter: Int) -> DurationReading? {
    guard self.is(quarter + 1, .of), has(quarter + 2, .article), follows(quarter + 3), count <= 3,
      has(quarter + 3, .time), !has(quarter + 3, .plural), let (unit, factor) = meaning(quarter + 3).time.unit,
      unit != .quarter, unit != .second
    else { return nil }
    return DurationReading(
      tokens: start..<(quarter + 4), duration: CalendarDuration(amount: count * Decimal(factor) / 4, unit: unit))
  }

  /// The unit of time behind a number, past `calendar`, `business`, `consecutive`, `full` and the like.
  private func timeUnit(behind numeral: Numeral) -> (at: Int, isBusiness: Bool)? {
    var at = numeral.tokens.upperBound
    var isBusiness = false
    if has(at - 1, .dozen), self.is(at, .of), follows(at) { at += 1 }
    // `sixty (60) or more days`
    if isSpelled(at, "or"), isSpelled(at + 1, "more"), follows(at), follows(at + 1) { at += 2 }
    for _ in 0..<4 {
      guard follows(at) else { return nil }
      if isDash(at), !flags(at).contains(.spaceBefore), follows(at + 1) {
        at += 1
        continue
      }
      if isSign(at, 0x2F), isGlued(at), has(at + 1, .manner) { return nil }
      if has(at, .time), !(isGlued(at) && isAmbiguousLetter(at)) { return (at, isBusiness) }
      guard has(at, .manner) || isSpelled(at, "fiscal") && has(at + 1, .time) else { return nil }
      if isBusinessWord(at) { isBusiness = true }
      at += 1
    }
    return nil
  }

  private func isBusinessWord(_ i: Int) -> Bool {
    ["business", "working", "banking", "trading"].contains { isSpelled(i, $0) }
  }

  /// `5h` is hours; other single letters are not read as units of time.
  private func isAmbiguousLetter(_ i: Int) -> Bool { length(i) == 1 && !isSpelled(i, "h") }

  func isSpelled(_ i: Int, _ word: String) -> Bool {
    guard i >= 0, i < count, length(i) == word.utf8.count else { return false }
    return zip(slice(i), word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// `2024` before a singular: a year's number, no count.
  func isYearNumber(_ numeral: Numeral) -> Bool {
    guard numeral.tokens.count == 1, let year = integer(numeral.tokens.lowerBound, digits: 4) else { return false }
    return year >= 1900 && year <= 2100
  }

  /// `one year and six months`, `two hours 30 minutes`, `4 weeks and 3 days`: added up where the units allow.
  private func addFurtherUnits(_ found: inout DurationReading) {
    for _ in 0..<2 {
      var at = found.tokens.upperBound
      let isJoined = self.is(at, .and) || isSign(at, 0x2C)
      if isJoined { at += 1 }
      if isSign(at - 1, 0x2C), self.is(at, .and) { at += 1 }
      guard follows(at), let next = figureOrWordNumeral(at), let more = singleDuration(next),
        let sum = CalendarDuration.sum(found.duration, more.duration)
      else { return }
      found.duration = sum
      found.problems += more.problems
      found.tokens = found.tokens.lowerBound..<more.tokens.upperBound
    }
  }

  private func figureOrWordNumeral(_ at: Int) -> Numeral? {
    isNumber(at) || has(at, [.cardinal, .tens]) ? numeral(at: at) : nil
  }

  /// `a year and a half`.
  private func addHalf(_ found: inout DurationReading) {
    let at = found.tokens.upperBound
    guard self.is(at, .and), follows(at), has(at + 1, .article), let (part, end) = fraction(at: at + 1),
      !has(end, [.time, .scale, .noun])
    else { return }
    found.duration.amount += part
    found.tokens = found.tokens.lowerBound..<end
  }

  /// `one year (12 months)`, `thirty days (30)`.
  private func addRestatement(_ found: inout DurationReading) {
    let open = found.tokens.upperBound
    guard isOpening(open), follows(open), let next = figureOrWordNumeral(open + 1) else { return }
    if let second = singleDuration(next), isClosing(second.tokens.upperBound),
      second.duration.isSameLength(found.duration)
    {
      found.tokens = found.tokens.lowerBound..<(second.tokens.upperBound + 1)
    } else if isClosing(next.tokens.upperBound), next.value == found.duration.amount, !next.isWords {
      found.tokens = found.tokens.lowerBound..<(next.tokens.upperBound + 1)
    }
  }

  /// `a year` behind `for`, `within` and the like; `half a year`, `a year and a half`, `half an hour`.
  func articleDuration(at start: Int, floor: Int) -> DurationReading? {
    if has(start, .half) { return halfDuration(at: start) }
    guard has(start, .article), follows(start + 1), !isHyphened(start + 1) else { return nil }
    var at = start + 1
    if self.is(at, .quarter), let part = quarters(1, from: start, at: at) { return part }
    if has(at, .half), follows(at + 1), has(at + 1, .time), let (unit, factor) = meaning(at + 1).time.unit {
      return halves(start..<(at + 2), unit, factor)
    }
    var isBusiness = false
    while has(at, .manner), follows(at + 1), at < start + 3 {
      if isBusinessWord(at) { isBusiness = true }
      at += 1
    }
    guard has(at, .time), !has(at, .plural), let (unit, factor) = meaning(at).time.unit, unit != .second,
      unit != .quarter
    else { return nil }
    var found = DurationReading(
      tokens: start..<(at + 1),
      duration: CalendarDuration(amount: Decimal(factor), unit: unit, isBusiness: isBusiness))
    let bare = found.tokens
    addHalf(&found)
    if found.tokens != bare { return found }
    addFurtherUnits(&found)
    if found.tokens != bare { return found }
    guard length(at) > 2, !isHyphened(at + 1), !isTimes(start - 1) else { return nil }
    if isShift(at + 1), follows(at + 1) { return found }
    if start == floor, start > 0, follows(start) { return nil }
    return !follows(start) || has(start - 1, .beforeLength) ? found : nil
  }

  private func halfDuration(at start: Int) -> DurationReading? {
    var at = start + 1
    if has(at, .article) { at += 1 }
    guard follows(at), has(at, .time), !has(at, .plural), let (unit, factor) = meaning(at).time.unit else { return nil }
    // `half-year` alone is a period of the calendar, `half-day` a manner of class.
    if at == start + 1, isHyphened(at) { return nil }
    return halves(start..<(at + 1), unit, factor)
  }

  private func halves(_ tokens: Range<Int>, _ unit: CalendarDuration.Unit, _ factor: Int) -> DurationReading {
    DurationReading(tokens: tokens, duration: CalendarDuration(amount: Decimal(factor) / 2, unit: unit))
  }
}

extension CalendarDuration {
  /// Both together in the smaller unit, where one is a fixed number of the other; nil where they cannot be added.
  static func sum(_ first: CalendarDuration, _ second: CalendarDuration) -> CalendarDuration? {
    guard first.unit != second.unit, first.isBusiness == second.isBusiness else { return nil }
    if let a = first.months, let b = second.months, first.unit.rank > second.unit.rank {
      return CalendarDuration(amount: a + b, unit: .month)
    }
    if let a = first.days, let b = second.days, first.unit.rank > second.unit.rank {
      return CalendarDuration(amount: a + b, unit: .day, isBusiness: first.isBusiness)
    }
    switch (first.unit, second.unit) {
    case (.hour, .minute):
      let minutes = first.amount * 60 + second.amount
      let hours = minutes / 60
      return hours * 60 == minutes && hours.exponent >= -4
        ? CalendarDuration(amount: hours, unit: .hour) : CalendarDuration(amount: minutes, unit: .minute)
    case (.minute, .second): return CalendarDuration(amount: first.amount * 60 + second.amount, unit: .second)
    default: return nil
    }
  }

  func isSameLength(_ other: CalendarDuration) -> Bool {
    if let a = months, let b = other.months { return a == b }
    if let a = days, let b = other.days { return a == b }
    return amount == other.amount && unit == other.unit
  }
}

extension CalendarDuration.Unit {
  fileprivate var rank: Int {
    switch self {
    case .second: 0
    case .minute: 1
    case .hour: 2
    case .day: 3
    case .week: 4
    case .month: 5
    case .quarter: 6
    case .year: 7
    }
  }
}
