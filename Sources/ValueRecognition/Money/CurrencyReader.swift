// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

extension ValueScan {
  typealias CurrencyBefore = (start: Int, reading: CurrencyReading)
  typealias CurrencyBehind = (end: Int, reading: CurrencyReading)

  /// What a token says of a currency, in the letters that it stands in.
  func currencyWord(_ i: Int) -> CurrencyReading? {
    guard has(i, .currency), let reading = lexicon.currencies[word(i)] else { return nil }
    if reading.needsCapitals, isWord(i), !isUpper(i) { return nil }
    if self.is(i, .fr), !isCapitalised(i) { return nil }
    return reading
  }

  /// The currency that stands right before a number: `$`, `US$`, `US $`, `USD`, `USD $`, `Rs.`, `Fr.`, `CHF`, `T€`.
  func currency(before number: Int, floor: Int) -> CurrencyBefore? {
    guard var found = plainCurrency(before: number, floor: floor) else { return nil }
    let at = found.start - 1
    if found.reading.power == 0, at >= floor, follows(found.start), let power = thousands(at, before: found.start),
      !(isGlued(at) && (isNumber(at - 1) || isWord(at - 1)))
    {
      found.reading.power = power
      found.start = at
    }
    return found
  }

  /// The power of ten that a letter right before a currency says: `T€`, `k€`, `k EUR`, `M$`.
  func thousands(_ i: Int, before currency: Int) -> Int? {
    guard isWord(i), length(i) <= 3, has(i, .gluedScale), !isHyphened(currency) else { return nil }
    if isWord(currency) {
      guard !isGlued(currency), self.is(i, .k), !isCapitalised(i), isUpper(currency) else { return nil }
    } else {
      guard isGlued(currency), !(length(i) == 1 && has(i, .nation)) else { return nil }
    }
    if self.is(i, .t) || self.is(i, .k) { return 3 }
    return self.is(i, .m) || length(i) > 1 ? Int(meaning(i).scale) : nil
  }

  private func plainCurrency(before number: Int, floor: Int) -> CurrencyBefore? {
    var at = number - 1
    guard follows(number), at >= floor else { return nil }
    if isHyphened(number) {
      // `$-500`
      guard isWord(at) || has(at, .currency) else { return nil }
    } else if isDash(at), isGlued(number), flags(at).contains(.spaceBefore), isWord(at - 1), has(at - 1, .currency),
      isUpper(at - 1)
    {
      // `USD -500.00`
      at -= 1
    } else if isOpening(at), isGlued(number), isGlued(at), !isWord(at - 1), has(at - 1, .currency) {
      // `$(500.00)`
      at -= 1
    }
    guard at >= floor else { return nil }
    if isSign(at, 0x2E), isGlued(at), at - 1 >= floor, isWord(at - 1), length(at - 1) <= 3 { at -= 1 }
    // `$US 100`
    if self.is(at, .us), isGlued(at), isSign(at - 1, 0x24), at - 1 >= floor {
      return (at - 1, CurrencyReading(code: "USD"))
    }
    guard let reading = currencyWord(at), reading.mayPrecede else { return namedBefore(at, floor: floor) }
    if reading.needsMoneyShape, !isMoneyShaped(number) || isSign(at - 1, 0x26) || isHyphened(at) { return nil }
    if isWord(at) {
      // `USD` behind a number is that number's: `100 USD 5`.
      return (at, reading)
    }
    guard reading.sign != nil else { return codeBefore(at, reading, floor: floor) }
    if let nation = nation(before: at, floor: floor, sign: reading.sign ?? .dollar) { return nation }
    return codeBefore(at, reading, floor: floor)
  }

  /// `12 500,00`, `1,250.00`, `2 million`: thousands are grouped, or decimals are two, or a scale stands behind.
  private func isMoneyShaped(_ i: Int) -> Bool {
    guard isNumber(i), let parts = FigureShape.parts(slice(i)) else { return false }
    if let last = parts.separators.last {
      let tail = parts.digits.count - last.at
      return tail == 3 || tail == 2 || has(i + 1, [.scale, .gluedScale])
    }
    if has(i + 1, [.scale, .gluedScale]), follows(i + 1), has(i + 1, .scale) || isGlued(i + 1) { return true }
    return length(i) <= 3 && isNumber(i + 1) && follows(i + 1) && !isHyphened(i + 1) && length(i + 1) >= 3
  }

