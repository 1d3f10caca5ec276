// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Works out the steps of a ramp that is told by how it grows: "1,000 in the first year, rising by 500 with every later
/// year", "doubles each year", "twice as many in the second".
struct RampGrowth {
  /// What a step has: an amount as the text's own, and when.
  typealias Step = (value: ValueMention, when: RampYears.When, tokens: Range<Int>)

  let context: DocumentContext
  let passage: PassageText
  let years: RampYears
  /// How many contract years there are; nil where it is not known.
  let contractYears: Int?

  private static let rises: WordSet = [
    "rising", "rises", "rise", "growing", "grows", "grow", "increasing", "increases", "increase", "climbing", "climbs",
    "up", "plus",
  ]
  private static let falls: WordSet = ["falling", "falls", "decreasing", "decreases", "declining", "declines", "down"]
  private static let factors: [String: Decimal] = [
    "doubles": 2, "doubling": 2, "triples": 3, "halves": Decimal(5) / 10,
  ]

  /// The steps, or nothing where the words say no such thing.
  func steps(from counted: [ValueMention]) -> [Step] {
    guard let base = counted.first, let amount = base.value.amount, !isConditional else { return [] }
    if let derived = multiple(of: base, amount) { return derived }
    guard let (change, end, span) = change(behind: base, counted) else { return [] }
    guard let last = repeats(from: end) else { return [] }
    var steps: [Step] = []
    var current = amount
    let tokens = base.tokens.lowerBound..<span
    for year in 1...last {
      guard current > 0 else { break }
      var value = base
      // Of hours and credits there are whole numbers: what does not come out even is not what was meant.
      if case .money = base.value {} else if current != amount, current.wholeNumber == nil { return [] }
      value.value = base.value.with(current)
      steps.append((value, .contractYear(year), tokens))
      current = change(current)
    }
    return steps.count > 1 ? steps : []
  }

  private static let conditions: WordSet = ["if", "should", "where", "unless", "provided"]
  /// What grows then is not what is granted: "40 hours, whose rate rises by 3% every year".
  private static let others: WordSet = [
    "price", "prices", "fee", "fees", "rate", "rates", "cost", "costs", "charge", "charges", "whose", "which",
    "courses", "headcount", "users", "staff", "catalogue", "catalog", "support",
  ]

  private var isConditional: Bool { passage.range.contains { Self.conditions.contains(passage.word($0)) } }

  /// What each year does to the amount; where the words for when begin, and where those for how much end.
  private func change(
    behind base: ValueMention, _ counted: [ValueMention]
  ) -> (change: (Decimal) -> Decimal, when: Int, end: Int)? {
    for at in base.tokens.upperBound..<passage.range.upperBound {
      let word = passage.word(at)
      if Self.others.contains(word) { return nil }
      if let factor = Self.factors[word] { return ({ $0 * factor }, at + 1, at + 1) }
      guard Self.rises.contains(word) || Self.falls.contains(word) else { continue }
      let by = (at + 1...at + 3).first { passage.word($0) == "by" } ?? at
      guard passage.word(by) == "by" else { continue }
      let start = by + 1
      if let share = passage.value(at: start), case .percent(let percent) = share.value {
        let sign: Decimal = Self.falls.contains(word) ? -1 : 1
        return ({ $0 * (100 + sign * percent) / 100 }, share.tokens.upperBound, share.tokens.upperBound)
      }
      guard let step = counted.first(where: { $0.tokens.lowerBound == start }), let much = step.value.amount else {
        continue
      }
      let sign: Decimal = Self.falls.contains(word) ? -1 : 1
      return ({ $0 + sign * much }, step.tokens.upperBound, step.tokens.upperBound)
    }
    return nil
  }

  /// The last year that the change reaches: "in each of the two years that follow", "with every later year", "each year".
  private func repeats(from token: Int) -> Int? {
    var at = token
    let limit = min(token + 8, passage.range.upperBound)
    while at < limit, !passage.isOne(at, of: "each|every|per|annually|yearly|a") {
      if passage.isOne(at, of: ".|;") { return nil }
      at += 1
    }
    guard at < limit else { return nil }
    if passage.isOne(at, of: "annually|yearly") { return contractYears }
    let span = at + 1..<min(at + 9, passage.range.upperBound)
    guard let year = span.first(where: { passage.isOne($0, of: "year|years") }) else { return nil }
    if passage.word(year) == "years" {
      let counts = (at..<year).compactMap { Ordinals.cardinal(passage.word($0)) ?? Int(passage.word($0)) }
      let follows =
        (year..<min(year + 4, passage.range.upperBound)).contains {
          passage.isOne($0, of: "follow|following|after|thereafter")
        }
        || (at..<year).contains {
          passage.isOne($0, of: "following|later|subsequent|remaining|next")
        }
      return follows ? counts.first.map { $0 + 1 } : nil
    }
    return contractYears
  }

  private static let multiples: [String: Decimal] = [
    "twice": 2, "double": 2, "thrice": 3, "triple": 3, "half": Decimal(5) / 10,
  ]

  /// "40 sessions in year one and twice as many in year two"
  private func multiple(of base: ValueMention, _ amount: Decimal) -> [Step]? {
    for at in base.tokens.upperBound..<passage.range.upperBound {
      if Self.others.contains(passage.word(at)) { return nil }
      guard let factor = Self.multiples[passage.word(at)],
        passage.has(["as", "many|much"], at: at + 1)
          || passage.has(["that|the|this", "number|amount|quantity"], at: at + 1)
      else { continue }
      let first = years.year(after: base, limit: at, last: nil) ?? (.contractYear(1), base.tokens.upperBound)
      var behind = base
      behind.tokens = at..<(at + 3)
      guard let next = years.year(after: behind, limit: passage.range.upperBound, last: first.0) else { return nil }
      behind = base
      behind.value = base.value.with(amount * factor)
      return [
        (base, first.0, base.tokens.lowerBound..<first.1), (behind, next.0, at..<next.1),
      ]
    }
    return nil
  }
}

extension Value {
  /// How much, of whatever it is.
  var amount: Decimal? {
    switch self {
    case .money(let amount, _): amount
    case .quantity(let amount, _, _): amount
    case .number(let amount): amount
    case .duration(let duration): duration.amount
    default: nil
    }
  }

  /// The same with another amount.
  func with(_ amount: Decimal) -> Value {
    switch self {
    case .money(_, let currency): return .money(amount: amount, currency: currency)
    case .quantity(_, let unit, let per): return .quantity(amount: amount, unit: unit, per: per)
    case .duration(var duration):
      duration.amount = amount
      return .duration(duration)
    case .number: return .number(amount)
    default: return self
    }
  }
}
