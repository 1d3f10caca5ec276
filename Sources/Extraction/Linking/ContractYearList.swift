// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Contract years that are named one by one or as a range for the same thing in each of them: "in each of Contract Years
/// 2 and 3", "for the first contract year and again for the second".
enum ContractYearList {
  /// Every list in the passage, with its tokens.
  static func all(in passage: PassageText, parser: TimeParser) -> [(period: TimePeriod, tokens: Range<Int>)] {
    var found: [(period: TimePeriod, tokens: Range<Int>)] = []
    for token in passage.range {
      switch passage.word(token) {
      case "each" where passage.word(token + 1) == "of":
        guard passage.value(at: token) == nil, let years = years(at: token + 2, passage, parser),
          years.last > years.first
        else { continue }
        found.append((.contractYears(years.first, years.last), token..<years.end))
      case "again",
        "once" where passage.word(token) == "again" || passage.word(token + 1) == "more":
        guard let years = again(token, passage, parser) else { continue }
        found.append(years)
      default: continue
      }
    }
    return found
  }

  /// "in the second and again in the third Contract Year": the year's name stands with the last alone.
  private static func sharingName(_ token: Int, _ passage: PassageText, _ parser: TimeParser) -> (
    period: TimePeriod, tokens: Range<Int>
  )? {
    guard let first = Ordinals.value(passage.word(token - 2)) else { return nil }
    var at = passage.word(token) == "once" ? token + 2 : token + 1
    while passage.isOne(at, of: "for|in|during|the"), at < token + 5 { at += 1 }
    guard let after = years(at: at, passage, parser), after.first == first + 1 else { return nil }
    return (.contractYears(first, after.last), (token - 3)..<after.end)
  }

  private static func years(at token: Int, _ passage: PassageText, _ parser: TimeParser) -> (
    first: Int, last: Int, end: Int
  )? {
    guard let found = parser.period(at: token), case .contractYears(let first, let last) = found.value else {
      return nil
    }
    return (first, last, found.end)
  }

  /// "in the first contract year and again in the second": the two years around the word.
  private static func again(_ token: Int, _ passage: PassageText, _ parser: TimeParser) -> (
    period: TimePeriod, tokens: Range<Int>
  )? {
    guard passage.word(token - 1) == "and" else { return nil }
    if let shared = sharingName(token, passage, parser) { return shared }
    let start = (max(passage.range.lowerBound, token - 7)..<token).first { at in
      years(at: at, passage, parser).map { $0.end == token - 1 || $0.end == token - 2 && passage.word($0.end) == "," }
        ?? false
    }
    guard let start, let before = years(at: start, passage, parser) else { return nil }
    var at = passage.word(token) == "once" ? token + 2 : token + 1
    if passage.has(["on|at|from", "the", "first|opening", "day", "of"], at: at) { at += 5 }
    while passage.isOne(at, of: "for|in|during|the"), at < token + 8 { at += 1 }
    if let after = years(at: at, passage, parser) {
      guard after.first == before.last + 1 else { return nil }
      return (.contractYears(before.first, after.last), start..<after.end)
    }
    guard let number = Ordinals.value(passage.word(at)), number == before.last + 1 else { return nil }
    return (.contractYears(before.first, number), start..<(at + 1))
  }
}
