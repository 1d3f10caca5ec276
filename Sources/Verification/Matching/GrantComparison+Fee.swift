// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Promised free, charged in the contract.
extension GrantComparison {
  mutating func compareFee() {
    guard grant.isFree else { return }
    if let fee = entitlement.fee, (fee.amount ?? 0) > 0 || (fee.percent ?? 0) > 0 {
      if fee.amount != 0, !isWaived { add(.fee, "free", PlainWords.fee(fee)) }
      return
    }
    guard let charge = charges.first, !isWaived else { return }
    add(.fee, "free", charge.wording)
  }

  /// What the clauses around ask for it. Where it is said to be free, only its own clause can take that back.
  private var charges: [ContractClause.Charge] {
    // Of a sum that the vendor pays, no price is asked.
    guard !["success_fund", "partner_voucher"].contains(entitlement.kind.rawValue) else { return [] }
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    return neighbours.clauses.flatMap { clause -> [ContractClause.Charge] in
      let isOwn = grants.contains { clause.overlaps($0) }
      guard isOwn || entitlement.fee?.amount != 0 && clause.names(inAnyWay: entitlement) else { return [] }
      return clause.charges.filter(isMeant)
    }
  }

  private func isMeant(_ charge: ContractClause.Charge) -> Bool {
    if let kind = charge.kind, kind != entitlement.kind { return false }
    if let tier = charge.tier, let own = entitlement.tier, tier != own { return false }
    return !charge.isLater || !grant.timing.isEmpty
  }

  /// The fee is waived for at least as long as was promised.
  private var isWaived: Bool {
    neighbours.clauses.contains { clause in
      guard clause.isFree else { return false }
      if grant.timing.shares(periodWith: clause.timing) { return true }
      guard let promised = grant.timing.resolved(by: facts), let free = clause.timing.resolved(by: facts),
        let wanted = promised.end(from: promised.start ?? facts.term.start), let end = free.end(from: facts.term.start)
      else { return false }
      return end >= wanted
    }
  }
}
