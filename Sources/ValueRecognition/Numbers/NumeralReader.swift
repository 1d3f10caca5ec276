// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

extension ValueScan {
  /// A number from a token on, words with figures in brackets counted once. Where they disagree the words stand.
  func numeral(at start: Int) -> Numeral? {
    guard var numeral = bareNumeral(at: start) else { return nil }
    addLegalCents(&numeral)
    addBracket(&numeral)
    return numeral
  }

  private func bareNumeral(at start: Int) -> Numeral? {
    if isNumber(start) || has(start, .fractionSign) { return figureNumeral(at: start) }
    guard has(start, [.cardinal, .tens, .article, .half]) else { return nil }
    // `twenty-one` only from its start; `anyone` is one word.
    if isHyphened(start), start > 0, has(start - 1, [.cardinal, .tens, .hundred]) { return nil }
    return wordNumeral(at: start)
  }

  /// `one hundred thousand and 00/100`, `five hundred and no/100`.
  private func addLegalCents(_ numeral: inout Numeral) {
    guard numeral.isWords else { return }
    var at = numeral.tokens.upperBound
    guard follows(at), self.is(at, .and) || isSign(at, 0x26) else { return }
    at += 1
    guard isSign(at + 1, 0x2F), isGlued(at + 1), integer(at + 2, digits: 3) == 100 else { return }
    if let cents = integer(at, digits: 2) {
      numeral.value += Decimal(cents) / 100
    } else if !self.is(at, .no), !self.is(at, .xx) {
      return
    }
    numeral.tokens = numeral.tokens.lowerBound..<(at + 3)
  }

  /// `one hundred (100)`, `100 (one hundred)`, `five (5%)`, `(100) one hundred`.
  private func addBracket(_ numeral: inout Numeral) {
    var open = numeral.tokens.upperBound
    if isDash(open), !flags(open).contains(.spaceBefore) { open += 1 }
    guard isOpening(open), follows(open) else {
      addWordsBehindBracket(&numeral)
      return
    }
    guard let inner = bareNumeral(at: open + 1), inner.isWords != numeral.isWords else { return }
    var close = inner.tokens.upperBound
    // `one hundred (100.00)`; a percent sign inside says the same as one outside.
    var sign = false
    if has(close, .percent), isSign(close, 0x25) {
      sign = true
      close += 1
    }
    guard isClosing(close), follows(close) else { return }
    let words = numeral.isWords ? numeral : inner
    let figures = numeral.isWords ? inner : numeral
    numeral.value = words.value
    numeral.clearDoubt()
    if words.value != figures.value, !agrees(figures, with: words.value) {
      numeral.doubt(.wordsAndFiguresDisagree, other: figures.value)
    }
    numeral.hasPercentSign = sign
    numeral.hasScale = numeral.hasScale || inner.hasScale
    numeral.isWords = true
    numeral.tokens = numeral.tokens.lowerBound..<(close + 1)
  }

  /// The other reading of `120.000` is the one that the words say.
  private func agrees(_ figures: Numeral, with value: Decimal) -> Bool {
    guard let doubt = figures.doubt else { return false }
    return doubt.grouped == value || doubt.decimal == value
  }

  /// `(100) one hundred`.
  private func addWordsBehindBracket(_ numeral: inout Numeral) {
    let (start, end) = (numeral.tokens.lowerBound, numeral.tokens.upperBound)
    guard !numeral.isWords, isOpening(start - 1), isClosing(end), follows(end), follows(end + 1),
      has(end + 1, [.cardinal, .tens]), let words = wordNumeral(at: end + 1), words.value == numeral.value
    else { return }
    numeral.tokens = (start - 1)..<words.tokens.upperBound
    numeral.isWords = true
    numeral.clearDoubt()
  }

  func isOpening(_ i: Int) -> Bool { isSign(i, 0x28) || isSign(i, 0x5B) }
  func isClosing(_ i: Int) -> Bool { isSign(i, 0x29) || isSign(i, 0x5D) }
}
