// SPDX-License-Identifier: GPL-3.0-or-later

/// The words that anything asks for, each with a number. Built while packs and recognisers load, then only read.
/// Words are folded: ASCII and Latin letters to lower case, typographic apostrophes to `'`, all dashes to `-`.
/// A new vocabulary already has the words that `SentenceRules` look for, under fixed numbers, and those that are common.
public struct Vocabulary: Sendable {
  /// Number of a word; 0 is every word that nobody asks for.
  public typealias WordID = UInt32
  /// The number of every word that has none.
  public static let unknown: WordID = 0

  /// A word's first sixteen bytes, zero behind its end. Longer words have zero here: they are compared byte by byte.
  struct Key: BitwiseCopyable {
    var low: UInt64, high: UInt64
  }

  /// Open-addressed, at most half full: the upper half of a word's hash, then its number; 0 where none is.
  private var slots: [UInt64]
  private var keys: [Key]
  private var words: [[UInt8]]
  /// The same as strings: making one anew at each question costs more than all else that is done with it.
  private var strings: [String]
  /// By the lower bits of a word's hash: the first word of them, which is the most common; 0 for none. Small enough to
  /// stay at hand, so that most words of a text are found without the large table.
  private var firsts: [UInt16]
  /// Numbers of the signs of ASCII, by byte.
  private var signs: [WordID]

  private static let base: Vocabulary = {
    var vocabulary = Vocabulary(slots: 4096)
    for word in SentenceRules.words + common { _ = vocabulary.intern(word) }
    return vocabulary
  }()

  /// The words that tokenizing itself needs.
  public init() { self = Self.base }

  /// A vocabulary that already has what sentence rules look for: every new one.
  public static func withSentenceWords() -> Vocabulary { Vocabulary() }

  /// The tables are made here and not with their names: a new vocabulary, which begins as a copy, would make them too.
  private init(slots: Int) {
    self.slots = [UInt64](repeating: 0, count: slots)
    keys = [Key(low: 0, high: 0)]
    words = [[]]
    strings = [""]
    firsts = [UInt16](repeating: 0, count: 4096)
    signs = [WordID](repeating: 0, count: 128)
  }

  /// One more than the largest number in use.
  public var count: Int { words.count }

  /// The number of a word (any case), given to it now where it has none.
  public mutating func intern(_ word: some StringProtocol) -> WordID { intern(folded: Fold.folded(Array(word.utf8))) }

  /// The same of bytes that are folded already.
  public mutating func intern(folded bytes: [UInt8]) -> WordID {
    let found = find(bytes)
    if found != Self.unknown { return found }
    guard !bytes.isEmpty else { return Self.unknown }
    let id = WordID(words.count)
    words.append(bytes)
    strings.append(String(decoding: bytes, as: UTF8.self))
    keys.append(bytes.count <= 16 ? Self.key(bytes) : Key(low: 0, high: 0))
    if bytes.count == 1, bytes[0] < 0x80 { signs[Int(bytes[0])] = id }
    if words.count * 2 > slots.count { grow() }
    place(id)
    if bytes.count <= 16, let id = UInt16(exactly: id) {
      let place = Int(truncatingIfNeeded: Self.hash(keys[Int(id)])) & (firsts.count - 1)
      if firsts[place] == 0 { firsts[place] = id }
    }
    return id
  }

  /// The same of letters of ASCII in any case: packs hold little else, and nothing is made for words that are known.
  public mutating func intern(letters: ArraySlice<UInt8>) -> WordID {
    if letters.count <= 16 {
      var key = letters.withUnsafeBufferPointer { Self.key($0) }
      let bit: UInt64 = 0x2020_2020_2020_2020
      key.low |= letters.count < 8 ? bit & ((1 << UInt64(8 * letters.count)) - 1) : bit
      if letters.count > 8 { key.high |= letters.count < 16 ? bit & ((1 << UInt64(8 * letters.count - 64)) - 1) : bit }
      let found = withTables { $0.find(key) }
      if found != Self.unknown { return found }
    }
    return intern(folded: letters.map { $0 | 0x20 })
  }

