// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// What a document shows of its own habits: how it writes decimals, which figure of a date is the day, whose dollar.
struct DocumentSettlement {
  private var points = 0
  private var commas = 0
  private var weakPoints = 0
  private var weakCommas = 0
  private var dayFirst = 0
  private var monthFirst = 0
  private var writtenDayFirst = 0
  private var writtenMonthFirst = 0
  private(set) var currencies: [CurrencySign: Set<String>] = [:]

  /// Counts what a number's form shows.
  mutating func note(number i: Int, _ scan: ValueScan) {
    if scan.length(i) > 3 { noteSeparators(i, scan) }
    if scan.length(i) <= 2 {
      switch scan.orderEvidence(at: i) {
      case .dayFirst: dayFirst += 1
      case .monthFirst: monthFirst += 1
      case .unknown: break
      }
    }
  }

  /// Counts which side of a month's name the day stands on, where a year stands behind.
  mutating func note(month i: Int, _ scan: ValueScan) {
    func isYear(_ i: Int) -> Bool {
      scan.length(i) == 4 && scan.integer(i, digits: 4).map { (1990...2100).contains($0) } ?? false
    }
    func isDay(_ i: Int) -> Bool {
      scan.length(i) <= 2 && scan.integer(i, digits: 2).map { (1...31).contains($0) } ?? false
    }
    if i > 0, isDay(i - 1), isYear(i + 1) { writtenDayFirst += 1 }
    if isDay(i + 1), isYear(scan.isSign(i + 2, 0x2C) ? i + 3 : i + 2), !(i > 0 && isDay(i - 1)) {
      writtenMonthFirst += 1
    }
  }

  private mutating func noteSeparators(_ i: Int, _ scan: ValueScan) {
    var commas = 0
    var points = 0
    var lastAt = 0
    var lastIsComma = false
    let slice = scan.slice(i)
    guard slice.count <= 40 else { return }
    for (at, byte) in slice.enumerated() where byte < 0x30 || byte > 0x39 {
      if byte == 0x2C { commas += 1 } else if byte == 0x2E { points += 1 }
      lastIsComma = byte == 0x2C
      lastAt = at
    }
    guard commas + points > 0 else { return }
    let tail = slice.count - lastAt - 1
    if commas > 0, points > 0 {
      if case .exact = FigureShape.read(slice) { count(isComma: lastIsComma) }
    } else if commas > 1 || points > 1 {
      if case .exact = FigureShape.read(slice) { count(isComma: points > 1) }
    } else if tail == 2,
      scan.has(i - 1, .currency) || scan.has(i + 1, .currency) || scan.has(i + 1, .percent)
        || scan.integer(i - 1, digits: 3) != nil && scan.length(i) == 6
    {
      if lastIsComma { weakCommas += 1 } else { weakPoints += 1 }
    }
  }

  private mutating func count(isComma: Bool) { if isComma { commas += 1 } else { points += 1 } }

  /// One kind of evidence, or four times as much as of the other.
  var convention: NumberConvention {
    let (a, b) = points + commas > 0 ? (points, commas) : (weakPoints, weakCommas)
    if a > 0, b * 4 <= a { return .point }
    if b > 0, a * 4 <= b { return .comma }
    return .unknown
  }

  /// The convention rests on decimals alone.
  var isConventionWeak: Bool { points + commas == 0 }

  var order: DayMonthOrder {
    if dayFirst > 0, monthFirst == 0 { return .dayFirst }
    if monthFirst > 0, dayFirst == 0 { return .monthFirst }
    // Who writes `January 15, 2031` everywhere writes 1/15/31, who writes `15 January 2031` 15/1/31.
    if monthFirst == 0, dayFirst == 0 {
      if writtenDayFirst > 0, writtenMonthFirst == 0 { return .dayFirst }
      if writtenMonthFirst > 0, writtenDayFirst == 0 { return .monthFirst }
    }
    return .unknown
  }

  /// Notes what a currency's code or name says, with or without an amount: `in Canadian dollars`, `USD`.
  mutating func note(currency i: Int, _ scan: ValueScan) {
    guard let reading = scan.currencyWord(i) else { return }
    var code = reading.code
    if let sign = reading.sign {
      code = scan.nation(before: i, floor: 0, sign: sign)?.reading.code
    } else if scan.isWord(i), !scan.isUpper(i), !scan.isNumber(i - 1), !scan.isNumber(i + 1), scan.length(i) == 3 {
      return
    }
    guard let code else { return }
    if let sign = CurrencySign.byCode[code] { currencies[sign, default: []].insert(code) }
  }

  /// What a shared sign means in this document: the one currency of its kind that is named, else the usual one.
  func currency(of sign: CurrencySign) -> String? {
    guard let named = currencies[sign], !named.isEmpty else { return sign.usual }
    return named.count == 1 ? named.first : nil
  }
}

extension [ValueMention] {
  /// Gives money with a shared sign the document's own currency, where that is one that the sign can mean and the text
  /// itself left it open. `currency` is ISO 4217.
  public mutating func settle(currency: String) {
    for i in indices {
      guard case .money(let amount, nil) = self[i].value, let sign = self[i].currencySign, sign.codes.contains(currency)
      else { continue }
      self[i].value = .money(amount: amount, currency: currency)
      self[i].problems.removeAll { $0 == .ambiguousCurrency }
    }
  }
}
