// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Makes the automaton of phrases.
struct PhraseCompiler {
  private var graph = PhraseGraph()
  private var phrases: [PhraseAutomaton.Phrase] = []
  private var targets: [Int32] = []
  private var isLast: Set<Int32> = []
  private var triggersByWord: [(word: Vocabulary.WordID, phrase: Int32)] = []
  private var triggersByClass: [(number: Int, phrase: Int32)] = []
  private let set: PackSet
  private let classes: SpanClasses
  private let estimates: AnchorChoice.Estimates

  static func compile(_ set: PackSet, classes: SpanClasses, vocabulary: inout Vocabulary) -> PhraseAutomaton {
    var compiler = PhraseCompiler(set: set, classes: classes)
    for (rule, nodes) in set.nodes.enumerated() {
      for node in nodes { compiler.add(node, rule: rule, vocabulary: &vocabulary) }
    }
    return compiler.freeze(words: vocabulary.count)
  }

  private init(set: PackSet, classes: SpanClasses) {
    self.set = set
    self.classes = classes
    estimates = AnchorChoice.Estimates(set)
  }

  // MARK: Phrases

  private mutating func add(_ node: PhraseNode, rule: Int, vocabulary: inout Vocabulary) {
    let fragment = graph.add(node, vocabulary: &vocabulary)
    let start = targets.count
    targets += fragment.first
    isLast.formUnion(fragment.last)
    let phrase = Int32(phrases.count)
    let anchor = AnchorChoice.best(of: node, estimates)
    phrases.append(
      PhraseAutomaton.Phrase(
        rule: Int32(rule), firstStart: Int32(start), firstEnd: Int32(targets.count), before: Int32(anchor?.before ?? 0),
        isAnchorOnly: node.isSingle))
    for word in anchor?.words ?? [] { triggersByWord.append((vocabulary.intern(word), phrase)) }
    for slot in anchor?.slots ?? [] {
      for number in classes.classes(of: slot) { triggersByClass.append((number, phrase)) }
    }
  }

  // MARK: Tables

  private mutating func freeze(words count: Int) -> PhraseAutomaton {
    var positions: [PhraseAutomaton.Position] = []
    var words: [UInt32] = []
    var slots: [[SlotType]] = []
    var sets: [UInt64] = []
    let width = (classes.count + 63) / 64
    for (index, symbol) in graph.symbols.enumerated() {
      let followStart = targets.count
      targets += graph.follow[index]
      var position = PhraseAutomaton.Position(
        sketch: 0, low: 0, high: 0, followStart: Int32(followStart), followEnd: Int32(targets.count), symbol: .any,
        isLast: isLast.contains(Int32(index)))
      switch symbol {
      case .any: break
      case .words(let ids):
        position.symbol = .words
        position.low = Int32(words.count)
        words += ids
        position.high = Int32(words.count)
        for id in ids { position.sketch |= 1 << UInt64(id % 64) }
      case .slot(let types):
        position.symbol = types.contains(.name) ? .name : .slot
        if let known = slots.firstIndex(of: types) {
          position.low = Int32(known)
        } else {
          position.low = Int32(slots.count)
          slots.append(types)
          var bits = [UInt64](repeating: 0, count: width)
          for type in types {
            for number in classes.classes(of: type) { bits[number / 64] |= 1 << UInt64(number % 64) }
          }
          sets += bits
        }
      }
      positions.append(position)
    }
    let byWord = Self.table(triggersByWord.map { (Int($0.word), $0.phrase) }, count: count)
    let byClass = Self.table(triggersByClass, count: classes.count)
    return PhraseAutomaton(
      phrases: FrozenArray(phrases), positions: FrozenArray(positions), targets: FrozenArray(targets),
      words: FrozenArray(words), slotSets: FrozenArray(sets), setWidth: width, slots: slots,
      wordTriggers: byWord.starts, wordPhrases: byWord.items, spanTriggers: byClass.starts, spanPhrases: byClass.items,
      taken: slots.map(taken))
  }

  private func taken(_ slots: [SlotType]) -> [Int8] {
    var taken = [Int8](repeating: -1, count: classes.count)
    for (index, slot) in slots.enumerated().reversed() {
      for number in classes.classes(of: slot) { taken[number] = Int8(clamping: index) }
    }
    return taken
  }

  /// Pairs as lists by their first member.
  private static func table(_ pairs: [(Int, Int32)], count: Int) -> (
    starts: FrozenArray<Int32>, items: FrozenArray<Int32>
  ) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for (key, _) in pairs { starts[key + 1] += 1 }
    for i in 0..<count { starts[i + 1] += starts[i] }
    var next = starts
    var items = [Int32](repeating: 0, count: pairs.count)
    for (key, item) in pairs.sorted(by: { $0.1 < $1.1 }) {
      items[Int(next[key])] = item
      next[key] += 1
    }
    return (FrozenArray(starts), FrozenArray(items))
  }
}
