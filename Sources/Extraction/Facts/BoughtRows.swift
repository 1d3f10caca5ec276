// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import ValueRecognition

/// Rows without headings that say what was bought: "Training credits │ 40 │ $95.00 each │ $3,800.00".
struct BoughtRows {
  let context: DocumentContext
  let cells: TableCells

  /// No order lists more columns in such rows.
  private static let most = 8

  /// What the columns hold, where in every row a number times a price is its last sum.
  func columns() -> [TableReading.Column]? {
    guard (4...Self.most).contains(cells.columns), !cells.rows.isEmpty, cells.rows.count <= 40,
      let first = cells.rows.first
    else { return nil }
    let last = cells.columns - 1
    for count in 1..<(last - 1) {
      for price in (count + 1)..<last where isRate(first[price]) {
        guard cells.rows.allSatisfy({ isBought($0, count: count, price: price, total: last) }) else { continue }
        var columns = [TableReading.Column](repeating: .other, count: cells.columns)
        (columns[0], columns[count], columns[price], columns[last]) = (.product, .quantity, .unitPrice, .total)
        return columns
      }
    }
    return nil
  }

  private func isBought(_ row: [Range<Int>], count: Int, price: Int, total: Int) -> Bool {
    guard row[0].contains(where: { context.isWord($0) }), !cells.isFigure(row[0]), row[count].count <= 4,
      let number = number(row[count]), number > 0, isRate(row[price]), let each = cells.amount(row[price]),
      let sum = cells.amount(row[total])
    else { return false }
    return each * number == sum
  }

  private func number(_ cell: Range<Int>) -> Decimal? {
    for value in context.values(in: cell) {
      switch value.value {
      case .number(let amount), .quantity(let amount, _, _): return amount
      case .duration(let duration): return duration.amount
      default: continue
      }
    }
    return nil
  }

  private static let rates: WordSet = ["each", "apiece", "per", "a", "an", "/", "@", "every"]

  /// "$95.00 each", "£140.00 an hour"
  private func isRate(_ cell: Range<Int>) -> Bool {
    cell.count <= 8 && cell.contains { context.isOne($0, of: Self.rates) } && cells.amount(cell) != nil
  }
}
