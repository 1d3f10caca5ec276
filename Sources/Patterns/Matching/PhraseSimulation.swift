// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Runs the automaton of phrases over one sentence after another: all positions that are reached at a token, side by
/// side, each with its best way there.
struct PhraseSimulation {
  /// A way to a position.
  struct Thread: BitwiseCopyable {
    var start: Int32
    /// Tokens in gaps.
    var gaps: Int32
    /// The last capture in `captures`; -1 for none.
    var capture: Int32
  }
  struct CaptureNode: BitwiseCopyable {
    var before: Int32
    /// Set of slots that it was taken by.
    var slot: Int32
    var span: Int32
    var start: Int32, end: Int32
  }
  struct Arrival: BitwiseCopyable {
    var position: Int32
    var next: Int32
    var thread: Thread
  }
  /// What can fill a slot from one token on.
  struct Filler: BitwiseCopyable {
    var start: Int32, end: Int32
    var spanClass: Int32
    /// A value's `index`, or -1 and the name's index in `name`.
    var value: Int32
    var name: Int32
    /// Of the same token.
    var next: Int32
  }
  struct Finding: BitwiseCopyable {
    var rule: Int32
    var start: Int32, end: Int32
    var gaps: Int32
    var capture: Int32
  }

  private let automaton: PhraseAutomaton
  var steps = 0
  private var captures: [CaptureNode] = []
  private var arrivals: [Arrival] = []
  private var fillers: [Filler] = []
  private var findings: [Finding] = []
  /// By token of the sentence: its last arrival, its last filler; -1 for none.
  private var arrivalHeads: [Int32] = []
  private var fillerHeads: [Int32] = []
  /// By position: where in `active` it is, if `stamps` says so.
  private var activeIndex: [Int32]
  private var stamps: [Int64]
  private var stamp: Int64 = 0
  private var active: [(position: Int32, thread: Thread)] = []
  /// By phrase: the window that is to be run; empty for none.
  private var windows: [Range<Int32>]
  private var pending: [Int32] = []

  init(_ patterns: CompiledPatterns) {
    automaton = patterns.phrases
    activeIndex = [Int32](repeating: 0, count: automaton.positions.count)
    stamps = [Int64](repeating: 0, count: automaton.positions.count)
    windows = [Range<Int32>](repeating: 0..<0, count: automaton.phrases.count)
  }

  mutating func run(
    _ tokens: [Token], sentence: Range<Int>, names: [NameFinder.Span], firstName: Int, values: ArraySlice<TypedSpan>,
    into matches: inout [PhraseMatch]
  ) {
    prepare(sentence, names: names, firstName: firstName, values: values)
    for i in sentence {
      let word = Int(tokens[i].word)
      if word + 1 < automaton.wordTriggers.count {
        for t in automaton.wordTriggers[word]..<automaton.wordTriggers[word + 1] {
          trigger(automaton.wordPhrases[Int(t)], at: Int32(i), end: Int32(i + 1), tokens, sentence)
        }
      }
      var filler = fillerHeads[i - sentence.lowerBound]
      while filler >= 0 {
        let span = fillers[Int(filler)]
        let number = Int(span.spanClass)
        for t in automaton.spanTriggers[number]..<automaton.spanTriggers[number + 1] {
          trigger(automaton.spanPhrases[Int(t)], at: span.start, end: span.end, tokens, sentence)
        }
        filler = span.next
      }
    }
    for phrase in pending { flush(phrase, tokens, sentence) }
    pending.removeAll(keepingCapacity: true)
    report(into: &matches)
  }

