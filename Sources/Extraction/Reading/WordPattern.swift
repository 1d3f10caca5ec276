// SPDX-License-Identifier: GPL-3.0-or-later

/// Words in a row, each with its alternatives: `["end|close", "of"]`. They are compared as they are written here, so that
/// a pattern costs nothing to make.
struct WordPattern: ExpressibleByArrayLiteral {
  private let places: [String]

  init(arrayLiteral elements: String...) { places = elements }

  var count: Int { places.count }

  /// The words that it may begin with.
  var openers: [String] { places.first?.split(separator: "|").map(String.init) ?? [] }

  /// Whether the words stand from an index on, where there are enough of them.
  func stands(in words: [String], at index: Int) -> Bool {
    for (offset, place) in places.enumerated() where !Self.allows(place, words[index + offset]) { return false }
    return true
  }

  private static func allows(_ place: String, _ word: String) -> Bool {
    var (place, word) = (place, word)
    return place.withUTF8 { place in
      word.withUTF8 { word in
        var start = 0
        while start <= place.count {
          var end = start
          var isSame = true
          while end < place.count, place[end] != 0x7C {
            isSame = isSame && end - start < word.count && place[end] == word[end - start]
            end += 1
          }
          if isSame, end - start == word.count { return true }
          start = end + 1
        }
        return false
      }
    }
  }
}

/// Patterns of which any may stand, and the words that they open with.
struct WordPatterns: ExpressibleByArrayLiteral {
  let list: [WordPattern]
  let openers: WordSet

  init(arrayLiteral elements: WordPattern...) {
    list = elements
    openers = WordSet(elements.flatMap(\.openers))
  }
}
