// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// What a row's grant costs: by its own cells, by its years, by the row beside it.
extension RowWorth {
  func fee(_ row: TableReading.Row) -> Fee? {
    if let total = row.total { return Fee(amount: total, currency: facts.currency) }
    // "5 │ £900.00 │ waived": what the rate would come to is not asked.
    if let last = row.cells.indices.last(where: {
      isPrice(reading.columns[safe: $0] ?? .other) && !row.cells[$0].isEmpty
    }),
      [.total, .annual, .fee].contains(reading.columns[safe: last] ?? .other), context.isFree(row.cells[last])
    {
      return Fee(amount: 0, currency: facts.currency)
    }
    var isFree = false
    for (column, cell) in row.cells.enumerated() where isPrice(reading.columns[safe: column] ?? .other) {
      if context.isFree(cell) {
        isFree = true
        continue
      }
      for value in context.values(in: cell) {
        switch value.value {
        case .money(let amount, _) where amount > 0: return feeOfTotal(amount, column)
        case .number(let amount) where amount > 0: return feeOfTotal(amount, column)
        case .percent(let percent) where percent != 100: return nil
        case .money(0, _), .number(0): isFree = true
        default: continue
        }
      }
    }
    if let sum = yearsOfPlan(row) { return Fee(amount: sum, currency: facts.currency) }
    return isFree || saysIncluded(row) || isCountedAsIncluded(row) || isDiscountedToNothing(row) || isStruck(row)
      ? Fee(amount: 0, currency: facts.currency) : nil
  }

  /// What a plan that is priced by its share costs in each year, added up: a share is counted in nothing else.
  func yearsOfPlan(_ row: TableReading.Row) -> Decimal? {
    guard planShare(row) != nil else { return nil }
    var sum: Decimal = 0
    var years = 0
    for (column, role) in reading.columns.enumerated() {
      let isYear = if case .year = role { true } else { (reading.periods[safe: column] ?? nil) != nil }
      guard isYear, let cell = row.cells[safe: column], cell.count <= 6 else { continue }
      let amounts = context.values(in: cell).compactMap { value -> Decimal? in
        switch value.value {
        case .money(let amount, _), .number(let amount): amount
        default: nil
        }
      }
      guard let amount = amounts.first, amount >= 100 else { continue }
      sum += amount
      years += 1
    }
    return years > 1 ? sum : nil
  }

  /// Nothing but strokes ("–", "-.-") where other rows that are counted have their price.
  private func isStruck(_ row: TableReading.Row) -> Bool {
    let prices = reading.columns.indices.filter { isPrice(reading.columns[$0]) }
    guard !row.isOptional, !row.isSummary, !prices.isEmpty,
      let counted = reading.columns.firstIndex(of: .quantity),
      holdsFigure(row.cells[safe: counted] ?? 0..<0),
      prices.allSatisfy({ isStroke(row.cells[safe: $0] ?? 0..<0) })
    else { return false }
    return reading.rows.contains { other in
      other.lineItem != nil && prices.contains { holdsFigure(other.cells[safe: $0] ?? 0..<0) }
    }
  }

  private func isStroke(_ cell: Range<Int>) -> Bool {
    (1...5).contains(cell.count)
      && cell.allSatisfy { context.isOne($0, of: "-|–|—|--|.|,|$|€|£") }
      && cell.contains { context.isOne($0, of: "-|–|—|--") }
  }

  private func holdsFigure(_ cell: Range<Int>) -> Bool {
    context.values(in: cell).contains { ($0.value.amount ?? 0) > 0 }
  }

  /// `100 %` under `Discount`.
  func isDiscountedToNothing(_ row: TableReading.Row) -> Bool {
    row.cells.enumerated().contains { column, cell in
      reading.columns[safe: column] == .discount
        && context.values(in: cell).contains { if case .percent(100) = $0.value { true } else { false } }
    }
  }

  /// "Standard support │ Included" under a heading of numbers, and no price beside it.
  func isCountedAsIncluded(_ row: TableReading.Row) -> Bool {
    row.cells.enumerated().contains { column, cell in
      reading.columns[safe: column] == .quantity && context.mark(cell) == .included
        && context.isOne(cell.lowerBound, of: "included|incl")
    }
      && !row.cells.enumerated().contains { column, cell in
        isPrice(reading.columns[safe: column] ?? .other) && holdsFigure(cell)
      }
  }

