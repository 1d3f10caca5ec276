// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// How often something comes again, with the tokens that say it.
struct RecurrenceReading {
  var tokens: Range<Int>
  var every: Recurrence.Every
}

extension ValueScan {
  /// A recurrence that starts at a token: `each Contract Year`, `per annum`, `every six months`, `quarterly`, `/month`.
  func recurrence(at start: Int, isBehindValue: Bool) -> RecurrenceReading? {
    if has(start, .each) { return eachRecurrence(at: start) }
    if has(start, .adverb) { return adverbRecurrence(at: start) }
    // `$500 a month`, `twice a year`
    guard has(start, .article), follows(start), follows(start + 1),
      has(start + 1, [.time, .yearKind, .half])
        || self.is(start + 1, .annum), isBehindValue || isTimes(start - 1), let period = period(at: start + 1),
      period.end == start + (has(start + 1, .yearKind) ? 3 : 2), !isShift(period.end)
    else { return nil }
    if let often = times(before: start) { return frequency(often, period, from: start) }
    return RecurrenceReading(tokens: start..<period.end, every: period.every)
  }

  /// How many times, where `once`, `twice`, `three times` stand before `a year`, `per year` or `yearly`.
  private func times(before start: Int) -> (count: Int, start: Int)? {
    guard follows(start), !isSign(start, 0x2F) else { return nil }
    let at = start - 1
    if isSpelled(at, "once") { return (1, at) }
    if isSpelled(at, "twice") { return (2, at) }
    if isSpelled(at, "thrice") { return (3, at) }
    guard isSpelled(at, "times") || isSpelled(at, "time"), follows(at) else { return nil }
    let count = isClosing(at - 1) ? at - 2 : at - 1
    let isRestated = isClosing(at - 1) && isOpening(at - 3) && has(at - 4, .cardinal)
    if let number = integer(count, digits: 3) { return (number, isRestated ? at - 4 : count) }
    if has(count, .cardinal) { return (Int(meaning(count).number), count) }
    // "hours of an architect's time per year": no number of times.
    return isSpelled(at, "times") ? (0, at) : nil
  }

  /// Twice a year is every half-year; three times a year is nothing that comes at even intervals we name.
  private func frequency(
    _ often: (count: Int, start: Int), _ period: (every: Recurrence.Every, end: Int), from start: Int
  ) -> RecurrenceReading? {
    let every: Recurrence.Every
    switch (period.every, often.count) {
    case (_, 1): every = period.every
    case (.contract_year, 2), (.calendar_year, 2), (.fiscal_year, 2): every = .half_year
    case (.contract_year, 4), (.calendar_year, 4), (.fiscal_year, 4), (.half_year, 2): every = .quarter
    case (.contract_year, 12), (.calendar_year, 12), (.fiscal_year, 12), (.quarter, 3), (.half_year, 6): every = .month
    default: return nil
    }
    return RecurrenceReading(tokens: (often.count == 1 ? start : often.start)..<period.end, every: every)
  }

  /// `a year earlier`: a distance, no rate.
  func isShift(_ i: Int) -> Bool {
    ["earlier", "ago", "later", "before", "after", "from", "prior", "hence"].contains { isSpelled(i, $0) }
  }

  func isTimes(_ i: Int) -> Bool {
    isSpelled(i, "once") || isSpelled(i, "twice") || isSpelled(i, "times") || has(i, .noun) && has(i, .plural)
  }

