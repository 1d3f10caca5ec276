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
      guard let more = taken(verdicts[index]), more.grant.saysOnTop else { continue }
      let earlier = verdicts[..<index].compactMap(taken).filter { $0.entitlement == more.entitlement }
      guard let first = earlier.first(where: { !$0.grant.saysOnTop }),
        let whole = amount(of: more.entitlement, unit: more.grant.quantity?.unit),
        let promised = more.grant.quantity?.amount,
        let before = before(more.grant, first, among: earlier),
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

  /// What the first promise has of the grant, with all that others have been added to it since.
  private func before(
    _ grant: PromisedGrant, _ first: (grant: PromisedGrant, entitlement: String),
    among earlier: [(grant: PromisedGrant, entitlement: String)]
  ) -> Decimal? {
    earlier.reduce(first.grant.quantity?.amount) { sum, other in
      guard let sum, other.grant.saysOnTop, other.grant.quantity?.unit == grant.quantity?.unit else { return sum }
      return sum + (other.grant.quantity?.amount ?? 0)
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
