// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Finds the block that words like "Schedule 2", "clause 4.2" or "paragraph 1 of Schedule 2" mean.
struct PlaceReferences {
  let context: DocumentContext

  init(_ context: DocumentContext) { self.context = context }

  static let nouns: WordSet = [
    "section", "clause", "schedule", "annex", "annexure", "appendix", "exhibit", "part", "paragraph", "article",
    "attachment", "addendum", "heading", "chapter", "item", "point", "table", "list",
  ]
  static let papers: WordSet = ["policy", "handbook", "guide", "manual", "master", "msa", "dpa"]
  /// Places whose blocks may carry the label alone: "4.2 Training".
  private static let numbered: WordSet = [
    "section", "clause", "paragraph", "article", "item", "point", "part", "chapter",
  ]

  /// The block that is meant by the place word at `token` and its label, with all that stands under it.
  func blocks(at token: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard let inner = label(at: token + 1, in: sentence) else { return nil }
    var within = context.source.blocks.indices
    // "paragraph 1 of Schedule 2"
    let next = inner.end
    if next + 1 < sentence.upperBound, context.isOne(next, of: "of|in|to"),
      context.isOne(next + 1, of: Self.nouns), let outer = blocks(at: next + 1, in: sentence)
    {
      within = outer
    }
    // "section 1.2 of the Data Policy" is of another paper.
    if next + 2 < sentence.upperBound, context.folded(next) == "of",
      (next + 2..<min(next + 5, sentence.upperBound)).contains(where: { context.isOne($0, of: Self.papers) })
    {
      return nil
    }
    let word = context.folded(token).droppingPlural
    guard let block = within.first(where: { carries($0, word, inner.words) }) else { return nil }
    // "Section 4(a)": the item with that label under it.
    if next + 2 < sentence.upperBound, context.folded(next) == "(", context.folded(next + 2) == ")" {
      let mark = context.folded(next + 1)
      let under = context.outline.descendants(of: block)
      if let item = under.first(where: { at in
        context.source.blocks[at].label.map { NoteMarks.mark(context.source.string($0)) == mark } ?? false
      }) {
        return item..<max(item + 1, context.outline.descendants(of: item).upperBound)
      }
    }
    return block..<context.outline.descendants(of: block).upperBound
  }

  private func label(at token: Int, in sentence: Range<Int>) -> (words: [String], end: Int)? {
    var words: [String] = []
    var at = token
    while at < sentence.upperBound, words.count < 5 {
      let next = context.folded(at)
      let isNumber = next.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isNumber || (next == "." && !words.isEmpty) || (words.isEmpty && next.utf8.count <= 3) else { break }
      if next == ".", at + 1 >= sentence.upperBound { break }
      words.append(next)
      at += 1
      if !isNumber, next != "." { break }
    }
    while words.last == "." { words.removeLast() }
    return words.isEmpty || words[0] == "." ? nil : (words, at)
  }

  private func carries(_ block: Int, _ word: String, _ label: [String]) -> Bool {
    let words = context.stream.tokens(ofBlock: block).prefix(label.count + 3).map { context.folded($0) }
    if words.first == word, words.dropFirst().prefix(label.count).elementsEqual(label) { return true }
    guard Self.numbered.contains(word), context.source.blocks[block].label != nil,
      words.prefix(label.count).elementsEqual(label)
    else { return false }
    // Clause 4 is not clause 4.2.
    let behind = words.dropFirst(label.count)
    return !(behind.first == "." && behind.dropFirst().first.flatMap { Int($0) } != nil)
  }

  private static let telling: WordSet = [
    "referred", "described", "mentioned", "constituted", "granted", "specified", "listed", "named", "set", "provided",
    "given", "promised", "conferred", "defined", "established", "allotted",
  ]

  /// Blocks that the sentence refers to as the place where something is granted: "the credits referred to in
  /// paragraph 1 of Schedule 2".
  func told(in sentence: Range<Int>, isDefinition: Bool = false) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for token in sentence.dropFirst() where context.isOne(token, of: Self.nouns) {
      let before = max(sentence.lowerBound, token - 4)..<token
      // "means the fifty training credits of section 3"
      let isOf =
        isDefinition && context.isOne(token - 1, of: "of|in|under")
        && !(max(sentence.lowerBound, token - 6)..<token).contains { context.isOne($0, of: Self.nouns) }
      guard isOf || before.contains(where: { context.isOne($0, of: Self.telling) }),
        let blocks = blocks(at: token, in: sentence)
      else { continue }
      found.append(blocks)
    }
    return found
  }

  /// Names that a definition gives to what stands elsewhere: "Learning Entitlement means the credits referred to in
  /// paragraph 1 of Schedule 2".
  func definitions() -> [(words: [String], blocks: [Range<Int>])] {
    var found: [(words: [String], blocks: [Range<Int>])] = []
    for block in context.source.blocks.indices {
      for sentence in context.sentences(ofBlock: block) where sentence.count < 60 {
        guard let means = sentence.prefix(9).first(where: { context.folded($0) == "means" }) else { continue }
        let blocks = told(in: sentence, isDefinition: true)
        guard !blocks.isEmpty else { continue }
        // In a table of definitions the term has a cell of its own.
        let start =
          means == sentence.lowerBound ? context.stream.tokens(ofBlock: block).lowerBound : sentence.lowerBound
        let words = (start..<means).filter { context.stream.tokens[$0].tokenClass == .word }.map { context.folded($0) }
        guard (1...6).contains(words.count), words.count > 1 || !Self.wholes.contains(words[0]) else { continue }
        found.append((words, blocks))
      }
    }
    return found
  }

  /// What a contract calls all that it is about: "Services means those described in Attachment A" names none of the
  /// grants that stand there.
  private static let wholes: WordSet = [
    "service", "services", "product", "products", "software", "system", "solution", "platform", "work", "works",
    "deliverable", "deliverables", "subscription", "subscriptions", "agreement", "contract", "order", "fees", "fee",
    "charges", "price", "prices", "term", "terms", "schedule", "specifications", "documentation", "equipment",
    "hardware", "materials", "goods", "content", "data", "project", "license", "licence", "users", "site", "territory",
  ]
}
