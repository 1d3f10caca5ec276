// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

extension DocumentContext {
  /// The document read with the customer's own names as its role: "Quill may order", "Quill is supported under" say what
  /// "Customer may order" says, and packs word it once. The document itself where no such name stands in the text.
  func reading(customer names: [String], butNot others: [String]) -> DocumentContext {
    var own: [[String]] = []
    // "Quill Works Ltd" sells to "Quill Works Harbour Ltd": the words that both begin with are neither's own.
    let theirs = Set(others.map { $0.split(separator: " ").prefix(2).map(String.init) })
    for name in names where !others.contains(name) && !Self.roles.contains(name) {
      let words = name.split(separator: " ").map(String.init)
      // "Quill Works" of Quill Works Harbour Ltd.
      let short = Array(words.prefix(2))
      if !short.isEmpty, !own.contains(short), !theirs.contains(short), !Self.isCutShort(short) { own.append(short) }
    }
    // The longer one first.
    own.sort { $0.count > $1.count }
    guard !own.isEmpty else { return self }
    let openers = Set(own.map { $0[0] })
    let (customer, the) = (vocabulary.id(of: "customer"), vocabulary.id(of: "the"))
    var words: [(token: Int, word: Vocabulary.WordID)] = []
    var at = 0
    while at < stream.count {
      defer { at += 1 }
      guard isCapitalised(at), openers.contains(folded(at)), let name = own.first(where: { stands($0, at: at) }),
        !goesOn(behind: at + name.count)
      else { continue }
      if name.count == 2 { words.append((at, the)) }
      at += name.count - 1
      words.append((at, customer))
    }
    return words.isEmpty ? self : DocumentContext(self, matching: stream.reading(words))
  }

  private func stands(_ name: [String], at token: Int) -> Bool {
    token + name.count <= stream.count
      && name.indices.allSatisfy { folded(token + $0) == name[$0] && isCapitalised(token + $0) }
  }

  /// "University of", "The Harbour": too few words of a longer name to stand for it.
  private static func isCutShort(_ words: [String]) -> Bool {
    words[0] == "the" || words.last.map { ["of", "and", "&", "for", "de"].contains($0) } ?? true
  }

  /// "Quill Works Ltd" is the whole name, "Quill Gold" a product: only the name alone stands for its role.
  private func goesOn(behind token: Int) -> Bool {
    guard token < stream.count, isCapitalised(token), isWord(token) else { return false }
    let flags = stream.tokens[token].flags
    return flags.isDisjoint(with: [.sentenceStart, .cellStart, .blockStart, .lineStart])
  }

  /// Something in the text may be a grant: names and periods of long texts serve their grants alone, and most grant none.
  var mayGrant: Bool {
    matches.contains { patterns.rules[$0.rule].role == .grant }
      || names.contains { $0.kind != nil && isTableRow(stream.block(of: $0.tokens.lowerBound)) }
  }

  private static let roles: WordSet = [
    "customer", "client", "subscriber", "licensee", "buyer", "purchaser", "you", "company", "party", "vendor",
    "supplier",
    "provider", "licensor", "seller",
  ]
}
