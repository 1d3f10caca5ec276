// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Contract years that words speak of by number: "Year 1 or Year 2", "the third Contract Year".
enum YearMentions {
  static func numbers(in tokens: Range<Int>, _ context: DocumentContext) -> Set<Int> {
    Set(mentions(in: tokens, context).map(\.year))
  }

  /// Each mention with the token where it stands, in order.
  static func mentions(in tokens: Range<Int>, _ context: DocumentContext) -> [(year: Int, at: Int)] {
    var found: [(Int, Int)] = []
    for token in tokens where context.isOne(token, of: "year|years") {
      if token + 1 < tokens.upperBound, let first = Self.number(context.folded(token + 1)) {
        if first <= 20 { found.append((first, token)) }
        // "Years 1 and 2"
        if token + 3 < tokens.upperBound, context.isOne(token + 2, of: "and|or|&"),
          context.folded(token) == "years", let second = Self.number(context.folded(token + 3)), second <= 20
        {
          found.append((second, token))
        }
      } else if token - 2 >= tokens.lowerBound,
        let ordinal = Ordinals.value(context.folded(token - 2)) ?? Ordinals.value(context.folded(token - 1))
      {
        found.append((ordinal, token))
      }
    }
    return found
  }

  private static func number(_ word: String) -> Int? { Int(word) ?? Ordinals.cardinal(word) }

  /// "Year 1 days by 31 May and Year 3 days by 31 August": the year that a token's words belong to, the last named
  /// before it, where the sentence names several.
  static func year(at token: Int, _ mentions: [(year: Int, at: Int)]) -> Int? {
    guard Set(mentions.map(\.year)).count > 1 else { return nil }
    return mentions.last { $0.at < token }?.year
  }

  /// The year whose remainder words speak of: "what remains of Year 1 moves to Year 2" leaves year 1, "what remains when
  /// Year 2 has ended is withdrawn" year 2. Nil where they name none, or only where it goes.
  static func leaving(_ tokens: Range<Int>, _ handling: UnusedHandling, _ mentions: [(year: Int, at: Int)]) -> Int? {
    let inside = mentions.filter { tokens.contains($0.at) }
    let before = mentions.last { $0.at < tokens.lowerBound }
    if handling == .rolls_over {
      if inside.count > 1 { return inside[0].year }
      return before?.year ?? inside.first.map { $0.year - 1 }.flatMap { $0 > 0 ? $0 : nil }
    }
    guard Set(mentions.map(\.year)).count > 1 else { return nil }
    return inside.first?.year ?? before?.year
  }
}
