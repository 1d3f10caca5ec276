// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

extension EntitlementBuilder {
  private static let labels: WordSet = ["included", "bundled", "complimentary", "inclusive", "free", "gratis"]
  private static let nouns: WordSet = [
    "items", "item", "benefits", "services", "extras", "entitlements", "with", "the", "it", "subscription", "also",
    "plan", "package", "in", "price", "fee", "fees", "charge", "annual", "your",
  ]

  /// `Included │ 100 GB of storage; 2 sandboxes`: the label beside which the grant stands, in a table's row or a line.
  func isUnderIncluded(_ candidate: Candidate) -> Bool {
    guard candidate.feePercent == nil, candidate.place == nil else { return false }
    let block = context.stream.tokens(ofBlock: context.stream.block(of: candidate.tokens.lowerBound))
    let start = context.isOne(block.lowerBound, of: "also") ? block.lowerBound + 1 : block.lowerBound
    guard start < candidate.tokens.lowerBound, context.isOne(start, of: Self.labels) else { return false }
    var at = start + 1
    while at < candidate.tokens.lowerBound, at < start + 7, context.isOne(at, of: Self.nouns),
      !context.stream.tokens[at].flags.contains(.cellStart)
    {
      at += 1
    }
    return at <= candidate.tokens.lowerBound
      && (context.stream.tokens[at].flags.contains(.cellStart) || context.folded(at) == ":")
  }
}
