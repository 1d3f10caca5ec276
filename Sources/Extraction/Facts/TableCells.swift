// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// A table's cells as tokens, by row and column.
struct TableCells {
  let context: DocumentContext
  let table: Int
  let columns: Int
  /// The rows of the heading, and those under it up to the next heading.
  let headers: Range<Int>
  let body: Range<Int>
  /// Tokens of each cell; a cell that spans rows gives its tokens in each of them.
  let rows: [[Range<Int>]]
  /// How many columns each cell spans, beside `rows`; 0 for what a spanning cell covers.
  let spans: [[Int]]
  let blocks: Range<Int>
  /// The block of each row: other text may stand between two rows. -1 where there is none.
  let rowBlocks: [Int]

  /// The parts of a table that have headings of their own, one below the other; most tables are one.
  static func parts(_ context: DocumentContext, table: Int) -> [TableCells] {
    var whole = TableCells(context, table: table)
    if whole.headers.isEmpty, whole.isHeading(0) {
      whole = TableCells(whole, headers: 0..<1, body: 1..<whole.rows.count)
    }
    var parts: [TableCells] = []
    var start = whole.headers
    for row in whole.body.dropFirst() where whole.opensPart(row) {
      parts.append(TableCells(whole, headers: start, body: start.upperBound..<row))
      start = row..<(row + 1)
    }
    guard !parts.isEmpty else { return [whole] }
    parts.append(TableCells(whole, headers: start, body: start.upperBound..<whole.rows.count))
    return parts
  }

  private init(_ whole: TableCells, headers: Range<Int>, body: Range<Int>) {
    context = whole.context
    table = whole.table
    columns = whole.columns
    rows = whole.rows
    spans = whole.spans
    blocks = whole.blocks
    rowBlocks = whole.rowBlocks
    self.headers = headers
    self.body = body
  }

  /// Whether a row within the table heads what stands under it: words for a product and for a number or a price, no
  /// figures.
  private func opensPart(_ row: Int) -> Bool {
    guard columns <= 20, row + 1 < rows.count, !context.source.tables[table].rows[row].isRepeatedHeader else {
      return false
    }
    let cells = rows[row].filter { !isBlank($0) }
    // Other text between: the table only seemed to go on. Without headings above, only roles tell.
    if !headers.isEmpty, row > 0, rowBlocks[row] > rowBlocks[row - 1] + 1, cells.count >= 2,
      cells.allSatisfy({ $0.count <= 8 && context.values(in: $0).isEmpty }),
      rows[row + 1].contains(where: { isFigure($0) })
    {
      return true
    }
    guard cells.count >= 3, let roles = roles(cells) else { return false }
    let isNamed = roles.contains { [.product, .description, .reference].contains($0) }
    let isCounted = roles.contains { [.quantity, .unitPrice, .total, .annual, .value, .validity].contains($0) }
    return isNamed && isCounted && roles.filter { $0 != .other }.count * 3 >= roles.count * 2
      && rows[row + 1].contains { isFigure($0) }
  }

  /// What a row of short cells without figures would head, cell by cell; nil for any other row.
  private func roles(_ cells: [Range<Int>]) -> [TableReading.Column]? {
    guard cells.allSatisfy({ $0.count <= 6 && context.values(in: $0).isEmpty }) else { return nil }
    var roles: [TableReading.Column] = []
    for cell in cells {
      let words = context.words(cell).filter { !["(", ")", ".", ":", "*"].contains($0) }
      roles.append(ColumnRoles.role(words, hasProduct: roles.contains(.product)))
    }
    return roles
  }

  /// "What | How much" over a table that shows no headings: every cell heads a column, one names and one counts.
  private func isHeading(_ row: Int) -> Bool {
    guard columns <= 20, rows.count > 2, let first = rows[safe: row], !first.contains(where: { isBlank($0) }),
      first.count >= 2, let roles = roles(first), roles[0] == .product,
      roles.contains(where: { $0 == .quantity || $0 == .value }), !roles.contains(.other)
    else { return false }
    return rows.dropFirst(row + 1).contains { $0.dropFirst().contains { !context.values(in: $0).isEmpty } }
  }

  init(_ context: DocumentContext, table: Int) {
    self.context = context
    self.table = table
    let source = context.source.tables[table]
    columns = max(1, source.columns)
    headers = 0..<min(source.headerRows, source.rows.count)
    body = headers.upperBound..<source.rows.count
    let blocks = context.outline.tableBlocks[safe: table] ?? 0..<0
    self.blocks = blocks
    var rowBlocks = [Int](repeating: -1, count: source.rows.count)
    for block in blocks {
      if case .tableRow(table, let row) = context.source.blocks[block].role, row < rowBlocks.count {
        rowBlocks[row] = block
      }
    }
    self.rowBlocks = rowBlocks
    var rows: [[Range<Int>]] = []
    var spans: [[Int]] = []
    for row in source.rows {
      var cells = [Range<Int>](repeating: 0..<0, count: columns)
      var widths = [Int](repeating: 1, count: columns)
      for cell in row.cells where cell.column < columns {
        let bytes = cell.range.isEmpty ? cell.spannedFrom ?? cell.range : cell.range
        cells[cell.column] = bytes.isEmpty ? 0..<0 : context.chosen(context.tokens(inBytes: bytes))
        widths[cell.column] = max(1, cell.columnSpan)
        if cell.columnSpan > 1 {
          for covered in (cell.column + 1)..<min(columns, cell.column + cell.columnSpan) { widths[covered] = 0 }
        }
      }
      rows.append(cells)
      spans.append(widths)
    }
    self.rows = rows
    self.spans = spans
  }

