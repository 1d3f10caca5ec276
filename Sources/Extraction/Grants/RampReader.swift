// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Reads a ramp in running text: "forty million in the first Contract Year, sixty million in the second", "Year 1: 20
/// credits; Year 2: 30", "USD 9,000 on 1 March 2027 and USD 6,000 on 1 June 2027". One candidate a step, all of the one
/// kind that the sentence names.
struct RampReader {
  let context: DocumentContext

  /// How many contract years the term has, by which "with every later year" ends; nil where it is not known.
  var contractYears: Int?

  private typealias When = RampYears.When

  private struct Step {
    var value: ValueMention
    var when: When
    var tokens: Range<Int>
  }

  /// The ramp's candidates, or nil where the sentence holds none.
  /// `title` names what the sentence itself does not: "Training seats. 25 (contract year 1), 15 (contract year 2)".
  func ramp(in sentence: Range<Int>, among candidates: [Candidate], titled title: NameSpan? = nil) -> [Candidate]? {
    guard mayRamp(sentence), let name = title ?? onlyName(sentence) else { return nil }
    let steps = steps(in: sentence, kind: name.kind ?? "other")
    guard steps.count > 1, Set(steps.map(\.when)).count == steps.count else { return nil }
    let seed = candidates.first { $0.name.tokens == name.tokens }
    if let renewed = renewed(steps), var one = candidates.first(where: { $0.name.tokens == name.tokens }) {
      one.renewed = renewed
      // "40 hours, of which 20 in 2026 and 20 in 2027": what is said of a year is the amount.
      if let amount = steps[0].value.value.amount { one.quantity?.amount = amount }
      one.tokens = one.tokens.union(steps[steps.count - 1].tokens)
      return [one]
    }
    return steps.map { step in
      var one = Candidate(
        kind: name.kind ?? "other", name: name, tokens: step.tokens, sentence: sentence, isWeak: name.isWeak,
        rules: seed?.rules ?? [])
      switch step.when {
      case .contractYear(let year): one.contractYear = year
      case .contractYears(let first, let last, let isEach):
        one.span = .contractYears(first, last)
        if isEach { one.recurs = .contract_year }
      case .onwards(let year): one.span = .contractYears(year, max(year, contractYears ?? year))
      case .calendarYear(let year):
        one.start = CalendarDate(year: year, month: 1, day: 1)
        one.end = CalendarDate(year: year, month: 12, day: 31)
      case .fiscalYear(let year): one.span = .fiscalYear(year)
      case .day(let day): one.start = day
      }
      switch step.value.value {
      case .money: one.money = step.value
      case .quantity(let amount, let unit, let per):
        one.quantity = Units.normalised(amount, unit: unit, kind: one.kind, per: one.kind == "api_capacity" ? per : nil)
      case .number(let amount):
        let per = one.kind == "api_capacity" ? CandidateFinder(context).rate(after: step.value.tokens.upperBound) : nil
        one.quantity = Quantity(amount: amount, unit: name.unit ?? context.patterns.unit(of: one.kind), per: per)
      case .duration(let duration): one.quantity = Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      default: break
      }
      one.problems = step.value.problems
      return one
    }
  }

  /// The same amount in years that follow each other: "twenty in 2026 and again twenty in 2027".
  private func renewed(_ steps: [Step]) -> (every: Recurrence.Every, span: TimePeriod)? {
    guard Set(steps.map { $0.value.value.amount }).count == 1, steps[0].value.value.amount != nil else { return nil }
    let contract = steps.compactMap { step -> Int? in if case .contractYear(let year) = step.when { year } else { nil }
    }
    if contract.count == steps.count, contract == Array(contract[0]...contract[0] + contract.count - 1) {
      return (.contract_year, .contractYears(contract[0], contract[0] + contract.count - 1))
    }
    let calendar = steps.compactMap { step -> Int? in if case .calendarYear(let year) = step.when { year } else { nil }
    }
    if calendar.count == steps.count, calendar == Array(calendar[0]...calendar[0] + calendar.count - 1) {
      return (.calendar_year, YearList.span(calendar))
    }
    return nil
  }

  /// Steps need years or at least two dates.
  private func mayRamp(_ sentence: Range<Int>) -> Bool {
    if context.firstIndex(of: "year", in: sentence) != nil { return true }
    if context.firstIndex(of: "years", in: sentence) != nil { return true }
    if context.firstIndex(of: "fy", in: sentence) != nil { return true }
    if context.firstIndex(of: "twelve", in: sentence) != nil { return true }
    if (sentence.count <= 120 && sentence.count { context.isOne($0, of: "for|in") && isYear($0 + 1, sentence) } > 1) {
      return true
    }
    var dates = 0
    for value in context.values(in: sentence) {
      if case .date = value.value { dates += 1 }
      if dates > 1 { return true }
    }
    return false
  }

