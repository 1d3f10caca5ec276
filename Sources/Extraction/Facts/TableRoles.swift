// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import Patterns

/// Tells what a document's tables are, and what their columns and rows hold.
struct TableRoleReader {
  let context: DocumentContext
  let places: FactPlaces

  /// A reading of every table; rows have no prices yet. A table with headings in its midst gives one for each part.
  func read() -> [TableReading] {
    context.source.tables.indices.flatMap { table in
      TableCells.parts(context, table: table).flatMap { readings($0) }
    }
  }

  /// The readings of a table; where its columns are what is granted, it is turned over.
  private func readings(_ cells: TableCells) -> [TableReading] {
    let turned = TurnedTables(context: context).readings(cells)
    return turned.isEmpty ? [reading(cells)] : turned
  }

  private func reading(_ cells: TableCells) -> TableReading {
    let periods = periods(cells)
    let columns = columns(cells, periods)
    let role = role(cells, columns, periods)
    let standing = RowStanding(context: context, cells: cells, columns: columns)
    var isOptional = standing.isHeadedOptional
    var lastBlock = -1
    let sum = sumRow(cells, columns)
    var group: (tokens: Range<Int>, isOptional: Bool)?
    var rows: [TableReading.Row] = []
    for index in cells.body {
      let row = cells.rows[index]
      let block = cells.rowBlocks[index]
      guard block >= 0 else { continue }
      // Other text stands between: the table goes on under a heading of its own.
      if lastBlock >= 0, block > lastBlock + 1 { isOptional = standing.isOffered(above: block) }
      lastBlock = block
      let isSummary =
        context.source.tables[cells.table].rows[index].isRepeatedHeader || index == sum || standing.isSummary(row)
      let opened = role == .signatures || isSummary ? nil : standing.groupHeading(index)
      if let opened { group = (opened, standing.offers(opened)) } else if isSummary { group = nil }
      rows.append(
        TableReading.Row(
          block: block, row: index, cells: row, isSummary: isSummary, lineItem: nil, annual: nil, total: nil,
          isRecurring: nil, isOptional: isOptional || group?.isOptional == true || standing.isOption(row),
          group: opened == nil ? group?.tokens : nil, isGroup: opened != nil))
    }
    return TableReading(
      table: cells.table, columns: columns, headers: (0..<cells.columns).map { cells.heading($0) }, rows: rows,
      role: role, periods: periods, blocks: cells.ownBlocks)
  }

  /// The periods that headings name; one alone is no row of periods.
  private func periods(_ cells: TableCells) -> [TimePeriod?] {
    guard cells.columns <= Self.mostColumns else { return [] }
    guard !cells.headers.isEmpty else { return periodsOver(cells) }
    let reader = ColumnPeriods(context: context)
    let found = (0..<cells.columns).map { reader.period(cells.headingCells($0)) }
    return found.compactMap { $0 }.count > 1 ? found : []
  }

  // MARK: Columns

  /// Tables with more columns are no order form's: their columns are not asked for.
  private static let mostColumns = 60

  private func columns(_ cells: TableCells, _ periods: [TimePeriod?]) -> [TableReading.Column] {
    guard cells.columns <= Self.mostColumns else {
      return [TableReading.Column](repeating: .other, count: cells.columns)
    }
    guard !cells.headers.isEmpty else { return headless(cells, periods) }
    var columns: [TableReading.Column] = []
    for column in 0..<cells.columns {
      let hasProduct = columns.contains(.product)
      columns.append(ColumnRoles.role(cells.headingWords(column), hasProduct: hasProduct))
    }
    settlePeriods(&columns, periods, cells)
    settleNamed(&columns, cells)
    settleReference(&columns, cells)
    if !columns.contains(.product), let first = firstTextColumn(columns, cells) { columns[first] = .product }
    settleShifted(&columns, cells)
    settleByContent(&columns, cells, periods)
    settleUse(&columns, cells)
    CountColumns(context: context, cells: cells).settle(&columns)
    settleBenefits(&columns, cells)
    settleSigns(&columns, cells)
    settlePrices(&columns, cells)
    AddedColumns(cells: cells).settle(&columns)
    settleRates(&columns, cells)
    return columns
  }