  private func eachRecurrence(at start: Int) -> RecurrenceReading? {
    var at = start + 1
    guard follows(at) else { return nil }
    if isSign(start, 0x2F) {
      guard isGlued(at) || flags(start).contains(.spaceBefore), start > 0, isWord(at), !has(at, .yearKind) else {
        return nil
      }
      guard let period = period(at: at), period.end == at + 1, !isMonthsOf(at) else { return nil }
      return RecurrenceReading(tokens: start..<period.end, every: period.every)
    }
    if self.is(at, .and), has(at + 1, .each) { at += 2 }
    if self.is(at, .of), self.is(at + 1, .the) { at += 2 }
    if self.is(at, .of), isSpelled(at + 1, "its") { at += 2 }
    if self.is(at, .other) { return nil }
    // `every third month` is every quarter; `every second year` is none that we name.
    if has(at, .ordinal), at == start + 1 || at == start + 2 && self.is(start + 1, .and) {
      return every(nth: Int(meaning(at).ordinal), at: at + 1, from: start)
    }
    while has(at, .ordinal), follows(at), !has(at, .time) || has(at + 1, [.time, .yearKind, .cardinal]) { at += 1 }
    if self.is(at, .next) || isSpelled(at, "successive") || isSpelled(at, "consecutive") { at += 1 }
    // `each successive period of six months`
    if self.is(at, .period), self.is(at + 1, .of), follows(at + 1) { at += 2 }
    // "each of the first six months" comes every month, "each six months" every half-year.
    let isPart = at > start + 1 && has(at - 1, .ordinal) && self.is(start + 1, .of)
    if !isPart, let spelled = numberOfMonths(at: at) {
      return RecurrenceReading(tokens: start..<spelled.end, every: spelled.every)
    }
    if let counted = numeral(at: at), counted.tokens.lowerBound == at,
      let period = period(at: counted.tokens.upperBound),
      has(period.end - 1, .plural), at > start + 1
    {
      return RecurrenceReading(tokens: start..<period.end, every: period.every)
    }
    guard let period = period(at: at) else { return nil }
    if let often = times(before: start) { return frequency(often, period, from: start) }
    return RecurrenceReading(tokens: start..<period.end, every: period.every)
  }

  /// So many months or quarters from one to the next.
  private func every(nth number: Int, at start: Int, from first: Int) -> RecurrenceReading? {
    guard follows(start), let period = period(at: start), !has(period.end - 1, .plural) else { return nil }
    let months: Int
    switch period.every {
    case .month: months = number
    case .quarter: months = number * 3
    case .half_year: months = number * 6
    default: return nil
    }
    guard let every = Self.every(months: Decimal(months)) else { return nil }
    return RecurrenceReading(tokens: first..<period.end, every: every)
  }

  private static func every(months: Decimal) -> Recurrence.Every? {
    switch months {
    case 1: .month
    case 3: .quarter
    case 6: .half_year
    case 12: .contract_year
    default: nil
    }
  }

  private func isMonthsOf(_ i: Int) -> Bool { has(i, .plural) }

  /// `six months`, `twelve-month period`, `3 months`.
  private func numberOfMonths(at start: Int) -> (every: Recurrence.Every, end: Int)? {
    guard isNumber(start) || has(start, [.cardinal, .tens]), let number = numeral(at: start),
      let length = duration(number)?.duration, var end = duration(number)?.tokens.upperBound
    else { return nil }
    guard let months = length.months, let every = Self.every(months: months) else { return nil }
    if self.is(end, .period), follows(end) { end += 1 }
    return (every, end)
  }

  /// A period's name: `contract year`, `calendar quarter`, `annum`, `year of the Term`, `half-year`.
  private func period(at start: Int) -> (every: Recurrence.Every, end: Int)? {
    var at = start
    var year = Recurrence.Every.contract_year
    for _ in 0..<3 where has(at, .yearKind) && follows(at) {
      if isSpelled(at, "calendar") { year = .calendar_year }
      if isSpelled(at, "fiscal") || isSpelled(at, "financial") { year = .fiscal_year }
      at += 1
    }
    guard follows(at) else { return nil }
    // `each Annual Period`
    if at > start, isSpelled(at - 1, "annual"), self.is(at, .period) { return (.contract_year, at + 1) }
    if self.is(at, .annum) { return (.contract_year, at + 1) }
    // `per FY`; `each FY 2031` names one.
    if isSpelled(at, "fy"), !(follows(at + 1) && isNumber(at + 1)) { return (.fiscal_year, at + 1) }
    if has(at, .half), follows(at + 1), meaning(at + 1).time == .year { return (.half_year, at + 2) }
    if let end = halfOfYear(at: at) { return (.half_year, end) }
    guard has(at, .time) else { return nil }
    switch meaning(at).time {
    case .year: return (year, at + 1)
    case .quarter: return (.quarter, at + 1)
    case .month: return (.month, at + 1)
    default: return nil
    }
  }

