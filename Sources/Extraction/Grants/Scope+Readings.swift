// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Names that are read where the words mean something else.
extension Scope {
  /// "A licence passes to a successor", "The vendor funds the move": the plural behind what an article counts is a verb.
  func isVerb(_ candidate: Candidate) -> Bool {
    let name = candidate.name.tokens
    guard candidate.place == nil, name.count == 1, candidate.sentence.lowerBound + 1 < name.lowerBound,
      (2...3).contains(where: { context.isOne(name.lowerBound - $0, of: "a|an|each|every") }),
      !context.isOne(name.lowerBound - 2, of: "of|its|our|their"),
      context.folded(name.lowerBound) != context.folded(name.lowerBound).droppingPlural,
      context.isWord(name.lowerBound - 1), name.upperBound < candidate.sentence.upperBound
    else { return false }
    return context.isOne(name.upperBound, of: "to|from|through|on|into|by|between|the|only|at|its|over|with|when")
  }

  /// "The fund amounts to 6 % of the net fees and pays for consulting": what a share pays for is not granted beside it.
  func isPaidForOut(of candidate: Candidate) -> Bool {
    guard candidate.kind == "services_hours", candidate.isWeak, candidate.quantity == nil, candidate.place == nil else {
      return false
    }
    return candidate.share != nil
      || candidate.money != nil && context.isOne(candidate.name.tokens.lowerBound - 1, of: "for|on|towards")
        && context.isOne(candidate.name.tokens.lowerBound - 2, of: "pays|pay|paid|used|spent")
  }

  /// "a course which consists of up to twelve days of training", "tests shall be conducted in a non-production environment":
  /// in an agreement this tells of a course and of tests.
  func isSaidOfAnother(_ candidate: Candidate) -> Bool {
    let start = candidate.tokens.lowerBound
    let before = max(candidate.sentence.lowerBound, start - 7)..<start
    if before.contains(where: { token in
      context.isOne(token, of: "which|that") && context.isOne(token + 1, of: "consists|comprises|lasts|requires|takes")
    }) {
      return true
    }
    let article = context.isOne(start, of: "a|an|the") ? start : start - 1
    return candidate.kind == "sandbox" && candidate.sentence.lowerBound < article
      && context.isOne(article, of: "a|an|the") && context.isOne(article - 1, of: "in|within|on|from|into|using")
  }

  /// "For the first six months of the term these 25 licences are free": the months say how long, not how many.
  func isTimeOfOthers(_ candidate: Candidate) -> Bool {
    let name = candidate.name.tokens
    guard candidate.kind == "complimentary_product", candidate.place == nil, name.count > 4,
      context.isOne(name.lowerBound, of: "month|months")
    else { return false }
    return context.values(in: (name.lowerBound + 1)..<name.upperBound).contains { $0.isCount }
  }
}
