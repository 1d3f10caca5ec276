// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// What a share is said to come to beside it: "4 % of the fees, rounded down to the next hundred, i.e. $6,200", "2 % of
/// the fees (that is, $3,100)", "3 % of the fees = $4,000".
struct ShareSums {
  let passage: PassageText

  init(_ passage: PassageText) { self.passage = passage }

  private static let tellings: WordSet = [
    "namely", "being", "currently", "presently", "equalling", "equaling", "hence", "thus", "=", "viz", "ie", "i.e",
    "today",
  ]

  /// "a fund of $22,000 for new desks, being 4 % of the fees": the share is said of the sum.
  private func isFollowed(_ value: ValueMention) -> Bool {
    guard passage.isOne(value.tokens.lowerBound - 1, of: "of|worth|for|:|a") else { return false }
    return (value.tokens.upperBound..<value.tokens.upperBound + 12).contains { token in
      passage.isOne(token, of: "being|equalling|equaling|representing|namely")
        && (1...3).contains { step in
          if case .percent? = passage.value(at: token + step)?.value { true } else { false }
        }
    }
  }

  func tells(_ value: ValueMention) -> Bool {
    if isFollowed(value) { return true }
    // A sum per year or month is no whole.
    if passage.isOne(value.tokens.upperBound, of: "a|per|each|/") { return false }
    if isTold(value) { return true }
    // "that is, $39,600 a year and $79,200 in total"
    guard passage.isOne(value.tokens.lowerBound - 1, of: "and|or|,"),
      passage.isOne(value.tokens.upperBound, of: "in|for|over|altogether|overall")
    else { return false }
    return passage.context.values(
      in: max(passage.range.lowerBound, value.tokens.lowerBound - 8)..<value.tokens.lowerBound
    )
    .contains { other in if case .money = other.value { isTold(other) } else { false } }
  }

  /// Whether a word for "that is" stands before the sum.
  private func isTold(_ value: ValueMention) -> Bool {
    var at = value.tokens.lowerBound - 1
    while passage.isOne(at, of: ",|.|:|(|to|say|a|total|of|sum"), at > value.tokens.lowerBound - 6 {
      if passage.word(at) == "of", !passage.isOne(at - 1, of: "total|sum") { return false }
      at -= 1
    }
    if Self.tellings.contains(passage.word(at)) { return true }
    return passage.has(["that|which", "is"], at: at - 1) || passage.has(["i", ".", "e"], at: at - 2)
      || passage.has(["in", "figures"], at: at - 1) || passage.has(["in", "other", "words"], at: at - 2)
      || passage.has(["at", "present"], at: at - 1)
  }
}
