// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Periods: `Contract Year 2`, `the first half of the Term`, `the calendar quarter in which …`.
extension TimeParser {
  /// A period that is named at `token`, with the day in brackets behind it that cuts it: `FY30 (to the Order End Date)`.
  func period(at token: Int, depth: Int = 0) -> Parsed<TimePeriod>? {
    guard let whole = wholePeriod(at: token, depth: depth) else { return nil }
    guard depth < 4, passage.word(whole.end) == "(" else { return whole }
    let at = passage.has(["up", "to|until"], at: whole.end + 1) ? whole.end + 2 : whole.end + 1
    let isEnd = passage.isOne(at, of: "to|until|till|through|ending")
    guard isEnd || passage.isOne(at, of: "from|starting|beginning|commencing"),
      let day = point(at: passage.isOne(at + 1, of: "on|with|at") ? at + 2 : at + 1, depth: depth + 1),
      passage.word(day.end) == ")"
    else { return whole }
    return (isEnd ? .between(.startOf(whole.value), day.value) : .between(day.value, .endOf(whole.value)), day.end + 1)
  }

  private func wholePeriod(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    guard depth < 5 else { return nil }
    var at = token
    while passage.isOne(at, of: "the|its|each|of|such|this|a|entire|whole|full|then|current|same"), at < token + 4 {
      // "Full Year 2": a name that the document gave.
      if passage.context.isCapitalised(at), let named = namedPeriod(at: at) { return named }
      at += 1
    }
    if let units = ownUnits(at: at) { return units }
    // "the period of four months commencing on the Effective Date"
    if passage.has(["period|time|span|stretch", "of"], at: at), passage.value(at: at + 2) != nil,
      let counted = countedMonths(at: at + 2)
    {
      return counted
    }
    if let bounded = startingAndEnding(at: at, depth: depth) { return bounded }
    if let rest = restOf(at: at, depth: depth) { return rest }
    if passage.word(at + 1) == "'s", passage.isOne(at + 2, of: "fiscal|financial") { at += 2 }
    if passage.has(["month|quarter|year", "of"], at: at), let value = passage.value(at: at + 2),
      case .date = value.value
    {
      at += 2
    }
    if let named = namedPeriod(at: at) { return withTail(named) }
    if let years = lastYears(at: at) ?? contractYears(at: at) { return years }
    if let antecedentPeriod,
      passage.has(["same|said|that|such", Self.saidPeriods], at: at == token ? at : at - 1)
        || passage.has(["same", "period"], at: at - 1)
    {
      let isHere = passage.isOne(at, of: Self.saidPeriods)
      return (antecedentPeriod, isHere ? at + 1 : at + 2)
    }
    if let same = sameLength(at: at) { return same }
    if let all = allYears(at: at) { return all }
    if let parts = allParts(at: at, depth: depth) { return parts }
    if let unit = calendarUnit(at: at, depth: depth) { return unit }
    if let part = firstPart(at: at, depth: depth) ?? laterPart(at: at, depth: depth) { return part }
    if let months = months(at: at) ?? countedMonths(at: at) { return months }
    if let parts = parts(at: at, depth: depth) { return parts }
    if let slice = slice(at: at, depth: depth) ?? monthOfTerm(at: at) { return slice }
    if let term = term(at: at) { return term }
    return nil
  }

  /// The first day of a month of a year: `April 2026`.
  func monthStart(at token: Int) -> Parsed<TimePoint>? {
    guard let value = passage.value(at: token), case .date(let date) = value.value, date.day == nil,
      let month = date.month, let year = date.year
    else { return nil }
    return (.startOf(.month(month, year: year)), value.tokens.upperBound)
  }

  /// `months 1 to 6`, `weeks one through six of the Term`, `month two`.
  func months(at token: Int) -> Parsed<TimePeriod>? {
    let unit: CalendarDuration.Unit
    switch passage.word(token) {
    case "months", "month": unit = .month
    case "weeks": unit = .week
    default: return nil
    }
    guard let first = Int(passage.word(token + 1)) ?? Ordinals.cardinal(passage.word(token + 1)),
      (1...120).contains(first)
    else { return nil }
    if passage.word(token) == "month" {
      guard passage.value(at: token + 1).map({ $0.tokens.count == 1 }) ?? true else { return nil }
      return (.slice(first, months: 1, of: .term), token + 2)
    }
    // "months 1-12"
    let isHyphened =
      passage.range.contains(token + 2) && passage.context.stream.tokens[token + 2].flags.contains(.hyphenBefore)
    let at = isHyphened ? token + 2 : token + 3
    guard isHyphened || passage.isOne(token + 2, of: "to|through|-|–|until"),
      let last = Int(passage.word(at)) ?? Ordinals.cardinal(passage.word(at)), last >= first, last <= 120
    else { return nil }
    var end = at + 1
    if passage.word(end) == "of", let term = period(at: end + 1), term.value == .term { end = term.end }
    let whole = CalendarDuration(amount: Decimal(last), unit: unit)
    let length = CalendarDuration(amount: Decimal(last - first + 1), unit: unit)
    return (first == 1 ? .first(whole, of: .term) : .last(length, of: .first(whole, of: .term)), end)
  }

