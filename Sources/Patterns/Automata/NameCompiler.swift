// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Makes the automaton of names: sets of positions that are reached by the same words become one state.
struct NameCompiler {
  /// More states than this are a pack's fault, not a wish: gaps in names multiply them.
  static let mostStates = 140_000

  private let set: PackSet
  private let classes: SpanClasses
  private let ids: [Vocabulary.WordID]
  private var graph = PhraseGraph()
  private var names: [NameEntry] = []
  /// The name that ends with a position; -1 for none.
  private var nameOf: [Int32] = []
  private var groups = 0

  private var sets = StateSets()
  private var steps: [(state: UInt32, word: Vocabulary.WordID, target: UInt32)] = []
  private var otherwise: [UInt32] = [0]
  /// By position: the state from which its words lead, alone, to another, and that other.
  private var singles: [(state: Int, target: UInt32)] = []
  private var pairs: [UInt64] = []
  private var taking: [Int32] = []
  private var merged: [Int32] = []

  /// nil where the states are more than `mostStates`. `ids` are the numbers in the vocabulary of the packs' words,
  /// `words` how many the vocabulary has.
  static func compile(
    _ set: PackSet, classes: SpanClasses, ids: [Vocabulary.WordID], words: Int, mostStates: Int
  ) -> NameAutomaton? {
    var compiler = NameCompiler(set, classes, ids)
    compiler.addNames()
    guard let starts = compiler.determinise(mostStates) else { return nil }
    return compiler.freeze(starts: starts, words: words)
  }

  private init(_ set: PackSet, _ classes: SpanClasses, _ ids: [Vocabulary.WordID]) {
    self.set = set
    self.classes = classes
    self.ids = ids
  }

  // MARK: Names to positions

  private mutating func addNames() {
    let all = set.nameEntries(classes)
    for (name, entry) in all.names { add(name, entry) }
    groups = all.groups
  }

  private mutating func add(_ name: PackName, _ entry: NameEntry) {
    let ends = graph.add(name.node, after: [PhraseGraph.start]) { [lists = set.lists] in lists.words(for: $0) }
    while nameOf.count < graph.symbols.count { nameOf.append(-1) }
    for end in ends { nameOf[Int(end)] = Int32(names.count) }
    names.append(entry)
  }

  // MARK: Positions to states

  private mutating func determinise(_ mostStates: Int) -> [(word: Vocabulary.WordID, state: UInt32)]? {
    let followers = graph.followers()
    singles = [(state: Int, target: UInt32)](repeating: (-1, 0), count: graph.symbols.count)
    addSteps(of: 0, by: graph.firsts(from: 0), besides: [])
    let starts = steps.map { (word: $0.word, state: $0.target) }
    steps.removeAll(keepingCapacity: true)
    var next = 1
    var after: [Int32] = []
    var free: [Int32] = []
    while next < sets.count {
      guard sets.count <= mostStates else { return nil }
      after.removeAll(keepingCapacity: true)
      free.removeAll(keepingCapacity: true)
      for position in sets[next] { after += followers[position] }
      for position in after {
        if case .any = graph.symbols[Int(position)] { free.append(position) }
      }
      if !free.isEmpty {
        free = StateSets.normalised(free)
        set(otherwise: sets.state(of: free), of: next)
      }
      addSteps(of: next, by: after, besides: free)
      next += 1
    }
    while otherwise.count < sets.count { otherwise.append(0) }
    return starts
  }

  private mutating func set(otherwise target: UInt32, of state: Int) {
    while otherwise.count <= state { otherwise.append(0) }
    otherwise[state] = target
  }

  /// Adds a step for each word that some of the positions take, to the state of those that do and of those, `free`,
  /// that take any word.
  private mutating func addSteps(of state: Int, by positions: [Int32], besides free: [Int32]) {
    pairs.removeAll(keepingCapacity: true)
    for position in positions {
      guard case .words(let words) = graph.symbols[Int(position)] else { continue }
      for word in words { pairs.append(UInt64(ids[Int(word)]) << 32 | UInt64(UInt32(position))) }
    }
    if pairs.count > 1 { pairs.sort() }
    var index = 0
    while index < pairs.count {
      let word = pairs[index] >> 32
      let first = Int(truncatingIfNeeded: pairs[index] & 0xFFFF_FFFF)
      if index + 1 == pairs.count || pairs[index + 1] >> 32 != word, singles[first].state == state {
        steps.append((UInt32(state), Vocabulary.WordID(word), singles[first].target))
        index += 1
        continue
      }
      taking.removeAll(keepingCapacity: true)
      while index < pairs.count, pairs[index] >> 32 == word {
        let position = Int32(truncatingIfNeeded: pairs[index] & 0xFFFF_FFFF)
        if taking.last != position { taking.append(position) }
        index += 1
      }
      steps.append((UInt32(state), Vocabulary.WordID(word), target(of: state, besides: free)))
    }
  }

  /// The state of the positions in `taking`. Most words are taken by one position only, and the words of one position
  /// lead to the same state.
  private mutating func target(of state: Int, besides free: [Int32]) -> UInt32 {
    let isSingle = taking.count == 1
    let first = Int(taking[0])
    // A word may stand twice in one position.
    if isSingle, singles[first].state == state { return singles[first].target }
    if !free.isEmpty { merge(free) }
    let target = sets.state(of: free.isEmpty ? taking : merged)
    if isSingle { singles[first] = (state, target) }
    return target
  }

  /// What takes a word and what takes any, as one set; both ascend.
  private mutating func merge(_ free: [Int32]) {
    merged.removeAll(keepingCapacity: true)
    var (a, b) = (0, 0)
    while a < taking.count || b < free.count {
      if b == free.count || a < taking.count && taking[a] <= free[b] {
        if b < free.count, taking[a] == free[b] { b += 1 }
        merged.append(taking[a])
        a += 1
      } else {
        merged.append(free[b])
        b += 1
      }
    }
  }

