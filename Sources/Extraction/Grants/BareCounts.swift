// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Numbers without a noun that open what stands behind a run-in title: "Data credits. 250,000 per contract year, fee $0",
/// "Exam vouchers. Twelve, at no charge".
struct BareCounts {
  let context: DocumentContext

  /// Kinds that are told by a number of pieces.
  private static let counted: Set<Kind> = [
    "training_credit", "certification_voucher", "usage_credit", "accelerator", "development_credit", "api_capacity",
    "sandbox",
  ]

  /// What may stand behind the number: a sign, how often, at what price, from when to when. A noun would be what it
  /// counts.
  private static let behind: WordSet = [
    ",", ".", "(", ";", "-", "–", "—", "per", "a", "an", "each", "every", "/", "at", "for", "in", "free", "during",
    "over", "until", "through", "throughout", "by", "valid", "yearly", "annually", "annual", "monthly", "quarterly",
    "daily", "with", "without", "included", "complimentary", "no", "nil", "within", "once", "gratis", "from", "to",
    "on", "altogether", "usable", "good", "=", "*", "†", "‡", "§", "[",
  ]
  private static let ahead: WordSet = ["up", "to", "a", "total", "of", "-", "–", "—", "quantity", "number", ":", "x"]

  func isCount(_ value: ValueMention, of kind: Kind, in sentence: Range<Int>) -> Bool {
    guard Self.counted.contains(kind), case .number(let amount) = value.value, amount.wholeNumber != nil, amount > 0
    else { return false }
    // "2026 in brief": a year by itself counts nothing.
    if value.tokens.count == 1, (1990...2100).contains(amount), !context.text(value.tokens).contains(",") {
      return false
    }
    let start = value.tokens.lowerBound
    guard start - sentence.lowerBound <= 5,
      (sentence.lowerBound..<start).allSatisfy({ context.isOne($0, of: Self.ahead) })
    else { return false }
    let next = value.tokens.upperBound
    guard next < sentence.upperBound else { return true }
    if context.folded(next) == "of" { return false }
    return context.isOne(next, of: Self.behind)
  }
}
