// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Finds what adds to the amount that a promise was read with, multiplies or shares it: "60 credits and 20 on top", "each
/// for two teams", "half of them in year two". Whoever passes over it makes the smaller amount land.
struct SecondAmounts {
  let context: DocumentContext
  let grant: PromisedGrant
  let mention: PromiseMention
  /// Tokens of times and prices.
  let taken: [Range<Int>]

  /// The words that are left over; nil where nothing is.
  func words(in range: Range<Int>) -> Range<Int>? {
    guard grant.subject == .grant, !["support_plan", "other"].contains(mention.kind.rawValue) else { return nil }
    if let ordinal = ordinal(before: mention.tokens, in: range) { return ordinal }
    guard grant.hasAmount else { return nil }
    return share(in: range) ?? each(in: range) ?? addition(in: range)
  }

  /// Empty before the first token and behind the last.
  private func word(_ token: Int) -> String {
    context.stream.tokens.indices.contains(token) ? context.folded(token) : ""
  }

  private func isTaken(_ tokens: Range<Int>) -> Bool { taken.contains { $0.overlaps(tokens) } }

  // MARK: Ordinals

  private static let ordinals: WordSet = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "2nd", "3rd", "4th", "5th",
    "6th",
  ]

  /// "A third sandbox" is one, or three with those that are there.
  private func ordinal(before name: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    guard mention.unit != nil || mention.quantity != nil else { return nil }
    let near = max(range.lowerBound, name.lowerBound - 3)..<name.upperBound
    guard let token = near.first(where: { Self.ordinals.contains(word($0)) }), opensNoun(token, in: range),
      !["of", "year", "quarter", "contract", "term"].contains(word(token + 1)),
      !isTaken(token..<(token + 1)), totals(in: range).isEmpty
    else { return nil }
    return token..<name.upperBound
  }

  /// "A second", "your second", "sure, second", and not "every second".
  private func opensNoun(_ token: Int, in range: Range<Int>) -> Bool {
    guard token > range.lowerBound else { return true }
    return ["a", "the", "your", "our", "my", "and", "plus", "with", "get", "also", ",", ":", "-", "–"].contains(
      word(token - 1))
  }

  // MARK: Shares

  /// Words that packs know: "half of them", "twice".
  private func share(in range: Range<Int>) -> Range<Int>? {
    context.names(in: range).first { name in
      name.list == "said_share" && !isTaken(name.tokens) && !isPriced(name.tokens.lowerBound)
        // "Doubled to 2 TB": the number is what it comes to.
        && !(word(name.tokens.upperBound) == "to" && word(name.tokens.upperBound - 1).hasSuffix("ed"))
    }?.tokens
  }

  private static let times: WordSet = [
    "year", "years", "month", "months", "quarter", "quarters", "contract", "calendar", "fiscal", "financial", "half",
    "period", "periods", "term", "annum", "semester", "day", "renewal", "anniversary", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "autumn",
    "summer", "winter", "time", "subscription",
  ]
  /// "Per our call", "as per the offer": after what was said before.
  private static let agreements: WordSet = [
    "our", "your", "the", "my", "their", "this", "that", "mail", "email", "phone", "call", "request", "agreement", "se",
    "discussion", "conversation", "section", "clause", "attached", "below", "above", "cent", "today",
  ]
  private static let neutral: WordSet = [
    "free", "valid", "with", "other", "one", "available", "usable", "lasting", "worth", "good", "at", "is", "are",
    "can",
    "has", "having", "until", "in", "and", "or", "including", "plus", "on", "by", "from", "from", "costing", "without",
  ]

  /// "Per subsidiary", "each for two teams", "for every plant", "60 credits each".
  private func each(in range: Range<Int>) -> Range<Int>? {
    for token in range {
      let next = token + 1
      switch word(token) {
      case "per":
        guard next < range.upperBound, context.isWord(next), !Self.times.contains(word(next)),
          !PromiseLeftovers.periods.contains(word(next)),
          !Self.agreements.contains(word(next)), word(next) != grant.quantity?.per,
          token == range.lowerBound || word(token - 1) != "as"
        else { continue }
        return isTaken(token..<next) || isPriced(token) ? nil : token..<(next + 1)
      case "each", "every", "apiece":
        guard !isTaken(token..<next), !isPriced(token), let end = shared(token, in: range) else { continue }
        return token..<end
      default: continue
      }
    }
    return nil
  }

  /// Where the words end that an `each` shares something out to; nil where it says only when or how.
  private func shared(_ token: Int, in range: Range<Int>) -> Int? {
    let next = token + 1
    let isBehind = token > range.lowerBound && (mention.tokens.contains(token - 1) || isNumber(endingAt: token))
    guard next < range.upperBound, context.isWord(next) || isNumber(startingAt: next) else {
      return isBehind ? next : nil
    }
    if isNumber(startingAt: next) || word(token) == "apiece" { return nil }
    if ["for", "to", "of"].contains(word(next)) {
      guard isBehind || word(next) == "of" else { return nil }
      let goal = (next + 1)..<min(next + 5, range.upperBound)
      return goal.contains { Self.times.contains(word($0)) || isTaken($0..<($0 + 1)) }
        ? nil : min(next + 3, goal.upperBound)
    }
    guard !Self.times.contains(word(next)), !Self.neutral.contains(word(next)),
      !Self.times.contains(word(next + 1))
    else { return nil }
    return next + 1
  }

  private func isNumber(endingAt token: Int) -> Bool {
    context.values(in: max(0, token - 6)..<token).contains { $0.tokens.upperBound == token && isCount($0) }
  }

  private func isNumber(startingAt token: Int) -> Bool {
    context.values(in: token..<(token + 1)).contains { $0.tokens.lowerBound == token && isCount($0) }
  }

  private func isCount(_ value: ValueMention) -> Bool {
    if case .number = value.value { return true }
    return false
  }

  /// "EUR 400 each", "EUR 20 per user": a price is asked for one of them.
  private func isPriced(_ token: Int) -> Bool {
    context.values(in: max(0, token - 8)..<token).contains { value in
      switch value.value {
      case .money: value.tokens.upperBound == token
      case .duration: value.tokens.upperBound == token && word(token) != "per"
      case .quantity(_, let unit, _): value.tokens.upperBound == token && !Units.accepts(unit, kind: mention.kind)
      default: false
      }
    }
  }

  // MARK: Additions

  private struct Amount {
    var amount: Decimal
    var value: ValueMention
    var tokens: Range<Int> { value.tokens }
  }

  /// A number of the same sort besides the one that was read.
  private func addition(in range: Range<Int>) -> Range<Int>? {
    guard !isReplaced else { return nil }
    var left = amounts(in: range)
    takeOwn(from: &left)
    return left.first { counts($0, in: range) }?.tokens
  }

  private static let replacing: WordSet = [
    "said_changed", "said_instead", "said_feasible", "said_revision", "said_counter",
  ]

  /// "From 9 to 12", "instead of 20": the other number is what was there before.
  private var isReplaced: Bool { context.names.contains { $0.list.map(Self.replacing.contains) ?? false } }

  private func amounts(in range: Range<Int>) -> [Amount] {
    let values = context.values(in: range)
    let near = taken.filter { $0.overlaps(range) }
    var found: [Amount] = []
    for value in values {
      guard let amount = amount(of: value), !near.contains(where: { $0.overlaps(value.tokens) }),
        !values.contains(where: { $0.tokens.overlaps(value.tokens) && hides($0, value) })
      else { continue }
      if let last = found.last, last.tokens.overlaps(value.tokens) {
        if last.tokens.count < value.tokens.count { found[found.count - 1] = Amount(amount: amount, value: value) }
        continue
      }
      found.append(Amount(amount: amount, value: value))
    }
    return found.filter { !PromiseLeftovers.isAside($0.value, context, mention) }
  }

  private func amount(of value: ValueMention) -> Decimal? {
    switch value.value {
    case .number(let number): number
    case .quantity(let number, _, _): number
    case .money(let sum, _): grant.value?.amount == nil ? nil : sum
    case .duration(let length):
      ["services_hours", "development_credit"].contains(mention.kind.rawValue) && [.hour, .day].contains(length.unit)
        ? length.amount : nil
    default: nil
    }
  }

  /// A number within a day, a length or a share is none of its own.
  private func hides(_ other: ValueMention, _ value: ValueMention) -> Bool {
    switch other.value {
    case .date, .recurrence, .percent: true
    case .duration: if case .duration = value.value { false } else { amount(of: other) == nil }
    case .money: if case .money = value.value { false } else { true }
    default: false
    }
  }

  /// Takes out what the promise was read with: the number itself with its words in brackets, else those that make it
  /// together ("two packs of 25"), else the one nearest to the name.
  private func takeOwn(from left: inout [Amount]) {
    guard let own = grant.quantity?.amount ?? grant.value?.amount else { return }
    func distance(_ index: Int) -> Int {
      let tokens = left[index].tokens
      return tokens.upperBound <= mention.tokens.lowerBound
        ? mention.tokens.lowerBound - tokens.upperBound : max(0, tokens.lowerBound - mention.tokens.upperBound) + 1
    }
    let order = left.indices.sorted { (distance($0), $0) < (distance($1), $1) }
    if let nearest = order.first(where: { left[$0].amount == own }) {
      let tokens = left[nearest].tokens
      left.removeAll { other in
        other.tokens == tokens
          || other.amount == own
            && (abs(other.tokens.lowerBound - tokens.upperBound) <= 2
              || abs(tokens.lowerBound - other.tokens.upperBound) <= 2)
      }
      return
    }
    let sum = left.reduce(Decimal(0)) { $0 + $1.amount }
    if sum == own, left.count > 1 { return left.removeAll() }
    for first in order.prefix(8) {
      if let second = order.prefix(8).first(where: { $0 != first && left[$0].amount * left[first].amount == own }) {
        let pair = [left[first].tokens, left[second].tokens]
        left.removeAll { pair.contains($0.tokens) }
        return
      }
    }
    // "An extra one on top of the two": the one is no number.
    if own != 1, let nearest = order.first { left.remove(at: nearest) }
  }

  private static let plain: WordSet = [
    "for", "in", "on", "at", "and", "or", "plus", "to", "with", "per", "a", "each", "of", "if", "when", "until", "from",
    "valid", "free", "more", "extra", "further", "additional", "twice", "total", "altogether", "next", "later", "now",
    "as", "is", "are", "was", "will", "this", "every", "again", "after", "before", "during", "by", "over", "upfront",
    "then", "but", "included", "thereafter", "annually", "yearly", "monthly", "when", "once", "we", "you", "they",
  ]
  private static let prepositions: WordSet = [
    "for", "of", "in", "to", "with", "at", "across", "over", "from", "by", "among", "between", "within", "serving",
    "covering", "under", "about", "than", "into", "per", "on", "after", "before", "during", "every", "until",
  ]

  /// Whether it counts what is promised, and not the plants or people that it is for.
  private func counts(_ amount: Amount, in range: Range<Int>) -> Bool {
    let (start, next) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    let before = max(range.lowerBound, start - 3)..<start
    if isTotal(amount, in: range) { return false }
    switch amount.value.value {
    case .money:
      let near = max(range.lowerBound, start - 5)..<min(next + 3, range.upperBound)
      return !near.contains { PromiseLeftovers.worths.contains(word($0)) }
        && !["per", "each", "apiece", "an", "/"].contains(word(next))
    case .duration:
      return ["and", "plus", "+", "&", ",", "or", "another", "further", "additional"].contains(word(start - 1))
    case .quantity(_, let unit, _) where Units.accepts(unit, kind: mention.kind): return !isAlone(amount)
    default: break
    }
    if isAlone(amount) { return false }
    let isBare =
      next >= range.upperBound || !context.isWord(next) || Self.plain.contains(word(next))
      || context.names(in: next..<min(next + 3, range.upperBound)).contains { $0.kind == mention.kind }
    return isBare || !before.contains { Self.prepositions.contains(word($0)) }
  }

  /// "That one", "one of our consultants": a word, and no number.
  private func isAlone(_ amount: Amount) -> Bool {
    guard amount.tokens.count == 1, word(amount.tokens.lowerBound) == "one" else { return false }
    let next = word(amount.tokens.upperBound)
    return !["more", "extra", "further", "additional", "for", "in", "on", "and"].contains(next)
  }

  /// "EUR 45,000 in total" of three times EUR 15,000.
  private func isTotal(_ amount: Amount, in range: Range<Int>) -> Bool {
    guard let own = grant.quantity?.amount ?? grant.value?.amount, own > 0, grant.recurrence != nil else {
      return false
    }
    guard totals(in: range).contains(where: { abs($0 - amount.tokens.upperBound) <= 4 }) else { return false }
    return (2...12).contains { own * Decimal($0) == amount.amount }
  }

  private func totals(in range: Range<Int>) -> [Int] {
    range.filter { ["total", "altogether", "overall"].contains(word($0)) }
  }
}
