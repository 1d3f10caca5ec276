// SPDX-License-Identifier: GPL-3.0-or-later

/// The words for months, in lower case.
enum MonthNames {
  /// In the order of the year.
  static let full = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let all = WordSet(
    full + ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])

  /// The month's number by its full name.
  static func number(_ word: String) -> Int? { full.firstIndex(of: word).map { $0 + 1 } }

  /// The month's number by its full name or its first letters.
  static func short(_ word: String) -> Int? {
    guard contains(word) else { return nil }
    return full.firstIndex { $0.hasPrefix(word.utf8.count > 3 && !full.contains(word) ? String(word.prefix(3)) : word) }
      .map { $0 + 1 }
  }

  /// Whether a word names a month, in full or in short.
  static func contains(_ word: String) -> Bool { all.contains(word) }
}
