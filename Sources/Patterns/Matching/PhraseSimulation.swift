// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Runs the automaton of phrases, one phrase after another, where it was set off: all positions that are reached at a
/// token side by side, each with its best way there.
struct PhraseSimulation: ~Copyable {
  var steps = 0
  var captures = Stack<CaptureNode>()
  var findings = Stack<Finding>()
  var fillers = Stack<Filler>()
  let automaton: PhraseAutomaton
  let positions: UnsafePointer<PhraseAutomaton.Position>
  let targets: UnsafePointer<Int32>
  let targetWords: UnsafePointer<UInt64>
  let words: UnsafePointer<UInt32>
  let phrases: UnsafePointer<PhraseAutomaton.Phrase>
  let wordPhrases: UnsafePointer<PhraseAutomaton.Trigger>
  let guards: UnsafePointer<GuardLane>
  let guardLanes: Int
  var arrivals = Stack<Arrival>()
  var active = Stack<Active>()
  var trials = Stack<Trial>()
  /// By token of the sentence: its last arrival, its last filler; -1 for none.
  var arrivalHeads = Stack<Int32>()
  var fillerHeads = Stack<Int32>()
  /// By position of the phrase that is run: where in `active` it is, if `stamps` says so.
  let activeIndex: UnsafeMutablePointer<Int32>
  let stamps: UnsafeMutablePointer<Int>
  var stamp = 0
  /// By phrase: its last trial of this sentence, if there is one.
  let lastTrial: UnsafeMutablePointer<Int32>
  var tokens: UnsafePointer<Token>
  var sentence: Range<Int32> = 0..<0
  /// What the sentence has of the needs of phrases, stretch by stretch: `guardLanes` elements for each.
  var present = Stack<UInt64>()
  /// Arrivals not yet collected.
  var live = 0

  init(_ automaton: PhraseAutomaton, tokens: UnsafePointer<Token>) {
    self.automaton = automaton
    self.tokens = tokens
    positions = automaton.positions.base
    targets = automaton.targets.base
    targetWords = automaton.targetWords.base
    words = automaton.words.base
    phrases = automaton.phrases.base
    wordPhrases = automaton.wordPhrases.base
    guards = automaton.guards.base
    guardLanes = automaton.guardLanes
    activeIndex = .allocate(capacity: automaton.longest)
    activeIndex.initialize(repeating: 0, count: automaton.longest)
    stamps = .allocate(capacity: automaton.longest)
    stamps.initialize(repeating: 0, count: automaton.longest)
    lastTrial = .allocate(capacity: automaton.phrases.count)
    lastTrial.initialize(repeating: -1, count: automaton.phrases.count)
  }

  deinit {
    captures.free()
    findings.free()
    fillers.free()
    arrivals.free()
    active.free()
    trials.free()
    present.free()
    arrivalHeads.free()
    fillerHeads.free()
    activeIndex.deallocate()
    stamps.deallocate()
    lastTrial.deallocate()
  }

  // MARK: Running

  mutating func run(_ trial: Trial, _ phrase: PhraseAutomaton.Phrase) {
    var at = trial.low
    while true {
      let isEnd = at >= sentence.upperBound
      // Most ways end at a word that cannot follow: one bit tells of all positions that may come next.
      let bit: UInt64 = isEnd ? 0 : 1 << UInt64(tokens[Int(at)].word % 64)
      if live > 0 {
        collect(at, base: phrase.base)
        for index in 0..<active.count {
          let reached = active[index]
          let position = positions[Int(reached.position)]
          if position.isLast {
            found(phrase.rule, reached.thread, at)
          }
          if !isEnd { advance(position.followers, bit, reached.thread, at) }
        }
      }
      if isEnd { break }
      if at <= trial.high {
        if phrase.firsts.words & bit != 0 || mayFill(phrase, at) {
          advance(phrase.firsts, bit, Thread(start: at, gaps: 0, capture: -1), at)
        }
      } else if live == 0 {
        break
      }
      at += 1
    }
    arrivals.removeAll()
  }

  mutating func found(_ rule: Int32, _ thread: Thread, _ end: Int32) {
    findings.append(Finding(rule: rule, start: thread.start, end: end, gaps: thread.gaps, capture: thread.capture))
  }

