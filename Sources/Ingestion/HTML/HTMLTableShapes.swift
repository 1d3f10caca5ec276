// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells tables of data from those that only lay out the page. One pass over the tree.
struct HTMLTableShapes {
  private struct Shape {
    var rows = 0
    var cells = 0
    var mostCells = 0
    /// Cells that hold tables of several cells, or headings.
    var nesting = 0
    var headings = 0
    var hasHeader = false
  }

  private struct Open {
    var node: Int
    var shape = Shape()
    var rowCells = 0
    var rowHeaders = 0
    var cell: Int?
    var cellHasText = false
    var cellIsHeader = false
    var hasText = false
  }

  private var data: Set<Int> = []

  /// Whether the table's rows and columns mean something.
  func isData(_ table: Int) -> Bool { data.contains(table) }

  init(_ tree: HTMLTree, _ boxes: HTMLBoxes) {
    guard tree.nodes.contains(where: { $0.tag == .table }) else { return }
    var tables: [Open] = []
    var open: [Int] = []
    for node in tree.nodes.indices {
      while let last = open.last, tree.end(last) <= node {
        open.removeLast()
        close(last, tree, &tables)
      }
      guard boxes[node].isShown else { continue }
      let tag = tree.nodes[node].tag
      if tag == .text {
        if !tables.isEmpty, !tables[tables.count - 1].cellHasText, tree.text(node).contains(where: { $0 > 0x20 }) {
          markText(tree.text(node), &tables)
        }
        continue
      }
      if tag == .input || tag == .select, !tables.isEmpty { tables[tables.count - 1].cellHasText = true }
      switch tag {
      case .table: tables.append(.init(node: node))
      case .tr:
        if !tables.isEmpty { Self.endRow(&tables[tables.count - 1]) }
      case .td, .th:
        if !tables.isEmpty {
          tables[tables.count - 1].cell = node
          tables[tables.count - 1].cellHasText = false
          tables[tables.count - 1].cellIsHeader = tag == .th
        }
      default:
        if tag.headingLevel != nil, let last = tables.indices.last, tables[last].cell != nil {
          tables[last].shape.headings += 1
        }
      }
      if tag == .table || tag == .tr || tag == .td || tag == .th { open.append(node) }
    }
    while let last = open.popLast() { close(last, tree, &tables) }
  }

  /// A non-breaking space alone is no text.
  private func markText(_ text: ArraySlice<UInt8>, _ tables: inout [Open]) {
    let isBlank = text.allSatisfy { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }
    if !isBlank { tables[tables.count - 1].cellHasText = true }
  }

  private mutating func close(_ node: Int, _ tree: HTMLTree, _ tables: inout [Open]) {
    guard let last = tables.indices.last else { return }
    switch tree.nodes[node].tag {
    case .td, .th:
      guard tables[last].cell == node else { return }
      tables[last].cell = nil
      if tables[last].cellHasText {
        tables[last].hasText = true
        tables[last].rowCells += 1
        if tables[last].cellIsHeader { tables[last].rowHeaders += 1 }
      }
      tables[last].cellHasText = false
    case .tr: Self.endRow(&tables[last])
    case .table:
      var table = tables.removeLast()
      Self.endRow(&table)
      if Self.isData(table.shape) { data.insert(table.node) }
      guard table.hasText, let outer = tables.indices.last else { return }
      tables[outer].cellHasText = true
      if table.shape.cells > 1 { tables[outer].shape.nesting += 1 }
    default: break
    }
  }

  private static func endRow(_ table: inout Open) {
    if table.rowCells > 0 {
      table.shape.rows += 1
      table.shape.cells += table.rowCells
      table.shape.mostCells = max(table.shape.mostCells, table.rowCells)
      if table.rowHeaders > 1, table.rowHeaders == table.rowCells { table.shape.hasHeader = true }
    }
    (table.rowCells, table.rowHeaders) = (0, 0)
  }

  private static func isData(_ shape: Shape) -> Bool {
    guard shape.mostCells > 1 else { return false }
    if shape.hasHeader { return true }
    if shape.headings > 0 { return false }
    // A table in a cell of many is that cell's own; one in a cell of few shows that the outer one lays out the page.
    return shape.nesting == 0 || (shape.rows > 1 && shape.mostCells > 2 && shape.nesting * 4 <= shape.cells)
  }
}
