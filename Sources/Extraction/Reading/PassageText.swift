// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// A stretch of tokens with its words spelled out in lower case, its values and its names at hand. Made only for
/// passages that something is linked in, so that plain strings are fast enough.
struct PassageText {
  let context: DocumentContext
  let range: Range<Int>
  /// `words[i]` is token `range.lowerBound + i`.
  let words: [String]
  /// The longest value that starts at a token; bare numbers only where nothing else starts there.
  private let valueStarts: [Int: ValueMention]
  private let anchorStarts: [Int: NameSpan]

  init(_ context: DocumentContext, _ range: Range<Int>) {
    self.context = context
    self.range = range
    words = range.map { context.folded($0) }
    var values: [Int: ValueMention] = [:]
    for value in context.values(in: range) {
      if let other = values[value.tokens.lowerBound], other.rank >= value.rank { continue }
      values[value.tokens.lowerBound] = value
    }
    valueStarts = values
    var anchors: [Int: NameSpan] = [:]
    for name in context.names(in: range) where name.list == "anchor" {
      if let other = anchors[name.tokens.lowerBound], other.tokens.count >= name.tokens.count { continue }
      anchors[name.tokens.lowerBound] = name
    }
    anchorStarts = anchors
  }

  /// The word at a token index, empty outside the passage.
  func word(_ token: Int) -> String { range.contains(token) ? words[token - range.lowerBound] : "" }

  func value(at token: Int) -> ValueMention? { valueStarts[token] }
  func anchor(at token: Int) -> NameSpan? { anchorStarts[token] }

  /// Whether the words stand from a token on; `a|b` in a place allows either.
  func has(_ pattern: WordPattern, at token: Int) -> Bool {
    guard token >= range.lowerBound, token + pattern.places.count <= range.upperBound else { return false }
    for offset in pattern.places.indices
    where !pattern.places[offset].contains(words[token + offset - range.lowerBound]) {
      return false
    }
    return true
  }
}

/// Words in a row, each with its alternatives: `["end|close", "of"]`. Taken apart once, so that asking is cheap.
struct WordPattern: ExpressibleByArrayLiteral {
  let places: [[String]]

  init(arrayLiteral elements: String...) {
    places = elements.map { $0.split(separator: "|").map(String.init) }
  }

  var count: Int { places.count }
}

extension ValueMention {
  /// The longer mention says more; a bare number says least.
  fileprivate var rank: Int {
    if case .number = value { return 0 }
    return 1 + tokens.count
  }
}

extension DocumentContext {
  /// A token's word in lower case.
  func folded(_ token: Int) -> String {
    let id = stream.tokens[token].word
    return id != Vocabulary.unknown ? vocabulary.word(id) : stream.text(token..<(token + 1)).lowercased()
  }
}
