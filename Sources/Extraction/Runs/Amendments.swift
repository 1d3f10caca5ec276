// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// What an amendment says of the grants of the order that it amends: which kinds it replaces, and which it ends.
struct Amendments {
  let context: DocumentContext

  func statements() -> [AmendmentStatement] {
    var found: [AmendmentStatement] = []
    for match in context.matches where context.patterns.rules[match.rule].subject == "superseded" {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      for name in context.names(in: sentence) {
        guard let kind = name.kind, !name.isWeak || isDefinite(name) else { continue }
        let statement = AmendmentStatement(effect: ends(match) ? .ends : .replaces, kind: kind)
        if !found.contains(statement) { found.append(statement) }
      }
    }
    return found
  }

  /// "the voucher", "the credits": what the earlier document granted.
  private func isDefinite(_ name: NameSpan) -> Bool {
    let at = name.tokens.lowerBound - 1
    return at >= 0 && ["the", "such", "this", "said"].contains(context.folded(at))
  }

  private static let ending: Set<String> = [
    "deleted", "removed", "struck", "cancelled", "terminated", "ended", "ends", "ceases", "cease",
  ]

  private func ends(_ match: PhraseMatch) -> Bool {
    match.tokens.contains {
      Self.ending.contains(context.folded($0))
    }
  }
}
