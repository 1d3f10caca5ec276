// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells which digests of lines stand more than once, and of a few others that they may: most lines stand once and need
/// not be looked up.
struct RepeatedDigests {
  /// By the digest's lowest bits: how many have them, at most 2.
  private var counts: [UInt8]

  init(_ digests: [Int]) {
    // A power of two with room to spare.
    counts = [UInt8](repeating: 0, count: 1 << (Int.bitWidth - (digests.count * 8).leadingZeroBitCount))
    for digest in digests { counts[slot(digest)] = min(2, counts[slot(digest)] + 1) }
  }

  func mayHold(_ digest: Int) -> Bool { counts[slot(digest)] > 1 }

  private func slot(_ digest: Int) -> Int { digest & (counts.count - 1) }
}
