// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import ValueRecognition

/// A number, length or sum of a clause, with what it counts as far as its own words say.
public struct ClauseAmount: Sendable, Hashable {
  /// How many of what; nil where it is a sum.
  public var quantity: Quantity?
  /// A sum of money.
  public var value: EntitlementValue?
  /// The words right behind it, in small letters.
  public var nouns: [String]
  /// It says by when or how often something is, and not how much: "within 30 days", "every three months".
  public var isTime: Bool
}

extension Extractor {
  /// Every amount of a few words that may count something of a kind, in their order.
  public func amounts(_ text: SourceText, kind: Kind) -> [ClauseAmount] {
    let context = DocumentContext(text, extractor: self)
    return context.values.compactMap { value in
      let (low, high) = (value.tokens.lowerBound, value.tokens.upperBound)
      let nouns = (high..<min(high + 4, context.stream.count)).map { context.folded($0) }
      let before = low > 0 ? context.folded(low - 1) : ""
      let earlier = low > 1 ? context.folded(low - 2) : ""
      let isTime =
        ["within", "after", "before", "than", "every", "each", "first", "last", "next", "by", "in", "until", "of the"]
        .contains(before) || ["within", "not", "first", "last", "next"].contains(earlier)
        || nouns.first.map { ["after", "before", "from", "prior", "notice", "'", "\u{2019}", "ahead"].contains($0) }
          ?? false
      var found = ClauseAmount(nouns: nouns, isTime: false)
      switch value.value {
      case .quantity(let amount, let unit, let per):
        found.quantity = Units.normalised(amount, unit: unit, kind: kind, per: per)
      case .duration(let length):
        found.quantity = Quantity(amount: length.amount, unit: length.unit.rawValue)
        found.isTime = isTime
      case .number(let number):
        found.quantity = Quantity(amount: number, unit: nil)
      case .money(let amount, let currency): found.value = EntitlementValue(amount: amount, currency: currency)
      default: return nil
      }
      return found
    }
  }
}
