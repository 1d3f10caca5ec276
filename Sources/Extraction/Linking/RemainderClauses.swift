// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Tells what becomes of what is left where no phrase says it: a sentence that names a remainder, and asserts or denies
/// that it is lost, goes over or is given back. The words are the packs' lists `leftover`, `loss`, `rollover`, `carry`,
/// `next_period` and `repay`.
struct RemainderClauses {
  let passage: PassageText

  /// Longer sentences say many things.
  private static let longest = 60

  func attachment(in sentence: Range<Int>, from scope: Attachment.Scope) -> Attachment? {
    guard sentence.count <= Self.longest else { return nil }
    var left: [NameSpan] = []
    var found: [String: NameSpan] = [:]
    for name in passage.context.names(in: sentence) {
      guard let list = name.list else { continue }
      switch list {
      case "leftover": left.append(name)
      case "carry":
        // "what was not held is held in the next": the word that says what becomes of it.
        if found[list].map({ isInside($0, left) }) ?? true { found[list] = name }
      case "rollover", "loss", "repay", "next_period": if found[list] == nil { found[list] = name }
      default: break
      }
    }
    // "A session that is let pass is not held in the next year": the `not held` is what becomes of it.
    if let carry = found["carry"], isInside(carry, left), left.contains(where: { !$0.tokens.overlaps(carry.tokens) }) {
      left.removeAll { $0.tokens.overlaps(carry.tokens) }
    }
    // "What is not used when a year closes does not swell the number of the next": its `used` carries nothing over.
    if let carry = found["carry"], isInside(carry, left) { found["carry"] = nil }
    guard !left.isEmpty || found["rollover"] != nil || found["next_period"] != nil || found["carry"] != nil,
      let (handling, word) = handling(left, found, in: sentence)
    else { return nil }
    if UnusedClauses.isOfOtherThings(before: word.tokens.upperBound, in: passage) || isOfTheContract(sentence) {
      return nil
    }
    return Attachment(content: .unused(handling), tokens: word.tokens, from: scope)
  }

  private func isInside(_ word: NameSpan, _ left: [NameSpan]) -> Bool {
    left.contains { $0.tokens.overlaps(word.tokens) }
  }

  /// "On termination fees for the remaining term are refunded": of the contract's own end.
  private func isOfTheContract(_ sentence: Range<Int>) -> Bool {
    sentence.contains { passage.isOne($0, of: "termination|breach|terminates|terminated") }
  }

  private func handling(_ left: [NameSpan], _ found: [String: NameSpan], in sentence: Range<Int>)
    -> (UnusedHandling, NameSpan)?
  {
    func denied(_ word: NameSpan) -> Bool { isDenied(word.tokens, left, in: sentence) }
    if let word = found["rollover"] {
      if denied(word) { return (.forfeited, word) }
      return left.isEmpty && !isAllowed(word.tokens, in: sentence) ? nil : (.rolls_over, word)
    }
    if let word = found["carry"], let next = found["next_period"], word.tokens.lowerBound < next.tokens.lowerBound {
      if denied(word) { return (.forfeited, word) }
      if !left.isEmpty { return (.rolls_over, word) }
    }
    // "There is no possibility to carry sessions over"
    if let word = found["carry"], denied(word), goesOver(word.tokens, in: sentence) { return (.forfeited, word) }
    guard !left.isEmpty else { return nil }
    // That no money is given for it does not say that it lapses.
    if let word = found["repay"], !denied(word) { return (.refundable, word) }
    if let word = found["loss"], !denied(word) { return (.forfeited, word) }
    return nil
  }

  private static let denials: WordSet = [
    "not", "no", "nor", "neither", "never", "nothing", "without", "cannot", "nobody", "none", "non",
  ]
  private static let refusals: WordSet = [
    "excluded", "barred", "impossible", "prohibited", "forbidden", "disallowed", "not", "no", "never",
  ]
  private static let permissions: WordSet = ["may", "can", "permitted", "allowed", "possible", "granted", "agreed"]

  /// Denied before, or refused right behind; the `not` of "not used" denies the use alone.
  private func isDenied(_ word: Range<Int>, _ left: [NameSpan], in sentence: Range<Int>) -> Bool {
    let before = max(sentence.lowerBound, word.lowerBound - 5)..<word.lowerBound
    let behind = word.upperBound..<max(word.upperBound, min(sentence.upperBound, word.upperBound + 4))
    return before.contains { token in
      Self.denials.contains(passage.word(token)) && !left.contains { $0.tokens.contains(token) }
    }
      || behind.contains { token in
        Self.refusals.contains(passage.word(token)) && !left.contains { $0.tokens.contains(token) }
      }
  }

  private func goesOver(_ word: Range<Int>, in sentence: Range<Int>) -> Bool {
    passage.isOne(word.lowerBound, of: "carry|carried|carries|roll|rolled|bring|brought")
      && (word.upperBound..<max(word.upperBound, min(sentence.upperBound, word.upperBound + 4))).contains {
        passage.isOne($0, of: "over|forward")
      }
  }

  private func isAllowed(_ word: Range<Int>, in sentence: Range<Int>) -> Bool {
    sentence.contains { Self.permissions.contains(passage.word($0)) }
  }
}
