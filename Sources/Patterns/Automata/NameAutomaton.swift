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

/// All names as one deterministic automaton over words, entered at a name's first word.
struct NameAutomaton: Sendable {
  /// By word: the state after it as a name's first word; 0 for none.
  let starts: FrozenArray<UInt32>
  /// Open-addressed table of steps: `state << 32 | word` to state. `mask` is its size less one.
  let keys: FrozenArray<UInt64>
  let targets: FrozenArray<UInt32>
  let mask: UInt64
  /// The state after any word that has no step of its own; 0 for none.
  let otherwise: FrozenArray<UInt32>
  /// By state: where its names start in `accepted`; one entry more than states.
  let acceptStarts: FrozenArray<UInt32>
  /// Indices of names; of one state at most one a group, the best.
  let accepted: FrozenArray<UInt32>
  let names: [NameEntry]
  /// Of each name its group and its span class.
  let groupOf: FrozenArray<Int32>, classOf: FrozenArray<Int32>
  let groups: Int
  var states: Int { otherwise.count }

  @inline(__always)
  static func slot(_ key: UInt64, _ mask: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key &* 0x9E37_79B9_7F4A_7C15) >> 29) & mask)
  }
}
