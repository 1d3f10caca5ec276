// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// What a number without a unit is, as its letters, its spaces and the words around it tell.
extension ValueScan {
  /// How a bare number is written.
  func form(of numeral: Numeral) -> ValueMention.NumberForm {
    let (start, end) = (numeral.tokens.lowerBound, numeral.tokens.upperBound)
    if numeral.isSpacedMoney, !numeral.hasScale, !follows(end) || !has(end, [.noun, .time, .percent]) { return .money }
    guard numeral.hasScale, isNumber(start), hasLetter(numeral) else { return .plain }
    // `100k/day`
    if has(end, .each), rate(behind: end) != nil { return .count }
    // `18m` may be months.
    if self.is(end - 1, .m), integer(start, digits: 3) != nil { return .plain }
    return isAlone(numeral.tokens) ? .money : .plain
  }

  /// `K` or `M` behind the figure.
  private func hasLetter(_ numeral: Numeral) -> Bool {
    let last = numeral.tokens.upperBound - 1
    return has(last, .gluedScale) && isGlued(last) && length(last) <= 2
  }

  /// The tokens are all that their cell or block holds.
  func isAlone(_ tokens: Range<Int>) -> Bool { !follows(tokens.lowerBound) && !follows(tokens.upperBound) }

  /// `36M` in the cell of a term: months that are halves of a year, or any where a term is spoken of.
  func monthsByLetter(_ numeral: Numeral) -> Decimal? {
    let (start, end) = (numeral.tokens.lowerBound, numeral.tokens.upperBound)
    guard numeral.hasScale, end == start + 2, self.is(end - 1, .m), isUpper(end - 1), isGlued(end - 1),
      let months = integer(start, digits: 3), (1...120).contains(months)
    else { return nil }
    let isTerm = (1...3).contains { back in
      follows(start - back + 1) && Self.termWords.contains { isSpelled(start - back, $0) }
    }
    return isTerm || isAlone(numeral.tokens) && months % 6 == 0 ? Decimal(months) : nil
  }

  private static let termWords = ["term", "duration", "period", "length", "tenure", "laufzeit"]

  /// `worth 50K`, `a budget of 1.2M`, `a 50K fund`: a sum without its currency.
  func isSumByWords(_ numeral: Numeral) -> Bool {
    let (start, end) = (numeral.tokens.lowerBound, numeral.tokens.upperBound)
    guard hasLetter(numeral), isNumber(start), numeral.hasScale, !isHyphened(start), !isHyphened(end) else {
      return false
    }
    if follows(end), isWord(end) {
      for at in end..<(end + 3) where follows(at) && Self.funds.contains(where: { isSpelled(at, $0) }) { return true }
      guard has(end, .function) || has(end, .adverb) else { return false }
    }
    return (1...3).contains { back in
      (0..<back).allSatisfy { follows(start - $0) } && Self.sums.contains { isSpelled(start - back, $0) }
    }
  }

  private static let funds = ["fund", "budget", "investment", "discount", "rebate"]
  private static let sums = [
    "worth", "value", "valued", "fee", "fees", "budget", "price", "priced", "cost", "costs", "pay", "pays", "paid",
    "amount", "total", "discount", "spend", "fund", "capped",
  ]
}
