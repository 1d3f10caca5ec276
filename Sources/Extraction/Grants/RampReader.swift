// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Reads a ramp in running text: "forty million in the first Contract Year, sixty million in the second". One
/// candidate a year, all of the one kind that the sentence names.
struct RampReader {
  let context: DocumentContext

  private struct Step {
    var value: ValueMention
    var year: Int
    var tokens: Range<Int>
  }

  /// The ramp's candidates, or nil where the sentence holds none.
  func ramp(in sentence: Range<Int>, among candidates: [Candidate]) -> [Candidate]? {
    guard sentence.contains(where: { context.folded($0) == "year" || context.folded($0) == "years" }),
      let name = onlyName(sentence)
    else { return nil }
    let steps = steps(in: sentence, kind: name.kind ?? "other")
    guard steps.count > 1, Set(steps.map(\.year)).count == steps.count else { return nil }
    let seed = candidates.first { $0.name.tokens == name.tokens }
    return steps.map { step in
      var one = Candidate(
        kind: name.kind ?? "other", name: name, tokens: step.tokens, sentence: sentence, isWeak: name.isWeak,
        rules: seed?.rules ?? [])
      one.contractYear = step.year
      switch step.value.value {
      case .money: one.money = step.value
      case .quantity(let amount, let unit, let per):
        one.quantity = Units.normalised(amount, unit: unit, kind: one.kind, per: one.kind == "api_capacity" ? per : nil)
      case .number(let amount):
        one.quantity = Quantity(amount: amount, unit: name.unit ?? context.patterns.unit(of: one.kind))
      case .duration(let duration): one.quantity = Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      default: break
      }
      one.problems = step.value.problems
      return one
    }
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
    let parser = TimeParser(passage: passage, knowledge: DocumentKnowledge())
    var found: [Step] = []
    for value in context.values(in: sentence) where counts(value, kind) {
      if let last = found.last, value.tokens.lowerBound < last.tokens.upperBound {
        // The longer of two mentions that start alike.
        if value.tokens.lowerBound == last.value.tokens.lowerBound, value.tokens.count > last.value.tokens.count {
          found[found.count - 1].value = value
        }
        continue
      }
      guard let (year, end) = year(after: value, passage, parser, isFirst: found.isEmpty) else { continue }
      found.append(Step(value: value, year: year, tokens: value.tokens.lowerBound..<end))
    }
    return found
  }

  private func counts(_ value: ValueMention, _ kind: Kind) -> Bool {
    switch value.value {
    case .money(let amount, _):
      amount > 0 && ["success_fund", "partner_voucher", "usage_credit"].contains(kind.rawValue)
    case .quantity(_, let unit, _): Units.accepts(unit, kind: kind)
    case .number(let amount): amount >= 1 && kind != "success_fund" && kind != "support_plan"
    case .duration(let duration): kind == "services_hours" && (duration.unit == .hour || duration.unit == .day)
    default: false
    }
  }

  /// `in the first Contract Year`, `for Contract Year 2`; after the first step also `in the second`.
  private func year(after value: ValueMention, _ passage: PassageText, _ parser: TimeParser, isFirst: Bool) -> (
    Int, Int
  )? {
    var at = value.tokens.upperBound
    let limit = at + 7
    while at < limit, at < passage.range.upperBound {
      let word = passage.word(at)
      if [",", ";", "and"].contains(word) { return nil }
      if ["in", "for", "during", "within"].contains(word) {
        if let period = parser.period(at: at + 1), case .contractYears(let first, let last) = period.value,
          first == last
        {
          return (first, period.end)
        }
        let after = passage.word(at + 1) == "the" ? at + 2 : at + 1
        if !isFirst, let ordinal = Ordinals.value(passage.word(after)), ordinal <= 10 { return (ordinal, after + 1) }
        if !isFirst, passage.word(after) == "year", let number = Int(passage.word(after + 1)) {
          return (number, after + 2)
        }
      }
      at += 1
    }
    return nil
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
    let words = (a.tokens.lowerBound..<b.tokens.upperBound).map { context.folded($0) }
    let pairs = zip(words, words.dropFirst())
    return pairs.contains {
      ($0 == "that" && $1 == "is") || ($0 == "in" && ["total", "all"].contains($1)) || ($0 == "i.e" && $1 == ".")
    }
      || words.contains { ["totalling", "totaling", "namely", "altogether", "ceiling", "maximum"].contains($0) }
  }
}
