// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// Tables whose first column says what stands in each row ("Quantity", "Valid until", "Purpose"), so that a column, not
/// a row, is one grant. They are read turned over: labels become headings, columns become rows.
struct TurnedTables {
  let context: DocumentContext

  private static let mostColumns = 12
  private static let mostRows = 40

  /// The readings of a table that has to be turned; none for any other. A table of two columns may hold several grants,
  /// one below the other.
  func readings(_ cells: TableCells) -> [TableReading] {
    guard (2...Self.mostColumns).contains(cells.columns), (2...Self.mostRows).contains(cells.rows.count),
      cells.body.count < cells.rows.count || cells.headers.isEmpty
    else { return [] }
    let labels = told(cells.rows.map { $0[0] })
    if cells.columns == 2 {
      let found = blocks(cells, labels)
      if !found.isEmpty || cells.headers.isEmpty { return found }
    }
    return sideBySide(cells, labels)
  }

  /// What labels say of what stands beside them; an "Amount" beside no "Quantity" says how much is granted.
  func told(_ labels: [Range<Int>]) -> [TableReading.Column] {
    var found = labels.map(label)
    guard !found.contains(where: Self.amounts.contains) else { return found }
    for (index, cell) in labels.enumerated() where found[index] == .total {
      if context.words(cell).filter({ $0 != ":" }) == ["amount"] { found[index] = .quantity }
    }
    return found
  }

  /// What a label in the first column says of the cells beside it.
  private func label(_ cell: Range<Int>) -> TableReading.Column {
    guard !cell.isEmpty, cell.count <= 8, context.values(in: cell).isEmpty else { return .other }
    let words = context.words(cell).filter { !["(", ")", ".", ":", "*", ","].contains($0) }
    let role = ColumnRoles.role(words, hasProduct: false)
    // "Frequency: each Contract Year"
    if role == .other, words.count <= 3, words.contains(where: Self.rhythms.contains) { return .note }
    if case .year = role { return .other }
    return role
  }

  private static let rhythms: WordSet = [
    "frequency", "recurrence", "cadence", "interval", "granted", "recurs", "often", "repeats", "renewal", "rhythm",
  ]

  /// How much: what no turned table goes without.
  private static let amounts: Set<TableReading.Column> = [.quantity, .value]
  private static let others: Set<TableReading.Column> = [
    .validity, .start, .end, .months, .purpose, .note, .unit, .total, .annual, .unitPrice, .fee,
  ]

  /// Whether labels say how much, and something else of it.
  func isTelling(_ labels: some Sequence<TableReading.Column>) -> Bool {
    let labels = Array(labels)
    return labels.contains(where: Self.amounts.contains) && labels.contains(where: Self.others.contains)
  }

  // MARK: Side by side

  private func sideBySide(_ cells: TableCells, _ labels: [TableReading.Column]) -> [TableReading] {
    // What is granted stands in the headings or right under them.
    let named = cells.rows.prefix(cells.headers.upperBound + 1).firstIndex { row in
      row.dropFirst().filter { hasKind($0) }.count * 2 > cells.columns - 1
    }
    guard let named, named + 1 < cells.rows.count else { return [] }
    let below = (named + 1)..<cells.rows.count
    guard isTelling(below.map { labels[$0] }),
      below.filter({ labels[$0] != .other }).count * 3 >= below.count * 2
    else { return [] }
    let rows = (1..<cells.columns).compactMap { column -> TableReading.Row? in
      guard !cells.isBlank(cells.rows[named][column]) else { return nil }
      return row(cells, named, [cells.rows[named][column]] + below.map { cells.rows[$0][column] })
    }
    return [reading(cells, below.map { ($0, labels[$0]) }, rows)]
  }

  // MARK: One below the other

  /// Labels with values; a row that names the thing opens each block: "Benefit | Training credits", or a title over it.
  private func blocks(_ cells: TableCells, _ labels: [TableReading.Column]) -> [TableReading] {
    var found: [TableReading] = []
    var open: (name: Range<Int>, at: Int)? = titleOver(cells).map { ($0, -1) }
    var first = 0
    func close(_ end: Int) {
      guard let open else { return }
      let below = max(open.at + 1, first)..<max(end, first, open.at + 1)
      guard isTelling(below.map { labels[$0] }) else { return }
      let row = row(cells, max(open.at, 0), [open.name] + below.map { cells.rows[$0][1] })
      found.append(reading(cells, below.map { ($0, labels[$0]) }, [row]))
    }
    for (index, row) in cells.rows.enumerated() {
      let isTitle = cells.spans[index][0] == 2 || cells.isBlank(row[1])
      let name = isTitle ? row[0] : opens(row, labels[index]) ? row[1] : 0..<0
      guard !name.isEmpty, hasKind(name), name.count <= 14 else { continue }
      close(index)
      open = (name, index)
      first = index + 1
    }
    close(cells.rows.count)
    return found
  }

  /// "Benefit | Training credits", "Type | Training credits": the row that says what the rows below it speak of.
  private func opens(_ row: [Range<Int>], _ label: TableReading.Column) -> Bool {
    label == .product || label == .other && (1...2).contains(row[0].count) && row[1].count <= 6
  }

  /// A heading or a short title right over the table that names a kind.
  private func titleOver(_ cells: TableCells) -> Range<Int>? {
    let block = cells.blocks.lowerBound - 1
    guard block >= 0, !cells.blocks.isEmpty else { return nil }
    if context.isTableRow(block) { return nil }
    let tokens = context.stream.tokens(ofBlock: block)
    return tokens.count <= 12 && (hasKind(tokens) || isCounted(tokens, cells)) ? tokens : nil
  }

  /// "Consulting" over "Number | 40 hours": the title and the unit say together what it is.
  private func isCounted(_ title: Range<Int>, _ cells: TableCells) -> Bool {
    guard (1...4).contains(title.count) else { return false }
    return cells.rows.prefix(Self.mostRows).contains { row in
      context.values(in: row[1]).contains { value in
        switch value.value {
        case .quantity(_, let unit, _): RowKinds.name(of: title, unit: unit, context) != nil
        case .duration(let duration): RowKinds.name(of: title, unit: duration.unit.rawValue, context) != nil
        default: false
        }
      }
    }
  }

  // MARK: Parts

  func hasKind(_ cell: Range<Int>) -> Bool {
    context.names(in: cell).contains { $0.kind != nil && !$0.isWeak } || RowKinds.kind(of: cell, context) != nil
  }

  private func row(_ cells: TableCells, _ index: Int, _ tokens: [Range<Int>]) -> TableReading.Row {
    TableReading.Row(
      block: max(cells.rowBlocks[index], cells.blocks.lowerBound), row: index, cells: tokens, isSummary: false,
      lineItem: nil, annual: nil,
      total: nil, isRecurring: nil, isOptional: false)
  }

  private func reading(
    _ cells: TableCells, _ labels: [(row: Int, column: TableReading.Column)], _ rows: [TableReading.Row]
  ) -> TableReading {
    TableReading(
      table: cells.table, columns: [.product] + labels.map(\.column),
      headers: [0..<0] + labels.map { cells.rows[$0.row][0] }, rows: rows, role: .schedule,
      blocks: cells.ownBlocks, isTurned: true)
  }
}
