// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Labels that stand at the end of what belongs to another.
extension LabelReader {
  /// `6 Wharf Road, Start: | 1 May 2031`: a label that ends the cell of another's value, with a colon behind it.
  func trailing(_ segments: [TextSegment]) -> [Label] {
    var found: [Label] = []
    for (segment, next) in zip(segments, segments.dropFirst()) where segment.line == next.line {
      let colon = segment.tokens.upperBound - 1
      guard segment.tokens.count > 2, context.stream.tokens[colon].tokenClass == .sign, context.folded(colon) == ":",
        let date = context.dates(in: next.tokens.prefixRange(6)).first, date.tokens.lowerBound == next.tokens.lowerBound
      else { continue }
      for length in stride(from: min(4, segment.tokens.count - 1), through: 1, by: -1) {
        let start = colon - length
        guard context.isCapitalised(start), start > segment.tokens.lowerBound,
          let kind = LabelNames.kind(context.words(start..<colon).joined(separator: " ")),
          [.termStart, .termEnd].contains(kind)
        else { continue }
        found.append(Label(kind: kind, name: start..<(colon + 1), value: next.tokens))
        break
      }
    }
    return found
  }
}