  private static let saidPeriods: WordChoice = "period|time|year|quarter|half|window|phase"

  /// `three months`, `two quarters`, `three half-years`.
  func length(at token: Int) -> (CalendarDuration, Int)? {
    if let value = passage.value(at: token), case .duration(let duration) = value.value {
      return (duration, value.tokens.upperBound)
    }
    guard let count = Ordinals.cardinal(passage.word(token)) ?? Int(passage.word(token)), count > 0, count < 400 else {
      return nil
    }
    let behind = pastFigures(token + 1)
    let at = passage.isOne(behind, of: "calendar|contract|full|whole|consecutive") ? behind + 1 : behind
    let months: Int
    switch passage.word(at) {
    case "quarters", "quarter": months = 3
    case "months" where at > behind: months = 1
    case "years" where at > behind: months = 12
    default: return nil
    }
    return (CalendarDuration(amount: Decimal(months * count), unit: .month), at + 1)
  }

  /// `third month of the Order Term`, `second quarter of Contract Year 1`.
  func slice(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    let isHalfYear = passage.has(["half", "year", "of"], at: token + 1)
    if passage.isOne(token, of: "closing|last|final"), isHalfYear || passage.has(["quarter|half", "of"], at: token + 1)
    {
      let months = passage.word(token + 1) == "quarter" ? 3 : 6
      let length = CalendarDuration(amount: Decimal(months), unit: .month)
      let at = token + (isHalfYear ? 4 : 3)
      if let whole = period(at: at, depth: depth + 1) { return (.last(length, of: whole.value), whole.end) }
      return runningThing(at: at).map { (.last(length, of: .term), $0) }
    }
    if let long = longSlices(at: token, depth: depth) { return long }
    guard let ordinal = Ordinals.value(passage.word(token)) ?? part(at: token) else { return nil }
    // "the eighteenth (18th) month"
    for width in [3, 4] where passage.word(token + 1) == "(" && passage.word(token + width) == ")" {
      return slice(ordinal, from: token + width, depth: depth)
    }
    if passage.word(token + 1) == "and", let last = Ordinals.value(passage.word(token + 2)), last == ordinal + 1,
      let rest = slice(at: token + 2, depth: depth), case .slice(_, let months, let whole) = rest.value
    {
      // "the second and third months of the Term"
      return (.between(.startOf(.slice(ordinal, months: months, of: whole)), .endOf(rest.value)), rest.end)
    }
    return slice(ordinal, from: token, depth: depth)
  }

  /// `thirteenth through twenty-fourth month of the Term`, `twenty-first month of the Term`.
  func longSlices(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    guard let first = longOrdinal(at: token) else { return nil }
    var last = first
    if passage.isOne(first.end, of: "through|to|until|-|–") {
      let next = passage.word(first.end + 1) == "the" ? first.end + 2 : first.end + 1
      guard let other = longOrdinal(at: next), other.value > first.value else { return nil }
      last = other
    } else if first.end == token + 1 {
      return nil
    }
    guard passage.isOne(last.end, of: "month|months") else { return nil }
    var end = last.end + 1
    if passage.word(end) == "of" {
      guard let whole = period(at: end + 1, depth: depth + 1), whole.value == .term else { return nil }
      end = whole.end
    }
    let until = CalendarDuration(amount: Decimal(last.value), unit: .month)
    let length = CalendarDuration(amount: Decimal(last.value - first.value + 1), unit: .month)
    return (.last(length, of: .first(until, of: .term)), end)
  }

  private static let tens = ["twenty": 20, "thirty": 30, "forty": 40, "fifty": 50]
  private static let tenths = ["thirtieth": 30, "fortieth": 40]

