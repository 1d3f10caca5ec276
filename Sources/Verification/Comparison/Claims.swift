// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import PromiseReading

/// A row of a tracker: how much of a grant was used, and what remains.
public struct UsageRow: Hashable, Sendable {
  /// An entitlement's id, a kind or a name.
  public var key: String
  /// In the grant's unit, or in money; nil where the row does not say.
  public var used: Decimal?
  /// What is left, in the same; nil where the row does not say.
  public var remaining: Decimal?
  /// The line of the tracker's file, one-based.
  public var line: Int
  /// A row; at least one of `used` and `remaining` should be there.
  public init(key: String, used: Decimal?, remaining: Decimal?, line: Int) {
    self.key = key
    self.used = used
    self.remaining = remaining
    self.line = line
  }
}

/// What to claim at renewal for something that was not used and is no longer granted.
public struct Claim: Hashable, Sendable {
  /// The id of the grant before.
  public var entitlement: String
  /// What it is.
  public var kind: Kind
  /// Its name in the earlier contract.
  public var name: String?
  /// How much was not used, in `unit`, or in money where there is none.
  public var remaining: Decimal
  /// Singular noun; nil where the remainder is money.
  public var unit: String?
  /// What the remainder is worth; nil where nothing tells.
  public var amount: Decimal?
  /// ISO 4217; nil where `amount` is nil or no document settles it.
  public var currency: String?
  /// Why it would be lost.
  public var reason: Reason
  /// Why it is lost.
  public enum Reason: String, Codable, Sendable, CaseIterable {
    /// Nothing of it is granted after.
    case dropped
    /// Its validity ends with the old contract.
    case expired
    /// Less is granted after.
    case weakened
  }
}

/// Claims, their sums, and rows of the tracker that belong to no grant.
public struct ClaimList: Sendable {
  /// In the order of the tracker.
  public var claims: [Claim]
  /// By currency, in alphabetical order.
  public var totals: [Total]
  /// Rows that name no grant, or say nothing of what remains.
  public var problems: [Problem]
  /// The sum of the claims in one currency.
  public struct Total: Hashable, Sendable {
    /// ISO 4217.
    public var currency: String
    /// The sum.
    public var amount: Decimal
    /// A sum in a currency.
    public init(currency: String, amount: Decimal) {
      self.currency = currency
      self.amount = amount
    }
  }

  /// A list of these.
  public init(claims: [Claim] = [], totals: [Total] = [], problems: [Problem] = []) {
    self.claims = claims
    self.totals = totals
    self.problems = problems
  }
}

/// Turns unused remainders into claims.
public enum Claims {
  /// Each row belongs to the grant before with that id, else to those of that kind or name, in their order. `today`
  /// tells what has run out; nil counts what ends with the old contract as lost.
  public static func list(_ rows: [UsageRow], _ changes: [GrantChange]) -> ClaimList {
    var list = ClaimList(claims: [], totals: [], problems: [])
    for row in rows {
      let meant = grants(row.key, changes)
      guard let first = meant.first, let before = first.before else {
        list.problems.append(
          Problem("unknown_entitlement", "Line \(row.line) of the tracker names no grant of the earlier contracts."))
        continue
      }
      let granted = before.quantity?.amount ?? before.value?.amount
      guard let remaining = row.remaining ?? granted.flatMap({ whole in row.used.map { whole - $0 } }) else {
        list.problems.append(
          Problem("unknown_remainder", "Line \(row.line) of the tracker gives neither what remains nor what was used."))
        continue
      }
      guard remaining > 0, let reason = reason(first) else { continue }
      list.claims.append(claim(before, remaining, reason))
    }
    var sums: [String: Decimal] = [:]
    for claim in list.claims {
      if let amount = claim.amount, let currency = claim.currency { sums[currency, default: 0] += amount }
    }
    list.totals = sums.sorted { $0.key < $1.key }.map { ClaimList.Total(currency: $0.key, amount: $0.value) }
    return list
  }

  private static func grants(_ key: String, _ changes: [GrantChange]) -> [GrantChange] {
    let key = key.lowercased()
    if let exact = changes.first(where: { $0.before?.id.lowercased() == key }) { return [exact] }
    let kind = String(key.map { $0 == " " || $0 == "-" ? "_" : $0 })
    let all = changes.filter { $0.before != nil }
    let found = all.filter {
      $0.kind.rawValue == kind || $0.kind.rawValue + "s" == kind || $0.before?.name?.lowercased() == key
    }
    // What is lost comes first: that is what can be claimed.
    return found.sorted { (reason($0) == nil ? 1 : 0) < (reason($1) == nil ? 1 : 0) }
  }

  private static func reason(_ change: GrantChange) -> Claim.Reason? {
    if change.change == .dropped { return .dropped }
    // What is granted anew does not bring back what has run out, unless that rolls over.
    if change.before?.conditions.unused != .rolls_over, change.before?.id != change.after?.id,
      let end = change.before?.validity.end, let next = change.after?.validity.start, end < next
    {
      return .expired
    }
    return change.change == .weakened ? .weakened : nil
  }

  private static func claim(_ entitlement: Entitlement, _ remaining: Decimal, _ reason: Claim.Reason) -> Claim {
    var claim = Claim(
      entitlement: entitlement.id, kind: entitlement.kind, name: entitlement.name, remaining: remaining,
      unit: entitlement.quantity?.unit, amount: nil, currency: nil, reason: reason)
    guard let worth = entitlement.value?.amount else { return claim }
    claim.currency = entitlement.value?.currency
    if let quantity = entitlement.quantity?.amount, quantity > 0 {
      claim.amount = rounded(worth * remaining / quantity)
    } else {
      claim.amount = min(remaining, worth)
      claim.unit = nil
    }
    return claim
  }

  /// To the cent, half up.
  private static func rounded(_ amount: Decimal) -> Decimal {
    let cents = amount * 100 + Decimal(5) / 10
    let whole = cents.description.split(separator: ".").first.flatMap { Decimal(string: String($0)) } ?? cents
    return whole / 100
  }
}
