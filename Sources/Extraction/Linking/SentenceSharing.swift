// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Divides what a sentence says among the grants that stand in it.
struct SentenceSharing {
  let context: DocumentContext
  let candidates: [Candidate]

  /// What stands before all of them is everyone's; what stands after one is its own, and also that of those before it
  /// that have nothing of the sort themselves. A semicolon parts what belongs together.
  func share(_ attachments: [Attachment], among here: [Int], in sentence: Range<Int>, _ given: inout [[Attachment]]) {
    guard here.count > 1 else {
      if let only = here.first { given[only] += attachments.filter { !isOwnWords($0, candidates[only]) } }
      return
    }
    let starts = here.map { anchor(candidates[$0]) }
    var own = [[Attachment]](repeating: [], count: here.count)
    for attachment in attachments {
      guard let before = here.indices.last(where: { starts[$0] <= attachment.tokens.lowerBound }) else {
        for position in here.indices { own[position].append(attachment) }
        continue
      }
      if isOwnWords(attachment, candidates[here[before]]) { continue }
      own[before].append(attachment)
    }
    let alone = own
    for position in here.indices.dropLast() {
      for later in here.indices where later > position {
        for attachment in alone[later] where starts[later] <= attachment.tokens.lowerBound {
          if isParted(starts[position], attachment.tokens.lowerBound) { continue }
          if !own[position].contains(where: { $0.isLike(attachment) }) { own[position].append(attachment) }
        }
      }
    }
    for position in here.indices { given[here[position]] += own[position] }
  }

  /// Where a candidate's own words begin: at its number or value where that stands behind the name that it shares.
  private func anchor(_ candidate: Candidate) -> Int { candidate.tokens.lowerBound }

  private func isParted(_ from: Int, _ to: Int) -> Bool {
    from < to && (from..<to).contains { context.folded($0) == ";" }
  }

  private func isOwnWords(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    if case .fee = attachment.content, let money = candidate.money { return money.tokens.overlaps(attachment.tokens) }
    return false
  }
}
