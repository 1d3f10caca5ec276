// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Stretches of months that are counted from the start of another: `second six months of the Term`, `the 4th and the 9th
/// month`.
extension TimeParser {
  /// `second six months of the Order Term`, `third three months`.
  func laterPart(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    guard let number = Ordinals.value(passage.word(token)), number > 1, let (length, end) = length(at: token + 1),
      let months = length.months?.wholeNumber, months > 1
    else { return nil }
    guard passage.word(end) == "of" else { return (.slice(number, months: months, of: .term), end) }
    if let whole = period(at: end + 1, depth: depth + 1) {
      return (.slice(number, months: months, of: whole.value), whole.end)
    }
    return runningThing(at: end + 1).map { (.slice(number, months: months, of: .term), $0) }
  }

  /// Behind "between": `the 4th and the 9th month of the Term`, `the seventh month and the twelfth month`.
  func monthsBetween(at token: Int) -> Parsed<TimePeriod>? {
    guard let first = longOrdinal(at: passage.word(token) == "the" ? token + 1 : token) else { return nil }
    let and = passage.word(first.end) == "month" ? first.end + 1 : first.end
    guard passage.word(and) == "and",
      let last = longOrdinal(at: passage.word(and + 1) == "the" ? and + 2 : and + 1),
      last.value > first.value, passage.isOne(last.end, of: "month|months")
    else { return nil }
    var (whole, end) = (TimePeriod.term, last.end + 1)
    if passage.word(end) == "of" {
      guard let named = period(at: end + 1, depth: 1) else { return nil }
      (whole, end) = (named.value, named.end)
    }
    let until = CalendarDuration(amount: Decimal(last.value), unit: .month)
    let length = CalendarDuration(amount: Decimal(last.value - first.value + 1), unit: .month)
    return (.last(length, of: .first(until, of: whole)), end)
  }

  /// `fourth month` behind "from" or "to": a month of the term, where nothing says of what.
  func monthOfTerm(at token: Int) -> Parsed<TimePeriod>? {
    guard
      passage.isOne(passage.word(token - 1) == "the" ? token - 2 : token - 1, of: "from|to|until|through|till|with"),
      let ordinal = longOrdinal(at: token), passage.word(ordinal.end) == "month",
      Self.behindMonth.contains(passage.word(ordinal.end + 1))
    else { return nil }
    return (.slice(ordinal.value, months: 1, of: .term), ordinal.end + 1)
  }

  private static let behindMonth: WordSet = [
    "", ".", ",", ";", ")", "on", "onwards", "onward", "to", "until", "till", "through", "forward",
  ]
}
