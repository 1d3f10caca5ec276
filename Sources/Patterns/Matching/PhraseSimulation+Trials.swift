// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a sentence's words, values and names set off.
extension PhraseSimulation {
  mutating func begin(_ sentence: Range<Int32>) {
    self.sentence = sentence
    let stretches = sentence.count >> Self.stretch + 1
    present.reset(to: 0, count: stretches * guardLanes)
    for index in 0..<stretches { present.base[index * guardLanes] = 1 << UInt64(PhraseGuards.none) }
    fillers.removeAll()
    // Arrivals are all taken when a phrase has been run.
    fillerHeads.reset(to: -1, count: sentence.count + 1)
    if arrivalHeads.count <= sentence.count { arrivalHeads.reset(to: -1, count: sentence.count + 1) }
  }

  // MARK: What the sentence has

  /// A value or name that slots may take, in the sentence under way. What is longer than slots take is left out.
  mutating func addFiller(start: Int32, end: Int32, spanClass: Int32, value: Int32, name: Int32) {
    guard end - start <= Int32(PhraseNode.longestSlot) else { return }
    let index = Int32(truncatingIfNeeded: fillers.count)
    let head = Int(start - sentence.lowerBound)
    fillers.append(
      Filler(start: start, end: end, spanClass: spanClass, value: value, name: name, next: fillerHeads[head]))
    fillerHeads[head] = index
    note(automaton.spanGuards.base[Int(spanClass)], at: start)
  }

  /// Notes what a word or span stands for among the needs of phrases.
  @inline(__always)
  mutating func note(_ guards: Int32, at token: Int32) {
    let noted = present.base + stretch(of: token) * guardLanes
    var next = self.guards + Int(guards)
    while true {
      noted[Int(next.pointee.lane)] |= next.pointee.bits
      if next.pointee.isLast != 0 { return }
      next += 1
    }
  }

  /// Tokens are noted by eight together.
  private static let stretch: Int32 = 3

  @inline(__always)
  private func stretch(of token: Int32) -> Int { Int((token - sentence.lowerBound) >> Self.stretch) }

  /// Whether what is needed begins where it must, give or take a few tokens.
  @inline(__always)
  private func has(_ need: PhraseGuards.Need, from anchor: Int32) -> Bool {
    let first = max(sentence.lowerBound, anchor + Int32(need.low))
    let last = min(sentence.upperBound - 1, anchor + Int32(need.high))
    guard first <= last else { return false }
    let (low, high) = (stretch(of: first), stretch(of: last))
    var at = UnsafePointer(present.base) + (low * guardLanes + Int(need.bit >> 6))
    for _ in low...high {
      if at.pointee >> UInt64(need.bit & 63) & 1 == 1 { return true }
      at += guardLanes
    }
    return false
  }

  // MARK: Trials

  /// Notes phrases that are looked for by a word: all its phrases, from its token on.
  @inline(__always)
  mutating func trigger(by word: TriggerWord) {
    let token = word.token
    for t in word.phraseStart..<word.phraseEnd {
      let trigger = wordPhrases[Int(t)]
      if trigger.before < 0 {
        found(phrases[Int(trigger.phrase)].rule, Thread(start: token, gaps: 0, capture: -1), token + 1)
      } else {
        tryLater(trigger, start: token)
      }
    }
  }

  /// The last value or name that begins at a token; -1 for none.
  @inline(__always)
  func filler(at token: Int32) -> Int32 { fillerHeads[Int(token - sentence.lowerBound)] }

  mutating func trigger(byFillersFrom last: Int32, at token: Int32) {
    var next = last
    while next >= 0 {
      let filler = fillers[Int(next)]
      let number = Int(filler.spanClass)
      for t in automaton.spanTriggers.base[number]..<automaton.spanTriggers.base[number + 1] {
        let trigger = automaton.spanPhrases.base[Int(t)]
        guard trigger.before < 0 else {
          tryLater(trigger, start: token)
          continue
        }
        let info = phrases[Int(trigger.phrase)]
        let position = positions[Int(targets[Int(info.firsts.start)])]
        captures.append(CaptureNode(before: -1, slot: position.low, filler: next, start: token, end: filler.end))
        found(
          info.rule, Thread(start: token, gaps: 0, capture: Int32(truncatingIfNeeded: captures.count - 1)), filler.end)
      }
      next = filler.next
    }
  }

  @inline(__always)
  private mutating func tryLater(_ trigger: PhraseAutomaton.Trigger, start: Int32) {
    guard has(trigger.needs.first, from: start), has(trigger.needs.second, from: start),
      has(trigger.needs.third, from: start)
    else { return }
    let low = max(sentence.lowerBound, start - Int32(trigger.before))
    let before = lastTrial[Int(trigger.phrase)]
    // Trials that lie close together are run as one, so that no token is passed over again and again.
    if before >= 0, trials[Int(before)].high + 8 >= low {
      var trial = trials[Int(before)]
      trial.low = min(trial.low, low)
      trial.high = max(trial.high, start)
      trials[Int(before)] = trial
    } else {
      lastTrial[Int(trigger.phrase)] = Int32(truncatingIfNeeded: trials.count)
      trials.append(Trial(phrase: trigger.phrase, low: low, high: start))
    }
  }

  /// Runs what the sentence has set off. Findings and captures stand until `clear`.
  mutating func run() {
    for index in 0..<trials.count {
      let trial = trials[index]
      lastTrial[Int(trial.phrase)] = -1
      run(trial, phrases[Int(trial.phrase)])
    }
    trials.removeAll()
  }

  /// Forgets a sentence's findings.
  mutating func clear() {
    findings.removeAll()
    captures.removeAll()
  }
}
