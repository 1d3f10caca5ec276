// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationEssentials
import InventoryModel
import Lexis
import Patterns

/// Tells what a document's tables are, and what their columns and rows hold.
struct TableRoleReader {
  let context: DocumentContext
  let places: FactPlaces

  /// A reading of every table; rows have no prices yet.
  func read() -> [TableReading] {
    context.source.tables.indices.map { reading(TableCells(context, table: $0)) }
  }

  private func reading(_ cells: TableCells) -> TableReading {
    let columns = columns(cells)
    let role = role(cells, columns)
    let isOptional = isHeadedOptional(cells)
    let ticks = tickColumns(cells)
    var rows: [TableReading.Row] = []
    for (index, row) in cells.rows.enumerated() where index >= cells.headerRows {
      let source = context.source.tables[cells.table].rows[index]
      let block = cells.blocks.lowerBound + index
      guard block < cells.blocks.upperBound else { break }
      rows.append(
        TableReading.Row(
          block: block, row: index, cells: row,
          isSummary: source.isRepeatedHeader || isSummary(row, columns, cells, isLast: index == cells.rows.count - 1),
          lineItem: nil, annual: nil, total: nil, isRecurring: nil, isOptional: isOptional || isUnticked(row, ticks)))
    }
    return TableReading(
      table: cells.table, columns: columns, headers: (0..<cells.columns).map { cells.heading($0) }, rows: rows,
      role: role)
  }

  // MARK: Columns

  /// Tables with more columns are no order form's: their columns are not asked for.
  private static let mostColumns = 60

  private func columns(_ cells: TableCells) -> [TableReading.Column] {
    guard cells.columns <= Self.mostColumns else {
      return [TableReading.Column](repeating: .other, count: cells.columns)
    }
    guard cells.headerRows > 0 else { return headless(cells) }
    var columns: [TableReading.Column] = []
    for column in 0..<cells.columns {
      let hasProduct = columns.contains(.product)
      columns.append(ColumnRoles.role(cells.headingWords(column), hasProduct: hasProduct))
    }
    settleReference(&columns, cells)
    if !columns.contains(.product), let first = firstTextColumn(columns, cells) { columns[first] = .product }
    settleShifted(&columns, cells)
    settleByContent(&columns, cells)
    settlePrices(&columns)
    settleRates(&columns, cells)
    return columns
  }

