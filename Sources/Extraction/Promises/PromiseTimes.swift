// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// What a promise says of when and how often.
struct PromiseTimes {
  let reader: PromiseReader
  let context: DocumentContext

  init(_ reader: PromiseReader) {
    self.reader = reader
    context = reader.context
  }

  func timing(in range: Range<Int>, of mention: PromiseMention) -> PromisedTiming {
    var timing = PromisedTiming()
    var at = range.lowerBound
    while at < range.upperBound {
      let sentence = context.sentence(of: at).clamped(to: range)
      let passage = PassageText(context, sentence)
      timing.statements += TimeFinder(passage, knowledge: DocumentKnowledge()).statements(in: sentence).filter {
        !isQuantity($0.tokens, mention) && !isWhereItRolls($0)
      }
      at = max(sentence.upperBound, at + 1)
    }
    if timing.statements.isEmpty, let year = contractYear(in: range) { timing.statements.append(year) }
    let starts = PromisedStart(context: context)
    if let month = starts.month(in: range, besides: timing.statements) { timing.statements.append(month) }
    timing.isFromStart = starts.isFromStart(in: range)
    let terms = reader.termSpans
    timing.isWholeTerm = terms.contains { range.overlaps($0) }
    var words =
      timing.statements.map(\.tokens)
      + terms.filter { term in
        range.overlaps(term) && !timing.statements.contains { $0.tokens.overlaps(term) }
      }
    if timing.statements.isEmpty, !timing.isWholeTerm {
      if let length = length(in: range, of: mention) {
        timing.length = length.duration
        words.append(length.tokens)
      }
      timing.lastDay = lastDay(in: range)
    } else if !timing.statements.isEmpty, timing.statements.allSatisfy({ $0.role == .start }) {
      // "Starting in January, used until December 2026".
      timing.lastDay = lastDay(in: range)
    }
    if timing.isEmpty { timing.wording = dayWithoutYear(in: range) }
    if !words.isEmpty { timing.wording = words.map { context.text(completed($0)) }.joined(separator: ", ") }
    if let last = timing.lastDay, let wording = timing.wording { timing.wording = "\(wording), until \(last)" }
    if !timing.hasEnd, let later = starts.later(in: range) {
      timing.lastDay = later.day
      timing.wording = context.text(later.tokens)
    }
    return timing
  }

  private func lastDay(in range: Range<Int>) -> CalendarDate? {
    let deadlines = PromiseDeadlines(context: context)
    return endOfMonth(in: range) ?? endOfYear(in: range) ?? endOfQuarter(in: range) ?? deadlines.day(in: range)
      ?? deadlines.year(in: range)
  }

  /// Words of an end that say no day; nil where a last day is known or none is said.
  func unreadEnd(in range: Range<Int>, _ timing: PromisedTiming) -> String? {
    guard !timing.hasEnd else { return nil }
    return timing.isEmpty && timing.wording != nil
      ? timing.wording : PromiseDeadlines(context: context).unread(in: range).map { context.text($0) }
  }

  /// "Year one" without anything that introduces it.
  private func contractYear(in range: Range<Int>) -> TimeStatement? {
    let numbers = [["one", "1"], ["two", "2"], ["three", "3"], ["four", "4"], ["five", "5"]]
    for token in range.dropLast() where context.folded(token) == "year" {
      guard let number = numbers.firstIndex(where: { $0.contains(context.folded(token + 1)) }) else { continue }
      let year = TimeStatement(
        role: .during, point: nil, period: .contractYears(number + 1, number + 1), tokens: token..<(token + 2))
      if !isWhereItRolls(year) { return year }
    }
    return nil
  }

  /// "Rolls over into year two": the year that takes what is left says nothing of how long the grant lasts.
  private func isWhereItRolls(_ statement: TimeStatement) -> Bool {
    guard statement.role == .during else { return false }
    return reader.spans("said_rolls_over").contains { span in
      span.tokens.overlaps(statement.tokens)
        || span.tokens.upperBound <= statement.tokens.lowerBound
          && (span.tokens.upperBound..<statement.tokens.lowerBound).allSatisfy {
            context.isOne($0, of: "into|to|in|the|onto|over|until|our|your")
          }
    }
  }

  /// What stands before the first of several grants or behind the last is said of all of them.
  func shared(by mentions: [PromiseMention], of mention: PromiseMention) -> PromisedTiming {
    guard let first = mentions.first, let last = mentions.last else { return PromisedTiming() }
    let behind = last.tokens.upperBound..<context.stream.count
    let tail = timing(in: behind, of: mention)
    // "The credits go up to 80, and I can do two sandboxes for the term": the second has a sentence of its own.
    let isApart = (mention.tokens.upperBound..<max(mention.tokens.upperBound, last.tokens.lowerBound)).contains {
      context.isOne($0, of: Self.speakers)
    }
    if isApart, !behind.contains(where: { context.isOne($0, of: "all|both|each") }) {
      return PromisedTiming()
    }
    return tail.isEmpty ? timing(in: 0..<first.tokens.lowerBound, of: mention) : tail
  }

