// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Words cut to what their forms have in common, for telling whether two texts speak of the same thing.
public enum Stems {
  /// Stems of a text's words; short words and words of grammar left out.
  public static func of(_ text: String) -> Set<String> {
    var stems: Set<String> = []
    for word in text.lowercased().utf8.split(whereSeparator: { !isLetter($0) }) {
      if let stem = stem(String(decoding: word, as: UTF8.self)) { stems.insert(stem) }
    }
    return stems
  }

  static func of(_ context: DocumentContext, in range: Range<Int>, but name: Range<Int>, _ values: [Range<Int>]) -> Set<
    String
  > {
    var stems: Set<String> = []
    for token in range where !name.contains(token) && !values.contains(where: { $0.contains(token) }) {
      if let stem = stem(context.folded(token)) { stems.insert(stem) }
    }
    return stems
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }

  /// Nil for a word that tells nothing.
  static func stem(_ word: String) -> String? {
    guard word.utf8.count >= 4, word.utf8.allSatisfy(isLetter), !idle.contains(word) else { return nil }
    var bytes = Array(word.utf8)
    if bytes.last == 0x73, bytes.count > 4 { bytes.removeLast() }
    return String(decoding: bytes.prefix(6), as: UTF8.self)
  }

  private static let idle: WordSet = [
    "about", "after", "again", "all", "also", "always", "and", "another", "any", "are", "back", "been", "before",
    "being", "both", "but", "can", "charge", "charged", "come", "comes", "contract", "cost", "costs", "could",
    "customer", "does", "done", "down", "during", "each", "every", "extra", "fees", "first", "free", "from", "full",
    "further", "gets", "give", "gives", "given", "good", "have", "included", "into", "just", "last", "leave", "like",
    "made", "make", "many", "more", "most", "much", "need", "next", "order", "other", "ours", "over", "part", "party",
    "plus", "price", "prices", "provide", "provided", "receive", "same", "shall", "should", "some", "such", "take",
    "term", "than",
    "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "time", "under", "until",
    "used", "uses", "using", "very", "want", "well", "were", "what", "when", "where", "which", "while", "whole", "will",
    "with", "within", "without", "would", "year", "years", "month", "months", "your", "yours", "vendor", "supplier",
    "granted", "grant", "grants", "offer", "offers", "offered", "additional", "only", "available",
  ]
}

/// Capitalised names in running text.
enum ProperNames {
  /// The first run of capitalised words that is no sentence's first word alone and no date.
  static func first(in range: Range<Int>, of context: DocumentContext) -> Range<Int>? {
    // "10 free Insights users" is a number of users as a whole, and a name all the same.
    let dates = context.values(in: range).filter {
      if case .quantity = $0.value { return false }
      return true
    }.map(\.tokens)
    var at = range.lowerBound
    while at < range.upperBound {
      guard isNamePart(at, context, dates) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < range.upperBound, isNamePart(end, context, dates) { end += 1 }
      let isFirst = context.sentence(of: at).lowerBound == at
      if isFirst {
        let start = isArticle(context.folded(at)) ? at + 1 : at
        if end - start > 1 || start > at && end > start { return start..<end }
        let isCamel =
          context.text(at..<(at + 1)).dropFirst(2).contains(where: \.isUppercase)
          && context.text(at..<(at + 1)).contains(where: \.isLowercase)
        if end - at == 1, isCamel { return at..<end }
        if end - at == 1, end < range.upperBound, isVerb(context.folded(end)), !isArticle(context.folded(at)) {
          return at..<end
        }
      } else {
        return at..<end
      }
      at = end
    }
    return nil
  }

  private static func isNamePart(_ token: Int, _ context: DocumentContext, _ values: [Range<Int>]) -> Bool {
    let flags = context.stream.tokens[token].flags
    guard flags.contains(.capitalised), context.stream.tokens[token].tokenClass == .word else { return false }
    return !values.contains { $0.contains(token) } && context.folded(token).utf8.count > 1
  }

  private static func isArticle(_ word: String) -> Bool {
    ["the", "our", "your", "a", "an", "and", "free", "we", "you", "they", "also", "plus", "all"].contains(word)
  }

  private static func isVerb(_ word: String) -> Bool {
    ["is", "are", "comes", "for", "free", "licences", "licenses", "users", "seats", "will", "at", "add", "module"]
      .contains(word)
  }
}
