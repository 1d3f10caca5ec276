// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Names of storage that begin with its unit: "TB of retained history", "GB in the vault".
enum VolumeNames {
  private static let units: WordSet = ["gigabyte", "gigabytes", "terabyte", "terabytes", "gb", "tb", "tib", "gib"]

  static func opens(_ name: Range<Int>, in context: DocumentContext) -> Bool {
    name.count > 2 && context.isOne(name.lowerBound, of: units)
  }

  /// What is kept, without the unit.
  static func thing(_ name: Range<Int>, _ kind: Kind, in context: DocumentContext) -> Range<Int> {
    guard kind == "storage", opens(name, in: context),
      let link = name.prefix(3).first(where: { context.isOne($0, of: "of|for|in|on|within") }),
      link + 1 < name.upperBound
    else { return name }
    let start = context.isOne(link + 1, of: "the|its|your|our|their|a") ? link + 2 : link + 1
    // "GB of data storage": the last noun belongs to it.
    let isLonger = name.upperBound < context.stream.count && context.isOne(name.upperBound, of: "storage|space|volume")
    return min(start, name.upperBound - 1)..<(name.upperBound + (isLonger ? 1 : 0))
  }
}
