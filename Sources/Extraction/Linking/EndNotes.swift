// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Notes in square brackets that stand together, on whatever page: `[5] For the planners, and without charge.`
struct EndNotes {
  private let context: DocumentContext
  /// The note's block by its number.
  private var blocks: [String: Int] = [:]

  init(_ context: DocumentContext) {
    self.context = context
    for block in context.source.blocks.indices where !context.isTableRow(block) {
      guard let number = opening(block), blocks[number] == nil else { continue }
      blocks[number] = block
    }
    // A single one is no list of notes.
    if blocks.count < 2 { blocks = [:] }
  }

  /// What the note says.
  func sentences(_ number: String) -> [Range<Int>] {
    blocks[number].map { context.sentences(ofBlock: $0) } ?? []
  }

  /// The number in brackets right behind a grant's words, before a comma: "hours of consulting on the ledger[7]".
  func number(behind token: Int, limit: Int) -> String? {
    guard !blocks.isEmpty else { return nil }
    for at in token..<max(token, min(token + 12, limit)) {
      if context.isOne(at, of: ",|;|.") { return nil }
      if let number = bracketed(at, limit: limit) { return number }
    }
    return nil
  }

  /// "The bank receives 45 credits free of charge. [1]": the number in brackets that stands alone behind a sentence.
  func number(behindSentence end: Int) -> String? {
    guard !blocks.isEmpty, end > 0, end < context.stream.count, context.isOne(end - 1, of: ".|;"),
      context.stream.block(of: end) == context.stream.block(of: end - 1)
    else { return nil }
    return bracketed(end, limit: context.stream.tokens(ofBlock: context.stream.block(of: end)).upperBound)
  }

  var noteBlocks: Set<Int> { Set(blocks.values) }

  /// Whether a block is one of these notes.
  func isNote(_ block: Int) -> Bool { opening(block).map { blocks[$0] == block } ?? false }

  private func opening(_ block: Int) -> String? {
    let tokens = context.stream.tokens(ofBlock: block)
    return tokens.count > 4 ? bracketed(tokens.lowerBound, limit: tokens.upperBound) : nil
  }

  private func bracketed(_ open: Int, limit: Int) -> String? {
    guard open + 2 < limit, context.folded(open) == "[", context.folded(open + 2) == "]",
      let number = Int(context.folded(open + 1)), (1...99).contains(number)
    else { return nil }
    return String(number)
  }
}
