// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Writes the items of a document to the buffer of its `SourceText`.
struct HTMLWriter {
  let tree: HTMLTree
  let boxes: HTMLBoxes
  let shapes: HTMLTableShapes

  var text = SourceText()
  /// Whether a table was cut short.
  var isCut = false
  private var traits: [SourceTextBuilder.BlockTraits] = []
  /// Roles that markup gives; nil where the text's own looks decide.
  private var roles: [SourceBlock.Role?] = []
  private var hasLine = false
  /// Whether the last line may go on.
  private var isOpen = false

  init(tree: HTMLTree, boxes: HTMLBoxes, shapes: HTMLTableShapes) {
    self.tree = tree
    self.boxes = boxes
    self.shapes = shapes
  }

  mutating func write() {
    text.utf8.reserveCapacity(tree.pool.count)
    write(HTMLWalker.flow(0..<tree.nodes.count, tree, boxes, shapes, isFlat: false), depth: 0)
  }

  consuming func finish() -> SourceText {
    BlockRoles.assign(&text, traits, bodySize: Self.bodySize)
    for (index, role) in roles.enumerated() { if let role { text.blocks[index].role = role } }
    text.pages = [.init(number: 1, range: 0..<text.utf8.count)]
    return text
  }

  private static let bodySize: Float = 10

  mutating func write(_ flow: HTMLFlow, depth: Int) {
    for item in flow.items {
      switch item {
      case .line(let line): write(line, flow.pool)
      case .table(let node): writeTable(node, depth: depth)
      case .boxes(let node): if let table = boxes.tables[node] { writeBoxes(table.rows) }
      case .definitions(let node): writeDefinitions(node, depth: depth)
      case .preformatted(let range): writePreformatted(Array(flow.pool[range]))
      case .pageBreak: isOpen = false
      }
    }
    isOpen = false
  }

  // MARK: Lines

  private mutating func write(_ line: HTMLLine, _ pool: [UInt8]) {
    let content = pool[line.text]
    if isFurniture(content) {
      separate(block: true)
      let start = text.utf8.count
      text.utf8 += content
      text.lines.append(.init(range: start..<text.utf8.count, page: 1, isFurniture: true))
      isOpen = false
      return
    }
    var label = ListLabel.scan(content)
    let goesOn = isOpen && !line.startsBlock && runsOn(content, label)
    separate(block: !goesOn)
    let start = text.utf8.count
    text.utf8 += content
    let range = start..<text.utf8.count
    text.lines.append(.init(range: range, page: 1))
    if goesOn {
      extend(to: range.upperBound, line, content)
    } else {
      if label?.isWeak == true, line.labelLength == 0, !line.labelIsSet {
        label = Self.proven(label, content, isAlone: line.startsBlock, isBold: line.isBold || line.heading != nil)
      }
      open(range, line, label, content)
    }
    isOpen = true
  }

  /// Whether a line after a line break goes on with the sentence before it, rather than being a line of its own.
  private func runsOn(_ content: ArraySlice<UInt8>, _ label: ListLabel?) -> Bool {
    guard let last = text.lines.last, let end = text.utf8[last.range].last, let first = content.first else {
      return false
    }
    if let label, !label.isWeak { return false }
    if first >= 0x61, first <= 0x7A { return end != 0x2E }
    if end == 0x2C || end == 0x26 { return true }
    // Lines that long were wrapped by hand.
    return last.range.count >= 60 && end != 0x2E && end != 0x3A && end != 0x3B && end != 0x21 && end != 0x3F
  }

  /// A weak label counts where nothing but a label would stand so: "1 Formation", not "12 months" or "77 Long Street".
  private static func proven(
    _ label: ListLabel?, _ content: ArraySlice<UInt8>, isAlone: Bool, isBold: Bool
  ) -> ListLabel? {
    guard let label, label.kind == .number || label.kind == .named, isAlone, isBold || label.length < 3 else {
      return nil
    }
    let rest = content.dropFirst(label.length).drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first, first >= 0x41, first <= 0x5A || first == 0x28 else { return nil }
    return label
  }

  private func isFurniture(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.count < 90 else { return false }
    let form = FurnitureForm(Array(content))
    if form.isEnvelope { return true }
    // A number alone may be an amount; "Page 2 of 3" is none.
    return form.isPageNumber && (content.first.map { ($0 | 0x20) == 0x70 || ($0 | 0x20) == 0x73 } ?? false)
  }

