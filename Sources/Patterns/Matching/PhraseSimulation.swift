// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Runs the automaton of phrases, one phrase after another, where it was set off: all positions that are reached at a
/// token side by side, each with its best way there.
struct PhraseSimulation: ~Copyable {
  var steps = 0
  private(set) var captures = Stack<CaptureNode>()
  private(set) var findings = Stack<Finding>()
  private(set) var fillers = Stack<Filler>()
  private let automaton: PhraseAutomaton
  private let positions: UnsafePointer<PhraseAutomaton.Position>
  private let targets: UnsafePointer<Int32>
  private let targetWords: UnsafePointer<UInt64>
  private let words: UnsafePointer<UInt32>
  private var arrivals = Stack<Arrival>()
  private var active = Stack<Active>()
  private var trials = Stack<Trial>()
  /// By token of the sentence: its last arrival, its last filler; -1 for none.
  private var arrivalHeads = Stack<Int32>()
  private var fillerHeads = Stack<Int32>()
  /// By position of the phrase that is run: where in `active` it is, if `stamps` says so.
  private let activeIndex: UnsafeMutablePointer<Int32>
  private let stamps: UnsafeMutablePointer<Int>
  private var stamp = 0
  /// By phrase: its last trial of this sentence, if there is one.
  private let lastTrial: UnsafeMutablePointer<Int32>
  private var tokens: UnsafePointer<Token>
  private var sentence: Range<Int32> = 0..<0
  /// What the sentence has of the needs of phrases.
  private let present: UnsafeMutablePointer<GuardBits>
  /// Arrivals not yet collected.
  private var live = 0

  init(_ automaton: PhraseAutomaton, tokens: UnsafePointer<Token>) {
    self.automaton = automaton
    self.tokens = tokens
    positions = automaton.positions.base
    targets = automaton.targets.base
    targetWords = automaton.targetWords.base
    words = automaton.words.base
    activeIndex = .allocate(capacity: automaton.longest)
    activeIndex.initialize(repeating: 0, count: automaton.longest)
    stamps = .allocate(capacity: automaton.longest)
    stamps.initialize(repeating: 0, count: automaton.longest)
    lastTrial = .allocate(capacity: automaton.phrases.count)
    lastTrial.initialize(repeating: -1, count: automaton.phrases.count)
    present = .allocate(capacity: automaton.guardWidth)
    present.initialize(repeating: .zero, count: automaton.guardWidth)
  }

  deinit {
    captures.free()
    findings.free()
    fillers.free()
    arrivals.free()
    active.free()
    trials.free()
    arrivalHeads.free()
    fillerHeads.free()
    activeIndex.deallocate()
    stamps.deallocate()
    lastTrial.deallocate()
    present.deallocate()
  }

  // MARK: Fillers and trials

  /// A value or name that slots may take, in the sentence under way; notes the phrases that are looked for by it.
  /// What is longer than slots take is left out.
  mutating func addFiller(start: Int32, end: Int32, spanClass: Int32, value: Int32, name: Int32) {
    guard end - start <= Int32(PhraseNode.longestSlot) else { return }
    let index = Int32(truncatingIfNeeded: fillers.count)
    let head = Int(start - sentence.lowerBound)
    fillers.append(
      Filler(start: start, end: end, spanClass: spanClass, value: value, name: name, next: fillerHeads[head]))
    fillerHeads[head] = index
    let number = Int(spanClass)
    note(automaton.spanGuards.base[number])
    for t in automaton.spanTriggers.base[number]..<automaton.spanTriggers.base[number + 1] {
      let trigger = automaton.spanPhrases.base[Int(t)]
      if trigger.before < 0 {
        let info = automaton.phrases.base[Int(trigger.phrase)]
        let position = positions[Int(targets[Int(info.firstStart)])]
        captures.append(CaptureNode(before: -1, slot: position.low, filler: index, start: start, end: end))
        found(info.rule, Thread(start: start, gaps: 0, capture: Int32(truncatingIfNeeded: captures.count - 1)), end)
      } else {
        tryLater(trigger, start: start)
      }
    }
  }

