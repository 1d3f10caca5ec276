// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What a clause says of what is left of several grants, where the sentence before it names these by their numbers.
extension GeneralTerms {
  private static let longest = 40

  /// "When it closes the remainder lapses", "What is left of them on that day is forfeited."
  func speaksOfRest(_ sentence: Range<Int>) -> Bool {
    sentence.count <= Self.longest && context.names(in: sentence).contains { $0.list == "leftover" }
  }

  /// "whatever is left of either"
  func speaksOfEach(_ sentence: Range<Int>) -> Bool {
    sentence.contains { context.isOne($0, of: "either|both|each|any|all|neither") }
  }

  private static let using: WordSet = [
    "used", "use", "validity", "valid", "expiry", "redeemed", "redemption", "availed", "drawn", "claimed", "periods",
    "period", "time", "times", "limits", "deadlines", "usable", "balance", "balances",
  ]

  /// "How 2 and 3 are used.", "Use of 1 and 2.", "Validity of 3 and 4.": a title of numbers alone, of how they are used.
  func headed(by sentence: Range<Int>, _ block: Int) -> [Int]? {
    guard sentence.count <= 14, sentence.contains(where: { context.isOne($0, of: Self.using) }) else { return nil }
    let numbers = sentence.filter { token in
      Int(context.folded(token)).map { (1...60).contains($0) } ?? false
        && (context.isOne(token - 1, of: "of|and|,|or|&|how|for|under|in|to|no|nos|items|item")
          || token + 1 < sentence.upperBound && context.isOne(token + 1, of: "and|,|or|&"))
    }
    guard numbers.count > 1 else { return nil }
    let labels = Set(numbers.map { context.folded($0) })
    let meant = candidates.indices.filter { index in
      guard blocks[index] != block, candidates[index].place == nil,
        let own = context.source.blocks[blocks[index]].label
      else { return false }
      return labels.contains(NoteMarks.mark(context.source.string(own)))
    }
    return meant.count > 1 ? meant : nil
  }
}