  private mutating func prepare(
    _ sentence: Range<Int>, names: [NameFinder.Span], firstName: Int, values: ArraySlice<TypedSpan>
  ) {
    captures.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    fillers.removeAll(keepingCapacity: true)
    arrivalHeads = [Int32](repeating: -1, count: sentence.count + 1)
    fillerHeads = [Int32](repeating: -1, count: sentence.count + 1)
    func add(_ tokens: Range<Int>, _ number: Int32, value: Int32, name: Int32) {
      guard tokens.upperBound <= sentence.upperBound, tokens.count <= PhraseNode.longestSlot else { return }
      let at = tokens.lowerBound - sentence.lowerBound
      fillers.append(
        Filler(
          start: Int32(tokens.lowerBound), end: Int32(tokens.upperBound), spanClass: number, value: value, name: name,
          next: fillerHeads[at]))
      fillerHeads[at] = Int32(fillers.count - 1)
    }
    for (index, span) in names[firstName...].enumerated() {
      add(Int(span.start)..<Int(span.end), span.spanClass, value: -1, name: Int32(firstName + index))
    }
    for value in values {
      guard let number = SpanClasses.values.firstIndex(of: value.slot) else { continue }
      add(value.tokens, Int32(number), value: Int32(value.index), name: -1)
    }
  }

  // MARK: Windows

  private mutating func trigger(
    _ phrase: Int32, at start: Int32, end: Int32, _ tokens: [Token], _ sentence: Range<Int>
  ) {
    let info = automaton.phrases[Int(phrase)]
    let low = max(Int32(sentence.lowerBound), start - info.before)
    let high = min(Int32(sentence.upperBound), end + info.after)
    let window = windows[Int(phrase)]
    if window.isEmpty {
      windows[Int(phrase)] = low..<high
      pending.append(phrase)
    } else {
      windows[Int(phrase)] = min(window.lowerBound, low)..<max(window.upperBound, high)
    }
  }

  private mutating func flush(_ phrase: Int32, _ tokens: [Token], _ sentence: Range<Int>) {
    let window = windows[Int(phrase)]
    windows[Int(phrase)] = 0..<0
    let info = automaton.phrases[Int(phrase)]
    for at in window.lowerBound...window.upperBound {
      collect(at, base: Int32(sentence.lowerBound))
      for (position, thread) in active {
        let symbol = automaton.positions[Int(position)]
        if symbol.isLast {
          findings.append(
            Finding(rule: info.rule, start: thread.start, end: at, gaps: thread.gaps, capture: thread.capture))
        }
        guard at < window.upperBound else { continue }
        for t in symbol.followStart..<symbol.followEnd {
          attempt(automaton.targets[Int(t)], thread, at, window.upperBound, tokens, sentence)
        }
      }
      guard at < window.upperBound else { continue }
      let thread = Thread(start: at, gaps: 0, capture: -1)
      for t in info.firstStart..<info.firstEnd {
        attempt(automaton.targets[Int(t)], thread, at, window.upperBound, tokens, sentence)
      }
    }
  }

  // MARK: Steps

  /// Takes what arrives at a token: of one position only the best thread.
  private mutating func collect(_ at: Int32, base: Int32) {
    active.removeAll(keepingCapacity: true)
    stamp += 1
    var next = arrivalHeads[Int(at - base)]
    arrivalHeads[Int(at - base)] = -1
    while next >= 0 {
      let arrival = arrivals[Int(next)]
      let position = Int(arrival.position)
      if stamps[position] == stamp {
        let index = Int(activeIndex[position])
        let known = active[index].thread
        if (arrival.thread.gaps, arrival.thread.start) < (known.gaps, known.start) {
          active[index].thread = arrival.thread
        }
      } else {
        stamps[position] = stamp
        activeIndex[position] = Int32(active.count)
        active.append((arrival.position, arrival.thread))
      }
      next = arrival.next
    }
  }

