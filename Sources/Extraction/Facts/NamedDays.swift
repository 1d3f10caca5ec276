// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Days that a document gives a name: `Kick-off Date: 1 May 2031`, `1 May 2031 (the "Start Day")`, `"Go-live" means
/// 1 May 2031`. Lengths and ends are counted from them.
struct NamedDays {
  private let context: DocumentContext
  private var byName: [[String]: CalendarDate] = [:]

  private static let longest = 5
  private static let last: WordSet = [
    "date", "day", "start", "commencement", "beginning", "begins", "kickoff", "deadline", "limit", "cutoff",
  ]

  init(_ context: DocumentContext, effective: CalendarDate?) {
    self.context = context
    if let effective { byName[["effective", "date"]] = effective }
    for date in context.dates(in: 0..<context.stream.count).prefix(400) {
      if let name = nameBefore(date.tokens.lowerBound) ?? nameBehind(date.tokens.upperBound), byName[name] == nil {
        byName[name] = date.date
      }
    }
    if let effective, byName[["order", "effective", "date"]] == nil {
      byName[["order", "effective", "date"]] = effective
    }
  }

  /// `Kick-off Date | 1 May 2031`, `"Start Day" means 1 May 2031`: capitalised words that end in `Date`, `Day`, `Start`.
  private func nameBefore(_ token: Int) -> [String]? {
    var at = token - 1
    var steps = 0
    while at >= 0, steps < 3, context.isOne(at, of: Self.links) {
      at -= 1
      steps += 1
    }
    guard at >= 0, context.isOne(at, of: Self.last) else { return nil }
    return name(endingAt: at)
  }

  private static let links: WordSet = [":", "means", "mean", "is", "on", "=", "-", "the", "shall", "be", "("]

  private func name(endingAt end: Int) -> [String]? {
    var at = end
    while at > 0, end - at < Self.longest - 1 {
      let flags = context.stream.tokens[at].flags
      if !flags.isDisjoint(with: [.cellStart, .blockStart, .lineStart, .quoteBefore]) { break }
      guard context.isWord(at - 1),
        context.isCapitalised(at - 1) || context.stream.tokens[at - 1].flags.contains(.hyphenBefore)
      else { break }
      at -= 1
    }
    while at < end, context.isOne(at, of: "the|this|a") { at += 1 }
    guard end > at, context.isCapitalised(at) else { return nil }
    return context.words(at..<(end + 1))
  }

  /// `1 May 2031 (the "Start Day")`.
  private func nameBehind(_ token: Int) -> [String]? {
    guard token < context.stream.count, context.folded(token) == "(" else { return nil }
    let terms = DefinitionReader(context: context).bracket(at: token, limit: context.stream.count)?.terms ?? []
    guard let words = terms.first?.split(separator: " ").map(String.init), let last = words.last,
      Self.last.contains(last), words.count >= 2, words.count <= Self.longest
    else { return nil }
    return words
  }

  /// The days by their names in lower case, without the days that every order has: those are read with more care.
  func ownNames(besides anchors: [String: CalendarDate]) -> [String: CalendarDate] {
    var found: [String: CalendarDate] = [:]
    for (words, day) in byName where words.count > 1 || words[0] == "kickoff" {
      guard let first = words.first, !Self.common.contains(first) else { continue }
      if first == "signature", anchors["signature_date"] != nil { continue }
      found[words.joined(separator: " ")] = day
    }
    return found
  }

  private static let common: WordSet = [
    "start", "end", "effective", "order", "expiry", "expiration", "commencement", "subscription", "contract", "term",
    "service", "invoice", "due", "issue", "payment", "date", "renewal", "agreement", "amendment", "initial", "licence",
    "license", "quote", "offer", "first", "last", "final",
  ]

  /// Where the names stand in a range, with their days. The defining places are not asked for: their day follows.
  func mentions(in range: Range<Int>) -> [(day: CalendarDate, tokens: Range<Int>)] {
    guard !byName.isEmpty else { return [] }
    var found: [(day: CalendarDate, tokens: Range<Int>)] = []
    for end in range where context.isOne(end, of: Self.last) && context.isCapitalised(end) {
      for length in stride(from: Self.longest, through: 2, by: -1) {
        let start = end - length + 1
        guard start >= range.lowerBound, let day = byName[context.words(start..<(end + 1))] else { continue }
        if !definesHere(end + 1) { found.append((day, start..<(end + 1))) }
        break
      }
    }
    return found
  }

  private func definesHere(_ token: Int) -> Bool {
    var at = token
    while at < context.stream.count, at < token + 3, context.isOne(at, of: Self.links) { at += 1 }
    return context.dates(in: at..<min(context.stream.count, at + 6)).first?.tokens.lowerBound == at
  }
}

extension DocumentContext {
  /// `Order Start Date:` right before a day: one of the term, wherever it stands.
  func namesDayOfTerm(_ before: Range<Int>) -> Bool {
    let near = before.suffixRange(4)
    guard let name = near.last(where: { isOne($0, of: "date|day") }), name > near.lowerBound else { return false }
    return isOne(name - 1, of: "start|end|expiration|expiry|renewal|delivery|due|commencement|termination")
  }
}
