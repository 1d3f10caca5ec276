// SPDX-License-Identifier: GPL-3.0-or-later

/// The label at the start of a list item or numbered heading, such as `4.2`, `(a)`, `•`, `§ 3`, `Article IV`.
struct ListLabel {
  enum Kind { case bullet, bracket, number, letter, roman, named }
  var kind: Kind
  /// Bytes of the label, without the space after it.
  var length: Int
  /// Number of its parts: 2 for `4.2`.
  var depth: Int
  /// Whether it may be an ordinary word at the start of a line ("1 Formation", "A. Smith"): it then needs more proof.
  var isWeak: Bool
  /// A figure in brackets, which may also repeat a number in words: "thirty-five / (35) credits".
  var isBracketedFigure = false

  /// The label that `text` starts with; nil where it has none or where nothing follows that ends it.
  static func scan(_ text: UnsafeBufferPointer<UInt8>) -> ListLabel? {
    guard let first = text.first else { return nil }
    // Most lines start with a lower-case letter or a word of two letters and more.
    if first >= 0x61, first <= 0x7A, text.count > 1, text[1] != 0x29, text[1] != 0x2E, !isRomanLetter(first) {
      return nil
    }
    let cursor = Cursor(text: text)
    return bullet(text) ?? cursor.bracketed() ?? cursor.numbered() ?? cursor.lettered() ?? cursor.named()
  }

  static func scan(_ bytes: ArraySlice<UInt8>) -> ListLabel? {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private static func bullet(_ text: UnsafeBufferPointer<UInt8>) -> ListLabel? {
    func found(_ length: Int) -> ListLabel? {
      guard text.count > length, isSpace(text[length]) else { return nil }
      return .init(kind: .bullet, length: length, depth: 1, isWeak: false)
    }
    switch text[0] {
    case 0x2D, 0x2A, 0xB7: return found(1)
    case 0xC2 where text.count > 1 && text[1] == 0xB7: return found(2)
    case 0xE2 where text.count > 3:
      switch (text[1], text[2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x80, 0x93), (0x80, 0x94), (0x97, 0x8F), (0x97, 0x8B), (0x97, 0xA6),
        (0x96, 0xAA), (0x96, 0xA0), (0x96, 0xAB), (0x96, 0xBA), (0x9E, 0xA2), (0x9C, 0x93), (0x81, 0x83):
        return found(3)
      default: return nil
      }
    case 0xEF where text.count > 3 && text[1] == 0x82: return found(3)
    default: return nil
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isRomanLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x69, 0x76, 0x78, 0x6C, 0x63: true
    default: false
    }
  }
}

private struct Cursor {
  let text: UnsafeBufferPointer<UInt8>
  func at(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
  func ends(_ index: Int) -> Bool { index >= text.count || ListLabel.isSpace(text[index]) || text[index] == 0xC2 }
  static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }
  static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A }

  /// `(a)`, `(iv)`, `(12)`, `[1]`.
  func bracketed() -> ListLabel? {
    guard at(0) == 0x28 || at(0) == 0x5B else { return nil }
    let closing: UInt8 = at(0) == 0x28 ? 0x29 : 0x5D
    var i = 1
    while i <= 5, Self.isDigit(at(i)) || Self.isLetter(at(i)) { i += 1 }
    guard i > 1, at(i) == closing, ends(i + 1) else { return nil }
    let inner = i - 1
    // "(the)" is a word; "(a)", "(iv)", "(12)", "(aa)" are labels.
    if inner > 2, Self.isLetter(at(1)) {
      guard (1..<i).allSatisfy({ ListLabel.isRomanLetter(at($0)) }) else { return nil }
    }
    if inner > 3 { return nil }
    return .init(
      kind: .bracket, length: i + 1, depth: 1, isWeak: false, isBracketedFigure: at(0) == 0x28 && Self.isDigit(at(1)))
  }

  /// `1.`, `4.2`, `4.2.1.`, `3)`, `7a.`, `12` (weak).
  func numbered() -> ListLabel? {
    guard Self.isDigit(at(0)) else { return nil }
    return number(from: 0, parts: 0)
  }

