// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Reads what a row's grant is worth and what it costs.
struct RowWorth {
  let context: DocumentContext
  let reading: TableReading
  let scales: RowScale
  let facts: DocumentFacts

  // MARK: Worth

  func value(_ row: TableReading.Row, _ number: Int) -> ValueMention? {
    for (column, cell) in row.cells.enumerated() where holdsWorth(column) {
      for value in context.values(in: cell) {
        if case .money(let amount, _) = value.value, amount > 0 { return scaled(value, row, number, column) }
        if case .number(let amount) = value.value, amount > 0, reading.columns[safe: column] != .quantity,
          !isNewState(column)
        {
          // The currency stands in the header or in the document.
          var money = value
          money.value = .money(amount: amount, currency: facts.currency)
          return scaled(money, row, number, column)
        }
      }
    }
    return nil
  }

  /// "Credits worth Rs. 15,00,000", "A voucher of EUR 8,000": words of a describing cell say what the grant is worth.
  func told(_ row: TableReading.Row, kind: Kind) -> ValueMention? {
    guard ["usage_credit", "success_fund", "partner_voucher"].contains(kind) else { return nil }
    for (column, cell) in row.cells.enumerated() where RowNames.isDescribing(reading.columns[safe: column] ?? .other) {
      for value in context.values(in: cell) {
        guard case .money(let amount, _) = value.value, amount > 0, value.tokens.lowerBound - 2 >= cell.lowerBound
        else {
          continue
        }
        let before = context.words(max(cell.lowerBound, value.tokens.lowerBound - 3)..<value.tokens.lowerBound)
        let isWorth = before.contains("worth") || before.last == "of" && before.contains(where: Self.funded.contains)
        if isWorth { return value }
      }
    }
    return nil
  }

  private static let funded: WordSet = [
    "credit", "credits", "voucher", "vouchers", "fund", "value", "amount", "budget",
  ]

  /// The sum in the words of a row that names a fund: "Innovation fund: Supplier sets aside $8,000 every year".
  func setAside(_ row: TableReading.Row, name: NameSpan) -> ValueMention? {
    let fit = AmountFit(context: context)
    for cell in row.cells where cell.contains(name.tokens.lowerBound) {
      for value in context.values(in: cell)
      where fit.fits(value, kind: name.kind ?? "other", unit: nil, isWeak: false, hasBase: false) {
        if case .money = value.value { return value }
      }
    }
    return nil
  }

  /// Figures "in thousands" in full.
  func scaled(_ mention: ValueMention, _ row: TableReading.Row, _ number: Int, _ column: Int) -> ValueMention {
    guard case .money(let amount, let currency) = mention.value,
      let scale = scales.scale(row, number, column: column), mention.tokens.count <= 2
    else { return mention }
    var mention = mention
    mention.value = .money(amount: amount * scale.factor, currency: currency)
    return mention
  }

  /// A value column, or one headed "Platform credit amount", "Fund value".
  private func holdsWorth(_ column: Int) -> Bool {
    if reading.columns[safe: column] == .value || reading.columns[safe: column] == .quantity { return true }
    if isNewState(column) { return true }
    guard let header = reading.headers[safe: column], !header.isEmpty else { return false }
    let words = Set(header.map { context.folded($0) })
    let isAmount = !words.isDisjoint(with: ["amount", "value", "worth", "volume"])
    return isAmount
      && !words.isDisjoint(with: [
        "credit", "credits", "fund", "voucher", "benefit", "capacity", "commitment", "allowance",
      ])
  }

  /// An amendment's new words: only what they call money is.
  private func isNewState(_ column: Int) -> Bool { ChangeColumns(context: context).isNewState(column, reading) }

  /// The total as a mention, at the cell that gives it.
  func worth(_ total: Decimal, _ row: TableReading.Row, _ number: Int) -> ValueMention? {
    for (column, cell) in row.cells.enumerated() {
      for var value in context.values(in: cell) {
        let stated: (amount: Decimal, currency: String?)
        switch value.value {
        case .money(let amount, let currency): stated = (amount, currency)
        case .number(let amount): stated = (amount, nil)
        default: continue
        }
        // The row's total is in full; its cell may be in lakh.
        let factor = stated.amount == total ? 1 : scales.scale(row, number, column: column)?.factor ?? 1
        guard stated.amount * factor == total else { continue }
        value.value = .money(amount: total, currency: stated.currency ?? facts.currency)
        return value
      }
    }
    return nil
  }

  /// What the row's prices come to in full: by these a clause may speak of it again.
  func prices(_ row: TableReading.Row, _ number: Int) -> [Decimal] {
    var found: [Decimal] = []
    for (column, role) in reading.columns.enumerated() where [.total, .annual, .value].contains(role) {
      guard let cell = row.cells[safe: column], let scale = scales.scale(row, number, column: column) else { continue }
      for value in context.values(in: cell) {
        switch value.value {
        case .money(let amount, _), .number(let amount): found.append(amount * scale.factor)
        default: continue
        }
      }
    }
    return found + [row.total, row.annual].compactMap { $0 }.filter { $0 > 0 }
  }

