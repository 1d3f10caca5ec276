// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// What one lot of a row holds where a word says so: "Courses, sold in fives", "Class seats, by the dozen".
extension RowQuantities {
  private static let lots: [String: Decimal] = [
    "fives": 5, "sixes": 6, "eights": 8, "tens": 10, "dozens": 12, "twenties": 20, "fifties": 50, "hundreds": 100,
    "thousands": 1000,
  ]
  private static let sizes: [String: Decimal] = [
    "five": 5, "six": 6, "eight": 8, "ten": 10, "dozen": 12, "score": 20, "twenty": 20, "fifty": 50, "hundred": 100,
    "thousand": 1000,
  ]

  /// "3 blocks of 200 GB" beside a 3 in the column of numbers: the same blocks, told twice; what the name holds is the
  /// whole already.
  func namesLots(_ count: Decimal, of pack: Quantity, _ row: TableReading.Row) -> Bool {
    row.cells.contains { cell in
      let values = context.values(in: cell)
      if values.contains(where: { $0.value.amount == pack.amount && counts(count, $0) }) { return true }
      return zip(values, values.dropFirst()).contains { first, second in
        first.value.amount == count && second.value.amount.map { $0 * count == pack.amount } ?? false
          && (first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)).contains {
            context.isOne($0, of: Self.packs)
          }
      }
    }
  }

  /// The value multiplies that many packs already: "3 blocks of 200 GB", "three packs of 25".
  private func counts(_ count: Decimal, _ value: ValueMention) -> Bool {
    guard value.tokens.count > 2 else { return false }
    let first = context.folded(value.tokens.lowerBound)
    guard (Int(first) ?? Ordinals.cardinal(first)).map({ Decimal($0) }) == count else { return false }
    return value.tokens.dropFirst().prefix(4).contains { context.isOne($0, of: Self.packs) }
  }

  func lot(_ row: TableReading.Row, name: NameSpan, kind: Kind) -> Quantity? {
    guard kind != "sandbox", kind != "support_plan", kind != "storage",
      let cell = row.cells.first(where: { $0.contains(name.tokens.lowerBound) }), cell.count <= 24
    else { return nil }
    for token in cell.dropFirst() {
      let (word, before) = (context.folded(token), context.folded(token - 1))
      guard isSaleByLots(token - (before == "the" ? 2 : 1), token, cell) else { continue }
      let amount: Decimal? =
        switch before {
        case "in": Self.lots[word]
        case "the" where token - 2 >= cell.lowerBound && context.folded(token - 2) == "by": Self.sizes[word]
        default: nil
        }
      guard let amount else { continue }
      if countsPieces(row, lot: amount) { return nil }
      return Quantity(amount: amount, unit: name.unit ?? context.patterns.unit(of: kind))
    }
    return nil
  }

  /// "sold in fives", ", in fives" at the end of a clause; "in tens of modules" and "delivered in hundreds of cities"
  /// say something else.
  private func isSaleByLots(_ preposition: Int, _ lot: Int, _ cell: Range<Int>) -> Bool {
    guard preposition > cell.lowerBound, lot + 1 == cell.upperBound || !context.isWord(lot + 1) else { return false }
    let before = context.folded(preposition - 1)
    return [",", "(", "-", "–", "sold", "packed", "supplied", "ordered", "bought", "issued"].contains(before)
  }

  /// A 500 beside "sold by the hundred" may count the pieces.
  private func countsPieces(_ row: TableReading.Row, lot: Decimal) -> Bool {
    row.cells.enumerated().contains { column, cell in
      guard changes.counts(column, cell, reading) else { return false }
      return context.values(in: cell).contains { value in
        guard let count = value.value.amount, !value.isMoneyOrShare else { return false }
        return (count / lot).wholeNumber.map { $0 >= 1 } ?? false
      }
    }
  }
}
