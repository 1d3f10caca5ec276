// SPDX-License-Identifier: GPL-3.0-or-later

/// The lists of words that only promises and their checking need, told by how packs name them.
enum PromiseLists {
  private static let prefixes = ["promised_", "said_", "heading_", "contract_"]

  /// Whether a list is one of them.
  static func holdOne(_ name: String) -> Bool { prefixes.contains { name.hasPrefix($0) } }
}