  /// `thirteenth`, `twenty-fourth`, `13th`.
  func longOrdinal(at token: Int) -> (value: Int, end: Int)? {
    if let value = Ordinals.value(passage.word(token)) { return (value, token + 1) }
    let word = passage.word(token)
    // "the 7th month", where the letters stand as a word of their own
    if let number = Int(word), (1...120).contains(number), passage.isOne(token + 1, of: "st|nd|rd|th"),
      passage.context.isGlued(token)
    {
      return (number, token + 2)
    }
    if let tens = Self.tens[word], let units = Ordinals.value(passage.word(token + 1)), units < 10 {
      return (tens + units, token + 2)
    }
    if let tens = Self.tenths[word] { return (tens, token + 1) }
    guard word.utf8.count <= 4, ["st", "nd", "rd", "th"].contains(where: word.hasSuffix),
      let value = Int(word.dropLast(2))
    else { return nil }
    return (1...120).contains(value) ? (value, token + 1) : nil
  }

  /// "the back half", "the opening quarter".
  private func part(at token: Int) -> Int? {
    guard passage.isOne(token + 1, of: "half|quarter|month") else { return nil }
    switch passage.word(token) {
    case "back", "latter": return passage.word(token + 1) == "half" ? 2 : nil
    case "front", "former": return passage.word(token + 1) == "half" ? 1 : nil
    case "opening": return 1
    default: return nil
    }
  }

  /// `month of the Order Term` behind its number, which ends at `token`.
  private func slice(_ ordinal: Int, from token: Int, depth: Int) -> Parsed<TimePeriod>? {
    // "from the beginning of the third month": of the term, where nothing says of what.
    if passage.word(token + 1) == "month", passage.isOne(token - 3, of: "beginning|start|end"),
      passage.word(token - 2) == "of", passage.word(token - 1) == "the",
      ["", ".", ",", ";", ")", "on", "onwards"].contains(passage.word(token + 2))
    {
      return (.slice(ordinal, months: 1, of: .term), token + 2)
    }
    // "the first half-year of Contract Year 2"
    if passage.has(["half", "year", "of"], at: token + 1), let whole = period(at: token + 4, depth: depth + 1) {
      return (.slice(ordinal, months: 6, of: whole.value), whole.end)
    }
    guard passage.word(token + 2) == "of" else { return nil }
    let months: Int
    switch passage.word(token + 1) {
    case "month", "months": months = 1
    case "quarter", "quarters": months = 3
    case "half": months = 6
    default: return nil
    }
    guard let whole = period(at: token + 3, depth: depth + 1) else {
      return runningThing(at: token + 3).map { (.slice(ordinal, months: months, of: .term), $0) }
    }
    return (.slice(ordinal, months: months, of: whole.value), whole.end)
  }

  /// `second half of the Term`, `opening half of the order`, `first two thirds of the Pilot Phase`, `last third of it`.
  func parts(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    let isLast = passage.isOne(token, of: "last|final|closing|latter|back")
    let isFirst = passage.isOne(token, of: "first|opening|initial|former|front")
    let ordinal = Ordinals.value(passage.word(token))
    guard isLast || isFirst || ordinal != nil || passage.word(token) == "middle" else { return nil }
    let isTwo = passage.isOne(token + 1, of: "two|2")
    let at = isTwo ? token + 2 : token + 1
    let count: Int
    switch passage.word(at) {
    case "half" where !isTwo: count = 2
    case "third" where !isTwo, "thirds" where isTwo: count = 3
    default: return nil
    }
    guard passage.word(at + 1) == "of", let whole = whole(at: at + 2, depth: depth) else { return nil }
    switch whole.value {
    // "the first half of Contract Year 2" is its first six months, also where the year is cut short.
    case .contractYears where count == 2, .calendarYear where count == 2, .fiscalYear where count == 2: return nil
    default: break
    }
    let width = isTwo ? 2 : 1
    let first = isLast ? count - width + 1 : passage.word(token) == "middle" ? 2 : isFirst ? 1 : ordinal ?? 1
    guard first + width - 1 <= count, !(passage.word(token) == "middle" && count == 2) else { return nil }
    return (.parts(first, first + width - 1, of: count, whole.value), whole.end)
  }

  private func whole(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    period(at: token, depth: depth + 1) ?? runningThing(at: token).map { (.term, $0) }
  }

  func term(at token: Int) -> Parsed<TimePeriod>? {
    if let anchor = passage.anchor(at: token), anchor.entry == "term" { return (.term, anchor.tokens.upperBound) }
    // "for the remainder of the Duration": a name for it, which no "of" ties to another thing.
    if passage.isOne(token, of: "duration|tenure"), passage.context.isCapitalised(token),
      passage.word(token + 1) != "of", passage.word(token - 1) == "the"
    {
      return (.term, token + 1)
    }
    return namedPeriod(at: token)
  }

}
