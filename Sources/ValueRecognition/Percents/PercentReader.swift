// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A share with the tokens that say it; 5 for 5%.
struct PercentReading {
  var tokens: Range<Int>
  var amount: Decimal
  var problems: [Problem.Code] = []
  /// What stands against it.
  var other: Decimal?
}

extension ValueScan {
  /// A percentage whose figure is this number: `5%`, `five percent`, `2.5 percentage points`, `50 basis points`.
  func percent(_ numeral: Numeral) -> PercentReading? {
    guard var found = percentOnce(numeral) ?? partOfPercent(numeral) else { return nil }
    let open = found.tokens.upperBound
    // `five per cent (5%)`
    guard isOpening(open), follows(open), let inner = figureOrWords(at: open + 1), let second = percentOnce(inner),
      isClosing(second.tokens.upperBound), follows(second.tokens.upperBound)
    else { return found }
    if second.amount != found.amount {
      guard numeral.isWords, !inner.isWords else { return found }
      found.problems.append(.wordsAndFiguresDisagree)
      found.other = second.amount
    }
    found.tokens = found.tokens.lowerBound..<(second.tokens.upperBound + 1)
    return found
  }

  /// `1/4 of 1%`, `one-half of one percent`.
  private func partOfPercent(_ numeral: Numeral) -> PercentReading? {
    let at = numeral.tokens.upperBound
    guard self.is(at, .of), numeral.value < 1, follows(at + 1), let whole = figureOrWords(at: at + 1),
      let percent = percentOnce(whole)
    else { return nil }
    return PercentReading(
      tokens: numeral.tokens.lowerBound..<percent.tokens.upperBound, amount: numeral.value * percent.amount)
  }

  /// `half a percent`, `half of one percent`, `a quarter of a percent`, `three-quarters of one percent`.
  func fractionPercent(at start: Int) -> PercentReading? {
    var at = start
    var quarters = 2
    if has(start, .half) {
      at += 1
    } else {
      let count = has(start, .article) ? 1 : has(start, .cardinal) ? Int(meaning(start).number) : 0
      guard (1...3).contains(count), self.is(start + 1, .quarter) || self.is(start + 1, .quarters),
        self.is(start + 2, .of)
      else { return nil }
      quarters = count
      at = start + 2
    }
    if self.is(at, .of) { at += 1 }
    guard follows(at),
      has(at, .article) || has(at, .cardinal) && meaning(at).number == 1 || integer(at, digits: 1) == 1,
      let word = percentWord(at: at + 1)
    else { return nil }
    return PercentReading(tokens: start..<word.at, amount: Decimal(quarters) / (word.isBasisPoints ? 400 : 4))
  }

  private func figureOrWords(at token: Int) -> Numeral? {
    if isNumber(token) { return figureNumeral(at: token) }
    return has(token, [.cardinal, .tens]) ? wordNumeral(at: token) : nil
  }

  private func percentOnce(_ numeral: Numeral) -> PercentReading? {
    let word = percentWord(at: numeral.tokens.upperBound)
    guard word != nil || numeral.hasPercentSign else { return nil }
    var found = PercentReading(
      tokens: numeral.tokens, amount: numeral.value, problems: numeral.problems, other: numeral.other)
    if let doubt = numeral.doubt {
      // Shares have decimals, hardly ever thousands.
      if doubt.isPoint || convention == .comma { found.amount = doubt.decimal }
      found.problems.removeAll { $0 == .ambiguousNumber }
      if found.problems.isEmpty { found.other = nil }
    }
    guard let word else { return found }
    var start = numeral.tokens.lowerBound
    if isMinus(before: start) {
      found.amount.negate()
      start -= 1
    }
    found.tokens = start..<word.at
    if word.isBasisPoints { found.amount /= 100 }
    return found
  }

  /// Past `%`, `percent`, `per cent`, `per centum`, `percentage points`, `basis points`.
  private func percentWord(at start: Int) -> (at: Int, isBasisPoints: Bool)? {
    guard follows(start) else { return nil }
    if has(start, .percent) {
      if isWord(start), spelled(start, "bps") { return (start + 1, true) }
      let after = start + 1
      if isWord(start), isSign(after, 0x2E), isGlued(after), length(start) == 3,
        !flags(after + 1).contains(.sentenceStart),
        follows(after + 1)
      {
        return (after + 1, false)
      }
      if self.is(after, .points) || self.is(after, .point), follows(after) { return (after + 1, false) }
      return (after, false)
    }
    if self.is(start, .per), self.is(start + 1, .cent) || self.is(start + 1, .centum), follows(start + 1) {
      return (isSign(start + 2, 0x2E) && isGlued(start + 2) && has(start + 3, .function) ? start + 3 : start + 2, false)
    }
    guard self.is(start + 1, .points) || self.is(start + 1, .point), follows(start + 1) else { return nil }
    if self.is(start, .percentage) { return (start + 2, false) }
    return self.is(start, .basis) ? (start + 2, true) : nil
  }

  private func spelled(_ i: Int, _ word: StaticString) -> Bool {
    guard i < count, length(i) == word.utf8CodeUnitCount else { return false }
    let start = Int(tokens[i].start)
    for k in 0..<word.utf8CodeUnitCount where bytes[start + k] | 0x20 != word.utf8Start[k] { return false }
    return true
  }
}
