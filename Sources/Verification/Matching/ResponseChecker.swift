// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

extension GrantChecker {
  /// How soon somebody answers was promised without a plan's name: held against what any clause says of it. Nil where
  /// none does.
  var responseFinding: GrantFinding? {
    guard grant.isResponseOnly, let wanted = grant.features.response else { return nil }
    var best: (document: String, clause: ContractClause, minutes: Decimal)?
    for contract in set.contracts where set.isBinding(contract.result.facts.id) {
      for clause in contract.clauses where !clause.isDenied && !clause.isOptional {
        guard let minutes = clause.features.response, minutes < best?.minutes ?? minutes + 1 else { continue }
        best = (contract.result.facts.id, clause, minutes)
      }
    }
    guard let best else { return nil }
    var finding = GrantFinding(
      grant: grant, verdict: .landed, reason: "The contract grants at least what was promised.")
    finding.evidence = [CitedEvidence(document: best.document, evidence: best.clause.evidence)]
    if best.minutes > wanted {
      finding.differences = [
        Difference(
          .conditions, promised: "response within \(GrantComparison.span(wanted))",
          contracted: "within \(GrantComparison.span(best.minutes))")
      ]
    }
    let status = set.facts(of: best.document)?.signature.status
    if status == .unsigned || status == .partial {
      finding.differences.append(Difference(.signature, promised: nil, contracted: status?.rawValue))
    }
    if !finding.differences.isEmpty {
      finding.verdict = .weakened
      finding.reason = "Granted, but less: \(finding.differences.map(\.field.rawValue).joined(separator: ", "))."
    }
    return finding
  }
}

extension PromisedGrant {
  /// A person who is promised, and no plan.
  var isManagerOnly: Bool {
    guard kind == "support_plan", tier == nil || tier == .other, features.hasManager else { return false }
    let words = NameMatch.words(name)
    return words.contains { ["manager", "csm", "tam", "engineer", "advisor", "adviser"].contains($0) }
      && !words.contains { ["plan", "package", "support"].contains($0) }
  }
}
