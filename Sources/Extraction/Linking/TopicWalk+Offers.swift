// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Sentences that say what more of something would cost.
extension TopicWalk {
  private static let mores: WordSet = [
    "more", "additional", "further", "extra", "beyond", "exceed", "exceeds", "exceeded", "raised", "increased",
    "overage", "excess",
  ]

  /// "It can be raised by 100 GB for $480 a year": what more would cost.
  func isOfMore(_ sentence: Range<Int>) -> Bool {
    sentence.contains { token in
      context.isOne(token, of: Self.mores) && (token == 0 || context.folded(token - 1) != "no")
    }
  }

  /// More of something, that may be had at a price.
  func isOffer(_ sentence: Range<Int>) -> Bool {
    guard
      sentence.contains(where: { context.isOne($0, of: "more|additional|further|extra") }),
      sentence.contains(where: { context.isOne($0, of: "may|can|could|would") }), isOfMore(sentence)
    else { return false }
    return sentence.contains { context.isOne($0, of: "price|prices|rate") }
      || context.values(in: sentence).contains { if case .money(let sum, _) = $0.value { sum > 0 } else { false } }
  }

  /// "If credits remain, Supplier issues a credit note for their price": no remedy, but what becomes of a remainder.
  func isRepaid(_ attachment: Attachment) -> Bool {
    guard case .unused(.refundable) = attachment.content else { return false }
    return context.names(in: attachment.tokens).contains { $0.list == "leftover" }
  }
}
