// SPDX-License-Identifier: GPL-3.0-or-later

/// Ordinals and cardinals as single words; larger ones do not occur with years.
enum Ordinals {
  private static let ordinals = [
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "initial": 1, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
  ]
  private static let cardinals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
  ]
  private static let words = WordSet([String](ordinals.keys) + [String](cardinals.keys))

  static func value(_ word: String) -> Int? { words.contains(word) ? ordinals[word] : nil }
  static func cardinal(_ word: String) -> Int? { words.contains(word) ? cardinals[word] : nil }
}
