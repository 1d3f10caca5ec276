// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Finds names and phrases in a document's tokens, in time linear in their number.
///
/// - A name never crosses the border of a sentence, cell or block; neither does a phrase.
/// - Names of kinds compete: one that lies within a longer one is not reported. The same holds within each list.
/// - A rule gives at most one match from one token on: that with the fewest tokens in gaps, then the longest.
///   A match that only repeats the end of a longer one with the same captures is not reported.
/// - Matches of different rules are all reported, by first token, then by rule.
public struct Matcher {
  private let patterns: CompiledPatterns
  private var simulation: PhraseSimulation
  /// Steps that the automata took since the matcher was made: how tests see that time is linear.
  private(set) var steps = 0

  public init(_ patterns: CompiledPatterns) {
    self.patterns = patterns
    simulation = PhraseSimulation(patterns)
  }

  /// Names and phrase matches of a whole document. `values` in any order; those that cross a sentence's border or
  /// have more than 24 tokens fill no slot.
  public mutating func matches(
    in stream: TokenStream, values: [TypedSpan]
  ) -> (names: [NameSpan], matches: [PhraseMatch]) {
    guard stream.count > 0 else { return ([], []) }
    var finder = NameFinder(patterns.names)
    var matches: [PhraseMatch] = []
    let values = values.contains(where: { $0.tokens.isEmpty }) ? values.filter { !$0.tokens.isEmpty } : values
    let sorted = values.sorted { ($0.tokens.lowerBound, $0.index) < ($1.tokens.lowerBound, $1.index) }
    var nextValue = 0
    var start = 0
    while start < stream.count {
      var end = start + 1
      while end < stream.count, stream.tokens[end].flags.isDisjoint(with: Token.Flags.borders) { end += 1 }
      let firstName = finder.spans.count
      finder.find(in: stream.tokens, sentence: start..<end)
      let firstValue = nextValue
      while nextValue < sorted.count, sorted[nextValue].tokens.lowerBound < end { nextValue += 1 }
      simulation.run(
        stream.tokens, sentence: start..<end, names: finder.spans, firstName: firstName,
        values: sorted[firstValue..<nextValue], into: &matches)
      start = end
    }
    steps += finder.steps + simulation.steps
    simulation.steps = 0
    return (finder.spans.map { finder.name($0) }, matches)
  }
}

extension Token.Flags {
  /// Where a sentence, a cell or a block begins.
  static let borders: Token.Flags = [.sentenceStart, .cellStart, .blockStart]
}