  private static let speakers: WordSet = [
    "i", "we", "they", "he", "she", "i'll", "we'll", "they'll", "i'd", "we'd", "i'm", "we're",
  ]

  /// With the start that words such as "18 months from" count from.
  private func completed(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    guard context.isOne(end - 1, of: "from|after|following|of") else { return tokens }
    let starts: Set<String> = [
      "the", "start", "signature", "signing", "go", "live", "launch", "kick", "off", "day", "one", "date", "effective",
      "order", "contract", "delivery",
    ]
    while end < context.stream.count, end < tokens.upperBound + 4, starts.contains(context.folded(end)) { end += 1 }
    return tokens.lowerBound..<(end > tokens.upperBound ? end : end - 1)
  }

  /// "18 months to use them", "six months of Premier support": a length that nothing introduces.
  private func length(in range: Range<Int>, of mention: PromiseMention) -> (
    duration: CalendarDuration, tokens: Range<Int>
  )? {
    for value in context.values(in: range) {
      guard case .duration(let duration) = value.value, !isQuantity(value.tokens, mention), !duration.isBusiness else {
        continue
      }
      switch duration.unit {
      case .week, .month, .quarter, .year: return (duration, value.tokens)
      case .day where ["for", "within", "valid", "of"].contains(before(value.tokens)): return (duration, value.tokens)
      default: continue
      }
    }
    return nil
  }

  private func before(_ tokens: Range<Int>) -> String {
    tokens.lowerBound > 0 ? context.folded(tokens.lowerBound - 1) : ""
  }

  /// The number that counts the thing itself is no length of time.
  private func isQuantity(_ tokens: Range<Int>, _ mention: PromiseMention) -> Bool {
    guard let quantity = mention.quantity, ["day", "hour", "month"].contains(quantity.unit ?? "") else { return false }
    return context.values(in: tokens).contains { value in
      if case .duration(let duration) = value.value {
        return duration.amount == quantity.amount && duration.unit.rawValue == quantity.unit
      }
      return false
    }
  }

  /// "By 30 June": the words for a person to complete; they settle no day.
  private func dayWithoutYear(in range: Range<Int>) -> String? {
    for value in context.values(in: range) {
      guard case .date(let date) = value.value, date.year == nil, date.month != nil, date.day != nil,
        ["until", "till", "through", "by", "before"].contains(before(value.tokens))
      else { continue }
      return "\(before(value.tokens) == "before" ? "before" : "until") \(context.text(value.tokens)) [year]"
    }
    return nil
  }

  /// "Until December 2026".
  private func endOfMonth(in range: Range<Int>) -> CalendarDate? {
    for value in context.values(in: range) {
      guard case .date(let date) = value.value, let year = date.year, let month = date.month, date.day == nil,
        ["until", "till", "til", "through", "thru", "to", "by", "of", "end"].contains(before(value.tokens))
      else { continue }
      return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }
    return nil
  }

  /// "By the end of 2029."
  private func endOfYear(in range: Range<Int>) -> CalendarDate? {
    for token in range.dropLast(2) where context.folded(token) == "end" && context.folded(token + 1) == "of" {
      if let year = Int(context.folded(token + 2)), (1990...2100).contains(year) {
        return CalendarDate(year: year, month: 12, day: 31)
      }
    }
    return nil
  }

  /// "Until Q3 2029", "by the end of H1 2029".
  private func endOfQuarter(in range: Range<Int>) -> CalendarDate? {
    let months = ["q1": 3, "q2": 6, "q3": 9, "q4": 12, "h1": 6, "h2": 12]
    for token in range.dropLast() where token > 0 {
      // "Q3" is one token or two.
      let isSplit = context.isOne(token, of: "q|h")
      let name = isSplit ? context.folded(token) + context.folded(token + 1) : context.folded(token)
      let next = token + (isSplit ? 2 : 1)
      guard let month = months[name], next < range.upperBound, let year = Int(context.folded(next)),
        (1990...2100).contains(year),
        context.isOne(token - 1, of: "until|till|through|by|of|to")
      else { continue }
      return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }
    return nil
  }

  func recurrence(in range: Range<Int>, of quantity: Quantity?) -> Recurrence.Every? {
    for value in context.values(in: range) {
      guard case .recurrence(let every) = value.value else { continue }
      if let per = quantity?.per, every.rawValue.hasSuffix(per) { continue }
      return every
    }
    return shorthand(in: range)
  }

  /// `/ contract year`, `/yr`, `p.a.`
  private func shorthand(in range: Range<Int>) -> Recurrence.Every? {
    for token in range.dropLast() {
      let next = context.folded(token + 1)
      switch context.folded(token) {
      case "/" where PricePeriods.opens(with: next):
        switch PricePeriods.timesAYear(behind: token, in: context) {
        case 12?: return .month
        case 4?: return .quarter
        case 2?: return .half_year
        default: return .contract_year
        }
      case "p" where next == "." && token + 2 < range.upperBound && context.folded(token + 2) == "a":
        return .contract_year
      default: continue
      }
    }
    return nil
  }
}
