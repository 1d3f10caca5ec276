// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// How much of a grant may be used in any one stretch of time: "No more than ten hours may be used in any one month". It
/// grants nothing anew and ends nothing.
struct PeriodCaps {
  let passage: PassageText

  /// From the words that cap to the end of the period's name.
  func first(in sentence: Range<Int>) -> Range<Int>? {
    guard let cap = sentence.first(where: isCap) else { return nil }
    let behind = cap..<min(sentence.upperBound, cap + Self.reach)
    for period in behind where passage.isOne(period, of: "in|per|within|during|a|each|every|any") {
      guard let end = end(ofPeriodAt: period) else { continue }
      // A number, and no day, is capped.
      let amounts = passage.context.values(in: cap..<period)
      return amounts.contains { !$0.isDate } ? cap..<end : nil
    }
    return nil
  }

  private static let reach = 18

  private func isCap(_ token: Int) -> Bool {
    passage.has(["no|not", "more", "than"], at: token) || passage.has(["at", "most"], at: token)
      || passage.has(["a", "maximum", "of"], at: token) || passage.has(["not", "exceed"], at: token)
      || passage.has(["limited", "to"], at: token) || passage.has(["up", "to", "a", "maximum"], at: token)
  }

  /// Past "in any one month", "per quarter", "in each contract year".
  private func end(ofPeriodAt token: Int) -> Int? {
    var at = token + 1
    while at < token + 4, passage.isOne(at, of: "any|one|each|a|given|single|calendar|contract|the|same") { at += 1 }
    guard passage.isOne(at, of: "month|quarter|week|day|year|half"),
      at > token + 1 || passage.isOne(token, of: "per|a|each|every|any")
    else { return nil }
    return at + 1
  }
}
