// SPDX-License-Identifier: GPL-3.0-or-later

/// Contract years that words speak of by number: "Year 1 or Year 2", "the third Contract Year".
enum YearMentions {
  static func numbers(in tokens: Range<Int>, _ context: DocumentContext) -> Set<Int> {
    Set(mentions(in: tokens, context).map(\.year))
  }

  /// Each mention with the token where it stands, in order.
  static func mentions(in tokens: Range<Int>, _ context: DocumentContext) -> [(year: Int, at: Int)] {
    var found: [(Int, Int)] = []
    for token in tokens where ["year", "years"].contains(context.folded(token)) {
      if token + 1 < tokens.upperBound, let first = Self.number(context.folded(token + 1)) {
        if first <= 20 { found.append((first, token)) }
        // "Years 1 and 2"
        if token + 3 < tokens.upperBound, ["and", "or", "&"].contains(context.folded(token + 2)),
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
}
