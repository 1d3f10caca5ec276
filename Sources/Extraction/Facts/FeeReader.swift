// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Adds up what recurs: net subscription fees per year and over the term, as the lines give them or the sums say.
struct FeeReader {
  let context: DocumentContext
  let term: Term

  /// Fees of all tables of line items. Nil where a ramp or different spans leave the yearly fee open.
  func fees(_ tables: inout [TableReading], _ items: [LineItem]) -> Fees {
    var annual: Decimal? = 0
    var total: Decimal? = 0
    var any = false
    for index in tables.indices where tables[index].role == .lineItems {
      let cells = TableCells(context, table: tables[index].table)
      if let fees = YearlyFees(context: context, cells: cells).fees(tables[index]) {
        annual = sum(annual, fees.annual)
        total = sum(total, fees.total)
        any = true
        continue
      }
      for row in tables[index].rows.indices {
        guard let item = tables[index].rows[row].lineItem.flatMap({ items[safe: $0] }) else { continue }
        settle(&tables[index].rows[row], item)
        let line = tables[index].rows[row]
        guard line.isRecurring != false, line.total != nil || line.annual != nil else { continue }
        any = true
        annual = sum(annual, line.annual)
        total = sum(total, line.total)
      }
    }
    guard any else { return Fees() }
    if annual == nil, total == nil { return stated(tables) }
    return Fees(annual: annual, total: total)
  }

  private func sum(_ a: Decimal?, _ b: Decimal?) -> Decimal? {
    guard let a, let b else { return nil }
    return a + b
  }

  /// Works out a row's yearly price from its total, or the other way round, where it runs for the whole term.
  private func settle(_ row: inout TableReading.Row, _ item: LineItem) {
    if row.total == nil, row.annual == nil, let unit = item.unitPrice, unit == 0 { row.total = 0 }
    if row.total == 0, row.annual == nil { row.annual = 0 }
    if row.annual == 0, row.total == nil { row.total = 0 }
    guard let months = term.months, months > 0 else { return }
    if let start = item.start, let end = item.end, let from = term.start, let to = term.end {
      guard start == from, end == to else {
        // A line of its own length has no yearly fee of the whole term.
        if row.total == nil, let annual = row.annual, let own = start.months(through: end) {
          row.total = annual * Decimal(own) / 12
        }
        return
      }
    }
    if row.annual == nil, let total = row.total { row.annual = exact(total * 12, by: months) }
    if row.total == nil, let annual = row.annual { row.total = exact(annual * months, by: 12) }
  }

  private func exact(_ product: Decimal, by divisor: Decimal) -> Decimal? {
    (product / divisor).roundedToCents
  }

  /// A sum that the table itself states, where its lines do not add up.
  private func stated(_ tables: [TableReading]) -> Fees {
    var fees = Fees()
    for table in tables where table.role == .lineItems {
      for row in table.rows where row.isSummary {
        guard let first = row.cells.first(where: { !$0.isEmpty }) else { continue }
        let words = context.words(first.prefixRange(10))
        guard words.contains("recurring") || words.contains("subscription") || words.contains("total"),
          !words.contains("one")
        else { continue }
        for (column, cell) in row.cells.enumerated() {
          let cells = TableCells(context, table: table.table)
          let amount = PriceScale(context: context, cells: cells, headers: table.headers).amount(cell, column)
          if table.columns[safe: column] == .annual { fees.annual = fees.annual ?? amount }
          if table.columns[safe: column] == .total { fees.total = fees.total ?? amount }
        }
      }
    }
    return fees
  }
}
