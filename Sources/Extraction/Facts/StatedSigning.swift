// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// The day on which a document says that it was signed, without a place where anyone signs: `Signed on 3 March 2031`,
/// "Order accepted by both parties on 3 March 2031". The last of several counts.
struct StatedSigning {
  let context: DocumentContext

  func last(_ labels: [Label]) -> CalendarDate? {
    (labelled(labels) + spoken()).max()
  }

  private func labelled(_ labels: [Label]) -> [CalendarDate] {
    labels.compactMap { label in
      guard label.kind == .signedDate, label.name.lowerBound < Self.reach,
        let date = context.dates(in: label.value.prefixRange(8)).first,
        !(label.value.lowerBound..<date.tokens.lowerBound).contains(where: { context.isOne($0, of: Self.limits) })
      else { return nil }
      return date.date
    }
  }

  private func spoken() -> [CalendarDate] {
    var found: [CalendarDate] = []
    let limit = min(context.stream.count, Self.reach)
    for token in 0..<limit where context.isOne(token, of: Self.verbs) {
      guard token == 0 || !context.isOne(token - 1, of: Self.notDone) else { continue }
      // "Date of signature by both parties: 3 March 2031"
      if context.isOne(token, of: "signature"), token == 0 || context.folded(token - 1) != "of" { continue }
      let sentence = context.sentence(of: token)
      let near = token..<min(limit, max(token + 1, sentence.upperBound), token + Self.gap)
      guard let date = context.dates(in: near).first,
        (token + 1..<date.tokens.lowerBound).allSatisfy({
          context.isOne($0, of: Self.between) || context.isCapitalised($0)
        }),
        !(max(sentence.lowerBound, token - 8)..<token).contains(where: { context.isOne($0, of: Self.others) })
      else { continue }
      found.append(date.date)
    }
    return found
  }

  private static let reach = 700
  private static let gap = 16
  private static let verbs: WordSet = ["signed", "executed", "accepted", "countersigned", "signature"]
  /// What was not done, or is still to be.
  private static let notDone: WordSet = [
    "if", "be", "been", "not", "is", "are", "unless", "when", "until", "once", "was", "were", "as", "duly",
  ]
  private static let limits: WordSet = ["until", "by", "before", "till", "not"]
  private static let between: WordSet = [
    "by", "both", "the", "parties", "party", "for", "on", "of", ":", "and", "us", "sides", "today", ",", "this", "all",
    "in", "our", "signed", "accepted", "companies", "behalf", "(", ")", "-", "–", "&", ".",
  ]
  /// Another paper than this.
  private static let others: WordSet = [
    "under", "to", "pursuant", "master", "amends", "amend", "framework", "existing", "previous", "earlier", "former",
    "offer", "terms", "that", "which", "underlying", "main", "replaces", "base", "original", "parent",
  ]
}
