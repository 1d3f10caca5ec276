// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads which clauses of another document a sentence speaks of: "Section 4.2(a)", "clauses 2, 3 and 5", "Item 7".
struct ClauseReferences {
  let context: DocumentContext

  struct Found {
    var reference: AmendmentStatement.ClauseReference
    var tokens: Range<Int>
  }

  private static let clauseWords: WordSet = [
    "clause", "clauses", "section", "sections", "article", "articles", "sec", "§",
    "subsection", "subclause",
  ]
  private static let itemWords: WordSet = [
    "item", "items", "paragraph", "paragraphs", "para", "point", "points", "line", "lines", "row", "rows", "position",
    "positions", "entry", "bullet",
  ]
  /// Words of items behind "special": "Special Term 4". Alone they are lengths: "a term of 4 years".
  private static let termWords: WordSet = ["term", "terms", "condition", "conditions", "provision", "provisions"]
  private static let termOpeners: WordSet = ["special", "commercial", "additional", "particular", "specific"]
  private static let between: Set<String> = [",", "and", "or", "&", "to", "through", "as", "well"]
  private static let fillers: Set<String> = ["no", "nr", "number", "numbers", "item", "items", "."]

  func found(in tokens: Range<Int>) -> [Found] {
    var found: [Found] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      let word = context.folded(at)
      let isItem =
        Self.itemWords.contains(word)
        || Self.termWords.contains(word) && at > 0 && context.isOne(at - 1, of: Self.termOpeners)
      guard isItem || Self.clauseWords.contains(word) else {
        if let bare = bareNumber(at, tokens) { found.append(bare) }
        at += 1
        continue
      }
      let (own, next) = numbers(behind: at, isItem, tokens)
      if !own.isEmpty, !isOfThisDocument(next, tokens) { found += own }
      at = max(at + 1, next)
    }
    return found
  }

  /// "4.4 is deleted": a number of several parts that a sentence begins with, and that a verb follows.
  private func bareNumber(_ token: Int, _ tokens: Range<Int>) -> Found? {
    guard token - tokens.lowerBound < 4, context.folded(token).utf8.first.map({ (0x30...0x39).contains($0) }) ?? false,
      let (path, next) = number(token, tokens), path.count > 1, tokens.contains(next),
      context.isOne(next, of: "is|are|shall|ceases|falls")
    else { return nil }
    return Found(reference: .init(path: path, isItem: false), tokens: token..<next)
  }

  /// The numbers behind a word, with those that are listed: "2, 3 and 5"; "2 to 4" are three.
  private func numbers(behind word: Int, _ isItem: Bool, _ tokens: Range<Int>) -> ([Found], Int) {
    var at = word + 1
    while at < tokens.upperBound, Self.fillers.contains(context.folded(at)) { at += 1 }
    var found: [Found] = []
    var isRange = false
    while at < tokens.upperBound, let (path, next) = number(at, tokens) {
      if isRange, let last = found.last?.reference.path, last.count == 1, path.count == 1,
        let low = Int(last[0]), let high = Int(path[0]), low < high, high - low < 40
      {
        for number in (low + 1)..<high {
          found.append(Found(reference: .init(path: [String(number)], isItem: isItem), tokens: at..<next))
        }
      }
      found.append(Found(reference: .init(path: path, isItem: isItem), tokens: word..<next))
      at = next
      var link = at
      isRange = false
      while link < tokens.upperBound, Self.between.contains(context.folded(link)) {
        isRange = isRange || context.isOne(link, of: "to|through")
        link += 1
      }
      guard link > at, number(link, tokens) != nil else { break }
      at = link
    }
    return (found, at)
  }

  /// One number with all its parts, which stand without space: `4.2(a)`.
  private func number(_ token: Int, _ tokens: Range<Int>) -> (path: [String], next: Int)? {
    guard tokens.contains(token) else { return nil }
    var end = token
    while end < tokens.upperBound, end - token < 12 {
      let word = context.folded(end)
      if end > token {
        let flags = context.stream.tokens[end].flags
        let isGlued = !flags.contains(.spaceBefore)
        // "4.2 (a)" is set apart now and then.
        let isLetter =
          word == "(" && end + 2 < tokens.upperBound && context.folded(end + 2) == ")"
          && context.folded(end + 1).utf8.count <= 3 && context.stream.tokens[end + 1].tokenClass != .sign
        guard isGlued || isLetter else { break }
      }
      guard isPart(word) || ["(", ")", "."].contains(word) else { break }
      end += 1
    }
    while end > token, context.isOne(end - 1, of: ".|(") { end -= 1 }
    guard end > token else { return nil }
    let bytes = context.stream.bytes(token..<end)
    let path = ClauseNumbers.parts(of: context.source.utf8[bytes])
    guard let first = path.first, first.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false || isLettered(first)
    else { return nil }
    return (path, end)
  }

  private func isPart(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return (0x30...0x39).contains(first) || word.utf8.count <= 2 && word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      || isRoman(word)
  }

  private func isLettered(_ word: String) -> Bool { word.utf8.count == 1 || isRoman(word) }

  private func isRoman(_ word: String) -> Bool {
    word.utf8.count <= 5 && word.utf8.allSatisfy { [0x69, 0x76, 0x78].contains($0) }
  }

  /// "Clause 2 of this Amendment" is no clause of the amended order.
  private func isOfThisDocument(_ token: Int, _ tokens: Range<Int>) -> Bool {
    let ahead = (token..<min(token + 3, tokens.upperBound)).map { context.folded($0) }
    return ahead.first == "above" || ahead.first == "below" || ahead.first == "hereof"
      || ahead.starts(with: ["of", "this"]) && ["amendment", "addendum", "change"].contains(ahead.last ?? "")
  }
}
