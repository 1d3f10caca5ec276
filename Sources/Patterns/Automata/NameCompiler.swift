// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Makes the automaton of names: sets of positions that are reached by the same words become one state.
struct NameCompiler {
  /// More states than this are a pack's fault, not a wish: gaps in names multiply them.
  static let mostStates = 60_000

  private var graph = PhraseGraph()
  private var names: [NameEntry] = []
  private var isLast: [Int32: Int] = [:]
  private var first: [Int32] = []
  private var groups = 1

  private var sets: [[Int32]] = [[]]
  private var stateOf: [[Int32]: UInt32] = [:]
  private var steps: [(key: UInt64, target: UInt32)] = []
  private var otherwise: [UInt32] = [0]

  /// nil where the states are too many.
  static func compile(
    _ set: PackSet, classes: SpanClasses, vocabulary: inout Vocabulary, mostStates: Int
  ) -> NameAutomaton? {
    var compiler = NameCompiler()
    compiler.add(set, classes: classes, vocabulary: &vocabulary)
    guard let starts = compiler.determinise(mostStates) else { return nil }
    return compiler.freeze(starts: starts, words: vocabulary.count)
  }

  // MARK: Names to positions

  private mutating func add(_ set: PackSet, classes: SpanClasses, vocabulary: inout Vocabulary) {
    for kind in set.kinds {
      let number = Int32(classes.number(of: kind.kind))
      for name in kind.names {
        let entry = NameEntry(
          kind: kind.kind, list: nil, entry: nil, unit: name.unit, tier: name.tier, isWeak: name.isWeak,
          spanClass: number, group: 0)
        add(name, entry, set, &vocabulary)
      }
    }
    for list in set.lists {
      for (index, sub) in list.entries.enumerated() {
        let number = Int32(classes.number(ofEntry: index, in: list.name))
        for name in sub.names {
          let entry = NameEntry(
            kind: nil, list: list.name, entry: sub.key, unit: name.unit, tier: name.tier, isWeak: name.isWeak,
            spanClass: number, group: Int32(groups))
          add(name, entry, set, &vocabulary)
        }
      }
      groups += 1
    }
  }

  private mutating func add(_ name: PackName, _ entry: NameEntry, _ set: PackSet, _ vocabulary: inout Vocabulary) {
    let fragment = graph.add(name.node, vocabulary: &vocabulary) { set.words(for: $0) }
    first += fragment.first
    for position in fragment.last { isLast[position] = names.count }
    names.append(entry)
  }

  // MARK: Positions to states

  private mutating func determinise(_ mostStates: Int) -> [(word: Vocabulary.WordID, state: UInt32)]? {
    var starts: [(word: Vocabulary.WordID, state: UInt32)] = []
    for (word, positions) in byWord(first) { starts.append((word, state(of: positions))) }
    var next = 1
    while next < sets.count {
      guard sets.count <= mostStates else { return nil }
      let set = sets[next]
      var after: [Int32] = []
      for position in set { after += graph.follow[Int(position)] }
      let free = normalised(after.filter { graph.symbols[Int($0)] == .any })
      if !free.isEmpty { otherwise[next] = state(of: free) }
      for (word, positions) in byWord(after) {
        let target = state(of: free.isEmpty ? positions : normalised(positions + free))
        steps.append((UInt64(next) << 32 | UInt64(word), target))
      }
      next += 1
    }
    return starts
  }

  /// Positions that take a word, by that word, ascending.
  private func byWord(_ positions: [Int32]) -> [(Vocabulary.WordID, [Int32])] {
    var pairs: [UInt64] = []
    for position in positions {
      guard case .words(let words) = graph.symbols[Int(position)] else { continue }
      for word in words { pairs.append(UInt64(word) << 32 | UInt64(UInt32(position))) }
    }
    pairs.sort()
    var list: [(Vocabulary.WordID, [Int32])] = []
    for pair in pairs {
      let word = Vocabulary.WordID(pair >> 32)
      let position = Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF)
      if let last = list.last, last.0 == word {
        if last.1.last != position { list[list.count - 1].1.append(position) }
      } else {
        list.append((word, [position]))
      }
    }
    return list
  }

  private func normalised(_ positions: [Int32]) -> [Int32] {
    var list: [Int32] = []
    for position in positions.sorted() where list.last != position { list.append(position) }
    return list
  }

  private mutating func state(of positions: [Int32]) -> UInt32 {
    if let state = stateOf[positions] { return state }
    let state = UInt32(sets.count)
    sets.append(positions)
    otherwise.append(0)
    stateOf[positions] = state
    return state
  }

  // MARK: States to tables

  private func freeze(starts: [(word: Vocabulary.WordID, state: UInt32)], words: Int) -> NameAutomaton {
    var byFirst = [UInt32](repeating: 0, count: words)
    for (word, state) in starts { byFirst[Int(word)] = state }
    var size = 64
    while size < steps.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var targets = [UInt32](repeating: 0, count: size)
    let mask = UInt64(size - 1)
    for (key, target) in steps {
      var slot = NameAutomaton.slot(key, mask)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      targets[slot] = target
    }
    var acceptStarts: [UInt32] = []
    var accepted: [UInt32] = []
    for set in sets {
      acceptStarts.append(UInt32(accepted.count))
      accepted += best(set)
    }
    acceptStarts.append(UInt32(accepted.count))
    return NameAutomaton(
      starts: FrozenArray(byFirst), keys: FrozenArray(keys), targets: FrozenArray(targets), mask: mask,
      otherwise: FrozenArray(otherwise), acceptStarts: FrozenArray(acceptStarts), accepted: FrozenArray(accepted),
      names: names, groupOf: FrozenArray(names.map(\.group)), classOf: FrozenArray(names.map(\.spanClass)),
      groups: groups)
  }

  /// Of each group the name that wins: one that says the kind by itself before a weak one, then the earlier.
  private func best(_ set: [Int32]) -> [UInt32] {
    var best: [UInt32] = []
    for name in Set(set.compactMap { isLast[$0] }).sorted() {
      if let other = best.firstIndex(where: { names[Int($0)].group == names[name].group }) {
        if names[Int(best[other])].isWeak, !names[name].isWeak { best[other] = UInt32(name) }
      } else {
        best.append(UInt32(name))
      }
    }
    return best
  }
}

extension PackSet {
  /// What stands for lists of words inside a name; nil where the slots are something else.
  func words(for slots: [SlotType]) -> PhraseNode? {
    var alternatives: [PhraseNode] = []
    for slot in slots {
      switch slot {
      case .list(let name):
        for list in lists where list.name == name { alternatives += list.entries.flatMap { $0.names.map(\.node) } }
      case .entry(let name, let key):
        for list in lists where list.name == name {
          for entry in list.entries where entry.key == key { alternatives += entry.names.map(\.node) }
        }
      default: return nil
      }
    }
    return alternatives.isEmpty ? nil : .anyOf(alternatives)
  }
}
