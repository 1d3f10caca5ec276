// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A number of things with the tokens that say it.
struct QuantityReading {
  var tokens: Range<Int>
  var amount: Decimal
  var unit: String
  var per: String?
  var problems: [Problem.Code] = []
  /// What stands against the amount.
  var other: Decimal?
}

extension ValueScan {
  /// A quantity whose figure is this number: `10,000 API calls per day`, `5 GB`, `one hundred (100) training credits`.
  func quantity(_ numeral: Numeral) -> QuantityReading? {
    var at = numeral.tokens.upperBound
    if has(at - 1, .dozen), self.is(at, .of), follows(at) { at += 1 }
    if isCapitalised(at), isHeadingNumber(numeral), !isMeasure(at) { return nil }
    let before = numeral.tokens.lowerBound - 1
    if has(before, .label), isCapitalised(before), follows(before + 1) { return nil }
    guard let head = head(from: at, numeral) else { return nil }
    var found = QuantityReading(
      tokens: numeral.tokens.lowerBound..<(head.at + 1), amount: numeral.value, unit: head.unit,
      problems: numeral.problems, other: numeral.other)
    settleCount(&found, numeral, isMeasure: isMeasure(head.at))
    found.per = rate(behind: head.at + 1)
    return found
  }

  /// `120.000 calls`, `1,525 calls`: things are counted whole. Where the document writes decimals with that sign, the
  /// doubt stays. Gigabytes and kilometres have decimals.
  private func settleCount(_ found: inout QuantityReading, _ numeral: Numeral, isMeasure: Bool) {
    guard let doubt = numeral.doubt else { return }
    if isMeasure, doubt.isSettled || !doubt.isPoint { return }
    found.amount = doubt.grouped
    let isSettled = convention == .point ? !doubt.isPoint : convention == .comma && doubt.isPoint
    if isSettled || convention == .unknown && !doubt.isPoint { return }
    found.other = doubt.decimal
    if !found.problems.contains(.ambiguousNumber) { found.problems.append(.ambiguousNumber) }
  }

  /// A unit of physics or computing: a noun without a plural of its own.
  private func isMeasure(_ i: Int) -> Bool { has(i, .noun) && meaning(i).isMeasure }

  /// The noun that is counted: the first noun that is no attribute of a further one.
  private func head(from start: Int, _ numeral: Numeral) -> (at: Int, unit: String)? {
    var at = start
    var steps = 0
    // `6 x 1-hour sessions`
    if self.is(at, .timesSign) || self.is(at, .x), lasting(at + 1) != nil { at += 1 }
    while steps < 4 {
      guard follows(at), steps == 0 || !isGlued(at) else { return nil }
      if steps == 0, let behind = lasting(at) {
        at = behind
        steps += 1
        continue
      }
      // `10 consulting days`
      if steps > 0, meaning(at).time == .day, has(at, .plural), !isHyphened(at), has(at - 1, .modifier),
        !has(at - 1, .manner)
      {
        return (at, "day")
      }
      if isDash(at), isGlued(at), has(at + 1, .noun) {
        at += 1
        continue
      }
      guard isWord(at), !has(at, .function) || has(at, .noun) else { return temperature(at) }
      if let worked = workedTime(at) { return worked }
      if has(at, .noun), !isAttribute(at, numeral) { return unitName(at, numeral, steps) }
      guard mayStandBetween(at, steps, numeral) else { return nil }
      at += 1
      steps += 1
    }
    return nil
  }

  /// `person-days`, `FTE days`, `man hours`, `participant days`, `seat-days`.
  private func workedTime(_ at: Int) -> (at: Int, unit: String)? {
    let doer = meaning(at).doer
    guard doer != .none, follows(at + 1), has(at + 1, .time), !has(at + 2, .noun) || !isHyphened(at + 2) else {
      return nil
    }
    switch (meaning(at + 1).time, doer) {
    case (.day, .worker): return (at + 1, "person day")
    case (.hour, .worker): return (at + 1, "person hour")
    case (.day, _): return (at + 1, "participant day")
    case (.hour, _): return (at + 1, "participant hour")
    default: return nil
    }
  }

  /// Past `60-minute` in `ten 60-minute sessions`.
  private func lasting(_ at: Int) -> Int? {
    guard isNumber(at), follows(at), isHyphened(at + 1), has(at + 1, .time), follows(at + 2), !isHyphened(at + 2) else {
      return nil
    }
    return at + 2
  }

