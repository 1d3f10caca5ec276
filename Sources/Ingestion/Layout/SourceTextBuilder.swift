// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Writes the buffer of a `SourceText` front to back: lines grouped to blocks, table rows, furniture, page breaks.
struct SourceTextBuilder {
  private(set) var text = SourceText()
  private var roles: [BlockTraits] = []
  private var sizes: [Int: Int] = [:]
  private var lastSize: (key: Int, bytes: Int) = (0, 0)

  // The open block.
  private var blockLines = 0
  private var firstShape: LineShape?
  private var lastShape: LineShape?
  private var separator = Separator.none
  private var pageStart = 0
  private var hyphens = Hyphenation()

  private enum Separator { case none, line, page }

  /// What the choice of a block's role needs once all blocks are known.
  struct BlockTraits {
    var size: Float
    var isBold: Bool
    var isAllCapitals: Bool
    var lines: Int
    var indent: Float
    var label: ListLabel?
    var endsSentence: Bool
    var hasTab: Bool
    /// What may be a label where its neighbours are items of one list: `A.` before `B.`
    var doubtful: ListLabel?
  }

  init(capacity: Int = 0) { text.utf8.reserveCapacity(capacity) }

  var count: Int { text.utf8.count }

  // MARK: Pages

  mutating func beginPage() {
    if !text.utf8.isEmpty || !text.pages.isEmpty {
      append(text.utf8.isEmpty || text.utf8.last == 0x0A ? [0x0C, 0x0A] : [0x0A, 0x0C, 0x0A])
      separator = .page
    }
    pageStart = text.utf8.count
  }

  mutating func endPage(number: Int, width: Double = 0, height: Double = 0) {
    text.pages.append(.init(number: number, range: pageStart..<text.utf8.count, width: width, height: height))
  }

  // MARK: Lines

  /// A line of running text; `writer` appends its bytes (no line break) and its words.
  mutating func addLine(_ shape: LineShape, box: Box?, _ writer: (inout SourceText) -> Void) {
    let joined =
      lastShape.map { last in
        firstShape.map { !BlockRules.startsBlock(shape, after: last, first: $0, lines: blockLines) } ?? false
      } ?? false
    if !joined { closeBlock() }
    separate(block: !joined)
    let start = text.utf8.count
    writer(&text)
    guard text.utf8.count > start else { return }
    let range = start..<text.utf8.count
    text.lines.append(.init(range: range, page: shape.page, box: box))
    count(shape, bytes: range.count)
    if joined {
      if let join = hyphens.join(
        &text.utf8, lastLineEnd: text.blocks[text.blocks.count - 1].range.upperBound, next: start)
      {
        text.joins.append(join)
      }
      extend(to: range.upperBound, shape)
    } else {
      open(range, shape)
    }
    lastShape = shape
    separator = .line
  }

  private mutating func open(_ range: Range<Int>, _ shape: LineShape) {
    var label = shape.label
    if let found = label, found.isWeak, !shape.labelIsSet {
      // "1 Formation" may be a heading; "12 months" is not.
      if found.kind != .number && found.kind != .named || !shape.startsUpperCase && shape.first != 0x28 {
        label = nil
      }
    }
    let labelRange = label.map { range.lowerBound..<(range.lowerBound + min($0.length, range.count)) }
    text.blocks.append(.init(role: .paragraph, range: range, label: labelRange, page: shape.page))
    roles.append(
      .init(
        size: shape.size, isBold: shape.isBold, isAllCapitals: shape.isAllCapitals, lines: 1, indent: shape.x0,
        label: label, endsSentence: shape.endsSentence, hasTab: shape.hasTab,
        doubtful: label == nil && shape.label?.kind == .letter ? shape.label : nil))
    firstShape = shape
    blockLines = 1
  }

  private mutating func extend(to end: Int, _ shape: LineShape) {
    let index = text.blocks.count - 1
    text.blocks[index].range = text.blocks[index].range.lowerBound..<end
    roles[index].lines += 1
    roles[index].isBold = roles[index].isBold && shape.isBold
    roles[index].isAllCapitals = roles[index].isAllCapitals && shape.isAllCapitals
    roles[index].endsSentence = shape.endsSentence
    blockLines += 1
  }

  /// A running head or foot, a page number, an envelope id: in the text, in no block. The open block may go on after it.
  mutating func addFurniture(page: Int, box: Box?, _ writer: (inout SourceText) -> Void) {
    separate(block: false)
    let start = text.utf8.count
    writer(&text)
    guard text.utf8.count > start else { return }
    text.lines.append(.init(range: start..<text.utf8.count, page: page, isFurniture: true, box: box))
    separator = .line
  }

  // MARK: Tables

  /// Opens a table, or goes on with the last one; gives its index.
  mutating func openTable(columns: Int, headerRows: Int, continuing: Int? = nil) -> Int {
    closeBlock()
    if let continuing { return continuing }
    text.tables.append(.init(headerRows: headerRows, columns: columns, rows: []))
    return text.tables.count - 1
  }

  /// One row; `cells` write themselves in column order, `first` tells whether the row opens the table.
  mutating func addRow(
    table: Int, page: Int, isRepeatedHeader: Bool = false, box: Box?, afterRow: Bool,
    cells: [(column: Int, span: Int, write: (inout SourceText) -> Void)]
  ) {
    separate(block: !afterRow)
    let start = text.utf8.count
    var row = SourceRow(cells: [], page: page, isRepeatedHeader: isRepeatedHeader)
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.utf8.append(0x09) }
      let cellStart = text.utf8.count
      cell.write(&text)
      row.cells.append(.init(range: cellStart..<text.utf8.count, column: cell.column, columnSpan: cell.span))
    }
    let range = start..<text.utf8.count
    let rowIndex = text.tables[table].rows.count
    text.tables[table].rows.append(row)
    text.lines.append(.init(range: range, page: page, box: box))
    text.blocks.append(.init(role: .tableRow(table: table, row: rowIndex), range: range, page: page))
    roles.append(
      .init(
        size: 0, isBold: false, isAllCapitals: false, lines: 1, indent: 0, label: nil, endsSentence: false,
        hasTab: true))
    separator = .line
    lastShape = nil
    firstShape = nil
  }

  // MARK: End

  mutating func report(_ problem: Problem) { text.problems.append(problem) }

  consuming func finish() -> SourceText {
    flushSize()
    let body = Float(sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 40) / 4
    BlockRoles.assign(&text, roles, bodySize: body)
    return text
  }

  private mutating func closeBlock() {
    firstShape = nil
    lastShape = nil
    blockLines = 0
  }

  private mutating func separate(block: Bool) {
    switch separator {
    case .none: break
    case .page: break
    case .line: append(block ? [0x0A, 0x0A] : [0x0A])
    }
    separator = .none
  }

  private mutating func append(_ bytes: [UInt8]) { text.utf8.append(contentsOf: bytes) }

  private mutating func count(_ shape: LineShape, bytes: Int) {
    let key = Int(shape.size * 4 + 0.5)
    if key != lastSize.key { flushSize() }
    lastSize = (key, lastSize.bytes + bytes)
  }

  private mutating func flushSize() {
    if lastSize.bytes > 0 { sizes[lastSize.key, default: 0] += lastSize.bytes }
    lastSize.bytes = 0
  }
}
