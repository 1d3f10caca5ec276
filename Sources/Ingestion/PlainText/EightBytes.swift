// SPDX-License-Identifier: GPL-3.0-or-later

/// Eight bytes of a text in one word, asked all at once. Source of the tests: "Bit Twiddling Hacks" by S. E. Anderson,
/// on words that hold a zero byte and on words that hold a byte below n.
struct EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private let word: UInt64

  /// The eight bytes from `at` on, all of which are there.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) {
    word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  /// Writes them all, for which there must be room.
  @inline(__always)
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at: Int) {
    UnsafeMutableRawBufferPointer(bytes).storeBytes(of: word, toByteOffset: at, as: UInt64.self)
  }

  /// Whether one of the bytes is below `limit`, which is at most 0x80.
  @inline(__always)
  func holdsByte(below limit: UInt8) -> Bool {
    (word &- Self.ones &* UInt64(limit)) & ~word & Self.highs != 0
  }

  /// Whether all are ASCII.
  @inline(__always)
  var isASCII: Bool { word & Self.highs == 0 }

  /// Whether all are printed ASCII, and none a `|`.
  @inline(__always)
  var isText: Bool {
    let pipes = word ^ (Self.ones &* 0x7C)
    let odd = (word &- Self.ones &* 0x20) & ~word | word | (word &+ Self.ones) | (pipes &- Self.ones) & ~pipes
    return odd & Self.highs == 0
  }

  /// Whether a byte and the one behind it are spaces; `next` are the bytes from one further on.
  @inline(__always)
  func holdsSpaces(with next: EightBytes) -> Bool {
    let spaces = Self.ones &* 0x20
    let both = (word ^ spaces) | (next.word ^ spaces)
    return (both &- Self.ones) & ~both & Self.highs != 0
  }
}
