// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Collects stretches of time that a document gives a name of its own: `from 1 May 2031 to 30 April 2032 (the "Pilot
/// Year")`.
struct DefinedPeriods {
  let context: DocumentContext

  /// By the name in lower case.
  func read() -> [String: Period] {
    var found: [String: Period] = [:]
    let definitions = DefinitionReader(context: context)
    for token in context.stream.tokens.indices where context.stream.tokens[token].flags.contains(.quoteBefore) {
      guard found.count < 40, let open = definitions.opening(before: token), let period = period(before: open),
        let term = definitions.bracket(at: open, limit: context.stream.count)?.terms.first, term.utf8.count > 2,
        found[term] == nil
      else { continue }
      found[term] = period
    }
    return found
  }

  /// Two days with a word for `until` between them, right before the bracket or with their length behind them.
  private func period(before open: Int) -> Period? {
    let from = max(context.sentence(of: open).lowerBound, open - 26)
    let dates = context.dates(in: from..<open).suffix(2)
    guard dates.count == 2, let first = dates.first, let last = dates.last, first.date < last.date,
      open - last.tokens.upperBound <= 9, last.tokens.lowerBound - first.tokens.upperBound <= 4
    else { return nil }
    let between = context.words(first.tokens.upperBound..<last.tokens.lowerBound)
    let isJoined =
      between.contains(where: Self.joining.contains)
      || between.isEmpty && context.stream.tokens[last.tokens.lowerBound].flags.contains(.hyphenBefore)
    let behind = last.tokens.upperBound..<open
    guard isJoined, context.firstIndex(of: ".", in: behind) == nil, context.firstIndex(of: ";", in: behind) == nil
    else { return nil }
    return Period(start: first.date, end: last.date)
  }

  private static let joining: WordSet = ["to", "through", "until", "till", "-", "–", "—", "thru"]

  /// Of the names those that the term itself goes by where it is called by no other.
  static func term(in periods: [String: Period]) -> Period? {
    for name in [
      "term", "initial term", "subscription term", "order term", "subscription", "subscription period", "contract term",
      "contract period", "period", "year", "subscription year", "contract year",
    ] {
      if let period = periods[name] { return period }
    }
    return nil
  }
}
