// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// What the customer undertakes in a list ("The Client shall (a) …; (b) …", "Client will" over its items), and what a
/// defined term means.
extension Scope {
  private static let modals: WordSet = ["shall", "will", "must", "should", "undertakes", "agrees", "commits"]
  private static let endings: WordSet = ["to", "that", ":", ",", "-", "–", "—", "also", "further", "therefore", "it"]
  private static let bindings: WordSet = [
    "is", "has", "needs", "ought", "responsible", "for", "obliged", "required", "bound", "expected",
  ]
  /// Whoever does these gives nothing.
  private static let receiving: WordSet = [
    "receive", "receives", "have", "has", "be", "is", "get", "gets", "obtain", "enjoy", "benefit", "use", "draw",
    "redeem", "book", "claim", "consume", "not", "own", "hold", "find", "may", "can", "attend", "access", "call",
    "pay", "purchase", "buy", "order", "take", "subscribe",
  ]

  /// "The Client shall (a) name a contact; (b) impart at its own cost three days of training; and (c) …": a listed deed of
  /// the customer, told by the words before the first label.
  func isListedDuty(_ candidate: Candidate) -> Bool {
    let start = candidate.tokens.lowerBound
    guard candidate.place == nil, start > candidate.sentence.lowerBound, candidate.sentence.count <= 400 else {
      return false
    }
    let before = max(candidate.sentence.lowerBound, start - 60)..<start
    guard let label = before.last(where: isItemLabel), !isReceived(from: label + 3, to: start) else { return false }
    let opening = candidate.sentence.lowerBound..<min(candidate.sentence.lowerBound + 16, start)
    guard let first = opening.first(where: isItemLabel) else { return false }
    return bindsCustomer(candidate.sentence.lowerBound..<first)
  }

  /// Whether an item under a heading or words such as "Client will", "The Client undertakes to:" tells the customer's deed.
  func isDuty(_ sentence: Range<Int>, under words: Range<Int>) -> Bool {
    guard (2...12).contains(words.count), bindsCustomer(words) else { return false }
    let block = context.stream.block(of: sentence.lowerBound)
    let label = context.source.blocks[block].label?.upperBound ?? 0
    var at = sentence.lowerBound
    while at < sentence.upperBound, Int(context.stream.tokens[at].start) < label || !context.isWord(at) { at += 1 }
    return !isReceived(from: at, to: sentence.upperBound)
  }

  /// "(a)", "(ii)", "(1)".
  private func isItemLabel(_ token: Int) -> Bool {
    guard context.folded(token) == "(", token + 2 < context.stream.count, context.folded(token + 2) == ")" else {
      return false
    }
    let word = context.folded(token + 1)
    return word.utf8.count == 1 || word.utf8.count <= 4 && word.utf8.allSatisfy { $0 == 0x69 || $0 == 0x76 }
  }

  private func isReceived(from start: Int, to end: Int) -> Bool {
    var at = start
    while at < end, !context.isWord(at) || context.isOne(at, of: "also|further|itself|duly") { at += 1 }
    return at >= end || context.isOne(at, of: Self.receiving)
  }

  /// Words that open with what the customer goes by and end with what binds it: "The Client shall", "Client agrees to:".
  private func bindsCustomer(_ words: Range<Int>) -> Bool {
    var start = words.lowerBound
    while start < words.upperBound,
      !context.isWord(start) || context.isOne(start, of: "the") || context.stream.tokens[start].tokenClass == .number
    {
      start += 1
    }
    let roles = ["client", "subscriber", "licensee", "purchaser", "buyer"]
    for name in knowledge.customerNames + roles {
      let parts = name.split(separator: " ").map(String.init)
      guard !parts.isEmpty, start + parts.count < words.upperBound,
        parts.indices.allSatisfy({ context.folded(start + $0) == parts[$0] })
      else { continue }
      let rest = (start + parts.count)..<words.upperBound
      let isBound = rest.contains { context.isOne($0, of: Self.modals) || context.isOne($0, of: "is|has|needs") }
      if isBound,
        rest.allSatisfy({
          context.isOne($0, of: Self.modals) || context.isOne($0, of: Self.endings)
            || context.isOne($0, of: Self.bindings)
        })
      {
        return true
      }
    }
    return false
  }

  /// "“Training Credit” means a unit …; ten Training Credits equal one private class day": all of it defines.
  func opensWithMeaning(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.prefixRange(3).first(where: { context.isWord($0) }),
      context.stream.tokens[first].flags.contains(.quoteBefore)
    else { return false }
    return sentence.prefixRange(14).contains { context.isOne($0, of: "means|mean") }
  }
}
