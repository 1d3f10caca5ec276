// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Pairs of words, each as one bit of a table small enough to stay at hand: whether names begin with two words is asked
/// here before the large tables of their automaton are. Says yes to a few pairs that were never put in.
struct WordPairs: Sendable {
  private let bits: FrozenArray<UInt64>
  private let mask: UInt64

  init(_ pairs: [(first: Vocabulary.WordID, second: Vocabulary.WordID)]) {
    // Up to 32 KB.
    var size = 1024
    while size < pairs.count * 8, size < 1 << 18 { size *= 2 }
    mask = UInt64(size - 1)
    var bits = [UInt64](repeating: 0, count: size / 64)
    for pair in pairs {
      let place = Self.place(pair.first, pair.second) & mask
      bits[Int(place / 64)] |= 1 << (place % 64)
    }
    self.bits = FrozenArray(bits)
  }

  func write(to image: inout ImageWriter) {
    image.add(table: bits)
    image.add(Int(truncatingIfNeeded: mask))
  }

  init(from image: inout ImageReader) throws(DamagedImage) {
    bits = try image.frozen(UInt64.self)
    mask = UInt64(truncatingIfNeeded: try image.number())
  }

  /// False where no name begins with these two words.
  @inline(__always)
  func mayHold(_ first: Vocabulary.WordID, _ second: Vocabulary.WordID) -> Bool {
    let place = Self.place(first, second) & mask
    return bits.base[Int(place / 64)] >> (place % 64) & 1 == 1
  }

  @inline(__always)
  private static func place(_ first: Vocabulary.WordID, _ second: Vocabulary.WordID) -> UInt64 {
    ((UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15) >> 40
  }
}
