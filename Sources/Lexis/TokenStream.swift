// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// One word, number or sign. 16 bytes.
public struct Token: Sendable {
  /// What a token is made of.
  public enum Class: UInt8, Sendable {
    case word
    /// Digits with `,` `.` `'` between digits: `1,250.00`, `01.07.2025`, `4.2`, `190'770`.
    case number
    /// One sign: `(`, `%`, `$`, `.`, `-`.
    case sign
  }
  /// What stands around a token, and how it is written.
  ///
  /// The flags are computed, not stored: every reader of every token asks for them, and a constant is put in where it is
  /// asked for.
  public struct Flags: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Flags of these bits.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// White space (also a line break or a cell's edge) before it. `50K` is two tokens, the second without.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1) }
    /// The first of its line.
    @inlinable public static var lineStart: Flags { Flags(rawValue: 2) }
    /// The first of its cell, or of what a wide gap parts.
    @inlinable public static var cellStart: Flags { Flags(rawValue: 4) }
    /// The first of its block.
    @inlinable public static var blockStart: Flags { Flags(rawValue: 8) }
    /// The first of a sentence, within its block and cell.
    @inlinable public static var sentenceStart: Flags { Flags(rawValue: 16) }
    /// Glued to the token before by a hyphen, which is no token: `24-month`, `twenty-five`, `2025-03-15`.
    @inlinable public static var hyphenBefore: Flags { Flags(rawValue: 32) }
    /// A quotation mark before or after it; quotation marks are no tokens.
    @inlinable public static var quoteBefore: Flags { Flags(rawValue: 64) }
    /// A quotation mark after it.
    @inlinable public static var quoteAfter: Flags { Flags(rawValue: 128) }
    /// Its first letter is a capital.
    @inlinable public static var capitalised: Flags { Flags(rawValue: 256) }
    /// Two letters or more, all capitals.
    @inlinable public static var allCapitals: Flags { Flags(rawValue: 512) }
    /// Stands in the text as in the vocabulary, but for capitals: ASCII, without apostrophe, not hyphenated over a line's
    /// end, sixteen bytes at most.
    @inlinable public static var plain: Flags { Flags(rawValue: 1024) }
  }

  /// Byte offsets into the SourceText.
  public var start: Int32, end: Int32
  /// Its number in the vocabulary; `Vocabulary.unknown` for a word that no pack asks for.
  public var word: Vocabulary.WordID
  /// What stands around it.
  public var flags: Flags
  /// What it is made of.
  public var tokenClass: Class

  /// Byte offsets into the SourceText.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// The tokens of a text, furniture left out. Indices into `tokens` are what mentions and matches speak of.
public struct TokenStream: Sendable {
  /// The text that the tokens stand in.
  public let source: SourceText
  /// In reading order.
  public let tokens: [Token]
  /// For each of `source.blocks` its first token; a block without tokens has that of the next.
  /// One entry more than blocks: the number of tokens.
  public let blockStarts: [Int]

  /// How many tokens.
  public var count: Int { tokens.count }

  /// The same text with other words for some tokens, as matching is to see them; where they stand does not change.
  public func reading(_ words: [(token: Int, word: Vocabulary.WordID)]) -> TokenStream {
    var tokens = tokens
    for (token, word) in words { tokens[token].word = word }
    return TokenStream(source: source, tokens: tokens, blockStarts: blockStarts)
  }

  /// The tokens of a block.
  public func tokens(ofBlock block: Int) -> Range<Int> { blockStarts[block]..<blockStarts[block + 1] }

  /// The block that a token stands in.
  public func block(of token: Int) -> Int {
    var low = 0
    var high = blockStarts.count - 1
    while low + 1 < high {
      let mid = (low + high) / 2
      if blockStarts[mid] <= token { low = mid } else { high = mid }
    }
    return low
  }

  /// Bytes from the first to the last of the tokens; empty at the start of the next token for an empty range.
  public func bytes(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = range.lowerBound < tokens.count ? Int(tokens[range.lowerBound].start) : source.utf8.count
      return at..<at
    }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The text of some tokens as it stands, hyphenation undone and white space folded to single spaces.
  /// Furniture between the tokens is left out.
  public func text(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    let bytes = source.utf8
    out.reserveCapacity(self.bytes(range).count)
    for i in range {
      let token = tokens[i]
      if i > range.lowerBound {
        // What stands between two tokens of one line (quotation marks, hyphens) belongs to the text.
        let gap = Int(tokens[i - 1].end)..<Int(token.start)
        if token.flags.contains(.lineStart) { out.append(0x20) } else if !gap.isEmpty { appendGap(gap, to: &out) }
      }
      if source.joins.isEmpty {
        out.append(contentsOf: bytes[token.range])
      } else {
        appendJoined(token.range, to: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// One token in lower case, as it stands otherwise.
  public func lowercased(_ token: Int) -> String {
    if source.joins.isEmpty, let word = plainLowercased(tokens[token].range) { return word }
    return text(token..<(token + 1)).lowercased()
  }

  /// A word of ASCII in lower case, made in one go; nil for others.
  private func plainLowercased(_ range: Range<Int>) -> String? {
    source.utf8.withUnsafeBufferPointer { bytes in
      let word = UnsafeBufferPointer(rebasing: bytes[range])
      guard word.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: word.count) { out in
        for i in 0..<word.count { out.initializeElement(at: i, to: Fold.lower(word[i])) }
        return word.count
      }
    }
  }

  /// What stands between two tokens, each run of white space as one space.
  private func appendGap(_ gap: Range<Int>, to out: inout [UInt8]) {
    var isBehindSpace = false
    for byte in source.utf8[gap] {
      let isSpace = byte == 0x09 || byte == 0x0A || byte == 0x20
      if !isSpace || !isBehindSpace { out.append(isSpace ? 0x20 : byte) }
      isBehindSpace = isSpace
    }
  }

  private func appendJoined(_ range: Range<Int>, to out: inout [UInt8]) {
    var at = range.lowerBound
    var low = 0
    var high = source.joins.count
    while low < high {
      let mid = (low + high) / 2
      if source.joins[mid].lowerBound < at { low = mid + 1 } else { high = mid }
    }
    while low < source.joins.count, source.joins[low].lowerBound < range.upperBound {
      let join = source.joins[low]
      out.append(contentsOf: source.utf8[at..<join.lowerBound])
      at = join.upperBound
      low += 1
    }
    if at < range.upperBound { out.append(contentsOf: source.utf8[at..<range.upperBound]) }
  }
}
