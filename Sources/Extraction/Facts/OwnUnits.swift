// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import ValueRecognition

/// Stretches that a document counts its term in by a name of its own: `"Trimester" means each period of four months`,
/// `A "Subscription Period" is any run of twelve months that begins on the Start Date or an anniversary of it`.
struct OwnUnits {
  let context: DocumentContext

  /// By the name in lower case and in the singular, their length in months.
  func read() -> [String: Int] {
    var found: [String: Int] = [:]
    for token in context.quotes where found.count < Self.most {
      let near = token..<min(context.stream.count, token + 5)
      guard let last = near.first(where: { context.stream.tokens[$0].flags.contains(.quoteAfter) }),
        let months = length(behind: last + 1)
      else { continue }
      var words = (token...last).map { context.folded($0) }
      words[words.count - 1] = words[words.count - 1].droppingPlural
      // "Contract Year" and its like are read with more care elsewhere.
      guard words.last != "year", words.last != "term", words != ["month"] else { continue }
      found[words.joined(separator: " ")] = months
    }
    readCounted(into: &found)
    return found
  }

  /// `is made up of three Seasons of twelve months each`: the capitalised noun before its length.
  private func readCounted(into found: inout [String: Int]) {
    var at = 0
    while found.count < Self.most,
      let each = context.firstIndex(of: "each", in: at..<context.stream.count)
    {
      at = each + 1
      let sentence = context.sentence(of: each)
      let near = max(sentence.lowerBound, each - 6)..<each
      guard let length = context.durations(in: near).last, length.tokens.upperBound == each,
        let months = length.duration.months?.wholeNumber, (1...24).contains(months)
      else { continue }
      let noun = length.tokens.lowerBound - 2
      guard noun > sentence.lowerBound, context.folded(noun + 1) == "of", context.isCapitalised(noun),
        context.folded(noun).hasSuffix("s"), !context.isOne(noun, of: "years|terms|months")
      else { continue }
      found[context.folded(noun).droppingPlural] = months
    }
  }

  private static let most = 12
  private static let verbs: WordSet = ["means", "mean", "is", "are", "denotes", "comprises", "covers", "lasts", "="]
  private static let manifold: WordSet = ["each", "every", "any", "a", "an", "successive", "consecutive"]
  private static let stretches: WordSet = [
    "period", "periods", "run", "stretch", "span", "block", "time", "term", "terms", "segment", "interval", "intervals",
    "of", "consecutive", "successive", "full", "calendar", "contract",
  ]

  /// `means each period of four months`, `is a run of three calendar months`, `is a four-month period`.
  private func length(behind token: Int) -> Int? {
    let sentence = context.sentence(of: token - 1)
    guard token + 3 < sentence.upperBound else { return nil }
    // "A "Crop Year" is a period of twelve months, and a "Crop Quarter" a period of three": the verb is said once.
    let isElided =
      context.isOne(token, of: "a|each|any")
      && (max(sentence.lowerBound, token - PeriodNames.elisionReach)..<token).contains {
        context.isOne($0, of: Self.verbs) && $0 < token - 4
      }
    guard isElided || context.isOne(token, of: Self.verbs) else { return nil }
    var at = isElided ? token : token + 1
    guard context.isOne(at, of: Self.manifold) else { return nil }
    let isEach = !context.isOne(at, of: "a|an")
    at += 1
    while at < sentence.upperBound, at < token + 6, context.isOne(at, of: Self.stretches) { at += 1 }
    guard let length = context.durations(in: at..<min(sentence.upperBound, at + 5)).first,
      length.tokens.lowerBound == at, let months = length.duration.months?.wholeNumber, (1...24).contains(months)
    else { return nil }
    // "is a period of six months beginning on 1 May 2031" is one stretch, not the first of several.
    let rest = length.tokens.upperBound..<sentence.upperBound
    let goesOn = rest.contains {
      context.isOne(
        $0, of: "each|every|anniversary|successive|next|other|another|ended|thereafter|multiple|numbered|counted")
        || context.isOne($0, of: "first") && context.isOne($0 + 1, of: "of|such|one|begins|starts")
    }
    return isEach || goesOn ? months : nil
  }
}
