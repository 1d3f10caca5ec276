// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a position of a phrase takes from the text.
enum PhraseSymbol {
  /// One token with one of these words, by their numbers in the packs.
  case words([Vocabulary.WordID])
  /// One token of any sort: part of a gap.
  case any
  case slot([SlotType])
}

/// Phrases as automata without empty steps: each position takes one symbol, and says which may follow it (Glushkov's
/// construction). A gap of N is N positions that each may be the last of it.
struct PhraseGraph {
  /// Stands for the place before a phrase among the positions that something may follow.
  static let start: Int32 = -1

  private(set) var symbols: [PhraseSymbol] = []
  /// Pairs of a position and one that may follow it.
  private var edges: [(from: Int32, to: Int32)] = []

  /// Adds a phrase behind some positions; gives those that it may end with, `start` among them where it may be empty
  /// there. `expand` gives what stands for a slot in names, nil where the slot stays one.
  mutating func add(
    _ node: PhraseNode, after before: [Int32], expand: ([SlotType]) -> PhraseNode? = { _ in nil }
  ) -> [Int32] {
    switch node {
    case .word(let words): return [position(.words(words), after: before)]
    case .slot(let types):
      if let words = expand(types) { return add(words, after: before, expand: expand) }
      return [position(.slot(types), after: before)]
    case .gap(let size):
      var ends = before
      var last = before
      for _ in 0..<size {
        last = [position(.any, after: last)]
        ends += last
      }
      return ends
    case .choice(let alternatives):
      var ends: [Int32] = []
      var passes = false
      for alternative in alternatives {
        if alternative.isNullable {
          // What stood before stands behind too, once.
          let more = add(alternative, after: before, expand: expand)
          ends += passes ? more.filter { !before.contains($0) } : more
          passes = true
        } else {
          ends += add(alternative, after: before, expand: expand)
        }
      }
      return ends
    case .sequence(let parts):
      var ends = before
      for part in parts { ends = add(part, after: ends, expand: expand) }
      return ends
    }
  }

  private mutating func position(_ symbol: PhraseSymbol, after before: [Int32]) -> Int32 {
    let index = Int32(symbols.count)
    symbols.append(symbol)
    for from in before { edges.append((from, index)) }
    return index
  }

  /// What may follow, as lists by position.
  struct Followers {
    /// Where a position's list starts in `targets`; one entry more than positions.
    var starts: [Int32]
    var targets: [Int32]

    subscript(position: Int32) -> ArraySlice<Int32> {
      targets[Int(starts[Int(position)])..<Int(starts[Int(position) + 1])]
    }
  }

  func followers() -> Followers {
    var starts = [Int32](repeating: 0, count: symbols.count + 1)
    for edge in edges where edge.from >= 0 { starts[Int(edge.from) + 1] += 1 }
    for i in 0..<symbols.count { starts[i + 1] += starts[i] }
    var next = starts
    var targets = [Int32](repeating: 0, count: Int(starts[symbols.count]))
    for edge in edges where edge.from >= 0 {
      targets[Int(next[Int(edge.from)])] = edge.to
      next[Int(edge.from)] += 1
    }
    return Followers(starts: starts, targets: targets)
  }

  /// Positions that phrases begin with from an edge on, and how many edges there are: to tell a new phrase's.
  func firsts(from edge: Int) -> [Int32] { edges[edge...].filter { $0.from == Self.start }.map(\.to) }

  var edgeCount: Int { edges.count }
}

extension PhraseNode {
  /// How many positions its automaton has; `list` gives the size of what stands for a slot.
  func size(_ list: ([SlotType]) -> Int = { _ in 1 }) -> Int {
    switch self {
    case .word: 1
    case .slot(let types): list(types)
    case .gap(let size): size
    case .sequence(let parts), .choice(let parts): parts.reduce(0) { $0 + $1.size(list) }
    }
  }

  /// Whether it is one word or slot and nothing else.
  var isSingle: Bool {
    switch self {
    case .word, .slot: true
    default: false
    }
  }

  /// At most so many tokens long; `slot` says how long what fills a slot can be.
  func longest(_ slot: (SlotType) -> Int) -> Int {
    switch self {
    case .word: 1
    case .slot(let types): types.reduce(0) { max($0, slot($1)) }
    case .gap(let size): size
    case .sequence(let parts): parts.reduce(0) { $0 + $1.longest(slot) }
    case .choice(let parts): parts.reduce(0) { max($0, $1.longest(slot)) }
    }
  }

  /// Values and names of more tokens than this fill no slot.
  static let longestSlot = 24
  /// Eight words and what stands between them.
  static let longestName = 15
}