  /// The sentence's kind, where it names only one.
  private func onlyName(_ sentence: Range<Int>) -> NameSpan? {
    let named = context.names(in: sentence).filter { $0.kind != nil }
    let strong = named.filter { !$0.isWeak }
    let all = strong.isEmpty ? named : strong
    guard Set(all.map(\.kind)).count == 1 else { return nil }
    return all.first
  }

  private func steps(in sentence: Range<Int>, kind: Kind) -> [Step] {
    let passage = PassageText(context, sentence)
    let years = RampYears(passage)
    let fit = AmountFit(context: context)
    var counted: [ValueMention] = []
    for value in context.values(in: sentence)
    where counts(value, kind) && !fit.isPronoun(value) && !tellsTime(value, passage) {
      if let last = counted.last, value.tokens.lowerBound < last.tokens.upperBound {
        // The longer of two mentions that start alike.
        if value.tokens.lowerBound == last.tokens.lowerBound, value.tokens.count > last.tokens.count {
          counted[counted.count - 1] = value
        }
        continue
      }
      counted.append(value)
    }
    let before = counted.compactMap { value -> Step? in
      guard let (when, start) = yearBefore(value, passage) else { return nil }
      return Step(value: value, when: when, tokens: start..<value.tokens.upperBound)
    }
    if before.count > 1 { return before }
    var found: [Step] = []
    for (position, value) in counted.enumerated() {
      let next = position + 1 < counted.count ? counted[position + 1].tokens.lowerBound : sentence.upperBound
      if let last = found.last, value.tokens.lowerBound < last.tokens.upperBound { continue }
      if let (when, end) = years.year(after: value, limit: next, last: found.last?.when) {
        found.append(Step(value: value, when: when, tokens: value.tokens.lowerBound..<end))
      } else if let year = found.last?.when.contractYear,
        isThereafter(found.last?.tokens.upperBound ?? 0, value, passage)
      {
        // "100 hours in the first Contract Year and thereafter 20 hours per Contract Year"
        found.append(Step(value: value, when: .onwards(year + 1), tokens: value.tokens))
      } else if let (when, end) = date(after: value, passage, limit: next) {
        found.append(Step(value: value, when: when, tokens: value.tokens.lowerBound..<end))
      }
    }
    if found.count < 2 {
      let growth = RampGrowth(context: context, passage: passage, years: years, contractYears: contractYears)
      let grown = growth.steps(from: counted).map { Step(value: $0.value, when: $0.when, tokens: $0.tokens) }
      if !grown.isEmpty { return grown }
      let led = ledByYears(counted, passage, years)
      if led.count > 1 { return led }
    }
    return found
  }

  /// "In Year 1 Supplier hosts two sandboxes, in Year 2 three and in Year 3 four": each year before its amount.
  private func ledByYears(_ counted: [ValueMention], _ passage: PassageText, _ years: RampYears) -> [Step] {
    guard counted.count > 1 else { return [] }
    var found: [Step] = []
    var at = passage.range.lowerBound
    for value in counted {
      var when: (year: When, start: Int)?
      while at < value.tokens.lowerBound {
        if passage.isOne(at, of: "in|for|during|within"),
          let (year, end) = years.year(at: at + 1, last: found.last?.when), end <= value.tokens.lowerBound
        {
          // Two years before one amount: it is not told which.
          guard when == nil else { return [] }
          when = (year, at)
          at = end
        } else {
          at += 1
        }
      }
      guard let when else { return [] }
      found.append(Step(value: value, when: when.year, tokens: when.start..<value.tokens.upperBound))
      at = value.tokens.upperBound
    }
    return found
  }

  private static let markers: WordSet = [
    "next", "last", "first", "following", "year", "years", "fy", "section", "clause", "line", "item", "phase",
  ]

  /// The 12 of "12 months", the twelve of "the next twelve": no amount.
  private func tellsTime(_ value: ValueMention, _ passage: PassageText) -> Bool {
    guard case .number = value.value else { return false }
    let at = value.tokens.lowerBound
    if bareYear(at, passage) != nil, passage.isOne(at - 1, of: "for|in|during") { return true }
    // The number of the clause.
    if context.stream.tokens[at].flags.contains(.blockStart) { return AmountFit(context: context).isLabel(value) }
    if Self.markers.contains(passage.word(at - 1)) { return true }
    // The three of "contract years 2 and 3".
    if passage.isOne(at - 1, of: "and|to|&|through|-"), Int(passage.word(at - 2)) != nil,
      passage.word(at - 3) == "years"
    {
      return true
    }
    let others = context.values(in: max(passage.range.lowerBound, at - 4)..<passage.range.upperBound)
    return others.prefix(8).contains { other in
      guard other.tokens.lowerBound <= at, other.tokens.upperBound >= value.tokens.upperBound else { return false }
      switch other.value {
      case .duration(let duration): return duration.unit != .hour && duration.unit != .day
      case .date, .percent: return true
      default: return false
      }
    }
  }

