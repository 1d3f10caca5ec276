// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import Patterns

/// Reads what each row of a table of line items sells: product, quantity, prices, period.
struct LineItemReader {
  let context: DocumentContext

  /// Fills prices into the readings' rows and gives the line items, in document order.
  func read(_ tables: inout [TableReading]) -> [LineItem] {
    var items: [LineItem] = []
    for index in tables.indices where tables[index].role == .lineItems {
      let cells = TableCells(context, table: tables[index].table)
      TableSums(context: context, cells: cells).settle(&tables[index])
      // Of a table whose only prices are those of a row "Fee for the year" the other rows count.
      if YearlyFees(context: context, cells: cells).row(tables[index]) != nil { continue }
      let hasMoney = hasMoney(tables[index], cells)
      for row in tables[index].rows.indices where !tables[index].rows[row].isSummary {
        read(&tables[index].rows[row], tables[index], cells, hasMoney: hasMoney, into: &items)
      }
    }
    return items
  }

  /// Some price of the table is written with a currency, so that bare numbers in columns of years are counts.
  private func hasMoney(_ table: TableReading, _ cells: TableCells) -> Bool {
    table.rows.contains { row in
      row.cells.contains { cell in
        context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
      }
    }
  }

  private func read(
    _ row: inout TableReading.Row, _ table: TableReading, _ cells: TableCells, hasMoney: Bool,
    into items: inout [LineItem]
  ) {
    guard let name = name(row, table) else { return }
    var item = LineItem(product: name, page: context.page(of: firstToken(row)))
    var years: [Decimal] = []
    let scales = PriceScale(context: context, cells: cells, headers: table.headers)
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      // "Contained in pos. 10": the number is no price.
      if context.isWord(cell.lowerBound), context.isFree(cell), isPriced(table.columns[safe: column]) { continue }
      switch table.columns[safe: column] ?? .other {
      case .quantity: item.quantity = item.quantity ?? cells.amount(cell) ?? count(cell)
      case .unitPrice: item.unitPrice = item.unitPrice ?? scales.amount(cell, column)
      case .total, .fee:
        row.total = extended(cell, of: item, cells) ?? scales.amount(cell, column) ?? row.total
      case .annual: row.annual = scales.amount(cell, column) ?? row.annual
      case .year:
        if let amount = scales.amount(cell, column, allowNumber: !hasMoney || isOfMoney(column, table)) {
          years.append(amount)
        }
      case .start: item.start = context.dates(in: cell).first?.date
      case .end where context.dates(in: cell).count < 2: item.end = context.dates(in: cell).first?.date
      // "1 August 2026 to 31 July 2027" under "To be availed", "Use by"
      case .end, .validity:
        let dates = context.dates(in: cell)
        if dates.count >= 2 { (item.start, item.end) = (dates[0].date, dates[1].date) }
      default:
        // The price of a calendar year, or of `3/2027 - 2/2028`.
        guard table.periods[safe: column] ?? nil != nil else { continue }
        if let amount = scales.amount(cell, column, allowNumber: false) { years.append(amount) }
      }
    }
    if row.total == nil, !years.isEmpty { row.total = years.reduce(0, +) }
    if row.annual == nil, let first = years.first, years.count > 1, years.allSatisfy({ $0 == first }) {
      row.annual = first
    }
    row.isRecurring = TableSums(context: context, cells: cells).isOnceOnly ? false : isRecurring(row)
    item.total = row.total ?? row.annual
    let isPriced = row.total != nil || row.annual != nil || item.unitPrice != nil && item.quantity != nil
    guard isPriced, !row.isOptional else { return }
    row.lineItem = items.count
    items.append(item)
  }

  private func isPriced(_ column: TableReading.Column?) -> Bool {
    switch column {
    case .unitPrice?, .total?, .fee?, .annual?, .year?: true
    default: false
    }
  }

  /// `Second Year £`: the heading says in what currency.
  private func isOfMoney(_ column: Int, _ table: TableReading) -> Bool {
    RowScale.namesCurrency(table.headers[safe: column] ?? 0..<0, in: context)
  }

  /// "$90 $900.00" in one cell of a row of ten: the unit price, and what it comes to.
  private func extended(_ cell: Range<Int>, of item: LineItem, _ cells: TableCells) -> Decimal? {
    guard cell.count > 2, let count = item.quantity, count > 1 else { return nil }
    let amounts = context.values(in: cell).compactMap { value -> Decimal? in
      if case .money(let amount, _) = value.value { amount } else { nil }
    }
    return amounts.count == 2 && amounts[0] * count == amounts[1] ? amounts[1] : nil
  }

  /// The words of the product column, else of the description.
  private func name(_ row: TableReading.Row, _ table: TableReading) -> String? {
    for wanted in [TableReading.Column.product, .description] {
      for (column, cell) in row.cells.enumerated() where table.columns[safe: column] == wanted && !cell.isEmpty {
        let text = context.text(cell)
        if text.utf8.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) { return text }
      }
    }
    return nil
  }

  private func firstToken(_ row: TableReading.Row) -> Int { row.cells.first { !$0.isEmpty }?.lowerBound ?? 0 }

  private func count(_ cell: Range<Int>) -> Decimal? {
    for value in context.values(in: cell) {
      if case .quantity(let amount, _, _) = value.value { return amount }
      if case .duration(let duration) = value.value { return duration.amount }
    }
    return nil
  }

  // MARK: Recurring or once

  private static let once: [String] = [
    "one time", "one off", "once", "nonrecurring", "non recurring", "setup fee", "single payment",
  ]
  /// Kinds that are bought once even where the row does not say so.
  private static let onceKinds: Set<Kind> = [
    "training_credit", "certification_voucher", "services_hours", "partner_voucher", "development_credit",
    "success_fund",
  ]

  private func isTimed(_ row: TableReading.Row) -> Bool {
    row.cells.contains { $0.contains { context.isOne($0, of: "hour|hours|hr|hrs|day|days") } }
  }

  private func isRecurring(_ row: TableReading.Row) -> Bool? {
    for cell in row.cells where !cell.isEmpty {
      let words = context.words(cell)
      if Self.once.contains(where: { words.contains(run: $0) }) { return false }
    }
    if row.annual != nil { return true }
    for cell in row.cells where !cell.isEmpty {
      if let kind = RowKinds.kind(of: cell, context), Self.onceKinds.contains(kind) { return false }
      for name in context.names(in: cell) {
        guard let kind = name.kind, Self.onceKinds.contains(kind) else { continue }
        // "Data consulting" beside "hours" is bought once as well.
        if !name.isWeak || kind == "services_hours" && isTimed(row) { return false }
      }
    }
    return nil
  }
}
