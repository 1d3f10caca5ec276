// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InventoryModel

/// The inventory's JSON as `schema/inventory.schema.json` describes it.
public struct JSONFormat: InventoryFormat {
  /// What `--format` calls it.
  public static let name = FormatName.json
  /// The format has no settings.
  public init() {}

  /// The whole output in UTF-8; the same inventory gives the same bytes.
  public func utf8(_ inventory: Inventory) -> [UInt8] {
    JSONText.utf8(inventory)
  }
}

/// Any encodable value as JSON of the same manner: exact decimals, members in order, what is unknown as `null`.
public enum JSONText {
  /// The text in UTF-8, with a line break at its end.
  public static func utf8(_ value: some Encodable, _ layout: JSONLayout = .readable) -> [UInt8] {
    // Values of this project encode without throwing: only foreign ones might, and they are not passed here.
    let tree = (try? JSONValue(encoding: value)) ?? .null
    return tree.utf8(layout) + [0x0A]
  }
}
