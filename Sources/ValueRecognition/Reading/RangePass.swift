// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// The first value of what may be a range: its mentions, and the token at which the second begins.
struct OpenRange {
  var mentions: Range<Int>
  var next: Int
}

/// Ranges and alternatives: `5-10`, `5 to 10`, `between 5 and 10`, `two or three`, `$10 to $20`. Both values are read;
/// neither is the value, and both say so.
extension RecognitionPass {
  /// The second number of `5-10`, `5 to 10`, `between 5 and 10`, `two or three`, `24/36 months`, where `at` is the first
  /// token behind the first.
  /// `pastCurrency`: a sign or code may stand before the second.
  func rangeEnd(_ first: Numeral, at: Int, pastCurrency: Bool = false) -> Numeral? {
    guard scan.follows(at) else { return nil }
    if let alternative = slashAlternative(first, at: at) { return alternative }
    guard var next = behindConnector(first, at) else { return nil }
    if pastCurrency {
      for _ in 0..<3 where scan.follows(next) && scan.has(next, [.currency, .nation]) { next += 1 }
    }
    guard scan.follows(next), scan.isNumber(next) || scan.has(next, [.cardinal, .tens]),
      let second = scan.numeral(at: next), second.tokens.lowerBound >= first.tokens.upperBound,
      second.value > first.value || first.hasScale
    else { return nil }
    return second
  }

  private func behindConnector(_ first: Numeral, _ at: Int) -> Int? {
    let start = first.tokens.lowerBound
    if scan.isNumber(at) {
      // `555-123-4567`
      return !scan.isHyphened(at) || scan.isNumber(at + 1) && scan.isHyphened(at + 1) ? nil : at
    }
    // `three- to five-year`
    if scan.isDash(at) { return scan.isGlued(at) && (scan.is(at + 1, .to) || scan.is(at + 1, .or)) ? at + 2 : at + 1 }
    if scan.is(at, .to) { return at + 1 }
    if scan.is(at, .or) { return scan.has(start - 1, .label) ? nil : at + 1 }
    if scan.is(at, .and), (1...3).contains(where: { scan.is(start - $0, .between) }) { return at + 1 }
    // `at least 10 but no more than 20`, `not less than 10 nor more than 20`
    if scan.is(at, .and) || scan.is(at, .but) {
      if scan.is(at + 1, .at), scan.is(at + 2, .most) { return at + 3 }
      guard scan.is(at + 1, .no) || scan.is(at + 1, .not) else { return nil }
      return scan.is(at + 2, .more) && scan.is(at + 3, .than) ? at + 4 : nil
    }
    return scan.is(at, .nor) && scan.is(at + 1, .more) && scan.is(at + 2, .than) ? at + 3 : nil
  }

  /// `24/36 months`, `12/24/36 months`: the last of them, which has the unit.
  private func slashAlternative(_ first: Numeral, at: Int) -> Numeral? {
    guard first.tokens.count == 1, let small = scan.integer(first.tokens.lowerBound, digits: 3), small > 0 else {
      return nil
    }
    var slash = at
    var last = small
    for _ in 0..<4 {
      guard scan.isSign(slash, 0x2F), scan.isGlued(slash), scan.isGlued(slash + 1),
        let next = scan.integer(slash + 1, digits: 3), next > last
      else { return nil }
      last = next
      if scan.isSign(slash + 2, 0x2F) {
        slash += 2
        continue
      }
      guard let second = scan.figureNumeral(at: slash + 1, isAlternative: true),
        let duration = scan.duration(second)?.duration, duration.months != nil || duration.days != nil
      else { return nil }
      return second
    }
    return nil
  }

  /// Gives the first number of a range the unit of the second, or the second the currency before the first.
  mutating func readRange(_ first: Numeral, _ second: Numeral) -> Bool {
    if let money = scan.money(first, floor: taken) { return readMoneyRange(money, first, second) }
    guard scan.percent(first) == nil, scan.duration(first) == nil, scan.quantity(first) == nil else { return false }
    let tokens = first.tokens
    let before = mentions.count
    taken = tokens.upperBound
    guard let end = readTyped(second, second.tokens) else {
      taken = min(taken, tokens.lowerBound)
      return false
    }
    guard mentions.count > before else { return false }
    inherit(first, from: mentions[before])
    addNumber(first)
    taken = end
    return true
  }

  private mutating func readMoneyRange(_ money: MoneyReading, _ first: Numeral, _ second: Numeral) -> Bool {
    guard money.isPrefixed, money.tokens.upperBound == first.tokens.upperBound, scan.percent(second) == nil,
      scan.duration(second) == nil, scan.quantity(second) == nil
    else { return false }
    if let behind = scan.money(second, floor: first.tokens.upperBound) {
      guard !behind.isPrefixed else { return false }
      add(scaled(money, first, second))
      taken = first.tokens.upperBound
      taken = readTyped(second, second.tokens) ?? second.tokens.upperBound
      return true
    }
    guard !scan.is(first.tokens.upperBound, .or) else { return false }
    add(scaled(money, first, second))
    var other = money
    other.amount = second.value
    other.tokens = second.tokens
    other.problems = second.problems
    add(other)
    taken = second.tokens.upperBound
    return true
  }

