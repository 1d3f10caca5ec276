// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds rows that are made of boxes, not of table cells: `div`s side by side in a flexible box, or in a grid of so many
/// columns. Only short ones without lines of their own: columns of a page are no cells.
struct HTMLRows {
  /// The cells of each row, and the node behind the last.
  struct Table {
    var rows: [[Int]]
    var end: Int
  }

  private static let longest = 160
  private static let mostCells = 2_000
  /// By box, in order, its rows; those of a flexible box are one.
  private var found: [(node: Int, rows: [[Int]])] = []

  /// Takes in a box that lays its children out side by side, where they are cells.
  mutating func add(_ tree: HTMLTree, _ node: Int, _ style: HTMLDeclarations) {
    // What stands within a cell is a part of it.
    if let last = found.last, node < tree.end(last.node) { return }
    guard style.isColumn != true, style.display == .flex || style.tracks ?? 0 > 1,
      let children = Self.cells(tree, node)
    else { return }
    if style.display == .grid {
      guard let tracks = style.tracks, children.count >= 2 * tracks, children.count % tracks == 0 else { return }
      let rows = stride(from: 0, to: children.count, by: tracks).map { Array(children[$0..<($0 + tracks)]) }
      found.append((node, rows))
    } else if (2...12).contains(children.count) {
      found.append((node, [children]))
    }
  }

  /// The tables, by their first box: a grid, or flexible boxes of as many cells that follow each other.
  func tables(_ tree: HTMLTree) -> [Int: Table] {
    var tables: [Int: Table] = [:]
    var first: Int?
    for (node, rows) in found {
      if let first, rows.count == 1, let open = tables[first], open.rows[0].count == rows[0].count,
        Self.next(open.end, tree) == node
      {
        tables[first] = Table(rows: open.rows + rows, end: tree.end(node))
      } else {
        first = node
        tables[node] = Table(rows: rows, end: tree.end(node))
      }
    }
    return tables.filter { $0.value.rows.count > 1 }
  }

  /// The next node but for white space.
  private static func next(_ node: Int, _ tree: HTMLTree) -> Int {
    var next = node
    while next < tree.nodes.count, tree.nodes[next].isText, tree.text(next).allSatisfy({ $0 <= 0x20 }) {
      next = tree.end(next)
    }
    return next
  }

  /// The children, where all are short; nil for any other box.
  private static func cells(_ tree: HTMLTree, _ node: Int) -> [Int]? {
    var children: [Int] = []
    var child = node + 1
    while child < tree.end(node) {
      if !tree.nodes[child].isText {
        guard isCell(tree, child), children.count < mostCells else { return nil }
        children.append(child)
      }
      child = tree.end(child)
    }
    return children
  }

  /// `2fr 1fr 1fr`, `repeat(3, 1fr)`: how many columns.
  static func tracks(_ value: String) -> Int? {
    if value.hasPrefix("repeat("), let count = Int(value.dropFirst(7).prefix { $0 != "," }.filter { $0 != " " }) {
      return count
    }
    guard !value.contains("(") else { return nil }
    let tracks = value.split(separator: " ").count
    return tracks > 0 && value != "none" ? tracks : nil
  }

  /// A few words without lines of their own.
  private static func isCell(_ tree: HTMLTree, _ node: Int) -> Bool {
    var bytes = 0
    for inner in (node + 1)..<max(node + 1, tree.end(node)) {
      if tree.nodes[inner].isText {
        bytes += tree.text(inner).count
        if bytes > longest { return false }
      } else if tree.nodes[inner].tag.isBlock || tree.nodes[inner].tag == .br {
        return false
      }
    }
    return tree.nodes[node].tag.headingLevel == nil
  }
}
