// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What `{name}` takes: one to eight words with capitals, with small words between them.
enum CapitalisedNames {
  /// All ends of such names from a token on, before `limit`.
  static func ends(_ tokens: UnsafePointer<Token>, from start: Int, limit: Int) -> [Int] {
    var ends: [Int] = []
    var at = start
    while at < limit, ends.count < 8 {
      let token = tokens[at]
      if token.tokenClass == .word, token.flags.contains(.capitalised) {
        ends.append(at + 1)
      } else if at == start || !tokens[at - 1].flags.contains(.capitalised) || !isBetween(token) {
        break
      }
      at += 1
    }
    return ends
  }

  /// A word of two or three small letters (`of`, `and`, `de`, `'s`) or `&`: one byte as a sign.
  private static func isBetween(_ token: Token) -> Bool {
    switch token.tokenClass {
    case .word: token.end - token.start <= 3
    case .sign: false
    case .number: false
    }
  }
}
