// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

extension PurposeFinder {
  private static let having: WordSet = [
    "has", "receives", "gets", "is", "are", "obtains", "may", "can", "provides", "gives", "grants", "makes",
  ]

  /// "Supplier's consultants clean up the register, for which Customer has forty (40) hours": what is done with them.
  func deed(before sentence: Range<Int>) -> Range<Int>? {
    guard
      let which = sentence.dropFirst(6).first(where: { passage.has([",", "for|to", "which"], at: $0 - 2) }),
      which - sentence.lowerBound <= 40,
      let verb = (which + 1..<min(which + 6, sentence.upperBound)).first(where: {
        Self.having.contains(passage.word($0))
      }),
      let number = context.values(in: verb..<min(verb + 10, sentence.upperBound)).first(where: \.isQuantityOrNumber),
      !context.values(in: sentence.lowerBound..<which).contains(where: { $0.isQuantityOrNumber || $0.isMoneyOrShare }),
      number.tokens.lowerBound > verb
    else { return nil }
    // Behind a label and a title: "8a. Data quality. Supplier's consultants …".
    let words = (sentence.lowerBound..<(which - 2)).filter { context.isWord($0) }
    guard (4...24).contains(words.count), let first = words.first,
      !context.names(in: first..<(which - 2)).contains(where: { $0.kind != nil && !$0.isWeak })
    else { return nil }
    return first..<(which - 2)
  }
}
