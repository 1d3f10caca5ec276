// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a word sets off: the one look-up that every token costs.
struct WordEntry: BitwiseCopyable {
  /// The state of the names' automaton after it as a first word; 0 for none.
  var nameState: UInt32 = 0
  /// Range of phrases in `PhraseAutomaton.wordPhrases` that are looked for by it.
  var phraseStart: Int32 = 0, phraseEnd: Int32 = 0
  /// Index in `PhraseAutomaton.guards`; 0 for none.
  var guards: UInt32 = 0

  static func table(_ names: NameAutomaton, _ phrases: PhraseAutomaton, words: Int) -> FrozenArray<WordEntry> {
    var entries = [WordEntry](repeating: WordEntry(), count: words)
    for word in 0..<min(words, names.starts.count) { entries[word].nameState = names.starts[word] }
    for word in 0..<min(words, phrases.wordTriggers.count - 1) {
      entries[word].phraseStart = phrases.wordTriggers[word]
      entries[word].phraseEnd = phrases.wordTriggers[word + 1]
    }
    for word in 0..<min(words, phrases.wordGuards.count) { entries[word].guards = phrases.wordGuards[word] }
    return FrozenArray(entries)
  }
}
