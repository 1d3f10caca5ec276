// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Fields of a promise that stand in columns of their own.
extension Extractor {
  /// `20 days`, `60'000`, `10 TB`; a bare number counts `unit`, else the kind's own unit. Nil where no number is there.
  public func promisedQuantity(_ text: SourceText, kind: Kind?, unit: String?) -> Quantity? {
    let context = DocumentContext(text, extractor: self)
    let kind = kind ?? "other"
    var bare: Quantity?
    for value in context.values {
      switch value.value {
      case .quantity(let amount, let unit, let per): return Units.normalised(amount, unit: unit, kind: kind, per: per)
      case .duration(let duration): return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      case .number(let number) where bare == nil:
        bare = Quantity(
          amount: number, unit: writtenUnit(behind: value, context) ?? unit ?? patterns.unit(of: kind),
          per: kind == "api_capacity" ? writtenPeriod(behind: value, context) : nil)
      default: continue
      }
    }
    return bare
  }

  /// "50 000 per day", "2m/month", "40k daily": what a number of calls counts for.
  private func writtenPeriod(behind value: ValueMention, _ context: DocumentContext) -> String? {
    let behind = value.tokens.upperBound..<min(value.tokens.upperBound + 5, context.stream.count)
    let periods = [
      "day": "day", "daily": "day", "month": "month", "monthly": "month", "year": "year", "yearly": "year",
    ]
    return behind.lazy.compactMap { periods[context.folded($0)] }.first
  }

  /// A unit that no recogniser knows, right behind the number: "12 coaching sessions" counts sessions.
  private func writtenUnit(behind value: ValueMention, _ context: DocumentContext) -> String? {
    for name in context.names where name.kind != nil && name.tokens.lowerBound >= value.tokens.upperBound {
      return name.unit ?? name.kind.flatMap { patterns.unit(of: $0) }
    }
    return nil
  }

  /// `CHF 50'000`, `$20k`, `5% of annual fees`; nil where no money is there. A bare number is an amount in no currency.
  public func promisedValue(_ text: SourceText) -> EntitlementValue? {
    let context = DocumentContext(text, extractor: self)
    for value in context.values {
      if case .money(let amount, let currency) = value.value {
        return EntitlementValue(amount: amount, currency: currency)
      }
    }
    for value in context.values {
      guard case .percent(let percent) = value.value else { continue }
      let next = value.tokens.upperBound
      let isShare = next < context.stream.count && context.folded(next) == "of"
      // "5% discount" is no share of anything.
      guard isShare || next == context.stream.count, percent > 0 else { return nil }
      let base = context.names.first { $0.list == "fee_base" && $0.tokens.lowerBound >= next }?.entry
      return EntitlementValue(
        amount: nil, currency: nil, basis: .computed, formula: Formula(percent: percent, of: base ?? "annual_fees"))
    }
    for value in context.values {
      if case .number(let number) = value.value { return EntitlementValue(amount: number, currency: nil) }
    }
    return nil
  }

  /// Whether a sum of money stands in a text, though its sign may leave the currency open.
  public func hasMoney(_ text: SourceText) -> Bool {
    DocumentContext(text, extractor: self).values.contains { value in
      if case .money = value.value { return true }
      return false
    }
  }

  /// What a number of that kind counts unless it says so; nil for kinds that are worth money.
  public func unit(of kind: Kind) -> String? { patterns.unit(of: kind) }

  /// Every sum of a text, in its order.
  public func sums(_ text: SourceText) -> [EntitlementValue] {
    DocumentContext(text, extractor: self).values.compactMap { value in
      guard case .money(let amount, let currency) = value.value else { return nil }
      return EntitlementValue(amount: amount, currency: currency)
    }
  }

  /// The last day that a cell gives: a date, or a month's last day. Nil where it gives none or two readings.
  public func promisedDay(_ text: SourceText) -> CalendarDate? {
    if let day = CalendarDate(iso: text.string(0..<text.utf8.count)) { return day }
    let context = DocumentContext(text, extractor: self)
    for value in context.values {
      guard case .date(let date) = value.value else { continue }
      if let day = date.date { return day }
      if let year = date.year, let month = date.month, date.day == nil {
        return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
      }
    }
    return nil
  }

  /// The first number, sum and day of a few words, as an amendment quotes them.
  public func quotedValues(_ text: SourceText) -> QuotedValues {
    let context = DocumentContext(text, extractor: self)
    var found = QuotedValues()
    for value in context.values {
      switch value.value {
      case .money(let amount, _) where found.money == nil: found.money = amount
      case .date(let date) where found.day == nil: found.day = date.date
      case .number(let number) where found.number == nil: found.number = number
      case .quantity(let amount, _, _) where found.number == nil: found.number = amount
      default: continue
      }
    }
    return found
  }
}

/// The values of words that an amendment quotes.
public struct QuotedValues: Sendable, Hashable {
  /// The first bare number, or that of a quantity.
  public var number: Decimal?
  /// The first sum, in whatever currency.
  public var money: Decimal?
  /// The first whole date.
  public var day: CalendarDate?
}
