// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What becomes of the last step of a ramp: where the remainders of a grant's periods go over from each to the next and
/// what the last one leaves is lost, nothing goes over from the last.
struct RampFates {
  let context: DocumentContext
  let candidates: [Candidate]

  private struct Series: Hashable {
    var kind: Kind
    /// The table, or the first token of the sentence, that holds them all.
    var table: Int
    var sentence: Int
    var name: [String]
  }

  func settle(_ given: inout [[Attachment]]) {
    guard candidates.count > 1, given.contains(where: { Self.tellsBoth($0) }) else { return }
    var series: [Series: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      let key = Series(
        kind: candidate.kind, table: candidate.place?.table ?? -1,
        sentence: candidate.place == nil ? candidate.sentence.lowerBound : -1,
        name: candidate.name.tokens.prefix(6).map { context.folded($0) })
      series[key, default: []].append(index)
    }
    for steps in series.values where steps.count > 1 {
      guard let last = last(of: steps), Self.tellsBoth(given[last]) else { continue }
      given[last] = given[last].map {
        guard case .unused(.rolls_over) = $0.content, $0.refused == nil else { return $0 }
        return $0.refused("no period comes after its own")
      }
    }
  }

  private static func tellsBoth(_ attachments: [Attachment]) -> Bool {
    var (over, lost) = (false, false)
    for attachment in attachments where attachment.refused == nil {
      if case .unused(.rolls_over) = attachment.content { over = true }
      if case .unused(.forfeited) = attachment.content { lost = true }
    }
    return over && lost
  }

  /// The step that begins last, where each has a year or a day of its own; of rows of one table without them the last.
  private func last(of steps: [Int]) -> Int? {
    let years = steps.compactMap { candidates[$0].contractYear }
    if years.count == steps.count {
      guard Set(years).count == years.count else { return nil }
      return steps.max { candidates[$0].contractYear ?? 0 < candidates[$1].contractYear ?? 0 }
    }
    let starts = steps.compactMap { candidates[$0].start }
    if starts.count == steps.count {
      guard Set(starts).count == starts.count else { return nil }
      return steps.max { first, second in
        guard let one = candidates[first].start, let other = candidates[second].start else { return false }
        return one < other
      }
    }
    let spans = steps.compactMap { candidates[$0].span }
    let rows = Set(steps.compactMap { candidates[$0].place?.row })
    return spans.count == steps.count || rows.count == steps.count ? steps.max() : nil
  }
}
