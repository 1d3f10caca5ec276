// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// What an amendment says of the grants of the order that it amends: by kind, name or clause number, which it ends,
/// which it replaces, and which get another value.
struct Amendments {
  let context: DocumentContext

  func statements() -> [AmendmentStatement] {
    var found: [AmendmentStatement] = []
    var seen: Set<AmendmentStatement> = []
    for block in context.source.blocks.indices {
      for statement in statements(of: block) {
        var bare = statement
        bare.evidence = nil
        if seen.insert(bare).inserted { found.append(statement) }
      }
    }
    return found
  }

  private func statements(of block: Int) -> [AmendmentStatement] {
    let tokens = context.stream.tokens(ofBlock: block)
    guard !tokens.isEmpty else { return [] }
    var quotations = Quotations(context: context).ranges(in: tokens)[...]
    let inherited = leadIn(of: block)
    var before: [AmendmentStatement.ClauseReference] = []
    var found: [AmendmentStatement] = []
    for sentence in context.sentences(ofBlock: block) {
      // No sentence of an amendment is longer; a text without stops must not be read anew for each of its words.
      let range = sentence.clamped(to: tokens).prefix(300)
      while let first = quotations.first, first.upperBound <= range.lowerBound { quotations.removeFirst() }
      // What is quoted stands in the amended document.
      if let first = quotations.first, first.lowerBound < range.lowerBound { continue }
      let own = quotations.prefix { $0.lowerBound < range.upperBound }
      let reader = AmendmentSentence(context: context, range: range, quotations: Array(own))
      found += reader.statements(inherited: inherited, before: before)
      let references = reader.references
      if !references.isEmpty { before = references }
    }
    return found
  }

  /// "The following clauses are deleted:" speaks for the items under it.
  private func leadIn(of block: Int) -> AmendmentStatement.Effect? {
    let parent = context.outline.parents[block]
    guard parent >= 0 else { return nil }
    let tokens = context.stream.tokens(ofBlock: parent)
    guard !tokens.isEmpty, tokens.count < 40, context.folded(tokens.upperBound - 1) == ":" else { return nil }
    let reader = AmendmentSentence(context: context, range: tokens, quotations: [])
    guard reader.references.isEmpty else { return nil }
    return reader.verb?.effect == .ends ? .ends : nil
  }
}
