// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// Terms that are counted from the day of the paper itself, or in calendar years.
extension TermReader {
  /// "The services start thirty days after the date of signature": where no day is given.
  func fillFromAnchors(_ term: inout Term, _ own: OwnDays) {
    guard term.start == nil, term.end == nil else { return }
    for length in context.durations(in: 0..<min(context.stream.count, Self.reachOfHead)) {
      let after = length.tokens.upperBound
      // "continues for 36 months from the date of signature" is the term's own length.
      guard length.duration.months.map({ $0 < 6 }) ?? true, after + 1 < context.stream.count,
        context.isOne(after, of: "after|from|following"),
        let day = own.day(context, at: after + 1)
      else { continue }
      let sentence = context.sentence(of: length.tokens.lowerBound)
      let before = max(sentence.lowerBound, length.tokens.lowerBound - 8)..<length.tokens.lowerBound
      guard before.contains(where: { context.isOne($0, of: Self.beginning) }),
        !TermWeights(context: context, isRenewal: false).isOfOther(before),
        let start = day.adding(length.duration)
      else { continue }
      term.start = start
      return
    }
  }

  /// `the first day of the month after the Signature Date`
  func monthAfter(_ value: Range<Int>, _ own: OwnDays) -> CalendarDate? {
    guard value.count <= 18, context.dates(in: value).isEmpty else { return nil }
    let words = context.words(value)
    guard let first = words.index(ofRun: "first day of the") ?? words.index(ofRun: "first of the"),
      let month = words[first...].firstIndex(of: "month"),
      let after = words[month...].firstIndex(where: { ["after", "following", "next"].contains($0) })
    else { return nil }
    let start = value.lowerBound + after + 1
    guard start < value.upperBound,
      let day = own.day(context, at: start) ?? spans.namedDay(in: start..<value.upperBound)?.date
    else { return nil }
    let next = day.adding(months: 1)
    return CalendarDate(year: next.year, month: next.month, day: 1)
  }

  /// "for the years 2031, 2032 and 2033", "in the calendar years 2031 to 2033"
  func calendarYears() -> (start: CalendarDate, end: CalendarDate)? {
    let limit = min(context.stream.count, Self.reachOfHead)
    for token in 1..<max(2, limit) where token + 1 < limit && context.isOne(token, of: "years|year") {
      guard let first = year(token + 1), context.isOne(token - 1, of: "the|calendar|full|whole") else { continue }
      let sentence = context.sentence(of: token)
      guard (sentence.lowerBound..<token).contains(where: { context.isOne($0, of: Self.subjects) }) else { continue }
      var last = first
      var at = token + 2
      while at < limit, at < token + 14 {
        if let next = year(at) {
          guard next > last else { break }
          last = next
        } else if !context.isOne(at, of: ",|and|&|to|through|-|–|until|up|including") {
          break
        }
        at += 1
      }
      guard let start = CalendarDate(year: first, month: 1, day: 1),
        let end = CalendarDate(year: last, month: 12, day: 31)
      else { continue }
      return (start, end)
    }
    return nil
  }

  private func year(_ token: Int) -> Int? {
    guard context.stream.tokens[token].tokenClass == .number, let year = Int(context.folded(token)),
      (2000...2100).contains(year)
    else { return nil }
    return year
  }

  /// "The current term ends on D. The renewal term is three years and follows immediately.", "the subscription, which
  /// would expire on D, is extended for two years": the term is the new one.
  func renewed() -> (start: CalendarDate, months: Int)? {
    for date in context.dates(in: 0..<min(context.stream.count, Self.reachOfHead)) {
      let sentence = context.sentence(of: date.tokens.lowerBound)
      let before = max(sentence.lowerBound, date.tokens.lowerBound - 6)..<date.tokens.lowerBound
      guard before.contains(where: { context.isOne($0, of: Self.running) }) else { continue }
      let behind = date.tokens.upperBound..<min(context.stream.count, date.tokens.upperBound + 44)
      for length in context.durations(in: behind) {
        guard let months = length.duration.months?.wholeNumber, months >= 6 else { continue }
        let near = context.words(max(behind.lowerBound, length.tokens.lowerBound - 8)..<length.tokens.lowerBound)
        let after = context.words(length.tokens.upperBound..<min(context.stream.count, length.tokens.upperBound + 14))
        let isMoved = near.contains(where: Self.moved.contains)
        let follows =
          near.contains { ["renewal", "new", "next", "further"].contains($0) }
          && (after.contains { ["follows", "immediately", "thereafter", "directly"].contains($0) })
        let wide = context.words(max(behind.lowerBound, length.tokens.lowerBound - 16)..<length.tokens.lowerBound)
        let isAutomatic =
          near.contains { ["automatically", "unless", "may", "successive", "if"].contains($0) }
          || wide.contains("auto") || wide.contains(run: "unless renewed") || wide.contains(run: "unless extended")
        if isMoved || follows, !isAutomatic { return (date.date.adding(days: 1), months) }
      }
    }
    return nil
  }

  private static let reachOfHead = 700
  private static let beginning: WordSet = ["start", "starts", "begin", "begins", "commence", "commences", "started"]
  private static let running: WordSet = [
    "end", "ends", "expire", "expires", "expiring", "ending", "lapse", "lapses", "terminates",
  ]
  private static let moved: WordSet = ["extended", "prolonged", "renewed", "lengthened", "continued"]
  private static let subjects: WordSet = [
    "order", "services", "service", "subscription", "contract", "placed", "provides", "provide", "supplies", "runs",
    "licences", "licenses", "term", "agreement", "covers", "ordered", "buys", "subscribes",
  ]
}

/// The days of the paper that times count from.
struct OwnDays {
  var signature: CalendarDate?
  var effective: CalendarDate?
  var document: CalendarDate?

  /// The day that words from `token` on name: `the date of signature`, `signature by both parties`, `the Effective Date`.
  func day(_ context: DocumentContext, at token: Int) -> CalendarDate? {
    let words = context.words(token..<min(context.stream.count, token + 6)).filter {
      !["the", "of", "date", "this", "last", "day", "both", "parties", "'", "’s", "'s"].contains($0)
    }
    switch words.first {
    case "signature", "signing", "execution", "signatures", "signed": return signature ?? document
    case "effective": return effective
    case "order", "agreement", "contract", "award": return document
    default: return nil
    }
  }
}
