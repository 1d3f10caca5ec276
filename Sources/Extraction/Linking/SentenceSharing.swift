// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Divides what a sentence says among the grants that stand in it.
struct SentenceSharing {
  let context: DocumentContext
  let candidates: [Candidate]

  /// What stands before all of them is everyone's; what stands after one is its own, and also that of those before it
  /// that have nothing of the sort themselves. A semicolon parts what belongs together.
  func share(_ attachments: [Attachment], among here: [Int], _ given: inout [[Attachment]]) {
    guard here.count > 1 else {
      if let only = here.first { given[only] += attachments.filter { !isOwnWords($0, candidates[only]) } }
      return
    }
    let starts = here.map { candidates[$0].tokens.lowerBound }
    var own = [[Attachment]](repeating: [], count: here.count)
    for attachment in attachments {
      let before = starts.partition { $0 > attachment.tokens.lowerBound } - 1
      guard before >= 0, !(before == 0 && isFreeBeforeAll(attachment, candidates[here[0]])) else {
        for position in here.indices { own[position].append(attachment) }
        continue
      }
      if isOwnWords(attachment, candidates[here[before]]) { continue }
      own[before].append(attachment)
    }
    // From the last to the first: what those behind say, the nearest of each sort.
    var behind: [Attachment] = []
    for position in here.indices.reversed() {
      let alone = own[position]
      own[position] += behind.map { attachment in
        alone.contains { $0.isLike(attachment) } ? attachment.refused("it is said of the grant before it") : attachment
      }
      given[here[position]] += own[position]
      guard position > 0 else { break }
      let near = alone.filter {
        starts[position] <= $0.tokens.lowerBound && !isParted(starts[position], $0.tokens.lowerBound)
      }
      var nearest: [Attachment] = []
      if !isParted(starts[position - 1], starts[position]) {
        for attachment in near + behind where !nearest.contains(where: { $0.isLike(attachment) }) {
          nearest.append(attachment)
        }
      }
      behind = nearest
    }
  }

  /// "Supplier provides, without a fee, 40 hours and 20 vouchers": said after the verb, before the first thing's name.
  private func isFreeBeforeAll(_ attachment: Attachment, _ first: Candidate) -> Bool {
    guard case .free = attachment.content, attachment.tokens.upperBound <= first.name.tokens.lowerBound else {
      return false
    }
    return (first.tokens.lowerBound..<attachment.tokens.lowerBound).allSatisfy {
      context.stream.tokens[$0].tokenClass != .number
    }
  }

  private func isParted(_ from: Int, _ to: Int) -> Bool {
    from < to && (from..<to).contains { context.folded($0) == ";" }
  }

  private func isOwnWords(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    if case .fee = attachment.content, let money = candidate.money { return money.tokens.overlaps(attachment.tokens) }
    return false
  }
}
