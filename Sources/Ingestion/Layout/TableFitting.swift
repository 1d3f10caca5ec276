// SPDX-License-Identifier: GPL-3.0-or-later

extension TableGrid {
  /// The table with fewer columns, those of the table that it goes on from: where one page has few rows, two columns
  /// that stand close may have been taken for one. Nil where the columns are others.
  func fitted(to wider: [(x0: Float, x1: Float)]) -> TableGrid? {
    guard wider.count > 1, columns.count > wider.count, columns.count <= wider.count + 2, headerRows == 0 else {
      return nil
    }
    var places: [Int] = []
    for column in columns {
      let touched = wider.indices.filter { wider[$0].x0 - 4 < column.x1 && column.x0 < wider[$0].x1 + 4 }
      guard touched.count == 1, let only = touched.first, only >= places.last ?? 0 else { return nil }
      places.append(only)
    }
    guard Set(places).count == wider.count else { return nil }
    // Every column begins where it began before.
    for index in wider.indices {
      guard let first = places.firstIndex(of: index), abs(columns[first].x0 - wider[index].x0) < 6 else { return nil }
    }
    var fitted = self
    fitted.columns = wider.indices.map { index in
      let own = columns.indices.filter { places[$0] == index }
      return (wider[index].x0, max(wider[index].x1, own.map { columns[$0].x1 }.max() ?? 0))
    }
    for row in rows.indices { fitted.rows[row].cells = merged(rows[row].cells, places) }
    return fitted
  }

  private func merged(_ cells: [Cell], _ places: [Int]) -> [Cell] {
    var result: [Cell] = []
    for cell in cells {
      let column = places[cell.column]
      let last = places[min(places.count, cell.column + cell.span) - 1]
      if let open = result.indices.last, result[open].column == column {
        // What stands on one line is one line.
        for (number, line) in cell.lines.enumerated() {
          if number < result[open].lines.count, number == 0 {
            result[open].lines[number] += line
          } else {
            result[open].lines.append(line)
          }
        }
      } else {
        result.append(Cell(column: column, span: last - column + 1, lines: cell.lines))
      }
    }
    return result
  }
}
