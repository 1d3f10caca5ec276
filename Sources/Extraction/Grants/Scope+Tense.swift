// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Tells clauses that remember: an order grants in the present; what was, had been or lapsed is history.
extension Scope {
  private static let pasts: WordSet = ["was", "were", "had", "did"]
  private static let presents: WordSet = [
    "is", "are", "will", "shall", "may", "can", "must", "does", "do", "hereby", "becomes", "become", "remains",
    "remain", "continues", "continue", "be", "i'll", "we'll",
  ]
  /// "If it were renewed", "as if Customer had asked": not what was, but what might be.
  private static let unreal: WordSet = ["if", "unless", "though", "whether", "once", "until", "when", "where"]
  /// What Customer bought or ordered it has.
  private static let bought: WordSet = ["bought", "purchased", "ordered", "booked", "subscribed", "paid"]
  private static let deeds: WordSet = [
    "included", "contained", "granted", "gave", "received", "offered", "provided", "promised", "considered", "lapsed",
    "expired", "came", "carried", "listed", "mentioned", "showed", "proposed", "held", "got", "covered", "ended",
    "supplied", "enjoyed", "used", "discussed", "foresaw", "asked", "lent", "made", "sent", "brought", "took", "sold",
  ]
  private static let ends: WordSet = ["closed", "ended", "expired", "lapsed", "ceased", "terminated", "stopped"]
  private static let tellers: WordSet = [
    "pilot", "trial", "proposal", "offer", "quote", "quotation", "draft", "letter", "tender", "deck", "presentation",
    "predecessor", "edition", "promotion",
  ]

  /// The clause's only finite verbs are of the past: "The pilot included five sandboxes", "ten credits that were part of
  /// the 2031 order lapsed".
  /// "What is left is removed on the last day", "they are dead afterwards": the end of what remains, not of the grant.
  func speaksOfLeftover(_ match: PhraseMatch) -> Bool {
    if match.tokens.upperBound < context.stream.count,
      context.isOne(match.tokens.upperBound, of: "afterwards|thereafter")
    {
      return true
    }
    if comesAfterUse(match) || isIfUnused(match) { return true }
    let before = max(0, match.tokens.lowerBound - 8)..<match.tokens.upperBound
    return context.names(in: before).contains {
      $0.list == "leftover" && $0.tokens.lowerBound <= match.tokens.lowerBound
    }
      && (before.lowerBound..<match.tokens.lowerBound).contains {
        context.isOne($0, of: "what|whatever|left|unused|balance|remainder|rest|remaining")
      }
  }

  /// "shall stand cancelled if not used by 28 May": what becomes of those left.
  private func isIfUnused(_ match: PhraseMatch) -> Bool {
    let end = match.tokens.upperBound
    guard end + 1 < context.stream.count, context.isOne(end, of: "if|unless|where|when|once") else { return false }
    let near = end..<min(end + 6, context.stream.count)
    return near.contains { context.isOne($0, of: "not|un|unused|unredeemed|unspent|unless") }
      && context.names(in: end..<min(end + 8, context.stream.count)).contains {
        $0.list == "used" || $0.list == "leftover"
      }
  }

  /// "For six months, after which it will be removed": what comes when the use is over.
  private func comesAfterUse(_ match: PhraseMatch) -> Bool {
    let start = match.tokens.lowerBound
    return (max(1, start - 5)..<max(1, start)).contains { token in
      context.isOne(token, of: "thereafter|afterwards|whereupon|subsequently")
        || context.folded(token) == "which" && context.isOne(token - 1, of: "after|upon|following|whereafter")
    }
  }

  func isHistory(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    guard candidate.place == nil, clause.count <= 80 else { return false }
    var hasPast = false
    for token in clause {
      let word = context.folded(token)
      if Self.presents.contains(word) || Self.bought.contains(word) { return false }
      if Self.unreal.contains(word), !isOnce(token, in: clause) { return false }
      if Self.pasts.contains(word) {
        hasPast = true
      } else if Self.deeds.contains(word) || word.utf8.count > 5 && word.hasSuffix("ed"),
        token > clause.lowerBound, !context.isCapitalised(token), isTeller(subject(before: token), in: clause)
      {
        hasPast = true
      } else if Self.ends.contains(word), token + 1 < clause.upperBound,
        context.isOne(token + 1, of: "on|in|at|with"), token > candidate.name.tokens.lowerBound,
        // "open from the one and closed on the other"
        !context.isOne(token - 1, of: "and|or|,|then")
      {
        hasPast = true
      } else if word == "has" || word == "have", !isPerfect(token, clause) {
        return false
      }
    }
    return hasPast && !givesNow(clause)
  }

