// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Prices of what could be bought on top of a grant, said in an aside of its sentence: "2 sandboxes (additional sandboxes
/// cost $500 per month)". They are not what the grant costs.
struct OfferedPrices {
  let scope: Scope

  /// The attachments of a candidate without such prices.
  func dropped(from candidate: Candidate, _ attachments: [Attachment]) -> [Attachment] {
    guard candidate.place == nil, attachments.contains(where: isPrice) else { return attachments }
    let context = scope.context
    let clause = scope.clause(around: candidate)
    let offers = context.cues(in: clause).filter { match, cue in
      cue.reason == .optional_purchase && !cue.holdsForSection && scope.standsApart(match, from: candidate, in: clause)
    }.map(\.match.tokens)
    guard !offers.isEmpty else { return attachments }
    return attachments.filter { attachment in
      !isPrice(attachment)
        || !offers.contains { $0.overlaps(attachment.tokens) || $0.upperBound == attachment.tokens.lowerBound }
    }
  }

  private func isPrice(_ attachment: Attachment) -> Bool {
    switch attachment.content {
    case .fee(let amount, _): amount > 0
    case .feeEach, .feeShare: true
    default: false
    }
  }
}
