// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Which of the things that phrases need a sentence has, one bit each.
typealias GuardSet = SIMD4<UInt64>

/// Gives bits to the parts that phrases need besides their anchors: a phrase is not tried in a sentence that lacks one.
/// Parts that have got no bit, for there are only so many, are simply not asked for.
struct PhraseGuards {
  /// Bits of each word, by its number in the vocabulary, and of each span class.
  private(set) var ofWord: [GuardSet]
  private(set) var ofSpan: [GuardSet]
  private var bits: [[Int]: Int] = [:]

  /// Parts that most sentences have help little.
  private static let mostCommon: Float = 30
  private static let partsOfPhrase = 2

  init(words: Int, classes: Int) {
    ofWord = [GuardSet](repeating: .zero, count: words)
    ofSpan = [GuardSet](repeating: .zero, count: classes)
  }

  /// What a phrase needs; `parts` with the anchor first.
  mutating func add(
    _ parts: [AnchorChoice], ids: [Vocabulary.WordID], classes: SpanClasses
  ) -> GuardSet {
    var needed = GuardSet.zero
    for part in parts.dropFirst().prefix(Self.partsOfPhrase) where part.cost <= Self.mostCommon {
      let words = Set(part.words.map { Int(ids[Int($0)]) }).sorted()
      let spans = Set(part.slots.flatMap(classes.classes)).sorted()
      let key = words + [-1] + spans
      let bit = bits[key] ?? bits.count
      guard bit < GuardSet.scalarCount * 64 else { continue }
      if bits[key] == nil {
        bits[key] = bit
        for word in words { ofWord[word][bit / 64] |= 1 << UInt64(bit % 64) }
        for span in spans { ofSpan[span][bit / 64] |= 1 << UInt64(bit % 64) }
      }
      needed[bit / 64] |= 1 << UInt64(bit % 64)
    }
    return needed
  }
}
