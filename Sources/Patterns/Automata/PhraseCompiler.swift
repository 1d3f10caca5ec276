// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Makes an automaton of phrases.
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
  private var wordTriggers: [(key: Int, trigger: PhraseAutomaton.Trigger)] = []
  private var spanTriggers: [(key: Int, trigger: PhraseAutomaton.Trigger)] = []
  private var words: [UInt32] = []
  private var slots: [[SlotType]] = []
  private var slotSets: [UInt64] = []
  private let setWidth: Int
  /// How many positions the longest phrase has.
  private var longest = 0

  /// One automaton for each part that rules are matched in. `ids` are the numbers in the vocabulary of the packs' words,
  /// `parts` those of the rules.
  static func compile(
    _ set: PackSet, classes: SpanClasses, ids: [Vocabulary.WordID], vocabulary: Vocabulary, parts: [Matcher.Part]
  ) -> [PhraseAutomaton] {
    let words = vocabulary.count
    let between = CapitalisedNames.between.map { vocabulary.id(of: $0) }.filter { $0 != Vocabulary.unknown }
    let estimates = AnchorChoice.Estimates(set)
    return Matcher.Part.allCases.map { part in
      var compiler = PhraseCompiler(set, classes, ids, estimates, words: words)
      for (rule, nodes) in set.nodes.enumerated() where parts[rule] == part {
        for node in nodes { compiler.add(node, rule: rule) }
      }
      return compiler.freeze(words: words, namesBetween: between)
    }
  }

  private init(
    _ set: PackSet, _ classes: SpanClasses, _ ids: [Vocabulary.WordID], _ estimates: AnchorChoice.Estimates, words: Int
  ) {
    self.set = set
    self.classes = classes
    self.ids = ids
    self.estimates = estimates
    guards = PhraseGuards(words: words, classes: classes.count)
    setWidth = (classes.count + 63) / 64
  }

  // MARK: Phrases

  private mutating func add(_ node: PhraseNode, rule: Int) {
    let (firstEdge, base) = (graph.edgeCount, graph.symbols.count)
    lasts += graph.add(node, after: [PhraseGraph.start])
    let firstStart = firsts.count
    firsts += graph.firsts(from: firstEdge)
    let parts = AnchorChoice.parts(of: node, estimates)
    let anchor = parts.first
    let trigger = PhraseAutomaton.Trigger(
      phrase: Int32(phrases.count), before: node.isSingle ? -1 : Int16(clamping: anchor?.before ?? 0),
      needs: guards.add(parts, ids: ids, classes: classes))
    phrases.append(
      PhraseAutomaton.Phrase(
        rule: Int32(rule), firsts: .init(start: Int32(firstStart), firstWord: 0, end: Int32(firsts.count)),
        base: Int32(base)))
    longest = max(longest, graph.symbols.count - base)
    for word in Set(anchor?.words ?? []) { wordTriggers.append((Int(ids[Int(word)]), trigger)) }
    for number in Set((anchor?.slots ?? []).flatMap(classes.classes)) { spanTriggers.append((number, trigger)) }
  }

  // MARK: Tables

  private mutating func freeze(words count: Int, namesBetween: [Vocabulary.WordID]) -> PhraseAutomaton {
    let followers = graph.followers()
    // What phrases begin with stands before what follows.
    let shift = Int32(firsts.count)
    var positions: [PhraseAutomaton.Position] = []
    positions.reserveCapacity(graph.symbols.count)
    var taken: [UInt64] = []
    taken.reserveCapacity(graph.symbols.count)
    for (index, symbol) in graph.symbols.enumerated() {
      var position = PhraseAutomaton.Position(
        low: 0, high: 0,
        followers: .init(
          start: followers.starts[index] + shift, firstWord: 0, end: followers.starts[index + 1] + shift),
        symbol: .any, isLast: false)
      taken.append(describe(symbol, &position))
      positions.append(position)
    }
    for last in lasts { positions[Int(last)].isLast = true }
    var targets = firsts + followers.targets
    func isWord(_ target: Int32) -> Bool { positions[Int(target)].symbol == .words }
    func sort(_ range: inout PhraseAutomaton.Targets) {
      let all = Int(range.start)..<Int(range.end)
      let words = targets[all].filter { isWord($0) }
      if words.count < all.count, !words.isEmpty {
        targets.replaceSubrange(all, with: targets[all].filter { !isWord($0) } + words)
      }
      range.firstWord = range.end - Int32(words.count)
      range.words = words.reduce(0) { $0 | taken[Int($1)] }
    }
    for index in positions.indices {
      var followers = positions[index].followers
      sort(&followers)
      positions[index].followers = followers
    }
    for index in phrases.indices {
      sort(&phrases[index].firsts)
      let first = Int(phrases[index].firsts.start)..<Int(phrases[index].firsts.firstWord)
      phrases[index].opensWithName = targets[first].contains { positions[Int($0)].symbol == .name }
    }
    let byWord = Self.table(wordTriggers, count: count)
    let bySpan = Self.table(spanTriggers, count: classes.count)
    let guards = guards.tables()
    return PhraseAutomaton(
      phrases: FrozenArray(phrases), positions: FrozenArray(positions), longest: longest,
      targets: FrozenArray(targets), targetWords: FrozenArray(targets.map { taken[Int($0)] }),
      words: FrozenArray(self.words),
      slotSets: FrozenArray(slotSets), setWidth: setWidth, slots: slots, wordTriggers: byWord.starts,
      wordPhrases: byWord.items,
      spanTriggers: bySpan.starts, spanPhrases: bySpan.items, guards: FrozenArray(guards.sets),
      guardLanes: guards.lanes, wordGuards: guards.ofWord, spanGuards: FrozenArray(guards.ofSpan),
      taken: slots.map(self.taken), namesBetween: namesBetween)
  }

  /// Gives one bit for each word that it takes; all where it takes others.
  private mutating func describe(_ symbol: PhraseSymbol, _ position: inout PhraseAutomaton.Position) -> UInt64 {
    switch symbol {
    case .any: break
    case .words(let list):
      position.symbol = .words
      position.low = Int32(words.count)
      var taken: UInt64 = 0
      for id in list.map({ ids[Int($0)] }).sorted() {
        words.append(id)
        taken |= 1 << UInt64(id % 64)
      }
      position.high = Int32(words.count)
      return taken
    case .slot(let types):
      position.symbol = types.contains(.name) ? .name : .slot
      position.low = Int32(slots.firstIndex(of: types) ?? slots.count)
      guard Int(position.low) == slots.count else { break }
      slots.append(types)
      var bits = [UInt64](repeating: 0, count: setWidth)
      for number in types.flatMap(classes.classes) { bits[number / 64] |= 1 << UInt64(number % 64) }
      slotSets += bits
    }
    return ~0
  }

  private func taken(_ slots: [SlotType]) -> [Int8] {
    var taken = [Int8](repeating: -1, count: classes.count)
    for (index, slot) in slots.enumerated().reversed() {
      for number in classes.classes(of: slot) { taken[number] = Int8(clamping: index) }
    }
    return taken
  }

  /// Triggers as lists by their key, each in the order of phrases, for pairs are added so.
  private static func table(
    _ pairs: [(key: Int, trigger: PhraseAutomaton.Trigger)], count: Int
  ) -> (starts: FrozenArray<Int32>, items: FrozenArray<PhraseAutomaton.Trigger>) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for (key, _) in pairs { starts[key + 1] += 1 }
    for i in 0..<count { starts[i + 1] += starts[i] }
    var next = starts
    var items = pairs.map(\.trigger)
    for (key, trigger) in pairs {
      items[Int(next[key])] = trigger
      next[key] += 1
    }
    return (FrozenArray(starts), FrozenArray(items))
  }
}
