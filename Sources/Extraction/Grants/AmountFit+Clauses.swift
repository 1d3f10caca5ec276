// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import ValueRecognition

extension AmountFit {
  /// "8.1 Credits lapse. 8.2 Expert days are reimbursed.": the number of a clause that stands behind others in one
  /// paragraph, which opens with the number of the first.
  func numbersInlineClause(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    if opensBracketed(at) { return true }
    guard at > 0, context.stream.tokens[at].flags.contains(.sentenceStart) || context.isOne(at - 1, of: ".|;"),
      let own = Self.section(context.folded(at))
    else { return false }
    let block = context.stream.tokens(ofBlock: context.stream.block(of: at))
    guard block.lowerBound < at, let first = Self.section(context.folded(block.lowerBound)) else { return false }
    return first.section == own.section && (1...20).contains(own.item - first.item)
  }

  /// "(1) Credits end on … (4) Credits and hours lapse."
  private func opensBracketed(_ token: Int) -> Bool {
    let at = context.folded(token) == "(" ? token + 1 : token
    guard at > 1, at + 1 < context.stream.count, context.folded(at - 1) == "(", context.folded(at + 1) == ")",
      let own = Int(context.folded(at)), (2...30).contains(own),
      context.isOne(at - 2, of: ".|;|,") || context.stream.tokens[at - 1].flags.contains(.sentenceStart)
    else { return false }
    let block = context.stream.tokens(ofBlock: context.stream.block(of: at))
    guard block.count > 4, block.lowerBound < at - 1, context.folded(block.lowerBound) == "(",
      let first = Int(context.folded(block.lowerBound + 1))
    else { return false }
    return first < own && own - first <= 20
  }

  /// `8.2`: the section and the item.
  private static func section(_ word: String) -> (section: Int, item: Int)? {
    let parts = word.split(separator: ".")
    guard parts.count == 2, let section = Int(parts[0]), let item = Int(parts[1]), section > 0, item > 0, item < 100
    else { return nil }
    return (section, item)
  }
}