  /// A column under a period counts or prices what the rows name, whatever other words stand in its heading.
  private func settlePeriods(_ columns: inout [TableReading.Column], _ periods: [TimePeriod?], _ cells: TableCells) {
    for (column, period) in periods.enumerated() {
      guard let period, !isMoney(column, cells) else { continue }
      columns[column] = period.contractYear.map { .year($0) } ?? .other
    }
  }

  func isMoney(_ column: Int, _ cells: TableCells) -> Bool {
    let body = cells.bodyRows.map { $0[column] }.filter { !cells.isBlank($0) }
    let money = body.filter { cell in
      context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
    }
    return !body.isEmpty && money.count * 2 >= body.count
  }

  /// A heading over an empty column belongs to the figures beside it that have none.
  private func settleShifted(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    func body(_ column: Int) -> [Range<Int>] {
      cells.bodyRows.map { $0[column] }.filter { !cells.isBlank($0) }
    }
    for column in columns.indices.dropFirst()
    where cells.headingWords(column).isEmpty && body(column).contains(where: { cells.isFigure($0) }) {
      let other = [column - 1, column + 1].first {
        columns.indices.contains($0) && body($0).isEmpty && !cells.headingWords($0).isEmpty
      }
      if let other { columns.swapAt(column, other) }
    }
  }

  /// A column of money is one of totals whatever its heading says: "Term (5 Contract Years)", "Price to 2027/03/31".
  private func settleByContent(
    _ columns: inout [TableReading.Column], _ cells: TableCells, _ periods: [TimePeriod?]
  ) {
    for column in columns.indices
    where [.other, .months, .end, .start, .validity, .note, .unit].contains(columns[column]) {
      if periods[safe: column] ?? nil != nil { continue }
      let body = cells.bodyRows.map { $0[column] }.filter { !cells.isBlank($0) }
      if columns[column] == .unit {
        // `Unit` over prices and `N/C` is the price of one.
        let prices = body.filter { cells.isFigure($0) && !cells.isWhole($0) || context.mark($0) == .free }
        if prices.count == body.count, body.contains(where: { cells.isFigure($0) }) { columns[column] = .unitPrice }
        continue
      }
      let money = body.filter { cell in
        context.values(in: cell).contains {
          if case .money = $0.value { cell.count <= $0.tokens.count + 3 } else { false }
        }
      }
      if !body.isEmpty, money.count * 2 >= body.count { columns[column] = .total }
      // `Term` over "982,800.00" beside other prices.
      let sums = body.filter { cells.isFigure($0) && !cells.isWhole($0) }
      if columns[column] == .months, !cells.headingWords(column).contains(where: { Int($0) != nil }),
        columns.contains(where: { [.annual, .unitPrice, .total].contains($0) }),
        sums.count == body.count, body.count > 1
      {
        columns[column] = .total
      }
    }
  }

  /// `Product (code)` over names of several words names what is sold.
  private func settleNamed(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    guard columns.first == .reference, !columns.contains(.product), cells.headingWords(0).first == "product" else {
      return
    }
    let body = cells.bodyRows.map { $0[0] }.filter { !$0.isEmpty }
    let named = body.filter { $0.filter { context.isWord($0) }.count > 1 }
    if named.count * 3 >= body.count * 2, !body.isEmpty { columns[0] = .product }
  }

  /// A column of nothing but `$` belongs to the figures of the next.
  private func settleSigns(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    for column in columns.indices.dropLast() where columns[column] == .total {
      let body = cells.bodyRows.map { $0[column] }.filter { !$0.isEmpty }
      let isSigns = body.allSatisfy { $0.count == 1 && context.isOne($0.lowerBound, of: RowScale.currencies) }
      if isSigns, !body.isEmpty, columns[column + 1] == .total { columns[column] = .other }
    }
  }

