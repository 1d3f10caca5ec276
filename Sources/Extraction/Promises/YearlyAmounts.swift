// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// "60 hours of advisory in contract year 1, 40 in contract year 2": one thing with an amount for each of several years.
struct YearlyAmounts {
  let context: DocumentContext

  /// The grant once a year that is named, each with its own number; nil where not every year has one.
  func split(_ grant: PromisedGrant) -> [PromisedGrant]? {
    guard let quantity = grant.quantity, grant.value == nil else { return nil }
    let said = grant.timing.statements.filter { statement in
      guard statement.role == .during, case .contractYears(let first, let last)? = statement.period else {
        return false
      }
      return first == last
    }
    guard !said.isEmpty, said.count == grant.timing.statements.count else { return nil }
    let years = (said + elided(besides: said.map(\.tokens))).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    guard years.count > 1, Set(years.map(\.period)).count == years.count else { return nil }
    let numbers = self.numbers(besides: years.map(\.tokens))
    guard numbers.count == years.count, numbers[0].amount == quantity.amount, alternate(years, numbers) else {
      return nil
    }
    return zip(years, numbers).map { year, number in
      var part = grant
      part.quantity?.amount = number.amount
      part.timing = PromisedTiming()
      part.timing.statements = [year]
      part.timing.wording = context.text(year.tokens)
      part.text = "\(context.text(number.tokens)) \(part.name ?? "") \(context.text(year.tokens))"
      return part
    }
  }

  /// "30 in the first year and 50 in the second": a year that is not named again.
  private func elided(besides taken: [Range<Int>]) -> [TimeStatement] {
    let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
    return (1..<max(1, context.stream.count)).compactMap { token in
      guard let number = ordinals.firstIndex(of: context.folded(token)), context.folded(token - 1) == "the",
        token + 1 >= context.stream.count || !context.isWord(token + 1)
          || context.isOne(token + 1, of: "and|one|for|at|free|with")
      else { return nil }
      let tokens = (token - 1)..<(token + 1)
      guard !taken.contains(where: { $0.overlaps(tokens) }) else { return nil }
      return TimeStatement(
        role: .during, point: nil, period: .contractYears(number + 1, number + 1), tokens: tokens)
    }
  }

  private func numbers(besides taken: [Range<Int>]) -> [(amount: Decimal, tokens: Range<Int>)] {
    var found: [(amount: Decimal, tokens: Range<Int>)] = []
    for value in context.values where !taken.contains(where: { $0.overlaps(value.tokens) }) {
      let amount: Decimal
      switch value.value {
      case .number(let number): amount = number
      case .quantity(let number, _, _): amount = number
      case .duration(let length): amount = length.amount
      default: continue
      }
      if let last = found.last, last.tokens.overlaps(value.tokens) {
        // "60 hours" as a whole goes before "60".
        if last.tokens.count < value.tokens.count { found[found.count - 1] = (amount, value.tokens) }
        continue
      }
      found.append((amount, value.tokens))
    }
    return found
  }

  /// Every year stands between two numbers, or every number between two years.
  private func alternate(_ years: [TimeStatement], _ numbers: [(amount: Decimal, tokens: Range<Int>)]) -> Bool {
    let isNumberFirst = numbers[0].tokens.lowerBound < years[0].tokens.lowerBound
    for index in years.indices {
      let (year, number) = (years[index].tokens.lowerBound, numbers[index].tokens.lowerBound)
      guard (number < year) == isNumberFirst else { return false }
      guard index + 1 < years.count else { continue }
      let next = isNumberFirst ? numbers[index + 1].tokens.lowerBound : years[index + 1].tokens.lowerBound
      guard max(year, number) < next else { return false }
    }
    return true
  }
}
