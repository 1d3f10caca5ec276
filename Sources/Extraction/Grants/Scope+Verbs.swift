// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells a sentence that says something of a thing from words that only name it: "40 credits" under a heading is given by
/// standing there; "a request for 40 credits needs six weeks" is not.
extension Scope {
  /// Verbs that stand in the indicative wherever they stand, and give nothing themselves.
  private static let finite: WordSet = [
    "is", "are", "was", "were", "has", "have", "had", "can", "could", "may", "might", "shall", "should", "will",
    "would", "must", "does", "did", "cannot", "consists", "needs", "requires", "takes", "lasts", "helps", "means",
    "depends", "serves", "refers", "corresponds", "equals", "leads", "shows", "rejects", "exceeds", "reaches",
    "counts", "becomes", "begins", "amounts", "differs", "remains", "causes", "allows", "makes", "uses", "expects",
  ]
  /// Behind these a clause only says more of what was named.
  private static let openers: WordSet = [
    "which", "that", "who", "whose", "where", "when", "if", "as", "unless", "until", "once", "because", "what", "while",
    "provided", "before", "after", "whenever", "wherever", "so", "these", "those", "they", "it",
  ]

  /// A finite verb stands in the clause, and none that gives: the sentence speaks of what it names.
  func isOfOtherVerb(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    // Of a fund its own clause may say how much it is: "The budget of the Fund is 5% of the fees".
    guard candidate.place == nil, candidate.money == nil, candidate.share == nil, clause.count <= 60,
      !goesOn(candidate)
    else { return false }
    var depth = 0
    for token in clause {
      if context.isOne(token, of: "(|[") { depth += 1 }
      if context.isOne(token, of: ")|]") { depth = max(0, depth - 1) }
      guard depth == 0, context.isOne(token, of: Self.finite), !context.isCapitalised(token) || token == clause.lowerBound
      else { continue }
      let before = max(clause.lowerBound, token - 5)..<token
      if !before.contains(where: { context.isOne($0, of: Self.openers) }) { return true }
    }
    return false
  }
}
