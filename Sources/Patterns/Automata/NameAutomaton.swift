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
  }

  /// By word: the state after it as a name's first word; 0 for none.
  let starts: FrozenArray<UInt32>
  /// The first words of names, where the first leads on by certain words only.
  let openings: NameOpenings
  /// The state 0 is where nothing leads on; one entry more than states.
  let states: FrozenArray<State>
  /// Open-addressed table of steps, see `entry`; 0 where none is. `mask` is its size less one.
  let steps: FrozenArray<UInt64>
  let mask: Int
  /// Indices of names; of one state at most one a group, the best.
  let accepted: FrozenArray<UInt32>
  let names: [NameEntry]
  /// Of each name its group and its span class.
  let groupOf: FrozenArray<Int32>, classOf: FrozenArray<Int32>
  let groups: Int

  /// A step in one number: 20 bits of state, 24 of word, 20 of the state that it leads to.
  static func entry(_ state: UInt32, _ word: Vocabulary.WordID, _ target: UInt32) -> UInt64 {
    UInt64(state) << 44 | UInt64(word) << 20 | UInt64(target)
  }
  /// More words than a step has room for.
  static let mostWords = 1 << 24

  /// Where a step is looked for first.
  @inline(__always)
  static func slot(_ entry: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ((entry >> 20) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The state that a word leads to; 0 for none.
  @inline(__always)
  func step(_ state: UInt32, _ word: Vocabulary.WordID) -> UInt32 {
    let from = states.base[Int(state)]
    guard from.sketch >> UInt64(word % 64) & 1 == 1, word < Self.mostWords else { return from.otherwise }
    let wanted = Self.entry(state, word, 0)
    var slot = Self.slot(wanted, mask)
    while true {
      let found = steps.base[slot]
      if found >> 20 == wanted >> 20 { return UInt32(truncatingIfNeeded: found & 0xF_FFFF) }
      if found == 0 { return from.otherwise }
      slot = (slot + 1) & mask
    }
  }
}
