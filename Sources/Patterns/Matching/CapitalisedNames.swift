// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What `{name}` takes: one to eight words with capitals, with single small words between them.
enum CapitalisedNames {
  /// The small words and signs that may stand between two words with capitals.
  static let between = ["of", "&", "'s", "de"]

  /// All ends of such names from a token on, up to `limit`. `between` are the numbers of the small words.
  static func ends(
    _ tokens: UnsafePointer<Token>, from start: Int, limit: Int, between: [Vocabulary.WordID]
  ) -> [Int] {
    var ends: [Int] = []
    var at = start
    while at < limit, ends.count < 8 {
      let token = tokens[at]
      if token.tokenClass == .word, token.flags.contains(.capitalised) {
        ends.append(at + 1)
      } else if at == start || ends.last != at || !between.contains(token.word) {
        break
      }
      at += 1
    }
    return ends
  }
}
