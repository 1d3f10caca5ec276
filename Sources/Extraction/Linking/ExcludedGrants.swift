// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Grants that a sentence names only to say that it does not hold for them: "The fund, but not the credits, may be carried
/// over", "Unlike the seats, the hours roll over".
struct ExcludedGrants {
  private var indices: Set<Int> = []

  private static let reach = 9

  init(_ context: DocumentContext, _ candidates: [Candidate], _ receivers: [Int], in sentence: Range<Int>) {
    guard receivers.count > 1, sentence.count < 90 else { return }
    for token in sentence.dropLast(2) {
      let isUnlike =
        context.folded(token) == "unlike" || context.isOne(token, of: "opposed|contrast") && context.isOne(token + 1, of: "to")
      let isNot =
        context.folded(token) == "not" && token > sentence.lowerBound
        && (context.isOne(token - 1, of: "but|and|though|,|(") && context.isOne(token + 1, of: "the|any|its|to|those|these"))
      guard isUnlike || isNot else { continue }
      let near = (token + 1)..<min(sentence.upperBound, token + 1 + Self.reach)
      let end = near.first { context.isOne($0, of: Self.ends) } ?? near.upperBound
      let span = (token + 1)..<max(token + 1, end)
      let kinds = context.names(in: span).compactMap(\.kind)
      let nouns = Set(span.map { context.folded($0).droppingPlural })
      for receiver in receivers {
        let candidate = candidates[receiver]
        if kinds.contains(candidate.kind) || candidate.quantity?.unit.map(nouns.contains) ?? false {
          indices.insert(receiver)
        }
      }
    }
    // Of all that it names at least one is meant.
    if indices.count == receivers.count { indices = [] }
  }

  private static let ends: WordSet = [
    ",", ";", ")", "may", "shall", "will", "can", "is", "are", "must", "lapse", "lapses", "expire", "expires", "roll",
    "rolls", "carry", "carries",
  ]

  func contains(_ index: Int) -> Bool { indices.contains(index) }

  /// What holds of the others and not of this; nil for what such words do not touch.
  func turned(_ attachment: Attachment) -> Attachment? {
    var turned = attachment
    switch attachment.content {
    case .unused(.rolls_over): turned.content = .unused(.forfeited)
    case .transferable(let may): turned.content = .transferable(!may)
    case .swappable(let may): turned.content = .swappable(!may)
    case .unused, .time, .unreadTime, .free, .recurrence: return attachment.refused("it is said not to hold of this grant")
    default: return nil
    }
    return turned
  }
}
