// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Reads when a step of a ramp is given: "in the first Contract Year", "(year two)", "for the next twelve months",
/// "thereafter".
struct RampYears {
  /// When a step's amount is given.
  enum When: Hashable {
    case contractYear(Int)
    /// From one contract year to another.
    case contractYears(Int, Int, isEach: Bool)
    /// From this contract year to the end of the term.
    case onwards(Int)
    case calendarYear(Int)
    case fiscalYear(Int)
    case day(CalendarDate)

    /// The contract year, or the first of several.
    var contractYear: Int? {
      switch self {
      case .contractYear(let year), .onwards(let year), .contractYears(let year, _, _): year
      default: nil
      }
    }
  }

  let passage: PassageText
  let parser: TimeParser

  init(_ passage: PassageText) {
    self.passage = passage
    parser = TimeParser(passage: passage, knowledge: DocumentKnowledge())
  }

  private static let openers: WordSet = ["in", "for", "during", "within", "("]
  private static let rests: WordSet = ["thereafter", "afterwards", "onwards"]

  /// The year that stands behind a value, up to a comma; `last` is that of the step before, by which "the second" and
  /// "the next twelve" are told.
  func year(after value: ValueMention, limit: Int, last: When?) -> (When, Int)? {
    var at = value.tokens.upperBound
    let limit = min(limit, at + 14, passage.range.upperBound)
    while at < limit {
      let word = passage.word(at)
      if [",", ";", "and"].contains(word) { return nil }
      // "in each of contract years 2 and 3"
      if word == "each", passage.word(at + 1) == "of",
        let (when, end) = self.year(at: at + 2, last: last, limit: limit)
      {
        if case .contractYears(let first, let last, _) = when {
          return (.contractYears(first, last, isEach: true), end)
        }
        return (when, end)
      }
      if Self.openers.contains(word), let found = year(at: at + 1, last: last, limit: limit) {
        return found
      }
      if let last = last?.contractYear, Self.rests.contains(word) { return (.onwards(last + 1), at + 1) }
      at += 1
    }
    return nil
  }

  /// The year that words from a token on name.
  func year(at token: Int, last: When?, limit: Int = .max) -> (When, Int)? {
    if let period = parser.period(at: token) {
      switch period.value {
      case .contractYears(let first, let end) where first == end: return (.contractYear(first), period.end)
      // "Contract Year 2 and 6 in Contract Year 3": the six is the next amount.
      case .contractYears(let first, _) where period.end > limit: return (.contractYear(first), limit)
      // "in contract years 2 and 3 each"
      case .contractYears(let first, let last) where first > 1:
        let isEach = passage.isOne(period.end, of: "each|apiece|respectively")
        return (.contractYears(first, last, isEach: isEach), isEach ? period.end + 1 : period.end)
      case .fiscalYear(let year): return (.fiscalYear(year), period.end)
      default: break
      }
    }
    let at = passage.isOne(token, of: "the|its|your") ? token + 1 : token
    let word = passage.word(at)
    if word == "opening", let end = yearWord(at + 1) { return (.contractYear(1), end) }
    if let ordinal = Ordinals.value(word), let end = twelveMonths(at + 1) { return (.contractYear(ordinal), end) }
    guard let last else { return nil }
    if let ordinal = Ordinals.value(word), ordinal <= 10 { return (.contractYear(ordinal), at + 1) }
    if word == "year", let number = Int(passage.word(at + 1)) ?? Ordinals.cardinal(passage.word(at + 1)) {
      return (.contractYear(number), at + 2)
    }
    if let year = last.contractYear, ["next", "following", "last", "final"].contains(word),
      let end = yearWord(at + 1) ?? twelveMonths(at + 1)
    {
      return (.contractYear(year + 1), end)
    }
    return nil
  }

  private func yearWord(_ token: Int) -> Int? {
    if passage.word(token) == "year" { return token + 1 }
    return passage.isOne(token, of: "contract|order|subscription|service")
      && passage.word(token + 1) == "year" ? token + 2 : nil
  }

  /// `twelve months`, `12 (twelve) months`, and `twelve` alone.
  private func twelveMonths(_ token: Int) -> Int? {
    guard passage.isOne(token, of: "twelve|12") else { return nil }
    var at = token + 1
    if passage.word(at) == "(" { at += 3 }
    return passage.isOne(at, of: "months|month") ? at + 1 : at
  }
}
