// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Words for the periods by which something is paid or granted: "$500 a month", "120 sessions per contract year".
enum PricePeriods {
  private static let timesAYear: [String: Decimal] = [
    "year": 1, "yr": 1, "annum": 1, "contract": 1, "calendar": 1, "fiscal": 1, "half": 2, "quarter": 4, "month": 12,
    "mo": 12,
  ]
  private static let adverbs: [String: Decimal] = ["annually": 1, "yearly": 1, "quarterly": 4, "monthly": 12]

  /// Whether a period begins with the word that stands behind "per", "a", "each" or a stroke.
  static func opens(with word: String) -> Bool { timesAYear[word] != nil }

  /// How often in a year what stands before `token` is paid: 12 for "a month", "/mo" or "monthly"; nil where nothing is
  /// said.
  static func timesAYear(behind token: Int, in context: DocumentContext) -> Decimal? {
    guard token < context.stream.count else { return nil }
    let words = (token..<min(token + 3, context.stream.count)).map { context.folded($0) }
    if let times = adverbs[words[0]] { return times }
    if words[0] == "p", words.count > 2, words[1] == ".", ["a", "m"].contains(words[2]) {
      return words[2] == "a" ? 1 : 12
    }
    guard ["per", "a", "each", "every", "/"].contains(words[0]) else { return nil }
    return words.dropFirst().lazy.compactMap { timesAYear[$0] }.first
  }

  /// The months between two payments of what stands before `token`, past a piece as well: 12 for "per sandbox per year".
  static func months(behind token: Int, in context: DocumentContext) -> Int? {
    guard token < context.stream.count else { return nil }
    let isOfPiece =
      token + 2 < context.stream.count && context.isOne(token, of: "per|a|an|each|/")
      && !opens(with: context.folded(token + 1)) && context.isOne(token + 2, of: "per|a|an|each|/")
    guard let times = timesAYear(behind: isOfPiece ? token + 2 : token, in: context) else { return nil }
    return (12 / times).wholeNumber
  }

  /// The same for "an annual fee of" before the sum that begins at `token`.
  static func months(before token: Int, in context: DocumentContext) -> Int? {
    guard token > 3, context.isOne(token - 1, of: "of|:|is"),
      context.isOne(token - 2, of: "fee|price|charge|rate|cost"),
      let times = adverbs[context.folded(token - 3)]
        ?? (context.folded(token - 3) == "annual" ? 1 : nil)
    else { return nil }
    return (12 / times).wholeNumber
  }
}