  private static let benefits: WordSet = [
    "incentive", "incentives", "benefit", "benefits", "entitlement", "entitlements", "grant", "grants", "extra",
    "extras", "concession", "concessions", "allowance", "allowances",
  ]

  /// `Incentive | Amount`: what each is worth or how many there are, not what it costs.
  private func settleBenefits(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    guard !columns.contains(.quantity), !columns.contains(.value), !columns.contains(.unitPrice),
      let product = columns.firstIndex(of: .product),
      let amount = columns.indices.first(where: { columns[$0] == .total && cells.headingWords($0) == ["amount"] }),
      cells.headingWords(product).contains(where: Self.benefits.contains) || mixesCounts(amount, cells)
        || isCount(amount, beside: columns, cells)
    else { return }
    columns[amount] = .quantity
  }

  /// `Description | Amount | Price S$`: another column has the prices, and no cell of this one holds a sum.
  private func isCount(_ amount: Int, beside columns: [TableReading.Column], _ cells: TableCells) -> Bool {
    let isPriced = columns.indices.contains { column in
      column != amount && [.total, .fee, .annual].contains(columns[column])
        && cells.headingWords(column).contains { ["price", "prices", "fee", "fees", "charge", "charges"].contains($0) }
    }
    return isPriced && !isMoney(amount, cells) && !cells.bodyRows.contains { context.text($0[amount]).contains(".") }
  }

  /// A table of names and prices alone is a list of rates: nothing in it is bought.
  private func settleRates(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    let bought: Set<TableReading.Column> = [.quantity, .annual, .start, .end, .validity, .months, .unitPrice]
    guard columns.allSatisfy({ !bought.contains($0) }), columns.filter({ $0 == .total }).count == 1,
      let total = columns.firstIndex(of: .total), !cells.headingWords(total).contains("total")
    else { return }
    // `Line │ What │ Amount`: what each line comes to, some for nothing.
    if cells.headingWords(total).contains(where: { ["amount", "sum", "net", "payable"].contains($0) }),
      columns.contains(.reference) || cells.bodyRows.contains(where: { context.mark($0[total]) != nil }),
      cells.bodyRows.contains(where: { cells.amount($0[total]) != nil })
    {
      return
    }
    // A tick in each row says which of them are taken.
    if cells.bodyRows.contains(where: { row in row.contains { $0.contains(where: isTick) } }) { return }
    let standing = RowStanding(context: context, cells: cells, columns: columns)
    let hasSum = cells.bodyRows.contains { standing.isSummary($0) }
    if !hasSum, sumRow(cells, columns) == nil, !columns.contains(where: { if case .year = $0 { true } else { false } })
    {
      columns[total] = .unitPrice
    }
  }

  private func isTick(_ token: Int) -> Bool { context.isOne(token, of: "☒|☑|☐") }

  /// The last row where its amount is that of all above it, whatever it is called: "Billed in one sum".
  private func sumRow(_ cells: TableCells, _ columns: [TableReading.Column]) -> Int? {
    guard cells.body.count > 2, let last = cells.body.last else { return nil }
    for column in columns.indices where [.total, .annual, .unitPrice].contains(columns[column]) {
      guard let sum = cells.amount(cells.rows[last][column]), sum > 0 else { continue }
      // What is sold by number and price may cost by chance what stands above it in sum.
      guard cells.isBare(cells.rows[last], columns, but: column) else { continue }
      let above = cells.body.dropLast().compactMap { cells.amount(cells.rows[$0][column]) }.filter { $0 > 0 }
      if above.count > 1, above.reduce(0, +) == sum { return last }
    }
    return nil
  }