  /// `half of a contract year`, `half of the year`.
  private func halfOfYear(at start: Int) -> Int? {
    guard has(start, .half), self.is(start + 1, .of), follows(start + 1) else { return nil }
    var at = start + 2
    if has(at, .article) || self.is(at, .the) { at += 1 }
    while has(at, .yearKind), follows(at), at < start + 6 { at += 1 }
    return follows(at) && meaning(at).time == .year ? at + 1 : nil
  }

  private func adverbRecurrence(at start: Int) -> RecurrenceReading? {
    if self.is(start, .p) { return perAnnum(at: start) }
    if isHyphened(start) {
      let before = start - 1
      if self.is(before, .semi) || self.is(before, .bi) || self.is(before, .half) {
        guard meaning(start).every == .year else { return nil }
        return RecurrenceReading(tokens: before..<(start + 1), every: .half_year)
      }
      return nil
    }
    if self.is(start, .annual), !isAllotment(start + 1), !(isPlainWord(start + 1) && isAllotment(start + 2)),
      !isOwnFund(behind: start)
    {
      return nil
    }
    if let often = times(before: start) {
      let every: Recurrence.Every
      switch meaning(start).every {
      case .year: every = .contract_year
      case .quarter: every = .quarter
      case .month: every = .month
      default: return nil
      }
      return frequency(often, (every, start + 1), from: start)
    }
    switch meaning(start).every {
    case .none: return nil
    case .year: return RecurrenceReading(tokens: start..<(start + 1), every: .contract_year)
    case .halfYear: return RecurrenceReading(tokens: start..<(start + 1), every: .half_year)
    case .quarter: return RecurrenceReading(tokens: start..<(start + 1), every: .quarter)
    case .month: return RecurrenceReading(tokens: start..<(start + 1), every: .month)
    }
  }

  /// `an annual education allowance`: one word may stand between; what is paid is no allotment.
  private func isPlainWord(_ i: Int) -> Bool {
    isWord(i) && follows(i) && !isCapitalised(i)
      && !["fee", "fees", "subscription", "licence", "license", "support", "maintenance", "service", "sla"].contains {
        isSpelled(i, $0)
      }
  }

  /// `an annual basis`, `annual allotment`: something that comes again, not a fee's name.
  private func isAllotment(_ i: Int) -> Bool {
    [
      "basis", "allotment", "allowance", "allocation", "entitlement", "grant", "pool", "quota", "budget", "credit",
      "credits",
    ]
    .contains { isSpelled(i, $0) }
  }

  /// `an annual Success Fund`, `an annual customer adoption fund`: money that is set aside again each year.
  private func isOwnFund(behind start: Int) -> Bool {
    for at in start + 1...start + 3 where follows(at) && isWord(at) {
      if ["fund", "stipend", "endowment", "vouchers"].contains(where: { isSpelled(at, $0) }) { return true }
      if ["fee", "fees", "subscription", "mutual", "pension"].contains(where: { isSpelled(at, $0) }) { return false }
    }
    return false
  }

  /// `p.a.`
  private func perAnnum(at start: Int) -> RecurrenceReading? {
    guard isSign(start + 1, 0x2E), self.is(start + 2, .a), isGlued(start + 1), isGlued(start + 2) else { return nil }
    let end = isSign(start + 3, 0x2E) && isGlued(start + 3) ? start + 4 : start + 3
    return RecurrenceReading(tokens: start..<end, every: .contract_year)
  }
}
