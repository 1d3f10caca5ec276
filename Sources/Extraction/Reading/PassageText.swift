// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// A stretch of tokens with its words spelled out in lower case, its values and its names at hand. Made only for
/// passages that something is linked in, so that plain strings are fast enough.
///
/// A class, for all who read times hold it and pass it on.
final class PassageText {
  let context: DocumentContext
  let range: Range<Int>
  /// `words[i]` is token `range.lowerBound + i`.
  let words: [String]
  /// The longest value that starts at a token; bare numbers only where nothing else starts there.
  private let valueStarts: Starts<ValueMention>
  private let anchorStarts: Starts<NameSpan>

  init(_ context: DocumentContext, _ range: Range<Int>) {
    self.context = context
    self.range = range
    words = range.map { context.folded($0) }
    var values = Starts<ValueMention>(range)
    for value in context.values(in: range) {
      if let other = values[value.tokens.lowerBound], other.rank >= value.rank { continue }
      values.set(value, at: value.tokens.lowerBound)
    }
    valueStarts = values
    var anchors = Starts<NameSpan>(range)
    for name in context.names(in: range) where name.list == "anchor" {
      if let other = anchors[name.tokens.lowerBound], other.tokens.count >= name.tokens.count { continue }
      anchors.set(name, at: name.tokens.lowerBound)
    }
    anchorStarts = anchors
  }

  /// The word at a token index, empty outside the passage.
  func word(_ token: Int) -> String { range.contains(token) ? words[token - range.lowerBound] : "" }

  /// Whether the word at a token index is one of these.
  func isOne(_ token: Int, of choice: WordChoice) -> Bool {
    range.contains(token) && choice.allows(words[token - range.lowerBound])
  }

  func value(at token: Int) -> ValueMention? { valueStarts[token] }
  func anchor(at token: Int) -> NameSpan? { anchorStarts[token] }

  /// Whether the words stand from a token on; `a|b` in a place allows either.
  func has(_ pattern: WordPattern, at token: Int) -> Bool {
    guard token >= range.lowerBound, token + pattern.count <= range.upperBound else { return false }
    return pattern.stands(in: words, at: token - range.lowerBound)
  }

  /// Those of the patterns that stand from a token on, in their order; most tokens open none.
  func all(of patterns: WordPatterns, at token: Int) -> [WordPattern] {
    patterns.openers.contains(word(token)) ? patterns.list.filter { has($0, at: token) } : []
  }
}

/// What starts at the tokens of a range: one look-up by index, and nothing is made where nothing starts.
private struct Starts<Element> {
  private let range: Range<Int>
  private var slots: [Int32] = []
  private var elements: [Element] = []

  init(_ range: Range<Int>) { self.range = range }

  subscript(_ token: Int) -> Element? {
    guard !slots.isEmpty, range.contains(token) else { return nil }
    let slot = slots[token - range.lowerBound]
    return slot < 0 ? nil : elements[Int(slot)]
  }

  mutating func set(_ element: Element, at token: Int) {
    guard range.contains(token) else { return }
    if slots.isEmpty { slots = [Int32](repeating: -1, count: range.count) }
    let slot = slots[token - range.lowerBound]
    if slot >= 0 {
      elements[Int(slot)] = element
    } else {
      slots[token - range.lowerBound] = Int32(elements.count)
      elements.append(element)
    }
  }
}

extension ValueMention {
  /// The longer mention says more; a bare number says least.
  fileprivate var rank: Int {
    if case .number = value { return 0 }
    return 1 + tokens.count
  }
}

extension DocumentContext {
  /// A token's word in lower case; empty before the first token and behind the last.
  func folded(_ token: Int) -> String {
    guard stream.tokens.indices.contains(token) else { return "" }
    let id = stream.tokens[token].word
    return id != Vocabulary.unknown ? vocabulary.word(id) : stream.lowercased(token)
  }

  /// Whether a token's word is one of these: most are refused by their first letter and length.
  func isOne(_ token: Int, of words: WordSet) -> Bool {
    guard stream.tokens.indices.contains(token) else { return false }
    let here = stream.tokens[token]
    return here.flags.contains(.plain) ? withBytes(of: here) { words.contains($0) } : words.contains(folded(token))
  }

  /// Whether a token's word is one of these.
  func isOne(_ token: Int, of choice: WordChoice) -> Bool {
    guard stream.tokens.indices.contains(token) else { return false }
    let here = stream.tokens[token]
    return here.flags.contains(.plain) ? withBytes(of: here) { choice.allows($0) } : choice.allows(folded(token))
  }

  /// The bytes of a token as they stand.
  @inline(__always)
  private func withBytes(of token: Token, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    source.utf8.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[token.range])) }
  }
}
