// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel
import PromiseReading

/// "And 100 GB on top": what an earlier promise has of a grant is not there a second time.
struct Remainders {
  let checker: PromiseChecker

  /// Takes back what landed only because the same grant was counted twice.
  func settle(_ verdicts: inout [PromiseVerdict]) {
    for index in verdicts.indices where verdicts[index].verdict == .landed {
      guard let more = taken(verdicts[index]), more.grant.saysOnTop,
        let first = verdicts[..<index].compactMap({ taken($0) }).first(where: {
          $0.entitlement == more.entitlement && !$0.grant.saysOnTop
        }),
        let whole = amount(of: more.entitlement, unit: more.grant.quantity?.unit),
        let promised = more.grant.quantity?.amount, let before = first.grant.quantity?.amount,
        first.grant.quantity?.unit == more.grant.quantity?.unit,
        first.grant.timing == more.grant.timing
          || whole <= before
      else { continue }
      let rest = whole - before
      guard rest < promised else { continue }
      var verdict = verdicts[index]
      if rest > 0 {
        verdict.verdict = .weakened
        verdict.reason = "Granted, but less: quantity."
        verdict.differences = [
          Difference(
            .quantity, promised: PlainWords.quantity(more.grant.quantity), contracted: PlainWords.amount(rest))
        ]
      } else {
        verdict = PromiseVerdict(
          promise: verdict.promise, verdict: .missing,
          reason: "The contract grants this once, and another promise has it already.")
      }
      checker.complete(&verdict)
      verdicts[index] = verdict
    }
  }

  /// The one grant of a promise, and the one entitlement that it was found in.
  private func taken(_ verdict: PromiseVerdict) -> (grant: PromisedGrant, entitlement: String)? {
    guard verdict.verdict == .landed || verdict.verdict == .weakened, verdict.promise.grants.count == 1,
      verdict.entitlements.count == 1, let grant = verdict.promise.grants.first, grant.quantity != nil,
      grant.recurrence == nil
    else { return nil }
    return (grant, verdict.entitlements[0])
  }

  private func amount(of id: String, unit: String?) -> Decimal? {
    guard let quantity = checker.set.active.first(where: { $0.id == id })?.quantity, quantity.unit == unit else {
      return nil
    }
    return quantity.amount
  }
}
