// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What the words beside a signature line say.
enum SignatureKey: Hashable {
  case mark, name, title, date
  /// "Signed for": the party's name follows, and a line to sign on.
  case party
  /// "Name and position" in one line.
  case nameAndTitle

  /// The key that begins at `token`, and the token behind it and its colon; nil where none does. Without a colon a key
  /// counts only where it begins a segment and ends it, or stands before a mark.
  static func at(_ token: Int, in segment: Range<Int>, _ context: DocumentContext) -> (key: SignatureKey, end: Int)? {
    guard context.isWord(token), openers.contains(context.folded(token)) else { return nil }
    var best: (SignatureKey, Int)?
    var words = ""
    var at = token
    while at < segment.upperBound, at < token + 4 {
      let word = context.folded(at)
      if context.isWord(at) {
        words += (words.isEmpty ? "" : " ") + word
      } else if word == "/" || word == "&" {
        words += " /"
      } else {
        break
      }
      at += 1
      if let key = keys[words] { best = (key, at) }
    }
    guard let (key, end) = best else { return nil }
    if end < segment.upperBound, context.folded(end) == ":" { return (key, end + 1) }
    let opens = token == segment.lowerBound
    if opens, end == segment.upperBound { return (key, end) }
    if opens, words.hasPrefix("signed for") { return (key, end) }
    if opens, end < segment.upperBound, isBlank(context.folded(end)) || isMark(end, segment.upperBound, context) {
      return (key, end)
    }
    if words.hasPrefix("docusigned") { return (key, end) }
    if opens, key == .date, !context.dates(in: end..<segment.upperBound).isEmpty { return (key, end) }
    return nil
  }

  /// `/s/`: a signature that was there on paper.
  static func isMark(_ token: Int, _ limit: Int, _ context: DocumentContext) -> Bool {
    guard token + 2 < limit else { return false }
    return context.folded(token) == "/" && context.folded(token + 1) == "s" && context.folded(token + 2) == "/"
  }

  /// A line to sign on.
  static func isBlank(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2E || $0 == 0x2D }
  }

  /// The words that keys begin with.
  private static let openers = WordSet(keys.keys.compactMap { $0.split(separator: " ").first.map(String.init) })

  private static let keys: [String: SignatureKey] = {
    var keys: [String: SignatureKey] = [:]
    for word in [
      "by", "signature", "signed", "sign", "authorized signature", "authorised signature", "docusigned by",
      "electronically signed by", "digitally signed by", "signed by", "executed by", "authorized signatory",
      "authorised signatory",
    ] {
      keys[word] = .mark
    }
    for word in [
      "name", "print name", "printed name", "name printed", "name print", "typed name", "full name", "signatory name",
    ] { keys[word] = .name }
    for word in ["title", "function", "its", "position", "role", "capacity", "job title"] { keys[word] = .title }
    for word in ["date", "dated", "date signed", "signing date", "signature date"] { keys[word] = .date }
    keys["signed for"] = .party
    keys["signed for and on behalf of"] = .party
    for word in ["name and position", "name and title", "name / title", "name title"] { keys[word] = .nameAndTitle }
    return keys
  }()
}