  /// "3 pieces, included", "20 seats (no charge)": the last words of a cell that says how much.
  private func saysIncluded(_ row: TableReading.Row) -> Bool {
    row.cells.enumerated().contains { column, cell in
      guard cell.count >= 3,
        RowNames.isDescribing(reading.columns[safe: column] ?? .other)
          || reading.columns[safe: column] == .quantity,
        let sign = cell.lastIndex(where: { context.isOne($0, of: ",|(|;") }), sign > cell.lowerBound,
        let mark = context.mark((sign + 1)..<cell.upperBound)
      else { return false }
      return mark != .nothing && context.folded(sign + 1).utf8.count > 2
    }
  }

  private static let rates: WordSet = ["unit", "per", "each", "rate", "a"]

  /// The amount under a heading of prices, where the row is no line of the order.
  func price(_ row: TableReading.Row) -> Fee? {
    guard row.lineItem == nil,
      let column = reading.columns.indices.first(where: { [.total, .fee, .unitPrice].contains(reading.columns[$0]) }),
      !(reading.headers[safe: column] ?? 0..<0).contains(where: { context.isOne($0, of: Self.rates) })
    else { return nil }
    return fee(in: row.cells[safe: column])
  }

  /// The first sum of a cell; under a heading of prices a bare figure is one as well.
  private func fee(in cell: Range<Int>?) -> Fee? {
    for value in context.values(in: cell ?? 0..<0) {
      switch value.value {
      case .money(let amount, _), .number(let amount): return Fee(amount: amount, currency: facts.currency)
      default: continue
      }
    }
    return nil
  }

  private static let payments: WordSet = [
    "paid", "pay", "price", "fee", "charge", "charges", "invoiced", "billed", "payable", "payment", "cost",
    "prepayment",
  ]

  /// The amount under a heading of its own that says what is paid.
  func payment(_ row: TableReading.Row, beside column: Int) -> Fee? {
    for (other, header) in reading.headers.enumerated()
    where other != column && header.contains(where: { context.isOne($0, of: Self.payments) }) {
      for value in context.values(in: row.cells[safe: other] ?? 0..<0) {
        if case .money(let amount, _) = value.value { return Fee(amount: amount, currency: facts.currency) }
      }
    }
    return nil
  }

  /// A price that no line of the order took up: the total of a schedule that is no list of line items.
  private func feeOfTotal(_ amount: Decimal, _ column: Int) -> Fee? {
    reading.role == .schedule && [.total, .fee].contains(reading.columns[safe: column] ?? .other)
      ? Fee(amount: amount, currency: facts.currency) : nil
  }

  private func isPrice(_ column: TableReading.Column) -> Bool {
    switch column {
    case .total, .annual, .unitPrice, .fee: true
    default: false
    }
  }

  /// "Premier Success Plan (30 %)", "30% of Net" for a unit price.
  func planShare(_ row: TableReading.Row) -> Decimal? {
    for (column, cell) in row.cells.enumerated() {
      let role = reading.columns[safe: column] ?? .other
      guard RowNames.isDescribing(role) || role == .unitPrice || role == .fee || role == .listPrice else { continue }
      for value in context.values(in: cell) {
        if case .percent(let percent) = value.value { return percent }
      }
    }
    return nil
  }

  /// What a row below asks for in a column of years: "net fee for that number".
  func yearlyFee(below number: Int, column: Int) -> Fee? {
    yearlyFee(in: number + 1, column: column) ?? priceAbove(number, column: column)
  }

  /// "Flex credits, price" over "Flex credits, how many".
  func priceAbove(_ number: Int, column: Int) -> Fee? {
    guard number > 0, let above = reading.rows[safe: number - 1], !above.isSummary,
      let label = above.cells.first(where: { !$0.isEmpty }), label.count <= 8, label.count > 1,
      let own = reading.rows[number].cells.first(where: { !$0.isEmpty }),
      context.folded(own.lowerBound) == context.folded(label.lowerBound),
      let last = label.last,
      context.isOne(last, of: "price|prices|fee|fees|cost|charge|charges")
    else { return nil }
    return fee(in: above.cells[safe: column])
  }

  func yearlyFee(in number: Int, column: Int) -> Fee? {
    guard let next = reading.rows[safe: number], !next.isSummary, let tokens = next.cells[safe: column],
      RowNames(context: context).name(of: next, reading) == nil, let label = next.cells.first(where: { !$0.isEmpty }),
      label.contains(where: { context.isOne($0, of: "fee|fees|price|charge|charges|cost") }),
      !label.contains(where: { context.isOne($0, of: "year|total|sum|all|annual") })
    else { return nil }
    for value in context.values(in: tokens) {
      if case .money(let amount, let currency) = value.value {
        return Fee(amount: amount, currency: currency ?? facts.currency)
      }
    }
    return nil
  }
}
