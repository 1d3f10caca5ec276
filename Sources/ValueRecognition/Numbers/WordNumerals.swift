// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

extension ValueScan {
  /// A number in words from a token on: `one hundred and twenty-five thousand`, `two and a half`, `half a million`.
  func wordNumeral(at start: Int) -> Numeral? {
    if has(start, .half) { return halfNumeral(at: start) }
    if has(start, .dozen) { return nil }
    if let part = quartersOfScale(at: start) { return part }
    var reader = WordNumberReader(scan: self, at: start)
    guard reader.read() else { return nil }
    // "Quarter of a million" without its article.
    if reader.hasScale, has(start, .article), start >= 2, self.is(start - 1, .of), self.is(start - 2, .quarter) {
      return Numeral(tokens: start..<reader.at, value: Decimal(reader.total) / 4, isWords: true, hasScale: true)
    }
    var numeral = Numeral(
      tokens: start..<reader.at, value: Decimal(reader.total), isWords: true, hasScale: reader.hasScale)
    addFraction(&numeral)
    addPointDigits(&numeral)
    return numeral
  }

  /// `a quarter of a million`, `three quarters of a billion`.
  private func quartersOfScale(at start: Int) -> Numeral? {
    guard self.is(start + 1, .quarter) || self.is(start + 1, .quarters), self.is(start + 2, .of),
      has(start + 3, .article), has(start + 4, .scale), follows(start + 4)
    else { return nil }
    let count = has(start, .article) ? 1 : Int(meaning(start).number)
    guard (1...3).contains(count) else { return nil }
    return Numeral(
      tokens: start..<(start + 5), value: Decimal(count) * Decimal.tens(Int(meaning(start + 4).scale)) / 4,
      isWords: true,
      hasScale: true)
  }

  /// `half a million`, `half a dozen`; not `half a year`.
  private func halfNumeral(at start: Int) -> Numeral? {
    var at = start + 1
    if has(at, .article), follows(at) { at += 1 }
    guard follows(at) else { return nil }
    if has(at, .scale) {
      let value = Decimal.tens(Int(meaning(at).scale)) / 2
      return Numeral(tokens: start..<(at + 1), value: value, isWords: true, hasScale: true)
    }
    if has(at, .dozen), at > start + 1 {
      return Numeral(tokens: start..<(at + 1), value: Decimal(Int(meaning(at).number)) / 2, isWords: true)
    }
    return nil
  }

  /// `and a half`, `and one-half`, `and three quarters`, with a scale behind: `two and a half million`.
  private func addFraction(_ numeral: inout Numeral) {
    var at = numeral.tokens.upperBound
    let start = at
    if isDash(at), isHyphened(at + 1) { at += 1 }
    // `one-half`, `one half`: the numeral itself is the numerator.
    if numeral.value == 1, has(at, .half), follows(at), isHyphened(at) || !has(at + 1, .article) {
      numeral.value = Decimal(1) / 2
      numeral.tokens = numeral.tokens.lowerBound..<(at + 1)
      addScale(&numeral)
      return
    }
    at = start
    guard self.is(at, .and), follows(at) else { return }
    at += 1
    guard let (value, end) = fraction(at: at) else { return }
    numeral.value += value
    numeral.tokens = numeral.tokens.lowerBound..<end
    addScale(&numeral)
  }

  /// `a half`, `one half`, `a quarter`, `three quarters`.
  func fraction(at start: Int) -> (Decimal, Int)? {
    guard follows(start) else { return nil }
    var count = 0
    if has(start, .article) { count = 1 } else if has(start, .cardinal) { count = Int(meaning(start).number) }
    let at = start + 1
    guard (1...3).contains(count), follows(at) else { return nil }
    if count == 1, has(at, .half) { return (Decimal(1) / 2, at + 1) }
    if self.is(at, .quarter) || self.is(at, .quarters) { return (Decimal(count) / 4, at + 1) }
    return nil
  }

