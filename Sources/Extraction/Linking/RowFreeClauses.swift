// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Patterns

/// Sentences of running text that open with a row's label and say that it costs nothing: "The Partial Copy Sandboxes
/// bear no fee." Found once for a table.
struct RowFreeClauses {
  /// By row: where a sentence says that it is free.
  private(set) var places: [Int: Range<Int>] = [:]

  private static let openers: WordSet = ["the", "both", "all", "these", "those", "each", "any"]
  /// No document frees its rows in more sentences; none is longer.
  private static let most = 60
  private static let longest = 40

  init(_ context: DocumentContext, _ reading: TableReading) {
    let topics = RowTopics(context, reading)
    var count = 0
    var last = -1
    for match in context.matches where context.cue(match)?.sense == .free {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      guard sentence.lowerBound != last else { continue }
      last = sentence.lowerBound
      count += 1
      if count > Self.most { break }
      if context.isTableRow(context.stream.block(of: sentence.lowerBound)) { continue }
      guard sentence.count <= Self.longest, !context.says(Self.asides, in: sentence) else { continue }
      var at = sentence.lowerBound
      while at < min(sentence.lowerBound + 4, sentence.upperBound),
        context.isOne(at, of: Self.openers) || Ordinals.cardinal(context.folded(at)) != nil
      {
        at += 1
      }
      if case .row(let row)? = topics.topic(of: at..<sentence.upperBound), places[row] == nil {
        places[row] = match.tokens
      }
    }
  }

  private static let asides: Set<Cue.Sense> = [
    .objection(.optional_purchase), .objection(.remedy), .objection(.negated), .objection(.conditional),
    .objection(.not_effective),
  ]
}
