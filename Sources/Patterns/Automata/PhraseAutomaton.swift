// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// All phrases of all rules as one automaton, its positions in flat tables.
struct PhraseAutomaton: Sendable {
  struct Phrase: BitwiseCopyable {
    var rule: Int32
    /// The positions that a match begins with.
    var firsts: Targets
    /// Its positions are those from here on.
    var base: Int32
    /// A match can begin with a capitalised name, which nothing tells beforehand.
    var opensWithName = false
  }
  /// A phrase that is looked for by a word or span, with what decides whether it is run: most are not.
  struct Trigger: BitwiseCopyable {
    var phrase: Int32
    /// A match begins at most so many tokens before its anchor; -1 where the anchor alone is the match.
    var before: Int16
    /// What must stand near the anchor.
    var needs: PhraseGuards.Needs
  }
  struct Position: BitwiseCopyable {
    enum Symbol: UInt8 { case words, any, slot, name }
    /// Range in `words`, or index of the slot's set in `slotSets`.
    var low: Int32, high: Int32
    /// The positions that may follow.
    var followers: Targets
    var symbol: Symbol
    /// A match may end here.
    var isLast: Bool
  }
  /// A range in `targets`: gaps and slots first, which take what no word tells, then words.
  struct Targets: BitwiseCopyable {
    var start: Int32, firstWord: Int32, end: Int32
    /// One bit for each word that the words among them take, by the word's number modulo 64: most tokens have none.
    var words: UInt64 = 0
  }

  let phrases: FrozenArray<Phrase>
  let positions: FrozenArray<Position>
  /// How many positions the longest phrase has.
  let longest: Int
  let targets: FrozenArray<Int32>
  /// By target: one bit for each word that it takes, by the word's number modulo 64; all where it takes others. Beside
  /// each other, for most targets are passed over by it.
  let targetWords: FrozenArray<UInt64>
  /// Words of positions, ascending within one position.
  let words: FrozenArray<UInt32>
  /// Bit sets over span classes, `setWidth` words each.
  let slotSets: FrozenArray<UInt64>
  let setWidth: Int
  /// The slots of each set as phrases have them, for captures.
  let slots: [[SlotType]]
  /// By word: where its phrases start in `wordPhrases`; one entry more than words.
  let wordTriggers: FrozenArray<Int32>
  let wordPhrases: FrozenArray<Trigger>
  /// The same by span class.
  let spanTriggers: FrozenArray<Int32>
  let spanPhrases: FrozenArray<Trigger>
  /// Sets of what words and spans stand for among the needs of phrases; the first is empty. `guardLanes`: of how many
  /// lanes a set of all needs is made.
  let guards: FrozenArray<GuardLane>
  let guardLanes: Int
  /// By word and by span class: where its set begins.
  let wordGuards: [Int32]
  let spanGuards: FrozenArray<Int32>
  /// By set of slots and span class: which of the set's slots takes it; -1 for none.
  let taken: [[Int8]]
  /// Numbers of the words that may stand inside `{name}`.
  let namesBetween: [Vocabulary.WordID]

  /// The slot of several alternatives that took something.
  func slot(_ set: Int32, takenBy spanClass: Int32) -> SlotType {
    slots[Int(set)][Int(max(0, taken[Int(set)][Int(spanClass)]))]
  }
}
