// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Patterns

/// Words around what is named that change what they say of it.
extension PromiseReader {
  /// "Can we get three? Ann to check": all that is named stands in questions, and nothing behind them says yes.
  func areAskedFor(_ mentions: [PromiseMention]) -> Bool {
    guard let last = mentions.last else { return false }
    let sentences = mentions.map { context.sentence(of: $0.tokens.lowerBound) }
    guard sentences.allSatisfy({ !$0.isEmpty && context.folded($0.upperBound - 1) == "?" }) else { return false }
    let behind = context.sentence(of: last.tokens.lowerBound).upperBound..<all.upperBound
    return !behind.prefix(40).contains { Self.assents.contains(context.folded($0)) }
  }

  private static let assents: WordSet = [
    "yes", "yep", "yeah", "ok", "okay", "agreed", "confirmed", "included", "free", "sure", "done", "deal", "granted",
    "approved", "absolutely", "definitely", "fine", "promised", "offered", "course",
  ]

  /// Where a period is said to last as long as the contract: "for the order" is none of it before "book".
  var termSpans: [Range<Int>] {
    spans("said_term").map(\.tokens).filter { tokens in
      guard Self.documents.contains(context.folded(tokens.upperBound - 1)) else { return true }
      let next = tokens.upperBound
      guard next < all.upperBound, context.isWord(next) else { return true }
      return Self.followers.contains(context.folded(next))
    }
  }

  private static let documents: WordSet = ["order", "contract", "subscription", "agreement"]
  private static let followers: WordSet = [
    "and", "or", "at", "with", "for", "free", "from", "to", "is", "are", "in", "on", "as", "but", "without", "no",
    "until", "including", "each", "every", "if", "which", "that", "we", "you", "they", "per", "plus", "gratis", "not",
    "starting", "beginning", "by", "of", "then", "so", "all", "will", "can", "too", "also", "only",
  ]
}