  /// `USD $100`, `EUR €5`.
  private func codeBefore(_ at: Int, _ reading: CurrencyReading, floor: Int) -> CurrencyBefore {
    guard at - 1 >= floor, follows(at), isWord(at - 1), let code = currencyWord(at - 1), let name = code.code,
      !code.isMinor
    else { return (at, reading) }
    if reading.code == name || reading.sign?.codes.contains(name) == true { return (at - 1, code) }
    // `MXN$ 400`: the dollar's sign is the peso's too.
    if reading.sign == .dollar, CurrencySign.peso.codes.contains(name) { return (at - 1, code) }
    return (at, reading)
  }

  /// `Dollars 500`, `US Dollars one million`, `Euros 20`.
  private func namedBefore(_ at: Int, floor: Int) -> CurrencyBefore? {
    guard isWord(at), let reading = currencyWord(at), !reading.isMinor, has(at, .currency), reading.mayFollow else {
      return nil
    }
    guard let sign = reading.sign else { return isCapitalised(at) ? (at, reading) : nil }
    if let nation = nation(before: at, floor: floor, sign: sign) { return nation }
    return isCapitalised(at) ? (at, reading) : nil
  }

  /// The nation's name or letters before a sign: `US$`, `U.S. $`, `C$`, `Canadian`, `United States`, `Hong Kong`.
  func nation(before sign: Int, floor: Int, sign kind: CurrencySign) -> CurrencyBefore? {
    var at = sign - 1
    guard at >= floor, follows(sign) else { return nil }
    if isSign(at, 0x2E), self.is(at - 1, .s), isSign(at - 2, 0x2E), self.is(at - 3, .u), at - 3 >= floor {
      return (at - 3, CurrencyReading(code: kind == .dollar ? "USD" : nil, sign: kind))
    }
    guard has(at, .nation), let nation = lexicon.nations[word(at)], let code = nation.codes[kind] else { return nil }
    let isWide = !isGlued(sign)
    if nation.isPrefix {
      guard isCapitalised(at), isUpper(at) else { return nil }
      if isWide, length(at) < 2 { return nil }
    }
    // `of America`, `United States`, `New Zealand`, `Hong Kong`
    if self.is(at, .america) { at -= self.is(at - 1, .of) ? 2 : 0 }
    if self.is(at, .states), self.is(at - 1, .united) { at -= 1 } else if isNamedInTwo(at) { at -= 1 }
    return (max(at, floor), CurrencyReading(code: code, sign: nil))
  }

  private func isNamedInTwo(_ at: Int) -> Bool {
    lexicon.nations[word(at)]?.isSecond ?? false
  }

  /// The currency right behind a number: `€`, `USD`, `dollars`, `U.S. dollars`, `kr`. `isSigned`: one stood before it.
  func currency(behind number: Int, isSigned: Bool) -> CurrencyBehind? {
    var at = number
    guard follows(at) else { return nil }
    // `$100 (USD)`
    if isSigned, isOpening(at), isClosing(at + 2), let code = currencyWord(at + 1), code.code != nil {
      return (at + 3, code)
    }
    if isSigned, self.is(at, .us) || has(at, .nation) && isUpper(at) && length(at) > 1, !(isSign(at + 1, 0x24)) {
      if !has(at + 1, .currency), let code = lexicon.nations[word(at)]?.codes[.dollar],
        lexicon.nations[word(at)]?.isPrefix == true
      {
        return (at + 1, CurrencyReading(code: code))
      }
    }
    // `500 T€`, `500 k EUR`
    var power = 0
    if flags(at).contains(.spaceBefore), follows(at + 1), has(at + 1, .currency),
      let thousands = thousands(at, before: at + 1)
    {
      power = thousands
      at += 1
    }
    let adjective = adjectives(at)
    at = adjective.end
    guard follows(at), let reading = currencyWord(at), reading.mayFollow || isOwn(reading, of: adjective.nation) else {
      return nil
    }
    if !isWord(at), isSigned || power == 0 && isPrefixOfNext(at) { return nil }
    if isWord(at), !isGlued(at), startsNextAmount(at), isSigned { return nil }
    var found = joined(reading, adjective.nation, at)
    if power > 0 { found.power = power }
    // `20 euro cents`
    if found.code != nil, isWord(at), isWord(at + 1), follows(at + 1), currencyWord(at + 1)?.isMinor == true {
      found.isMinor = true
      return (at + 2, found)
    }
    return (end(of: at), found)
  }

