// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Makes the automaton of phrases.
struct PhraseCompiler {
  private let set: PackSet
  private let classes: SpanClasses
  /// Numbers in the vocabulary by those in the packs.
  private let ids: [Vocabulary.WordID]
  private let estimates: AnchorChoice.Estimates
  private var guards: PhraseGuards
  private var graph = PhraseGraph()
  private var phrases: [PhraseAutomaton.Phrase] = []
  private var firsts: [Int32] = []
  private var lasts: [Int32] = []
  private var wordTriggers: [(key: Int, phrase: Int32)] = []
  private var spanTriggers: [(key: Int, phrase: Int32)] = []
  private var words: [UInt32] = []
  private var slots: [[SlotType]] = []
  private var slotSets: [UInt64] = []
  private let setWidth: Int

  /// `ids` are the numbers in the vocabulary of the packs' words.
  static func compile(
    _ set: PackSet, classes: SpanClasses, ids: [Vocabulary.WordID], vocabulary: Vocabulary
  ) -> PhraseAutomaton {
    let words = vocabulary.count
    let between = CapitalisedNames.between.map { vocabulary.id(of: $0) }
    var compiler = PhraseCompiler(set, classes, ids, words: words)
    for (rule, nodes) in set.nodes.enumerated() {
      for node in nodes { compiler.add(node, rule: rule) }
    }
    return compiler.freeze(words: words, namesBetween: between.filter { $0 != Vocabulary.unknown })
  }

  private init(_ set: PackSet, _ classes: SpanClasses, _ ids: [Vocabulary.WordID], words: Int) {
    self.set = set
    self.classes = classes
    self.ids = ids
    estimates = AnchorChoice.Estimates(set)
    guards = PhraseGuards(words: words, classes: classes.count)
    setWidth = (classes.count + 63) / 64
  }

  // MARK: Phrases

  private mutating func add(_ node: PhraseNode, rule: Int) {
    let firstEdge = graph.edgeCount
    lasts += graph.add(node, after: [PhraseGraph.start])
    let firstStart = firsts.count
    firsts += graph.firsts(from: firstEdge)
    let phrase = Int32(phrases.count)
    let parts = AnchorChoice.parts(of: node, estimates)
    let anchor = parts.first
    phrases.append(
      PhraseAutomaton.Phrase(
        needed: guards.add(parts, ids: ids, classes: classes), rule: Int32(rule), firstStart: Int32(firstStart),
        firstEnd: Int32(firsts.count),
        before: Int32(anchor?.before ?? 0), isAnchorOnly: node.isSingle))
    for word in Set(anchor?.words ?? []) { wordTriggers.append((Int(ids[Int(word)]), phrase)) }
    for number in Set((anchor?.slots ?? []).flatMap(classes.classes)) { spanTriggers.append((number, phrase)) }
  }

  // MARK: Tables

  private mutating func freeze(words count: Int, namesBetween: [Vocabulary.WordID]) -> PhraseAutomaton {
    let followers = graph.followers()
    // What phrases begin with stands before what follows.
    let shift = Int32(firsts.count)
    var positions: [PhraseAutomaton.Position] = []
    positions.reserveCapacity(graph.symbols.count)
    for (index, symbol) in graph.symbols.enumerated() {
      var position = PhraseAutomaton.Position(
        sketch: 0, low: 0, high: 0, followStart: followers.starts[index] + shift,
        followEnd: followers.starts[index + 1] + shift, symbol: .any, isLast: false)
      describe(symbol, &position)
      positions.append(position)
    }
    for last in lasts { positions[Int(last)].isLast = true }
    let byWord = Self.table(wordTriggers, count: count)
    let bySpan = Self.table(spanTriggers, count: classes.count)
    let (wordGuards, distinct) = indexed(guards.ofWord)
    return PhraseAutomaton(
      phrases: FrozenArray(phrases), positions: FrozenArray(positions),
      targets: FrozenArray(firsts + followers.targets), words: FrozenArray(words), slotSets: FrozenArray(slotSets),
      setWidth: setWidth, slots: slots, wordTriggers: byWord.starts, wordPhrases: byWord.items,
      wordGuards: wordGuards, guards: FrozenArray(distinct), spanGuards: FrozenArray(guards.ofSpan),
      spanTriggers: bySpan.starts, spanPhrases: bySpan.items, taken: slots.map(taken), namesBetween: namesBetween)
  }

  private mutating func describe(_ symbol: PhraseSymbol, _ position: inout PhraseAutomaton.Position) {
    switch symbol {
    case .any: break
    case .words(let list):
      position.symbol = .words
      position.low = Int32(words.count)
      for word in list {
        let id = ids[Int(word)]
        words.append(id)
        position.sketch |= 1 << UInt64(id % 64)
      }
      position.high = Int32(words.count)
    case .slot(let types):
      position.symbol = types.contains(.name) ? .name : .slot
      position.low = Int32(slots.firstIndex(of: types) ?? slots.count)
      guard Int(position.low) == slots.count else { return }
      slots.append(types)
      var bits = [UInt64](repeating: 0, count: setWidth)
      for number in types.flatMap(classes.classes) { bits[number / 64] |= 1 << UInt64(number % 64) }
      slotSets += bits
    }
  }

  /// Sets by number, and their numbers by word; the empty set is 0.
  private func indexed(_ sets: [GuardSet]) -> (indices: [UInt32], distinct: [GuardSet]) {
    var distinct = [GuardSet.zero]
    var known: [GuardSet: UInt32] = [.zero: 0]
    let indices = sets.map { set in
      if let index = known[set] { return index }
      known[set] = UInt32(distinct.count)
      distinct.append(set)
      return UInt32(distinct.count - 1)
    }
    return (indices, distinct)
  }

  private func taken(_ slots: [SlotType]) -> [Int8] {
    var taken = [Int8](repeating: -1, count: classes.count)
    for (index, slot) in slots.enumerated().reversed() {
      for number in classes.classes(of: slot) { taken[number] = Int8(clamping: index) }
    }
    return taken
  }

  /// Phrases as lists by their key, each list ascending, for pairs are added in the order of phrases.
  private static func table(
    _ pairs: [(key: Int, phrase: Int32)], count: Int
  ) -> (starts: FrozenArray<Int32>, items: FrozenArray<Int32>) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for (key, _) in pairs { starts[key + 1] += 1 }
    for i in 0..<count { starts[i + 1] += starts[i] }
    var next = starts
    var items = [Int32](repeating: 0, count: pairs.count)
    for (key, phrase) in pairs {
      items[Int(next[key])] = phrase
      next[key] += 1
    }
    return (FrozenArray(starts), FrozenArray(items))
  }
}
