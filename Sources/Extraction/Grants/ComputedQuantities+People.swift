// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// So many for each of so many people: "Six planners get two exam vouchers each", "Four of your negotiators are welcome,
/// one seat each", "one training seat each for twelve dispatchers".
extension ComputedQuantities {
  /// `token` is the "each" behind what one of them gets.
  func apiece(_ candidate: Candidate, _ token: Int) -> Candidate? {
    guard let own = candidate.quantity?.amount, own <= 100, !candidate.kind.isStanding,
      candidate.sentence.contains(token - 1), endsClause(token + 1, candidate.sentence)
    else { return nil }
    // What one gets stands right before: a number and its noun, or an article and it.
    let low = max(candidate.sentence.lowerBound, token - 6)
    let held = context.values(in: low..<token).last { $0.isQuantityOrNumber && $0.value.amount == own }
    let start: Int
    if let held {
      start = held.tokens.lowerBound
    } else if own == 1, let article = (low..<token).last(where: { context.isOne($0, of: "a|an") }) {
      start = article
    } else {
      return nil
    }
    guard let people = people(in: candidate.sentence.lowerBound..<start) ?? peopleBehind(token, candidate.sentence)
    else { return nil }
    return candidate.with(times: people, total: nil)
  }

  private func endsClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return true }
    return !context.isWord(token)
      || context.isOne(token, of: "at|in|on|for|to|free|without|and|until|during|from|by|valid|which|gratis|within")
  }

  /// The last number of people before it.
  private func people(in range: Range<Int>) -> Decimal? {
    for value in context.values(in: range).reversed() {
      guard let count = count(value, range.upperBound) else { continue }
      return count
    }
    return nil
  }

  private func peopleBehind(_ each: Int, _ sentence: Range<Int>) -> Decimal? {
    // "two attempts each at the Consultant exam for five members of staff"
    let limit = min(each + (context.isOne(each + 1, of: "at|in|of") ? 10 : 2), sentence.upperBound)
    guard each + 1 < limit, let link = (each + 1..<limit).first(where: { context.isOne($0, of: "for|to") }) else {
      return nil
    }
    let near = (link + 1)..<max(link + 1, min(link + 5, sentence.upperBound))
    return context.values(in: near).first.flatMap { count($0, sentence.upperBound) }
  }

  /// "Four of your negotiators", "12 branch dispatchers".
  private func count(_ value: ValueMention, _ limit: Int) -> Decimal? {
    guard value.isQuantityOrNumber, let amount = value.value.amount, amount >= 2, amount <= 10_000,
      amount.wholeNumber != nil, !AmountFit(context: context).isLabel(value)
    else { return nil }
    let nouns = FreeProducts(context: context, currency: nil)
    // The words of a quantity end in what it counts.
    var at = value.tokens.upperBound - 1
    let end = min(value.tokens.upperBound + 4, limit)
    while at < end {
      if at >= value.tokens.upperBound || context.isWord(at), nouns.isPerson(at) || context.isOne(at, of: "users") {
        return amount
      }
      if at >= value.tokens.upperBound, !context.isWord(at) { return nil }
      at += 1
    }
    return nil
  }
}
