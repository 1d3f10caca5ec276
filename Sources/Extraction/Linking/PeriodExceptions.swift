// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Stretches of time that a grant leaves out: `in each contract year other than the first`, `at no charge, except during
/// the third contract year`, `in each contract year from the second onward`. What is left is one stretch where the first
/// or the last of the term falls away; else nothing says it as two days.
struct PeriodExceptions {
  let passage: PassageText
  let parser: TimeParser
  let knowledge: DocumentKnowledge

  struct Found {
    /// The stretch that is left; nil where it is none.
    var rest: TimePeriod?
    var tokens: Range<Int>
  }

  func all(in sentence: Range<Int>) -> [Found] {
    sentence.compactMap { excepted(at: $0, sentence) ?? onward(at: $0, sentence) }
  }

  /// "except in the third contract year", "but not in the first", "other than the last".
  private func excepted(at token: Int, _ sentence: Range<Int>) -> Found? {
    guard var at = behindException(token) else { return nil }
    while passage.isOne(at, of: "in|during|for|however|within"), at < token + 6 { at += 1 }
    guard let out = parser.period(at: at) ?? elided(at, sentence), out.value != .term, out.end <= sentence.upperBound
    else { return nil }
    // "all hours save those of the first contract year" names what is saved, and times of a price are none of use.
    let tokens = token..<out.end
    switch out.value {
    case .contractYears(1, let last):
      if let years, last >= years { return nil }
      return Found(rest: .between(.startOf(.contractYears(last + 1, last + 1)), .endOf(.term)), tokens: tokens)
    case .contractYears(let first, let last):
      guard let years, last == years else { return Found(rest: nil, tokens: tokens) }
      return Found(rest: .contractYears(1, first - 1), tokens: tokens)
    case .first(_, of: .term):
      return Found(rest: .between(.shifted(1, .endOf(out.value)), .endOf(.term)), tokens: tokens)
    case .last(_, of: .term):
      return Found(rest: .between(.startOf(.term), .shifted(-1, .startOf(out.value))), tokens: tokens)
    default:
      return out.value.isBounded ? Found(rest: nil, tokens: tokens) : nil
    }
  }

  private func behindException(_ token: Int) -> Int? {
    switch passage.word(token) {
    case "except", "excepting", "excluding", "save", "barring":
      return passage.isOne(token + 1, of: "for|in|during") ? token + 2 : token + 1
    case "other" where passage.word(token + 1) == "than": return token + 2
    case "apart" where passage.word(token + 1) == "from": return token + 2
    case "exception" where passage.word(token + 1) == "of": return token + 2
    // "in each of Year 1 and Year 2, none in Year 3"
    case "none", "nothing", "nil",
      "never" where passage.isOne(token + 1, of: "in|during|for"):
      return token + 2
    case "not" where passage.isOne(token - 1, of: "but|though|,") && passage.isOne(token + 1, of: "in|during|for"):
      return token + 2
    default: return nil
    }
  }

  /// "the third", "the last": the noun stands before the exception.
  private func elided(_ token: Int, _ sentence: Range<Int>) -> (value: TimePeriod, end: Int)? {
    let at = passage.word(token) == "the" ? token + 1 : token
    guard passage.isOne(at + 1, of: ".|,|;|)") || at + 1 >= sentence.upperBound || passage.isOne(at + 1, of: "one|and"),
      (max(sentence.lowerBound, token - 9)..<token).contains(where: { passage.isOne($0, of: "year|years") })
    else { return nil }
    if passage.isOne(at, of: "last|final"), let years { return (.contractYears(years, years), at + 1) }
    guard let number = Ordinals.value(passage.word(at)), (1...12).contains(number) else { return nil }
    return (.contractYears(number, number), at + 1)
  }

  /// "in each contract year from the second onward".
  private func onward(at token: Int, _ sentence: Range<Int>) -> Found? {
    guard passage.isOne(token, of: "from|starting|beginning"),
      passage.isOne(token - 1, of: "year|years|,") || passage.isOne(token - 2, of: "year|years")
    else { return nil }
    var at = token + 1
    while passage.isOne(at, of: "with|the|in|from"), at < token + 4 { at += 1 }
    guard let number = Ordinals.value(passage.word(at)), (2...12).contains(number) else { return nil }
    at += 1
    while passage.isOne(at, of: "contract|subscription|order|service|one|year"), at < token + 8 { at += 1 }
    guard passage.isOne(at, of: "onward|onwards|on|forward") else { return nil }
    return Found(
      rest: .between(.startOf(.contractYears(number, number)), .endOf(.term)), tokens: token..<(at + 1))
  }

  /// How many contract years the term has.
  private var years: Int? {
    guard let start = knowledge.contractYearStart ?? knowledge.anchors["term_start"],
      let end = knowledge.anchors["term_end"], let months = start.months(through: end), months % 12 == 0
    else { return nil }
    return months / 12
  }
}
