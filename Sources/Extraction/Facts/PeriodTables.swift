// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Tables whose rows or columns are years.
extension TableRoleReader {
  /// `Year 1 │ 20,000 credits │ free`: periods beside what is given in them and its price.
  func ofPeriods(_ cells: TableCells) -> [TableReading.Column]? {
    guard cells.columns == 3, cells.rows.count >= 2 else { return nil }
    let reader = ColumnPeriods(context: context)
    let isFit = cells.rows.allSatisfy { row in
      reader.period(in: row[0]) != nil && context.names(in: row[1]).contains { $0.kind != nil && !$0.isWeak }
        && (context.isFree(row[2]) || cells.isFigure(row[2]))
    }
    return isFit ? [.validity, .product, .fee] : nil
  }

  /// `Fee │ 2031 │ 2032 │ …` over money: what products cost year by year, where no row grants anything else.
  func isOfYearlyPrices(_ cells: TableCells, _ periods: [TimePeriod?]) -> Bool {
    let yearly = periods.indices.filter { periods[$0] != nil && isMoney($0, cells) }
    guard yearly.count > 1, yearly.count == periods.compactMap({ $0 }).count,
      let first = (0..<cells.columns).first(where: { !yearly.contains($0) })
    else { return false }
    let heads: Set<String> = ["fee", "fees", "price", "charge", "charges", "product", "subscription", "software"]
    return !heads.isDisjoint(with: cells.headingWords(first))
      && !cells.bodyRows.contains { row in
        context.names(in: row[first]).contains { $0.kind != nil && $0.kind != "complimentary_product" }
      }
  }
}
