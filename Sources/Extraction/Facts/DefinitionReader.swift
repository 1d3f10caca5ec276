// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Reads what a bracket defines: `(the “Customer”)`, `(hereinafter referred to as "Acme" or the "Company")`.
struct DefinitionReader {
  let context: DocumentContext

  struct Bracket {
    /// The opening to behind the closing sign.
    var tokens: Range<Int>
    /// Terms in quotation marks, lower case, without article.
    var terms: [String]
  }

  /// The bracket that a quoted name stands in, right before it: `(“`, `(the “`.
  func opening(before token: Int) -> Int? {
    guard token > 0 else { return nil }
    if context.folded(token - 1) == "(" { return token - 1 }
    return token > 1 && context.folded(token - 1) == "the" && context.folded(token - 2) == "(" ? token - 2 : nil
  }

  /// The bracket that opens at `token`.
  func bracket(at token: Int, limit: Int) -> Bracket? {
    guard token < limit, context.folded(token) == "(" else { return nil }
    var depth = 0
    var at = token
    let end = min(limit, token + 80)
    while at < end {
      let word = context.folded(at)
      if word == "(" { depth += 1 }
      if word == ")" {
        depth -= 1
        if depth == 0 { return Bracket(tokens: token..<(at + 1), terms: terms(in: (token + 1)..<at)) }
      }
      at += 1
    }
    return nil
  }

  /// Quoted terms of a range; where nothing is quoted, the one capitalised word or two that it consists of.
  func terms(in range: Range<Int>) -> [String] {
    var terms: [String] = []
    var start: Int?
    for token in range {
      let flags = context.stream.tokens[token].flags
      if flags.contains(.quoteBefore) { start = token }
      if flags.contains(.quoteAfter), let from = start {
        terms.append(term(from..<(token + 1)))
        start = nil
      }
    }
    if terms.isEmpty, range.count <= 4, !range.isEmpty {
      let words = range.drop { context.isOne($0, of: "the|a|an") }
      if !words.isEmpty, words.allSatisfy({ context.isWord($0) && context.isCapitalised($0) }), words.count <= 2 {
        terms.append(term(words))
      }
    }
    return terms.filter { !$0.isEmpty }
  }

  private func term(_ range: Range<Int>) -> String {
    var words = context.words(range).filter { $0 != "." && $0 != "," }
    if let first = words.first, ["the", "a", "an", "this"].contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
