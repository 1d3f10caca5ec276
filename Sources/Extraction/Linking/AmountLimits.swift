// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Tells of an amount beside a share that it is the most or the least that the share may come to: `5 % of the fees, at most
/// $50,000`, `the lesser of $50,000 and 5 %`, `or $60,000, whichever is greater`.
struct AmountLimits {
  enum Limit { case most, least }

  let passage: PassageText

  func limit(_ value: ValueMention, in sentence: Range<Int>) -> Limit? {
    before(value, sentence) ?? ofTwo(value, sentence)
  }

  /// "but not less than", "with a minimum of" right before an amount; what is the most is told by `saysMost`.
  private func before(_ value: ValueMention, _ sentence: Range<Int>) -> Limit? {
    if saysMost(before: value) { return .most }
    let start = value.tokens.lowerBound
    for at in stride(from: start - 1, through: max(sentence.lowerBound, start - 5), by: -1) {
      let word = passage.word(at)
      if Self.breaks.contains(word) { return nil }
      if Self.floors.contains(word) { return .least }
      if word == "least", passage.word(at - 1) == "at" { return .least }
      if Self.under.contains(word),
        (1...4).contains(where: { passage.isOne(at - $0, of: "not|no|never|nor|cannot") })
      {
        return .least
      }
    }
    return nil
  }

  /// "the lesser of A and B", "A or B, whichever is greater": where one of the two is a share.
  private func ofTwo(_ value: ValueMention, _ sentence: Range<Int>) -> Limit? {
    let start = value.tokens.lowerBound
    for at in stride(from: start - 1, through: max(sentence.lowerBound, start - 22), by: -1) {
      let word = passage.word(at)
      if Self.breaks.contains(word) { break }
      if passage.word(at + 1) == "of" {
        if Self.less.contains(word) { return .most }
        if Self.more.contains(word) { return .least }
      }
    }
    for at in value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + 22)
    where passage.isOne(at, of: "whichever|depending") {
      for next in at + 1..<min(sentence.upperBound, at + 7) {
        if Self.less.contains(passage.word(next)) { return .most }
        if Self.more.contains(passage.word(next)) { return .least }
      }
    }
    return nil
  }

  /// "not more than", "up to", "maximum of", "capped at", "does not exceed" right before an amount.
  func saysMost(before value: ValueMention) -> Bool {
    for back in 1...5 {
      let word = passage.word(value.tokens.lowerBound - back)
      if Self.ceilings.contains(word) { return true }
      if word == "more",
        (1...4).contains(where: { passage.isOne(value.tokens.lowerBound - back - $0, of: "not|no|never") })
      {
        return true
      }
      if Self.breaks.contains(word) { return false }
    }
    return false
  }

  private static let breaks: WordSet = [".", ";"]
  private static let ceilings: WordSet = [
    "maximum", "exceed", "exceeding", "cap", "capped", "most", "ceiling", "limit",
  ]
  private static let floors: WordSet = ["minimum", "floor"]
  private static let under: WordSet = ["less", "below", "under", "lower", "smaller", "fewer"]
  private static let less: WordSet = ["lesser", "lower", "smaller", "less", "lowest", "smallest", "least"]
  private static let more: WordSet = [
    "greater", "higher", "larger", "greatest", "highest", "largest", "more", "bigger",
  ]
}
