// SPDX-License-Identifier: GPL-3.0-or-later

/// What parties go by in running text.
enum PartyNames {
  static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80 }
  }

  /// The name's letters without its legal form.
  static func stem(_ name: String) -> [UInt8] {
    let words = words(name)
    let bare = words.filter { !CompanyForms.words.contains($0) && $0.utf8.count > 1 }
    return folded((bare.isEmpty ? words : bare).joined())
  }

  /// Lower case: the full name without signs, its defined terms, its first word where that is its own.
  static func called(_ mention: PartyMention, role: String) -> [String] {
    let words = words(mention.name)
    var names = mention.aliases + [role, words.joined(separator: " ")]
    let bare = words.filter { !CompanyForms.words.contains($0) }
    if !bare.isEmpty { names.append(bare.joined(separator: " ")) }
    if let first = words.first, first.utf8.count > 3, !common.contains(first) { names.append(first) }
    var unique: [String] = []
    for name in names where !name.isEmpty && !unique.contains(name) { unique.append(name) }
    return unique
  }

  /// In lower case, without the signs between them.
  private static func words(_ name: String) -> [String] {
    name.lowercased().utf8.split { signs.contains($0) }.map { String(Substring($0)) }
  }

  private static let signs = Array(" ,.()".utf8)

  private static let common: WordSet = [
    "first", "united", "national", "american", "general", "global", "international", "royal", "city", "county", "state",
    "university", "bank", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "saint",
    "new",
    "digital", "data", "cloud", "green", "blue", "great", "central",
  ]
}
