// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Values with two readings, wherever they stand: words and figures that disagree ("eighteen (12) months"), dates of which
/// nothing tells day from month. Whatever was made of them, the document leaves it open there.
struct ValueProblems {
  let context: DocumentContext

  /// Comparisons a value, so that a text made of nothing else is read in linear time.
  private static let reach = 64

  private static let codes: [(code: Problem.Code, message: String)] = [
    (.wordsAndFiguresDisagree, "words and figures disagree"),
    (.ambiguousDate, "which figure is the day and which the month, nothing in the document tells"),
  ]

  /// Adds those that no grant has told of yet, in text order; a grant whose validity rests on one is ambiguous.
  func apply(to result: inout ExtractionResult) {
    let doubtful = context.values.filter { !$0.problems.isEmpty }
    for (code, message) in Self.codes {
      apply(code, message, doubtful.filter { $0.problems.contains(code) }, to: &result)
    }
    doubtShares(doubtful, in: &result)
    tellOfCurrency(doubtful, &result)
  }

  /// `five percent (4%)`: what is worked out from such a share, or costs one, has two readings too.
  private func doubtShares(_ doubtful: [ValueMention], in result: inout ExtractionResult) {
    let shares = doubtful.prefix(Self.reach).compactMap { mention -> (percent: Decimal, at: Int)? in
      guard mention.problems.contains(.wordsAndFiguresDisagree), case .percent(let percent) = mention.value else {
        return nil
      }
      return (percent, context.evidence(.grant, mention.tokens).start)
    }
    guard !shares.isEmpty else { return }
    for index in result.entitlements.indices {
      let entitlement = result.entitlements[index]
      let own = [entitlement.value?.formula?.percent, entitlement.fee?.percent].compactMap { $0 }
      let isDoubtful = shares.contains { share in
        own.contains(share.percent)
          && entitlement.evidence.contains { ($0.start..<max($0.start, $0.end)).contains(share.at) }
      }
      if isDoubtful { result.entitlements[index].certainty = .ambiguous }
    }
  }

  /// `$500` in a document that does not say whose dollars: told once, with the first such amount.
  private func tellOfCurrency(_ doubtful: [ValueMention], _ result: inout ExtractionResult) {
    guard result.facts.currency == nil,
      let first = doubtful.first(where: { $0.problems.contains(.ambiguousCurrency) })
    else { return }
    let message = "\(context.text(first.tokens)): which currency the sign means, nothing in the document tells"
    result.facts.problems.append(
      Problem(.ambiguousCurrency, message, page: context.page(of: first.tokens.lowerBound)))
  }

  private func apply(
    _ code: Problem.Code, _ message: String, _ values: [ValueMention], to result: inout ExtractionResult
  ) {
    guard !values.isEmpty else { return }
    var told: [Int: [String]] = [:]
    for problem in result.facts.problems where problem.code == code {
      told[problem.page ?? 1, default: []].append(problem.message)
    }
    var texts: [String] = []
    var added: Set<Problem> = []
    var end = 0
    for value in values where value.tokens.lowerBound >= end {
      end = value.tokens.upperBound
      let text = context.text(value.tokens)
      let page = context.page(of: value.tokens.lowerBound)
      texts.append(text)
      guard told[page]?.prefix(Self.reach).contains(where: { $0.contains(text) }) != true else { continue }
      let problem = Problem(code, "\(text): \(message)", page: page)
      if added.insert(problem).inserted { result.facts.problems.append(problem) }
    }
    for index in result.entitlements.indices {
      guard let said = result.entitlements[index].validity.text,
        texts.prefix(Self.reach).contains(where: said.contains)
      else { continue }
      result.entitlements[index].certainty = .ambiguous
    }
  }
}
