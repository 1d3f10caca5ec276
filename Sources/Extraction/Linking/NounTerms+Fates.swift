// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// One fate of several grants that a sentence names one after the other as its subject.
extension NounTerms {
  private static let verbs: WordSet = [
    "is", "are", "may", "can", "must", "shall", "will", "lapse", "lapses", "expire", "expires", "roll", "rolls", "fall",
    "falls", "go", "goes", "be", "carry", "carries",
  ]
  private static let openers: WordSet = ["that", "which", "who", "not", "whatever", "what", "so", "there"]

  /// "A balance in the fund at the end of Year 1, and seats not taken in their period, lapse", "Hours under 8a and
  /// vouchers under 8b that remain lapse": what becomes of all that stands before the verb.
  func jointFate(_ found: [Attachment], _ groups: [Range<Int>], in sentence: Range<Int>) -> Attachment? {
    let fates = found.filter { if case .unused = $0.content { $0.refused == nil } else { false } }
    guard let first = groups.first, let last = groups.last, let fate = fates.first,
      fates.dropFirst().allSatisfy({ isSame($0, fate) }), fates.allSatisfy({ $0.tokens.upperBound > last.upperBound })
    else { return nil }
    // "Credits, seats and hours which have not been used lapse": one list.
    if groups.count == 1 { return fate }
    let between = first.upperBound..<max(first.upperBound, last.lowerBound)
    guard between.contains(where: { context.isOne($0, of: "and|or|,|as") }),
      !between.contains(where: { context.isOne($0, of: ";|:|but|while|whereas|unlike|except") })
    else { return nil }
    // "The hours may be used until May, and credits that are left lapse": each has a verb of its own.
    let hasVerb = between.contains { token in
      context.isOne(token, of: Self.verbs) && !context.isOne(token - 1, of: Self.openers)
    }
    return hasVerb ? nil : fate
  }

  /// "Credits, seats and hours …", "(4) Credits and hours …": a list of several sorts that the sentence begins with.
  func opensWithList(_ group: Range<Int>, _ sentence: Range<Int>, kinds: Set<Kind>) -> Bool {
    kinds.count > 1 && group.count > 2 && group.lowerBound <= sentence.lowerBound + 4
      && group.contains { context.isOne($0, of: "and|or|&") }
  }

  private func isSame(_ one: Attachment, _ other: Attachment) -> Bool {
    if case .unused(let a) = one.content, case .unused(let b) = other.content { a == b } else { false }
  }

  func tellsFate(_ given: [Attachment], in sentence: Range<Int>) -> Bool {
    given.contains { attachment in
      if case .unused = attachment.content {
        attachment.refused == nil && sentence.contains(attachment.tokens.lowerBound)
      } else {
        false
      }
    }
  }
}
