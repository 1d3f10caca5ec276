// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Rows that go by the word that opens them ("Opening", "Roll-out", "Phase"), where several grants of a kind differ in it.
struct RowOpeners {
  let context: DocumentContext
  /// By candidate, in the order of the rows given; a row that opens with the same word as another has none.
  private var openers: [Int: String] = [:]

  init(_ context: DocumentContext, _ rows: [(index: Int, tokens: Range<Int>)]) {
    self.context = context
    guard (2...40).contains(rows.count) else { return }
    var found: [String: [Int]] = [:]
    for row in rows {
      guard let first = row.tokens.first, context.isWord(first), context.isCapitalised(first) else { continue }
      let word = context.folded(first)
      if word.utf8.count > 3 { found[word, default: []].append(row.index) }
    }
    for (word, indices) in found where indices.count == 1 && found.count > 1 { openers[indices[0]] = word }
  }

  /// Whether words on what becomes of a remainder speak of others only: "what the Opening segment leaves goes over into
  /// the Roll-out segment" is of the opening one.
  func isOfOthers(_ row: Int, _ words: Range<Int>, _ handling: UnusedHandling, in sentence: Range<Int>) -> Bool {
    guard let own = openers[row] else { return false }
    var named: [String] = []
    for token in sentence {
      let word = context.folded(token)
      if openers.values.contains(word), !named.contains(word) { named.append(word) }
    }
    guard !named.isEmpty else { return false }
    return handling == .rolls_over ? named[0] != own : !named.contains(own)
  }
}