  /// "Supplier once offered": a time, not a condition.
  private func isOnce(_ token: Int, in clause: Range<Int>) -> Bool {
    guard context.folded(token) == "once", token > clause.lowerBound, token + 1 < clause.upperBound else {
      return false
    }
    let next = context.folded(token + 1)
    return (Self.deeds.contains(next) || next.hasSuffix("ed")) && context.isWord(token - 1)
      && !context.isOne(token - 1, of: "and|or|but|at|all")
  }

  /// The word before a deed and what may stand between: "Supplier once offered", "the parties also discussed".
  private func subject(before deed: Int) -> Int {
    deed > 1 && context.isOne(deed - 1, of: "once|also|then|first|initially|originally|previously|formerly|already")
      ? deed - 2 : deed - 1
  }

  /// "The pilot included", "Quill Works granted in 2031"; not "credits included", nor "the parties agreed on".
  private func isTeller(_ token: Int, in clause: Range<Int>) -> Bool {
    let word = context.folded(token)
    if Self.tellers.contains(word) { return true }
    // "The Order allotted to Customer …", in what amends it.
    if type == .amendment, Self.amended.contains(word) { return true }
    guard remembers(clause) || context.isOne(token + 1, of: Self.talk) else { return false }
    return Self.people.contains(word)
      || (knowledge.customerNames + knowledge.vendorNames).contains { name in
        context.isCapitalised(token) && word.utf8.count > 2 && name.split(separator: " ").contains { $0 == word }
      }
  }

  /// Words for another paper, or for a time that is over.
  private func remembers(_ clause: Range<Int>) -> Bool {
    clause.contains { token in
      let word = context.folded(token)
      // "in the year before this order"
      if word == "before", token > clause.lowerBound, context.isOne(token - 1, of: "year|term|period|quarter|month") {
        return true
      }
      return Self.former.contains(word)
        || (word == "in" || word == "since" || word == "until" || word == "till") && token + 1 < clause.upperBound
          && context.stream.tokens[token + 1].tokenClass == .number
    }
  }

  private static let amended: WordSet = [
    "order", "form", "agreement", "contract", "schedule", "enrollment", "enrolment", "sow", "quote",
  ]

  private static let former: WordSet = [
    "previous", "previously", "prior", "former", "formerly", "earlier", "last", "past", "old", "expired", "original",
    "originally", "then", "once", "pilot", "trial", "proposal", "draft", "negotiations", "predecessor", "under", "ago",
  ]
  /// Deeds that give nothing, whoever does them.
  private static let talk: WordSet = [
    "considered", "described", "discussed", "mentioned", "proposed", "showed", "listed", "foresaw", "asked", "wished",
    "requested", "wanted", "presented", "demonstrated",
  ]
  private static let people: WordSet = [
    "customer", "client", "subscriber", "supplier", "vendor", "provider", "licensee", "that", "which", "who", "we",
    "you",
    "it", "they", "parties",
  ]

  /// "has been used", "have since lapsed"
  private func isPerfect(_ token: Int, _ clause: Range<Int>) -> Bool {
    (token + 1..<min(token + 4, clause.upperBound)).contains {
      let word = context.folded($0)
      return word == "been" || word.hasSuffix("ed") || ["run", "gone", "come", "lost", "shut"].contains(word)
    }
  }

  /// A verb of granting that is no participle: "Supplier grants".
  func givesNow(_ clause: Range<Int>) -> Bool {
    context.cues(in: clause).contains { match, cue in
      guard cue.sense == .granted, clause.overlaps(match.tokens) else { return false }
      let word = context.folded(match.tokens.lowerBound)
      // "Supplier had set aside", "was made available"
      let before = max(clause.lowerBound, match.tokens.lowerBound - 2)..<match.tokens.lowerBound
      if before.contains(where: { context.isOne($0, of: "had|was|were") }) { return false }
      return !word.hasSuffix("ed") && !Self.deeds.contains(word) && !Self.pasts.contains(word)
        && !["has", "have", "having", "given", "including"].contains(word)
    }
  }
}
