// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Reads what an amendment does to quoted words: "the words 'A' become 'B'", "the line 'A' is taken out".
struct WordChangeReader {
  let context: DocumentContext

  func changes() -> [WordChange] {
    var changes: [WordChange] = []
    for block in context.source.blocks.indices {
      let tokens = context.stream.tokens(ofBlock: block)
      let quoted = quotations(in: tokens)
      var index = 0
      while index < quoted.count {
        let next = index + 1 < quoted.count ? quoted[index + 1] : nil
        if let next, isReplaced(quoted[index].upperBound..<next.lowerBound) {
          changes.append(change(quoted[index], next, tokens))
          index += 2
          continue
        }
        let end = next?.lowerBound ?? tokens.upperBound
        if isRemoved(around: quoted[index], until: end, from: tokens.lowerBound) {
          changes.append(change(quoted[index], nil, tokens))
        }
        index += 1
      }
    }
    return changes
  }

  private func change(_ old: Range<Int>, _ new: Range<Int>?, _ tokens: Range<Int>) -> WordChange {
    let place = tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 80)
    return WordChange(
      old: context.text(old), new: new.map { context.text($0) }, evidence: context.evidence(.amendment, place))
  }

  /// Tokens between quotation marks.
  private func quotations(in tokens: Range<Int>) -> [Range<Int>] {
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

  private func isReplaced(_ between: Range<Int>) -> Bool {
    guard between.count <= 8 else { return false }
    let words: Set<String> = [
      "become", "becomes", "replaced", "read", "reads", "changed", "amended", "substituted", "by", "with", "superseded",
    ]
    return between.contains { words.contains(context.folded($0)) }
  }

  private func isRemoved(around quoted: Range<Int>, until end: Int, from start: Int) -> Bool {
    let words: Set<String> = ["deleted", "removed", "struck", "out", "withdrawn", "cancelled", "omitted", "dropped"]
    let behind = quoted.upperBound..<min(end, quoted.upperBound + 8)
    if behind.contains(where: { words.contains(context.folded($0)) }) {
      return !behind.contains { ["replaced", "become", "becomes"].contains(context.folded($0)) }
    }
    // "Delete the line 'A'."
    let before = max(start, quoted.lowerBound - 6)..<quoted.lowerBound
    return before.contains {
      ["delete", "deletes", "remove", "removes", "strike", "strikes", "omit"].contains(context.folded($0))
    }
  }
}
