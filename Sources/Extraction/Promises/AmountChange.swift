// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// The number that an offer has become: "the training credits become 120", "I can raise the fund from EUR 9,000 to EUR
/// 12,000", "promised 25 vouchers but corrected it to 18".
struct AmountChange {
  let reader: PromiseReader

  /// Gives what is spoken of the last amount that the words say it becomes.
  /// Whether the words say one.
  func apply(to mention: inout PromiseMention) -> Bool {
    let context = reader.context
    for span in reader.spans("said_changed").reversed() where !HandlingWords.isDenied(span.tokens, context) {
      let values = context.values.filter { isAt($0.tokens.lowerBound, behind: span.tokens) }
      // "To 18 months" is a time as a whole, and no number.
      if values.contains(where: isTime) { continue }
      for value in values.sorted(by: { $0.tokens.count > $1.tokens.count }) where take(value, &mention) { return true }
    }
    return false
  }

  private func isTime(_ value: ValueMention) -> Bool {
    switch value.value {
    case .date: true
    case .duration(let length): ![.hour, .day].contains(length.unit)
    default: false
    }
  }

  /// Right behind the words, or with "a total of" or "only" between.
  private func isAt(_ token: Int, behind span: Range<Int>) -> Bool {
    let idle: Set<String> = [
      "only", "just", "a", "total", "of", "about", "at", "full", "around", "even", "least", "now",
    ]
    return token >= span.upperBound && token <= span.upperBound + 4
      && (span.upperBound..<token).allSatisfy { idle.contains(reader.context.folded($0)) }
  }

  private func take(_ value: ValueMention, _ mention: inout PromiseMention) -> Bool {
    switch value.value {
    case .money where mention.quantity == nil && mention.kind.takesMoney: mention.money = value
    case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: mention.kind) && mention.money == nil:
      mention.quantity = Units.normalised(amount, unit: unit, kind: mention.kind, per: per ?? mention.quantity?.per)
    case .number(let number) where mention.kind.isFunded && mention.quantity == nil && number >= 500:
      mention.money = nil
      mention.sum = number
    case .number(let number)
    where mention.money == nil && mention.share == nil && mention.kind != "support_plan" && mention.unit != nil:
      mention.quantity = Quantity(
        amount: number, unit: mention.quantity?.unit ?? mention.unit, per: mention.quantity?.per)
    case .duration(let length) where mention.quantity?.unit == length.unit.rawValue:
      mention.quantity?.amount = length.amount
    case .percent(let percent):
      guard let base = mention.share?.base else { return false }
      mention.share = (percent, base)
    default: return false
    }
    return true
  }
}
