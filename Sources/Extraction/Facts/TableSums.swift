// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// Tells sums from lines by their figures: what adds up the rows above it is no line of its own, whatever it is called.
struct TableSums {
  let context: DocumentContext
  let cells: TableCells

  /// Marks rows that add up those above them, and those that restate such a sum for other times.
  func settle(_ table: inout TableReading) {
    let columns = table.columns.indices.filter { isPrice(table.columns[$0]) }
    guard !columns.isEmpty, table.rows.count <= 2000 else { return }
    var sums = [Decimal](repeating: 0, count: table.columns.count)
    var lines = 0
    var hasSum = false
    // Where rows go on without a name of their own, numbers and sums of one thing stand one below the other.
    let isNamed = table.rows.allSatisfy { !($0.cells.first ?? 0..<0).isEmpty }
    let inMoney = Set(columns.filter { column in isNamed && table.rows.filter { holdsMoney($0, column) }.count >= 2 })
    for index in table.rows.indices {
      let row = table.rows[index]
      if row.isSummary {
        hasSum = true
        continue
      }
      let amounts = columns.compactMap { column -> (Int, Decimal)? in
        guard let cell = row.cells[safe: column], !cell.isEmpty else { return nil }
        // `Users │ 60 │ 80` among sums with their signs counts.
        if inMoney.contains(column), !holdsMoney(row, column), case .year = table.columns[column] { return nil }
        return cells.amount(cell).map { (column, $0) }
      }
      let isBare = cells.isBare(row.cells, table.columns)
      let addsUp = lines >= 2 && amounts.contains { $0.1 > 0 && $0.1 == sums[$0.0] }
      if isBare, addsUp || hasSum && namesSum(row) {
        table.rows[index].isSummary = true
        hasSum = true
        continue
      }
      for (column, amount) in amounts { sums[column] += amount }
      if !amounts.isEmpty { lines += 1 }
    }
  }

  private func holdsMoney(_ row: TableReading.Row, _ column: Int) -> Bool {
    context.values(in: row.cells[safe: column] ?? 0..<0).contains { if case .money = $0.value { true } else { false } }
  }

  private func isPrice(_ column: TableReading.Column) -> Bool {
    switch column {
    case .total, .annual, .fee, .year: true
    default: false
    }
  }

  private static let sumWords: WordSet = [
    "fee", "fees", "sum", "total", "price", "charges", "amount", "payable", "remuneration", "invoiced", "altogether",
    "together", "value",
  ]

  private func namesSum(_ row: TableReading.Row) -> Bool {
    guard let first = row.cells.first(where: { !$0.isEmpty && !cells.isFigure($0) }) else { return true }
    return context.words(first.prefixRange(8)).contains(where: Self.sumWords.contains)
  }

  /// A note right behind the table that calls its amounts one-off.
  var isOnceOnly: Bool {
    let next = cells.blocks.upperBound
    guard !cells.blocks.isEmpty, next < context.source.blocks.count, case .paragraph = context.source.blocks[next].role
    else { return false }
    let words = context.words(context.stream.tokens(ofBlock: next).prefixRange(24))
    guard
      ["one off", "one time", "single payment", "paid once", "charged once", "invoiced once"].contains(where: {
        words.contains(run: $0)
      })
    else { return false }
    return words.contains { ["charges", "amounts", "prices", "fees", "sums"].contains($0) }
      && words.contains { ["schedule", "table", "above", "these", "they"].contains($0) }
  }
}

/// The row of a table of years that says what each year costs, where the other rows only count.
struct YearlyFees {
  let context: DocumentContext
  let cells: TableCells

  private static let prices: WordSet = ["fee", "fees", "charge", "charges", "price", "remuneration"]

  /// `Net annual fees`: the whole of what a year costs, whatever the currency.
  private static let sums: WordSet = ["annual", "yearly", "total"]