  private func unitName(_ at: Int, _ numeral: Numeral, _ steps: Int) -> (at: Int, unit: String)? {
    let index = Int(meaning(at).noun)
    guard index >= 0, index < lexicon.nouns.count else { return nil }
    // `2025 plan users`: a year's number counts only what stands right behind it.
    if isYearNumber(numeral), steps > 0 || !has(at, .plural) { return nil }
    // `7.2 Patient record`: a section's number and heading.
    if numeral.value != 1, !has(at, .plural), steps > 0, !isHyphened(at) { return nil }
    // `9.3 Review`, `Fax 5550 Email:`: a heading, a label.
    if numeral.value != 1, !has(at, .plural), isCapitalised(at) {
      if isSign(at + 1, 0x3A) || flags(at).contains(.lineStart) || slice(at - 1).contains(0x2E) { return nil }
    }
    // A single of many things is an attribute: `50 user plan`; hyphened it counts: `50-user`.
    if numeral.value != 1, !has(at, .plural), !isHyphened(at), follows(at + 1), isWord(at + 1), !has(at + 1, .function)
    {
      return nil
    }
    // `two exam attempts` are exams.
    if self.is(at - 1, .exam) || self.is(at - 1, .certification), lexicon.nouns[index] == "attempt" {
      return (at, "exam")
    }
    return (at, lexicon.nouns[index])
  }

  /// `credit` in `100 credit vouchers`, `user` in `50 user licenses`.
  private func isAttribute(_ at: Int, _ numeral: Numeral) -> Bool {
    guard !has(at, .plural), follows(at + 1), isWord(at + 1), !isHyphened(at) else { return false }
    if has(at + 1, .noun), has(at + 1, .plural) || numeral.value == 1 { return true }
    return has(at + 1, .modifier) && has(at + 2, .noun) && follows(at + 2)
  }

  /// Words between a number and its noun: those known to qualify, and names of products.
  private func mayStandBetween(_ at: Int, _ steps: Int, _ numeral: Numeral) -> Bool {
    if has(at, .modifier) || has(at, .noun) && !has(at, .plural) { return true }
    if isHyphened(at + 1), !isHyphened(at), !has(at, .time) { return true }
    // `6 two-day workshops`
    if isHyphened(at) { return has(at - 1, [.cardinal, .half]) || !has(at, .time) && !has(at, .noun) }
    guard isCapitalised(at), !has(at, [.party, .function, .month, .weekday, .time, .currency]) else { return false }
    return !isYearNumber(numeral)
  }

  /// `7.2` at a line's start: a section's number.
  private func isHeadingNumber(_ numeral: Numeral) -> Bool {
    let start = numeral.tokens.lowerBound
    guard numeral.tokens.count == 1, flags(start).contains(.lineStart), length(start) <= 5 else { return false }
    return slice(start).contains(0x2E)
  }

  /// `20 °C`, `68 degrees Fahrenheit` come as degrees.
  private func temperature(_ at: Int) -> (at: Int, unit: String)? {
    guard length(at) == 2, bytes[Int(tokens[at].start)] == 0xC2, bytes[Int(tokens[at].start) + 1] == 0xB0 else {
      return nil
    }
    if isSpelled(at + 1, "c") { return (at + 1, "celsius") }
    return isSpelled(at + 1, "f") ? (at + 1, "fahrenheit") : nil
  }

  /// `per day`, `a month`, `/ year`, `daily`, `per user per month` (the month).
  func rate(behind start: Int) -> String? {
    guard follows(start) else { return nil }
    if isSpelled(start, "daily") { return "day" }
    if isSpelled(start, "monthly") { return "month" }
    if isSpelled(start, "annually") || isSpelled(start, "yearly") { return "year" }
    var at = start
    for _ in 0..<2 {
      guard has(at, [.each, .article]), follows(at + 1) else { return nil }
      var unit = at + 1
      if has(unit, .yearKind), !has(unit, .time) { unit += 1 }
      if has(unit, .time), !has(unit, .plural) {
        switch meaning(unit).time {
        case .second: return "second"
        case .minute: return "minute"
        case .hour: return "hour"
        case .day: return "day"
        case .week: return "week"
        case .month: return "month"
        case .quarter: return "quarter"
        case .year: return "year"
        default: return nil
        }
      }
      if self.is(unit, .annum) { return "year" }
      at += 2
    }
    return nil
  }
}
