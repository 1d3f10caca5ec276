// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// An amount of money with the tokens that say it.
struct MoneyReading {
  var tokens: Range<Int>
  var amount: Decimal
  var currency: CurrencyReading
  var problems: [Problem.Code] = []
  var isWords = false
  /// The sign stands before the amount only: a further figure behind a dash has the same.
  var isPrefixed = false
  /// What stands against the amount.
  var other: Decimal?
}

extension MoneyReading {
  fileprivate mutating func clearDoubt() {
    problems.removeAll { $0 == .ambiguousNumber }
    if problems.isEmpty { other = nil }
  }
}

extension ValueScan {
  /// Money whose amount is this number: a sign, code or name before or behind it. `floor`: tokens before it are taken.
  func money(_ numeral: Numeral, floor: Int) -> MoneyReading? {
    let (start, end) = (numeral.tokens.lowerBound, numeral.tokens.upperBound)
    var before = currency(before: start, floor: floor)
    // `Type R 1,000 seats`
    if before?.reading.needsMoneyShape == true, quantity(numeral) != nil || duration(numeral) != nil { before = nil }
    var money: MoneyReading
    if let before {
      money = MoneyReading(
        tokens: before.start..<end, amount: numeral.value, currency: before.reading, isPrefixed: true)
      if let behind = currency(behind: end, isSigned: true) {
        money.currency = money.currency.joined(behind.reading)
        money.tokens = before.start..<behind.end
      }
    } else if let behind = currency(behind: isSwissDash(end) ? end + 2 : end, isSigned: false) {
      if behind.reading.sign == .pound, behind.reading.code == nil, isWeight(behind.end) { return nil }
      money = MoneyReading(tokens: start..<behind.end, amount: numeral.value, currency: behind.reading)
      if behind.reading.isMinor { money.amount /= 100 }
    } else {
      return nil
    }
    money.problems = numeral.problems
    money.other = numeral.other
    money.isWords = numeral.isWords || numeral.hasScale
    settle(&money, numeral)
    if money.currency.power > 0, !numeral.hasScale { money.amount *= Decimal.tens(money.currency.power) }
    addSwissDash(&money)
    addMinor(&money)
    addArticled(&money, floor: floor)
    return money
  }

  /// Money, with the same amount once more in brackets counted once.
  func moneyWithRestatement(_ numeral: Numeral, floor: Int) -> MoneyReading? {
    guard var money = money(numeral, floor: floor) else { return nil }
    if addMinus(&money, numeral, floor: floor) { return money }
    var open = money.tokens.upperBound
    if isSign(open, 0x2C) { open += 1 }
    guard isOpening(open), follows(open), let at = firstNumeral(after: open), let inner = bareInner(at: at) else {
      return money
    }
    guard let second = self.money(inner, floor: open + 1) ?? plain(inner, like: money),
      second.tokens.lowerBound == open + 1
    else {
      return money
    }
    let close = second.tokens.upperBound
    guard isClosing(close), follows(close) else { return money }
    let same = second.amount == money.amount
    guard same || (money.isWords && !second.isWords) else { return money }
    if same {
      money.problems.removeAll { $0 == .ambiguousNumber }
      if money.problems.isEmpty { money.other = nil }
    } else {
      money.problems.append(.wordsAndFiguresDisagree)
      money.other = second.amount
    }
    money.currency = money.currency.joined(second.currency)
    money.tokens = money.tokens.lowerBound..<(close + 1)
    money.isWords = true
    return money
  }

  /// The first figure within an opened bracket, past a currency's signs and words.
  private func firstNumeral(after open: Int) -> Int? {
    for at in (open + 1)..<(open + 6) where follows(at) {
      if isNumber(at) || has(at, [.cardinal, .tens]) { return at }
      guard has(at, [.currency, .nation]) || isSign(at, 0x2E) else { return nil }
    }
    return nil
  }

  private func bareInner(at token: Int) -> Numeral? {
    isNumber(token) ? figureNumeral(at: token) : wordNumeral(at: token)
  }

  /// `twenty dollars (20)`.
  private func plain(_ numeral: Numeral, like money: MoneyReading) -> MoneyReading? {
    guard money.isWords else { return nil }
    return MoneyReading(tokens: numeral.tokens, amount: numeral.value, currency: money.currency)
  }

