// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// What some words say of a stretch of time: its first day, its last day, its length.
struct TermSpan {
  var start: CalendarDate?
  var end: CalendarDate?
  var months: Decimal?
  /// The words that say so.
  var tokens: Range<Int>

  var isEmpty: Bool { start == nil && end == nil && months == nil }
  /// Start and end are given or can be worked out.
  var isComplete: Bool { [start != nil, end != nil, months != nil].filter { $0 }.count >= 2 }

  var hasBothDays: Bool { start != nil && end != nil }

  /// The third of start, end and length from the other two; nil where they contradict one another.
  var completed: (start: CalendarDate, end: CalendarDate)? {
    if let start, let end { return start < end ? (start, end) : nil }
    guard let length = months?.wholeNumber, length > 0 else { return nil }
    if let start { return (start, start.end(ofMonths: length)) }
    if let end { return (end.adding(days: 1).adding(months: -length), end) }
    return nil
  }
}

/// Reads a stretch of time from the words that give it: `from D1 until D2`, `D1 – D2 (36 months)`, `three years,
/// counted from the Start Date`, `five calendar years, the first of which is 2031`.
struct TermSpanReader {
  let context: DocumentContext
  let days: NamedDays
  /// The day of the last signature, where it is known.
  var signed: CalendarDate?

  private enum Item { case day(first: CalendarDate, last: CalendarDate), length(Decimal) }

  /// What a range says. `opens`: a day that no word introduces is the first one, as in a label's value.
  func period(in range: Range<Int>, opens: Bool = false) -> TermSpan {
    var period = TermSpan(tokens: range)
    var previous: (day: CalendarDate, end: Int)?
    var from = range.lowerBound
    var low = range.upperBound
    var high = range.lowerBound
    for (item, tokens) in items(in: range) {
      let gap = context.words(max(from, tokens.lowerBound - 12)..<max(from, tokens.lowerBound))
      defer { from = tokens.upperBound }
      switch item {
      case .length(let months):
        guard period.months == nil, !isOtherLength(tokens, gap) else { continue }
        period.months = months
        if let year = firstYear(after: tokens.upperBound, limit: range.upperBound), period.start == nil {
          period.start = CalendarDate(year: year, month: 1, day: 1)
        }
      case .day(let first, let last):
        // "to but excluding 1 October 2031": the day before it is the last.
        let last = gap.suffix(3).contains("excluding") || gap.last == "exclusive" ? last.adding(days: -1) : last
        if let before = previous, before.day < last,
          joins(gap.withoutBrackets, tokens, opensWithBetween(before.end))
        {
          if period.end == nil || period.start == nil {
            (period.start, period.end) = (before.day, last)
          } else if let end = period.end, before.day == end.adding(days: 1) {
            // Years that follow one another: `D1 – D2, D3 – D4`.
            period.end = last
          }
          previous = nil
        } else {
          switch role(gap) ?? roleBehind(tokens, range) {
          case .start?: period.start = period.start ?? first
          case .end?: if period.end == nil { period.end = last }
          case nil: if opens, period.start == nil { period.start = first }
          }
          previous = (first, tokens.upperBound)
        }
      }
      low = min(low, tokens.lowerBound)
      high = max(high, tokens.upperBound)
    }
    if low < high { period.tokens = low..<high }
    if let start = period.start, let end = period.end, start >= end { period.end = nil }
    return period
  }

  // MARK: Items

  /// Days, months as days, days by their names, and lengths, in text order.
  private func items(in range: Range<Int>) -> [(Item, Range<Int>)] {
    var found: [(Item, Range<Int>)] = []
    for mention in context.values(in: range) where mention.tokens.upperBound <= range.upperBound {
      switch mention.value {
      case .date(let value):
        if let day = value.date {
          found.append((.day(first: day, last: day), mention.tokens))
        } else if value.day == nil, let year = value.year, let month = value.month,
          let first = CalendarDate(year: year, month: month, day: 1)
        {
          found.append((.day(first: first, last: first.end(ofMonths: 1)), mention.tokens))
        }
      case .duration(let duration):
        if let months = duration.months, months > 0 { found.append((.length(months), mention.tokens)) }
      default: continue
      }
    }
    found += anniversaries(in: range) + countedYears(in: range)
    for (day, tokens) in days.mentions(in: range) where !found.contains(where: { $0.1.overlaps(tokens) }) {
      found.append((.day(first: day, last: day), tokens))
    }
    if let signed {
      found += SigningDay(context: context).mentions(in: range).map { (.day(first: signed, last: signed), $0) }
    }
    return found.sorted { $0.1.lowerBound < $1.1.lowerBound }
  }

  private static let years: WordSet = [
    "contract", "service", "subscription", "order", "licence", "license", "school", "commit", "commitment", "capacity",
    "agreement",
  ]

  /// `is ordered for four Service Years`: as many times twelve months, where the years have a name.
  private func countedYears(in range: Range<Int>) -> [(Item, Range<Int>)] {
    var found: [(Item, Range<Int>)] = []
    for token in range.dropFirst(2) where context.folded(token) == "years" && context.isCapitalised(token) {
      let opens = token - 2 == range.lowerBound
      guard context.isOne(token - 1, of: Self.years), context.isCapitalised(token - 1),
        let number = Ordinals.cardinal(context.folded(token - 2)) ?? Int(context.folded(token - 2)),
        (1...12).contains(number), opens || token - 3 >= range.lowerBound,
        opens || context.isOne(token - 3, of: "for|of")
      else { continue }
      found.append((.length(Decimal(number * 12)), (token - 2)..<(token + 1)))
    }
    return found
  }

