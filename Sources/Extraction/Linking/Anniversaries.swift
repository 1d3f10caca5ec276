// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// "On each anniversary of the Start Date": what comes again from the second year on, or, where the first day is named
/// beside it, every year.
struct Anniversaries {
  let passage: PassageText
  let parser: TimeParser

  /// The words and, where it begins behind the first year, the time that they give. `isGrant`: the sentence grants.
  func recurrence(in sentence: Range<Int>, isGrant: Bool) -> (tokens: Range<Int>, period: TimePeriod?)? {
    // "on the Start Date and on each of its anniversaries"
    if let token = sentence.first(where: { passage.word($0) == "anniversaries" }),
      passage.has(["each|all", "of", "its|the|their"], at: token - 3)
    {
      return ((token - 3)..<(token + 1), nil)
    }
    guard let token = sentence.first(where: { passage.word($0) == "anniversary" }),
      let each = [token - 1, token - 2].first(where: { passage.isOne($0, of: "each|every") })
    else { return nil }
    let tokens = each..<(token + 1)
    if Renewals(passage: passage).isSaid(in: sentence) { return (tokens, nil) }
    guard isGrant,
      let opening = (1...3).first(where: { passage.isOne(each - $0, of: Self.openers) }).map({ each - $0 }),
      !(max(sentence.lowerBound, opening - 8)..<opening).contains(where: { Self.losses.contains(passage.word($0)) })
    else { return nil }
    if (1...2).contains(where: { passage.isOne(opening - $0, of: "and|&|then|thereafter") }), names(dayBefore: opening)
    {
      return (tokens, nil)
    }
    let base = passage.word(token + 1) == "of" ? parser.point(at: token + 2) : nil
    let first = TimePoint.anniversary(1, of: base?.value ?? .anchor("term_start"))
    return (tokens.lowerBound..<(base?.end ?? tokens.upperBound), .between(first, .endOf(.term)))
  }

  /// "on the Effective Date and on each anniversary"
  private func names(dayBefore token: Int) -> Bool {
    ((token - 9)..<token).contains {
      passage.isOne($0, of: "on|upon|at|from") && parser.point(at: $0 + 1) != nil
    }
  }

  private static let openers: WordChoice = "on|upon|at|with|following|after|by|from"
  private static let losses: WordSet = [
    "expire", "expires", "lapse", "lapses", "forfeited", "lost", "end", "ends", "increase", "increases", "rise",
    "rises", "reviewed", "invoiced", "adjusted", "cancelled", "void", "payable", "due", "paid", "billed",
  ]
}
