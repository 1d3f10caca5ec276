// SPDX-License-Identifier: GPL-3.0-or-later

/// Two signatures on one line that no wide gap parts: `By: /s/ Ann Reed By: /s/ Bo Lind`. The repeated label does.
struct SignatureLabels {
  let reader: CellReader

  private static let labels: Set<[UInt8]> = Set(
    ["by:", "name:", "title:", "date:", "its:", "signed:", "signature:", "dated:", "position:"].map { Array($0.utf8) })
  /// More words are running text.
  private static let mostWords = 30
  private static let mostCells = 3
  private static let mostRows = 24

  /// `By:`, `Name:`, in any case.
  static func isLabel(_ text: some Collection<UInt8>) -> Bool {
    guard text.count <= 10, text.count >= 3 else { return false }
    return labels.contains(text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
  }

  /// Whether a line of plain text begins with a signature's label and has it again after a single space.
  static func isRepeated(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, first >= 0x41, first <= 0x5A, let colon = line.prefix(12).firstIndex(of: 0x3A),
      isLabel(line[...colon])
    else { return false }
    var index = colon + 1
    while index + colon < line.count {
      if line[index] == first, line[index - 1] == 0x20, line[index...].starts(with: line[...colon]) { return true }
      index += 1
    }
    return false
  }

  /// The table of the rows from `start` on that all hold two signatures; nil where wide gaps part them anyway.
  func grid(_ rows: [LayoutRow], from start: Int) -> (grid: TableGrid, end: Int)? {
    var (end, cells, needed) = (start, [[Range<Int>]](), false)
    while end < rows.count, end - start < Self.mostRows, let own = split(rows[end]),
      own.count == cells.first?.count ?? own.count
    {
      if end > start, rows[end].y0 - rows[end - 1].y1 > 2.6 * max(rows[end].size, 6) { break }
      needed = needed || rows[end].segments.count < own.count
      cells.append(own)
      end += 1
    }
    guard needed, let columns = cells.first?.count else { return nil }
    var grid = TableGrid(columns: [], rows: [])
    for column in 0..<columns {
      let parts = zip(rows[start..<end], cells).map { $0.words[$1[column]] }
      grid.columns.append(
        (parts.compactMap { $0.first?.x0 }.min() ?? 0, parts.compactMap { $0.last?.x1 }.max() ?? 0))
    }
    for (row, parts) in zip(rows[start..<end], cells) {
      let filled = parts.enumerated().map { TableGrid.Cell(column: $0, span: 1, lines: [Array(row.words[$1])]) }
      grid.rows.append(.init(cells: filled, y0: row.y0, y1: row.y1))
    }
    return (grid, end)
  }

  /// The row's words cut before each repetition of the label that it begins with.
  private func split(_ row: LayoutRow) -> [Range<Int>]? {
    guard row.words.count >= 2, row.words.count <= Self.mostWords, let first = row.words.first,
      Self.isLabel(reader.bytes(first))
    else { return nil }
    let label = reader.bytes(first)
    var starts = row.words.indices.filter { reader.bytes(row.words[$0]) == label }
    guard starts.count > 1, starts.count <= Self.mostCells else { return nil }
    starts.append(row.words.count)
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }
}
