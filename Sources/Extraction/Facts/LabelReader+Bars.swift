// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Labels that stand on one line with a bar between them.
extension LabelReader {
  /// `Reference: Q-118 | Fixed term: 12 months`: each label with its value is a piece of its own.
  func partedByBars(_ segment: TextSegment) -> [TextSegment] {
    guard segment.tokens.count <= 80, segment.tokens.contains(where: isBar) else { return [segment] }
    var parts: [TextSegment] = []
    var start = segment.tokens.lowerBound
    for token in segment.tokens where isBar(token) && opensLabel(token + 1, limit: segment.tokens.upperBound) {
      if start < token {
        parts.append(TextSegment(tokens: start..<token, line: segment.line, column: segment.column + parts.count))
      }
      start = token + 1
    }
    guard start < segment.tokens.upperBound, !parts.isEmpty else { return [segment] }
    let last = start..<segment.tokens.upperBound
    return parts + [TextSegment(tokens: last, line: segment.line, column: segment.column + parts.count)]
  }

  private func isBar(_ token: Int) -> Bool {
    (context.isSign(token, 0x7C) || context.isOne(token, of: "·|•|¦")) && context.hasSpaceBefore(token)
  }

  /// A few words and a colon.
  private func opensLabel(_ token: Int, limit: Int) -> Bool {
    guard token < limit, context.isCapitalised(token) else { return false }
    return (token + 1..<max(token + 1, min(limit, token + 7))).contains { context.isSign($0, 0x3A) }
  }
}
