// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// A total and what it comes to in each contract year: "150 in total, namely seventy-five in each contract year", "$36,000
/// in all, $18,000 for each contract year". What comes in each year is the grant, made anew each year.
struct PeriodTotals {
  let context: DocumentContext
  /// How many contract years the term has.
  let years: Int?

  func told(_ candidate: Candidate) -> Candidate {
    guard let years, years > 1, candidate.place == nil, candidate.recurs == nil, candidate.contractYear == nil,
      candidate.span == nil, candidate.renewed == nil, candidate.sentence.count <= 80,
      let whole = amount(of: candidate), !candidate.kind.isStanding,
      let share = share(of: whole, years, behind: candidate)
    else { return candidate }
    var one = candidate
    one.recurs = .contract_year
    if case .money = share.value { one.money = share } else { one.quantity?.amount = whole / Decimal(years) }
    return one
  }

  private func amount(of candidate: Candidate) -> Decimal? {
    if case .money(let amount, _)? = candidate.money?.value { return amount }
    return candidate.quantity?.amount
  }

  /// The amount behind it that makes the whole in so many years and stands before "in each contract year", "per year".
  private func share(of whole: Decimal, _ years: Int, behind candidate: Candidate) -> ValueMention? {
    let start = candidate.tokens.lowerBound
    let rest = start..<candidate.sentence.upperBound
    return context.values(in: rest).first { value in
      guard let amount = amount(value.value), amount * Decimal(years) == whole else { return false }
      let behind = value.tokens.upperBound..<min(value.tokens.upperBound + 8, rest.upperBound)
      // "of which 75 may be used in each year": a limit within the whole.
      let before = max(start, value.tokens.lowerBound - 6)..<value.tokens.lowerBound
      if before.contains(where: { context.isOne($0, of: "which|most|maximum|than|up|them|these|limited") })
        || behind.contains(where: { context.isOne($0, of: "may|can|used|drawn|most") })
      {
        return false
      }
      return isOfEachYear(behind)
    }
  }

  private func amount(_ value: Value) -> Decimal? {
    switch value {
    case .number(let amount), .quantity(let amount, _, _), .money(let amount, _): amount
    case .duration(let duration): duration.amount
    default: nil
    }
  }

  /// "in each contract year", "for each of the two years", "per annum", "a year", "in each".
  private func isOfEachYear(_ words: Range<Int>) -> Bool {
    guard let each = words.first(where: { context.isOne($0, of: "each|every|per|a|annually|yearly") }),
      (words.lowerBound..<each).allSatisfy({ context.isWord($0) })
    else { return false }
    if context.isOne(each, of: "annually|yearly") { return true }
    let behind = (each + 1)..<max(each + 1, words.upperBound)
    if behind.prefix(6).contains(where: { context.isOne($0, of: "year|years|annum") }) { return true }
    // "over the two contract years, 48 in each"
    return context.isOne(each, of: "each|every") && each > words.lowerBound && context.isOne(each - 1, of: "in|for")
      && (behind.isEmpty || context.isOne(each + 1, of: ",|.|;|)"))
  }
}
