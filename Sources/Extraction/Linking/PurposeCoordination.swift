// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Whether "and", or a comma before it, goes on with what something is for ("data migration, testing and the training of
/// key users") or begins another statement ("for onboarding and expire on 1 May").
struct PurposeCoordination {
  let passage: PassageText

  /// Where the part ends that "and", "or" or a comma joins; nil where another statement begins.
  func end(ofPartJoinedAt joint: Int, in sentence: Range<Int>) -> Int? {
    switch passage.word(joint) {
    case "and": return part(behind: joint, in: sentence)
    case ",":
      if passage.word(joint + 1) == "and" { return part(behind: joint + 1, in: sentence) }
      // A list, if its last part is joined by "and".
      var end = joint
      for _ in 0..<Self.mostParts {
        guard let next = part(behind: end, in: sentence) else { return nil }
        if passage.word(next) == "and" { return part(behind: next, in: sentence) }
        guard passage.word(next) == "," else { return nil }
        if passage.word(next + 1) == "and" { return part(behind: next + 1, in: sentence) }
        end = next
      }
      return nil
    default: return nil
    }
  }

  private static let mostParts = 5
  private static let longestPart = 8

  /// The end of a few words behind a joint that hold no verb, number, or name of a grant.
  private func part(behind joint: Int, in sentence: Range<Int>) -> Int? {
    let start = joint + 1
    guard start < sentence.upperBound, passage.context.isWord(start), !Self.openers.contains(passage.word(start)) else {
      return nil
    }
    var end = start
    while end < sentence.upperBound, !Self.stops.contains(passage.word(end)) {
      guard end - start < Self.longestPart, passage.value(at: end) == nil, !Self.verbs.contains(passage.word(end))
      else {
        return nil
      }
      end += 1
    }
    guard end > start, !Self.verbs.contains(passage.word(end)),
      !passage.context.names(in: start..<end).contains(where: { $0.kind != nil && !$0.isWeak })
    else { return nil }
    return end
  }

  private static let stops: WordSet = [
    ".", ";", ",", ":", "and", "(", ")", "until", "by", "within", "during", "unless", "provided", "which", "that",
    "from",
    "at", "before", "up", "valid",
  ]
  /// What no part of an aim begins with.
  private static let openers: WordSet = [
    "not", "no", "in", "at", "on", "by", "within", "until", "free", "without", "which", "that", "they", "it", "these",
    "those", "any", "unused", "each", "further", "another", "if", "only", "then", "so", "there", "we", "you",
    "customer",
    "supplier", "vendor", "client", "neither", "nor", "thereafter", "otherwise", "for", "one", "shall", "will", "is",
  ]
  /// Words of a statement of its own.
  private static let verbs: WordSet = [
    "is", "are", "was", "were", "shall", "will", "may", "must", "can", "cannot", "could", "has", "have", "expire",
    "expires", "lapse", "lapses", "ends", "end", "remain", "remains", "include", "includes", "provides", "provide",
    "grants", "grant", "receives", "receive", "gets", "valid", "used", "redeemed", "expiring", "does", "do", "pays",
    "charged", "billed", "agrees", "comes", "runs", "applies", "carries", "counts", "costs", "covers",
  ]
}
