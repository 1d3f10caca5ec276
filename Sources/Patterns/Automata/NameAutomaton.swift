// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// A name as matching needs it.
struct NameEntry: Sendable {
  var kind: Kind?
  var list: String?
  var entry: String?
  var unit: String?
  var tier: String?
  var isWeak: Bool
  /// Its number among `SpanClasses`.
  var spanClass: Int32
  /// Names of one group compete: all kinds are one group, each list is one.
  var group: Int32
}

extension PackSet {
  /// The names of all kinds, then those of all lists, as matching needs them; and how many groups they are.
  func nameEntries(_ classes: SpanClasses) -> (names: [(name: PackName, entry: NameEntry)], groups: Int) {
    var names: [(PackName, NameEntry)] = []
    for kind in kinds {
      let number = Int32(classes.number(of: kind.kind))
      for name in kind.names {
        names.append(
          (
            name,
            NameEntry(
              kind: kind.kind, list: nil, entry: nil, unit: name.unit, tier: name.tier, isWeak: name.isWeak,
              spanClass: number, group: 0)
          ))
      }
    }
    for (group, list) in lists.enumerated() {
      for (index, sub) in list.entries.enumerated() {
        let number = Int32(classes.number(ofEntry: index, in: list.name))
        for name in sub.names {
          names.append(
            (
              name,
              NameEntry(
                kind: nil, list: list.name, entry: sub.key, unit: name.unit, tier: name.tier, isWeak: name.isWeak,
                spanClass: number, group: Int32(group + 1))
            ))
        }
      }
    }
    return (names, lists.count + 1)
  }
}

/// All names as one deterministic automaton over words, entered at a name's first word.
struct NameAutomaton: Sendable {
  struct State: BitwiseCopyable {
    /// One bit for each word that has a step of its own, by the word's number modulo 64.
    var sketch: UInt64
    /// The state after any other word; 0 for none.
    var otherwise: UInt32
    /// Where its names start in `accepted`; they end where those of the next state start.
    var acceptStart: UInt32
    /// Where its steps start in `steps`; they end where those of the next state start.
    var stepStart: UInt32 = 0

    /// One bit for each word that a name can go on with from here, by the word's number modulo 64; all of them where a
    /// name ends here or any word may follow. `next` is the state behind it in the table.
    func goingOn(before next: State) -> UInt64 {
      otherwise != 0 || acceptStart < next.acceptStart ? ~0 : sketch
    }
  }

  /// By word: the state after it as a name's first word; 0 for none.
  let starts: FrozenArray<UInt32>
  /// The first words of names, where the first leads on by certain words only.
  let openings: NameOpenings
  /// The state 0 is where nothing leads on; one entry more than states.
  let states: FrozenArray<State>
  /// Steps of each state, ascending by the `key` of their word: those of a state lie side by side, so that the few states
  /// that texts reach stay at hand.
  let steps: FrozenArray<Step>
  /// Indices of names; of one state at most one a group, the best.
  let accepted: FrozenArray<UInt32>
  let names: [NameEntry]
  /// Of each name its group and its span class.
  let groupOf: FrozenArray<Int32>, classOf: FrozenArray<Int32>
  let groups: Int

  struct Step: BitwiseCopyable {
    /// See `key(of:)`.
    var key: UInt32
    /// The state that it leads to.
    var target: UInt32
  }

  /// A word's number with its last six bits, which `State.sketch` goes by, in front.
  @inline(__always)
  static func key(of word: Vocabulary.WordID) -> UInt32 { word >> 6 | word << 26 }

  /// The state that a word leads to; 0 for none.
  @inline(__always)
  func step(_ state: UInt32, _ word: Vocabulary.WordID) -> UInt32 {
    let from = states.base[Int(state)]
    let bit: UInt64 = 1 << UInt64(word % 64)
    guard from.sketch & bit != 0 else { return from.otherwise }
    // Each bit below has a step at least, and most have one.
    var at = Int(from.stepStart) + (from.sketch & (bit - 1)).nonzeroBitCount
    let end = Int(states.base[Int(state) + 1].stepStart)
    let key = Self.key(of: word)
    while at < end, steps.base[at].key < key { at += 1 }
    return at < end && steps.base[at].key == key ? steps.base[at].target : from.otherwise
  }
}
