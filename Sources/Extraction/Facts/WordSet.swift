// SPDX-License-Identifier: GPL-3.0-or-later

/// Words to look for, in lower case. Most words are refused by their first byte and length, before anything is hashed.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private let words: Set<String>
  /// By first byte, a bit for each length; the last bit is for all that are longer.
  private let lengths: [UInt32]

  init(arrayLiteral elements: String...) { self.init(elements) }

  init(_ elements: some Sequence<String>) {
    words = Set(elements)
    var lengths = [UInt32](repeating: 0, count: 256)
    for word in words {
      if let first = word.utf8.first { lengths[Int(first)] |= Self.bit(word) }
    }
    self.lengths = lengths
  }

  var isEmpty: Bool { words.isEmpty }

  func contains(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return lengths[Int(first)] & Self.bit(word) != 0 && words.contains(word)
  }

  /// False where no word of this first byte, in lower case, and this many bytes is among them.
  func mayContain(first: UInt8, count: Int) -> Bool { lengths[Int(first)] >> UInt32(Swift.min(count, 31)) & 1 == 1 }

  private static func bit(_ word: String) -> UInt32 { 1 << UInt32(Swift.min(word.utf8.count, 31)) }
}
