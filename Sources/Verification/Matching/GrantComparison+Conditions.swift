// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

extension GrantComparison {
  mutating func compareConditions() {
    let restrictions = restrictingClauses
    if let first = restrictions.first {
      add(.conditions, grant.isUnconditional ? "without conditions" : nil, first.evidence.quote)
      return
    }
    if grant.unused == .rolls_over || grant.unused == .never_expires, entitlement.conditions.unused == .forfeited {
      add(.conditions, "unused rolls over", "unused is forfeited")
    }
  }

  /// Clauses with a restriction that an ordinary grant does not have.
  var restrictingClauses: [ContractClause] {
    neighbours.clauses.filter { clause in
      var found = clause.restrictions
      // A partner's voucher is for partners.
      if entitlement.kind == "partner_voucher" { found.remove(.partners) }
      return !found.isEmpty && !clause.isDeniedRestriction && !clause.mentions.contains { $0.objection == .remedy }
    }
  }
}

extension ContractClause {
  /// "Without the prior consent of …" restricts; "no approval is needed" does not.
  fileprivate var isDeniedRestriction: Bool {
    let quote = evidence.quote.lowercased()
    return ["no approval", "no consent", "without approval", "without consent", "approval is not", "consent is not"]
      .contains {
        quote.contains($0)
      }
  }
}
