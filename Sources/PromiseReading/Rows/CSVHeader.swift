// SPDX-License-Identifier: GPL-3.0-or-later

/// Which row of a table names its columns: the first, unless a row below a title does so better.
struct CSVHeader {
  /// The cells of that row.
  let names: [String]
  /// Where it stands among the rows, and where the rows below it begin.
  let first: Int, end: Int
  /// It names the column of texts by a name that is known.
  let isCertain: Bool
  /// Titles are no longer than this.
  private static let longest = 10

  /// `rows` is not empty.
  init(_ rows: [CSVTable.Row]) {
    let head = rows.prefix(Self.longest).firstIndex { Self.namesColumns($0) }
    let first = head ?? 0
    self.first = first
    end = first + 1
    names = rows[first].cells.map(\.tidied)
    isCertain = head != nil
  }

  /// The text's column by its own name, or by another that is known with a second one beside it or alone.
  private static func namesColumns(_ row: CSVTable.Row) -> Bool {
    let cells = row.cells.map(\.tidied)
    let columns = PromiseColumns(cells, isStrict: true)
    guard columns.index(of: .text) != nil else { return false }
    return !columns.aliased.contains(.text) || columns.fields.count { $0 != nil } > 1
      || cells.count { !$0.isEmpty } == 1
  }
}
