// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// What a sentence is said of, as far as its words tell: the noun before its first finite verb.
struct SentenceSubject {
  /// The last word of the noun phrase, without what hangs on it: "contract" of "The support contract with the previous
  /// vendor ends on …".
  let head: Int
  /// From its first word to its head.
  let phrase: Range<Int>
  /// The first finite verb.
  let verb: Int

  /// Nil where the sentence opens with its verb ("Use them by …"), or in a way that does not tell.
  init?(_ sentence: Range<Int>, in context: DocumentContext) {
    let isWord = { (token: Int) in context.stream.tokens[token].tokenClass == .word }
    guard let first = sentence.first(where: isWord) else { return nil }
    var start = first
    var isOpen = true
    if context.isOne(first, of: Self.subordinators) {
      // "On expiry, the access closes"; without the comma only the word before the verb is sure.
      if let comma = context.firstIndex(of: ",", in: sentence), comma - first < 16, comma + 1 < sentence.upperBound {
        start = comma + 1
      } else {
        isOpen = false
      }
    }
    let words = start..<min(sentence.upperBound, start + 24)
    guard let verb = words.first(where: { Self.isVerb($0, from: start, context) }), verb > start,
      !words.prefix(verb - start).contains(where: { context.isOne($0, of: Self.stops) })
    else { return nil }
    self.verb = verb
    guard isOpen else {
      guard isWord(verb - 1) else { return nil }
      head = verb - 1
      phrase = (verb - 1)..<verb
      return
    }
    var end = start + 1
    while end < verb, !context.isOne(end, of: Self.breaks) { end += 1 }
    guard let head = (start..<end).last(where: isWord) else { return nil }
    self.head = head
    phrase = start..<(head + 1)
  }

  private static func isVerb(_ token: Int, from start: Int, _ context: DocumentContext) -> Bool {
    let word = context.folded(token)
    if verbs.contains(word) { return true }
    // "The hours end on 31 May": verbs that are nouns too stand behind a plural.
    guard token > start, nounsToo.contains(word) else { return false }
    let before = context.folded(token - 1)
    return before.hasSuffix("s") && !["its", "this", "s"].contains(before)
  }

  private static let stops: WordSet = [";", ":", "."]
  private static let breaks: WordSet = [
    "of", "for", "with", "in", "under", "from", "by", "to", "at", "on", "that", "which", "who", "whose", "not", "as",
    "granted", "given", "purchased", "within", "between", "after", "before", "during", "(", ",", "and", "or", "about",
    "beyond", "over", "above", "through", "than", "per", "without", "left", "where", "when", "if", "unused", "set",
    "once", "only", "also", "then", "itself", "until", "listed", "named", "shown", "described", "mentioned", "stated",
    "specified", "referred",
  ]
  private static let subordinators: WordSet = [
    "after", "until", "from", "within", "during", "on", "in", "if", "where", "for", "as", "with", "by", "unless",
    "once", "upon", "at", "to", "since", "before", "subject", "notwithstanding", "except", "save", "under", "should",
    "when", "while", "without", "because", "provided", "throughout", "although", "though", "whenever", "till", "up",
    "over", "between", "other", "apart", "besides", "despite", "of",
  ]
  private static let verbs: WordSet = [
    "is", "are", "was", "were", "shall", "must", "may", "can", "cannot", "will", "would", "should", "could", "might",
    "has", "have", "had", "does", "do", "did", "don't", "doesn't", "won't", "isn't", "aren't", "needs", "remains",
    "remain", "stays", "stay", "becomes", "become", "applies", "apply", "ends", "ended", "expires", "expire", "expired",
    "lapses", "lapse", "runs", "ran", "starts", "started", "begins", "begin", "began", "commences", "commence",
    "terminates", "terminate", "amounts", "costs", "counts", "covers", "cover", "includes", "include", "contains",
    "contain", "continues", "continue", "follows", "follow", "gives", "give", "grants", "goes", "go", "comes", "come",
    "closes", "opens", "lasts", "last", "makes", "make", "takes", "take", "falls", "fall", "stops", "passes", "serves",
    "serve", "requires", "require", "receives", "receive", "provides", "provide", "delivers", "deliver", "pays", "pay",
    "meets", "meet", "stands", "rises", "increases", "replaces", "depends", "means", "refers", "holds", "keeps",
    "ceases", "cease", "bears", "carries", "carry", "lie", "lies", "agree", "agrees", "arranges", "names", "appoints",
    "confirms", "brings", "sends", "rolls", "renews", "reverts", "survives", "survive", "accrues", "accumulates",
  ]
  private static let nounsToo: WordSet = ["end", "run", "start", "cost", "amount", "count", "close", "open", "need"]
}