  /// A heading over an empty column belongs to the figures beside it that have none.
  private func settleShifted(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    func body(_ column: Int) -> [Range<Int>] {
      cells.rows.dropFirst(cells.headerRows).map { $0[column] }.filter { !cells.isBlank($0) }
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
  private func settleByContent(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    for column in columns.indices where [.other, .months, .end, .start, .validity, .note].contains(columns[column]) {
      let body = cells.rows.dropFirst(cells.headerRows).map { $0[column] }.filter { !cells.isBlank($0) }
      let money = body.filter { cell in
        context.values(in: cell).contains {
          if case .money = $0.value { cell.count <= $0.tokens.count + 3 } else { false }
        }
      }
      if !body.isEmpty, money.count * 2 >= body.count { columns[column] = .total }
    }
  }

  /// A table of names and prices alone is a list of rates: nothing in it is bought.
  private func settleRates(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    let bought: Set<TableReading.Column> = [.quantity, .annual, .start, .end, .validity, .months, .unitPrice]
    guard columns.allSatisfy({ !bought.contains($0) }), columns.filter({ $0 == .total }).count == 1,
      let total = columns.firstIndex(of: .total), !cells.headingWords(total).contains("total")
    else { return }
    let hasSum = cells.rows.dropFirst(cells.headerRows).contains { isSummary($0, columns, cells, isLast: false) }
    if !hasSum, !columns.contains(where: { if case .year = $0 { true } else { false } }) { columns[total] = .unitPrice }
  }

  /// Without headings: names beside money with a sum below are line items; all else says nothing of its columns.
  private func headless(_ cells: TableCells) -> [TableReading.Column] {
    var columns = [TableReading.Column](repeating: .other, count: cells.columns)
    guard cells.columns >= 2, cells.rows.count >= 2 else { return columns }
    let last = cells.columns - 1
    let isMoney = cells.rows.allSatisfy { row in
      context.values(in: row[last]).contains { if case .money = $0.value { true } else { false } }
        && cells.isFigure(row[last])
    }
    guard isMoney else { return columns }
    columns[0] = .product
    columns[last] = .total
    let hasSum = cells.rows.contains { isSummary($0, columns, cells, isLast: false) }
    return hasSum ? columns : [TableReading.Column](repeating: .other, count: cells.columns)
  }

  /// An `Item` column that only counts (1, 2, 3; A1, A2) is a reference where another column names the product.
  private func settleReference(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    guard let first = columns.firstIndex(of: .product), cells.rows.count > cells.headerRows else { return }
    let body = cells.rows[cells.headerRows...].map { $0[first] }.filter { !$0.isEmpty }
    guard !body.isEmpty,
      body.allSatisfy({
        $0.count <= 2 && ($0.count == 1 || context.stream.tokens[$0.upperBound - 1].tokenClass != .word)
      }),
      body.contains(where: {
        context.stream.tokens[$0.upperBound - 1].tokenClass == .number
          || context.stream.tokens[$0.lowerBound].tokenClass == .number
      })
    else { return }
    columns[first] = .reference
    if let description = columns.firstIndex(of: .description) { columns[description] = .product }
  }

  /// Where no heading names the product, the first column of words does.
  private func firstTextColumn(_ columns: [TableReading.Column], _ cells: TableCells) -> Int? {
    for column in columns.indices where columns[column] == .other || columns[column] == .description {
      let body = cells.rows.dropFirst(cells.headerRows).map { $0[column] }.filter { !$0.isEmpty }
      let words = body.filter { $0.contains { context.isWord($0) } && !cells.isFigure($0) }
      if !body.isEmpty, words.count * 2 >= body.count { return column }
    }
    return nil
  }

  /// Of two columns of totals the first is that of a year or a unit where its heading does not say otherwise.
  private func settlePrices(_ columns: inout [TableReading.Column]) {
    let totals = columns.indices.filter { columns[$0] == .total }
    guard totals.count > 1, !columns.contains(.unitPrice) else { return }
    columns[totals[0]] = .unitPrice
  }

  // MARK: Role

  private func role(_ cells: TableCells, _ columns: [TableReading.Column]) -> TableReading.Role {
    if isSignature(cells) { return .signatures }
    if cells.headerRows == 0, !columns.contains(.total) { return isLabels(cells) ? .labels : .other }
    let hasPrice = columns.contains { column in
      switch column {
      case .unitPrice, .total, .annual, .listPrice: true
      default: false
      }
    }
    let hasYears = columns.contains { if case .year = $0 { true } else { false } }
    guard columns.contains(.product) else { return .other }
    let hasAmounts = cells.rows.dropFirst(cells.headerRows).contains { row in
      row.contains { cells.amount($0) != nil }
    }
    if hasPrice || hasYears, hasAmounts { return .lineItems }
    let isGranting = columns.contains { [.quantity, .value, .validity, .start, .end].contains($0) }
    return isGranting ? .schedule : .other
  }

  /// Keys of signature lines in the cells, a mark or a blank among them.
  private func isSignature(_ cells: TableCells) -> Bool {
    var keys = 0
    for row in cells.rows.prefix(30) {
      for cell in row where !cell.isEmpty {
        for token in cell.prefix(60) {
          if SignatureKey.isMark(token, cell.upperBound, context) { return true }
          if token == cell.lowerBound, let found = SignatureKey.at(token, in: cell, context), found.key != .date {
            keys += found.key == .mark ? 2 : 1
          }
        }
      }
    }
    return keys >= 2
  }

  /// Two or four columns whose odd ones are short words.
  private func isLabels(_ cells: TableCells) -> Bool {
    guard cells.columns >= 2 else { return false }
    let labels = cells.rows.filter { row in
      guard let first = row.first(where: { !$0.isEmpty }) else { return false }
      return first.count <= 8 && !cells.isFigure(first)
    }
    return labels.count * 3 >= cells.rows.count * 2
  }

  // MARK: Rows

  private static let sums: WordSet = [
    "total", "subtotal", "sum", "totals", "gst", "vat", "tax", "taxes", "payable", "mwst", "discount", "due",
    "invoiced", "recurring",
  ]

  private func isSummary(_ row: [Range<Int>], _ columns: [TableReading.Column], _ cells: TableCells, isLast: Bool)
    -> Bool
  {
    guard let first = row.first(where: { !$0.isEmpty && !cells.isFigure($0) }) else {
      return row.contains { !$0.isEmpty }
    }
    let words = context.words(first.prefixRange(12))
    guard let opener = words.first else { return false }
    let named =
      Self.sums.contains(opener) || opener == "sub" || opener == "grand" || opener == "less"
      || words.prefix(5).contains("total") || words.prefix(3).contains("subtotal")
      || words.prefix(4).contains(where: { ["recurring", "invoiced", "due"].contains($0) })
        && !words.contains("monthly")
      || ["fees", "amount", "charges", "subscription", "one"].contains(opener)
        && (words.contains("per") || words.contains("for") || words.contains("total")) && productLess(row, columns)
    if productLess(row, columns), words.contains(where: { ["fees", "fee", "price", "charges"].contains($0) }),
      words.prefix(3).contains(where: { ["annual", "yearly", "subscription", "recurring"].contains($0) })
    {
      return true
    }
    guard named else { return false }
    return productLess(row, columns) || words.contains("total") || words.contains("subtotal") || opener == "sum"
  }

  /// A row without quantity, unit price and dates.
  private func productLess(_ row: [Range<Int>], _ columns: [TableReading.Column]) -> Bool {
    for (column, cell) in row.enumerated() where !cell.isEmpty {
      switch columns[safe: column] ?? .other {
      case .quantity, .unitPrice, .start, .end, .listPrice, .validity:
        if context.values(in: cell).isEmpty == false { return false }
      default: continue
      }
    }
    return true
  }

  // MARK: Options

  /// A heading or paragraph right over the table that offers what stands in it.
  private func isHeadedOptional(_ cells: TableCells) -> Bool {
    guard !cells.blocks.isEmpty else { return false }
    var at = cells.blocks.lowerBound - 1
    var steps = 0
    while at >= 0, steps < 2 {
      if case .tableRow = context.source.blocks[at].role { return false }
      let tokens = context.stream.tokens(ofBlock: at)
      for match in context.matches(in: tokens) {
        let rule = context.patterns.rules[match.rule]
        if rule.role == .cue, rule.subject == "optional_purchase", rule.reach == "section" { return true }
      }
      for match in context.matches(in: tokens) where isFact(match, "optional_table") { return true }
      if case .heading = context.source.blocks[at].role { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  private func isFact(_ match: PhraseMatch, _ id: String) -> Bool {
    let rule = context.patterns.rules[match.rule]
    return rule.role == .fact && rule.gives["table"] == "optional" && rule.id.hasPrefix("optional")
  }

  /// The columns headed `Yes` and `No`.
  private func tickColumns(_ cells: TableCells) -> (yes: Int?, no: Int?) {
    guard cells.columns <= Self.mostColumns else { return (nil, nil) }
    let columns = 0..<cells.columns
    return (columns.first { cells.headingWords($0) == ["yes"] }, columns.first { cells.headingWords($0) == ["no"] })
  }

  /// A box under `Yes` that is not ticked, or a ticked one under `No`.
  private func isUnticked(_ row: [Range<Int>], _ ticks: (yes: Int?, no: Int?)) -> Bool {
    if let yes = ticks.yes, !isTicked(row[yes]) { return true }
    if ticks.yes != nil, let no = ticks.no, isTicked(row[no]) { return true }
    return false
  }

  private func isTicked(_ cell: Range<Int>) -> Bool {
    cell.contains { ["☒", "☑", "x", "✓", "✔", "✗", "yes"].contains(context.folded($0)) }
  }
}