  /// What each contract year costs, in order; nil where no row says.
  func amounts(_ table: TableReading) -> [Decimal]? {
    guard let row = row(table) else { return nil }
    let years = yearColumns(table)
    let amounts = years.compactMap { cells.amount(table.rows[row].cells[$0]) }
    let isInOrder = years.enumerated().allSatisfy { table.columns[$1] == .year($0 + 1) }
    return isInOrder && amounts.count == years.count ? amounts : nil
  }

  /// The index of the row among the reading's rows.
  func row(_ table: TableReading) -> Int? {
    let years = yearColumns(table)
    guard years.count >= 2, !table.columns.contains(.annual), !table.columns.contains(.total) else { return nil }
    let found = table.rows.indices.first { index in
      guard let name = table.rows[index].cells.first(where: { !$0.isEmpty }), name.count <= 14 else { return false }
      let words = context.words(name)
      return words.contains(where: Self.prices.contains)
        && words.contains {
          CurrencyReader.codes.contains($0) || ["€", "$", "£"].contains($0) || Self.sums.contains($0)
        }
        && years.allSatisfy { cells.amount(table.rows[index].cells[$0]) != nil }
    }
    guard let found else { return nil }
    let others = table.rows.indices.filter { $0 != found && !table.rows[$0].isSummary }
    let hasMoney = others.contains { index in
      years.contains { column in
        context.values(in: table.rows[index].cells[column]).contains {
          if case .money = $0.value { true } else { false }
        }
      }
    }
    return hasMoney ? nil : found
  }

  /// What its years cost; a yearly fee only where they all cost the same.
  func fees(_ table: TableReading) -> Fees? {
    guard let row = row(table) else { return nil }
    let years = yearColumns(table)
    let amounts = years.compactMap { cells.amount(table.rows[row].cells[$0]) }
    guard amounts.count == years.count, let first = amounts.first else { return nil }
    return Fees(annual: amounts.allSatisfy { $0 == first } ? first : nil, total: amounts.reduce(0, +))
  }

  private func yearColumns(_ table: TableReading) -> [Int] {
    table.columns.indices.filter { if case .year = table.columns[$0] { true } else { false } }
  }
}

/// What the figures of a column are to be multiplied with: `Fee (Rs. in lakh)`, `Price in thousands of EUR`.
struct PriceScale {
  let context: DocumentContext
  let cells: TableCells
  /// Tokens of each column's heading.
  let headers: [Range<Int>]

  /// The amount of a cell of a priced column in whole units of the currency.
  func amount(_ cell: Range<Int>, _ column: Int, allowNumber: Bool = true) -> Decimal? {
    guard let amount = cells.amount(cell, allowNumber: allowNumber) else { return nil }
    guard !context.holdsScale(cell) else { return amount }
    return (scale(in: headers[safe: column] ?? 0..<0) ?? captionScale)?.applied(to: amount) ?? amount
  }

  /// Of words that speak of money, or that are nothing but a unit.
  private func scale(in tokens: Range<Int>) -> AmountScale? {
    guard let found = context.scale(in: tokens) else { return nil }
    let isMoney = found.currency != nil || context.words(tokens).contains(where: Self.moneyWords.contains)
    return isMoney ? found : nil
  }

  private static let moneyWords: WordSet = [
    "fee", "fees", "price", "prices", "amount", "amounts", "charge", "charges", "cost", "rs", "total", "value",
  ]

  /// `Fees (in thousands of EUR)` right over the table.
  private var captionScale: AmountScale? {
    let above = cells.blocks.lowerBound - 1
    guard !cells.blocks.isEmpty, above >= 0 else { return nil }
    let tokens = context.stream.tokens(ofBlock: above)
    guard tokens.count <= 14 else { return nil }
    let words = context.words(tokens)
    guard words.contains("in"), !words.contains("marked"), !words.contains("credits") else { return nil }
    return scale(in: tokens)
  }
}

/// Tells columns that count from those that price.
struct CountColumns {
  let context: DocumentContext
  let cells: TableCells

