// SPDX-License-Identifier: GPL-3.0-or-later

/// Words hyphenated over a line end.
struct Hyphenation {
  /// First parts that keep their hyphen: "non-/transferable" is matched as two words, not as one.
  private static let kept: Set<[UInt8]> = Set(
    [
      "non", "self", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one", "two",
      "three", "five", "nine", "first", "third", "half", "full", "single", "cross", "twelve",
    ].map { Array($0.utf8) })

  /// The range that matching skips, where the line that ends at `lastLineEnd` ends in a hyphen of the line break.
  func join(_ utf8: inout [UInt8], lastLineEnd: Int, next: Int) -> Range<Int>? {
    guard lastLineEnd >= 2, next < utf8.count else { return nil }
    var hyphen = lastLineEnd - 1
    if utf8[hyphen] != 0x2D {
      // U+2010, the hyphen proper.
      guard lastLineEnd >= 4, utf8[hyphen] == 0x90, utf8[hyphen - 1] == 0x80, utf8[hyphen - 2] == 0xE2 else {
        return nil
      }
      hyphen -= 2
    }
    guard Self.isLower(utf8[hyphen - 1]), Self.isLower(utf8[next]) else { return nil }
    var start = hyphen
    while start > 0, Self.isLetter(utf8[start - 1]) { start -= 1 }
    // A part with a hyphen of its own ("state-of-/the-art") is a compound.
    if start > 0, utf8[start - 1] == 0x2D { return nil }
    let part = utf8[start..<hyphen].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if Self.kept.contains(part) { return nil }
    var end = next
    while end < utf8.count, Self.isLetter(utf8[end]) { end += 1 }
    if end < utf8.count, utf8[end] == 0x2D { return nil }
    return hyphen..<next
  }

  private static func isLower(_ byte: UInt8) -> Bool { (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80 }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || (byte >= 0x41 && byte <= 0x5A) }
}
