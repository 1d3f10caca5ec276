// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Packs that multiply, with the tokens that say it.
struct PackReading {
  /// All of it, the unit included.
  var tokens: Range<Int>
  /// Up to the last figure: what stands before the counted thing's name.
  var numberTokens: Range<Int>
  var factors: [Decimal]
  /// Singular; nil where nothing says what is counted.
  var unit: String?
  var per: String?
  var problems: [Problem.Code] = []
  var amount: Decimal { factors.reduce(1, *) }
}

/// `2 × pack of 25 credits`, `10 packs of 1,000 API calls each`, `three 40-hour blocks`, `2 x 25 credits`, `a pack of 50`.
extension ValueScan {
  /// Packs whose count is this number; nil where it counts something else.
  func pack(_ count: Numeral) -> PackReading? {
    var at = count.tokens.upperBound
    guard follows(at) else { return nil }
    let isTimes = self.is(at, .timesSign) || self.is(at, .x) && (!isGlued(at) || isNumber(at - 1))
    if isTimes {
      at += 1
      guard follows(at) else { return nil }
    } else if isDash(at) || isHyphened(at) || !(isNumber(at) || isWord(at)) {
      return nil
    }
    guard !isYearNumber(count) else { return nil }
    if isNumber(at) || has(at, [.cardinal, .tens]), let size = numeral(at: at), size.tokens.lowerBound == at {
      return count.value >= 1 ? packs(count, holding: size, isTimes: isTimes) : nil
    }
    if isTimes, self.has(at, .article) { at += 1 }
    guard let packing = packing(from: at), count.value >= 1 else { return nil }
    return contents(behind: packing, of: count)
  }

  /// `a pack of 50 credits`.
  func articlePack(at start: Int) -> PackReading? {
    guard has(start, .article), follows(start + 1), let packing = packing(from: start + 1), meaning(packing).isPack,
      !has(packing, .plural)
    else { return nil }
    let one = Numeral(tokens: start..<(start + 1), value: 1)
    guard self.is(packing + 1, .of), var found = contents(behind: packing, of: one) else { return nil }
    found.factors.removeFirst()
    return found
  }

  /// The packing behind a number, past a few words of what it holds: `2 training credit packs`.
  private func packing(from start: Int) -> Int? {
    for at in start..<(start + 4) {
      guard follows(at), isWord(at), !isHyphened(at) else { return nil }
      if has(at, .packing) { return at }
      guard has(at, [.modifier, .noun]) && !has(at, .plural) || isCapitalised(at) && !has(at, [.function, .party])
      else { return nil }
    }
    return nil
  }

  /// `of 25 credits each`, `, each of 25 credits`, `with 25 credits`, `(25 credits each)`.
  private func contents(behind packing: Int, of count: Numeral) -> PackReading? {
    var at = packing + 1
    var saysEach = false
    guard follows(at) else { return nil }
    let isBracketed = isOpening(at)
    if isSign(at, 0x2C) || isBracketed { at += 1 }
    if has(at, .each), !isSign(at, 0x2F), !self.is(at, .per) {
      saysEach = true
      at += 1
    }
    let isLinked = self.is(at, .of) || self.is(at, .with) || self.is(at, .containing)
    guard isLinked || saysEach || isBracketed else { return nil }
    if isLinked { at += 1 }
    guard follows(at), isNumber(at) || has(at, [.cardinal, .tens, .article]), let size = numeral(at: at),
      size.tokens.lowerBound == at, !isYearNumber(size)
    else { return nil }
    return product(count, size, packing, saysEach: saysEach, isBracketed: isBracketed)
  }

