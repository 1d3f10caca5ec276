// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationEssentials
import InventoryModel
import Lexis

/// Finds values in a text: money, quantities, shares, durations, dates, recurrences and bare numbers. One look at each
/// token's word decides whether anything starts there; all readers look ahead by a bounded number of tokens or go on
/// from where they stopped, so that time is linear in the text.
public struct ValueRecogniser: Sendable {
  let lexicon: ValueLexicon

  public init(lexicon: ValueLexicon) { self.lexicon = lexicon }

  /// All values, sorted by first token (longer before shorter); those of different types may overlap. Day and month,
  /// decimal signs and shared currency signs are settled by the document's own other values, else the mention has a
  /// problem.
  public func mentions(in stream: TokenStream) -> [ValueMention] {
    stream.tokens.withUnsafeBufferPointer { tokens in
      stream.source.utf8.withUnsafeBufferPointer { bytes in
        lexicon.roles.withUnsafeBufferPointer { roles in
          var scan = ValueScan(tokens: tokens, bytes: bytes, roles: roles, lexicon: lexicon)
          let (seeds, settlement) = seeds(&scan)
          var pass = RecognitionPass(scan: scan, settlement: settlement)
          for seed in seeds { pass.read(at: Int(seed)) }
          return pass.finish()
        }
      }
    }
  }

  /// Where something may start, and what the document shows of its habits.
  private func seeds(_ scan: inout ValueScan) -> ([Int32], DocumentSettlement) {
    var seeds: [Int32] = []
    seeds.reserveCapacity(scan.count / 8)
    var settlement = DocumentSettlement()
    for i in 0..<scan.count {
      let token = scan.tokens[i]
      if token.tokenClass == .number {
        seeds.append(Int32(i))
        settlement.note(number: i, scan)
        continue
      }
      let word = Int(token.word)
      guard word > 0, word < scan.roles.count else { continue }
      let roles = scan.roles[word]
      guard !roles.isDisjoint(with: .starts) else { continue }
      if roles.contains(.currency) { settlement.note(currency: i, scan) }
      seeds.append(Int32(i))
    }
    scan.convention = settlement.convention
    scan.order = settlement.order
    return (seeds, settlement)
  }
}

/// One pass over a text's seeds.
struct RecognitionPass {
  let scan: ValueScan
  let settlement: DocumentSettlement
  private var mentions: [ValueMention] = []
  /// Tokens before it belong to a value that was read.
  private var taken = 0

  init(scan: ValueScan, settlement: DocumentSettlement) {
    self.scan = scan
    self.settlement = settlement
  }

  mutating func read(at i: Int) {
    if let recurrence = scan.recurrence(at: i, isBehindValue: i == taken && i > 0) {
      add(.recurrence(recurrence.every), recurrence.tokens)
    }
    guard i >= taken else { return }
    if let first = scan.rangedDay(at: i) {
      add(.date(first.value), first.tokens, first.problems)
      taken = first.tokens.upperBound
      return
    }
    if let last = scan.lastDayOfRange(at: i) {
      add(.date(last.value), last.tokens, last.problems)
      taken = last.tokens.upperBound
      return
    }
    // `13-15 July 2011`: a hyphen may stand before a range's last day only.
    let isRangeEnd = i == taken && scan.isHyphened(i) && scan.isNumber(i)
    if let date = scan.date(at: i) ?? (isRangeEnd ? scan.dayFirstDate(from: i) : nil) {
      add(.date(date.value), date.tokens, date.problems)
      taken = date.tokens.upperBound
      return
    }
    if let numeral = scan.numeral(at: i) {
      read(numeral)
    } else if let duration = scan.articleDuration(at: i, floor: taken) {
      add(.duration(duration.duration), duration.tokens, duration.problems)
      taken = duration.tokens.upperBound
    }
  }

  mutating func finish() -> [ValueMention] {
    mentions.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
    return mentions
  }

  private mutating func read(_ numeral: Numeral) {
    if let second = rangeEnd(numeral), readRange(numeral, second) { return }
    if let end = readTyped(numeral, numeral.tokens) {
      taken = end
    } else {
      addNumber(numeral)
      taken = numeral.tokens.upperBound
    }
  }

