// SPDX-License-Identifier: GPL-3.0-or-later
import Patterns

/// The facts that packs have phrases for, each with a number; made once with the packs.
struct FactSubjects: Sendable {
  /// By rule the number of the fact that it speaks of, -1 for rules of other roles.
  let byRule: [Int32]
  private let numbers: [String: Int]

  var count: Int { numbers.count }

  init(_ patterns: CompiledPatterns) {
    var numbers: [String: Int] = [:]
    byRule = patterns.rules.map { rule in
      guard rule.role == .fact else { return -1 }
      let number = numbers[rule.subject] ?? numbers.count
      numbers[rule.subject] = number
      return Int32(number)
    }
    self.numbers = numbers
  }

  func number(of subject: String) -> Int? { numbers[subject] }
}

/// Where the packs' fact phrases stand, by the fact that they speak of. Found once; every reader looks only there.
struct FactPlaces {
  let context: DocumentContext
  /// By number of the subject.
  private let bySubject: [[PhraseMatch]]

  init(_ context: DocumentContext) {
    self.context = context
    let subjects = context.factSubjects
    var bySubject = [[PhraseMatch]](repeating: [], count: subjects.count)
    for match in context.matches {
      let subject = subjects.byRule[match.rule]
      if subject >= 0, !context.isUnticked(match.tokens.lowerBound) { bySubject[Int(subject)].append(match) }
    }
    for subject in bySubject.indices where bySubject[subject].count > 1 {
      bySubject[subject].sort { ($0.tokens.lowerBound, $0.rule) < ($1.tokens.lowerBound, $1.rule) }
    }
    self.bySubject = bySubject
  }

  /// Matches of phrases for a fact, in text order.
  func matches(_ subject: String) -> [PhraseMatch] {
    context.factSubjects.number(of: subject).map { bySubject[$0] } ?? []
  }

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
