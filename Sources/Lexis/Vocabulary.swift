// SPDX-License-Identifier: GPL-3.0-or-later

/// The words that anything asks for, each with a number. Built while packs and recognisers load, then only read.
/// Words are folded: ASCII and Latin letters to lower case, typographic apostrophes to `'`, all dashes to `-`.
public struct Vocabulary: Sendable {
  /// Number of a word; 0 is every word that nobody asks for.
  public typealias WordID = UInt32
  public static let unknown: WordID = 0

  private var slots: [UInt32]
  private var hashes: [UInt64] = [0]
  private var words: [[UInt8]] = [[]]

  public init() { slots = [UInt32](repeating: 0, count: 1024) }

  /// One more than the largest number in use.
  public var count: Int { words.count }

  /// The number of a word (any case), given to it now where it has none.
  public mutating func intern(_ word: some StringProtocol) -> WordID {
    let bytes = Fold.folded(Array(word.utf8))
    let hash = bytes.withUnsafeBufferPointer { Self.hash($0) }
    let found = bytes.withUnsafeBufferPointer { find($0, hash: hash) }
    if found != Self.unknown { return found }
    let id = WordID(words.count)
    words.append(bytes)
    hashes.append(hash)
    if words.count * 2 > slots.count { grow() }
    place(id, hash: hash)
    return id
  }

  /// The number of a word (any case), `unknown` where nobody asked for it.
  public func id(of word: some StringProtocol) -> WordID {
    let bytes = Fold.folded(Array(word.utf8))
    return bytes.withUnsafeBufferPointer { find($0, hash: Self.hash($0)) }
  }

  public func word(_ id: WordID) -> String { String(decoding: words[Int(id)], as: UTF8.self) }

  /// Look-up of folded bytes with their hash, for the tokenizer's inner loop.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID {
    slots.withUnsafeBufferPointer { slots in
      var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while true {
        let id = slots[index]
        if id == 0 { return 0 }
        if hashes[Int(id)] == hash, equal(words[Int(id)], bytes) { return id }
        index = (index + 1) & (slots.count - 1)
      }
    }
  }

  private func equal(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == bytes.count else { return false }
    for i in 0..<bytes.count where word[i] != bytes[i] { return false }
    return true
  }

  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a, one step: the tokenizer hashes while it scans.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return hash
  }

  private mutating func place(_ id: WordID, hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = id
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for id in 1..<(words.count - 1) { place(WordID(id), hash: hashes[id]) }
  }
}
