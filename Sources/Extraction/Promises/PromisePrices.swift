// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What is to be paid for what is promised.
public struct PromisedPrice: Sendable, Hashable {
  /// The sum; nil where a share of fees is promised.
  public var amount: Decimal?
  /// ISO 4217; nil where a bare sign leaves it open.
  public var currency: String?
  /// Of fees.
  public var percent: Decimal?
  /// The sum is asked once a year.
  public var isYearly = false
  /// The words that say it.
  public var wording: String
  /// Where the sum or share stands in the promise.
  var tokens: Range<Int>
}

/// Finds prices in a promise: `for $4,000 a year`, `at 8% of annual fees`.
struct PromisePrices {
  let context: DocumentContext
  let mention: PromiseMention

  private static let introducing: WordSet = [
    "for", "at", "@", "costs", "cost", "price", "priced", "only", "of", "just",
  ]

  func price(in range: Range<Int>) -> PromisedPrice? {
    for value in context.values(in: range) where value.tokens != mention.money?.tokens {
      switch value.value {
      case .money(let amount, let currency):
        guard isIntroduced(value, in: range), !isPerUnit(value) else { continue }
        return PromisedPrice(
          amount: amount, currency: currency, isYearly: isYearly(behind: value.tokens.upperBound),
          wording: context.text(value.tokens), tokens: value.tokens)
      case .percent(let percent):
        let next = value.tokens.upperBound
        guard mention.share == nil, isIntroduced(value, in: range), next < context.stream.count,
          context.folded(next) == "of"
        else { continue }
        return PromisedPrice(
          percent: percent, wording: context.text(value.tokens) + " of fees", tokens: value.tokens)
      default: continue
      }
    }
    return nil
  }

  private func isIntroduced(_ value: ValueMention, in range: Range<Int>) -> Bool {
    guard value.tokens.lowerBound > range.lowerBound else { return false }
    let before = value.tokens.lowerBound - 1
    guard Self.introducing.contains(context.folded(before)) else { return false }
    // "A fund of $5,000", "a price of $5,000".
    return context.folded(before) != "of"
      || before > range.lowerBound && ["price", "cost", "fee", "charge"].contains(context.folded(before - 1))
  }

  private func isPerUnit(_ value: ValueMention) -> Bool {
    let next = value.tokens.upperBound
    guard next < context.stream.count else { return false }
    if ["each", "apiece"].contains(context.folded(next)) { return true }
    guard ["per", "a", "an", "/"].contains(context.folded(next)), next + 1 < context.stream.count else { return false }
    return !["year", "yr", "annum", "contract"].contains(context.folded(next + 1))
  }

  private func isYearly(behind token: Int) -> Bool {
    guard token < context.stream.count else { return false }
    let words = (token..<min(token + 3, context.stream.count)).map { context.folded($0) }
    return ["annually", "yearly", "p"].contains(words[0])
      || ["per", "a", "each", "every", "/"].contains(words[0])
        && words.dropFirst().contains { ["year", "yr", "annum"].contains($0) }
  }
}