  /// `Fee earners` over bare whole numbers, beside a column of money: those are counted.
  func settle(_ columns: inout [TableReading.Column]) {
    func body(_ column: Int) -> [Range<Int>] {
      cells.body.map { cells.rows[$0][column] }.filter { !cells.isBlank($0) }
    }
    func isMoney(_ cell: Range<Int>) -> Bool {
      context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
    }
    settleMixed(&columns)
    if !columns.contains(.quantity) {
      for column in columns.indices where [.total, .annual, .value, .unitPrice].contains(columns[column]) {
        let cells = body(column)
        guard !cells.contains(where: isMoney), counts(cells, under: self.cells.headingWords(column)) else { continue }
        columns[column] = .quantity
        break
      }
    }
    let priced = columns.indices.filter { [.total, .annual, .unitPrice].contains(columns[$0]) || isYear(columns[$0]) }
    guard !columns.contains(.quantity), let money = priced.first(where: { body($0).contains(where: isMoney) }) else {
      return
    }
    let counted = priced.filter { column in
      columns[column] == .total && column < money && !body(column).isEmpty
        && body(column).allSatisfy {
          $0.count <= 2 && !isMoney($0) && (cells.amount($0)?.wholeNumber).map { $0 < 1_000_000 } ?? false
        }
    }
    for column in counted where !cells.headingWords(column).contains(where: CurrencyReader.codes.contains) {
      columns[column] = .quantity
    }
  }

  /// `Amount` over "$9,000" in one row and "48 hours" in another: how much of it is given, not what it costs.
  private func settleMixed(_ columns: inout [TableReading.Column]) {
    guard !columns.contains(.quantity) else { return }
    for column in columns.indices where columns[column] == .total {
      let heading = cells.headingWords(column)
      guard heading.contains("amount"), !heading.contains(where: Self.prices.contains) else { continue }
      let isMixed = cells.bodyRows.contains { row in
        context.values(in: row[column]).contains {
          switch $0.value {
          case .quantity: true
          case .duration(let duration): duration.unit == .hour || duration.unit == .day
          default: false
          }
        }
      }
      if isMixed || isInThousands(heading, column) { columns[column] = .quantity }
    }
  }

  /// `Amount (in thousands)` over bare numbers: so many, where no currency is told.
  private func isInThousands(_ heading: [String], _ column: Int) -> Bool {
    guard heading.contains(where: { ["thousands", "thousand", "millions", "million"].contains($0) }),
      !heading.contains(where: { RowScale.currencies.contains($0) })
    else { return false }
    let body = cells.bodyRows.map { $0[column] }.filter { !cells.isBlank($0) }
    return !body.isEmpty && body.allSatisfy { $0.count == 1 && cells.amount($0) != nil }
      && cells.bodyRows.contains { row in
        row.contains {
          context.names(in: $0).contains { $0.kind.map { !$0.isFunded || $0 == "usage_credit" } ?? false }
        }
      }
  }

  private static let prices: WordSet = [
    "price", "prices", "fee", "fees", "cost", "costs", "charge", "charges", "rate", "rates", "list", "net", "payable",
    "discount", "$", "€", "%",
  ]

  /// `Amount` over "50 credits" and "3 sessions", `Per year` over 20 and 4: no price, but so many of what the row names.
  private func counts(_ cells: [Range<Int>], under heading: [String]) -> Bool {
    if heading.contains(where: { Self.prices.contains($0) || RowScale.currencies.contains($0) }) { return false }
    let figures = cells.filter { context.mark($0) == nil }
    guard !figures.isEmpty, figures.allSatisfy({ !context.values(in: $0).isEmpty && $0.count <= 8 }) else {
      return false
    }
    let counted = figures.filter { cell in
      context.values(in: cell).contains {
        switch $0.value {
        case .quantity, .duration: true
        default: false
        }
      }
    }
    if counted.count * 2 >= figures.count { return true }
    return heading.contains("year")
      && figures.allSatisfy { $0.count == 1 && (self.cells.amount($0)?.wholeNumber).map { $0 < 1000 } ?? false }
  }

  private func isYear(_ column: TableReading.Column) -> Bool { if case .year = column { true } else { false } }
}
