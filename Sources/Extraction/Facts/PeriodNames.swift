// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// Collects stretches of time that a document gives a name of its own: `from 1 May 2031 to 30 April 2032 (the "Pilot
/// Year")`, `"Redemption Window" means the first six months of the Term`, `Build Phase: 1 May 2031 - 31 July 2031`.
struct PeriodNames {
  let context: DocumentContext
  /// What is known already: days that periods begin with may have names of their own.
  var knowledge = DocumentKnowledge()

  /// By the name in lower case, as the words give them: which days they are is worked out where they are used.
  func read() -> [String: TimePeriod] {
    guard context.isOfOrderLength || context.mayGrant else { return [:] }
    var found: [String: TimePeriod] = [:]
    // What counts from a day that nothing gives: its name stands for no other stretch.
    var open: [String: TimePeriod] = [:]
    let definitions = DefinitionReader(context: context)
    for token in context.quotes {
      guard found.count < Self.most else { break }
      guard let end = closing(token), let period = period(named: token..<end, definitions),
        let term = definitions.terms(in: token..<end).first, term.utf8.count > 1, found[term] == nil
      else { continue }
      if period.isUndated { open[term] = period } else { found[term] = period }
    }
    readSequences(into: &found)
    readUnquoted(into: &found)
    readCalled(into: &found)
    readNumbered(into: &found)
    readLabels(into: &found)
    return found.merging(open) { own, _ in own }
  }

  static let most = 40

  private func closing(_ token: Int) -> Int? {
    let near = token..<min(context.stream.count, token + 8)
    return near.first { context.stream.tokens[$0].flags.contains(.quoteAfter) }.map { $0 + 1 }
  }

  // MARK: In quotation marks

  static let last: WordSet = [
    "period", "window", "phase", "timeframe", "span", "season", "stage", "interval",
  ]
  static let verbs: WordSet = [
    "means", "is", "mean", "be", "runs", "lasts", "covers", "extends", "comprises", "stands", "denotes", "signifies",
    "refers", "designates", "are", ":", "=", "opens", "begins", "starts",
  ]

  /// The period that a quoted name stands for; nil where it names none.
  private func period(named range: Range<Int>, _ definitions: DefinitionReader) -> TimePeriod? {
    let sentence = context.sentence(of: range.lowerBound)
    let open = definitions.opening(before: range.lowerBound) ?? hereinafter(range.lowerBound)
    if let open, let days = days(before: open) { return days }
    let last = context.folded(range.upperBound - 1)
    let isStretch = Self.last.contains(last) || isOwnYear(range)
    guard isStretch || !Self.common.contains(last) else { return nil }
    if let open, open >= sentence.lowerBound, let part = part(before: open, sentence) { return part }
    // "The first six months of the order are the 'Ramp-up'": what is said before must be a stretch as a whole.
    if !isStretch, let before = saidBefore(range, sentence) { return whole(before, range, sentence) }
    if !isStretch, open == nil, let rest = behindVerb(range, sentence) { return opened(rest, range, sentence) }
    guard isStretch else { return nil }
    if let open, open >= sentence.lowerBound {
      let before = max(sentence.lowerBound, open - 24)..<open
      guard mayTellTime(before.suffix(12)) else { return nil }
      return finder(range, sentence).statements(in: before).last { $0.tokens.upperBound >= open - 1 }.flatMap(span)
    }
    if let before = saidBefore(range, sentence) {
      return whole(before, range, sentence) ?? finder(range, sentence).statements(in: before).last.flatMap(span)
        ?? days(before: before.upperBound)
    }
    guard let rest = behindVerb(range, sentence) else { return nil }
    // "The 'Window' opens on the Start Date and closes on 31 October"
    if context.isOne(rest.lowerBound - 1, of: "opens|begins|starts") {
      let finder = finder(range, sentence)
      guard context.isOne(rest.lowerBound, of: "on|with|at"),
        let first = finder.parser.point(at: rest.lowerBound + 1),
        let last = finder.statements(in: first.end..<max(first.end, rest.upperBound)).first, last.role == .end,
        let end = last.point
      else { return nil }
      return .between(first.value, end)
    }
    let finder = finder(range, sentence)
    if let period = finder.parser.period(at: rest.lowerBound) { return period.value }
    return finder.statements(in: rest).first.flatMap(span)
  }

