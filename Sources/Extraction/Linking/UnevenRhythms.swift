// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Rhythms that the inventory has no word for: "every two years", "every second month", "weekly", "twice a week". A
/// grant that comes so must not look as if it came once.
struct UnevenRhythms {
  let passage: PassageText

  /// The first that stands a few words behind a grant.
  func behind(_ grant: Range<Int>) -> Range<Int>? {
    for token in grant.lowerBound..<min(passage.range.upperBound, grant.upperBound + Self.reach) {
      if token >= grant.upperBound, passage.isOne(token, of: Self.stops) { break }
      if let words = rhythm(at: token) { return words }
    }
    return nil
  }

  /// One that opens the passage.
  func opening() -> Range<Int>? { rhythm(at: passage.range.lowerBound) }

  private static let reach = 8

  private func rhythm(at token: Int) -> Range<Int>? {
    if Self.adverbs.contains(passage.word(token)) {
      return passage.isOne(token - 1, of: "a|the|of") || !isEnd(token + 1) ? nil : token..<(token + 1)
    }
    // "per week", "a fortnight", "each working week"
    if passage.isOne(token, of: "each|every|per|a|any"), let end = unit(at: token + 1, of: Self.weeks) {
      if passage.isOne(token, of: "a|any"), !isCounted(token - 1) { return nil }
      return token..<end
    }
    guard passage.isOne(token, of: "each|every") else { return nil }
    // "every other month", "each second year"
    if passage.isOne(token + 1, of: Self.others), let end = unit(at: token + 2, of: Self.units) { return token..<end }
    // "every two years", "every eighteen months"
    guard let value = passage.value(at: token + 1), case .duration(let length) = value.value else { return nil }
    switch length.months?.wholeNumber {
    case 1, 3, 6, 12: return nil
    default: return length.unit == .hour ? nil : token..<value.tokens.upperBound
    }
  }

  private func unit(at token: Int, of units: WordSet) -> Int? {
    let at = Self.kinds.contains(passage.word(token)) ? token + 1 : token
    return units.contains(passage.word(at)) ? at + 1 : nil
  }

  /// "10 hours a week", "twice a week".
  private func isCounted(_ token: Int) -> Bool {
    passage.word(token).hasSuffix("s") || passage.isOne(token, of: "once|twice|thrice|session|workshop|hour|day")
  }

  /// Not before a noun: "a weekly report".
  private func isEnd(_ token: Int) -> Bool {
    passage.word(token).isEmpty || passage.isOne(token, of: Self.ends)
  }

  private static let adverbs: WordSet = [
    "weekly", "biweekly", "fortnightly", "bimonthly", "biennially", "biannually", "triennially",
  ]
  private static let weeks: WordSet = ["week", "fortnight"]
  private static let kinds: WordSet = ["calendar", "working", "contract", "subscription", "full"]
  private static let units: WordSet = ["week", "month", "quarter", "year", "fortnight"]
  private static let others: WordChoice = "other|second|third|fourth|fifth|alternate|alternating"
  private static let stops: WordChoice = ".|;|:"
  private static let ends: WordChoice =
    ".|,|;|:|)|for|during|in|until|through|and|of|at|over|throughout|from|to|on|with|within|by|free"
}
