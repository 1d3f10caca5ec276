// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Steps of a ramp that are told by the one before, or by years that stand alone.
extension RampReader {
  /// "thereafter" between the last step and an amount that comes again each year.
  func isThereafter(_ start: Int, _ value: ValueMention, _ passage: PassageText) -> Bool {
    if isEachLater(value, passage) { return true }
    let low = max(start, value.tokens.lowerBound - 5)
    guard low < value.tokens.lowerBound,
      (low..<value.tokens.lowerBound).contains(where: {
        passage.isOne($0, of: "thereafter|afterwards|subsequently") || passage.has(["after", "that"], at: $0)
      })
    else { return false }
    let behind = context.values(
      in: value.tokens.upperBound..<min(passage.range.upperBound, value.tokens.upperBound + 10))
    return behind.contains { if case .recurrence(.contract_year) = $0.value { true } else { false } }
  }

  /// "25 in each year after that", "25 hours in every subsequent contract year".
  func isEachLater(_ value: ValueMention, _ passage: PassageText) -> Bool {
    let behind = value.tokens.upperBound..<value.tokens.upperBound + 8
    // "rising by 1,500 with every later year" tells how much more.
    guard passage.word(value.tokens.lowerBound - 1) != "by",
      let each = behind.first(where: { passage.isOne($0, of: "each|every|per") }),
      !(behind.lowerBound..<each).contains(where: { passage.isOne($0, of: ",|;|.") }),
      let year = (each + 1..<each + 5).first(where: { passage.word($0) == "year" })
    else { return false }
    return (each..<year).contains {
      passage.isOne($0, of: "subsequent|later|following|succeeding|further|remaining|other")
    } || passage.isOne(year + 1, of: "thereafter|afterwards") || passage.has(["after", "that"], at: year + 1)
      || passage.has(["that", "follows"], at: year + 1)
  }

  /// A year that stands alone, and counts nothing.
  func bareYear(_ token: Int, _ passage: PassageText) -> Int? {
    guard let year = Int(passage.word(token)), (1990...2100).contains(year), passage.word(token).utf8.count == 4,
      [".", ",", ";", ")", "", "and", "free", "at", "without", "only"].contains(passage.word(token + 1))
    else { return nil }
    return year
  }

  func isYear(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard sentence.contains(token), context.stream.tokens[token].tokenClass == .number else { return false }
    return Int(context.folded(token)).map { (1990...2100).contains($0) } ?? false
  }
}
