// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a phrase that matching looks for first: the rarest of those that every match must have.
struct AnchorChoice {
  /// How often, about, one of them stands in a thousand words.
  var cost: Double
  var words: Set<String> = []
  var slots: Set<SlotType> = []
  /// At most so many tokens of a match stand before it.
  var before: Int

  /// What is known of slots before anything is read.
  struct Estimates {
    /// How often a slot is filled in a thousand words.
    var cost: [SlotType: Double] = [
      .number: 25, .money: 3, .percent: 3, .quantity: 3, .duration: 5, .date: 5, .recurrence: 2,
    ]
    /// The most tokens that fill it.
    var longest: [SlotType: Int] = [.name: PhraseNode.longestName]

    /// Adds kinds and lists, by their names.
    init(_ set: PackSet) {
      var all = 0.0
      for kind in set.kinds {
        add(.kind(kind.kind), kind.names, set)
        all += cost[.kind(kind.kind)] ?? 0
      }
      cost[.anyKind] = all
      longest[.anyKind] = set.kinds.map { longest[.kind($0.kind)] ?? 0 }.max() ?? 0
      for list in set.lists {
        for entry in list.entries {
          if let key = entry.key { add(.entry(list: list.name, entry: key), entry.names, set) }
        }
        add(.list(list.name), list.entries.flatMap(\.names), set)
      }
    }

    /// Nothing is known: enough to see whether a phrase has an anchor at all.
    init() {}

    private mutating func add(_ slot: SlotType, _ names: [PackName], _ set: PackSet) {
      var sum = 0.0
      var length = 0
      for name in names {
        // Lists inside names are too rare to be estimated.
        let one = AnchorChoice.best(of: name.node, Estimates())?.cost ?? 1
        sum += name.node.isSingle ? one : one / 8
        length = max(length, name.node.longest { _ in PhraseNode.longestSlot })
      }
      cost[slot] = sum
      longest[slot] = min(length, PhraseNode.longestSlot)
    }
  }

  static func best(of node: PhraseNode, _ estimates: Estimates) -> AnchorChoice? {
    switch node {
    case .gap: return nil
    case .word(let words):
      return AnchorChoice(cost: words.reduce(0) { $0 + WordFrequency.perMille($1) }, words: Set(words), before: 0)
    case .slot(let types):
      // Capitals stand everywhere.
      if types.contains(.name) { return nil }
      return AnchorChoice(
        cost: types.reduce(0) { $0 + (estimates.cost[$1] ?? 5) }, slots: Set(types), before: 0)
    case .choice(let alternatives):
      var whole: AnchorChoice?
      for alternative in alternatives {
        guard let part = best(of: alternative, estimates) else { return nil }
        whole = whole?.or(part) ?? part
      }
      return whole
    case .sequence(let parts):
      var best: AnchorChoice?
      var before = 0
      for part in parts {
        if !part.isNullable, var anchor = Self.best(of: part, estimates) {
          anchor.before += before
          if best.map({ anchor.cost < $0.cost }) ?? true { best = anchor }
        }
        before += part.longest { estimates.longest[$0] ?? PhraseNode.longestSlot }
      }
      return best
    }
  }

  private func or(_ other: AnchorChoice) -> AnchorChoice {
    AnchorChoice(
      cost: cost + other.cost, words: words.union(other.words), slots: slots.union(other.slots),
      before: max(before, other.before))
  }
}
