// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// The term where an agreement defines it as a word of its own: `"Term" means the period of three years from the
/// Commencement Date`, `remains in force for three years from 1 May 2031 (the "Initial Term")`.
struct TermDefinition {
  let context: DocumentContext
  let statements: TermStatements

  private static let before: WordSet = [
    "initial", "subscription", "order", "contract", "agreement", "license", "licence", "service", "services", "supply",
    "framework", "commitment",
  ]
  private static let verbs: WordSet = ["means", "mean", "is", "be", ":", "=", "denotes", "comprises"]
  /// No definition of the term is longer, in tokens.
  private static let longest = 50

  /// Start, end and length as the definition says them; nil where none gives two of the three.
  func read() -> (span: TermSpan, isCounted: Bool)? {
    for token in context.quotes {
      guard let end = nameEnd(token) else { continue }
      // "(the "Term") is renewed for one year": a verb behind the name may go on to other things.
      for range in [behind(end), inFront(of: token)].compactMap(\.self) {
        let span = statements.labelled(range)
        if span.completed != nil { return (span, span.end == nil) }
      }
    }
    return nil
  }

  /// Behind `"Term"`, `"Initial Term"`; nil for other names.
  private func nameEnd(_ token: Int) -> Int? {
    let near = token..<min(context.stream.count, token + 3)
    guard let last = near.first(where: { context.stream.tokens[$0].flags.contains(.quoteAfter) }),
      context.isOne(last, of: "term"), (token..<last).allSatisfy({ context.isOne($0, of: Self.before) })
    else { return nil }
    return last + 1
  }

  /// What the definition says behind its verb: "means", "shall mean", a colon.
  private func behind(_ token: Int) -> Range<Int>? {
    let block = context.stream.tokens(ofBlock: context.stream.block(of: token - 1))
    guard
      let verb = (token..<min(token + 3, block.upperBound)).first(where: { context.isOne($0, of: Self.verbs) })
    else { return nil }
    let sentence = context.sentence(of: min(verb + 1, context.stream.count - 1))
    let rest = (verb + 1)..<max(verb + 1, min(sentence.upperBound, block.upperBound, verb + Self.longest))
    return rest.isEmpty ? nil : rest
  }

  /// What stands in front of `(the "Term")` in its sentence.
  private func inFront(of token: Int) -> Range<Int>? {
    guard let open = DefinitionReader(context: context).opening(before: token) else { return nil }
    let sentence = context.sentence(of: open)
    let from = max(sentence.lowerBound, open - Self.longest)
    return from < open ? from..<open : nil
  }
}