  /// `1 May 2031 through 31 July 2031 is the "Trial Period"`, `… are called the "Trial Period"`: what stands before.
  func saidBefore(_ range: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound - 1
    if at > sentence.lowerBound, context.isOne(at, of: Self.articles) { at -= 1 }
    if at > sentence.lowerBound, context.folded(at) == "as" { at -= 1 }
    if at > sentence.lowerBound, context.folded(at) == "to", context.folded(at - 1) == "referred" { at -= 1 }
    if at > sentence.lowerBound, context.isOne(at, of: Self.calling) { at -= 1 }
    guard at > sentence.lowerBound + 2, context.isOne(at, of: Self.being) else { return nil }
    let before = max(sentence.lowerBound, at - 24)..<at
    return mayTellTime(before) ? before : nil
  }

  private static let articles: WordSet = ["the", "a", "our"]
  private static let calling: WordSet = ["called", "named", "termed", "referred", "known", "designated"]
  private static let being: WordSet = ["is", "are", "being"]

  /// "Last Year", "Pilot Year"; the years that every contract has are read with more care.
  private func isOwnYear(_ range: Range<Int>) -> Bool {
    context.isOne(range.upperBound - 1, of: Self.ownYears) && range.count >= 2
      && !context.isOne(range.upperBound - 2, of: Self.years)
  }

  private static let ownYears: WordSet = ["year", "half"]

  private static let common: WordSet = [
    "year", "years", "half", "quarter", "month", "day", "date", "term", "agreement",
  ]

  private static let years: WordSet = [
    "contract", "subscription", "order", "fiscal", "financial", "calendar", "service", "commitment", "the", "a",
    "licence", "license", "term", "agreement", "membership", "school",
  ]

  /// What is defined may count from what the document names elsewhere: days are left to be worked out.
  func finder(_ range: Range<Int>, _ sentence: Range<Int>) -> TimeFinder {
    let near = sentence.clamped(to: max(0, range.lowerBound - 40)..<(range.upperBound + 40))
    return TimeFinder(PassageText(context, near), knowledge: knowledge)
  }

  /// Most definitions of agreements tell no time: asked before words are spelled out.
  func mayTellTime(_ range: Range<Int>) -> Bool {
    !context.values(in: range).isEmpty || context.firstIndex(of: "year", in: range) != nil
      || !knowledge.definedDates.isEmpty && context.firstIndex(of: "date", in: range) != nil
      || context.firstIndex(of: "years", in: range) != nil
      || context.names(in: range).contains { $0.list == "anchor" }
  }

  func span(_ statement: TimeStatement) -> TimePeriod? {
    if let period = statement.period {
      // A length alone says nothing of when it runs.
      if case .duration(_, nil) = period { return nil }
      return period
    }
    guard statement.role == .end, let point = statement.point else { return nil }
    return .between(.startOf(.term), point)
  }

  /// Two days with a word for `until` between them, right before the bracket or with their length behind them.
  private func days(before open: Int) -> TimePeriod? {
    let from = max(context.sentence(of: open).lowerBound, open - 26)
    let dates = context.dates(in: from..<open).suffix(2)
    guard dates.count == 2, let last = dates.last, open - last.tokens.upperBound <= 9 else { return nil }
    let behind = last.tokens.upperBound..<open
    guard context.firstIndex(of: ".", in: behind) == nil, context.firstIndex(of: ";", in: behind) == nil else {
      return nil
    }
    return joined(Array(dates))
  }

