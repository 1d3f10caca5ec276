// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis

/// A value as `inwriting values` prints it: one of non-overlapping values of a text. Only the fields of its type are
/// set; `start` and `end` count Unicode scalars of the text.
public struct PrintedValue: Sendable, Hashable {
  /// The value's type, by its printed name.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case money, quantity, percent, duration, date, recurrence
  }

  /// Which of the fields below are set.
  public var type: Kind
  /// The words, as they stand.
  public var text: String
  /// Where the words start, in Unicode scalars.
  public var start: Int
  /// Behind the words, in Unicode scalars.
  public var end: Int
  /// Of money, quantities, percentages and durations.
  public var amount: Decimal?
  /// ISO 4217; nil where the sign is ambiguous and nothing in the document settles it.
  public var currency: String?
  /// Of quantities and durations.
  public var unit: String?
  /// A duration in days, or in months, where its unit is a number of these.
  public var days: Decimal?, months: Decimal?
  /// A whole date, `YYYY-MM-DD`.
  public var date: String?
  /// What a date in part gives.
  public var year: Int?, month: Int?, day: Int?
  /// Of recurrences.
  public var every: String?
  /// The quarter or half of the year that is meant, counted from 1.
  public var quarter: Int?, half: Int?
  /// Codes of doubts. Printed, where there are any, but for an unknown currency or day and month, of which the missing
  /// field tells.
  public var problems: [Problem.Code]
}

extension PrintedValue {
  /// A field as it is printed: in this order, under these names.
  public enum Field: Sendable, Hashable {
    case text(String), number(Decimal), integer(Int), texts([String]), null
  }

  /// The fields of the contract for this type, in order. Money always has `currency`, null where unknown.
  public var fields: [(name: String, value: Field)] {
    var fields: [(String, Field)] = [
      ("type", .text(type.rawValue)), ("text", .text(text)), ("start", .integer(start)), ("end", .integer(end)),
    ]
    if let amount { fields.append(("amount", .number(amount))) }
    if type == .money { fields.append(("currency", currency.map(Field.text) ?? .null)) }
    if let unit {
      fields.append(("unit", .text(unit)))
    } else if type == .quantity {
      fields.append(("unit", .null))
    }
    if let days { fields.append(("days", .number(days))) }
    if let months { fields.append(("months", .number(months))) }
    if let date { fields.append(("date", .text(date))) }
    for (name, part) in [("year", year), ("half", half), ("quarter", quarter), ("month", month), ("day", day)] {
      if let part { fields.append((name, .integer(part))) }
    }
    if let every { fields.append(("every", .text(every))) }
    let doubts = problems.filter { $0 != .ambiguousCurrency && $0 != .ambiguousDate }
    if !doubts.isEmpty { fields.append(("problems", .texts(doubts.map(\.rawValue)))) }
    return fields
  }

  init?(_ mention: ValueMention, text: String, start: Int, end: Int) {
    self.text = text
    self.start = start
    self.end = end
    problems = mention.problems
    switch mention.value {
    case .number(let amount):
      switch mention.form {
      case .plain: return nil
      case .count: type = .quantity
      case .money: type = .money
      }
      self.amount = amount
    case .money(let amount, let currency):
      type = .money
      self.amount = amount
      self.currency = currency
    case .quantity(let amount, let unit, _):
      type = .quantity
      self.amount = amount
      self.unit = unit
    case .percent(let amount):
      type = .percent
      self.amount = amount
    case .duration(let duration):
      type = .duration
      amount = duration.amount
      unit = duration.unit.rawValue
      days = duration.isBusiness ? nil : duration.days
      months = duration.months
    case .date(let value):
      type = .date
      setDate(value)
    case .recurrence(let every):
      type = .recurrence
      self.every = every.rawValue
    }
  }

  /// Of an ambiguous date only what both readings share.
  private mutating func setDate(_ value: DateValue) {
    if let date = value.date {
      self.date = date.description
      return
    }
    year = value.year
    switch value.part {
    case .quarter(let number)?: quarter = number
    case .half(let number)?: half = number
    case nil: break
    }
    if let other = value.otherReading {
      month = value.month == other.month ? value.month : nil
      day = value.day == other.day ? value.day : nil
    } else {
      month = value.month
      day = value.day
    }
  }
}
