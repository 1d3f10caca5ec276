// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a sentence's words, values and names set off.
extension PhraseSimulation {
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
        let info = phrases[Int(trigger.phrase)]
        let position = positions[Int(targets[Int(info.firsts.start)])]
        captures.append(CaptureNode(before: -1, slot: position.low, filler: index, start: start, end: end))
        found(info.rule, Thread(start: start, gaps: 0, capture: Int32(truncatingIfNeeded: captures.count - 1)), end)
      } else {
        tryLater(trigger, start: start)
      }
    }
  }

  mutating func begin(_ sentence: Range<Int32>) {
    self.sentence = sentence
    present.update(repeating: .zero, count: guardWidth)
    present[0][0] = 1 << UInt64(PhraseGuards.none)
    fillers.removeAll()
    // Arrivals are all taken when a phrase has been run.
    fillerHeads.reset(to: -1, count: sentence.count + 1)
    if arrivalHeads.count <= sentence.count { arrivalHeads.reset(to: -1, count: sentence.count + 1) }
  }

  /// Notes what a word or span stands for among the needs of phrases.
  @inline(__always)
  mutating func note(_ guards: Int32) {
    for index in 0..<guardWidth { present[index] |= self.guards[Int(guards) + index] }
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
      let trigger = wordPhrases[Int(t)]
      let start = Int32(truncatingIfNeeded: token)
      if trigger.before < 0 {
        let rule = phrases[Int(trigger.phrase)].rule
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
      run(trial, phrases[Int(trial.trigger.phrase)])
    }
    trials.removeAll()
  }

  /// Forgets a sentence's findings.
  mutating func clear() {
    findings.removeAll()
    captures.removeAll()
  }
}