  private func joined(_ dates: [(date: CalendarDate, tokens: Range<Int>)]) -> TimePeriod? {
    guard dates.count == 2, dates[0].date < dates[1].date else { return nil }
    guard dates[1].tokens.lowerBound - dates[0].tokens.upperBound <= 14 else { return nil }
    let between = context.words(dates[0].tokens.upperBound..<dates[1].tokens.lowerBound).withoutBrackets
    guard between.count <= 4 else { return nil }
    // "to but excluding 1 October 2031"
    if between.contains("excluding") {
      return .between(.date(DateValue(dates[0].date)), .date(DateValue(dates[1].date.adding(days: -1))))
    }
    let isJoined =
      between.contains(where: Self.joining.contains)
      || between.isEmpty && context.stream.tokens[dates[1].tokens.lowerBound].flags.contains(.hyphenBefore)
    return isJoined ? .between(.date(DateValue(dates[0].date)), .date(DateValue(dates[1].date))) : nil
  }

  private static let joining: WordSet = ["to", "through", "until", "till", "-", "–", "—", "thru"]

  // MARK: As labels and in tables

  /// `Build Phase: 1 May 2031 to 31 July 2031`: a line of a name and two days.
  private func readLabels(into found: inout [String: TimePeriod]) {
    let dates = context.dates(in: 0..<context.stream.count).prefix(400)
    for (first, last) in zip(dates, dates.dropFirst()) where first.date < last.date {
      guard found.count < Self.most, let period = joined([first, last]),
        let name = label(before: first.tokens.lowerBound), found[name] == nil
      else { continue }
      found[name] = period
    }
  }

  /// The name of a label that ends right before a token, in lower case.
  private func label(before token: Int) -> String? {
    var end = token
    while end > 0, token - end < 3, context.isOne(end - 1, of: ":|from|-|–") { end -= 1 }
    if let bracketed = bracketed(token) { return bracketed }
    guard end < token || context.stream.tokens[token].flags.contains(.cellStart), end > 1,
      context.isOne(end - 1, of: Self.last)
    else { return nil }
    var start = end - 1
    while start > 0, end - start < 5, !isLineStart(start) { start -= 1 }
    guard isLineStart(start), context.isCapitalised(start), end - start > 1 else { return nil }
    return context.words(start..<end).joined(separator: " ")
  }

  /// `Stage 1 (1 May 2031 to 30 April 2032)`: a numbered part with its days in a bracket.
  private func bracketed(_ token: Int) -> String? {
    guard token > 3, context.isOne(token - 1, of: "(|:") else { return nil }
    let number = context.folded(token - 2)
    guard Int(number) != nil || Ordinals.cardinal(number) != nil || number.utf8.count == 1,
      context.isCapitalised(token - 3),
      context.isOne(token - 3, of: Self.last)
        || context.isOne(token - 3, of: "half|part|leg|year")
    else { return nil }
    return context.folded(token - 3) + " " + number
  }

  private func isLineStart(_ token: Int) -> Bool {
    // "2. Redemption Window: …"
    if token > 1, context.folded(token - 1) == ".", context.stream.tokens[token - 2].tokenClass == .number {
      return isLineStart(token - 2)
    }
    return !context.stream.tokens[token].flags.isDisjoint(with: [.lineStart, .blockStart, .cellStart])
  }

  /// Of the names those that the term itself goes by where it is called by no other.
  static func term(in periods: [String: TimePeriod]) -> Period? {
    for name in [
      "term", "initial term", "subscription term", "order term", "subscription", "subscription period", "contract term",
      "contract period", "period", "year", "subscription year", "contract year",
    ] {
      if case .between(.date(let first), .date(let last))? = periods[name], let start = first.date, let end = last.date
      {
        return Period(start: start, end: end)
      }
    }
    return nil
  }
}

extension TimePeriod {
  /// Counts from what has no date.
  var isUndated: Bool { if case .duration(_, .anchor("unknown")?) = self { true } else { false } }

  /// Has two ends of its own.
  var isBounded: Bool { if case .duration(_, nil) = self { false } else { true } }
}

extension [String] {
  /// Without what stands in brackets.
  var withoutBrackets: [String] {
    var depth = 0
    return filter { word in
      if word == "(" { depth += 1 }
      defer { if word == ")" { depth = Swift.max(0, depth - 1) } }
      return depth == 0
    }
  }
}