  private func product(_ count: Numeral, _ size: Numeral, _ packing: Int, saysEach: Bool, isBracketed: Bool)
    -> PackReading?
  {
    guard money(size, floor: size.tokens.lowerBound) == nil, percent(size) == nil, let thing = counted(size) else {
      return nil
    }
    let end = thing.end
    var after = end
    var saysEach = saysEach
    if isSpelled(after, "each") || isSpelled(after, "apiece"), follows(after) {
      saysEach = true
      after += 1
    } else if self.is(after, .per), has(after + 1, .packing), follows(after) {
      saysEach = true
      after += 2
    }
    if isBracketed {
      guard saysEach, isClosing(after) else { return nil }
      after += 1
    }
    // `two sets of 12` may be anything; `two packs of 12` are packs.
    guard thing.unit != nil || saysEach || meaning(packing).isPack else { return nil }
    return PackReading(
      tokens: count.tokens.lowerBound..<(saysEach ? after : end),
      numberTokens: count.tokens.lowerBound..<size.tokens.upperBound, factors: [count.value, size.value],
      unit: thing.unit, per: thing.per ?? rate(behind: after), problems: count.problems + size.problems)
  }

  /// What a pack holds: things or hours; nil where the number counts months or the like, of which none is granted in packs.
  private func counted(_ size: Numeral) -> (unit: String?, per: String?, end: Int)? {
    if let time = duration(size) {
      guard time.duration.unit == .hour || time.duration.unit == .day, !time.duration.isBusiness else { return nil }
      return (time.duration.unit.rawValue, nil, time.tokens.upperBound)
    }
    if let things = quantity(size) { return (things.unit, things.per, things.tokens.upperBound) }
    return (nil, nil, size.tokens.upperBound)
  }

  /// `2 × 25-credit packs`, `three 40-hour blocks`, `2 x 25 training credits`.
  private func packs(_ count: Numeral, holding size: Numeral, isTimes: Bool) -> PackReading? {
    let at = size.tokens.upperBound
    if isHyphened(at) || isDash(at) && isGlued(at), let unit = hyphenedUnit(isDash(at) ? at + 1 : at) {
      guard let packing = packing(from: unit.end), meaning(packing).isPack || isTimes || has(packing, .plural) else {
        return nil
      }
      return multiplied(count, size, unit.name, count.tokens.lowerBound..<(packing + 1))
    }
    if isHyphened(at), has(at, .packing), follows(at) {
      return multiplied(count, size, behindPacking(at), count.tokens.lowerBound..<(at + 1))
    }
    guard isTimes, !(count.value == 24 && size.value == 7), !isHyphened(at), let thing = counted(size),
      let unit = thing.unit, !Self.lengths.contains(unit)
    else { return nil }
    return PackReading(
      tokens: count.tokens.lowerBound..<thing.end, numberTokens: count.tokens.lowerBound..<at,
      factors: [count.value, size.value], unit: unit, per: thing.per, problems: count.problems + size.problems)
  }

  private func multiplied(_ count: Numeral, _ size: Numeral, _ unit: String?, _ tokens: Range<Int>) -> PackReading {
    PackReading(
      tokens: tokens, numberTokens: tokens, factors: [count.value, size.value], unit: unit,
      problems: count.problems + size.problems)
  }

  /// The unit glued by a hyphen: `25-credit`, `40-hour`.
  private func hyphenedUnit(_ at: Int) -> (name: String, end: Int)? {
    guard follows(at), isWord(at) else { return nil }
    switch meaning(at).time {
    case .hour: return ("hour", at + 1)
    case .day: return ("day", at + 1)
    case .none: break
    default: return nil
    }
    guard has(at, .noun), !has(at, .packing) else { return nil }
    let index = Int(meaning(at).noun)
    return index >= 0 && index < lexicon.nouns.count ? (lexicon.nouns[index], at + 1) : nil
  }

  /// `25-packs of training credits`: the noun behind.
  private func behindPacking(_ packing: Int) -> String? {
    guard self.is(packing + 1, .of) else { return nil }
    return quantity(Numeral(tokens: (packing + 1)..<(packing + 2), value: 2))?.unit
  }

  private static let lengths: Set<String> = [
    "cm", "mm", "metre", "inch", "foot", "yard", "km", "mile", "kg", "g", "mg", "lb", "ounce", "degree", "square foot",
    "gbps", "mbps", "vcpu", "cpu", "gpu", "core",
  ]
}
