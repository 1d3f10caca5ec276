// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Lexis

/// A stream under recognition: its tokens with what each word can be. Lives for one call; holds borrowed buffers.
struct ValueScan {
  let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafeBufferPointer<UInt8>
  let roles: UnsafeBufferPointer<Role>
  let lexicon: ValueLexicon
  var convention: NumberConvention = .unknown
  /// Nothing but two decimals (`0.00 EUR`) shows the convention: no figure with both signs, no repeated one.
  var isConventionWeak = false
  var order: DayMonthOrder = .unknown

  var count: Int { tokens.count }

  /// Roles of the word at a token; none outside the text.
  @inline(__always)
  func roles(_ i: Int) -> Role {
    guard i >= 0, i < tokens.count else { return [] }
    let word = Int(tokens[i].word)
    return word < roles.count ? roles[word] : []
  }

  func has(_ i: Int, _ role: Role) -> Bool { !roles(i).isDisjoint(with: role) }

  func meaning(_ i: Int) -> WordMeaning {
    guard i >= 0, i < tokens.count, Int(tokens[i].word) < lexicon.meanings.count else { return WordMeaning() }
    return lexicon.meanings[Int(tokens[i].word)]
  }

  func word(_ i: Int) -> Vocabulary.WordID { i >= 0 && i < tokens.count ? tokens[i].word : Vocabulary.unknown }

  func `is`(_ i: Int, _ word: Known) -> Bool {
    guard i >= 0, i < tokens.count else { return false }
    return tokens[i].word == lexicon.id(word)
  }

  func flags(_ i: Int) -> Token.Flags { i >= 0 && i < tokens.count ? tokens[i].flags : [] }

  /// Whether a token is a one-byte sign.
  func isSign(_ i: Int, _ byte: UInt8) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].tokenClass == .sign else { return false }
    return bytes[Int(tokens[i].start)] == byte
  }

  /// A hyphen, or an en or em dash, that is a token of its own.
  func isDash(_ i: Int) -> Bool {
    guard i >= 0, i < tokens.count, tokens[i].tokenClass == .sign else { return false }
    let start = Int(tokens[i].start)
    if bytes[start] == 0x2D { return true }
    guard Int(tokens[i].end) - start == 3, bytes[start] == 0xE2 else { return false }
    return (bytes[start + 1] == 0x80 && (0x92...0x95).contains(bytes[start + 2]))
      || (bytes[start + 1] == 0x88 && bytes[start + 2] == 0x92)
  }

  /// A minus sign glued to a token, and nothing before it that it could join to: `-5`, not `3 -5` or `- 5`.
  func isMinus(before i: Int) -> Bool {
    if saysMinus(before: i) { return true }
    guard isDash(i - 1), i < count, flags(i).isDisjoint(with: [.spaceBefore, .cellStart, .blockStart]) else {
      return false
    }
    guard follows(i - 1) else { return true }
    return flags(i - 1).contains(.spaceBefore) && !flags(i - 1).contains(.lineStart) && !isNumber(i - 2)
      && !has(i - 2, [.currency, .percent, .time, .noun, .scale, .gluedScale])
  }

  /// `minus five`, `negative 5`; not `ten minus five`.
  func saysMinus(before i: Int) -> Bool {
    isWord(i - 1) && follows(i) && (isSpelled(i - 1, "minus") || isSpelled(i - 1, "negative")) && !isNumber(i - 2)
      && !has(i - 2, [.cardinal, .tens])
  }

  func isNumber(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].tokenClass == .number }
  func isWord(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].tokenClass == .word }

  /// Whether a token goes on with what stands before it: in the same block and cell.
  func follows(_ i: Int) -> Bool {
    i > 0 && i < tokens.count && tokens[i].flags.isDisjoint(with: [.blockStart, .cellStart])
  }

  /// No white space and no hyphen before it.
  func isGlued(_ i: Int) -> Bool {
    i > 0 && i < tokens.count && tokens[i].flags.isDisjoint(with: [.spaceBefore, .hyphenBefore])
  }

  func isHyphened(_ i: Int) -> Bool { flags(i).contains(.hyphenBefore) }
  func isCapitalised(_ i: Int) -> Bool { flags(i).contains(.capitalised) }

  /// All capitals, single letters too.
  func isUpper(_ i: Int) -> Bool {
    let f = flags(i)
    if f.contains(.allCapitals) { return true }
    return f.contains(.capitalised) && i < tokens.count && tokens[i].end - tokens[i].start == 1
  }

  func slice(_ i: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(tokens[i].start)..<Int(tokens[i].end)])
  }

  /// The whole number of a token of up to `digits` digits and nothing else.
  func integer(_ i: Int, digits: Int) -> Int? {
    guard isNumber(i), Int(tokens[i].end - tokens[i].start) <= digits else { return nil }
    var value = 0
    for at in Int(tokens[i].start)..<Int(tokens[i].end) {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  func length(_ i: Int) -> Int { i >= 0 && i < tokens.count ? Int(tokens[i].end - tokens[i].start) : 0 }

  func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}
