// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of a CSV text for other readers: cells with the white space at their ends off.
public enum CSVRows {
  /// One row that is not empty.
  public struct Row: Sendable, Hashable {
    /// In the order of the columns; a row may have fewer than the header.
    public var cells: [String]
    /// One-based.
    public var line: Int
  }

  /// RFC 4180, and semicolons or tabs instead of commas; empty lines are left out.
  public static func read(_ text: String) -> [Row] {
    CSVTable(text).rows.map { Row(cells: $0.cells.map(\.trimmed), line: $0.line) }
  }
}
