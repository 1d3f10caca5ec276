// SPDX-License-Identifier: GPL-3.0-or-later

/// How packs write what numbers count: a singular noun in small letters, `credit`, `gb`, `work_item`.
enum UnitForm {
  /// What is wrong with a unit, and the word that was perhaps meant; nil for a good one.
  static func fault(_ unit: String) -> (message: String, suggestion: String?)? {
    let bytes = Array(unit.utf8)
    let isWord = bytes.allSatisfy { isSmall($0) || isDigit($0) || $0 == 0x5F || $0 == 0x2D }
    guard isWord, let first = bytes.first, isSmall(first) else {
      let small = unit.lowercased()
      let isNear = small != unit && fault(small) == nil
      return ("a unit is a singular noun in small letters, not `\(unit)`", isNear ? small : nil)
    }
    guard let singular = singular(unit) else { return nil }
    return ("a unit is a singular noun, not `\(unit)`", singular)
  }

  /// The singular of a word that looks like a plural: `class`, `bus` and `analysis` do not.
  private static func singular(_ word: String) -> String? {
    guard word.hasSuffix("s"), word.utf8.count > 2 else { return nil }
    if ["ss", "us", "is"].contains(where: word.hasSuffix) { return nil }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    return String(word.dropLast())
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
