// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Asides that speak of something else than what their sentence grants: what more of it would cost, how fast it may be
/// used.
extension Scope {
  private static let subjects: WordSet = [
    "customer", "client", "you", "any", "further", "additional", "more", "extra", "others", "another", "anything",
    "beyond", "option", "thereafter", "usage", "excess", "each", "it", "they",
  ]

  /// "Supplier provides 2 sandboxes (additional sandboxes cost $500 per month)", "… 500 GB of storage, and Customer may buy
  /// more": the sentence gives first, and what could be bought stands in a bracket or a clause of its own behind.
  func standsApart(_ match: PhraseMatch, from candidate: Candidate, in clause: Range<Int>) -> Bool {
    let (end, start) = (max(candidate.tokens.upperBound, candidate.name.tokens.upperBound), match.tokens.lowerBound)
    guard candidate.place == nil, end <= start, start - end <= 40, gives(clause.lowerBound..<end) else { return false }
    var at = start
    while at > end {
      at -= 1
      switch context.folded(at) {
      case ")": return false
      case "(": return true
      // "…, which may be bought at list price": the same thing.
      case "which", "that", "these", "those": return false
      case ",", "and", "with":
        var next = context.folded(at) == "," && context.isOne(at + 1, of: "and|but|with|while") ? at + 2 : at + 1
        if context.isOne(next, of: "the|a|an") { next += 1 }
        return next <= start + 1 && context.isOne(next, of: Self.subjects)
      default: break
      }
    }
    return false
  }

  /// Whether words give or free what they name.
  private func gives(_ words: Range<Int>) -> Bool {
    words.count <= 60
      && context.cues(in: words).contains { match, cue in
        (cue.sense == .granted || cue.sense == .free) && match.tokens.upperBound <= words.upperBound
      }
  }

  /// "100,000 API calls per day, subject to the fair use policy": the limit bounds what is given, and takes nothing away.
  func onlyBounds(_ match: PhraseMatch, _ candidate: Candidate, in clause: Range<Int>) -> Bool {
    let rule = context.patterns.rules[match.rule].id
    guard rule == "limit.technical" || Self.rulesOfUse.contains(rule) else { return false }
    let (end, start) = (max(candidate.tokens.upperBound, candidate.name.tokens.upperBound), match.tokens.lowerBound)
    guard candidate.quantity != nil, end <= start, start - end <= 24, gives(clause.lowerBound..<end) else {
      return false
    }
    // "2 sandboxes, and each sandbox is limited to 9 GB"
    if rule != "limit.technical" { return true }
    return (end..<start).contains { context.isOne($0, of: "subject|within|(|above|beyond|under|accordance|over") }
  }

  /// Rules of the core packs that tell how a thing is used or what its price rests on.
  private static let rulesOfUse: Set<String> = [
    "rule.of-one-piece", "assumption.of-the-price", "obligation.must-attend", "insurance.cover",
    "negation.no-duty",
  ]
}
