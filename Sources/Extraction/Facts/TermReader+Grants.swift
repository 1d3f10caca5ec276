// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Patterns

/// Tells the times of grants and prices, and the names of days, from what is said of the term.
extension TermReader {
  /// "Passes are given for one year commencing on …": a length by itself is the grant's that its sentence names.
  func isOfGrant(_ match: PhraseMatch) -> Bool {
    guard context.durations(in: match.tokens).first != nil else { return false }
    let sentence = context.sentence(of: match.tokens.lowerBound)
    let from = max(sentence.lowerBound, match.tokens.lowerBound - 40)
    let weights = TermWeights(context: context, isRenewal: false)
    if weights.holdsPrices(context.words(from..<match.tokens.lowerBound)) { return true }
    guard !context.words(from..<match.tokens.upperBound).contains(where: Self.ownWords.contains) else { return false }
    if opensWithBuying(sentence) { return false }
    let speaks = weights.speaksOfSupply(context.words(from..<match.tokens.upperBound))
    if match.tokens.lowerBound - from > 5, !speaks.subject, !speaks.deed { return true }
    return context.names(in: from..<match.tokens.lowerBound).contains {
      $0.kind != nil && !$0.isWeak && $0.kind != "support_plan"
    }
  }

  /// "What you are buying. 40 seats for two years …": a short heading at the start of the paragraph.
  private func opensWithBuying(_ sentence: Range<Int>) -> Bool {
    let block = context.block(of: sentence.lowerBound)
    let heading = block.lowerBound..<sentence.lowerBound
    return heading.count <= 8 && heading.contains { context.isOne($0, of: Self.buying) }
  }

  private static let buying: WordSet = [
    "buy", "buys", "buying", "purchase", "ordering", "subscription", "supply",
  ]

  /// "30 days from the Order Start Date": the words name a day, and say nothing of when the order starts.
  func isDayName(_ match: PhraseMatch) -> Bool {
    match.tokens.upperBound < context.stream.count && context.isOne(match.tokens.upperBound, of: "date|day")
      && context.isOne(match.tokens.upperBound - 1, of: "start|end|begin|commence")
  }

  private static let ownWords: WordSet = [
    "term", "order", "contract", "agreement", "licence", "licences", "license", "licenses", "duration",
  ]
}