  // MARK: Price

  func fee(_ row: TableReading.Row) -> Fee? {
    if let total = row.total { return Fee(amount: total, currency: facts.currency) }
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
    return isFree || saysIncluded(row) || isDiscountedToNothing(row) ? Fee(amount: 0, currency: facts.currency) : nil
  }

  /// What a plan that is priced by its share costs in each year, added up: a share is counted in nothing else.
  private func yearsOfPlan(_ row: TableReading.Row) -> Decimal? {
    guard planShare(row) != nil else { return nil }
    var sum: Decimal = 0
    var years = 0
    for (column, role) in reading.columns.enumerated() {
      guard case .year = role, let cell = row.cells[safe: column], cell.count <= 6 else { continue }
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

  /// `100 %` under `Discount`.
  private func isDiscountedToNothing(_ row: TableReading.Row) -> Bool {
    row.cells.enumerated().contains { column, cell in
      reading.columns[safe: column] == .discount
        && context.values(in: cell).contains { if case .percent(100) = $0.value { true } else { false } }
    }
  }

  /// "3 pieces, included", "20 seats (no charge)": the last words of a cell that says how much.
  private func saysIncluded(_ row: TableReading.Row) -> Bool {
    row.cells.enumerated().contains { column, cell in
      guard cell.count >= 3,
        RowNames.isDescribing(reading.columns[safe: column] ?? .other)
          || reading.columns[safe: column] == .quantity,
        let sign = cell.lastIndex(where: { [",", "(", ";"].contains(context.folded($0)) }), sign > cell.lowerBound,
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
      !(reading.headers[safe: column] ?? 0..<0).contains(where: { Self.rates.contains(context.folded($0)) })
    else { return nil }
    for value in context.values(in: row.cells[safe: column] ?? 0..<0) {
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
    where other != column && header.contains(where: { Self.payments.contains(context.folded($0)) }) {
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
  private func priceAbove(_ number: Int, column: Int) -> Fee? {
    guard number > 0, let above = reading.rows[safe: number - 1], !above.isSummary,
      let label = above.cells.first(where: { !$0.isEmpty }), label.count <= 8, label.count > 1,
      let own = reading.rows[number].cells.first(where: { !$0.isEmpty }),
      context.folded(own.lowerBound) == context.folded(label.lowerBound),
      let last = label.last,
      ["price", "prices", "fee", "fees", "cost", "charge", "charges"].contains(context.folded(last))
    else { return nil }
    for value in context.values(in: above.cells[safe: column] ?? 0..<0) {
      switch value.value {
      case .money(let amount, _), .number(let amount): return Fee(amount: amount, currency: facts.currency)
      default: continue
      }
    }
    return nil
  }

  private func yearlyFee(in number: Int, column: Int) -> Fee? {
    guard let next = reading.rows[safe: number], !next.isSummary, let tokens = next.cells[safe: column],
      RowNames(context: context).name(of: next, reading) == nil, let label = next.cells.first(where: { !$0.isEmpty }),
      label.contains(where: { ["fee", "fees", "price", "charge", "charges", "cost"].contains(context.folded($0)) }),
      !label.contains(where: { ["year", "total", "sum", "all", "annual"].contains(context.folded($0)) })
    else { return nil }
    for value in context.values(in: tokens) {
      if case .money(let amount, let currency) = value.value {
        return Fee(amount: amount, currency: currency ?? facts.currency)
      }
    }
    return nil
  }

  // MARK: Share

  /// "2,5 % of the fee for item 10 of the first year, at most 25.000": a share of another row's price, with its cap.
  func share(_ row: TableReading.Row, _ readings: [TableReading]) -> (percent: Decimal, amount: Decimal?)? {
    for (column, cell) in row.cells.enumerated() {
      switch reading.columns[safe: column] ?? .other {
      case .quantity, .value, .other, .description, .total: break
      default: continue
      }
      for value in context.values(in: cell) {
        guard case .percent(let percent) = value.value, percent > 0, value.tokens.upperBound < cell.upperBound,
          ["of", "from"].contains(context.folded(value.tokens.upperBound))
        else { continue }
        let base = RowPrices(context: context, tables: readings).total(in: value.tokens.upperBound..<cell.upperBound)
        let amount = base.map { ($0 * percent / 100).roundedToCents }
        let cap = cap(in: cell)
        if let amount, let cap { return (percent, min(amount, cap)) }
        return (percent, amount)
      }
    }
    return nil
  }

  private func cap(in cell: Range<Int>) -> Decimal? {
    let finder = FeeFinder(passage: PassageText(context, cell))
    for value in context.values(in: cell) {
      if case .money(let amount, _) = value.value, finder.saysLimit(before: value) { return amount }
    }
    return nil
  }
}
