// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the word that a misspelt one was perhaps meant to be.
enum Suggestion {
  /// The nearest of the words; nil where none is near: at most a third of the letters may differ.
  static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    var best: (distance: Int, word: String)?
    let letters = Array(word.unicodeScalars)
    let limit = max(1, letters.count / 3)
    for candidate in words {
      let other = Array(candidate.unicodeScalars)
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = distance(letters, other)
      guard distance <= limit, distance < max(letters.count, other.count) else { continue }
      if let best, (best.distance, best.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// Letters to insert, delete or replace, and neighbours to swap, until one word is the other.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1) }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
