// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// "A named success manager works for Customer 10 hours a month": somebody's hours are services, whatever plan the name
/// stands for by itself.
struct ManagerHours {
  let context: DocumentContext

  private static let persons: WordSet = ["manager", "managers", "csm", "csms", "tam", "tams", "engineer", "engineers"]
  private static let deadlines: WordSet = ["in", "within", "after", "every", "than", "least"]
  private static let reach = 24

  func told(_ candidate: Candidate) -> Candidate {
    guard candidate.kind == "support_plan", candidate.place == nil, let last = candidate.name.tokens.last,
      context.isOne(last, of: Self.persons)
    else { return candidate }
    let behind = (last + 1)..<min(last + Self.reach, candidate.sentence.upperBound)
    guard !behind.isEmpty else { return candidate }
    for value in context.values(in: behind) {
      guard case .duration(let duration) = value.value, duration.unit == .hour || duration.unit == .day,
        duration.amount >= 1, duration.amount <= 3000,
        !context.isOne(value.tokens.lowerBound - 1, of: Self.deadlines),
        !Deadlines.isDeadline(value, isDays: duration.unit == .day, context)
      else { continue }
      var one = candidate
      one.kind = "services_hours"
      one.tier = nil
      one.quantity = Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      one.tokens = one.tokens.union(value.tokens)
      return one
    }
    return candidate
  }
}
