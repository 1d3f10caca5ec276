// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// A name's place. `name` is an index into the automaton's names.
struct FoundName: BitwiseCopyable {
  var start: Int32, end: Int32
  var name: UInt32
  var spanClass: Int32
}

/// Walks the automaton of names from a token that a name can begin with.
struct NameFinder: ~Copyable {
  private(set) var found: Stack<FoundName>
  private(set) var steps = 0
  private let automaton: NameAutomaton
  /// By group: the end of the last name, to know what lies within it.
  private let ends: UnsafeMutablePointer<Int32>
  /// States with names on the way from one first token.
  private var way = Stack<(state: UInt32, end: Int32)>()

  init(_ automaton: NameAutomaton) {
    self.automaton = automaton
    found = Stack()
    ends = .allocate(capacity: automaton.groups)
    ends.initialize(repeating: 0, count: automaton.groups)
  }

  deinit {
    found.free()
    way.free()
    ends.deallocate()
  }

  /// Forgets what was found, for another document.
  mutating func reset() {
    found.removeAll()
    ends.update(repeating: 0, count: automaton.groups)
  }

  /// Names from a token on that has brought the automaton to a state, up to the sentence's end.
  mutating func find(_ tokens: UnsafePointer<Token>, from start: Int, state first: UInt32, limit: Int) {
    var state = first
    var at = start + 1
    let states = automaton.states.base
    while true {
      steps += 1
      if states[Int(state)].acceptStart < states[Int(state) + 1].acceptStart { way.append((state, Int32(at))) }
      guard at < limit else { break }
      state = automaton.step(state, tokens[at].word)
      guard state != 0 else { break }
      at += 1
    }
    if way.count > 0 { accept(from: Int32(start)) }
  }

  /// Of each group the longest that lies in no other.
  private mutating func accept(from start: Int32) {
    while let (state, end) = way.popLast() {
      for index in automaton.states.base[Int(state)].acceptStart..<automaton.states.base[Int(state) + 1].acceptStart {
        let name = automaton.accepted.base[Int(index)]
        let group = Int(automaton.groupOf.base[Int(name)])
        // A longer one of the group, from here or from before, has its end there.
        guard ends[group] < end else { continue }
        ends[group] = end
        found.append(FoundName(start: start, end: end, name: name, spanClass: automaton.classOf.base[Int(name)]))
      }
    }
  }

  func name(_ span: FoundName) -> NameSpan { automaton.name(span.name, at: Int(span.start)..<Int(span.end)) }
}

extension NameAutomaton {
  func name(_ number: UInt32, at tokens: Range<Int>) -> NameSpan {
    let entry = names[Int(number)]
    // The names of kinds come first, so that their numbers are those among kinds.
    return NameSpan(
      tokens: tokens, kind: entry.kind, list: entry.list, entry: entry.entry, isWeak: entry.isWeak, unit: entry.unit,
      tier: entry.tier, number: entry.kind == nil ? nil : Int(number))
  }

  /// All names of kinds that lie in a range, those too that lie in a longer one. Takes as long as the square of the
  /// range: for a name's few tokens, not for sentences.
  func kinds(in range: Range<Int>, of stream: TokenStream) -> [NameSpan] {
    var found: [NameSpan] = []
    for start in range {
      let first = stream.tokens[start].word
      guard Int(first) < starts.count else { continue }
      var state = starts.base[Int(first)]
      var at = start + 1
      while state != 0 {
        for index in states.base[Int(state)].acceptStart..<states.base[Int(state) + 1].acceptStart {
          let name = accepted.base[Int(index)]
          if names[Int(name)].kind != nil { found.append(self.name(name, at: start..<at)) }
        }
        guard at < range.upperBound else { break }
        state = step(state, stream.tokens[at].word)
        at += 1
      }
    }
    return found
  }
}
