// SPDX-License-Identifier: GPL-3.0-or-later
import Patterns
import Synchronization

/// Matches of rules that are not looked for everywhere, but in the sentences that someone asks about. Each sentence is
/// read once.
final class AskedMatches: Sendable {
  private let part: Matcher.Part
  /// By the first token of their sentence.
  private let known = Mutex<[Int: [PhraseMatch]]>([:])

  init(_ part: Matcher.Part) { self.part = part }

  /// Those that start in the range, in order.
  func matches(in range: Range<Int>, of context: DocumentContext) -> [PhraseMatch] {
    var found: [PhraseMatch] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let sentence = context.sentence(of: at)
      let all = known.withLock { known in
        if let matches = known[sentence.lowerBound] { return matches }
        let matches = Self.matches(in: sentence, of: context, part)
        known[sentence.lowerBound] = matches
        return matches
      }
      found += all.filter { range.contains($0.tokens.lowerBound) }
      at = sentence.upperBound
    }
    return found
  }

  private static func matches(
    in sentence: Range<Int>, of context: DocumentContext, _ part: Matcher.Part
  ) -> [PhraseMatch] {
    var matcher = Matcher(context.patterns)
    let values = DocumentContext.spans(context.values(in: sentence))
    let matches = matcher.matches(in: context.matched, sentences: sentence, values: values, of: part).matches
    let names = context.names.partition { $0.tokens.lowerBound >= sentence.lowerBound }
    return matches.map { $0.countingNames(from: names) }
  }
}

extension PhraseMatch {
  /// The same match, whose names were counted from those of its sentence on, with a document's names.
  fileprivate func countingNames(from first: Int) -> PhraseMatch {
    var match = self
    for index in match.captures.indices {
      match.captures[index].nameIndex = captures[index].nameIndex.map { $0 + first }
    }
    return match
  }
}
