// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A way to write an inventory. One type a format; the same inventory and settings give the same bytes.
public protocol InventoryFormat: Sendable {
  /// What `--format` calls it, and the extension of its files.
  static var name: FormatName { get }

  /// The whole inventory in UTF-8, with a line break at its end.
  func utf8(_ inventory: Inventory) -> [UInt8]
}

/// The formats by the names that `--format` takes.
public enum FormatName: String, Sendable, CaseIterable {
  case json, csv, table, markdown

  /// `inventory.json`, `inventory.csv` and so on.
  public var fileName: String {
    switch self {
    case .json: "inventory.json"
    case .csv: "inventory.csv"
    case .table: "inventory.txt"
    case .markdown: "inventory.md"
    }
  }
}

extension FormatName {
  /// The format of that name. `table` is the look of tables; the other formats have none.
  public func format(table: TableStyle) -> any InventoryFormat {
    switch self {
    case .json: JSONFormat()
    case .csv: CSVFormat()
    case .table: TableFormat(style: table)
    case .markdown: MarkdownFormat(today: table.today)
    }
  }
}
