// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Grants that a sentence names only to say that it does not hold for them: "The fund, but not the credits, may be carried
/// over", "Unlike the seats, the hours roll over".
struct ExcludedGrants {
  private var indices: Set<Int> = []

  private static let reach = 9

  init(_ context: DocumentContext, _ candidates: [Candidate], _ receivers: [Int], in sentence: Range<Int>) {
    guard receivers.count > 1, sentence.count < 90 else { return }
    for token in sentence.dropLast() {
      guard let span = Self.span(at: token, in: sentence, context) else { continue }
      let kinds = context.names(in: span).compactMap(\.kind)
      let nouns = Set(span.map { context.folded($0).droppingPlural })
      for receiver in receivers {
        let candidate = candidates[receiver]
        let own = candidate.quantity?.unit ?? candidate.name.unit
        if kinds.contains(candidate.kind) || own.map(nouns.contains) ?? false { indices.insert(receiver) }
      }
    }
    // Of all that it names at least one is meant.
    if indices.count == receivers.count { indices = [] }
  }

  var isEmpty: Bool { indices.isEmpty }

  /// The words that name what is left out, where such words begin or end at a token.
  private static func span(at token: Int, in sentence: Range<Int>, _ context: DocumentContext) -> Range<Int>? {
    let word = context.folded(token)
    if word == "unlike" || ["opposed", "contrast"].contains(word) && context.isOne(token + 1, of: "to") {
      return ahead(token, in: sentence, context)
    }
    if word == "no", token > sentence.lowerBound, context.isOne(token - 1, of: "but") {
      return ahead(token, in: sentence, context)
    }
    guard word == "not", token > sentence.lowerBound else { return nil }
    if token + 2 < sentence.upperBound, context.isOne(token - 1, of: "but|and|though|,|("),
      context.isOne(token + 1, of: "the|any|its|to|those|these")
    {
      return ahead(token, in: sentence, context)
    }
    // "unused days carry over; unused vouchers do not."
    guard context.isOne(token - 1, of: "do|does|are|is|may|can|shall|will|must"),
      token + 1 == sentence.upperBound || context.isOne(token + 1, of: ".|;|,")
    else { return nil }
    let low = max(sentence.lowerBound, token - reach)
    guard let cut = (low..<token - 1).last(where: { context.isOne($0, of: ";|,|but|while|whereas|and") }) else {
      return nil
    }
    return (cut + 1)..<(token - 1)
  }

  private static func ahead(_ token: Int, in sentence: Range<Int>, _ context: DocumentContext) -> Range<Int> {
    let near = (token + 1)..<min(sentence.upperBound, token + 1 + reach)
    let end = near.first { context.isOne($0, of: ends) } ?? near.upperBound
    return (token + 1)..<max(token + 1, end)
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
    case .unused, .time, .unreadTime, .free, .recurrence:
      return attachment.refused("it is said not to hold of this grant")
    default: return nil
    }
    return turned
  }
}