  /// `Korean won`: with the nation before it a word that means other things too is the currency.
  private func isOwn(_ reading: CurrencyReading, of nation: Nation?) -> Bool {
    guard let own = nation?.own else { return false }
    return reading.code == own || reading.sign?.codes.contains(own) == true
  }

  private func joined(_ reading: CurrencyReading, _ nation: Nation?, _ at: Int) -> CurrencyReading {
    var found = reading
    if let sign = reading.sign {
      if let code = nation?.codes[sign] {
        found.code = code
      } else if isOwn(reading, of: nation) {
        found.code = nation?.own
      } else if self.is(at + 1, .of), self.is(at + 2, .the), self.is(at + 3, .united), sign == .dollar {
        found.code = "USD"
      } else if sign == .pound, self.is(at + 1, .sterling) {
        found.code = "GBP"
      } else if self.is(at + 1, .us) || isOpening(at + 1) && self.is(at + 2, .us), sign == .dollar {
        found.code = "USD"
      }
    }
    // `25 000 $ CA`
    if found.code == nil, isBehindSign(at), let code = lexicon.nations[word(at + 1)]?.codes[.dollar] {
      found.code = code
    }
    if found.code != nil { found.sign = nil }
    return found
  }

  private func isBehindSign(_ at: Int) -> Bool {
    isSign(at, 0x24) && has(at + 1, .nation) && isUpper(at + 1) && length(at + 1) == 2 && follows(at + 1)
  }

  /// Past what belongs to a currency's name behind it.
  private func end(of at: Int) -> Int {
    if isBehindSign(at) { return at + 2 }
    if self.is(at + 1, .sterling) { return at + 2 }
    if self.is(at + 1, .of), self.is(at + 2, .the), self.is(at + 3, .united), self.is(at + 4, .states) {
      return self.is(at + 5, .of) && self.is(at + 6, .america) ? at + 7 : at + 5
    }
    if self.is(at, .dollars), isOpening(at + 1), self.is(at + 2, .us), isClosing(at + 3) { return at + 4 }
    if self.is(at, .dollars), self.is(at + 1, .us) { return at + 2 }
    return at + 1
  }

  /// `US`, `U.S.`, `United States`, `United States of America`, `Canadian`, `Hong Kong`, `lawful`.
  private func adjectives(_ start: Int) -> (end: Int, nation: Nation?) {
    var at = start
    if isOpening(at), self.is(at + 1, .us), isClosing(at + 2) { return (at + 3, Nation(codes: [.dollar: "USD"])) }
    if self.is(at, .u), isSign(at + 1, 0x2E), self.is(at + 2, .s) {
      at += isSign(at + 3, 0x2E) ? 4 : 3
      return (at, Nation(codes: [.dollar: "USD"]))
    }
    if self.is(at, .united), self.is(at + 1, .states) {
      at += 2
      if self.is(at, .of), self.is(at + 1, .america) { at += 2 }
      return (at, Nation(codes: [.dollar: "USD"]))
    }
    if has(at + 1, .nation), isNamedInTwo(at + 1) { return (at + 2, lexicon.nations[word(at + 1)]) }
    if has(at, .nation), has(at + 1, .currency), !has(at, .article) || isGlued(at + 1) {
      return (at + 1, lexicon.nations[word(at)])
    }
    return (at, nil)
  }

  /// `$` in `100 $200`: the next amount's.
  private func isPrefixOfNext(_ at: Int) -> Bool {
    guard !isGlued(at) else { return isNumber(at + 1) && isGlued(at + 1) }
    // `Year 4 $[***]`: an amount that is left out.
    if isOpening(at + 1), isSign(at + 1, 0x5B) { return true }
    return isNumber(at + 1) && follows(at + 1) && !flags(at + 1).contains(.lineStart)
  }

  /// `USD` in `$100 USD 200`.
  private func startsNextAmount(_ at: Int) -> Bool { isNumber(at + 1) && follows(at + 1) }
}
