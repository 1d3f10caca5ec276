// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What is to be paid for what is promised.
public struct PromisedPrice: Sendable, Hashable {
  /// The sum, of a year where it is asked by the month or quarter; nil where a share of fees is promised.
  public var amount: Decimal?
  /// ISO 4217; nil where a bare sign leaves it open.
  public var currency: String?
  /// Of fees.
  public var percent: Decimal?
  /// The sum is asked once a year.
  public var isYearly = false
  /// What the sum is asked for one of: `hour`; nil where it is for all that is promised.
  public var unit: String?
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
    "for", "at", "@", "costs", "cost", "price", "priced", "only", "of", "just", "exceeding", "exceed", "than",
    "maximum",
    "max", "rate", "is", "under", "below",
  ]
  /// Words for what is asked behind which "of" and "is" bring a price: "a fee of $5,000".
  private static let asked: WordSet = ["price", "cost", "costs", "fee", "fees", "charge", "rate"]

  func price(in range: Range<Int>) -> PromisedPrice? {
    for value in context.values(in: range) where value.tokens != mention.money?.tokens {
      switch value.value {
      case .money(let amount, let currency):
        let times = PricePeriods.timesAYear(behind: value.tokens.upperBound, in: context)
        // "Premier Support, EUR 18,000 a year"; of a fund that is what it is worth.
        guard isIntroduced(value, in: range) || times != nil && !mention.kind.takesMoney else { continue }
        return PromisedPrice(
          amount: amount * (times ?? 1), currency: currency, isYearly: times != nil, unit: unit(behind: value),
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
    guard context.isOne(before, of: Self.introducing) else { return false }
    // "A fund of $5,000", "a price of $5,000".
    return !context.isOne(before, of: "of|is")
      || before > range.lowerBound && context.isOne(before - 1, of: Self.asked)
  }

  /// "An hour", "/h", "each": what the sum is asked for one of.
  private func unit(behind value: ValueMention) -> String? {
    let next = value.tokens.upperBound
    guard next < context.stream.count else { return nil }
    if context.isOne(next, of: "each|apiece") { return mention.quantity?.unit ?? mention.unit ?? "unit" }
    guard context.isOne(next, of: "per|a|an|/|every"), next + 1 < context.stream.count else {
      return nil
    }
    let word = context.folded(next + 1)
    guard !PricePeriods.opens(with: word) else { return nil }
    return ["h": "hour", "hr": "hour", "hrs": "hour", "d": "day"][word] ?? word.droppingPlural
  }
}
