// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// A share of what each contract year costs, where the years of a ramp cost different sums: one grant a year, each with
/// its own amount.
struct YearlyShares {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  func told(_ candidates: [Candidate]) -> [Candidate] {
    guard Set(knowledge.yearlyFees).count > 1, candidates.contains(where: { $0.share != nil }) else {
      return candidates
    }
    return candidates.flatMap { candidate -> [Candidate] in
      guard let share = candidate.share, candidate.contractYear == nil, candidate.kind != "support_plan",
        share.base.utf8.count > 4, share.base.lowercased().containsBytes(of: "fee"), isForEachYear(candidate)
      else { return [candidate] }
      return knowledge.yearlyFees.enumerated().map { index, fees in
        var one = candidate
        one.contractYear = index + 1
        one.shareAmount = (fees * share.percent / 100).roundedToCents
        return one
      }
    }
  }

  private func isForEachYear(_ candidate: Candidate) -> Bool {
    context.values(in: candidate.sentence).contains {
      if case .recurrence(let every) = $0.value { every == .contract_year } else { false }
    }
  }
}