  private mutating func open(
    _ range: Range<Int>, _ line: HTMLLine, _ label: ListLabel?, _ content: ArraySlice<UInt8>
  ) {
    let length = line.labelLength > 0 ? line.labelLength : label?.length ?? 0
    text.blocks.append(
      .init(
        role: .paragraph, range: range, label: length > 0 ? range.lowerBound..<(range.lowerBound + length) : nil,
        page: 1))
    if let level = line.heading, content.count <= 300 {
      roles.append(.heading(level: level))
    } else if let level = line.item {
      roles.append(.listItem(level: level))
    } else {
      roles.append(nil)
    }
    traits.append(
      .init(
        size: Self.bodySize, isBold: line.isBold, isAllCapitals: Self.isAllCapitals(content), lines: 1,
        indent: line.indent, label: label, endsSentence: Self.endsSentence(content), hasTab: line.hasTab))
  }

  private mutating func extend(to end: Int, _ line: HTMLLine, _ content: ArraySlice<UInt8>) {
    let index = text.blocks.count - 1
    text.blocks[index].range = text.blocks[index].range.lowerBound..<end
    traits[index].lines += 1
    traits[index].isBold = traits[index].isBold && line.isBold
    traits[index].isAllCapitals = traits[index].isAllCapitals && Self.isAllCapitals(content)
    traits[index].endsSentence = Self.endsSentence(content)
    traits[index].hasTab = traits[index].hasTab || line.hasTab
  }

  private static func isAllCapitals(_ content: ArraySlice<UInt8>) -> Bool {
    var upper = 0
    for byte in content {
      if byte >= 0x61, byte <= 0x7A { return false }
      if byte >= 0x41, byte <= 0x5A { upper += 1 }
    }
    return upper > 2
  }

  private static func endsSentence(_ content: ArraySlice<UInt8>) -> Bool {
    switch content.last(where: { $0 != 0x22 && $0 != 0x27 && $0 != 0x29 }) {
    case 0x2E, 0x3B, 0x3A, 0x21, 0x3F: true
    default: false
    }
  }

  // MARK: Rows and preformatted text

  mutating func separate(block: Bool) {
    if hasLine { text.utf8 += block ? [0x0A, 0x0A] : [0x0A] }
    hasLine = true
  }

  mutating func endRow(_ range: Range<Int>, table: Int, row: Int) {
    text.lines.append(.init(range: range, page: 1))
    addBlock(.init(role: .tableRow(table: table, row: row), range: range, page: 1))
    isOpen = false
  }

  private mutating func addBlock(_ block: SourceBlock) {
    text.blocks.append(block)
    roles.append(block.role)
    traits.append(
      .init(
        size: 0, isBold: false, isAllCapitals: false, lines: 1, indent: 0, label: nil, endsSentence: false,
        hasTab: true))
  }

  /// Text that is laid out with spaces, read as plain text is.
  private mutating func writePreformatted(_ content: [UInt8]) {
    let part = PlainTextReader.read(utf8: content.filter { $0 != 0x0C })
    guard !part.lines.isEmpty else { return }
    separate(block: true)
    let offset = text.utf8.count
    func moved(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + offset)..<(range.upperBound + offset) }
    let tables = text.tables.count
    text.utf8 += part.utf8
    text.lines += part.lines.map { .init(range: moved($0.range), page: 1, isFurniture: $0.isFurniture) }
    text.joins += part.joins.map(moved)
    for block in part.blocks {
      var role = block.role
      if case .tableRow(let table, let row) = role { role = .tableRow(table: table + tables, row: row) }
      addBlock(.init(role: role, range: moved(block.range), label: block.label.map(moved), page: 1))
    }
    for var table in part.tables {
      for row in table.rows.indices {
        table.rows[row].page = 1
        for cell in table.rows[row].cells.indices {
          table.rows[row].cells[cell].range = moved(table.rows[row].cells[cell].range)
          table.rows[row].cells[cell].spannedFrom = table.rows[row].cells[cell].spannedFrom.map(moved)
        }
      }
      text.tables.append(table)
    }
    isOpen = false
  }
}
