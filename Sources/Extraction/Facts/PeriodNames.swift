// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// Collects stretches of time that a document gives a name of its own: `from 1 May 2031 to 30 April 2032 (the "Pilot
/// Year")`, `"Redemption Window" means the first six months of the Term`, `Build Phase: 1 May 2031 - 31 July 2031`.
struct PeriodNames {
  let context: DocumentContext

  /// By the name in lower case, as the words give them: which days they are is worked out where they are used.
  func read() -> [String: TimePeriod] {
    var found: [String: TimePeriod] = [:]
    let definitions = DefinitionReader(context: context)
    for token in context.stream.tokens.indices where context.stream.tokens[token].flags.contains(.quoteBefore) {
      guard found.count < Self.most else { break }
      guard let end = closing(token), let term = definitions.terms(in: token..<end).first, term.utf8.count > 2,
        found[term] == nil, let period = period(named: token..<end, definitions)
      else { continue }
      found[term] = period
    }
    readLabels(into: &found)
    return found
  }

  private static let most = 40

  private func closing(_ token: Int) -> Int? {
    let near = token..<min(context.stream.count, token + 8)
    return near.first { context.stream.tokens[$0].flags.contains(.quoteAfter) }.map { $0 + 1 }
  }

  // MARK: In quotation marks

  private static let last: WordSet = [
    "period", "window", "phase", "timeframe", "span", "season", "stage", "interval",
  ]
  private static let verbs: WordSet = [
    "means", "is", "mean", "be", "runs", "lasts", "covers", "extends", "comprises", "stands", "denotes", "signifies",
    "refers", "designates", "are",
  ]

  /// The period that a quoted name stands for; nil where it names none.
  private func period(named range: Range<Int>, _ definitions: DefinitionReader) -> TimePeriod? {
    let sentence = context.sentence(of: range.lowerBound)
    let open = definitions.opening(before: range.lowerBound)
    if let open, let days = days(before: open) { return days }
    guard Self.last.contains(context.folded(range.upperBound - 1)) else { return nil }
    if let open, open >= sentence.lowerBound {
      let before = max(sentence.lowerBound, open - 24)..<open
      guard mayTellTime(before) else { return nil }
      return finder(range, sentence).statements(in: before).last { $0.tokens.upperBound >= open - 1 }.flatMap(span)
    }
    let behind = range.upperBound..<min(sentence.upperBound, range.upperBound + 3)
    guard let verb = behind.first(where: { Self.verbs.contains(context.folded($0)) }) else { return nil }
    var rest = (verb + 1)..<max(verb + 1, min(sentence.upperBound, verb + 32))
    guard mayTellTime(rest) else { return nil }
    if let first = rest.first, ["for", "to"].contains(context.folded(first)) { rest = (first + 1)..<rest.upperBound }
    let finder = finder(range, sentence)
    if let period = finder.parser.period(at: rest.lowerBound) { return period.value }
    return finder.statements(in: rest).first.flatMap(span)
  }

  /// What is defined may count from what the document names elsewhere: days are left to be worked out.
  private func finder(_ range: Range<Int>, _ sentence: Range<Int>) -> TimeFinder {
    let near = sentence.clamped(to: max(0, range.lowerBound - 40)..<(range.upperBound + 40))
    return TimeFinder(PassageText(context, near), knowledge: DocumentKnowledge())
  }

  /// Most definitions of agreements tell no time: asked before words are spelled out.
  private func mayTellTime(_ range: Range<Int>) -> Bool {
    !context.values(in: range).isEmpty || context.firstIndex(of: "year", in: range) != nil
      || context.firstIndex(of: "years", in: range) != nil
      || context.names(in: range).contains { $0.list == "anchor" }
  }

  private func span(_ statement: TimeStatement) -> TimePeriod? {
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
    guard dates.count == 2, dates[0].date < dates[1].date,
      dates[1].tokens.lowerBound - dates[0].tokens.upperBound <= 4
    else { return nil }
    let between = context.words(dates[0].tokens.upperBound..<dates[1].tokens.lowerBound)
    let isJoined =
      between.contains(where: Self.joining.contains)
      || between.isEmpty && context.stream.tokens[dates[1].tokens.lowerBound].flags.contains(.hyphenBefore)
    return isJoined ? .between(.date(DateValue(dates[0].date)), .date(DateValue(dates[1].date))) : nil
  }

  private static let joining: WordSet = ["to", "through", "until", "till", "-", "–", "—", "thru"]

  // MARK: As labels

  /// `Build Phase: 1 May 2031 to 31 July 2031`: a line of a name and two days.
  private func readLabels(into found: inout [String: TimePeriod]) {
    for block in context.source.blocks.indices {
      guard found.count < Self.most else { return }
      let tokens = context.stream.tokens(ofBlock: block)
      guard tokens.count >= 5, tokens.count <= 24 else { continue }
      let dates = context.dates(in: tokens)
      guard dates.count == 2, let colon = tokens.prefix(6).first(where: { isColon($0, tokens) }), colon > tokens.lowerBound,
        dates[0].tokens.lowerBound - colon <= 3, Self.last.contains(context.folded(colon - 1)),
        context.isCapitalised(tokens.lowerBound), let period = joined(dates)
      else { continue }
      let name = context.words(tokens.lowerBound..<colon).joined(separator: " ")
      if name.utf8.count > 6, found[name] == nil { found[name] = period }
    }
  }

  /// A colon, or the first token of the next cell.
  private func isColon(_ token: Int, _ block: Range<Int>) -> Bool {
    context.folded(token) == ":"
      || token > block.lowerBound && context.stream.tokens[token].flags.contains(.cellStart)
  }

  /// Of the names those that the term itself goes by where it is called by no other.
  static func term(in periods: [String: TimePeriod]) -> Period? {
    for name in [
      "term", "initial term", "subscription term", "order term", "subscription", "subscription period", "contract term",
      "contract period", "period", "year", "subscription year", "contract year",
    ] {
      if case .between(.date(let first), .date(let last))? = periods[name], let start = first.date, let end = last.date {
        return Period(start: start, end: end)
      }
    }
    return nil
  }
}
