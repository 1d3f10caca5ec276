// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// One row an entitlement, flat columns in a fixed order (`CSVColumns`), RFC 4180, UTF-8 without a byte order mark,
/// header always.
public struct CSVFormat: InventoryFormat {
  /// What `--format` calls it.
  public static let name = FormatName.csv
  /// The format has no settings.
  public init() {}

  /// The whole output in UTF-8; the same inventory gives the same bytes.
  public func utf8(_ inventory: Inventory) -> [UInt8] {
    // Documents of the same content share an id; the first is the one that was read.
    let documents = Dictionary(inventory.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var bytes = Self.row(CSVColumns.all.map { .text($0.name) })
    for entitlement in inventory.entitlements {
      let document = documents[entitlement.document]
      bytes += Self.row(CSVColumns.all.map { $0.cell(entitlement, document) })
    }
    return bytes
  }

  static func row(_ cells: [CSVCell]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      cell.write(to: &bytes)
    }
    bytes += [0x0D, 0x0A]
    return bytes
  }
}
