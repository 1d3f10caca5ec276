// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// What a clause says of the rows of a table that stands in an annex of the paper.
extension GeneralTerms {
  private static let annexes: WordSet = ["schedule", "annex", "attachment", "appendix", "exhibit", "enclosure"]
  private static let counted: WordSet = [
    "session", "seat", "place", "hour", "day", "credit", "voucher", "exam", "class", "pass", "sandbox", "workshop",
  ]
  private static let putting: WordSet = [
    "put", "set", "sets", "listed", "lists", "shown", "shows", "described", "entered", "found", "contained",
    "contains",
    "laid",
  ]
  private static let pointers: WordSet = [
    "it", "them", "these", "they", "row", "rows", "none", "nothing", "item", "items",
  ]

  /// "The sessions in Attachment 1 are held at no cost", "Schedule 2 goes with line 4", "what you receive is set out in the
  /// Annex": the rows that stand there.
  func annexed(in sentence: Range<Int>) -> [Int]? {
    for token in sentence.prefix(40) where Self.annexes.contains(context.folded(token).droppingPlural) {
      guard let target = places.blocks(at: token, in: sentence) ?? sole(context.folded(token)) else { continue }
      let rows = candidates.indices.filter { candidates[$0].place != nil && target.contains(blocks[$0]) }
      guard !rows.isEmpty else { continue }
      let before = max(sentence.lowerBound, token - 8)..<token
      let nouns = before.map { context.folded($0).droppingPlural }.filter(Self.counted.contains)
      if !nouns.isEmpty {
        let meant = rows.filter { row in nouns.contains { isCounted(candidates[row], as: $0) } }
        if !meant.isEmpty { return meant }
        continue
      }
      let near = max(sentence.lowerBound, token - 4)..<min(token + 4, sentence.upperBound)
      if token - sentence.lowerBound <= 1 || near.contains(where: { context.isOne($0, of: Self.putting) }) {
        return rows
      }
    }
    return nil
  }

  private func isCounted(_ candidate: Candidate, as noun: String) -> Bool {
    candidate.quantity?.unit == noun || candidate.name.tokens.contains { context.folded($0).droppingPlural == noun }
  }

  /// The one heading that opens with the word: `ANNEX`, `Annex · Class calendar`.
  private func sole(_ word: String) -> Range<Int>? {
    let named = context.source.blocks.indices.filter { block in
      context.outline.isHeading[block]
        && context.stream.tokens(ofBlock: block).first.map { context.folded($0) == word } ?? false
    }
    guard named.count == 1, let heading = named.first else { return nil }
    return heading..<context.outline.descendants(of: heading).upperBound
  }

  /// A sentence behind one that named the annex: "We bill nothing for it", "A session that is missed is lost".
  func goesOn(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(8).contains {
      let word = context.folded($0)
      return Self.pointers.contains(word) || Self.counted.contains(word.droppingPlural)
    }
  }

  /// `Term: thirty-six months from the Commencement Date`: a label over the list says nothing of what it grants.
  func isLabel(_ attachment: Attachment) -> Bool {
    let words = context.words(context.sentence(of: attachment.tokens.lowerBound).prefixRange(4))
    return words.first.map { ["term", "period", "duration", "subscription"].contains($0) } ?? false
      && words.dropFirst().contains(":")
  }
}
