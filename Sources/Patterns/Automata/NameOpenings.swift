// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// The first words of names, in tables small enough to stay at hand: whether a name may begin somewhere is asked here
/// before the large tables of their automaton are. Says yes to a few openings that were never put in.
struct NameOpenings: Sendable {
  /// What a name may begin with.
  struct Opening {
    var first: Vocabulary.WordID, second: Vocabulary.WordID
    /// One bit for each word that may come third, by the word's number modulo 64; all of them where two words make a
    /// name or any word may follow.
    var thirds: UInt64
  }

  /// One bit for each pair of words.
  private let pairs: FrozenArray<UInt64>
  /// What may come third, for all pairs of one place together.
  private let thirds: FrozenArray<UInt64>

  init(_ openings: [Opening]) {
    // Up to 32 KB and 256 KB.
    var pairs = [UInt64](repeating: 0, count: Self.size(openings.count / 8, atMost: 1 << 12))
    var thirds = [UInt64](repeating: 0, count: Self.size(openings.count, atMost: 1 << 15))
    for opening in openings {
      let hash = Self.hash(opening.first, opening.second)
      pairs[Self.place(of: hash / 64, in: pairs.count)] |= 1 << (hash % 64)
      thirds[Self.place(of: hash, in: thirds.count)] |= opening.thirds
    }
    self.pairs = FrozenArray(pairs)
    self.thirds = FrozenArray(thirds)
  }

  func write(to image: inout ImageWriter) {
    image.add(table: pairs)
    image.add(table: thirds)
  }

  init(from image: inout ImageReader) throws(DamagedImage) {
    pairs = try image.frozen(UInt64.self)
    thirds = try image.frozen(UInt64.self)
  }

  /// False where no name begins with these words; `third` is `Vocabulary.unknown` where the sentence ends before it.
  @inline(__always)
  func mayBegin(_ first: Vocabulary.WordID, _ second: Vocabulary.WordID, _ third: Vocabulary.WordID) -> Bool {
    let hash = Self.hash(first, second)
    return pairs.base[Self.place(of: hash / 64, in: pairs.count)] >> (hash % 64) & 1 == 1
      && thirds.base[Self.place(of: hash, in: thirds.count)] >> UInt64(third % 64) & 1 == 1
  }

  /// A power of two.
  private static func size(_ wanted: Int, atMost most: Int) -> Int {
    var size = 16
    while size < wanted, size < most { size *= 2 }
    return size
  }

  @inline(__always)
  private static func place(of hash: UInt64, in count: Int) -> Int { Int(truncatingIfNeeded: hash) & (count - 1) }

  @inline(__always)
  private static func hash(_ first: Vocabulary.WordID, _ second: Vocabulary.WordID) -> UInt64 {
    ((UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15) >> 40
  }
}
