// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// How far a recurrence reaches where its own words say so: "each of the first two Contract Years", "each quarter of the
/// first year of the Term", "each calendar quarter of 2027".
struct RecurrenceSpan {
  let passage: PassageText
  let parser: TimeParser

  /// The span and the token behind the words that give it.
  func period(of mention: ValueMention, _ every: Recurrence.Every) -> (period: TimePeriod, end: Int)? {
    if let own = firstOfThem(mention, every) { return (own, mention.tokens.upperBound) }
    let at = mention.tokens.upperBound
    // "in each of the financial years 2031-32 and 2032-33"
    if every == .fiscal_year,
      let named = mention.tokens.first(where: { passage.isOne($0, of: "fiscal|financial") }),
      let years = parser.fiscalYears(at: named)
    {
      return (years.value, years.end)
    }
    guard passage.isOne(at, of: "of|in|during|within|throughout|over"),
      let found = parser.period(at: at + 1)
    else { return nil }
    return (found.value, found.end)
  }

  /// "the first four Half-Years": four of them from the start of the term.
  private func firstOfThem(_ mention: ValueMention, _ every: Recurrence.Every) -> TimePeriod? {
    for token in mention.tokens where passage.isOne(token, of: "first|initial") {
      guard let count = Int(passage.word(token + 1)) ?? Ordinals.cardinal(passage.word(token + 1)),
        (2...40).contains(count)
      else { continue }
      let months: Int
      switch every {
      case .contract_year: return .contractYears(1, count)
      case .half_year: months = 6
      case .quarter: months = 3
      case .month: months = 1
      case .calendar_year, .fiscal_year: return nil
      }
      return .first(CalendarDuration(amount: Decimal(count * months), unit: .month), of: .term)
    }
    return nil
  }
}
