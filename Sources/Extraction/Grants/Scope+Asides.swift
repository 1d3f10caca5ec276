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

  /// "Although Client asked for more, Supplier grants ten credits", "Supplier provides, besides what the previous order
  /// contained, ten credits": a clause of its own remembers, and another gives.
  func isAside(_ match: PhraseMatch, from candidate: Candidate, in clause: Range<Int>) -> Bool {
    let (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    let name = min(candidate.tokens.lowerBound, candidate.name.tokens.lowerBound)
    guard candidate.place == nil, context.patterns.rules[match.rule].id.hasPrefix("past."),
      clause.lowerBound <= start, end < name, name - end <= 60,
      let comma = context.firstIndex(of: ",", in: end..<min(end + 12, name))
    else { return false }
    if comma + 1 < name, givesNow(comma + 1..<name) { return true }
    let opening = (max(clause.lowerBound, start - 20)..<start).last { context.folded($0) == "," }
    guard let opening, opening > clause.lowerBound else { return false }
    return givesNow(clause.lowerBound..<opening)
  }

  /// "A not-for-profit": no denial.
  func isPartOfWord(_ match: PhraseMatch) -> Bool {
    let start = match.tokens.lowerBound
    guard start + 1 < context.stream.count, context.isOne(start, of: "not|non") else { return false }
    return (start + 1..<min(start + 5, context.stream.count)).contains { context.isOne($0, of: "profit|profits") }
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
