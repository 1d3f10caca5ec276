// SPDX-License-Identifier: GPL-3.0-or-later

/// The cells of one table with their places.
struct HTMLGrid {
  struct Cell {
    var column: Int
    var span: Int
    var node: Int
    var isHeader: Bool
    /// Lines in the grid's pool.
    var lines: [HTMLLine] = []
    /// A number that no other cell has; -1 where the cell only reaches down to here.
    var id: Int
    /// The number of the cell that reaches down to here.
    var from: Int?
    var isEmpty: Bool { lines.isEmpty }
    var isBold: Bool { lines.allSatisfy(\.isBold) }
    /// Bytes of the pool, from the first line to the last; empty for an empty cell.
    var length: Int { lines.reduce(0) { $0 + $1.text.count + 1 } }
  }
  struct Row {
    var cells: [Cell] = []
    var isHead = false
    var isFoot = false
    var isShaded = false
    var isEmpty: Bool { cells.allSatisfy { $0.isEmpty && $0.from == nil } }
    var filled: [Cell] { cells.filter { !$0.isEmpty } }
  }

  var pool: [UInt8] = []
  var rows: [Row] = []
  var columns = 0
  /// Captions, and text between the cells, which browsers show above the table.
  var above: HTMLFlow = .init()
  /// Whether cells that reach down many rows were cut short.
  var isCut = false

  /// Takes the text of a flow into the pool; gives its lines there.
  mutating func take(_ flow: HTMLFlow) -> [HTMLLine] {
    let offset = pool.count
    pool += flow.pool
    return flow.lines.map { line in
      var line = line
      line.text = (line.text.lowerBound + offset)..<(line.text.upperBound + offset)
      return line
    }
  }

  /// The text of a cell, its lines joined by spaces.
  func text(_ cell: Cell) -> [UInt8] {
    var result: [UInt8] = []
    for line in cell.lines {
      if !result.isEmpty { result.append(0x20) }
      // A tab parts cells and nothing else here.
      result += pool[line.text].map { $0 == 0x09 ? 0x20 : $0 }
    }
    return result
  }
}

/// Builds a grid of a table element.
struct HTMLGridBuilder {
  let tree: HTMLTree
  let boxes: HTMLBoxes
  let shapes: HTMLTableShapes

  private struct Reach {
    var rows: Int
    var cell: HTMLGrid.Cell
  }

  private var grid = HTMLGrid()
  /// For each column the cell above that reaches down.
  private var reaches: [Int: Reach] = [:]
  private var row = HTMLGrid.Row()
  private var hasRow = false
  private var column = 0
  private var realCells = 0, madeCells = 0
  private var stray: [Range<Int>] = []

  init(_ tree: HTMLTree, _ boxes: HTMLBoxes, _ shapes: HTMLTableShapes) {
    self.tree = tree
    self.boxes = boxes
    self.shapes = shapes
  }

  static func grid(_ table: Int, _ tree: HTMLTree, _ boxes: HTMLBoxes, _ shapes: HTMLTableShapes) -> HTMLGrid {
    var builder = HTMLGridBuilder(tree, boxes, shapes)
    builder.read(table)
    return builder.grid
  }

  private mutating func read(_ table: Int) {
    var node = table + 1
    var section = (end: 0, isHead: false, isFoot: false)
    while node < tree.end(table) {
      let tag = tree.nodes[node].tag
      let box = boxes[node]
      if node >= section.end, section.end > 0 {
        endRow()
        reaches.removeAll()
        section = (0, false, false)
      }
      switch tag {
      case .thead, .tbody, .tfoot:
        endRow()
        reaches.removeAll()
        section = (tree.end(node), tag == .thead, tag == .tfoot)
        node = box.isRemoved ? tree.end(node) : node + 1
      case .tr:
        endRow()
        if !box.isRemoved {
          hasRow = true
          row.isHead = section.isHead
          row.isFoot = section.isFoot
          row.isShaded = tree.attribute(.bgcolor, of: node) != nil
          node += 1
        } else {
          node = tree.end(node)
        }
      case .td, .th:
        if !box.isRemoved { addCell(node) }
        node = tree.end(node)
      case .caption, .table, .p, .div, .ul, .ol:
        stray.append(node..<tree.end(node))
        node = tree.end(node)
      case .text:
        if box.isShown, tree.text(node).contains(where: { $0 > 0x20 }) { stray.append(node..<(node + 1)) }
        node += 1
      default: node += 1
      }
    }
    endRow()
    finish()
  }

  private mutating func finish() {
    for nodes in stray {
      let flow = HTMLWalker.flow(nodes, tree, boxes, shapes, isFlat: true)
      let offset = grid.above.pool.count
      grid.above.pool += flow.pool
      for var line in flow.lines {
        line.text = (line.text.lowerBound + offset)..<(line.text.upperBound + offset)
        grid.above.items.append(.line(line))
      }
    }
    // A foot that is written first stands last; a head first.
    let order = grid.rows.indices.sorted { Self.place(grid.rows[$0], $0) < Self.place(grid.rows[$1], $1) }
    grid.rows = order.map { grid.rows[$0] }
  }

  private static func place(_ row: HTMLGrid.Row, _ index: Int) -> (Int, Int) {
    (row.isHead ? 0 : row.isFoot ? 2 : 1, index)
  }

  // MARK: Cells

  private mutating func addCell(_ node: Int) {
    hasRow = true
    reachDown()
    let span = min(max(tree.number(.colspan, of: node) ?? 1, 1), 1000)
    let rows = tree.number(.rowspan, of: node) ?? 1
    var cell = HTMLGrid.Cell(
      column: column, span: span, node: node, isHeader: tree.nodes[node].tag == .th, id: realCells)
    let flow = HTMLWalker.flow((node + 1)..<max(node + 1, tree.end(node)), tree, boxes, shapes, isFlat: true)
    cell.lines = grid.take(flow)
    realCells += 1
    if rows != 1 {
      // 0 reaches to the section's end.
      var below = cell
      (below.id, below.from, below.lines) = (-1, cell.id, [])
      reaches[column] = Reach(rows: rows <= 0 ? .max : rows - 1, cell: below)
    }
    row.cells.append(cell)
    column += span
  }

  /// Puts in the cells that reach down from above at the present column.
  private mutating func reachDown() {
    while let reach = reaches[column] {
      reaches[column]?.rows -= 1
      if reach.rows <= 1 { reaches[column] = nil }
      madeCells += 1
      if madeCells > realCells * 8 + 4096 {
        grid.isCut = true
        reaches.removeAll()
        return
      }
      row.cells.append(reach.cell)
      column += reach.cell.span
    }
  }

  private mutating func endRow() {
    defer {
      row = .init()
      (hasRow, column) = (false, 0)
    }
    guard hasRow else { return }
    reachDown()
    // Those to the right of the last cell, past columns that are not there.
    for next in reaches.keys.sorted() where next >= column {
      column = next
      reachDown()
    }
    grid.columns = max(grid.columns, column)
    grid.rows.append(row)
  }
}
