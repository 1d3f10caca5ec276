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
  /// Steps that the automata took since the matcher was made: how tests see that time is linear.
  private(set) var steps = 0

  /// A matcher of these patterns; it may be used for one document after another.
  public init(_ patterns: CompiledPatterns) { self.patterns = patterns }

  /// The rules that a text is matched against at a time.
  public enum Part: Int, Sendable, CaseIterable {
    /// Those that are looked for everywhere.
    case everywhere
    /// Those that are asked about a sentence at a time: most texts grant nothing, and need not be asked what speaks
    /// against a grant.
    case asides
    /// Those that link something to a grant (`links` in packs); asked about a sentence at a time too.
    case links

    /// The part that a rule's role says.
    public init(of rule: PhraseRule) { self = rule.role == .link ? .links : .everywhere }
  }

  /// Names and matches of all rules in a whole document: `matches(in:values:of:)` for all parts.
  public mutating func matches(
    in stream: TokenStream, values: [TypedSpan]
  ) -> (names: [NameSpan], matches: [PhraseMatch]) {
    var (names, all) = matches(in: stream, values: values, of: .everywhere)
    for part in Part.allCases where part != .everywhere {
      all = all.merged(with: matches(in: stream, values: values, of: part).matches)
    }
    return (names, all)
  }

  /// Names and phrase matches of a whole document, or of whole sentences of it, from the first one's first token to the
  /// last one's last; the names that captures count are then those of these sentences. `values` in any order; those that
  /// cross a sentence's border or have more than 24 tokens fill no slot.
  public mutating func matches(
    in stream: TokenStream, sentences: Range<Int>? = nil, values: [TypedSpan], of part: Part
  ) -> (names: [NameSpan], matches: [PhraseMatch]) {
    let sentences = sentences ?? 0..<stream.count
    let sorted = Self.sorted(values, tokens: stream.count)
    return stream.tokens.withUnsafeBufferPointer { tokens in
      guard let base = tokens.baseAddress, !sentences.isEmpty else { return ([], []) }
      var run = MatchRun(
        patterns.names, patterns.phrases(of: part), tokens: base, sentences: sentences, values: sorted)
      run.read()
      steps += run.steps
      return (run.names(), run.matches)
    }
  }

  /// Values that stand in the text, by first token.
  private static func sorted(_ values: [TypedSpan], tokens: Int) -> [TypedSpan] {
    var isSorted = true
    var last = 0
    for value in values {
      if value.tokens.isEmpty || value.tokens.lowerBound < last || value.tokens.upperBound > tokens { isSorted = false }
      last = value.tokens.lowerBound
    }
    if isSorted { return values }
    return values.filter { !$0.tokens.isEmpty && $0.tokens.upperBound <= tokens }
      .sorted { ($0.tokens.lowerBound, $0.index) < ($1.tokens.lowerBound, $1.index) }
  }
}

extension [PhraseMatch] {
  /// Matches of other rules in the same text among these: by first token, then by rule.
  public func merged(with others: [PhraseMatch]) -> [PhraseMatch] {
    if others.isEmpty { return self }
    var merged: [PhraseMatch] = []
    merged.reserveCapacity(count + others.count)
    var next = others[...]
    for match in self {
      while let other = next.first, (other.tokens.lowerBound, other.rule) < (match.tokens.lowerBound, match.rule) {
        merged.append(other)
        next.removeFirst()
      }
      merged.append(match)
    }
    return merged + next
  }
}