  /// `the day before the third anniversary of the Start Date`: as many years as say so.
  private func anniversaries(in range: Range<Int>) -> [(Item, Range<Int>)] {
    var found: [(Item, Range<Int>)] = []
    for token in range where context.folded(token) == "anniversary" {
      let before = context.words(max(range.lowerBound, token - 8)..<token)
      guard before.contains(run: "day before") || before.contains(run: "day preceding"),
        let years = before.reversed().lazy.compactMap({ Ordinals.value($0) }).first
      else { continue }
      found.append((.length(Decimal(years * 12)), token..<(token + 1)))
    }
    return found
  }

  /// `five calendar years, the first of which is 2031`.
  private func firstYear(after token: Int, limit: Int) -> Int? {
    let words = context.words(token..<min(limit, token + 9))
    guard let at = words.index(ofRun: "first of which") ?? words.index(ofRun: "first being") else { return nil }
    for word in words[at...].dropFirst(2) {
      if let year = Int(word) { return (1990...2100).contains(year) ? year : nil }
      if !["which", "is", "being", "calendar", "year", "of"].contains(word) { return nil }
    }
    return nil
  }

  // MARK: Words between

  private static let joining: WordSet = [
    "-", "–", "—", "/", ";", "to", "until", "through", "till", "bis", "thru", "→", "ending", "ends", "»", "…", "up",
    "end", "finishing", "expiring",
  ]
  private static let between: WordSet = [
    "-", "–", "—", "/", ";", "to", "until", "through", "till", "bis", "thru", "→", "ending", "ends", "»", "…", "up",
    "and", "including", "inclusive", "on", "t", "m", ",", "the", "of", "(", ")", "with", "end", ".", "runs", ">",
    "continuing", "it", "finishing", "expiring", "but", "excluding", "exclusive",
  ]

  /// The words between two days make a stretch of them.
  private func joins(_ gap: [String], _ second: Range<Int>, _ isBetween: Bool) -> Bool {
    if gap.isEmpty { return context.stream.tokens[second.lowerBound].flags.contains(.hyphenBefore) }
    guard gap.count <= 9, gap.allSatisfy(Self.between.contains) else { return false }
    return gap.contains(where: Self.joining.contains) || gap == ["t", "/", "m"] || isBetween && gap == ["and"]
  }

  /// `between D1 and D2`.
  private func opensWithBetween(_ end: Int) -> Bool {
    context.words(max(0, end - 6)..<end).contains("between")
  }

  enum Role { case start, end }

  private static let starting: WordSet = [
    "from", "commencing", "commences", "commence", "commenced", "commencement", "beginning", "begins", "begin", "began",
    "begun", "starting", "starts", "start", "started", "opens", "opening", "open", "opened", "effective", "takes",
    "hold", "switch", "first", "one", "as", "since", "counted", "counting", "effect", "force", "after", "inception",
    "activated", "goes",
  ]
  private static let ending: WordSet = [
    "through", "until", "to", "ending", "ends", "end", "closes", "close", "closing", "closed", "expires", "expire",
    "expiring", "expiry", "expiration", "terminates", "terminate", "till", "last", "bis", "over", "lapses", "lapse",
    "cease", "ceases", "spent", "finishing", "finishes", "finish", "conclude", "concludes", "including",
  ]

  /// What the nearest word before a day says that it is.
  func role(_ gap: [String]) -> Role? {
    // "from and including D", "beginning on (and including) D": that the day counts says nothing of which one it is.
    var gap = gap.last == ")" ? gap.dropLast() : gap[...]
    if gap.suffix(2) == ["and", "including"] {
      gap = gap.dropLast(2)
      while let last = gap.last, ["(", ",", "on"].contains(last) { gap = gap.dropLast() }
    }
    if gap.last == "following" { return .start }
    for (back, word) in gap.suffix(6).reversed().enumerated() {
      if Self.starting.contains(word) { return .start }
      // "starts to run on D": the word stands right before the day where it means `until`.
      if Self.ending.contains(word), word != "to" || back < 2 { return .end }
      if [".", ";", ")"].contains(word) { return nil }
    }
    return nil
  }

  /// "On the date of the last signature the subscription begins": the verb stands behind the day.
  private func roleBehind(_ day: Range<Int>, _ range: Range<Int>) -> Role? {
    guard signed != nil, day.contains(where: context.isSigning) else { return nil }
    let behind = day.upperBound..<max(day.upperBound, min(range.upperBound, day.upperBound + 6))
    return behind.contains { context.isOne($0, of: "begins|starts|commences|begin|start|commence|run|runs") }
      ? .start : nil
  }

  // MARK: Lengths that are not this stretch's

  private static let before: WordSet = [
    "first", "each", "every", "least", "within", "further", "additional", "another", "than", "next", "per", "last",
    "later", "over", "successive", "by", "following", "after", "same", "remaining", "second", "third", "short",
  ]

  /// A notice, a part, a renewal, one year of several.
  private func isOtherLength(_ tokens: Range<Int>, _ gap: [String]) -> Bool {
    // "shall last for 36 months" is no "last 36 months".
    let near = gap.suffix(2) == ["last", "for"] ? [] : gap.suffix(2)
    if near.contains(where: Self.before.contains), gap.suffix(2) != ["later", ","] { return true }
    let after = context.words(tokens.upperBound..<min(context.stream.count, tokens.upperBound + 4))
    // "is renewed for one year, beginning on D"
    let begins = after.contains { ["beginning", "starting", "commencing", "from"].contains($0) }
    return after.contains { ["notice", "prior", "before", "advance", "ahead", "'", "’", "short"].contains($0) }
      || !begins
        && gap.contains { ["renew", "renews", "renewal", "extended", "notice", "prolonged", "payable"].contains($0) }
  }
}
