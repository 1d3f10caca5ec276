// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// A price that is less than the usual one, in words: "at half price", "half off", "for a third of the list price", "at a
/// reduced rate".
struct ReducedPrice {
  let context: DocumentContext

  private static let parts: WordSet = ["half", "third", "thirds", "quarter", "quarters", "fifth", "fraction"]
  private static let prices: WordSet = [
    "price", "prices", "cost", "costs", "rate", "rates", "fee", "fees", "tariff", "charge",
  ]
  private static let less: WordSet = [
    "reduced", "discounted", "preferential", "special", "lower", "lowered", "halved", "cheaper", "subsidised",
    "subsidized", "concessionary", "friendly",
  ]
  /// What may stand between the part and the price.
  private static let asides: WordSet = [
    "of", "the", "its", "their", "your", "our", "list", "usual", "normal", "regular", "standard", "full", "catalogue",
    "catalog",
  ]

  /// The first such words; nil where there are none.
  func words(in range: Range<Int>) -> Range<Int>? {
    for token in range {
      if context.isOne(token, of: Self.parts), let end = end(ofPart: token, range) { return token..<end }
      guard context.isOne(token, of: Self.less), token > range.lowerBound else { continue }
      var at = token + 1
      while at < range.upperBound, at < token + 3, context.isOne(at, of: Self.asides) { at += 1 }
      let opens = (max(range.lowerBound, token - 2)..<token).contains { context.isOne($0, of: "at|for|with") }
      if opens, at < range.upperBound, context.isOne(at, of: Self.prices) { return token..<(at + 1) }
    }
    return nil
  }

  /// "Half price", "half off", "half the list price", "two thirds cheaper".
  private func end(ofPart token: Int, _ range: Range<Int>) -> Int? {
    var at = token + 1
    guard at < range.upperBound else { return nil }
    if context.isOne(at, of: "off|cheaper|less") { return at + 1 }
    while at < range.upperBound, at < token + 6, context.isOne(at, of: Self.asides) { at += 1 }
    return at < range.upperBound && context.isOne(at, of: Self.prices) ? at + 1 : nil
  }
}