  /// `$1-2 million`: the scale behind the second is the first's too.
  private func scaled(_ money: MoneyReading, _ first: Numeral, _ second: Numeral) -> MoneyReading {
    guard second.hasScale, !first.hasScale, scan.has(second.tokens.upperBound - 1, [.scale, .gluedScale]),
      first.value < 1000
    else { return money }
    var money = money
    money.amount *= Decimal.tens(Int(scan.meaning(second.tokens.upperBound - 1).scale))
    return money
  }

  private mutating func inherit(_ first: Numeral, from second: ValueMention) {
    switch second.value {
    case .money(_, let currency):
      guard second.currencySign != nil || currency != nil, second.tokens.lowerBound >= first.tokens.upperBound else {
        return
      }
      let reading = CurrencyReading(code: second.currencySign == nil ? currency : nil, sign: second.currencySign)
      add(
        scaled(
          MoneyReading(tokens: first.tokens, amount: first.value, currency: reading, problems: first.problems), first,
          scan.numeral(at: second.tokens.lowerBound) ?? first))
    case .percent: add(.percent(first.openDoubt?.decimal ?? first.value), first.tokens, first.problems)
    case .duration(let duration):
      add(
        .duration(CalendarDuration(amount: first.value, unit: duration.unit, isBusiness: duration.isBusiness)),
        first.tokens, first.problems)
      if [.hour, .day, .month].contains(duration.unit), !duration.isBusiness {
        add(.quantity(amount: first.value, unit: duration.unit.rawValue, per: nil), first.tokens, first.problems)
      }
    case .quantity(_, let unit, let per):
      add(.quantity(amount: first.value, unit: unit, per: per), first.tokens, first.problems)
    default: break
    }
  }

  // MARK: Saying so

  /// Remembers the value that was just read where a second stands behind it: `$10 to $20`, `5 days or 10 days`.
  mutating func noteRange(_ first: Numeral, from before: Int, to second: Numeral?) {
    guard before < mentions.count, !scan.isYearNumber(first), !scan.has(first.tokens.lowerBound - 1, .label),
      let next = second ?? rangeEnd(first, at: taken, pastCurrency: true), !isChange(first)
    else { return }
    openRange = OpenRange(mentions: before..<mentions.count, next: next.tokens.lowerBound)
  }

  /// `increased from 10 to 25`: what was and what is, no range; nor is `increased by 15 to 25`.
  func isChange(_ first: Numeral) -> Bool {
    var at = first.tokens.lowerBound - 1
    for _ in 0..<3 where scan.has(at, [.currency, .nation]) { at -= 1 }
    // Of shares it may be one: "increased by 2 to 3 percent".
    if scan.isSpelled(at, "by"), scan.follows(at) {
      return Self.sized.contains { scan.isSpelled(at - 1, $0) } && !isOfShares(behind: first.tokens.upperBound)
    }
    guard scan.isSpelled(at, "from"), scan.follows(at) else { return false }
    return (1...4).contains { back in
      (0..<back).allSatisfy { scan.follows(at - $0) }
        && Self.changes.contains { scan.isSpelled(at - back, $0) || scan.isSpelled(at - back, $0 + "s") }
    }
  }

  private static let sized = [
    "increased", "raised", "reduced", "decreased", "lowered", "extended", "expanded", "cut", "up", "down",
  ]

  private func isOfShares(behind token: Int) -> Bool {
    (token..<token + 4).contains { scan.isSign($0, 0x25) || scan.isSpelled($0, "percent") }
  }

  private static let changes = [
    "increase", "increased", "increasing", "raise", "raised", "raising", "reduce", "reduced", "reducing", "decrease",
    "decreased", "change", "changed", "changing", "amended", "lowered", "extended", "extend", "grow", "grew", "grown",
    "rise", "rose", "risen", "fall", "fell", "fallen", "move", "moved", "upgrade", "upgraded", "goe", "go", "went",
    "expanded", "cut", "up", "down", "adjusted", "revised", "converted", "brought", "dropped", "doubled", "jumped",
  ]

  /// Marks what was read of a range in one go.
  mutating func markRange(_ all: Range<Int>, startingAt second: Int) {
    for a in all where mentions[a].tokens.lowerBound < second {
      for b in all where mentions[b].tokens.lowerBound >= second { pair(a, b) }
    }
  }

  /// Marks both, once the second has been read too.
  mutating func mark(_ firsts: Range<Int>, against seconds: Range<Int>) {
    for a in firsts {
      for b in seconds { pair(a, b) }
    }
  }

  private mutating func pair(_ a: Int, _ b: Int) {
    guard mentions[a].isComparable(with: mentions[b]), let one = mentions[a].amount, let two = mentions[b].amount,
      one != two
    else { return }
    for (index, other, amount) in [(a, b, two), (b, a, one)]
    where !mentions[index].problems.contains(.conflictingValues) {
      mentions[index].problems.append(.conflictingValues)
      mentions[index].alternative = .init(amount: amount, tokens: mentions[other].tokens)
    }
  }
}

extension ValueMention {
  /// Two amounts of the same type, in the same unit.
  fileprivate func isComparable(with other: ValueMention) -> Bool {
    switch (value, other.value) {
    case (.number, .number), (.percent, .percent): true
    case (.money(_, let one), .money(_, let two)): one == two
    case (.quantity(_, let one, _), .quantity(_, let two, _)): one == two
    case (.duration(let one), .duration(let two)): one.unit == two.unit
    default: false
    }
  }
}
