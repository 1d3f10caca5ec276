// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns

/// What comes with a product that a row sells: "Core Platform (incl. 40 consulting hours) │ 200 │ $84,000". The row's
/// number counts the product and its price is the product's.
struct RowAsides {
  let context: DocumentContext

  private static let openers: WordSet = [
    "incl", "including", "includes", "inclusive", "comprising", "containing", "with", "plus", "+",
  ]
  /// Of these there may be several, each with what it holds.
  private static let packs: WordSet = [
    "pack", "packs", "package", "packages", "bundle", "bundles", "kit", "kits", "set", "sets", "block", "blocks",
  ]

  /// The grants in the words behind the product's name; nil where the row names what is granted itself, or a pack of it.
  func parts(_ row: TableReading.Row, _ reading: TableReading) -> [Candidate]? {
    guard row.lineItem != nil,
      let label = RowNames(context: context).labels(row, reading).first(where: { !$0.isEmpty }),
      (4...60).contains(label.count),
      let opener = label.dropFirst().first(where: { context.isOne($0, of: Self.openers) })
    else { return nil }
    let head = label.lowerBound..<opener
    guard !head.contains(where: { context.isOne($0, of: Self.packs) }),
      !context.names(in: head).contains(where: { $0.kind != nil && !$0.isWeak }),
      head.contains(where: { context.isWord($0) && context.isCapitalised($0) })
    else { return nil }
    let aside = (opener + 1)..<label.upperBound
    guard context.names(in: aside).contains(where: { $0.kind != nil }), !context.values(in: aside).isEmpty else {
      return nil
    }
    let found = CandidateFinder(context).candidates(in: aside).filter { $0.quantity != nil && !$0.isArticleOnly }
    return found.isEmpty ? nil : found
  }
}
