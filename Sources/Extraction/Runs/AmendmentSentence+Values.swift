// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// The value that a sentence of an amendment gives instead of another.
extension AmendmentSentence {
  /// "From $60,000 to $75,000", "by $15,000 to $75,000", "until 31 December", "by six months".
  func value(of verb: Verb) -> AmendedValue? {
    if let factor = Self.factors[context.folded(verb.token)] {
      return AmendedValue(content: .factor(factor), way: .to)
    }
    var relative: AmendedValue.Content?
    for token in verb.token..<range.upperBound where !isQuoted(token) {
      let word = context.folded(token)
      if ["to", "until", "till", "through"].contains(word), let content = value(behind: token, within: 3) {
        return AmendedValue(content: content, way: .to)
      }
      if ["to", "until", "till", "through", "with"].contains(word), isEndOfTerm(behind: token) {
        return AmendedValue(content: .endOfTerm, way: .to)
      }
      if word == "by", relative == nil, !isExchange(behind: token) { relative = value(behind: token, within: 4) }
      if ["becomes", "become"].contains(word), let content = value(behind: token, within: 4) {
        return AmendedValue(content: content, way: .to)
      }
      if verb.isTentative, word == "from", let day = date(behind: token, within: 3) {
        return AmendedValue(content: .start(day), way: .to)
      }
      if verb.isTentative, !["of", "effective", "after"].contains(word), let day = day(behind: token) {
        return AmendedValue(content: .day(day), way: .to)
      }
    }
    let way: AmendedValue.Way = Self.down.contains(context.folded(verb.token)) ? .down : .up
    if verb.isTentative, verb.isPassive, let day = statedDay(behind: verb.token) {
      return AmendedValue(content: .day(day), way: .to)
    }
    if let relative {
      if case .day = relative { return nil }
      return AmendedValue(content: relative, way: way)
    }
    return length(behind: verb.token).map { AmendedValue(content: $0, way: way) }
  }

  private static let factors: [String: Decimal] = [
    "doubled": 2, "double": 2, "doubles": 2, "tripled": 3, "triple": 3, "triples": 3, "trebled": 3, "quadrupled": 4,
    "halved": Decimal(string: "0.5") ?? 0, "halve": Decimal(string: "0.5") ?? 0,
    "halves": Decimal(string: "0.5") ?? 0,
  ]
  private static let down: WordSet = [
    "reduced", "reduce", "reduces", "lowered", "lower", "lowers", "decreased", "decrease", "decreases", "shortened",
    "shorten", "shortens", "cut", "cuts", "falls", "fall", "drops", "curtailed", "brought", "bring", "brings",
  ]

  /// "Extended for six months", "for a further six months": a length that is added.
  private func length(behind verb: Int) -> AmendedValue.Content? {
    for (duration, tokens) in context.durations(in: verb..<range.upperBound) where tokens.lowerBound <= verb + 8 {
      let before = (max(verb, tokens.lowerBound - 3)..<tokens.lowerBound)
      let isMore = before.contains { context.isOne($0, of: "further|another|additional|more|extra") }
      let isTime = context.isOne(verb, of: "extended|extend|extends|prolonged|prolong|prolongs|renewed|renew|renews")
      guard isMore || isTime && before.contains(where: { context.folded($0) == "for" }) else { continue }
      return .length(months: duration.months?.wholeNumber, days: duration.days?.wholeNumber)
    }
    return nil
  }

  // MARK: Days

  /// "The expiry date of the credits is now 31 May 2029": what the verb is said of is a day.
  private func statedDay(behind verb: Int) -> CalendarDate? {
    guard context.isOne(verb, of: "be|is|now"), let day = date(behind: verb, within: 2),
      (range.lowerBound..<verb).contains(where: { context.isOne($0, of: "date|day|deadline|expiry|end|expiration") })
    else { return nil }
    return day
  }

  /// "From 8 to 12": what there was; nil where a day stands there.
  func former(of verb: Verb) -> AmendedValue.Content? {
    guard let from = (verb.token..<range.upperBound).first(where: { !isQuoted($0) && context.folded($0) == "from" })
    else { return nil }
    switch value(behind: from, within: 2) {
    case .number(let amount): return .number(amount)
    case .money(let amount): return .money(amount)
    default: return nil
    }
  }

  /// The last day that a word brings: "on 31 May", "by 31 May", "before 31 May", "until the end of May 2029".
  private func day(behind token: Int) -> CalendarDate? {
    let word = context.folded(token)
    guard Self.dayWords.contains(word) else { return nil }
    guard let value = date(behind: token, within: 4) else { return nil }
    switch word {
    case "before": return value.adding(days: -1)
    case "of", "from", "effective":
      guard word != "of" || context.isOne(max(token - 1, range.lowerBound), of: "as|effective") else {
        return nil
      }
      // "As of 31 December" is the last day, "as of 1 January" the first one without.
      return value.adding(days: 1).day == 1 ? value : value.adding(days: -1)
    default: return value
    }
  }

  private static let dayWords: WordSet = [
    "on", "by", "at", "before", "until", "till", "through", "to", "than", "after", "of", "from", "effective",
  ]

