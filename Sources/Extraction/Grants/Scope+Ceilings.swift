// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells how much may be used at most from how much is given: "no user may book more than ten days", "at most ten days can
/// be booked by one department", "each booking of credits is limited to ten participants".
extension Scope {
  private static let using: WordSet = [
    "use", "used", "uses", "book", "booked", "books", "consume", "consumed", "consumes", "take", "taken", "takes",
    "send",
    "sent", "redeem", "redeemed", "redeems", "spend", "spent", "run", "hold", "store", "stored", "attend", "attended",
    "claim", "claimed", "schedule", "scheduled", "request", "requested", "draw", "drawn", "make", "made", "occupy",
    "assigned", "submit", "operate", "keep", "apply", "applied", "call", "called", "exhaust", "deploy",
  ]
  private static let denials: WordSet = [
    "no", "not", "never", "nobody", "none", "neither", "nor", "cannot", "without", "can't", "won't",
  ]
  private static let providing: WordSet = [
    "provide", "provides", "provided", "supply", "supplies", "grant", "grants", "granted", "give", "gives", "receive",
    "receives", "include", "includes", "included", "deliver", "delivers", "entitled", "obtain", "contribute", "pay",
    "pays", "available", "get", "gets", "offer", "offers",
  ]
  private static let portions: WordSet = [
    "one", "any", "each", "every", "single", "individual", "same", "person", "user", "employee", "department", "team",
    "head", "participant", "branch", "time", "once", "week", "occasion", "request", "booking", "site",
  ]

  func isCeiling(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    guard candidate.place == nil, candidate.money == nil, candidate.share == nil else { return false }
    return isCompared(candidate, clause) || isBoundedUse(candidate, clause) || isBoundOfAnother(candidate, clause)
  }

  /// "A request for more than ten days", "use beyond ten days": nobody gives more than a number.
  private func isCompared(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    let start = candidate.tokens.lowerBound
    let near = max(clause.lowerBound, start - 2)..<max(clause.lowerBound, start)
    guard let last = near.last else { return false }
    let isThan =
      near.count == 2 && context.isOne(last, of: "than")
      && context.isOne(last - 1, of: "more|fewer|less|larger|greater|longer|higher|smaller")
    let isBeyond =
      context.isOne(last, of: "beyond|exceeding")
      || near.count == 2 && context.isOne(last, of: "of")
        && context.isOne(last - 1, of: "excess")
    guard isThan || isBeyond else { return false }
    let before = max(clause.lowerBound, start - 8)..<near.lowerBound
    return !before.contains { context.isOne($0, of: Self.denials) || context.isOne($0, of: Self.providing) }
  }

  /// What is denied or capped is how much one may use; where something is given, it caps the grant.
  private func isBoundedUse(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    let start = candidate.tokens.lowerBound
    let low = max(clause.lowerBound, start - 24)
    let before = low..<max(low, start)
    guard let bound = bound(at: before), !before.contains(where: { context.isOne($0, of: Self.providing) }) else {
      return false
    }
    let end = candidate.tokens.upperBound
    let behind = end..<max(end, min(end + 14, clause.upperBound))
    if behind.prefix(6).contains(where: { context.isOne($0, of: Self.providing) }) { return false }
    switch bound {
    case .denied:
      return before.contains { context.isOne($0, of: Self.using) }
        || behind.prefix(5).contains { context.isOne($0, of: Self.using) }
    case .capped:
      // "No more than ten hours may be used by one person": part by part.
      guard
        (before.contains { context.isOne($0, of: Self.using) })
          || (behind.prefix(5).contains { context.isOne($0, of: Self.using) })
      else { return false }
      let isSpread = behind.contains { token in
        context.isOne(token, of: "by|in|per|within|at|on|for|to")
          && token + 1 < context.stream.count && context.isOne(token + 1, of: Self.portions)
      }
      return isSpread || behind.contains { context.isOne($0, of: "simultaneously|concurrently|parallel|together") }
        || before.prefix(4).contains { context.isOne($0, of: "each|every|any|single|one") }
    }
  }

  private enum Bound { case denied, capped }

  /// "Not … more than" denies what is beyond; "at most", "no more than", "a maximum of" right before the amount caps it.
  private func bound(at before: Range<Int>) -> Bound? {
    let end = before.upperBound
    guard before.count >= 2 else { return nil }
    if context.isOne(end - 1, of: "most"), context.isOne(end - 2, of: "at") { return .capped }
    if context.isOne(end - 1, of: "of"), context.isOne(end - 2, of: "maximum") { return .capped }
    if context.isOne(end - 1, of: "only") || end - 2 > before.lowerBound && context.isOne(end - 2, of: "only") {
      return .capped
    }
    let near = max(before.lowerBound, end - 3)..<end
    let excess = near.first { token in
      context.isOne(token, of: "more") && token + 1 < end && context.isOne(token + 1, of: "than")
        || context.isOne(token, of: "excess") && token > 0 && context.isOne(token - 1, of: "in")
        || context.isOne(token, of: "exceed|exceeds")
    }
    guard let excess else { return nil }
    let denial = (max(before.lowerBound, excess - 12)..<excess).last { context.isOne($0, of: Self.denials) }
    guard let denial else { return nil }
    // "Customer may use no more than …", "may not use more than …" deny; "no more than ten can be used by one" caps.
    return (before.lowerBound..<excess).contains { context.isOne($0, of: Self.using) } || denial < excess - 1
      ? .denied : .capped
  }

  /// "Is limited to ten participants": the number counts another thing than the name before it.
  private func isBoundOfAnother(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    let name = candidate.name.tokens
    let end = candidate.tokens.upperBound
    guard end > name.upperBound, end < clause.upperBound,
      (name.upperBound..<end).contains(where: { context.isOne($0, of: "limited|restricted|capped|confined") })
    else { return false }
    let next = context.folded(end)
    guard context.isWord(end), next.hasSuffix("s"), next.utf8.count > 4 else { return false }
    return next.droppingPlural != candidate.quantity?.unit
  }
}
