// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

extension ValueScan {
  /// A number in figures from a token on: `1,250.00`, `1 250 000`, `50K`, `3 bn`, `2 1/2`, `12½`, `.5`.
  func figureNumeral(at start: Int, isAlternative: Bool = false) -> Numeral? {
    if has(start, .fractionSign) { return fractionSign(at: start) }
    guard isNumber(start), isAlternative || mayStartFigure(start), var numeral = plainFigure(at: start) else {
      return nil
    }
    var end = numeral.tokens.upperBound
    if isLeadingPoint(start - 1) {
      guard integer(start, digits: 12) != nil else { return nil }
      numeral.value = FigureShape.decimal(Array(slice(start)), places: length(start))
      numeral.doubt = nil
      numeral.tokens = (start - 1)..<end
    }
    if let (value, after) = slashFraction(at: start, end: end) {
      numeral.value = value
      end = after
    }
    (numeral.value, end) = withFraction(numeral.value, end: end)
    numeral.tokens = numeral.tokens.lowerBound..<end
    takeScales(&numeral)
    return mayEndFigure(numeral) ? numeral : nil
  }

  /// The digits alone, before fractions and scales.
  private func plainFigure(at start: Int) -> Numeral? {
    var numeral = Numeral(tokens: start..<(start + 1), value: 0)
    if let spaced = spacedGroups(at: start) {
      numeral.value = spaced.value
      numeral.isSpacedMoney = spaced.places == 2
      numeral.tokens = start..<spaced.end
      return numeral
    }
    switch FigureShape.read(slice(start)) {
    case .exact(let value): numeral.value = value
    case .either(let grouped, let decimal, let isPoint, let endsInZero):
      numeral.doubt = .init(grouped: grouped, decimal: decimal, isPoint: isPoint, endsInZero: endsInZero)
      numeral.value = settled(&numeral)
    case .irregular(let value):
      guard has(start - 1, .currency) || has(start + 1, .currency) else { return nil }
      numeral.value = value
      numeral.problems = [.ambiguousNumber]
    case .none: return nil
    }
    return numeral
  }

  /// By the document's convention, else the likelier reading, with the doubt kept.
  private func settled(_ numeral: inout Numeral) -> Decimal {
    guard let doubt = numeral.doubt else { return numeral.value }
    switch (convention, doubt.isPoint) {
    case (.point, true):
      numeral.doubt?.isSettled = true
      if isConventionWeak, doubt.isRound { numeral.doubt(.ambiguousNumber, other: doubt.grouped) }
      return doubt.decimal
    case (.point, false), (.comma, true):
      numeral.doubt = nil
      return doubt.grouped
    case (.comma, false), (.unknown, true):
      numeral.doubt(.ambiguousNumber, other: doubt.endsInZero ? doubt.decimal : doubt.grouped)
      return doubt.endsInZero ? doubt.grouped : doubt.decimal
    case (.unknown, false): return doubt.grouped
    }
  }

  /// Not part of a name, path, time or version: `Q1`, `SOC-2`, `a/5`, `10:30`, `#7`.
  private func mayStartFigure(_ i: Int) -> Bool {
    if isHyphened(i) {
      return isNumber(i - 1) || has(i - 1, [.cardinal, .tens, .scale, .gluedScale, .currency, .percent, .time, .noun])
    }
    guard isGlued(i) else { return true }
    if isWord(i - 1) { return has(i - 1, .currency) }
    let before = bytes[Int(tokens[i - 1].start)]
    switch before {
    case 0x2F, 0x40, 0x5F, 0x5C, 0x3D, 0x26: return false
    case 0x3A: return !(isNumber(i - 2) && isGlued(i - 1))
    case 0x2E: return isLeadingPoint(i - 1) || !isGlued(i - 1) || has(i - 2, .currency)
    default: return true
    }
  }

  /// The point of `.5` or `$.50`.
  private func isLeadingPoint(_ i: Int) -> Bool {
    guard isSign(i, 0x2E), i + 1 < count, isGlued(i + 1) else { return false }
    return flags(i).contains(.spaceBefore) || isSign(i - 1, 0x24) || isSign(i - 1, 0x28)
  }

  private func mayEndFigure(_ numeral: Numeral) -> Bool {
    let end = numeral.tokens.upperBound
    guard end < count else { return true }
    if isSign(end, 0x3A), isGlued(end), isNumber(end + 1), isGlued(end + 1) { return false }
    if has(end, .ordinalSuffix), !numeral.hasScale, follows(end), length(end) == 2 {
      return !(isGlued(end) || self.is(end + 1, .day) || self.is(end + 1, .of) || has(end + 1, .month))
    }
    guard isWord(end), isGlued(end) else { return true }
    // `2x pack of 25`
    if self.is(end, .x), follows(end + 1), flags(end + 1).contains(.spaceBefore) { return true }
    return has(end, [.time, .noun, .currency, .percent, .function, .dateSign])
  }

