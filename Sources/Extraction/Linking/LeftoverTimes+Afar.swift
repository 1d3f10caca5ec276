// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import ValueRecognition

/// Days and lengths that stand apart from a grant and may be its own: in the other cells of its row, in a sentence of use
/// that has its noun or a word for all that is granted.
extension LeftoverTimes {
  /// A day in its own row, in no column of prices and not the first day of anything.
  func ofRow(_ candidate: Candidate, _ taken: TokenMarks) -> Range<Int>? {
    guard let place = candidate.place else { return nil }
    let reading = knowledge.tables[place.table]
    for (column, cell) in reading.rows[place.row].cells.enumerated() where !cell.isEmpty {
      switch reading.columns[safe: column] ?? .other {
      case .start, .unitPrice, .total, .annual, .listPrice, .discount, .months: continue
      default: break
      }
      if let words = leftover(in: cell, taken) { return words }
    }
    return nil
  }

  /// Sentences of use, outside tables and without a grant, with a time that nothing took.
  func spoken(_ taken: TokenMarks) -> [(sentence: Range<Int>, words: Range<Int>)] {
    var found: [(sentence: Range<Int>, words: Range<Int>)] = []
    var last = -1
    for value in context.values where isTime(value) && value.tokens.lowerBound > last {
      let sentence = context.sentence(of: value.tokens.lowerBound)
      last = sentence.upperBound - 1
      guard starts(in: sentence).isEmpty, !context.isTableRow(context.stream.block(of: sentence.lowerBound)),
        sentence.contains(where: { context.isOne($0, of: TopicWalk.usage) }),
        let words = leftover(in: sentence, taken)
      else { continue }
      found.append((sentence, words))
      if found.count == Self.most { break }
    }
    return found
  }

  private static let umbrellas: WordSet = [
    "benefit", "incentive", "gift", "extra", "entitlement", "item", "grant", "allowance", "freebie", "perk", "bonus",
    "giveaway", "goodwill", "concession", "whatever", "former", "latter", "these", "they", "everything",
  ]

  /// Whether a sentence has the grant's own noun, or opens with a word for all that is granted. What is not used up goes
  /// by no sentence from afar.
  func speaks(_ sentence: Range<Int>, of candidate: Candidate) -> Bool {
    guard !candidate.kind.isStanding else { return false }
    let own = nouns(candidate).filter { Self.counted.contains($0) }
    return sentence.contains { own.contains(context.folded($0).droppingPlural) }
      || sentence.prefix(12).contains { Self.umbrellas.contains(context.folded($0).droppingPlural) }
  }
}
