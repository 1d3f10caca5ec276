// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// One pass over a text's seeds.
struct RecognitionPass {
  let scan: ValueScan
  let settlement: DocumentSettlement
  var mentions: [ValueMention] = []
  /// Tokens before it belong to a value that was read.
  var taken = 0
  /// The first of two values that may belong together, until the second is read.
  var openRange: OpenRange?

  init(scan: ValueScan, settlement: DocumentSettlement) {
    self.scan = scan
    self.settlement = settlement
  }

  mutating func read(at i: Int) {
    if let recurrence = scan.recurrence(at: i, isBehindValue: i == taken && i > 0) {
      add(.recurrence(recurrence.every), recurrence.tokens)
    }
    guard i >= taken else { return }
    if let date = date(at: i) {
      add(.date(date.value), date.tokens, date.problems)
      taken = date.tokens.upperBound
      return
    }
    if let part = scan.fractionPercent(at: i) {
      add(.percent(part.amount), part.tokens)
      taken = part.tokens.upperBound
      return
    }
    if let pack = scan.articlePack(at: i) {
      add(pack)
      return
    }
    if let numeral = scan.numeral(at: i) {
      read(numeral)
    } else if let duration = scan.articleDuration(at: i, floor: taken) {
      add(.duration(duration.duration), duration.tokens, duration.problems)
      taken = duration.tokens.upperBound
    }
  }

  private func date(at i: Int) -> DateReading? {
    if let first = scan.rangedDay(at: i) { return first }
    if let last = scan.lastDayOfRange(at: i) { return last }
    // `13-15 July 2011`: a hyphen may stand before a range's last day only.
    let isRangeEnd = i == taken && scan.isHyphened(i) && scan.isNumber(i)
    let found = scan.date(at: i) ?? (isRangeEnd ? scan.dayFirstDate(from: i) : nil)
    return found.map(scan.sharingYear)
  }

  mutating func finish() -> [ValueMention] {
    mentions.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
    return mentions
  }

  private mutating func read(_ numeral: Numeral) {
    let before = mentions.count
    let open = openRange
    openRange = nil
    readValue(numeral, from: before)
    if let open, open.next == numeral.tokens.lowerBound { mark(open.mentions, against: before..<mentions.count) }
  }

  private mutating func readValue(_ numeral: Numeral, from before: Int) {
    if let pack = scan.pack(numeral) {
      add(pack)
      return
    }
    let second = rangeEnd(numeral, at: numeral.tokens.upperBound)
    if let second, readRange(numeral, second) {
      if !isChange(numeral) { markRange(before..<mentions.count, startingAt: second.tokens.lowerBound) }
      return
    }
    if let end = readTyped(numeral, numeral.tokens) {
      taken = end
    } else {
      addNumber(numeral)
      taken = numeral.tokens.upperBound
    }
    noteRange(numeral, from: before, to: second)
  }

  /// The value that has this number, with its unit behind it; the end of what it took.
  mutating func readTyped(_ numeral: Numeral, _ tokens: Range<Int>) -> Int? {
    if let money = scan.moneyWithRestatement(numeral, floor: taken) {
      add(money)
      return money.tokens.upperBound
    }
    if let percent = scan.percent(numeral) {
      add(.percent(percent.amount), percent.tokens, percent.problems, other: percent.other)
      return percent.tokens.upperBound
    }
    if let duration = scan.duration(numeral) {
      add(.duration(duration.duration), duration.tokens, duration.problems, other: duration.other)
      addCountedTime(duration)
      addNumber(numeral)
      return duration.tokens.upperBound
    }
    if let quantity = scan.quantity(numeral) {
      add(
        .quantity(amount: quantity.amount, unit: quantity.unit, per: quantity.per), quantity.tokens, quantity.problems,
        other: quantity.other)
      var counted = numeral
      (counted.value, counted.problems, counted.other) = (quantity.amount, quantity.problems, quantity.other)
      addNumber(counted)
      return quantity.tokens.upperBound
    }
    return readLetter(numeral)
  }

  /// `36M` for a term, `worth 50K`: what a letter behind a figure means where nothing else says it.
  private mutating func readLetter(_ numeral: Numeral) -> Int? {
    if let months = scan.monthsByLetter(numeral) {
      add(.duration(CalendarDuration(amount: months, unit: .month)), numeral.tokens)
      add(.number(months), numeral.tokens)
      return numeral.tokens.upperBound
    }
    guard scan.isSumByWords(numeral) else { return nil }
    add(.money(amount: numeral.value, currency: nil), numeral.tokens, numeral.problems)
    addNumber(numeral)
    return numeral.tokens.upperBound
  }

  /// Hours, days and months can be granted as well as last: `ten days of consulting`.
  private mutating func addCountedTime(_ found: DurationReading) {
    let duration = found.duration
    guard !duration.isBusiness, [.hour, .day, .month].contains(duration.unit) else { return }
    add(
      .quantity(amount: duration.amount, unit: duration.unit.rawValue, per: scan.rate(behind: found.tokens.upperBound)),
      found.tokens, found.problems, other: found.other)
  }

  // MARK: Mentions

  mutating func add(_ money: MoneyReading) {
    var problems = money.problems
    var currency = money.currency.code
    if currency == nil, let sign = money.currency.sign {
      currency = settlement.currency(of: sign)
      if currency == nil { problems.append(.ambiguousCurrency) }
    }
    add(.money(amount: money.amount, currency: currency), money.tokens, problems, other: money.other)
    mentions[mentions.count - 1].currencySign = money.currency.code == nil ? money.currency.sign : nil
  }

  /// A bare number; not the `one` of `one-time`.
  mutating func addNumber(_ numeral: Numeral) {
    let end = numeral.tokens.upperBound
    if scan.isHyphened(end), scan.isWord(end), !scan.has(end, [.time, .noun]) { return }
    add(.number(numeral.value), numeral.tokens, numeral.problems, other: numeral.other)
    let form = scan.form(of: numeral)
    if form != .plain { mentions[mentions.count - 1].form = form }
  }

  /// Packs: their product as a number, and as a quantity where they say of what.
  private mutating func add(_ pack: PackReading) {
    if let unit = pack.unit {
      add(.quantity(amount: pack.amount, unit: unit, per: pack.per), pack.tokens, pack.problems)
      mentions[mentions.count - 1].factors = pack.factors
    }
    add(.number(pack.amount), pack.numberTokens, pack.problems)
    mentions[mentions.count - 1].factors = pack.factors
    if pack.unit == nil { mentions[mentions.count - 1].form = .count }
    taken = max(taken, pack.tokens.upperBound)
  }

  mutating func add(
    _ value: Value, _ tokens: Range<Int>, _ problems: [Problem.Code] = [], other: Decimal? = nil
  ) {
    var mention = ValueMention(value: value, tokens: tokens, bytes: scan.byteRange(tokens), problems: problems)
    if let other { mention.alternative = .init(amount: other, tokens: tokens) }
    mentions.append(mention)
  }
}