  /// `1 250 000`: groups of three with one space (any kind) between; not a telephone number.
  private func spacedGroups(at start: Int) -> (value: Decimal, end: Int, places: Int)? {
    guard let first = integer(start, digits: 3), first > 0, bytes[Int(tokens[start].start)] != 0x30,
      !isHyphened(start)
    else { return nil }
    var at = start + 1
    // Most figures have no other behind them.
    guard isNumber(at) else { return nil }
    var digits = Array(slice(start))
    while at < count, isNumber(at), follows(at), flags(at).contains(.spaceBefore), !flags(at).contains(.lineStart),
      isOneSpace(before: at), digits.count < 28
    {
      let part = slice(at)
      guard part.count >= 3, part[0] >= 0x30, part[1] >= 0x30, part[2] >= 0x30, part[1] < 0x3A, part[2] < 0x3A else {
        break
      }
      if part.count == 3 {
        digits += part
        at += 1
        continue
      }
      // The last group may have decimals: `1 250,00`.
      guard part.count <= 6, part[3] == 0x2C || part[3] == 0x2E else { break }
      let places = part.count - 4
      digits += part[0..<3]
      digits += part[4...]
      return places <= 2 ? (FigureShape.decimal(digits, places: places), at + 1, places) : nil
    }
    guard at > start + 1 else { return nil }
    // A further figure behind: a telephone or account number.
    if isNumber(at), follows(at), isHyphened(at) || isOneSpace(before: at) { return nil }
    if isSign(start - 1, 0x2B) || isNumber(start - 1) && !flags(start).contains(.lineStart) && follows(start) {
      return nil
    }
    return (FigureShape.decimal(digits, places: 0), at, 0)
  }

  private func isOneSpace(before i: Int) -> Bool {
    let gap = Int(tokens[i - 1].end)..<Int(tokens[i].start)
    if gap.count == 1 { return bytes[gap.lowerBound] == 0x20 }
    return gap.count <= 3 && gap.count > 1 && bytes[gap.lowerBound] >= 0xC2
  }

  /// `1/2` before a unit or a percent sign, `2 1/2`.
  private func slashFraction(at start: Int, end: Int) -> (Decimal, Int)? {
    guard end == start + 1, let (value, after) = simpleFraction(at: start) else { return nil }
    guard has(after, [.time, .noun, .percent, .scale]) || self.is(after, .of), follows(after) else { return nil }
    return (value, after)
  }

  private func simpleFraction(at start: Int) -> (Decimal, Int)? {
    guard let above = integer(start, digits: 2), isSign(start + 1, 0x2F), isGlued(start + 1), isGlued(start + 2),
      let below = integer(start + 2, digits: 3), above > 0, above < below, [2, 4, 5, 8, 10, 16, 20].contains(below),
      !isSign(start + 3, 0x2F)
    else { return nil }
    return (Decimal(above) / Decimal(below), start + 3)
  }

  /// `12½`, `12 ½`, `2 1/2`, `2-1/2`, `2 and a half`.
  private func withFraction(_ value: Decimal, end: Int) -> (Decimal, Int) {
    guard follows(end) else { return (value, end) }
    if has(end, .fractionSign) { return (value + Decimal(Int(meaning(end).thousandths)) / 1000, end + 1) }
    if let (part, after) = simpleFraction(at: end), !flags(end).contains(.lineStart) { return (value + part, after) }
    if self.is(end, .and), follows(end + 1) {
      if let (part, after) = fraction(at: end + 1) ?? simpleFraction(at: end + 1) { return (value + part, after) }
    }
    return (value, end)
  }

  private func fractionSign(at start: Int) -> Numeral? {
    var numeral = Numeral(
      tokens: start..<(start + 1), value: Decimal(Int(meaning(start).thousandths)) / 1000)
    takeScales(&numeral)
    return numeral
  }

  /// `K` glued; `million` behind a space or hyphen, also `hundred thousand`.
  private func takeScales(_ numeral: inout Numeral) {
    for round in 0..<2 {
      let at = numeral.tokens.upperBound
      guard follows(at), isWord(at) else { return }
      var power = 0
      if isGlued(at), round == 0, has(at, .gluedScale), isNumber(at - 1) || has(at - 1, .fractionSign) {
        power = Int(meaning(at).scale)
      } else if round == 0, isLooseScale(at, behind: numeral) {
        power = Int(meaning(at).scale)
      } else if has(at, .scale), length(at) > 2 || !isGlued(at) {
        power = Int(meaning(at).scale)
      } else if has(at, .hundred) {
        power = 2
      }
      if power == 0, round == 0, has(at, .dozen), meaning(at).number == 12 {
        numeral.value *= 12
        numeral.tokens = numeral.tokens.lowerBound..<(at + 1)
        numeral.clearDoubt()
        return
      }
      guard power > 0 else { return }
      numeral.value *= Decimal.tens(power)
      // `2,5 Mio. EUR`
      let isAbbreviated = isSign(at + 1, 0x2E) && isGlued(at + 1) && has(at + 2, .currency) && follows(at + 2)
      numeral.tokens = numeral.tokens.lowerBound..<(isAbbreviated ? at + 2 : at + 1)
      numeral.hasScale = true
      numeral.clearDoubt()
    }
  }

  /// `$15 K`: the letter stands apart, and nothing else behind it that it could begin.
  private func isLooseScale(_ at: Int, behind numeral: Numeral) -> Bool {
    guard length(at) == 1, isCapitalised(at), has(at, .gluedScale), has(numeral.tokens.lowerBound - 1, .currency),
      follows(numeral.tokens.lowerBound)
    else { return false }
    return !follows(at + 1) || !isGlued(at + 1) && !isCapitalised(at + 1) && !isNumber(at + 1)
      || isSign(at + 1, 0x2E) || isSign(at + 1, 0x2C) || isClosing(at + 1)
  }
}
