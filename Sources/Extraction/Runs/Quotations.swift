// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands between quotation marks.
struct Quotations {
  let context: DocumentContext

  /// Token ranges without their marks, in order, within one block.
  func ranges(in tokens: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for token in tokens {
      let flags = context.stream.tokens[token].flags
      if start == nil, flags.contains(.quoteBefore), hasQuoteAtStart(token) { start = token }
      if let first = start, hasQuoteAtEnd(token) {
        found.append(first..<(token + 1))
        start = nil
      }
    }
    return found
  }

  /// Whether the mark touches the token: the flag alone does not tell an opening mark from the one before it.
  private func hasQuoteAtStart(_ token: Int) -> Bool {
    let at = Int(context.stream.tokens[token].start)
    return at > 0 && !isSpace(context.source.utf8[at - 1])
  }

  /// By the mark itself: before a full stop the flag stands on the wrong token.
  private func hasQuoteAtEnd(_ token: Int) -> Bool {
    let at = Int(context.stream.tokens[token].end)
    let rest = context.source.utf8[at...].prefix(3)
    return Self.closers.contains { rest.starts(with: $0) }
  }

  private static let closers = ["\u{201D}", "\u{2019}", "\u{201C}", "\u{00BB}", "\"", "'"].map { Array($0.utf8) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}
