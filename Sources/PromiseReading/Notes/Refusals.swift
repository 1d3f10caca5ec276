// SPDX-License-Identifier: GPL-3.0-or-later

/// Answers that say no to the number that was asked for: "80 cannot, finance says no", "we can't do 80", "80? no way".
enum Refusals {
  /// Whether the only number of an answer is one that is refused. "I can't go above 60" and "60 is the most" offer it.
  static func refusesNumber(_ words: [String]) -> Bool {
    let numbers = words.indices.filter { words[$0].contains(where: \.isNumber) || numerals.contains(words[$0]) }
    guard numbers.count == 1, let at = numbers.first else { return false }
    let before = words[..<at].suffix(5)
    let behind = words[(at + 1)...]
    guard before.allSatisfy({ !bounds.contains($0) }), behind.allSatisfy({ !offers.contains($0) }) else { return false }
    let near = behind.prefix(5)
    if near.contains(where: { denials.contains($0) }) || runs(near, phrases) || runs(behind, asks) { return true }
    // "We can't do 80", "no chance for 80", "not 80".
    guard let denial = before.lastIndex(where: { denials.contains($0) || $0 == "no" || $0 == "not" }) else {
      return runs(behind, ["says no", "said no", "say no"])
    }
    // "No – 25 in total" names another number, "No problem, 80 it is" takes this one.
    if words[denial] == "no", denial + 1 == at { return false }
    return !["problem", "worries", "issue", "trouble"].contains(words[denial + 1])
  }

  private static func runs(_ words: ArraySlice<String>, _ phrases: [String]) -> Bool {
    let text = words.joined(separator: " ")
    return phrases.contains { text.contains($0) }
  }

  private static let numerals: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "eighty", "hundred",
  ]
  /// Behind these a number is what remains possible.
  private static let bounds: Set<String> = [
    "above", "beyond", "over", "than", "past", "exceed", "only", "just", "but", "most", "max", "maximum", "until",
    "till",
  ]
  private static let offers: Set<String> = [
    "max", "maximum", "limit", "most", "ok", "okay", "fine", "works", "instead", "yes", "possible", "doable",
    "approved",
    "best", "final", "ceiling",
  ]
  private static let denials: Set<String> = [
    "cannot", "can't", "couldn't", "won't", "wouldn't", "impossible", "isn't", "not", "never", "nope", "unrealistic",
    "refused", "rejected", "declined", "vetoed",
  ]
  private static let phrases = [
    "too much", "too many", "no way", "no go", "no can do", "out of", "is off", "too high", "more than i",
    "more than we", "beyond what", "beyond my",
  ]
  private static let asks = [
    "you had in mind", "you asked", "you wanted", "you requested", "you mentioned", "you were asking", "you had asked",
    "you hoped", "you were hoping", "you need", "you proposed",
  ]
}