  // MARK: States to tables

  private func freeze(starts: [(word: Vocabulary.WordID, state: UInt32)], words: Int) -> NameAutomaton {
    var byFirst = [UInt32](repeating: 0, count: words)
    for (word, state) in starts { byFirst[Int(word)] = state }
    var states: [NameAutomaton.State] = []
    var accepted: [UInt32] = []
    for state in 0..<sets.count {
      states.append(
        NameAutomaton.State(sketch: 0, otherwise: otherwise[state], acceptStart: UInt32(accepted.count)))
      appendBest(of: sets[state], to: &accepted)
    }
    states.append(NameAutomaton.State(sketch: 0, otherwise: 0, acceptStart: UInt32(accepted.count)))
    // They stand state by state.
    var table = steps.map { NameAutomaton.Step(key: NameAutomaton.key(of: $0.word), target: $0.target) }
    for (state, word, _) in steps {
      states[Int(state)].sketch |= 1 << UInt64(word % 64)
      states[Int(state) + 1].stepStart += 1
    }
    for state in 0..<sets.count {
      states[state + 1].stepStart += states[state].stepStart
      table[Int(states[state].stepStart)..<Int(states[state + 1].stepStart)].sort { $0.key < $1.key }
    }
    return NameAutomaton(
      starts: FrozenArray(byFirst), openings: openings(starts, states), states: FrozenArray(states),
      steps: FrozenArray(table),
      accepted: FrozenArray(accepted), names: names, groupOf: FrozenArray(names.map(\.group)),
      classOf: FrozenArray(names.map(\.spanClass)), groups: groups)
  }

  /// The words that names begin with, each with those that may follow it.
  private func openings(
    _ starts: [(word: Vocabulary.WordID, state: UInt32)], _ states: [NameAutomaton.State]
  ) -> NameOpenings {
    var firsts = [Int: [Vocabulary.WordID]](minimumCapacity: starts.count)
    var isFirst = [Bool](repeating: false, count: sets.count)
    for (word, state) in starts {
      firsts[Int(state), default: []].append(word)
      isFirst[Int(state)] = true
    }
    var openings: [NameOpenings.Opening] = []
    for step in steps where isFirst[Int(step.state)] {
      let second = Int(step.target)
      let thirds = states[second].goingOn(before: states[second + 1])
      for word in firsts[Int(step.state)] ?? [] {
        openings.append(.init(first: word, second: step.word, thirds: thirds))
      }
    }
    return NameOpenings(openings)
  }

  /// Of each group the name that wins: one that says the kind by itself before a weak one, then the earlier.
  private func appendBest(of set: ArraySlice<Int32>, to accepted: inout [UInt32]) {
    let start = accepted.count
    // Positions ascend, so names do.
    for position in set where nameOf[Int(position)] >= 0 {
      let name = Int(nameOf[Int(position)])
      if let other = accepted[start...].firstIndex(where: { names[Int($0)].group == names[name].group }) {
        if names[Int(accepted[other])].isWeak, !names[name].isWeak { accepted[other] = UInt32(name) }
      } else {
        accepted.append(UInt32(name))
      }
    }
  }
}

/// Sets of positions, each with a number; the set 0 is empty.
private struct StateSets {
  private var positions: [Int32] = []
  private var starts: [Int] = [0, 0]
  /// Open-addressed: numbers of sets, 0 for none.
  private var slots = [UInt32](repeating: 0, count: 4096)

  var count: Int { starts.count - 1 }

  subscript(state: Int) -> ArraySlice<Int32> { positions[starts[state]..<starts[state + 1]] }

  /// The number of a set, its positions ascending and each once.
  mutating func state(of set: [Int32]) -> UInt32 {
    var index = Self.hash(set[...]) & (slots.count - 1)
    while slots[index] != 0 {
      if holds(set, Int(slots[index])) { return slots[index] }
      index = (index + 1) & (slots.count - 1)
    }
    let state = UInt32(count)
    positions += set
    starts.append(positions.count)
    slots[index] = state
    if count * 2 > slots.count { grow() }
    return state
  }

  private func holds(_ set: [Int32], _ state: Int) -> Bool {
    let start = starts[state]
    guard starts[state + 1] - start == set.count else { return false }
    for i in set.indices where positions[start + i] != set[i] { return false }
    return true
  }

  static func normalised(_ positions: [Int32]) -> [Int32] {
    var list: [Int32] = []
    for position in positions.sorted() where list.last != position { list.append(position) }
    return list
  }

  private static func hash(_ set: ArraySlice<Int32>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for position in set { hash = (hash ^ UInt64(UInt32(bitPattern: position))) &* 0x9E37_79B9_7F4A_7C15 }
    return Int(truncatingIfNeeded: hash >> 33)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for state in 1..<count {
      var index = Self.hash(self[state]) & (slots.count - 1)
      while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = UInt32(state)
    }
  }
}

extension [PackList] {
  /// What stands for lists of words inside a name; nil where the slots are something else.
  func words(for slots: [SlotType]) -> PhraseNode? {
    var alternatives: [PhraseNode] = []
    for slot in slots {
      switch slot {
      case .list(let name):
        for list in self where list.name == name { alternatives += list.entries.flatMap { $0.names.map(\.node) } }
      case .entry(let name, let key):
        for list in self where list.name == name {
          for entry in list.entries where entry.key == key { alternatives += entry.names.map(\.node) }
        }
      default: return nil
      }
    }
    return alternatives.isEmpty ? nil : .anyOf(alternatives)
  }
}
