// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

extension Candidate {
  /// A number, a value or a share; a plan is one by its name.
  var hasSubstance: Bool { quantity != nil || money != nil || share != nil || isOpenAmount || kind == "support_plan" }
}

extension [Candidate] {
  /// Whether another of the same kind says how much.
  func hasFuller(_ candidate: Candidate) -> Bool {
    contains { $0.kind == candidate.kind && !$0.isBare }
  }
}

/// A ramp in the text whose yearly price stands in a table's row.
enum Ramps {
  static func takePrices(_ candidates: inout [Candidate]) {
    for index in candidates.indices.reversed() where candidates[index].place != nil && candidates[index].isBare {
      let row = candidates[index]
      let steps = candidates.indices.filter {
        candidates[$0].kind == row.kind && candidates[$0].contractYear != nil && candidates[$0].place == nil
      }
      guard !steps.isEmpty else { continue }
      for step in steps where candidates[step].fee == nil { candidates[step].fee = row.yearlyFee }
      candidates.remove(at: index)
    }
  }
}

/// One grant stated twice is one entitlement.
enum Restatements {
  /// Groups of indices that state the same grant; the first of each leads. `apart`: two that their own sentences give
  /// other days are two grants: "40 credits for Contract Year 1 … 40 credits for Contract Year 2".
  static func group(_ candidates: [Candidate], apart: (Int, Int) -> Bool) -> [[Int]] {
    var groups: [[Int]] = []
    // Nothing is restated within its own sentence: groups that began in it need not be asked.
    var earlier = 0
    // Two that just count the same thing in the text must count as many: only those groups need be asked.
    var counting: [Count: [Int]] = [:]
    var others: [Int] = []
    for index in candidates.indices {
      if index == 0 || candidates[index - 1].sentence != candidates[index].sentence { earlier = groups.count }
      let count = Count(candidates[index])
      let asked = count.map { merged(counting[$0] ?? [], others) } ?? Array(groups.indices)
      let found = asked.first { group in
        group < earlier && groups[group].contains { isSame(candidates[$0], candidates[index]) && !apart($0, index) }
      }
      let group = found ?? groups.count
      if found == nil { groups.append([index]) } else { groups[group].append(index) }
      if let count {
        if counting[count]?.last != group { counting[count, default: []].append(group) }
      } else if others.last != group {
        others.append(group)
      }
    }
    // A row leads: it carries quantity, fee and dates.
    return groups.map { group in
      group.sorted { (candidates[$0].place == nil ? 1 : 0, $0) < (candidates[$1].place == nil ? 1 : 0, $1) }
    }
  }

  /// What a grant of the text counts, where it counts something and is no plan.
  private struct Count: Hashable {
    var kind: Kind
    var amount: Decimal
    var unit: String?

    init?(_ candidate: Candidate) {
      guard candidate.place == nil, candidate.kind != "support_plan", let quantity = candidate.quantity else {
        return nil
      }
      (kind, amount, unit) = (candidate.kind, quantity.amount, quantity.unit)
    }
  }

  /// Both lists of ascending numbers as one.
  private static func merged(_ a: [Int], _ b: [Int]) -> [Int] { b.isEmpty ? a : a.isEmpty ? b : (a + b).sorted() }

  private static func isSame(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.kind == b.kind else { return false }
    if a.contractYear != b.contractYear { return false }
    if a.place != nil, b.place != nil { return false }
    if a.sentence == b.sentence { return false }
    if a.kind == "support_plan" { return a.tier == b.tier }
    if a.isFurther || b.isFurther { return false }
    // A line of prepaid credits, and the clause that grants them: the row's price is the clause's amount.
    if (a.place == nil) != (b.place == nil), a.kind == "usage_credit" {
      let (row, clause) = a.place == nil ? (b, a) : (a, b)
      if let amount = clause.moneyAmount, row.span == nil, row.prices.contains(amount) { return true }
    }
    // "Development hours   see clause 4": the row has the price, the clause the number.
    if a.isBare || b.isBare, (a.place == nil) != (b.place == nil) { return a.name.unit == b.name.unit }
    let quantities = (a.quantity, b.quantity)
    if let x = quantities.0, let y = quantities.1 {
      return x.amount == y.amount && x.unit == y.unit && x.amount != 1
    }
    if let x = a.moneyAmount, let y = b.moneyAmount { return x == y && a.quantity == nil && b.quantity == nil }
    return false
  }

  /// The leading candidate with what the others add.
  static func merged(_ group: [Candidate]) -> Candidate {
    var leader = group[0]
    for other in group.dropFirst() {
      leader.rules += other.rules
      if leader.place != nil, other.place == nil, let amount = other.moneyAmount, leader.prices.contains(amount) {
        // The clause says in full what the row has in lakhs or for the whole term.
        leader.money = other.money
      }
      leader.money = leader.money ?? other.money
      leader.quantity = leader.quantity ?? other.quantity
      leader.share = leader.share ?? other.share
      leader.fee = leader.fee ?? other.fee
      leader.start = leader.start ?? other.start
      leader.end = leader.end ?? other.end
      leader.feePercent = leader.feePercent ?? other.feePercent
      if leader.place != nil, other.place == nil, leader.quantity == nil { leader.name = other.name }
    }
    return leader
  }
}

extension Candidate {
  /// Says nothing of how much.
  var isBare: Bool {
    quantity == nil && money == nil && share == nil && kind != "support_plan" && !isOpenAmount
      && !(kind == "complimentary_product" && fee?.amount == 0)
  }

  var moneyAmount: Decimal? {
    if case .money(let amount, _)? = money?.value { return amount }
    return nil
  }
}