  /// `-$500`, `-500 EUR`, `$(500)`, `($500)` alone in its cell as accounts write it. True where one was found.
  private func addMinus(_ money: inout MoneyReading, _ numeral: Numeral, floor: Int) -> Bool {
    let (start, end) = (money.tokens.lowerBound, money.tokens.upperBound)
    let figure = numeral.tokens.lowerBound
    guard !money.isWords || isNumber(figure) || saysMinus(before: start) else { return false }
    if isMinus(before: start), start - 1 >= floor {
      money.tokens = (start - 1)..<end
    } else if isOpening(start - 1), isClosing(end), start - 1 >= floor, isAlone((start - 1)..<(end + 1)) {
      money.tokens = (start - 1)..<(end + 1)
    } else if isOpening(figure - 1), figure - 1 > start, isClosing(end) {
      money.tokens = start..<(end + 1)
    } else if figure == start || !(isDash(figure - 1) || isHyphened(figure) && isNumber(figure)) {
      return false
    } else if isHyphened(figure), isWord(figure - 1) {
      return false
    }
    money.amount.negate()
    return true
  }

  /// `120.000 €` has thousands where the document says nothing else: the currency is written so. Three decimals of zeros
  /// are no sum of money, whatever the document's other figures show.
  private func settle(_ money: inout MoneyReading, _ numeral: Numeral) {
    guard let doubt = numeral.doubt, doubt.isPoint else { return }
    if let code = money.currency.code, Self.threeDecimals.contains(code) {
      money.amount = doubt.decimal
      money.clearDoubt()
    } else if doubt.isSettled {
      guard doubt.isRound || isConventionWeak && doubt.endsInZero else { return }
      money.amount = doubt.grouped
      money.other = doubt.decimal
      if !money.problems.contains(.ambiguousNumber) { money.problems.append(.ambiguousNumber) }
    } else if let code = money.currency.code, Self.pointGrouping.contains(code) {
      money.amount = doubt.grouped
      money.clearDoubt()
    }
  }

  /// Currencies of a thousand parts.
  private static let threeDecimals: Set<String> = ["KWD", "BHD", "OMR", "JOD", "TND", "IQD"]

  /// Currencies of countries that write thousands with a point.
  static let pointGrouping: Set<String> = [
    "EUR", "DKK", "NOK", "BRL", "TRY", "IDR", "ARS", "CLP", "COP", "VND", "PLN", "CZK", "HUF", "RON", "SEK", "ISK",
  ]

  /// `20'000.-`, `20.—`, `20,-`.
  private func addSwissDash(_ money: inout MoneyReading) {
    let end = money.tokens.upperBound
    guard isSwissDash(end) else { return }
    money.tokens = money.tokens.lowerBound..<(end + 2)
    if !isNumber(end - 1) { return }
    if let behind = currency(behind: end + 2, isSigned: true) {
      money.tokens = money.tokens.lowerBound..<behind.end
      money.currency = money.currency.joined(behind.reading)
    }
  }

  private func isSwissDash(_ end: Int) -> Bool {
    (isSign(end, 0x2E) || isSign(end, 0x2C)) && isGlued(end) && isDash(end + 1) && isGlued(end + 1)
  }

  /// `five dollars and twenty cents`, `five thousand dollars and 50/100`.
  private func addMinor(_ money: inout MoneyReading) {
    guard !money.currency.isMinor else { return }
    var at = money.tokens.upperBound
    if self.is(at, .and), follows(at), follows(at + 1), let part = integer(at + 1, digits: 2), isSign(at + 2, 0x2F),
      isGlued(at + 2), isGlued(at + 3), integer(at + 3, digits: 3) == 100
    {
      money.amount += Decimal(part) / 100
      money.tokens = money.tokens.lowerBound..<(at + 4)
      return
    }
    if self.is(at, .and) || isSign(at, 0x2C) { at += 1 }
    guard follows(at), isNumber(at) || has(at, [.cardinal, .tens]), let cents = numeral(at: at),
      let behind = currency(behind: cents.tokens.upperBound, isSigned: false), behind.reading.isMinor,
      cents.value < 100
    else { return }
    money.amount += cents.value / 100
    money.tokens = money.tokens.lowerBound..<behind.end
  }

  /// `a dollar and twenty cents`: the one before the cents is counted by its article.
  private func addArticled(_ money: inout MoneyReading, floor: Int) {
    let start = money.tokens.lowerBound
    guard money.currency.isMinor, self.is(start - 1, .and), has(start - 3, .article), start - 3 >= floor,
      let one = currency(behind: start - 2, isSigned: false), one.end == start - 1, !one.reading.isMinor
    else { return }
    money.amount += 1
    money.currency = one.reading.joined(money.currency)
    money.tokens = (start - 3)..<money.tokens.upperBound
  }

  /// `100 pounds of sugar`, `weighing 100 pounds`.
  private func isWeight(_ end: Int) -> Bool { self.is(end, .of) || self.is(end, .per) && has(end + 1, .noun) }
}
