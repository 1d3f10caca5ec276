// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// The part of a phrase that matching looks for first: of those that every match must have the one that is rare and
/// stands near the beginning.
struct AnchorChoice {
  /// How often, about, one of them stands in a thousand words.
  var cost: Float
  var words: [Vocabulary.WordID] = []
  var slots: [SlotType] = []
  /// At most so many tokens of a match stand before it.
  var before: Int
  /// Which of the phrase's parts it stands in, and how many tokens of a match stand before that part at most.
  var part = 0, partStart = 0
  /// What looking for it costs: each token that may stand before it is one more to begin at.
  private var weight: Float { cost * (1 + Float(before) / 10) }

  /// What is known of words and slots before anything is read.
  struct Estimates {
    /// How often a word stands in a thousand, by its number in the packs.
    let words: [Float]
    /// How often a slot is filled in a thousand words.
    var cost: [SlotType: Float] = [
      .number: 25, .money: 3, .percent: 3, .quantity: 3, .duration: 5, .date: 5, .recurrence: 2,
    ]
    /// The most tokens that fill it.
    var longest: [SlotType: Int] = [.name: PhraseNode.longestName]

    init(_ set: PackSet) {
      words = WordFrequency.perMille(set.words)
      var all: Float = 0
      for kind in set.kinds {
        add(.kind(kind.kind), kind.names)
        all += cost[.kind(kind.kind)] ?? 0
      }
      cost[.anyKind] = all
      longest[.anyKind] = set.kinds.map { longest[.kind($0.kind)] ?? 0 }.max() ?? 0
      for list in set.lists {
        for entry in list.entries {
          if let key = entry.key { add(.entry(list: list.name, entry: key), entry.names) }
        }
        add(.list(list.name), list.entries.flatMap(\.names))
      }
    }

    private mutating func add(_ slot: SlotType, _ names: [PackName]) {
      var sum: Float = 0
      var length = 0
      for name in names {
        let one = rarest(name.node) ?? 1
        // More than one word together are rarer than any of them.
        sum += name.node.isSingle ? one : one / 8
        length = max(length, name.node.longest { _ in PhraseNode.longestSlot })
      }
      cost[slot] = sum
      longest[slot] = min(length, PhraseNode.longestSlot)
    }

    /// The cost of the rarest part that every match has; lists inside names are too rare to be estimated.
    private func rarest(_ node: PhraseNode) -> Float? {
      switch node {
      case .gap: return nil
      case .word(let words): return words.reduce(0) { $0 + self.words[Int($1)] }
      case .slot: return 1
      case .choice(let parts):
        var sum: Float = 0
        for part in parts {
          guard let one = rarest(part) else { return nil }
          sum += one
        }
        return sum
      case .sequence(let parts): return parts.compactMap(rarest).min()
      }
    }
  }

  /// The parts that every match has, the best first; empty where nothing can be looked for.
  static func parts(of node: PhraseNode, _ estimates: Estimates) -> [AnchorChoice] {
    guard case .sequence(let nodes) = node else { return best(of: node, estimates).map { [$0] } ?? [] }
    var parts: [AnchorChoice] = []
    var before = 0
    for (index, node) in nodes.enumerated() {
      if var part = best(of: node, estimates) {
        (part.part, part.partStart) = (index, before)
        part.before += before
        parts.append(part)
      }
      before += node.longest(estimates)
    }
    // Stable: of two that cost the same the first comes first.
    return parts.enumerated().sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }.map(\.element)
  }

  private static func best(of node: PhraseNode, _ estimates: Estimates) -> AnchorChoice? {
    switch node {
    case .gap: return nil
    case .word(let words):
      return AnchorChoice(cost: words.reduce(0) { $0 + estimates.words[Int($1)] }, words: words, before: 0)
    case .slot(let types):
      // Capitals stand everywhere.
      if types.contains(.name) { return nil }
      return AnchorChoice(cost: types.reduce(0) { $0 + (estimates.cost[$1] ?? 5) }, slots: types, before: 0)
    case .choice(let alternatives):
      var whole: AnchorChoice?
      for alternative in alternatives {
        guard let part = best(of: alternative, estimates) else { return nil }
        whole = whole?.or(part) ?? part
      }
      return whole
    case .sequence: return parts(of: node, estimates).first
    }
  }

  /// Where it begins in a match, counted in tokens from one of an anchor that stands in another part.
  func place(from anchor: AnchorChoice) -> ClosedRange<Int> {
    part < anchor.part ? (partStart - anchor.before)...(-1) : 1...(max(1, before - anchor.partStart))
  }

  private func or(_ other: AnchorChoice) -> AnchorChoice {
    AnchorChoice(
      cost: cost + other.cost, words: words + other.words, slots: slots + other.slots,
      before: max(before, other.before))
  }
}

extension PhraseNode {
  /// The most tokens that a match takes.
  func longest(_ estimates: AnchorChoice.Estimates) -> Int {
    longest { estimates.longest[$0] ?? Self.longestSlot }
  }

  /// Whether anything but capitals can be looked for.
  var hasAnchor: Bool {
    switch self {
    case .gap: false
    case .word: true
    case .slot(let types): !types.contains(.name)
    case .choice(let alternatives): !alternatives.isEmpty && alternatives.allSatisfy(\.hasAnchor)
    case .sequence(let parts): parts.contains(where: \.hasAnchor)
    }
  }
}
