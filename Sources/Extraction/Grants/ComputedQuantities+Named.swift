// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Shares whose base the same sentence counts.
extension ComputedQuantities {
  private static let modifiers: WordSet = [
    "named", "licensed", "subscribed", "active", "full", "the", "all", "of", "its", "customer", "current", "ordered",
    "contracted", "authorised", "authorized", "registered",
  ]
  private static let bounds: WordSet = ["to", "than", "least", "most", "maximum", "minimum", "about", "approximately"]

  /// "5 credits per user for 40 users", "two hours per branch, for the 12 branches", "for its 40 users, 5 credits per user".
  func named(_ candidate: Candidate, _ token: Int) -> Candidate? {
    guard token + 1 < candidate.sentence.upperBound, context.isWord(token + 1),
      candidate.tokens.upperBound <= token + 3
    else { return nil }
    var nouns = [context.folded(token + 1)]
    // "per named user"
    if Self.modifiers.contains(nouns[0]), token + 2 < candidate.sentence.upperBound {
      nouns = [context.folded(token + 2)]
    }
    guard let noun = nouns.first, !ComputedQuantities.times.contains(noun), noun != candidate.quantity?.unit else {
      return nil
    }
    var found: Set<Decimal> = []
    for value in context.values(in: candidate.sentence) where !value.tokens.overlaps(candidate.tokens) {
      guard let amount = value.value.amount, value.isQuantityOrNumber, amount >= 2, amount <= 100_000,
        counts(value, noun, within: candidate.sentence)
      else { continue }
      let before = max(candidate.sentence.lowerBound, value.tokens.lowerBound - 2)..<value.tokens.lowerBound
      if before.contains(where: { Self.bounds.contains(context.folded($0)) }) { return candidate.leftOpen }
      found.insert(amount)
    }
    guard found.count == 1, let count = found.first else { return nil }
    return candidate.with(times: count, total: nil)
  }

  /// Whether the number stands before that noun in the plural.
  private func counts(_ value: ValueMention, _ noun: String, within sentence: Range<Int>) -> Bool {
    var at = value.tokens.upperBound - 1
    while at < min(value.tokens.upperBound + 2, sentence.upperBound) {
      let word = context.folded(at)
      if word != noun, word.droppingPlural == noun { return true }
      guard at == value.tokens.upperBound - 1 || Self.modifiers.contains(word) else { return false }
      at += 1
    }
    return false
  }

  private static let having: WordSet = [
    "receives", "receive", "gets", "get", "includes", "include", "has", "have", "carries", "obtains", "comes", "is",
    "may", "can", "entitles", "contains", "shall", "will",
  ]

  /// "Each user receives 1,000 credits per month", "Every named user licence includes 10 GB": so much times how many of
  /// them the document has; open where it does not say.
  func ofEachSubject(_ candidate: Candidate, _ token: Int) -> Candidate? {
    guard token < candidate.tokens.lowerBound, token == candidate.sentence.lowerBound || isClauseStart(token) else {
      return nil
    }
    var verb = token + 1
    while verb < token + 5, verb < candidate.tokens.lowerBound, context.isWord(verb),
      !Self.having.contains(context.folded(verb))
    {
      verb += 1
    }
    guard verb > token + 1, verb < candidate.tokens.lowerBound, Self.having.contains(context.folded(verb)) else {
      return nil
    }
    let nouns = (token + 1..<verb).map { context.folded($0) }
    guard !nouns.contains(where: { Self.times.contains($0) || $0 == "of" || $0 == candidate.quantity?.unit }) else {
      return nil
    }
    let ordered = OrderedNumbers(context: context, tables: tables)
    for noun in nouns.reversed() {
      if let count = base(of: noun, except: candidate.sentence) ?? ordered.number(of: noun, token..<verb), count >= 2,
        count <= 100_000
      {
        return candidate.with(times: count, total: nil)
      }
    }
    return candidate.leftOpen
  }

  private func isClauseStart(_ token: Int) -> Bool {
    token > 0 && context.isOne(token - 1, of: ".|;|:|,|)")
  }
}