  /// Takes what arrives at a token: of one position only the best thread.
  private mutating func collect(_ at: Int32, base: Int32) {
    active.removeAll()
    stamp += 1
    let head = Int(at - sentence.lowerBound)
    var next = arrivalHeads[head]
    arrivalHeads[head] = -1
    while next >= 0 {
      let arrival = arrivals[Int(next)]
      let position = Int(arrival.position - base)
      if stamps[position] == stamp {
        let index = Int(activeIndex[position])
        if arrival.thread.isBetter(than: active[index].thread) {
          active[index] = Active(position: arrival.position, thread: arrival.thread)
        }
      } else {
        stamps[position] = stamp
        activeIndex[position] = Int32(truncatingIfNeeded: active.count)
        active.append(Active(position: arrival.position, thread: arrival.thread))
      }
      live -= 1
      next = arrival.next
    }
  }

  /// Tries the positions that may come next with the token here, `bit` its word's.
  @inline(__always)
  private mutating func advance(_ next: PhraseAutomaton.Targets, _ bit: UInt64, _ thread: Thread, _ at: Int32) {
    if next.start < next.firstWord { pass(next.start..<next.firstWord, thread, at) }
    if next.words & bit != 0 { read(next.firstWord..<next.end, bit, thread, at) }
  }

  /// Whether a slot that a phrase begins with may be filled from here on; a phrase begins with no gap.
  @inline(__always)
  private func mayFill(_ phrase: PhraseAutomaton.Phrase, _ at: Int32) -> Bool {
    guard phrase.firsts.start < phrase.firsts.firstWord else { return false }
    return phrase.opensWithName || fillerHeads[Int(at - sentence.lowerBound)] >= 0
  }

  /// Goes on through gaps and slots.
  private mutating func pass(_ range: Range<Int32>, _ thread: Thread, _ at: Int32) {
    for t in range {
      steps += 1
      let target = targets[Int(t)]
      let position = positions[Int(target)]
      switch position.symbol {
      case .words: break
      case .any:
        var longer = thread
        longer.gaps += 1
        arrive(target, longer, at + 1)
      case .slot: fill(target, position, thread, at)
      case .name:
        fill(target, position, thread, at)
        fillName(target, position, thread, at)
      }
    }
  }

  /// Goes on through words.
  private mutating func read(_ range: Range<Int32>, _ bit: UInt64, _ thread: Thread, _ at: Int32) {
    let word = tokens[Int(at)].word
    for t in range {
      steps += 1
      guard targetWords[Int(t)] & bit != 0 else { continue }
      let target = targets[Int(t)]
      if takes(positions[Int(target)], word) { arrive(target, thread, at + 1) }
    }
  }

  @inline(__always)
  private func takes(_ position: PhraseAutomaton.Position, _ word: Vocabulary.WordID) -> Bool {
    // They ascend.
    for index in position.low..<position.high where words[Int(index)] >= word { return words[Int(index)] == word }
    return false
  }

  private mutating func fill(_ target: Int32, _ position: PhraseAutomaton.Position, _ thread: Thread, _ at: Int32) {
    var next = fillerHeads[Int(at - sentence.lowerBound)]
    while next >= 0 {
      let filler = fillers[Int(next)]
      let number = Int(filler.spanClass)
      let bits = automaton.slotSets.base[Int(position.low) * automaton.setWidth + number / 64]
      if bits >> UInt64(number % 64) & 1 == 1, filler.end <= sentence.upperBound {
        capture(
          target, position, thread,
          CaptureNode(before: thread.capture, slot: position.low, filler: next, start: at, end: filler.end))
      }
      next = filler.next
    }
  }

  private mutating func fillName(_ target: Int32, _ position: PhraseAutomaton.Position, _ thread: Thread, _ at: Int32) {
    for end in CapitalisedNames.ends(
      tokens, from: Int(at), limit: Int(sentence.upperBound), between: automaton.namesBetween)
    {
      capture(
        target, position, thread,
        CaptureNode(before: thread.capture, slot: position.low, filler: -1, start: at, end: Int32(end)))
    }
  }

  private mutating func capture(
    _ target: Int32, _ position: PhraseAutomaton.Position, _ thread: Thread, _ node: CaptureNode
  ) {
    captures.append(node)
    var filled = thread
    filled.capture = Int32(truncatingIfNeeded: captures.count - 1)
    arrive(target, filled, node.end)
  }

  @inline(__always)
  private mutating func arrive(_ position: Int32, _ thread: Thread, _ at: Int32) {
    let head = Int(at - sentence.lowerBound)
    arrivals.append(Arrival(position: position, next: arrivalHeads[head], thread: thread))
    arrivalHeads[head] = Int32(truncatingIfNeeded: arrivals.count - 1)
    live += 1
  }
}