  private func addScale(_ numeral: inout Numeral) {
    let at = numeral.tokens.upperBound
    guard has(at, .scale), follows(at) else { return }
    numeral.value *= Decimal.tens(Int(meaning(at).scale))
    numeral.tokens = numeral.tokens.lowerBound..<(at + 1)
    numeral.hasScale = true
  }

  /// `two point five`, `zero point two five`, with a scale behind.
  private func addPointDigits(_ numeral: inout Numeral) {
    var at = numeral.tokens.upperBound
    guard self.is(at, .point), follows(at) else { return }
    at += 1
    var digits: [UInt8] = []
    while has(at, .cardinal), follows(at), meaning(at).number < 10, digits.count < 12 {
      digits.append(0x30 + UInt8(meaning(at).number))
      at += 1
    }
    guard !digits.isEmpty else { return }
    numeral.value += FigureShape.decimal(digits, places: digits.count)
    numeral.tokens = numeral.tokens.lowerBound..<at
    addScale(&numeral)
  }
}

/// Adds up cardinal words by the grammar of English, one pass, no more words than make one number.
struct WordNumberReader {
  let scan: ValueScan
  var at: Int
  let start: Int
  var total = 0
  var hasScale = false
  private var group = 0
  private var last = Last.nothing
  private var lastScale = 19

  private enum Last { case nothing, unit, teen, tens, hundred, scale }

  init(scan: ValueScan, at: Int) {
    self.scan = scan
    self.at = at
    start = at
  }

  /// Whether there is a number; `total` and `at` then say which, and where it ends.
  mutating func read() -> Bool {
    if scan.has(at, .article) {
      guard scan.follows(at + 1), scan.has(at + 1, [.hundred, .scale, .dozen]) else { return false }
      group = 1
      last = .unit
      at += 1
    }
    while true {
      if at > start, !scan.follows(at) { break }
      if at > start, scan.isGlued(at), !scan.isSign(at, 0x2C) { break }
      let before = at
      skipConnector()
      if !take() {
        at = before
        break
      }
    }
    total += group
    return at > start && last != .nothing
  }

  /// `and` behind a hundred or a scale, a comma behind a scale.
  private mutating func skipConnector() {
    guard at > start, last == .hundred || last == .scale, scan.follows(at + 1), scan.has(at + 1, [.cardinal, .tens])
    else { return }
    if scan.is(at, .and) || (last == .scale && scan.isSign(at, 0x2C)) { at += 1 }
  }

  private mutating func take() -> Bool {
    let roles = scan.roles(at)
    let meaning = scan.meaning(at)
    if roles.contains(.cardinal) { return takeCardinal(Int(meaning.number)) }
    if roles.contains(.tens) {
      guard last == .nothing || last == .hundred || last == .scale else { return false }
      group += Int(meaning.number)
      last = .tens
    } else if roles.contains(.hundred) {
      guard last == .unit || last == .teen || last == .tens, group > 0, group < 100 else { return false }
      group *= 100
      last = .hundred
    } else if roles.contains(.scale) {
      guard group > 0, Int(meaning.scale) < lastScale else { return false }
      let (product, over) = group.multipliedReportingOverflow(by: Self.powers[Int(meaning.scale)])
      guard !over, total < Int.max / 4, product < Int.max / 4 else { return false }
      total += product
      group = 0
      lastScale = Int(meaning.scale)
      last = .scale
      hasScale = true
    } else if roles.contains(.dozen), total == 0, group > 0, last != .hundred {
      group *= Int(meaning.number)
      last = .hundred
    } else {
      return false
    }
    at += 1
    return true
  }

  private mutating func takeCardinal(_ number: Int) -> Bool {
    switch last {
    case .nothing, .hundred, .scale: break
    case .tens where number > 0 && number < 10: break
    default: return false
    }
    if number == 0, last != .nothing { return false }
    group += number
    last = number < 10 ? .unit : .teen
    at += 1
    return true
  }

  static let powers: [Int] = {
    var powers = [1]
    for _ in 0..<18 { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()
}
