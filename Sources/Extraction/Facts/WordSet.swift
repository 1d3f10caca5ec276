// SPDX-License-Identifier: GPL-3.0-or-later

/// Words to look for, in lower case. Most words are refused by their first byte and length; the others are compared with
/// the few that begin alike, which costs less than to hash them.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  /// Ascending by their first bytes, each once.
  private let words: [String]
  /// By first byte, where its words start; one entry more than there are bytes.
  private let starts: [UInt16]
  /// By first byte, a bit for each length; the last bit is for all that are longer.
  private let lengths: [UInt32]

  init(arrayLiteral elements: String...) { self.init(elements) }

  init(_ elements: some Sequence<String>) {
    var byFirst: [UInt8: [String]] = [:]
    var lengths = [UInt32](repeating: 0, count: 256)
    for word in Set(elements) {
      guard let first = word.utf8.first else { continue }
      byFirst[first, default: []].append(word)
      lengths[Int(first)] |= Self.bit(word)
    }
    var words: [String] = []
    var starts: [UInt16] = []
    for byte in UInt8.min...UInt8.max {
      starts.append(UInt16(words.count))
      words += byFirst[byte] ?? []
    }
    self.words = words
    self.starts = starts + [UInt16(words.count)]
    self.lengths = lengths
  }

  var isEmpty: Bool { words.isEmpty }

  func contains(_ word: String) -> Bool {
    guard let first = word.utf8.first, lengths[Int(first)] & Self.bit(word) != 0 else { return false }
    return words[Int(starts[Int(first)])..<Int(starts[Int(first) + 1])].contains(word)
  }

  /// False where no word of this first byte, in lower case, and this many bytes is among them.
  func mayContain(first: UInt8, count: Int) -> Bool { lengths[Int(first)] >> UInt32(Swift.min(count, 31)) & 1 == 1 }

  private static func bit(_ word: String) -> UInt32 { 1 << UInt32(Swift.min(word.utf8.count, 31)) }
}
