// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Reads what an amendment does to quoted words: "the words 'A' become 'B'", "the line 'A' is taken out".
struct WordChangeReader {
  let context: DocumentContext

  func changes() -> [WordChange] {
    var changes: [WordChange] = []
    for block in context.source.blocks.indices {
      let tokens = context.stream.tokens(ofBlock: block)
      let quoted = Quotations(context: context).ranges(in: tokens)
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
      return !behind.contains { context.isOne($0, of: "replaced|become|becomes") }
    }
    // "Delete the line 'A'."
    let before = max(start, quoted.lowerBound - 6)..<quoted.lowerBound
    return before.contains {
      context.isOne($0, of: "delete|deletes|remove|removes|strike|strikes|omit")
    }
  }
}