  mutating func begin(_ sentence: Range<Int32>) {
    self.sentence = sentence
    present.update(repeating: .zero, count: automaton.guardWidth)
    present[0][0] = 1 << UInt64(PhraseGuards.none)
    fillers.removeAll()
    // Arrivals are all taken when a phrase has been run.
    fillerHeads.reset(to: -1, count: sentence.count + 1)
    if arrivalHeads.count <= sentence.count { arrivalHeads.reset(to: -1, count: sentence.count + 1) }
  }

  /// Notes what a word or span stands for among the needs of phrases.
  @inline(__always)
  mutating func note(_ guards: Int32) {
    for index in 0..<automaton.guardWidth { present[index] |= automaton.guards.base[Int(guards) + index] }
  }

  @inline(__always)
  private func has(_ need: Int32) -> Bool {
    let bits = UnsafeRawPointer(present).load(fromByteOffset: Int(need >> 6) * 8, as: UInt64.self)
    return bits >> UInt64(need & 63) & 1 == 1
  }

  /// Notes phrases that are looked for by a word.
  @inline(__always)
  mutating func triggerByWord(_ entry: WordEntry, at token: Int) {
    for t in entry.phraseStart..<entry.phraseEnd {
      let trigger = automaton.wordPhrases.base[Int(t)]
      let start = Int32(truncatingIfNeeded: token)
      if trigger.before < 0 {
        let rule = automaton.phrases.base[Int(trigger.phrase)].rule
        found(rule, Thread(start: start, gaps: 0, capture: -1), start + 1)
      } else {
        tryLater(trigger, start: start)
      }
    }
  }

  @inline(__always)
  private mutating func tryLater(_ trigger: PhraseAutomaton.Trigger, start: Int32) {
    let low = max(sentence.lowerBound, start - trigger.before)
    let last = lastTrial[Int(trigger.phrase)]
    // Trials that lie close together are run as one, so that no token is passed over again and again.
    if last >= 0, trials[Int(last)].high + 8 >= low {
      var trial = trials[Int(last)]
      trial.low = min(trial.low, low)
      trial.high = max(trial.high, start)
      trials[Int(last)] = trial
    } else {
      lastTrial[Int(trigger.phrase)] = Int32(truncatingIfNeeded: trials.count)
      trials.append(Trial(trigger: trigger, low: low, high: start))
    }
  }

  /// Runs what the sentence has set off. Findings and captures stand until `clear`.
  mutating func run() {
    for index in 0..<trials.count {
      let trial = trials[index]
      lastTrial[Int(trial.trigger.phrase)] = -1
      guard has(trial.trigger.firstNeed), has(trial.trigger.secondNeed) else { continue }
      run(trial, automaton.phrases.base[Int(trial.trigger.phrase)])
    }
    trials.removeAll()
  }

  /// Forgets a sentence's findings.
  mutating func clear() {
    findings.removeAll()
    captures.removeAll()
  }

  // MARK: Running

  private mutating func run(_ trial: Trial, _ phrase: PhraseAutomaton.Phrase) {
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
          if position.nextWords & bit != 0 { advance(position.followStart, position.followEnd, reached.thread, at) }
        }
      }
      if isEnd { break }
      if at <= trial.high {
        if phrase.firstWords & bit != 0 {
          advance(phrase.firstStart, phrase.firstEnd, Thread(start: at, gaps: 0, capture: -1), at)
        }
      } else if live == 0 {
        break
      }
      at += 1
    }
    arrivals.removeAll()
  }

  private mutating func found(_ rule: Int32, _ thread: Thread, _ end: Int32) {
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

  /// Tries the positions that may come next with the token here.
  @inline(__always)
  private mutating func advance(_ low: Int32, _ high: Int32, _ thread: Thread, _ at: Int32) {
    let word = tokens[Int(at)].word
    let bit: UInt64 = 1 << UInt64(word % 64)
    for t in low..<high {
      steps += 1
      guard targetWords[Int(t)] & bit != 0 else { continue }
      let target = targets[Int(t)]
      let position = positions[Int(target)]
      switch position.symbol {
      case .words:
        if takes(position, word) { arrive(target, thread, at + 1) }
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
