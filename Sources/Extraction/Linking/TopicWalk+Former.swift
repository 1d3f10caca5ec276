// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Sentences that take the two grants before them apart: "The former lapse on 31 May; the latter may be carried over".
extension TopicWalk {
  /// The grants of the first and the second part, and where the second begins; nil where one part speaks of both.
  func formerAndLatter(_ sentence: Range<Int>, _ topic: [Int]) -> (parts: [Int], cut: Int)? {
    // "The former lapse on 30 April, the latter on 31 May": the days are divided elsewhere.
    guard topic.count == 2, context.dates(in: sentence).count < 2, let former = word("former|first", in: sentence),
      let latter = word("latter|second", in: sentence),
      context.isOne(max(former, latter) - 1, of: "the")
    else { return nil }
    let cut = max(former, latter) - 1
    guard cut > sentence.lowerBound, context.isOne(cut - 1, of: ";|,|and|while|whereas|but|whilst") else { return nil }
    return (former < latter ? topic : topic.reversed(), cut)
  }

  /// The first of these words that stands for a grant: "the former", "the first named".
  private func word(_ choice: WordChoice, in sentence: Range<Int>) -> Int? {
    sentence.dropFirst().first { token in
      context.isOne(token, of: choice) && context.isOne(token - 1, of: "the")
        && (context.isOne(token, of: "former|latter")
          || token + 1 < sentence.upperBound && context.isOne(token + 1, of: "named|mentioned|of"))
    }
  }

  /// "A cash payment is excluded; a remaining balance expires", "The cut-off is strict: what is left is lost": where the
  /// first clause, which alone its subject speaks for, ends.
  func clauseEnd(_ sentence: Range<Int>) -> Int {
    let end = context.firstIndex(of: ";", in: sentence) ?? sentence.upperBound
    guard let colon = context.firstIndex(of: ":", in: sentence), colon < end, colon + 3 < sentence.upperBound,
      context.isOne(colon + 1, of: "what|whatever|unused|anything|they|these|it|any")
    else { return end }
    return colon
  }

  /// What a part of a sentence says, of one grant alone.
  func link(_ part: Range<Int>, to receiver: Int, _ block: Int, _ given: inout [[Attachment]]) {
    let from = distance(block, receiver)
    given[receiver] += finder.attachments(in: part, from: .item).filter {
      $0.canComeFromAfar || $0.isUnreadTime || $0.isPrice
    }.map { attachment in
      var moved = attachment
      moved.from = from
      return moved
    }
  }
}
