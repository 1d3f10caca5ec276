// SPDX-License-Identifier: GPL-3.0-or-later

/// Words to look for, in lower case. Most words are refused by their first byte and length; the others are compared with
/// the few that begin alike, which costs less than to hash them.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  /// Of all words behind one another, by their first bytes, each word once.
  private let bytes: [UInt8]
  /// Where words start in `bytes`; one entry more than there are words.
  private let starts: [UInt32]
  /// By first byte, the first of its words; one entry more than there are bytes.
  private let firsts: [UInt32]
  /// By first byte, a bit for each length; the last bit is for all that are longer.
  private let lengths: [UInt32]

  init(arrayLiteral elements: String...) { self.init(elements) }

  init(_ elements: some Sequence<String>) {
    var byFirst: [UInt8: [String]] = [:]
    var lengths = [UInt32](repeating: 0, count: 256)
    for word in Set(elements) {
      guard let first = word.utf8.first else { continue }
      byFirst[first, default: []].append(word)
      lengths[Int(first)] |= 1 << UInt32(Swift.min(word.utf8.count, 31))
    }
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var firsts: [UInt32] = []
    for byte in UInt8.min...UInt8.max {
      firsts.append(UInt32(starts.count - 1))
      for word in byFirst[byte] ?? [] {
        bytes += word.utf8
        starts.append(UInt32(bytes.count))
      }
    }
    self.bytes = bytes
    self.starts = starts
    self.firsts = firsts + [UInt32(starts.count - 1)]
    self.lengths = lengths
  }

  var isEmpty: Bool { bytes.isEmpty }

  func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { contains($0) }
  }

  /// The same for a word's bytes, where letters of ASCII may be of either case.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first?.lower, mayContain(first: first, count: word.count) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      (firsts[Int(first)]..<firsts[Int(first) + 1]).contains { index in
        let start = Int(starts[Int(index)])
        return Int(starts[Int(index) + 1]) - start == word.count && word.stands(in: bytes, at: start)
      }
    }
  }

  /// False where no word of this first byte, in lower case, and this many bytes is among them.
  @inline(__always)
  func mayContain(first: UInt8, count: Int) -> Bool {
    lengths[Int(first)] >> UInt32(Swift.min(count, 31)) & 1 == 1
  }
}
