// SPDX-License-Identifier: GPL-3.0-or-later

/// Words in a row, each with its alternatives: `["end|close", "of"]`.
struct WordPattern: ExpressibleByArrayLiteral {
  private let places: [WordChoice]

  init(arrayLiteral elements: WordChoice...) { places = elements }

  var count: Int { places.count }

  /// The words that it may begin with.
  var openers: [String] { places.first?.words ?? [] }

  /// Whether the words stand from an index on, where there are enough of them.
  func stands(in words: [String], at index: Int) -> Bool {
    for (offset, place) in places.enumerated() where !place.allows(words[index + offset]) { return false }
    return true
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
