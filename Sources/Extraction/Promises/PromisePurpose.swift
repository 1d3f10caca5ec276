// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// What a promise says that something is for: "for the night shift", "to pay for change management", "towards the
/// Kolbe rollout".
struct PromisePurpose {
  let context: DocumentContext

  init(_ reader: PromiseReader) { context = reader.context }

  init(_ context: DocumentContext) { self.context = context }

  /// The first aim in the range that no name, value or time holds; nil where none is said.
  func words(in range: Range<Int>, of mention: PromiseMention, besides taken: [Range<Int>]) -> String? {
    guard !["support_plan", "complimentary_product", "api_capacity", "storage"].contains(mention.kind.rawValue) else {
      return nil
    }
    // Nobody says further down what something is for; and hostile texts have no end.
    for token in range.prefix(400)
    where !mention.tokens.contains(token) && !taken.contains(where: { $0.contains(token) }) {
      guard let aim = aim(at: token, before: range.upperBound, taken) else { continue }
      return context.text(aim)
    }
    return nil
  }

  private func aim(at token: Int, before end: Int, _ taken: [Range<Int>]) -> Range<Int>? {
    let start = token + 1
    guard start < end else { return nil }
    switch context.folded(token) {
    case "for", "towards", "toward": return isAim(start) ? extent(from: start, before: end, taken) : nil
    case "to":
      guard Self.verbs.contains(context.folded(start)) else { return nil }
      // "To pay for change management" is for change management.
      if context.isOne(start, of: "pay|fund|finance|cover|support") {
        let next = start + 1 < end && context.folded(start + 1) == "for" ? start + 2 : start + 1
        return next < end && isAim(next) ? extent(from: next, before: end, taken) : nil
      }
      return extent(from: token, before: end, taken)
    default: return nil
    }
  }

  private func isAim(_ token: Int) -> Bool {
    let word = context.folded(token)
    if Self.noAims.contains(word) || isValue(token) { return false }
    guard ["the", "our", "your", "their", "its", "a", "an", "this"].contains(word), token + 1 < context.stream.count
    else { return true }
    return !context.isOne(token + 1, of: Self.noAims) && !isValue(token + 1)
  }

  private func isValue(_ token: Int) -> Bool {
    context.values(in: max(0, token - 12)..<(token + 1)).contains { $0.tokens.contains(token) }
  }

  private func extent(from start: Int, before limit: Int, _ taken: [Range<Int>]) -> Range<Int>? {
    var end = start
    while end < limit, end - start < 12, !context.isOne(end, of: Self.stops),
      !taken.contains(where: { $0.contains(end) })
    {
      end += 1
    }
    while end > start, context.isOne(end - 1, of: Self.trailing) { end -= 1 }
    let isWorded = (start..<end).contains {
      context.stream.tokens[$0].tokenClass == .word && context.folded($0).utf8.count > 2
    }
    return end > start && isWorded ? start..<end : nil
  }

  private static let verbs: Set<String> = [
    "pay", "fund", "finance", "cover", "support", "build", "train", "connect", "set", "implement", "migrate", "move",
    "load", "roll", "onboard", "launch", "test", "help", "develop", "integrate", "replace", "introduce", "convert",
    "prepare", "extend", "automate",
  ]
  private static let stops: WordSet = [
    ".", ";", ",", ":", "!", "?", "(", ")", "|", "*", "–", "—", "which", "that", "until", "till", "by", "within",
    "during", "unless", "provided", "valid", "free", "gratis", "at", "from", "if", "through", "throughout", "so",
    "plus", "but", "every", "each", "per", "over", "no", "without",
  ]
  private static let trailing: WordSet = [
    "and", "or", "as", "is", "are", "the", "a", "in", "on", "with", "to", "of",
  ]
  /// What stands behind "for" without being an aim: times, prices, persons.
  private static let noAims: WordSet = [
    "term", "subscription", "period", "year", "years", "order", "fees", "fee", "first", "second", "third", "remainder",
    "rest", "duration", "whole", "entire", "purposes", "purpose", "benefit", "price", "same", "time", "initial", "full",
    "next", "last", "life", "length", "month", "months", "quarter", "contract", "total", "current", "free", "nothing",
    "us", "you", "them", "me", "it", "him", "her", "this", "that", "these", "those", "any", "anything", "whatever",
    "everybody", "everyone", "all", "no", "each", "every", "as", "use", "good", "now", "ever", "half", "signing",
    "discussion", "approval", "reference", "example", "instance", "sure", "long", "agreement", "customer", "vendor",
    "what", "which", "whom", "who", "one", "twelve", "up", "at", "only", "just", "use", "deal",
  ]
}
