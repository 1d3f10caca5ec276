// SPDX-License-Identifier: GPL-3.0-or-later
import Patterns

/// Words that look like an objection and only say how much is given.
extension Scope {
  /// "provided that the sums drawn do not exceed £9,000": how much at most, no condition.
  func isLimit(_ match: PhraseMatch) -> Bool {
    guard let verb = match.tokens.first(where: { context.isOne($0, of: "exceed|exceeds|exceeded|exceeding") }) else {
      return false
    }
    return (max(match.tokens.lowerBound, verb - 5)..<verb).contains { context.isOne($0, of: "not|no|never|nor") }
  }

  /// "Supplier will not charge for the covered examinations": what is denied is the price, not the grant.
  func deniesPrice(_ match: PhraseMatch) -> Bool {
    guard let denial = match.tokens.prefix(2).first(where: { context.isOne($0, of: "not|never") }) else { return false }
    return (denial + 1..<min(match.tokens.upperBound, denial + 3)).contains {
      context.isOne($0, of: "charge|charges|charged|bill|billed|invoice|invoiced|pay")
    }
  }

  /// "for two months after the Term has ended": when, not that it is over.
  func isEndOfTerm(_ match: PhraseMatch) -> Bool {
    // "waives the fees that would be payable": what is spoken of is a price.
    if context.isOne(match.tokens.lowerBound, of: "would"), match.tokens.upperBound < context.stream.count {
      return context.isOne(match.tokens.upperBound, of: "payable|due|charged|owed|invoiced")
    }
    let before = max(0, match.tokens.lowerBound - 5)..<match.tokens.lowerBound
    return context.isOne(match.tokens.lowerBound, of: "has|have")
      && before.contains { context.isOne($0, of: "term|period|subscription|subscriptions|year|order") }
      && before.contains { context.isOne($0, of: "after|once|until|before|when") }
  }

  /// "The Signature Success Plan to support the launch": `Plan` is a noun of the name and nobody plans.
  func isVerbOfName(_ match: PhraseMatch, _ candidate: Candidate) -> Bool {
    let verb = match.tokens.upperBound - 2
    return match.tokens.count > 1 && candidate.name.tokens.contains(verb) && context.isOne(verb, of: "plan|plans")
      && context.isOne(verb + 1, of: "to")
  }

  /// "included until the order is terminated", "lapse when it is cancelled": when, and not that it is over.
  func isTimeOfEnd(_ match: PhraseMatch) -> Bool {
    guard context.isOne(match.tokens.lowerBound, of: "is|are|be") else { return false }
    let low = max(context.sentence(of: match.tokens.lowerBound).lowerBound, match.tokens.lowerBound - 6)
    for token in (low..<match.tokens.lowerBound).reversed() {
      if context.isOne(token, of: ",|;|.|and") { return false }
      if context.isOne(token, of: "until|till|unless|if|when|once|before|where|whenever") { return true }
    }
    return false
  }

  /// "For so long as Customer maintains 200 subscriptions, Supplier provides …": under what circumstances, before the
  /// comma that the grant stands behind.
  func isCircumstance(_ match: PhraseMatch, _ candidate: Candidate) -> Bool {
    let start = match.tokens.lowerBound
    guard match.tokens.upperBound <= candidate.tokens.lowerBound, start > candidate.sentence.lowerBound else {
      return false
    }
    let before = max(candidate.sentence.lowerBound, start - 3)..<start
    let isOpened =
      before.contains { context.isOne($0, of: "if|while|whilst|whenever|provided|where") }
      || before.contains { $0 > 0 && context.isOne($0, of: "as") && context.isOne($0 - 1, of: "long|soon") }
    return isOpened
      && (match.tokens.upperBound..<candidate.tokens.lowerBound).contains { context.isOne($0, of: ",") }
  }

  /// "The entitlement under the Documentation is enlarged by 9,000 calls": beyond what the documentation gives.
  func isBeyondDocumentation(_ match: PhraseMatch, _ clause: Range<Int>) -> Bool {
    match.tokens.contains { context.isOne($0, of: "documentation") }
      && clause.contains { context.isOne($0, of: "enlarged|increased|raised|augmented|supplemented|beyond") }
  }
}