  /// The value that has this number, with its unit behind it; the end of what it took.
  private mutating func readTyped(_ numeral: Numeral, _ tokens: Range<Int>) -> Int? {
    if let money = scan.moneyWithRestatement(numeral, floor: taken) {
      add(money)
      return money.tokens.upperBound
    }
    if let percent = scan.percent(numeral) {
      add(.percent(percent.amount), percent.tokens, percent.problems)
      return percent.tokens.upperBound
    }
    if let duration = scan.duration(numeral) {
      add(.duration(duration.duration), duration.tokens, duration.problems)
      addCountedTime(duration)
      addNumber(numeral)
      return duration.tokens.upperBound
    }
    if let quantity = scan.quantity(numeral) {
      add(
        .quantity(amount: quantity.amount, unit: quantity.unit, per: quantity.per), quantity.tokens, quantity.problems)
      addNumber(numeral)
      return quantity.tokens.upperBound
    }
    return nil
  }

  /// Hours, days and months can be granted as well as last: `ten days of consulting`.
  private mutating func addCountedTime(_ found: DurationReading) {
    let duration = found.duration
    guard !duration.isBusiness, [.hour, .day, .month].contains(duration.unit) else { return }
    add(
      .quantity(amount: duration.amount, unit: duration.unit.rawValue, per: scan.rate(behind: found.tokens.upperBound)),
      found.tokens, found.problems)
  }

  // MARK: Ranges

  /// The second number of `5-10`, `5 to 10`, `between 5 and 10`, `two or three`.
  private func rangeEnd(_ first: Numeral) -> Numeral? {
    let start = first.tokens.lowerBound
    var at = first.tokens.upperBound
    guard scan.follows(at) else { return nil }
    if scan.isNumber(at), scan.isHyphened(at) {
      // `555-123-4567`
      if scan.isNumber(at + 1), scan.isHyphened(at + 1) { return nil }
    } else if scan.isDash(at) || scan.is(at, .to) {
      at += 1
    } else if scan.is(at, .and), scan.is(start - 1, .between) || scan.is(start - 2, .between) {
      at += 1
    } else if scan.is(at, .or), !scan.has(start - 1, .label) {
      at += 1
    } else if scan.isSpelled(at, "nor"), scan.isSpelled(at + 1, "more"), scan.isSpelled(at + 2, "than") {
      at += 3
    } else {
      return nil
    }
    guard scan.follows(at), scan.isNumber(at) || scan.has(at, [.cardinal, .tens]) || scan.has(at, .currency),
      let second = scan.numeral(at: at), second.tokens.lowerBound >= first.tokens.upperBound,
      second.value > first.value || first.hasScale
    else { return nil }
    return second
  }

  /// Gives the first number of a range the unit of the second, or the second the currency before the first.
  private mutating func readRange(_ first: Numeral, _ second: Numeral) -> Bool {
    if let money = scan.money(first, floor: taken) {
      guard money.isPrefixed, money.tokens.upperBound == first.tokens.upperBound, scan.percent(second) == nil,
        scan.duration(second) == nil, scan.quantity(second) == nil
      else { return false }
      if let behind = scan.money(second, floor: first.tokens.upperBound) {
        guard !behind.isPrefixed else { return false }
        add(scaled(money, first, second))
        taken = first.tokens.upperBound
        read(second)
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
    case .percent: add(.percent(first.doubt?.decimal ?? first.value), first.tokens, first.problems)
    case .duration(let duration):
      add(
        .duration(CalendarDuration(amount: first.value, unit: duration.unit, isBusiness: duration.isBusiness)),
        first.tokens, first.problems)
    case .quantity(_, let unit, let per):
      add(.quantity(amount: first.value, unit: unit, per: per), first.tokens, first.problems)
    default: break
    }
  }

  // MARK: Mentions

  private mutating func add(_ money: MoneyReading) {
    var problems = money.problems
    var currency = money.currency.code
    if currency == nil, let sign = money.currency.sign {
      currency = settlement.currency(of: sign)
      if currency == nil { problems.append(.ambiguousCurrency) }
    }
    add(.money(amount: money.amount, currency: currency), money.tokens, problems)
    mentions[mentions.count - 1].currencySign = money.currency.code == nil ? money.currency.sign : nil
  }

  /// A bare number; not the `one` of `one-time`.
  private mutating func addNumber(_ numeral: Numeral) {
    let end = numeral.tokens.upperBound
    if scan.isHyphened(end), scan.isWord(end), !scan.has(end, [.time, .noun]) { return }
    add(.number(numeral.value), numeral.tokens, numeral.problems)
  }

  private mutating func add(_ value: Value, _ tokens: Range<Int>, _ problems: [Problem.Code] = []) {
    mentions.append(
      ValueMention(value: value, tokens: tokens, bytes: scan.byteRange(tokens), problems: problems))
  }
}
