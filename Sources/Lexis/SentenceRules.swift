// SPDX-License-Identifier: GPL-3.0-or-later

/// Where sentences start: after `.`, `!` or `?` with white space behind it, but for abbreviations.
struct SentenceRules: Sendable {
  private let stops: Set<Vocabulary.WordID>
  private let period: Vocabulary.WordID
  private let abbreviations: Set<Vocabulary.WordID>
  private let companyForms: Set<Vocabulary.WordID>
  private let openers: Set<Vocabulary.WordID>

  init(_ vocabulary: Vocabulary) {
    func ids(_ words: String) -> Set<Vocabulary.WordID> {
      var set = Set(words.split(separator: " ").map { vocabulary.id(of: $0) })
      set.remove(Vocabulary.unknown)
      return set
    }
    stops = ids(". ! ?")
    period = vocabulary.id(of: ".")
    abbreviations = ids(Self.abbreviationWords)
    companyForms = ids(Self.companyWords)
    openers = ids(Self.openerWords)
  }

  /// Words that a period after them does not end a sentence with.
  static let abbreviationWords =
    "no nos nr sec art approx e.g i.e eg ie etc vs cf fig mr mrs ms dr prof st jr sr para cl pp vol ed dept est incl excl "
    + "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri attn tel ref ext max min hr hrs"
  /// Forms of companies: their period ends a sentence only before a word that opens one.
  static let companyWords = "inc ltd corp co llc plc bv nv sa ag gmbh pty pte limited l.p lp"
  static let openerWords =
    "the this these those such any all each every no if in it its for upon unless where when we you our your a an as at "
    + "by customer client subscriber supplier vendor provider licensee licensor company both neither either on after "
    + "before during to with without"

  /// All words that must be in the vocabulary for these rules to see them.
  static var words: [String] {
    (abbreviationWords + " " + companyWords + " " + openerWords + " . ! ?").split(separator: " ").map(String.init)
  }

  func mark(_ tokens: inout [Token]) {
    guard tokens.count > 1 else { return }
    for i in 1..<tokens.count where tokens[i - 1].tokenClass == .sign && stops.contains(tokens[i - 1].word) {
      guard tokens[i].flags.contains(.spaceBefore) else { continue }
      if opens(tokens, i) { tokens[i].flags.insert(.sentenceStart) }
    }
  }

  private func opens(_ tokens: [Token], _ i: Int) -> Bool {
    let next = tokens[i]
    let upper = next.flags.contains(.capitalised) || next.tokenClass != .word
    guard tokens[i - 1].word == period, i >= 2 else { return upper }
    let before = tokens[i - 2]
    if before.tokenClass == .word {
      if abbreviations.contains(before.word) { return false }
      if companyForms.contains(before.word) { return upper && openers.contains(next.word) }
      // An initial: `J. Smith`, `U. S.`.
      if before.end - before.start == 1, before.flags.contains(.capitalised) {
        return upper && openers.contains(next.word)
      }
    }
    return upper
  }
}

extension Vocabulary {
  /// A vocabulary that already has what sentence rules look for.
  public static func withSentenceWords() -> Vocabulary {
    var vocabulary = Vocabulary()
    for word in SentenceRules.words { _ = vocabulary.intern(word) }
    return vocabulary
  }
}
