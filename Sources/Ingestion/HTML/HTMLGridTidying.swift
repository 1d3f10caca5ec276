// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes from a grid what is there for looks: empty rows and columns, and currency signs in columns of their own.
extension HTMLGrid {
  mutating func tidy() {
    joinSigns()
    dropEmptyRows()
    dropEmptyColumns()
  }

  private mutating func dropEmptyRows() { rows.removeAll { $0.cells.allSatisfy(\.isEmpty) } }

  /// `$` and `1,200.00` in neighbouring cells are one amount, as are `12` and `%`.
  private mutating func joinSigns() {
    for row in rows.indices where rows[row].cells.count > 2 {
      var cells: [Cell] = []
      for cell in rows[row].cells {
        if let last = cells.last, last.lines.count == 1, cell.lines.count == 1,
          joins(pool[last.lines[0].text], pool[cell.lines[0].text])
        {
          cells[cells.count - 1] = join(last, cell)
        } else {
          cells.append(cell)
        }
      }
      rows[row].cells = cells
    }
  }

  private func joins(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
    if left.count <= 4, Self.signs.contains(Array(left)) {
      return isDigit(right.first) || right.first == 0x28 && isDigit(right.dropFirst().first)
    }
    return right.count <= 2 && isDigit(left.last) && (right.first == 0x25 || right.first == 0x29)
  }

  private static let signs: Set<[UInt8]> = Set(
    ["$", "€", "£", "¥", "US$", "A$", "C$", "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "($", "(€"].map { Array($0.utf8) }
  )

  private mutating func join(_ left: Cell, _ right: Cell) -> Cell {
    let needsSpace = pool[left.lines[0].text].last.map(HTMLPreparation.isLetter) ?? false
    let start = pool.count
    pool += Array(pool[left.lines[0].text])
    if needsSpace { pool.append(0x20) }
    pool += Array(pool[right.lines[0].text])
    var cell = left
    cell.lines[0].text = start..<pool.count
    cell.lines[0].isBold = left.isBold && right.isBold
    cell.span = right.column + right.span - left.column
    return cell
  }

  /// Columns in which no cell begins or ends alone.
  private mutating func dropEmptyColumns() {
    var filled = Set<Int>()
    for row in rows { for cell in row.cells where !cell.isEmpty || cell.from != nil { filled.insert(cell.column) } }
    guard filled.count < columns || rows.contains(where: { row in row.cells.contains { $0.span > 1 } }) else { return }
    filled.subtract(halves(filled))
    // The new number of each old column; an empty one goes to the one before it.
    var places: [Int] = []
    var count = 0
    for column in 0..<columns {
      if filled.contains(column) { count += 1 }
      places.append(max(count - 1, 0))
    }
    columns = max(count, 1)
    for row in rows.indices {
      var cells: [Cell] = []
      let taken = Set(
        rows[row].cells.filter { !$0.isEmpty || $0.from != nil }.map { places[min($0.column, places.count - 1)] })
      for cell in rows[row].cells {
        guard !cell.isEmpty || cell.from != nil || filled.contains(cell.column) else { continue }
        if cell.isEmpty, cell.from == nil, taken.contains(places[cell.column]) { continue }
        var cell = cell
        let last = cell.column + cell.span - 1
        let end = last < places.count ? places[last] : columns - 1
        cell.column = places[min(cell.column, places.count - 1)]
        cell.span = max(1, end - cell.column + 1)
        cells.append(cell)
      }
      rows[row].cells = cells
    }
  }

  /// Columns that a cell above spans together with the one before, and that never stand beside it: an amount that
  /// begins with its sign in one row and without in another.
  private func halves(_ filled: Set<Int>) -> Set<Int> {
    guard let top = rows.first else { return [] }
    let spanned = Set(
      top.cells.filter { $0.span > 1 && $0.span <= 3 }.flatMap { ($0.column + 1)..<($0.column + $0.span) })
    var result: Set<Int> = []
    for column in filled.intersection(spanned).sorted() {
      let own = rows.filter { row in row.cells.contains { !$0.isEmpty && $0.column == column } }
      let besides = own.contains { row in
        row.cells.contains {
          !$0.isEmpty && $0.column < column && $0.column + 3 > column && spanned.contains($0.column + 1)
        }
      }
      if !besides { result.insert(column) }
    }
    return result
  }
}
