// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// One document's matching: sentence by sentence, first what each token sets off, then the phrases set off.
struct MatchRun: ~Copyable {
  private(set) var matches: [PhraseMatch] = []
  private let tables: PhraseTables
  private let openings: NameOpenings
  private let tokens: UnsafePointer<Token>
  private let sentences: Range<Int>
  private let values: [TypedSpan]
  private var finder: NameFinder
  private var simulation: PhraseSimulation
  private var nextValue = 0
  /// Of the sentence under way: phrases are set off when all that they may need is known.
  private var triggerWords = Stack<TriggerWord>()

  var steps: Int { finder.steps + simulation.steps }

  init(
    _ names: NameAutomaton, _ tables: PhraseTables, tokens: UnsafePointer<Token>, sentences: Range<Int>,
    values: [TypedSpan]
  ) {
    self.tables = tables
    openings = names.openings
    self.tokens = tokens
    self.sentences = sentences
    self.values = values
    finder = NameFinder(names)
    simulation = PhraseSimulation(tables.automaton, tokens: tokens)
  }

  deinit { triggerWords.free() }

  mutating func read() {
    let borders = Token.Flags.borders.rawValue
    var start = sentences.lowerBound
    while start < sentences.upperBound {
      var end = start + 1
      while end < sentences.upperBound, tokens[end].flags.rawValue & borders == 0 { end += 1 }
      read(start..<end)
      start = end
    }
  }

  func names() -> [NameSpan] {
    [NameSpan](unsafeUninitializedCapacity: finder.found.count) { names, count in
      for index in 0..<finder.found.count {
        names.initializeElement(at: index, to: finder.name(finder.found[index]))
      }
      count = finder.found.count
    }
  }

  private mutating func read(_ sentence: Range<Int>) {
    simulation.begin(Int32(sentence.lowerBound)..<Int32(sentence.upperBound))
    addValues(sentence)
    triggerWords.removeAll()
    let entries = tables.words.base
    let known = UInt32(tables.words.count)
    for at in sentence {
      let word = tokens[at].word
      guard word != Vocabulary.unknown, word < known else { continue }
      let entry = entries[Int(word)]
      let token = Int32(truncatingIfNeeded: at)
      if entry.guards != 0 { simulation.note(entry.guards, at: token) }
      if entry.phraseStart < entry.phraseEnd {
        triggerWords.append(TriggerWord(token: token, phraseStart: entry.phraseStart, phraseEnd: entry.phraseEnd))
      }
      if entry.nameState != 0, mayGoOn(entry, at, sentence.upperBound) {
        addNames(from: at, state: entry.nameState, limit: sentence.upperBound)
      }
    }
    var next = 0
    for at in sentence {
      let token = Int32(truncatingIfNeeded: at)
      let filler = simulation.filler(at: token)
      if filler >= 0 { simulation.trigger(byFillersFrom: filler, at: token) }
      if next < triggerWords.count, triggerWords[next].token == token {
        simulation.trigger(by: triggerWords[next])
        next += 1
      }
    }
    simulation.run()
    if simulation.findings.count > 0 { report() }
  }

  /// Whether a name that begins with a token's word can go on with the next ones', or end at once.
  @inline(__always)
  private func mayGoOn(_ entry: WordEntry, _ at: Int, _ limit: Int) -> Bool {
    if entry.nextNameWords == ~0 { return true }
    guard at + 1 < limit else { return false }
    let next = tokens[at + 1].word
    return entry.nextNameWords >> UInt64(next % 64) & 1 == 1
      && openings.mayBegin(tokens[at].word, next, at + 2 < limit ? tokens[at + 2].word : Vocabulary.unknown)
  }

  private mutating func addValues(_ sentence: Range<Int>) {
    while nextValue < values.count, values[nextValue].tokens.lowerBound < sentence.upperBound {
      let value = values[nextValue]
      if value.tokens.lowerBound >= sentence.lowerBound, value.tokens.upperBound <= sentence.upperBound,
        let number = SpanClasses.number(of: value.slot)
      {
        simulation.addFiller(
          start: Int32(value.tokens.lowerBound), end: Int32(value.tokens.upperBound), spanClass: number,
          value: Int32(nextValue), name: -1)
      }
      nextValue += 1
    }
  }

  private mutating func addNames(from start: Int, state: UInt32, limit: Int) {
    let first = finder.found.count
    finder.find(tokens, from: start, state: state, limit: limit)
    for index in first..<finder.found.count {
      let name = finder.found[index]
      simulation.addFiller(
        start: name.start, end: name.end, spanClass: name.spanClass, value: -1, name: Int32(index))
    }
  }

  // MARK: Reporting

  private mutating func report() {
    let findings = simulation.findings
    for index in 0..<MatchChoice.choose(from: findings, captures: simulation.captures) {
      let finding = findings[index]
      matches.append(
        PhraseMatch(
          rule: Int(finding.rule), tokens: Int(finding.start)..<Int(finding.end), captures: captures(finding.capture)))
    }
    simulation.clear()
  }

  private func captures(_ last: Int32) -> [PhraseMatch.Capture] {
    guard last >= 0 else { return [] }
    var (next, count) = (last, 0)
    while next >= 0 {
      count += 1
      next = simulation.captures[Int(next)].before
    }
    var list: [PhraseMatch.Capture] = []
    list.reserveCapacity(count)
    next = last
    while next >= 0 {
      let node = simulation.captures[Int(next)]
      list.append(capture(node))
      next = node.before
    }
    if list.count > 1 { list.reverse() }
    return list
  }

  private func capture(_ node: PhraseSimulation.CaptureNode) -> PhraseMatch.Capture {
    let tokens = Int(node.start)..<Int(node.end)
    guard node.filler >= 0 else { return PhraseMatch.Capture(slot: .name, tokens: tokens) }
    let filler = simulation.fillers[Int(node.filler)]
    return PhraseMatch.Capture(
      slot: tables.automaton.slot(node.slot, takenBy: filler.spanClass), tokens: tokens,
      valueIndex: filler.value >= 0 ? values[Int(filler.value)].index : nil,
      nameIndex: filler.name >= 0 ? Int(filler.name) : nil)
  }
}

extension Token.Flags {
  /// Where a sentence, a cell or a block begins.
  static let borders: Token.Flags = [.sentenceStart, .cellStart, .blockStart]
}
