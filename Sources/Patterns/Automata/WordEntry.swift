// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a word sets off: the one look-up that every token costs.
struct WordEntry: BitwiseCopyable {
  /// The state of the names' automaton after it as a first word; 0 for none.
  var nameState: UInt32 = 0
  /// Range of phrases in `PhraseAutomaton.wordPhrases` that are looked for by it.
  var phraseStart: Int32 = 0, phraseEnd: Int32 = 0
  /// Where in `PhraseAutomaton.guards` begins what it stands for among the needs of phrases; 0 for nothing.
  var guards: Int32 = 0
  /// One bit for each word that a name can go on with behind it, by the word's number modulo 64; all of them where it is
  /// a name by itself or any word may follow.
  var nextNameWords: UInt64 = 0

  fileprivate static func table(_ names: NameAutomaton, _ phrases: PhraseAutomaton, words: Int) -> FrozenArray<
    WordEntry
  > {
    var entries = [WordEntry](repeating: WordEntry(), count: words)
    for word in 0..<min(words, names.starts.count) where names.starts[word] != 0 {
      let state = Int(names.starts[word])
      entries[word].nameState = names.starts[word]
      entries[word].nextNameWords = names.states[state].goingOn(before: names.states[state + 1])
    }
    for word in 0..<min(words, phrases.wordTriggers.count - 1) {
      entries[word].phraseStart = phrases.wordTriggers[word]
      entries[word].phraseEnd = phrases.wordTriggers[word + 1]
    }
    for word in 0..<min(words, phrases.wordGuards.count) { entries[word].guards = phrases.wordGuards[word] }
    return FrozenArray(entries)
  }
}

/// Some of the phrases, with what each word sets off among them.
struct PhraseTables: Sendable {
  let automaton: PhraseAutomaton
  /// By word of the vocabulary.
  let words: FrozenArray<WordEntry>

  init(_ automaton: PhraseAutomaton, _ names: NameAutomaton, words: Int) {
    self.automaton = automaton
    self.words = WordEntry.table(names, automaton, words: words)
  }
}