  /// Without headings: names beside money with a sum below are line items; all else says nothing of its columns.
  private func headless(_ cells: TableCells, _ above: [TimePeriod?]) -> [TableReading.Column] {
    var columns = [TableReading.Column](repeating: .other, count: cells.columns)
    if !above.isEmpty {
      columns[0] = .product
      for (column, period) in above.enumerated() {
        if let year = period?.contractYear { columns[column] = .year(year) }
      }
      if above.last == .some(nil) { columns[columns.count - 1] = .total }
      return columns
    }
    if let bought = BoughtRows(context: context, cells: cells).columns() { return bought }
    guard cells.columns >= 2, cells.rows.count >= 2 else { return columns }
    let last = cells.columns - 1
    let isMoney = cells.rows.allSatisfy { row in
      context.values(in: row[last]).contains { if case .money = $0.value { true } else { false } }
        && cells.isFigure(row[last])
    }
    if let periods = ofPeriods(cells) { return periods }
    guard isMoney else { return columns }
    columns[0] = .product
    columns[last] = .total
    let standing = RowStanding(context: context, cells: cells, columns: columns)
    let hasSum = cells.rows.contains { standing.isSummary($0) }
    return hasSum ? columns : [TableReading.Column](repeating: .other, count: cells.columns)
  }

  /// An `Item` column that only counts (1, 2, 3; A1, A2) is a reference where another column names the product.
  private func settleReference(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    guard let first = columns.firstIndex(of: .product), !cells.bodyRows.isEmpty else { return }
    let body = cells.bodyRows.map { $0[first] }.filter { !$0.isEmpty }
    guard !body.isEmpty,
      body.allSatisfy({
        $0.count <= 2 && ($0.count == 1 || context.stream.tokens[$0.upperBound - 1].tokenClass != .word)
      }),
      body.contains(where: {
        context.stream.tokens[$0.upperBound - 1].tokenClass == .number
          || context.stream.tokens[$0.lowerBound].tokenClass == .number
      }) || isLettered(body)
    else { return }
    columns[first] = .reference
    if let description = columns.firstIndex(of: .description) { columns[description] = .product }
  }

  /// `A`, `B`, `C`
  private func isLettered(_ body: [Range<Int>]) -> Bool {
    body.count > 1 && body.allSatisfy { $0.count == 1 && context.folded($0.lowerBound).utf8.count == 1 }
      && Set(body.map { context.folded($0.lowerBound) }).count == body.count
  }

  /// Where no heading names the product, the first column of words does.
  private func firstTextColumn(_ columns: [TableReading.Column], _ cells: TableCells) -> Int? {
    // "Allowance", "Row", "Line" may head the names of what is granted as well.
    // So may "Fee", by itself.
    for wanted: [TableReading.Column] in [[.other, .description], [.quantity, .reference, .value], [.total]] {
      for column in columns.indices where wanted.contains(columns[column]) {
        let named = cells.headingWords(column).filter { !PriceHeading.isCode($0) && !RowScale.currencies.contains($0) }
        if wanted == [.total], named.count != 1 { continue }
        let body = cells.bodyRows.map { $0[column] }.filter { !$0.isEmpty }
        let words = body.filter { $0.contains { context.isWord($0) } && !cells.isFigure($0) }
        let isNaming = wanted.contains(.other) || words.filter { $0.count > 1 }.count * 3 >= body.count * 2
        if !body.isEmpty, words.count * 2 >= body.count, isNaming { return column }
      }
    }
    return nil
  }

  /// Of two columns of totals the first is that of a year or a unit where its heading does not say otherwise.
  private func settlePrices(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    let totals = columns.indices.filter { columns[$0] == .total }
    guard !columns.contains(.unitPrice) else { return }
    if totals.count > 1 {
      columns[totals[0]] = .unitPrice
    } else if let total = totals.first, let annual = columns.firstIndex(of: .annual), total < annual,
      let count = columns.firstIndex(of: .quantity), isPriceOfOne(total, count, annual, cells)
    {
      columns[total] = .unitPrice
    }
  }

  /// `Qty | Net price | Annual net`: in every row the last is the number times the other.
  private func isPriceOfOne(_ price: Int, _ count: Int, _ annual: Int, _ cells: TableCells) -> Bool {
    var isTold = false
    for row in cells.bodyRows {
      guard let one = cells.amount(row[price]), let number = cells.amount(row[count]),
        let sum = cells.amount(row[annual]),
        one > 0
      else { continue }
      guard one * number == sum else { return false }
      isTold = isTold || number > 1
    }
    return isTold
  }
}
