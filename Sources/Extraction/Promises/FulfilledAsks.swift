// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// "As you asked, we raise the sessions to 12", "You wanted Premier Support: you have it": what was asked for is given in
/// the same breath, and is no ask any more.
struct FulfilledAsks {
  let context: DocumentContext
  let asks: [Range<Int>]

  private static let reasons: WordSet = ["as", "since", "because", "like", "given", "considering", "now"]
  private static let assents: WordSet = [
    "have", "get", "got", "done", "agreed", "granted", "included", "free", "here", "yes", "ok", "okay", "fine", "deal",
    "in", "approved", "confirmed", "yours",
  ]
  private static let denials: WordSet = [
    "no", "not", "can't", "cannot", "won't", "don't", "unfortunately", "sorry", "check", "ask", "if", "but",
  ]

  /// Where each of the asks is given at once, it is an offer.
  func settle(_ cues: inout Set<PromiseCue>, _ mentions: [PromiseMention]) {
    guard !asks.isEmpty, asks.allSatisfy({ isMet($0, mentions.map(\.tokens)) }) else { return }
    cues.remove(.ask)
    cues.insert(.offer)
  }

  private func isMet(_ ask: Range<Int>, _ named: [Range<Int>]) -> Bool {
    let sentence = context.sentence(of: ask.lowerBound)
    let behind = ask.upperBound..<max(ask.upperBound, sentence.upperBound)
    let before = max(sentence.lowerBound, ask.lowerBound - 2)..<ask.lowerBound
    if before.contains(where: { context.isOne($0, of: Self.reasons) }) {
      guard let comma = behind.prefix(12).first(where: { context.isOne($0, of: ",|:|–|—") }) else { return false }
      let rest = (comma + 1)..<max(comma + 1, sentence.upperBound)
      return named.contains { $0.lowerBound > comma } && !rest.contains { context.isOne($0, of: Self.denials) }
    }
    guard ask.lowerBound <= sentence.lowerBound + 1, context.folded(ask.lowerBound) == "you" else { return false }
    guard let sign = behind.first(where: { context.isOne($0, of: ":|–|—|;") }) else { return false }
    let answer = (sign + 1)..<max(sign + 1, sentence.upperBound)
    return answer.prefix(6).contains { context.isOne($0, of: Self.assents) }
      && !answer.contains { context.isOne($0, of: Self.denials) }
  }
}
