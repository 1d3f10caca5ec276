// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Adds up what recurs: net subscription fees per year and over the term, as the lines give them or the sums say.
struct FeeReader {
  let context: DocumentContext
  let term: Term
  var isAmendment = false

  /// What the lines add up to, or what the document says of its fees in words.
  func fees(_ tables: inout [TableReading], _ items: [LineItem]) -> Fees {
    var fees = sums(&tables, items)
    // Of a term of one year the year's fees are all of them, however long each line runs.
    if fees.annual == nil, term.months == 12, !isAmendment { fees.annual = fees.total }
    return fees
  }

  private func sums(_ tables: inout [TableReading], _ items: [LineItem]) -> Fees {
    for index in tables.indices where tables[index].role == .lineItems { settleMonths(&tables[index], items) }
    let lines = added(&tables, items)
    let added = summed(tables, items) ?? lines
    let stated = StatedFees(context: context, term: term, tables: tables)
    if added.annual == nil, added.total == nil { return stated.fees(isAmendment: isAmendment) ?? added }
    if added.annual == nil, let total = added.total, let pair = stated.pair(), let said = pair.total, said < total,
      isTotalWithout(total - said, tables)
    {
      return pair
    }
    guard let annual = added.annual, let pair = stated.pair(), let said = pair.annual, said < annual,
      isSumWithout(annual - said, tables)
    else { return added }
    return pair
  }

  /// `Monthly total`: what a row costs over its time is as many times that.
  private func settleMonths(_ table: inout TableReading, _ items: [LineItem]) {
    guard let months = term.months?.wholeNumber, months > 1 else { return }
    let cells = TableCells(context, table: table.table)
    let fees = FeeTable(context: context, cells: cells, reading: table, items: items, term: term)
    guard let column = fees.monthlyColumn() else { return }
    for index in table.rows.indices where !table.rows[index].isSummary {
      guard let total = table.rows[index].total, total > 0,
        let cell = table.rows[index].cells[safe: column], cells.amount(cell) == total,
        table.rows[index].annual == nil
      else { continue }
      let item = table.rows[index].lineItem.flatMap { items[safe: $0] }
      let own = item.flatMap { item in item.start.flatMap { start in item.end.flatMap { start.months(through: $0) } } }
      table.rows[index].total = total * Decimal(own ?? months)
      table.rows[index].annual = total * 12
    }
  }

  /// What the tables of prices add up to together; nil where none prices anything.
  private func summed(_ tables: [TableReading], _ items: [LineItem]) -> Fees? {
    let grants = GrantTables(context: context)
    var outcomes = tables.compactMap { grants.isOfFunds($0) ? nil : outcome($0, items) }
    // Beside a sum "Subscription fees" a table of services that are mostly paid once adds nothing.
    if outcomes.contains(where: \.saysRecurring) { outcomes.removeAll { $0.isMostlyOnce && !$0.saysRecurring } }
    guard let first = outcomes.first?.fees else { return nil }
    return outcomes.dropFirst().reduce(first) { sums, outcome in
      Fees(annual: sum(sums.annual, outcome.fees.annual), total: sum(sums.total, outcome.fees.total))
    }
  }

  private func outcome(_ table: TableReading, _ items: [LineItem]) -> FeeTable.Outcome? {
    let cells = TableCells(context, table: table.table)
    if let fees = YearlyFees(context: context, cells: cells).fees(table) {
      return FeeTable.Outcome(fees: fees, isProved: true)
    }
    return FeeTable(context: context, cells: cells, reading: table, items: items, term: term).outcome()
  }

  /// One line costs what the sum is too large by: it is not counted in what the document calls the subscription.
  private func isSumWithout(_ rest: Decimal, _ tables: [TableReading]) -> Bool {
    tables.contains { table in
      table.role == .lineItems && table.rows.contains { $0.lineItem != nil && $0.annual == rest }
    }
  }

  private func isTotalWithout(_ rest: Decimal, _ tables: [TableReading]) -> Bool {
    tables.contains { table in
      table.role == .lineItems && table.rows.contains { $0.lineItem != nil && $0.total == rest }
    }
  }

  /// Fees of all tables of line items. Nil where a ramp or different spans leave the yearly fee open.
  private func added(_ tables: inout [TableReading], _ items: [LineItem]) -> Fees {
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
      let last = lastOfSubscription(tables[index]) ?? tables[index].rows.count
      for row in tables[index].rows.indices where row < last {
        guard let item = tables[index].rows[row].lineItem.flatMap({ items[safe: $0] }) else { continue }
        let isUneven = AddedColumns(cells: cells).isUneven(tables[index].rows[row], tables[index].columns)
        settle(&tables[index].rows[row], item, isUneven: isUneven)
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

  /// The last `Subscription subtotal` that adds up the lines above it: what stands below is counted apart.
  private func lastOfSubscription(_ table: TableReading) -> Int? {
    var sum: Decimal = 0
    var last: Int?
    let cells = TableCells(context, table: table.table)
    for (index, row) in table.rows.enumerated() {
      guard row.isSummary else {
        sum += row.total ?? row.annual ?? 0
        continue
      }
      let words = row.cells.first { !$0.isEmpty && !cells.isFigure($0) }.map { context.words($0.prefixRange(8)) } ?? []
      let isSubtotal =
        words.contains { ["subscription", "subscriptions", "recurring"].contains($0) }
        && words.contains { ["subtotal", "sum", "total"].contains($0) || $0 == "sub" }
      if isSubtotal, row.cells.contains(where: { sum > 0 && cells.amount($0) == sum }) { last = index }
    }
    return last
  }

  private func sum(_ a: Decimal?, _ b: Decimal?) -> Decimal? {
    guard let a, let b else { return nil }
    return a + b
  }

  /// Works out a row's yearly price from its total, or the other way round, where it runs for the whole term.
  private func settle(_ row: inout TableReading.Row, _ item: LineItem, isUneven: Bool) {
    if row.total == nil, row.annual == nil, let unit = item.unitPrice, unit == 0 { row.total = 0 }
    if row.total == 0, row.annual == nil { row.annual = 0 }
    if row.annual == 0, row.total == nil { row.total = 0 }
    // `£12,000 (once)` in a column of years
    if row.isRecurring == false, row.total == nil, let once = row.annual {
      (row.total, row.annual) = (once, nil)
      return
    }
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
    if row.annual == nil, !isUneven, let total = row.total { row.annual = exact(total * 12, by: months) }
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
