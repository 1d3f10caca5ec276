// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Walks the automaton of names from every token that a name can begin with.
struct NameFinder {
  /// A name's place: `name` is an index into the automaton's names.
  struct Span: BitwiseCopyable {
    var start: Int32, end: Int32
    var name: UInt32
    var spanClass: Int32
  }

  private(set) var spans: [Span] = []
  private(set) var steps = 0
  private let automaton: NameAutomaton
  /// By group: the end of the last name, to know what lies within it.
  private var ends: [Int32]
  /// States with names on the way from one first token.
  private var way: [(state: UInt32, end: Int32)] = []

  init(_ automaton: NameAutomaton) {
    self.automaton = automaton
    ends = [Int32](repeating: 0, count: automaton.groups)
  }

  mutating func find(in tokens: [Token], sentence: Range<Int>) {
    for start in sentence {
      let word = Int(tokens[start].word)
      guard word < automaton.starts.count else { continue }
      var state = automaton.starts[word]
      guard state != 0 else { continue }
      way.removeAll(keepingCapacity: true)
      var at = start + 1
      while true {
        steps += 1
        if automaton.acceptStarts[Int(state)] < automaton.acceptStarts[Int(state) + 1] {
          way.append((state, Int32(at)))
        }
        guard at < sentence.upperBound else { break }
        state = step(state, tokens[at].word)
        guard state != 0 else { break }
        at += 1
      }
      accept(from: Int32(start))
    }
  }

  private func step(_ state: UInt32, _ word: Vocabulary.WordID) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(word)
    var slot = NameAutomaton.slot(key, automaton.mask)
    while true {
      let found = automaton.keys[slot]
      if found == key { return automaton.targets[slot] }
      if found == 0 { return automaton.otherwise[Int(state)] }
      slot = (slot + 1) & Int(automaton.mask)
    }
  }

  /// Of each group the longest that lies in no other.
  private mutating func accept(from start: Int32) {
    let firstSpan = spans.count
    while let (state, end) = way.popLast() {
      for index in automaton.acceptStarts[Int(state)]..<automaton.acceptStarts[Int(state) + 1] {
        let name = automaton.accepted[Int(index)]
        let entry = automaton.names[Int(name)]
        guard ends[Int(entry.group)] < end, !spans[firstSpan...].contains(where: { group($0) == entry.group }) else {
          continue
        }
        spans.append(Span(start: start, end: end, name: name, spanClass: entry.spanClass))
      }
    }
    for span in spans[firstSpan...] { ends[Int(group(span))] = span.end }
  }

  private func group(_ span: Span) -> Int32 { automaton.names[Int(span.name)].group }

  func name(_ span: Span) -> NameSpan {
    let entry = automaton.names[Int(span.name)]
    return NameSpan(
      tokens: Int(span.start)..<Int(span.end), kind: entry.kind, list: entry.list, entry: entry.entry,
      isWeak: entry.isWeak, unit: entry.unit, tier: entry.tier)
  }
}
