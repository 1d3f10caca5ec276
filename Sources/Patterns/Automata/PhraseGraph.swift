// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a position of a phrase takes from the text.
enum PhraseSymbol: Hashable {
  /// One token with one of these words, ascending.
  case words([Vocabulary.WordID])
  /// One token of any sort: part of a gap.
  case any
  case slot([SlotType])
}

/// Phrases as automata without empty steps: each position takes one symbol, and says which may follow it (Glushkov's
/// construction). A gap of N is N positions that each may be the last of it.
struct PhraseGraph {
  var symbols: [PhraseSymbol] = []
  var follow: [[Int32]] = []

  /// Where a part of a phrase begins and ends.
  struct Fragment {
    var first: [Int32] = []
    var last: [Int32] = []
    var isNullable = true
  }

  /// Adds a phrase. `expand` gives what stands for a slot in names, nil where the slot stays one.
  mutating func add(
    _ node: PhraseNode, vocabulary: inout Vocabulary, expand: ([SlotType]) -> PhraseNode? = { _ in nil }
  ) -> Fragment {
    switch node {
    case .word(let words):
      let ids = Set(words.map { vocabulary.intern($0) })
      return position(.words(ids.sorted()))
    case .slot(let types):
      if let words = expand(types) { return add(words, vocabulary: &vocabulary, expand: expand) }
      return position(.slot(types))
    case .gap(let size):
      var gap = Fragment()
      for _ in 0..<size {
        let one = position(.any)
        if let before = gap.last.last { follow[Int(before)] += one.first } else { gap.first = one.first }
        gap.last += one.last
      }
      return gap
    case .choice(let alternatives):
      var choice = Fragment(isNullable: false)
      for alternative in alternatives {
        let part = add(alternative, vocabulary: &vocabulary, expand: expand)
        choice.first += part.first
        choice.last += part.last
        choice.isNullable = choice.isNullable || part.isNullable
      }
      return choice
    case .sequence(let parts):
      var whole = Fragment()
      for node in parts {
        let part = add(node, vocabulary: &vocabulary, expand: expand)
        for last in whole.last { follow[Int(last)] += part.first }
        if whole.isNullable { whole.first += part.first }
        whole.last = part.isNullable ? whole.last + part.last : part.last
        whole.isNullable = whole.isNullable && part.isNullable
      }
      return whole
    }
  }

  private mutating func position(_ symbol: PhraseSymbol) -> Fragment {
    let index = Int32(symbols.count)
    symbols.append(symbol)
    follow.append([])
    return Fragment(first: [index], last: [index], isNullable: false)
  }
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
