// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// All phrases of all rules as one automaton, its positions in flat tables.
struct PhraseAutomaton: Sendable {
  /// One phrase: where its positions begin, and how far a match can reach from its anchor.
  struct Phrase: BitwiseCopyable {
    var rule: Int32
    /// Range in `targets`: the positions that a match begins with.
    var firstStart: Int32, firstEnd: Int32
    var before: Int32
    var after: Int32
  }
  struct Position: BitwiseCopyable {
    enum Symbol: UInt8 { case words, any, slot, name }
    var symbol: Symbol
    /// A match may end here.
    var isLast: Bool
    /// Whether it stands in a gap is what `symbol` says. Range in `words`, or index of the slot's set in `slotSets`.
    var low: Int32, high: Int32
    /// Range in `targets`: what may follow.
    var followStart: Int32, followEnd: Int32
  }

  let phrases: FrozenArray<Phrase>
  let positions: FrozenArray<Position>
  let targets: FrozenArray<Int32>
  /// Words of positions, ascending within one position.
  let words: FrozenArray<UInt32>
  /// Bit sets over span classes, `setWidth` words each.
  let slotSets: FrozenArray<UInt64>
  let setWidth: Int
  /// The slots of each set as phrases have them, for captures.
  let slots: [[SlotType]]
  /// By word: where its phrases start in `wordPhrases`; one entry more than words.
  let wordTriggers: FrozenArray<Int32>
  let wordPhrases: FrozenArray<Int32>
  /// The same by span class.
  let spanTriggers: FrozenArray<Int32>
  let spanPhrases: FrozenArray<Int32>
  /// Which classes each slot stands for, to tell what a capture took.
  let classes: [SlotType: [Int]]
}
