// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Numbers before the first words of a name whose noun is said once, behind the last of them: "2 Full, 5 Partial Copy and
/// 10 Developer sandboxes", "20 administrator and 30 developer training credits".
struct ElidedNames {
  let context: DocumentContext

  struct Part {
    var amount: Decimal
    /// The words that the number counts.
    var modifier: Range<Int>
    /// The number and these words.
    var tokens: Range<Int>
  }

  private static let longest = 12

  /// Those before the number that stands right before the whole name, in text order.
  func before(_ last: ValueMention, of name: NameSpan, in sentence: Range<Int>) -> [Part] {
    // The whole name has words of its own before its noun.
    guard last.tokens.upperBound <= name.tokens.lowerBound + 1, name.tokens.upperBound - last.tokens.upperBound <= 6,
      hasModifier(last, name)
    else { return [] }
    let isCapital = context.isCapitalised(last.tokens.upperBound)
    var found: [Part] = []
    var end = last.tokens.lowerBound
    while found.count < Self.longest, let separator = separator(endingAt: end, in: sentence) {
      guard let number = number(before: separator, in: sentence), let amount = number.value.amount else { break }
      let words = number.tokens.upperBound..<separator
      guard words.allSatisfy({ isModifier($0, isCapital: isCapital) }),
        !isWhole(words, from: number.tokens.lowerBound, of: name)
      else { break }
      found.append(Part(amount: amount, modifier: words, tokens: number.tokens.lowerBound..<separator))
      end = number.tokens.lowerBound
    }
    return found.reversed()
  }

  /// "1 production environment, 1 full sandbox and 2 developer sandboxes": these have a noun, or a name, of their own.
  /// `start` is where their number begins.
  private func isWhole(_ words: Range<Int>, from start: Int, of name: NameSpan) -> Bool {
    let names = context.names(in: start..<words.upperBound).filter { $0.kind != nil }
    if names.contains(where: { !$0.isWeak }) { return true }
    guard let last = words.last, let noun = name.tokens.last else { return true }
    let word = context.folded(last)
    return word == context.folded(noun).droppingPlural || context.isOne(last, of: Self.nouns)
      || names.contains { words.contains($0.tokens.lowerBound) && $0.tokens.upperBound == words.upperBound }
  }

  private static let nouns: WordSet = [
    "environment", "sandbox", "tenant", "instance", "org", "system", "account", "site", "user", "licence", "license",
    "seat", "credit", "voucher", "session", "hour", "plan", "fund", "pass", "exam", "workshop", "module",
  ]

  private func hasModifier(_ number: ValueMention, _ name: NameSpan) -> Bool {
    let noun = name.tokens.upperBound - 1
    return noun > number.tokens.upperBound && context.folded(noun).hasSuffix("s")
  }

  /// Where "and" or a comma, or both, that end right before a token begin.
  private func separator(endingAt end: Int, in sentence: Range<Int>) -> Int? {
    var at = end
    if at - 1 > sentence.lowerBound, context.isOne(at - 1, of: "and|plus|&") { at -= 1 }
    if at - 1 > sentence.lowerBound, context.folded(at - 1) == "," { at -= 1 }
    return at < end ? at : nil
  }

  /// A bare number with one to three words between it and a token.
  private func number(before end: Int, in sentence: Range<Int>) -> ValueMention? {
    let near = max(sentence.lowerBound, end - 4)..<end
    guard let value = context.values(in: near).last(where: { $0.tokens.upperBound < end }),
      case .number = value.value, (1...3).contains(end - value.tokens.upperBound),
      !AmountFit(context: context).isLabel(value)
    else { return nil }
    return value
  }

  /// "Full", "partial copy": no noun of its own, no small word.
  private func isModifier(_ token: Int, isCapital: Bool) -> Bool {
    guard context.isWord(token), !context.isOne(token, of: Self.small) else { return false }
    let word = context.folded(token)
    if context.isCapitalised(token) != isCapital, !(isCapital == false && word.utf8.count <= 4) { return false }
    return !word.hasSuffix("s") || word == "business" || word == "class"
  }

  private static let small: WordSet = [
    "of", "for", "in", "at", "by", "to", "with", "from", "on", "or", "the", "a", "an", "per", "and", "is", "are", "was",
    "will", "shall", "may", "days", "year", "month", "week", "day", "hour", "percent", "user", "seat", "licence",
    "license", "each", "not", "its", "this", "that", "such",
  ]
}
