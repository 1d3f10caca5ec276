// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// The words that recognisers look for, with what each can be. Made once with the vocabulary, then only read.
///
/// A class, for every scan and every reader of number words holds it: handing it on is one count, not six.
public final class ValueLexicon: Sendable {
  /// By word number; words that came later have no role.
  let roles: [Role]
  let meanings: [WordMeaning]
  /// Singular names of counted things, by `WordMeaning.noun`.
  let nouns: [String]
  /// What a currency sign, code or name means, by word.
  let currencies: [Vocabulary.WordID: CurrencyReading]
  /// Whose dollar: `US` to `USD`, by word.
  let nations: [Vocabulary.WordID: Nation]
  private let known: [Vocabulary.WordID]

  /// Interns all words that recognisers look for.
  public init(_ vocabulary: inout Vocabulary) {
    var builder = LexiconBuilder(vocabulary: vocabulary)
    builder.addNumbers()
    builder.addTime()
    builder.addNouns()
    builder.addGrammar()
    builder.addCurrencies()
    known = Known.allCases.map { builder.vocabulary.intern($0.spelling) }
    vocabulary = builder.vocabulary
    roles = builder.roles
    meanings = builder.meanings
    nouns = builder.nouns
    currencies = builder.currencies
    nations = builder.nations
  }

  /// The number of a word that recognisers ask for by name.
  @inline(__always)
  func id(_ word: Known) -> Vocabulary.WordID { known[word.rawValue] }
}

/// Words that recognisers ask for by name.
enum Known: Int, CaseIterable {
  case and, of, the, to, or, between, point, day, per, cent, centum, percentage, points, basis, annum
  case us, united, states, america, sterling, no, next, other, may, march, period, annual
  case semi, bi, half, quarter, quarters, mar, xx, mid, p, a, u, s, dollars, fr, yearSign, monthSign, daySign, t, on
  case x, timesSign, end, last, final, close, q, h, k, m, month, exam, certification, with, containing,
    attempt
  case but, nor, not, more, than, most, at

  var spelling: String {
    switch self {
    case .yearSign: "年"
    case .monthSign: "月"
    case .daySign: "日"
    case .timesSign: "×"
    default: String(describing: self)
    }
  }
}

/// Collects words while a lexicon is made.
struct LexiconBuilder {
  var vocabulary: Vocabulary
  var roles: [Role] = []
  var meanings: [WordMeaning] = []
  var nouns: [String] = []
  var nounIndex: [String: Int16] = [:]
  var currencies: [Vocabulary.WordID: CurrencyReading] = [:]
  var nations: [Vocabulary.WordID: Nation] = [:]

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  @discardableResult
  mutating func add(_ word: String, _ role: Role, _ set: (inout WordMeaning) -> Void = { _ in }) -> Vocabulary.WordID {
    let id = vocabulary.intern(word)
    while roles.count <= Int(id) {
      roles.append([])
      meanings.append(WordMeaning())
    }
    roles[Int(id)].formUnion(role)
    set(&meanings[Int(id)])
    return id
  }

  mutating func add(words: String, _ role: Role) {
    for word in words.split(separator: " ") { add(String(word), role) }
  }
}
