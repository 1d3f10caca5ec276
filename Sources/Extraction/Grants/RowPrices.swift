// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// What the rows of the order cost that words name: "of item 10", "of the two lines above".
struct RowPrices {
  let context: DocumentContext
  let tables: [TableReading]

  /// The sum of the named rows' prices, for a year where the words say so; nil where they name none, or one without a
  /// price.
  func total(in words: Range<Int>) -> Decimal? {
    let isYearly = words.contains { context.isOne($0, of: "year|annual|yearly|annum") }
    for table in tables where table.role == .lineItems {
      let rows = RowMentions(context: context).rows(in: words, of: table)
      guard !rows.isEmpty else { continue }
      let prices = rows.map { isYearly ? table.rows[$0].annual : table.rows[$0].total }
      return prices.contains(nil) ? nil : prices.compactMap { $0 }.reduce(0, +)
    }
    return nil
  }
}