  /// A whole date, or the last day of a month or year; what stands between is an article or "and including".
  private func date(behind token: Int, within distance: Int) -> CalendarDate? {
    for value in context.values(in: (token + 1)..<range.upperBound) {
      guard value.tokens.lowerBound <= token + distance else { return nil }
      guard case .date(let date) = value.value else { continue }
      let isJoined = (token + 1..<value.tokens.lowerBound).allSatisfy { context.isOne($0, of: Self.joints) }
      guard isJoined else { return nil }
      return date.date ?? Self.lastDay(of: date)
    }
    return nil
  }

  private static let joints: WordSet = [
    "the", "end", "of", "and", "including", "close", "latest", "at", "last", "day", "as", "no", "later", "than",
  ]

  static func lastDay(of date: DateValue) -> CalendarDate? {
    guard date.day == nil, date.otherReading == nil, date.part == nil, let year = date.year else { return nil }
    let month = date.month ?? 12
    return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
  }

  /// Until when what a sentence ends still goes on: "ends on 31 May", "with effect from 1 June the … is withdrawn".
  func lastDay(of verb: Verb) -> CalendarDate? {
    for token in range where !isQuoted(token) {
      let isStart = context.isOne(token, of: "of|from|effective")
      guard token > verb.token || isStart, let day = day(behind: token) else { continue }
      if isStart, token < verb.token, context.folded(token) == "of",
        !context.isOne(max(token - 1, range.lowerBound), of: "as")
      {
        continue
      }
      return day
    }
    return nil
  }

  /// The day, or the contract year, from which on the sentence changes something.
  func start(but change: AmendedValue?) -> AmendmentStart? {
    switch change?.content {
    case .number, .money, .percent, .factor: break
    default: return nil
    }
    for token in range where !isQuoted(token) && context.isOne(token, of: "from|of|effective|starting|beginning|on") {
      let isOpening = context.isOne(token, of: "from|effective|starting|beginning")
      let isAfter = token > range.lowerBound && context.isOne(token - 1, of: "as|effective|starting|beginning|effect")
      guard isOpening || isAfter else { continue }
      if let date = context.dates(in: (token + 1)..<min(range.upperBound, token + 8)).first,
        (token + 1..<date.tokens.lowerBound).allSatisfy({ context.isOne($0, of: "the|as|of|from|on") })
      {
        let next = date.tokens.upperBound
        if next < range.upperBound, context.isOne(next, of: "to|until|through|till") { continue }
        return .day(date.date)
      }
      if let year = contractYear(behind: token) { return .contractYear(year) }
    }
    return nil
  }

  /// "From the second contract year", "from contract year 2".
  private func contractYear(behind token: Int) -> Int? {
    let words = ((token + 1)..<min(range.upperBound, token + 7)).map { context.folded($0) }
    guard let year = words.firstIndex(of: "year"), year <= 4 else { return nil }
    for word in words[..<year] { if let number = Ordinals.value(word) { return number } }
    guard year + 1 < words.count else { return nil }
    return Ordinals.cardinal(words[year + 1]) ?? Int(words[year + 1]).flatMap { (1...15).contains($0) ? $0 : nil }
  }

  /// "The end of the Term", "the Order End Date".
  private func isEndOfTerm(behind token: Int) -> Bool {
    context.names(in: (token + 1)..<min(range.upperBound, token + 8)).contains { name in
      name.isOfTerm
        && (token + 1..<name.tokens.lowerBound).allSatisfy { context.isOne($0, of: "the|end|of|whole|entire") }
    }
  }

  /// Whether a value, or a word that brings a day, stands right behind "instead of".
  func isValue(behind token: Int) -> Bool {
    guard token + 1 < range.upperBound else { return false }
    if context.isOne(token + 1, of: "until|till|to|by|on|from|only|currently|previously") { return true }
    return context.values(in: (token + 1)..<range.upperBound).first.map { $0.tokens.lowerBound <= token + 2 } ?? false
  }

  /// "Is amended by replacing twenty with ten": the first of the two is no difference.
  private func isExchange(behind by: Int) -> Bool {
    guard by + 1 < range.upperBound else { return false }
    return context.isOne(by + 1, of: "replacing|substituting|deleting|striking|exchanging|changing|amending|removing")
  }

  func value(behind token: Int, within distance: Int) -> AmendedValue.Content? {
    var best: (value: ValueMention, content: AmendedValue.Content)?
    for value in context.values(in: (token + 1)..<range.upperBound) {
      guard value.tokens.lowerBound <= token + distance else { break }
      guard let content = Self.content(value.value) else { continue }
      if let found = best, found.value.tokens.count >= value.tokens.count { continue }
      if let found = best, value.tokens.lowerBound >= found.value.tokens.upperBound { break }
      best = (value, content)
    }
    return best?.content
  }

  static func content(_ value: Value) -> AmendedValue.Content? {
    switch value {
    case .money(let amount, _): .money(amount)
    case .number(let amount): .number(amount)
    case .quantity(let amount, let unit, _):
      // Storage is counted in gigabytes.
      .number(unit == "tb" ? amount * 1000 : unit == "mb" ? amount / 1000 : amount)
    case .percent(let amount): .percent(amount)
    case .date(let date): (date.date ?? lastDay(of: date)).map { .day($0) }
    case .duration(let duration):
      // A number of hours or days is how much there is.
      duration.months == nil && duration.unit == .hour
        ? .number(duration.amount) : .length(months: duration.months?.wholeNumber, days: duration.days?.wholeNumber)
    case .recurrence: nil
    }
  }
}
