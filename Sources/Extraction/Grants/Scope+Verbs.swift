// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells a sentence that says something of a thing from words that only name it: "40 credits" under a heading is given by
/// standing there; "a request for 40 credits needs six weeks" is not.
extension Scope {
  /// Verbs that give nothing, whoever does them.
  private static let idle: WordSet = [
    "consists", "consist", "needs", "requires", "lasts", "helps", "depends", "depend", "refers", "corresponds",
    "equals",
    "leads", "shows", "rejects", "exceeds", "reaches", "differs", "causes", "expects", "suffice", "suffices", "saved",
    "saves",
  ]
  private static let beings: WordSet = ["is", "are", "was", "were", "be", "been", "being"]
  /// What is done to a thing that is only spoken of.
  private static let treated: WordSet = [
    "treated", "considered", "regarded", "counted", "measured", "needed", "required", "sold", "described", "deemed",
    "rejected", "known", "based", "meant", "shown", "calculated", "assumed", "expected", "anticipated", "estimated",
    "deducted", "typical", "usual", "normal", "common", "necessary", "customary", "excessive", "unusual",
  ]
  private static let modals: WordSet = ["can", "could", "may", "might", "will", "would", "shall", "should", "must"]
  private static let wished: WordSet = [
    "win", "need", "require", "expect", "depend", "suffice", "earn", "cost", "save",
  ]
  private static let habitual: WordSet = ["have", "has"]
  /// Behind these a clause only says more of what was named.
  private static let openers: WordSet = [
    "which", "that", "who", "whose", "where", "when", "if", "as", "unless", "until", "once", "because", "what", "while",
    "provided", "before", "after", "whenever", "wherever", "so", "these", "those", "they", "it",
  ]

  /// A verb stands in the clause that gives nothing, and none that gives: the sentence speaks of what it names.
  func isOfOtherVerb(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    // Of a fund its own clause may say how much it is: "The budget of the Fund is 5% of the fees".
    guard candidate.place == nil, candidate.money == nil, candidate.share == nil, clause.count <= 60,
      !goesOn(candidate)
    else { return false }
    var depth = 0
    for token in clause {
      if context.isOne(token, of: "(|[") { depth += 1 }
      if context.isOne(token, of: ")|]") { depth = max(0, depth - 1) }
      guard depth == 0, isIdle(token, in: clause), !context.isCapitalised(token) || token == clause.lowerBound else {
        continue
      }
      let before = max(clause.lowerBound, token - 5)..<token
      if !before.contains(where: { context.isOne($0, of: Self.openers) }) { return true }
    }
    return false
  }

  /// "needs", "is treated as", "can win", "have each completed".
  private func isIdle(_ token: Int, in clause: Range<Int>) -> Bool {
    if context.isOne(token, of: Self.idle) { return true }
    let next = (token + 1)..<max(token + 1, min(token + 4, clause.upperBound))
    if context.isOne(token, of: Self.beings) {
      return next.prefix(2).contains { context.isOne($0, of: Self.treated) }
    }
    if context.isOne(token, of: Self.modals) {
      return next.prefix(2).contains { context.isOne($0, of: Self.wished) }
    }
    return context.isOne(token, of: Self.habitual)
      && next.prefix(2).contains { context.isOne($0, of: "completed|attended|passed|undergone|trained|sold") }
  }
}