  /// The number of a word (any case), `unknown` where nobody asked for it.
  public func id(of word: some StringProtocol) -> WordID { find(Fold.folded(Array(word.utf8))) }

  /// The same of a whole string: nothing is made for a short one of ASCII.
  public func id(of word: String) -> WordID {
    var word = word
    let key = word.withUTF8 { bytes in
      bytes.count <= 16 && bytes.allSatisfy { $0 < 0x80 } ? Self.key(bytes, folded: Fold.lower) : nil
    }
    return key.map { key in withTables { $0.find(key) } } ?? find(Fold.folded(Array(word.utf8)))
  }

  /// A word by its number, folded; empty for `unknown`.
  public func word(_ id: WordID) -> String { strings[Int(id)] }

  /// A word's folded bytes.
  public func folded(_ id: WordID) -> [UInt8] { words[Int(id)] }

  /// Look-up of folded bytes.
  func find(_ bytes: [UInt8]) -> WordID {
    if bytes.count <= 16 {
      let key = Self.key(bytes)
      return withTables { $0.find(key) }
    }
    let hash = Self.hash(bytes)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index] != 0 {
      let id = WordID(truncatingIfNeeded: slots[index])
      if slots[index] >> 32 == hash >> 32, words[Int(id)] == bytes { return id }
      index = (index + 1) & (slots.count - 1)
    }
    return Self.unknown
  }

  // MARK: Hashing

  static func key(_ bytes: [UInt8]) -> Key { bytes.withUnsafeBufferPointer { key($0) } }

  @inline(__always)
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, folded: (UInt8) -> UInt8 = { $0 }) -> Key {
    var key = Key(low: 0, high: 0)
    for i in 0..<min(8, bytes.count) { key.low |= UInt64(folded(bytes[i])) << UInt64(8 * i) }
    if bytes.count > 8 {
      for i in 8..<min(16, bytes.count) { key.high |= UInt64(folded(bytes[i])) << UInt64(8 * (i - 8)) }
    }
    return key
  }

  @inline(__always)
  static func hash(_ key: Key) -> UInt64 {
    let mixed = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = hash(key(bytes))
    for byte in bytes.dropFirst(16) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private mutating func place(_ id: WordID) {
    let hash = Self.hash(words[Int(id)])
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(id)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for id in 1..<(words.count - 1) { place(WordID(id)) }
  }

  // MARK: Reading many words

  /// The tables at fixed addresses, for the tokenizer's inner loop.
  struct Tables {
    fileprivate let slots: UnsafeBufferPointer<UInt64>
    fileprivate let firsts: UnsafeBufferPointer<UInt16>
    fileprivate let keys: UnsafeBufferPointer<Key>
    /// By byte, 0x00 to 0x7F.
    let signs: UnsafeBufferPointer<WordID>

    /// The number of a word of at most sixteen bytes.
    @inline(__always)
    func find(_ key: Key) -> WordID {
      let hash = Vocabulary.hash(key)
      let first = Int(firsts[Int(truncatingIfNeeded: hash) & (firsts.count - 1)])
      if keys[first].low == key.low, keys[first].high == key.high { return WordID(first) }
      let mask = slots.count - 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while true {
        let slot = slots[index]
        if slot == 0 { return Vocabulary.unknown }
        if slot >> 32 == hash >> 32 {
          let id = WordID(truncatingIfNeeded: slot)
          let known = keys[Int(id)]
          if known.low == key.low, known.high == key.high { return id }
        }
        index = (index + 1) & mask
      }
    }
  }

  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      firsts.withUnsafeBufferPointer { firsts in
        keys.withUnsafeBufferPointer { keys in
          signs.withUnsafeBufferPointer { signs in
            body(Tables(slots: slots, firsts: firsts, keys: keys, signs: signs))
          }
        }
      }
    }
  }
}
