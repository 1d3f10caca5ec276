// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
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
}

extension ValueScan {
  /// Money whose amount is this number: a sign, code or name before or behind it. `floor`: tokens before it are taken.
  func money(_ numeral: Numeral, floor: Int) -> MoneyReading? {
    let (start, end) = (numeral.tokens.lowerBound, numeral.tokens.upperBound)
    let before = currency(before: start, floor: floor)
    var money: MoneyReading
    if let before {
      money = MoneyReading(
        tokens: before.start..<end, amount: numeral.value, currency: before.reading, isPrefixed: true)
      if let behind = currency(behind: end, isSigned: true) {
        money.currency = money.currency.joined(behind.reading)
        money.tokens = before.start..<behind.end
      }
    } else if let behind = currency(behind: end, isSigned: false) {
      if behind.reading.sign == .pound, behind.reading.code == nil, isWeight(behind.end) { return nil }
      money = MoneyReading(tokens: start..<behind.end, amount: numeral.value, currency: behind.reading)
      if behind.reading.isMinor { money.amount /= 100 }
    } else {
      return nil
    }
    money.problems = numeral.problems
    money.isWords = numeral.isWords || numeral.hasScale
    settle(&money, numeral)
    addSwissDash(&money)
    addMinor(&money)
    return money
  }

  /// Money, with the same amount once more in brackets counted once.
  func moneyWithRestatement(_ numeral: Numeral, floor: Int) -> MoneyReading? {
    guard var money = money(numeral, floor: floor) else { return nil }
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
    } else {
      money.problems.append(.wordsAndFiguresDisagree)
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

  /// `120.000 €` has thousands where the document says nothing else: the currency is written so.
  private func settle(_ money: inout MoneyReading, _ numeral: Numeral) {
    guard let doubt = numeral.doubt, doubt.isPoint, let code = money.currency.code else { return }
    guard Self.pointGrouping.contains(code) else { return }
    money.amount = doubt.grouped
    money.problems.removeAll { $0 == .ambiguousNumber }
  }

  /// Currencies of countries that write thousands with a point.
  static let pointGrouping: Set<String> = [
    "EUR", "DKK", "NOK", "BRL", "TRY", "IDR", "ARS", "CLP", "COP", "VND", "PLN", "CZK", "HUF", "RON", "SEK", "ISK",
  ]

  /// `20'000.-`, `20.—`, `20,-`.
  private func addSwissDash(_ money: inout MoneyReading) {
    let end = money.tokens.upperBound
    guard isSign(end, 0x2E) || isSign(end, 0x2C), isGlued(end), isDash(end + 1), isGlued(end + 1) else { return }
    money.tokens = money.tokens.lowerBound..<(end + 2)
    if !isNumber(end - 1) { return }
    if let behind = currency(behind: end + 2, isSigned: true) {
      money.tokens = money.tokens.lowerBound..<behind.end
      money.currency = money.currency.joined(behind.reading)
    }
  }

  /// `five dollars and twenty cents`.
  private func addMinor(_ money: inout MoneyReading) {
    guard !money.currency.isMinor else { return }
    var at = money.tokens.upperBound
    if self.is(at, .and) || isSign(at, 0x2C) { at += 1 }
    guard follows(at), isNumber(at) || has(at, [.cardinal, .tens]), let cents = numeral(at: at),
      let behind = currency(behind: cents.tokens.upperBound, isSigned: false), behind.reading.isMinor,
      cents.value < 100
    else { return }
    money.amount += cents.value / 100
    money.tokens = money.tokens.lowerBound..<behind.end
  }

  /// `100 pounds of sugar`, `weighing 100 pounds`.
  private func isWeight(_ end: Int) -> Bool { self.is(end, .of) || self.is(end, .per) && has(end + 1, .noun) }
}