  private func number(from start: Int, parts before: Int) -> ListLabel? {
    var (i, depth) = (start, before)
    while true {
      let digits = i
      while i - digits < 4, Self.isDigit(at(i)) { i += 1 }
      guard i > digits, i - digits <= 3 else { return nil }
      depth += 1
      if at(i) == 0x2E, Self.isDigit(at(i + 1)) { i += 1 } else { break }
    }
    if Self.isLetter(at(i)), at(i) >= 0x61, at(i + 1) == 0x2E || at(i + 1) == 0x29 || ends(i + 1) { i += 1 }
    let closed = at(i) == 0x2E || at(i) == 0x29 || at(i) == 0x3A
    if closed { i += 1 }
    // "415 Mission Street" is no item.
    guard ends(i), closed || depth > 1 || i - start < 3 else { return nil }
    // "5 (five) days" counts.
    if !closed, depth == 1, at(i) == 0x20, at(i + 1) == 0x28, (2...4).allSatisfy({ Self.isLetter(at(i + $0)) }) {
      return nil
    }
    let text2 = depth == 2 && before == 0 && !closed
    return .init(
      kind: .number, length: i, depth: depth, isWeak: !closed && (depth == 1 || (text2 && at(start) == 0x30)))
  }

  /// `A.`, `b)`, `C.7a`, `IV.`, `R 1` (weak).
  func lettered() -> ListLabel? {
    guard Self.isLetter(at(0)) else { return nil }
    if at(1) == 0x2E, Self.isDigit(at(2)) { return number(from: 2, parts: 1) }
    if at(1) == 0x29, ends(2) { return .init(kind: .letter, length: 2, depth: 1, isWeak: false) }
    if at(1) == 0x2E, ends(2) { return .init(kind: .letter, length: 2, depth: 1, isWeak: at(0) < 0x61) }
    if at(0) < 0x61, at(1) == 0x20 ? Self.isDigit(at(2)) : Self.isDigit(at(1)) {
      var i = 2
      while i < 5, Self.isDigit(at(i)) { i += 1 }
      if i > 4, at(1) != 0x20 { return nil }
      if at(i) == 0x2E || at(i) == 0x3A || at(i) == 0x29 { i += 1 }
      if ends(i), i < text.count { return .init(kind: .letter, length: i, depth: 1, isWeak: true) }
    }
    var i = 0
    while i < 6, ListLabel.isRomanLetter(at(i)) { i += 1 }
    guard i > 1, at(i) == 0x2E || at(i) == 0x29, ends(i + 1) else { return nil }
    return .init(kind: .roman, length: i + 1, depth: 1, isWeak: false)
  }

  private static let names: [[UInt8]] = [
    "article", "section", "clause", "schedule", "exhibit", "annex", "appendix", "part", "attachment",
  ].map { Array($0.utf8) }

  /// `§ 3`, `Article IV.`, `Section 4.2 -`, `Schedule A`.
  func named() -> ListLabel? {
    if at(0) == 0xC2, at(1) == 0xA7 {
      var i = 2
      while at(i) == 0x20 { i += 1 }
      let digits = i
      while Self.isDigit(at(i)) || (at(i) == 0x2E && Self.isDigit(at(i + 1))) || (i > digits && Self.isLetter(at(i))) {
        i += 1
      }
      if at(i) == 0x2E || at(i) == 0x3A { i += 1 }
      guard i > digits, ends(i) else { return nil }
      return .init(kind: .named, length: i, depth: 1, isWeak: false)
    }
    guard at(0) >= 0x41, at(0) <= 0x5A,
      let name = Self.names.first(where: { name in name.indices.allSatisfy { at($0) | 0x20 == name[$0] } }),
      at(name.count) == 0x20
    else { return nil }
    var i = name.count + 1
    let start = i
    while Self.isDigit(at(i)) || (at(i) >= 0x41 && at(i) <= 0x5A)
      || ((at(i) == 0x2E || at(i) == 0x2D && i > start) && Self.isDigit(at(i + 1)))
    {
      i += 1
    }
    guard i > start, i - start <= 6 else { return nil }
    let closed = at(i) == 0x2E || at(i) == 0x3A || at(i) == 0x29
    if closed { i += 1 }
    guard ends(i) else { return nil }
    // "Section 4 applies" is a sentence: without a stop after it the label must stand alone or before a dash.
    let rest = i + 1
    let dash = at(rest) == 0x2D || (at(rest) == 0xE2 && at(rest + 1) == 0x80)
    return .init(kind: .named, length: i, depth: 1, isWeak: !(closed || i >= text.count || dash))
  }
}