  private mutating func attempt(
    _ position: Int32, _ thread: Thread, _ at: Int32, _ limit: Int32, _ tokens: [Token], _ sentence: Range<Int>
  ) {
    steps += 1
    let symbol = automaton.positions[Int(position)]
    switch symbol.symbol {
    case .any:
      var longer = thread
      longer.gaps += 1
      arrive(position, longer, at + 1, sentence)
    case .words:
      let word = tokens[Int(at)].word
      for w in symbol.low..<symbol.high where automaton.words[Int(w)] == word {
        arrive(position, thread, at + 1, sentence)
        return
      }
    case .slot: fill(position, symbol, thread, at, limit, sentence)
    case .name:
      fill(position, symbol, thread, at, limit, sentence)
      for end in CapitalisedNames.ends(tokens, from: Int(at), limit: Int(limit)) {
        captures.append(CaptureNode(before: thread.capture, slot: symbol.low, span: -1, start: at, end: Int32(end)))
        var named = thread
        named.capture = Int32(captures.count - 1)
        arrive(position, named, Int32(end), sentence)
      }
    }
  }

  private mutating func fill(
    _ position: Int32, _ symbol: PhraseAutomaton.Position, _ thread: Thread, _ at: Int32, _ limit: Int32,
    _ sentence: Range<Int>
  ) {
    var next = fillerHeads[Int(at) - sentence.lowerBound]
    while next >= 0 {
      let filler = fillers[Int(next)]
      let bits = automaton.slotSets[Int(symbol.low) * automaton.setWidth + Int(filler.spanClass) / 64]
      if bits >> UInt64(filler.spanClass % 64) & 1 == 1, filler.end <= limit {
        captures.append(
          CaptureNode(before: thread.capture, slot: symbol.low, span: next, start: filler.start, end: filler.end))
        var filled = thread
        filled.capture = Int32(captures.count - 1)
        arrive(position, filled, filler.end, sentence)
      }
      next = filler.next
    }
  }

  private mutating func arrive(_ position: Int32, _ thread: Thread, _ at: Int32, _ sentence: Range<Int>) {
    let index = Int(at) - sentence.lowerBound
    arrivals.append(Arrival(position: position, next: arrivalHeads[index], thread: thread))
    arrivalHeads[index] = Int32(arrivals.count - 1)
  }

  // MARK: Findings

  private mutating func report(into matches: inout [PhraseMatch]) {
    guard !findings.isEmpty else { return }
    for finding in MatchChoice.chosen(findings, same: { sameCaptures($0, $1) }) {
      matches.append(
        PhraseMatch(
          rule: Int(finding.rule), tokens: Int(finding.start)..<Int(finding.end), captures: list(finding.capture)))
    }
    findings.removeAll(keepingCapacity: true)
  }

  private func sameCaptures(_ a: Int32, _ b: Int32) -> Bool {
    var (a, b) = (a, b)
    while a >= 0, b >= 0 {
      let (left, right) = (captures[Int(a)], captures[Int(b)])
      guard left.span == right.span, left.start == right.start, left.end == right.end else { return false }
      (a, b) = (left.before, right.before)
    }
    return a == b
  }

  private func list(_ last: Int32) -> [PhraseMatch.Capture] {
    var list: [PhraseMatch.Capture] = []
    var next = last
    while next >= 0 {
      let node = captures[Int(next)]
      let filler = node.span >= 0 ? fillers[Int(node.span)] : nil
      list.append(
        PhraseMatch.Capture(
          slot: slot(node, filler), tokens: Int(node.start)..<Int(node.end),
          valueIndex: filler.flatMap { $0.value >= 0 ? Int($0.value) : nil },
          nameIndex: filler.flatMap { $0.name >= 0 ? Int($0.name) : nil }))
      next = node.before
    }
    return list.reversed()
  }

  /// The slot of several alternatives that was filled.
  private func slot(_ node: CaptureNode, _ filler: Filler?) -> SlotType {
    let types = automaton.slots[Int(node.slot)]
    guard let filler else { return .name }
    return types.first { automaton.classes[$0]?.contains(Int(filler.spanClass)) ?? false } ?? types[0]
  }
}