  /// `Year 2: 30`, `Contract Year 2 – 30`: the year's number right before the amount.
  private func yearBefore(_ value: ValueMention, _ passage: PassageText) -> (When, Int)? {
    var at = value.tokens.lowerBound - 1
    guard passage.isOne(at, of: ":|-|–|—|=|)") else { return nil }
    while passage.isOne(at, of: ":|-|–|—|=|)") { at -= 1 }
    guard let number = Int(passage.word(at)) ?? Ordinals.cardinal(passage.word(at)), (1...10).contains(number),
      passage.word(at - 1) == "year" || passage.word(at - 1) == "y"
    else { return nil }
    return (.contractYear(number), at - 1)
  }

  /// `on 1 March 2027`, `as of 1 June 2027`, `in 2027`.
  private func date(after value: ValueMention, _ passage: PassageText, limit: Int) -> (When, Int)? {
    for at in value.tokens.upperBound..<min(limit, value.tokens.upperBound + 10) {
      if passage.isOne(at, of: ";|until|by|before|through") { return nil }
      guard passage.isOne(at, of: "on|of|in|from|for") else { continue }
      let noun = passage.word(at + 1) == "the" ? at + 2 : at + 1
      let start = passage.has(["calendar", "year"], at: noun) ? noun + 2 : at + 1
      // "12 credits for 2031 and 18 for 2032"
      if passage.isOne(at, of: "in|for"), let year = bareYear(start, passage) {
        return (.calendarYear(year), start + 1)
      }
      guard let found = passage.value(at: start), case .date(let date) = found.value else { continue }
      if let day = date.date { return passage.word(at) == "for" ? nil : (.day(day), found.tokens.upperBound) }
      if let year = date.year, date.month == nil, passage.isOne(at, of: "in|for") {
        return (.calendarYear(year), found.tokens.upperBound)
      }
    }
    return nil
  }

  private func counts(_ value: ValueMention, _ kind: Kind) -> Bool {
    switch value.value {
    case .money(let amount, _):
      amount > 0 && kind.isFunded
    case .quantity(_, let unit, _): Units.accepts(unit, kind: kind)
    case .number(let amount): amount >= 1 && kind != "success_fund" && kind != "support_plan"
    case .duration(let duration): kind == "services_hours" && (duration.unit == .hour || duration.unit == .day)
    default: false
    }
  }
}

/// What one sentence says twice: "one sandbox each, that is 3 sandboxes". The later figure is the grant.
enum Restated {
  static func last(_ candidates: [Candidate], _ context: DocumentContext) -> [Candidate] {
    var kept: [Candidate] = []
    for candidate in candidates {
      if let last = kept.last, last.kind == candidate.kind, last.contractYear == nil,
        isSaidAgain(last, candidate, context)
      {
        kept[kept.count - 1] = candidate
      } else {
        kept.append(candidate)
      }
    }
    return kept
  }

  private static func isSaidAgain(_ a: Candidate, _ b: Candidate, _ context: DocumentContext) -> Bool {
    guard a.tokens.lowerBound < b.tokens.lowerBound else { return false }
    // "a training allowance of 30 training days": the one is made of the other.
    let name = a.name.tokens.upperBound
    if b.tokens.lowerBound > name, b.tokens.lowerBound <= name + 3, context.isOne(name, of: "of"),
      a.money == nil, a.quantity?.amount ?? 1 == 1,
      context.isOne(name - 1, of: "allowance|entitlement|allotment|budget|pool|contingent|quota|package")
    {
      return true
    }
    let words = (a.tokens.lowerBound..<b.tokens.upperBound).map { context.folded($0) }
    let pairs = zip(words, words.dropFirst())
    return pairs.contains {
      ($0 == "that" && $1 == "is") || ($0 == "in" && ["total", "all"].contains($1)) || ($0 == "i.e" && $1 == ".")
    }
      || pairs.contains {
        [
          "gives", "give", "gave", "replaced", "upgraded", "increased", "raised", "reduced", "lowered", "changed",
          "amended",
        ].contains($0)
          && ["by", "to", "with", "way"].contains($1)
      }
      || words.contains(run: "i . e .") || words.contains("thus")
      || words.contains { ["totalling", "totaling", "namely", "altogether", "ceiling", "maximum"].contains($0) }
  }
}