  /// The blocks of this part, from its heading to its last row.
  var ownBlocks: Range<Int> {
    let own = (headers.lowerBound..<max(headers.upperBound, body.upperBound)).compactMap { row in
      rowBlocks[safe: row].flatMap { $0 >= 0 ? $0 : nil }
    }
    guard let first = own.first, let last = own.last, first <= last else { return blocks }
    return first..<(last + 1)
  }

  var bodyRows: ArraySlice<[Range<Int>]> { rows[body] }

  /// The cells of a column's heading from top to bottom, spanning cells included.
  func headingCells(_ column: Int) -> [Range<Int>] {
    headers.map { row in
      var at = column
      while at > 0, spans[row][at] == 0 { at -= 1 }
      return rows[row][at]
    }
  }

  /// Words of a column's heading, joined over the heading rows, spanning cells included; signs but `#`, `%`, `/` left out.
  func headingWords(_ column: Int) -> [String] {
    var words: [String] = []
    for cell in headingCells(column) {
      words += context.words(cell).filter { word in
        guard let byte = word.utf8.first else { return false }
        return !"():*.,-;_†‡".utf8.contains(byte) || word.utf8.count > 1
      }
    }
    return words
  }

  /// Tokens of a column's heading.
  func heading(_ column: Int) -> Range<Int> {
    let cells = headers.map { rows[$0][column] }.filter { !$0.isEmpty }
    guard let low = cells.map(\.lowerBound).min(), let high = cells.map(\.upperBound).max() else { return 0..<0 }
    // Rows of headings do not stand together; the last says most.
    return cells.count == 1 ? low..<high : cells[cells.count - 1]
  }

  /// Nothing but signs, and none of those that say something alone: `$`, a box, ticked or not.
  func isBlank(_ range: Range<Int>) -> Bool {
    range.allSatisfy { token in
      guard context.stream.tokens[token].tokenClass == .sign else { return false }
      let sign = context.source.utf8[context.stream.tokens[token].range]
      return sign.count == 1 ? sign.first != 0x24 : !Self.boxes.contains { sign.elementsEqual($0.utf8) }
    }
  }

  private static let boxes = ["☒", "☑", "☐"]

  /// The amount of a cell: money, or a bare number; nil where the cell holds more words than that.
  func amount(_ range: Range<Int>, allowNumber: Bool = true) -> Decimal? {
    guard !range.isEmpty, range.count <= 14 else { return nil }
    // "Included in line 1": the number of what it is included in.
    let allowNumber =
      allowNumber && !context.isOne(range.lowerBound, of: Self.opensWithoutNumber)
      && !pointsElsewhere(range)
    var number: Decimal?
    for value in context.values(in: range) {
      switch value.value {
      case .money(let amount, _): return amount
      case .number(let amount) where allowNumber && number == nil: number = amount
      case .percent: return nil
      default: continue
      }
    }
    return number
  }

  /// "Included in line 1", "none, see note 3": the number is of what the words point to.
  private static let opensWithoutNumber: WordSet = [
    "included", "incl", "bundled", "none", "nothing", "nil", "waived", "free",
  ]

  /// "in line 1", "see rule 2", "as item 3": the number of another place.
  private func pointsElsewhere(_ range: Range<Int>) -> Bool {
    guard range.count <= 7, context.isOne(range.lowerBound, of: "in|see|with|under|as|cf") else {
      return false
    }
    return range.dropFirst().contains { context.isOne($0, of: Self.places) }
  }

  private static let places: WordSet = [
    "line", "lines", "item", "items", "row", "rows", "rule", "note", "pos", "position", "section", "clause", "article",
    "part", "paragraph", "no", "above", "below",
  ]

  /// Whether a row has no quantity, unit price and dates of its own, in other columns than `column`: such a row may be a
  /// sum, and what has them is sold.
  func isBare(_ row: [Range<Int>], _ columns: [TableReading.Column], but column: Int? = nil) -> Bool {
    row.enumerated().allSatisfy { other, cell in
      guard other != column, !cell.isEmpty else { return true }
      switch columns[safe: other] ?? .other {
      case .quantity, .unitPrice, .listPrice, .start, .end, .validity: return context.values(in: cell).isEmpty
      default: return true
      }
    }
  }

  /// Whether a cell's amount is a whole number, written without a point.
  func isWhole(_ range: Range<Int>) -> Bool {
    amount(range).flatMap(\.wholeNumber) != nil
      && !context.source.utf8[context.stream.tokens[range.lowerBound].range].contains(0x2E)
  }

  /// Whether a cell is a figure and little else.
  func isFigure(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 10 else { return false }
    var end = range.lowerBound
    var covered = 0
    for value in context.values(in: range) where value.tokens.upperBound > end {
      covered += value.tokens.upperBound - max(end, value.tokens.lowerBound)
      end = value.tokens.upperBound
    }
    guard covered > 0, let first = context.values(in: range).first else { return false }
    let opens = (range.lowerBound..<first.tokens.lowerBound).allSatisfy {
      !context.isWord($0) || context.folded($0).utf8.count <= 3
    }
    return opens && covered * 2 >= range.count
  }
}
