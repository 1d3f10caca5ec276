// SPDX-License-Identifier: GPL-3.0-or-later
import Patterns

/// Where the packs' fact phrases stand, by the fact that they speak of. Found once; every reader looks only there.
struct FactPlaces {
  let context: DocumentContext
  private let bySubject: [String: [PhraseMatch]]

  init(_ context: DocumentContext) {
    self.context = context
    // By rule first: there are far more matches than rules.
    var byRule = [[PhraseMatch]](repeating: [], count: context.patterns.rules.count)
    for match in context.matches where context.patterns.rules[match.rule].role == .fact {
      byRule[match.rule].append(match)
    }
    var bySubject: [String: [PhraseMatch]] = [:]
    for (rule, matches) in byRule.enumerated() where !matches.isEmpty {
      bySubject[context.patterns.rules[rule].subject, default: []] += matches
    }
    for subject in bySubject.keys {
      bySubject[subject]?.sort { ($0.tokens.lowerBound, $0.rule) < ($1.tokens.lowerBound, $1.rule) }
    }
    self.bySubject = bySubject
  }

  /// Matches of phrases for a fact, in text order.
  func matches(_ subject: String) -> [PhraseMatch] { bySubject[subject] ?? [] }

  /// What the phrase's rule says of itself (`gives:` in the pack).
  func gives(_ match: PhraseMatch, _ key: String) -> String? { context.patterns.rules[match.rule].gives[key] }

  /// Sentences with a phrase for a fact, each once, in text order.
  func sentences(_ subject: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in matches(subject) {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      if found.last != sentence { found.append(sentence) }
    }
    return found
  }
}
