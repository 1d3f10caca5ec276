// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What a share makes, where the sentence says it itself, and what one sentence counts twice.
extension ComputedQuantities {
  /// "500 credits per user for the 120 users (60,000 in all)", "one for each ten users: 25 for the 250 users": the share,
  /// how many get it, and what that makes stand in one sentence and agree.
  func told(_ candidate: Candidate, _ token: Int) -> Candidate? {
    guard let own = candidate.quantity?.amount, own > 0, !saysTime(behind: token, candidate) else { return nil }
    var size: Decimal = 1
    let next = number(from: token + 1, to: min(token + 3, candidate.sentence.upperBound - 1), candidate)
    if let next, !candidate.tokens.contains(next.end - 1) { size = next.amount }
    let amounts = context.values(in: candidate.sentence).filter { value in
      value.isQuantityOrNumber && value.tokens.upperBound != next?.end && !countsTime(value)
    }
    guard (2...8).contains(amounts.count), let mine = amounts.first(where: { $0.value.amount == own }) else {
      return nil
    }
    for other in amounts where !other.tokens.overlaps(mine.tokens) {
      guard let amount = other.value.amount, amount > 0, amount != own else { continue }
      let (share, sum) = (min(own, amount), max(own, amount))
      let makes = amounts.contains { base in
        guard let count = base.value.amount, count >= 2, !base.tokens.overlaps(mine.tokens),
          !base.tokens.overlaps(other.tokens)
        else { return false }
        return share * count == sum * size
      }
      // The candidate may be the sum itself.
      if makes { return own == sum ? candidate : candidate.with(times: 1, total: sum) }
    }
    return nil
  }

  /// "2 sessions per quarter and 15 vouchers": that 30 of something stand before is chance.
  private func saysTime(behind token: Int, _ candidate: Candidate) -> Bool {
    (token + 1..<min(token + 4, candidate.sentence.upperBound)).contains {
      context.isOne($0, of: "day|week|month|quarter|year|annum|half|term|period")
    }
  }

  /// "2 x 1-day workshop", "3 × 2 days of training": so many times a length.
  func repeated(_ candidate: Candidate, _ sign: Int) -> Candidate? {
    guard let unit = candidate.quantity?.unit, unit == "day" || unit == "hour",
      let (count, end) = number(from: max(candidate.sentence.lowerBound, sign - 1), to: sign - 1, candidate),
      end == sign, (2...100).contains(count), count.wholeNumber != nil, !candidate.tokens.contains(sign - 1),
      let length = context.values(in: sign + 1..<min(sign + 4, candidate.sentence.upperBound)).first,
      length.tokens.lowerBound == sign + 1, length.value.amount == candidate.quantity?.amount
    else { return nil }
    return candidate.with(times: count, total: nil)
  }

  /// "the first twelve months"
  private func countsTime(_ value: ValueMention) -> Bool {
    let last = value.tokens.upperBound - 1
    return [last, last + 1].contains {
      $0 < context.stream.count && context.isOne($0, of: "month|months|week|weeks|quarter|quarters|years")
    }
  }

  /// Without a share whose total is a candidate of its own, and without what names the same number twice: "Storage: 2 TB
  /// (2,000 GB) of data storage".
  static func once(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.count > 1, candidates.count < 30 else { return candidates }
    return candidates.indices.filter { index in
      let one = candidates[index]
      guard let quantity = one.quantity, one.contractYear == nil, one.span == nil else { return true }
      return !candidates.indices.contains { other in
        let rival = candidates[other]
        guard other != index, rival.kind == one.kind, rival.quantity?.amount == quantity.amount,
          rival.quantity?.unit == quantity.unit, rival.name.tokens != one.name.tokens,
          rival.tokens.overlaps(one.tokens) || rival.isShareWorkedOut != one.isShareWorkedOut
            || (0...1).contains(rival.tokens.lowerBound - one.tokens.upperBound)
            || (0...1).contains(one.tokens.lowerBound - rival.tokens.upperBound)
        else { return false }
        if rival.isShareWorkedOut != one.isShareWorkedOut { return one.isShareWorkedOut }
        return (rival.name.tokens.count, index) > (one.name.tokens.count, other)
      }
    }.map { candidates[$0] }
  }
}
