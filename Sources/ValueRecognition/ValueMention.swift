// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A value that stands in a text, with the tokens that say it: `one hundred (100) training credits`.
public struct ValueMention: Sendable, Hashable {
  /// What the words mean.
  public var value: Value
  /// Tokens of the stream, words with figures in brackets included.
  public var tokens: Range<Int>
  /// Bytes of the source text.
  public var bytes: Range<Int>
  /// Doubts about it: words and figures that disagree, a date whose order nothing settles, one of two values of a range.
  public var problems: [Problem.Code]
  /// The sign that several currencies share, where money has no other mark; kept when the document settles it.
  public var currencySign: CurrencySign?
  /// Nil for nearly all: mentions are copied often.
  private var details: Details?

  /// What stands against the amount, where `problems` say so: the other end of a range, the other of two alternatives,
  /// the figures in a bracket that disagree with the words before it.
  public var alternative: Alternative? {
    get { details?.alternative }
    set { details = Details(newValue, factors, form) }
  }
  /// What was multiplied: 2 and 25 of `2 × pack of 25`. Empty where nothing was.
  public var factors: [Decimal] {
    get { details?.factors ?? [] }
    set { details = Details(alternative, newValue, form) }
  }
  /// What a bare number is by its form.
  public var form: NumberForm {
    get { details?.form ?? .plain }
    set { details = Details(alternative, factors, newValue) }
  }

  /// A mention; `tokens` and `bytes` are the same words.
  public init(
    value: Value, tokens: Range<Int>, bytes: Range<Int>, problems: [Problem.Code] = [],
    currencySign: CurrencySign? = nil
  ) {
    self.currencySign = currencySign
    self.value = value
    self.tokens = tokens
    self.bytes = bytes
    self.problems = problems
  }

  /// The other amount for the same thing, and where it stands.
  public struct Alternative: Sendable, Hashable {
    /// What it says instead, in the unit and currency of the mention.
    public var amount: Decimal
    /// The words that say it.
    public var tokens: Range<Int>
    /// Another amount and its words.
    public init(amount: Decimal, tokens: Range<Int>) {
      self.amount = amount
      self.tokens = tokens
    }
  }

  /// What a number without a unit is, as its form tells.
  public enum NumberForm: Sendable, Hashable {
    case plain
    /// Counted for certain, though nothing says what: `three bundles of 20`, `100k/day`. Printed as a quantity without unit.
    case count
    /// Written as money is: `50K` alone in its cell or line, `418 500,00`. Printed as money without currency.
    case money
  }

  /// What few mentions have.
  private final class Details: Sendable, Hashable {
    let alternative: Alternative?
    let factors: [Decimal]
    let form: NumberForm

    /// Nil where there is nothing to say.
    init?(_ alternative: Alternative?, _ factors: [Decimal], _ form: NumberForm) {
      if alternative == nil, factors.isEmpty, form == .plain { return nil }
      self.alternative = alternative
      self.factors = factors
      self.form = form
    }

    static func == (a: Details, b: Details) -> Bool {
      a.alternative == b.alternative && a.factors == b.factors && a.form == b.form
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(alternative)
      hasher.combine(factors)
      hasher.combine(form)
    }
  }

  /// Its amount; nil for dates and recurrences.
  public var amount: Decimal? {
    switch value {
    case .money(let amount, _), .quantity(let amount, _, _), .number(let amount), .percent(let amount): amount
    case .duration(let duration): duration.amount
    case .date, .recurrence: nil
    }
  }

  /// With the least that is said: of a range and of alternatives the smaller amount. The problem and the alternative stay.
  public var atLeast: ValueMention {
    guard problems.contains(.conflictingValues), let alternative, let amount, alternative.amount < amount else {
      return self
    }
    var least = self
    switch value {
    case .money(_, let currency): least.value = .money(amount: alternative.amount, currency: currency)
    case .quantity(_, let unit, let per): least.value = .quantity(amount: alternative.amount, unit: unit, per: per)
    case .number: least.value = .number(alternative.amount)
    case .percent: least.value = .percent(alternative.amount)
    case .duration(var duration):
      duration.amount = alternative.amount
      least.value = .duration(duration)
    case .date, .recurrence: break
    }
    return least
  }
}

/// What a value recogniser reads. Amounts are exact decimals.
public enum Value: Sendable, Hashable {
  /// `currency` is ISO 4217, nil where the sign is ambiguous and nothing in the document settles it.
  case money(amount: Decimal, currency: String?)
  /// A number with its unit, a singular noun: `10,000 API calls`. `per`: `day`, `month`, `year` …
  case quantity(amount: Decimal, unit: String, per: String?)
  /// A bare number: `one hundred (100)`. Not among what `values` prints.
  case number(Decimal)
  /// 5 for 5%.
  case percent(Decimal)
  case duration(CalendarDuration)
  case date(DateValue)
  /// `each Contract Year`, `per quarter`, `monthly`.
  case recurrence(Recurrence.Every)
}

/// A length of time in the unit that the text gives; calendar units are never turned into days.
public struct CalendarDuration: Sendable, Hashable {
  /// The units that texts count time in.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case second, minute, hour, day, week, month, quarter, year
  }
  /// How many units; not always whole.
  public var amount: Decimal
  /// As the text gives it: a quarter stays a quarter.
  public var unit: Unit
  /// Business days, or days that the text calls working or banking days.
  public var isBusiness: Bool
  /// A length of `amount` units.
  public init(amount: Decimal, unit: Unit, isBusiness: Bool = false) {
    self.amount = amount
    self.unit = unit
    self.isBusiness = isBusiness
  }
  /// Months of months, quarters and years; nil for the rest.
  public var months: Decimal? {
    switch unit {
    case .month: amount
    case .quarter: amount * 3
    case .year: amount * 12
    default: nil
    }
  }
  /// Days of days and weeks; nil for the rest.
  public var days: Decimal? {
    switch unit {
    case .day: amount
    case .week: amount * 7
    default: nil
    }
  }
}

/// A quarter or half of a calendar year, counted from 1.
public enum PartOfYear: Sendable, Hashable { case quarter(Int), half(Int) }

/// A date as the text gives it: whole, or in part.
public struct DateValue: Sendable, Hashable {
  /// Nil is what the text does not give.
  public var year: Int?, month: Int?, day: Int?
  /// The other reading, where day and month can be told apart neither by themselves nor by the document's other dates.
  public var otherReading: CalendarDate?
  /// The quarter or half of `year` that is meant; month and day are then nil.
  public var part: PartOfYear?
  /// A date of the parts that are given; nothing is checked.
  public init(year: Int?, month: Int?, day: Int?, otherReading: CalendarDate? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.otherReading = otherReading
  }
  /// The day, nil where the date is given in part or is ambiguous.
  public var date: CalendarDate? {
    guard otherReading == nil, let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
