// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import ValueRecognition

extension AmountFit {
  /// "8.1 Credits lapse. 8.2 Expert days are reimbursed.": the number of a clause that stands behind others in one
  /// paragraph, which opens with the number of the first.
  func numbersInlineClause(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    guard at > 0, context.stream.tokens[at].flags.contains(.sentenceStart) || context.isOne(at - 1, of: ".|;"),
      let own = Self.section(context.folded(at))
    else { return false }
    let block = context.stream.tokens(ofBlock: context.stream.block(of: at))
    guard block.lowerBound < at, let first = Self.section(context.folded(block.lowerBound)) else { return false }
    return first.section == own.section && (1...20).contains(own.item - first.item)
  }

  /// `8.2`: the section and the item.
  private static func section(_ word: String) -> (section: Int, item: Int)? {
    let parts = word.split(separator: ".")
    guard parts.count == 2, let section = Int(parts[0]), let item = Int(parts[1]), section > 0, item > 0, item < 100
    else { return nil }
    return (section, item)
  }
}
