// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells that a grant costs nothing where no phrase says it: a word of price that is denied, in a sentence that grants or
/// that speaks of the grant by a pronoun ("is not obliged to pay for these", "the cost is ours").
struct FreeClauses {
  let passage: PassageText

  private static let prices: WordSet = [
    "fee", "fees", "price", "cost", "costs", "charge", "charges", "payment", "payments", "remuneration", "bill",
    "invoice", "pay", "consideration", "compensation", "tuition", "money", "expense", "surcharge", "rent",
  ]
  private static let denials: WordSet = [
    "no", "not", "nothing", "none", "without", "never", "don't", "won't", "doesn't", "needn't", "neither", "nor", "nil",
    "zero",
  ]
  /// With these a sentence says how much, when, or of what something is not to be paid.
  private static let otherwise: WordSet = [
    "more", "less", "than", "before", "until", "unless", "late", "later", "earlier", "increase", "increases",
    "increased", "refund", "refunds", "refunded", "refundable", "interest", "tax", "taxes", "vat", "travel", "overdue",
    "only", "except", "index", "penalty", "cancellation", "higher", "raise", "part", "include", "includes", "including",
    "included", "cover", "covers", "covering", "covered", "contain", "contains", "card", "deducted", "reduced",
    "reduce", "exceed", "exceeds", "withheld", "withhold", "disputed", "dispute", "receipt", "estimate", "prior",
    "notice", "if", "where", "set", "affect", "change", "changed", "relieve", "release", "free", "excuse", "by", "case",
  ]
  private static let references: WordSet = [
    "it", "them", "these", "this", "those", "that", "therefor", "thereof", "their", "its", "which", "such", "for",
  ]
  private static let owners: WordSet = ["ours", "nil", "none", "zero", "nothing", "waived"]
  private static let customers: WordSet = ["customer", "client", "subscriber", "licensee", "buyer", "you"]

  func attachment(in sentence: Range<Int>, from scope: Attachment.Scope) -> Attachment? {
    guard scope <= .item, sentence.count <= 80 else { return nil }
    let isNear = scope == .sentence || sentence.contains { Self.references.contains(passage.word($0)) }
    for price in sentence where Self.prices.contains(passage.word(price)) {
      if passage.has(["is|are|:|=|being"], at: price + 1), Self.owners.contains(passage.word(price + 2)) {
        return Attachment(content: .free, tokens: price..<(price + 3), from: scope)
      }
      guard isNear, let denial = denial(of: price, in: sentence), !saysOtherwise(denial..<price, in: sentence) else {
        continue
      }
      return Attachment(content: .free, tokens: denial..<(price + 1), from: scope)
    }
    return nil
  }

  /// The word that denies a price, a few words before it in its clause.
  private func denial(of price: Int, in sentence: Range<Int>) -> Int? {
    for back in 1...7 where price - back >= sentence.lowerBound {
      let word = passage.word(price - back)
      if [",", ";", ":", "."].contains(word) { return nil }
      if word == "nothing" || back <= 4 && Self.denials.contains(word) { return price - back }
    }
    return nil
  }

  private func saysOtherwise(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
    let around = max(sentence.lowerBound, words.lowerBound - 2)..<min(sentence.upperBound, words.upperBound + 6)
    if around.contains(where: { Self.otherwise.contains(passage.word($0)) }) { return true }
    // What the customer does not charge is no gift to it.
    guard ["charge", "bill", "invoice"].contains(passage.word(words.upperBound)) else { return false }
    return Self.customers.contains(passage.word(words.lowerBound - 1))
      || Self.customers.contains(passage.word(words.lowerBound - 2))
  }
}
