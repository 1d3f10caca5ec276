// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Prices that stand behind what is bought with nothing but a sign between: `12 training days, EUR 14,400 in total`,
/// `Premium support, EUR 780 per month`, `5 seats: $250`.
extension FeeFinder {
  func isListed(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let start = value.tokens.lowerBound
    guard sentence.count <= 60, start - 2 > sentence.lowerBound, passage.isOne(start - 1, of: ",|:|–|—|-|="),
      endsPrice(value.tokens.upperBound, sentence), isHalfOfLine(start, sentence)
    else { return false }
    // The price of the nearest thing: no other sum stands between, and no word that makes it a worth or an offer.
    let near = max(sentence.lowerBound, start - Self.listReach)..<(start - 1)
    let opening = near.last { passage.isOne($0, of: ";|.") }.map { $0 + 1 } ?? near.lowerBound
    let item = opening..<near.upperBound
    guard item.contains(where: { context.isWord($0) }),
      !item.contains(where: { Self.others.contains(passage.word($0)) }),
      !context.values(in: item).contains(where: { if case .money = $0.value { true } else { false } })
    else { return false }
    return context.names(in: item).contains { name in
      name.kind.map { !["success_fund", "partner_voucher", "usage_credit"].contains($0.rawValue) } ?? false
    }
  }

  private static let listReach = 18

  /// Words by which a sum is worth, limit, or the price of something else.
  private static let others: WordSet = [
    "worth", "value", "valued", "up", "most", "least", "list", "normally", "usually", "instead", "additional",
    "further",
    "extra", "overage", "each", "per", "discount", "fund", "budget", "if", "may", "can", "could", "would", "optional",
    "option", "travel", "expenses", "no", "not", "free", "waived", "included", "without",
  ]

  /// What stands behind: the end, how often, or that it is all.
  private func endsPrice(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if token >= sentence.upperBound { return true }
    if passage.isOne(token, of: ";|.|)|(|each|apiece|once|altogether|together|one|monthly|annually|yearly|net|flat") {
      return true
    }
    if PricePeriods.months(behind: token, in: context) != nil { return true }
    if passage.has(["in", "total|all|sum"], at: token) { return true }
    return passage.isOne(token, of: "per|/|a|an")
  }

  /// A list item or a line by itself: no verb makes a sentence of it.
  private func isHalfOfLine(_ start: Int, _ sentence: Range<Int>) -> Bool {
    !(sentence.lowerBound..<start).contains { Self.verbs.contains(passage.word($0)) }
  }

  private static let verbs: WordSet = [
    "is", "are", "shall", "will", "may", "has", "have", "was", "were", "costs", "cost", "amounts", "exceed", "exceeds",
    "requires", "offers", "offered", "rejected", "asked",
  ]
}
