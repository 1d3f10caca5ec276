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
  /// ISO 4217, where the row gives sums of money with it.
  public var currency: String?
  /// What else the row calls it, where the key is unknown: its kind beside a number of the tracker's own.
  public var otherKeys: [String]
  /// Cells that should hold an amount and do not.
  public var unreadable: [String]
  /// The line of the file, one-based.
  public var line: Int
  /// A row; what it does not give is nil.
  public init(
    key: String, used: Decimal?, remaining: Decimal?, line: Int, currency: String? = nil, unreadable: [String] = [],
    otherKeys: [String] = []
  ) {
    self.key = key
    self.otherKeys = otherKeys
    self.used = used
    self.remaining = remaining
    self.currency = currency
    self.unreadable = unreadable
    self.line = line
  }
}

/// What to claim at renewal for something that was not used and is no longer granted.
public struct Claim: Hashable, Sendable {
  /// Its id.
  public var entitlement: String
  /// What it is.
  public var kind: Kind
  /// As the contract names it.
  public var name: String?
  /// What is left, in the same; nil where the row does not say.
  public var remaining: Decimal
  /// What the remainder counts; nil where it is money.
  public var unit: String?
  /// What the remainder is worth; nil where nothing tells.
  public var amount: Decimal?
  /// ISO 4217; nil where it is not known.
  public var currency: String?
  /// Why it is lost.
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

/// Something that is lost and that no row of the tracker speaks of.
public struct Untracked: Hashable, Sendable {
  /// Its id.
  public var entitlement: String
  /// What it is.
  public var kind: Kind
  /// As the contract names it.
  public var name: String?
  /// What was granted; nil where the contract does not say how much.
  public var quantity: Quantity?
  /// What it was worth; nil where the contract does not say.
  public var value: EntitlementValue?
  /// Why it is lost.
  public var reason: Claim.Reason
}

/// Claims, their sums, what the sums leave out, and rows of the tracker that nothing can be made of.
public struct ClaimList: Sendable {
  /// One a row of the tracker that is lost.
  public var claims: [Claim]
  /// By currency, in alphabetical order; of claims whose amount is known.
  public var totals: [Total]
  /// Lost, and the tracker does not say how much of it remains.
  public var untracked: [Untracked]
  /// Rows that nothing can be made of.
  public var problems: [Problem]
  /// A sum of one currency.
  public struct Total: Hashable, Sendable {
    /// ISO 4217; nil where it is not known.
    public var currency: String
    /// The sum; nil where none is given.
    public var amount: Decimal
    /// A sum.
    public init(currency: String, amount: Decimal) {
      self.currency = currency
      self.amount = amount
    }
  }

  /// A list; without rows an empty one.
  public init(
    claims: [Claim] = [], totals: [Total] = [], untracked: [Untracked] = [], problems: [Problem] = []
  ) {
    self.claims = claims
    self.totals = totals
    self.untracked = untracked
    self.problems = problems
  }

  /// Claims of which nobody knows what they are worth: no total holds them.
  public var withoutAmount: [Claim] { claims.filter { $0.amount == nil || $0.currency == nil } }
}

/// Turns unused remainders into claims.
public enum Claims {
  /// Each row belongs to the grant before with that id, else to the one of that kind or name. A row that several could
  /// mean is a problem that names them, unless what remains is all of each of them.
  public static func list(_ rows: [UsageRow], _ changes: [GrantChange]) -> ClaimList {
    var builder = ClaimBuilder(changes: changes)
    for row in rows { builder.add(row) }
    return builder.list
  }
}

private struct ClaimBuilder {
  let changes: [GrantChange]
  private var claims: [Claim] = []
  private var problems: [Problem] = []
  /// Ids that a row speaks of.
  private var tracked: Set<String> = []

  init(changes: [GrantChange]) { self.changes = changes }

  var list: ClaimList {
    var sums: [String: Decimal] = [:]
    for claim in claims {
      if let amount = claim.amount, let currency = claim.currency { sums[currency, default: 0] += amount }
    }
    let untracked = changes.compactMap { change -> Untracked? in
      guard let before = change.before, !tracked.contains(before.id), let reason = reason(change) else { return nil }
      return Untracked(
        entitlement: before.id, kind: before.kind, name: before.name, quantity: before.quantity, value: before.value,
        reason: reason)
    }
    return ClaimList(
      claims: claims,
      totals: sums.sorted { $0.key < $1.key }.map { ClaimList.Total(currency: $0.key, amount: $0.value) },
      untracked: untracked, problems: problems)
  }

  private mutating func note(_ code: Problem.Code, _ row: UsageRow, _ words: String) {
    problems.append(Problem(code, "Line \(row.line) of the tracker \(words)."))
  }

  mutating func add(_ row: UsageRow) {
    let meant = meant(by: row)
    guard !meant.isEmpty else {
      return note("unknown_entitlement", row, "names no grant of the earlier contracts")
    }
    if let currency = row.currency, let other = meant.lazy.compactMap(\.before?.value?.currency).first,
      currency != other
    {
      return note("other_currency", row, "counts in \(currency) what was granted in \(other)")
    }
    if let cell = row.unreadable.first { return note("unreadable_amount", row, "has no amount in '\(cell)'") }
    if let again = meant.compactMap(\.before).first(where: { tracked.contains($0.id) }), meant.count == 1 {
      return note("repeated_entitlement", row, "names \(again.id) once more; only its first row counts")
    }
    if let all = allOfEach(row, meant) {
      for (change, whole) in all { claim(change, whole) }
      return
    }
    guard meant.count == 1, let before = meant[0].before else {
      let names = meant.compactMap(\.before).map {
        "\($0.id) (\(PlainWords.quantity($0.quantity) ?? PlainWords.value($0.value) ?? $0.kind.rawValue))"
      }
      return note(
        "ambiguous_entitlement", row, "can mean \(names.joined(separator: ", ")): give the id of the one it means")
    }
    let whole = Self.whole(before)
    guard let remaining = row.remaining ?? whole.flatMap({ whole in row.used.map { whole - $0 } }) else {
      return note("unknown_remainder", row, "gives neither what remains nor what was used")
    }
    if let used = row.used, used < 0 {
      return note("negative_amount", row, "has less than nothing used, \(PlainWords.amount(used))")
    }
    if remaining < 0 { return note("negative_amount", row, "leaves less than nothing of what was granted") }
    if let whole, remaining > whole {
      return note("remainder_too_large", row, "has more left than was granted, \(PlainWords.amount(whole))")
    }
    if let whole, let used = row.used, used + remaining > whole {
      return note(
        "amounts_do_not_add_up", row,
        "has \(PlainWords.amount(used)) used and \(PlainWords.amount(remaining)) left, more than the "
          + "\(PlainWords.amount(whole)) that were granted")
    }
    claim(meant[0], remaining)
  }

  private mutating func claim(_ change: GrantChange, _ remaining: Decimal) {
    guard let before = change.before else { return }
    tracked.insert(before.id)
    guard remaining > 0, let reason = reason(change) else { return }
    claims.append(Self.claim(before, remaining, reason))
  }

  /// All that was granted, over every period.
  private static func whole(_ entitlement: Entitlement) -> Decimal? {
    let periods = Decimal(max(1, entitlement.recurrence?.periods.count ?? 1))
    return (entitlement.quantity?.amount ?? entitlement.value?.amount).map { $0 * periods }
  }

  /// Several of one kind, of which all remains.
  private func allOfEach(_ row: UsageRow, _ meant: [GrantChange]) -> [(GrantChange, Decimal)]? {
    guard meant.count > 1 else { return nil }
    let wholes = meant.compactMap { change in change.before.flatMap(Self.whole).map { (change, $0) } }
    guard wholes.count == meant.count, Set(meant.map { $0.before?.quantity?.unit }).count == 1,
      Set(meant.map { $0.before?.quantity == nil ? $0.before?.value?.currency : nil }).count == 1
    else { return nil }
    let sum = wholes.reduce(Decimal(0)) { $0 + $1.1 }
    return row.remaining == sum || row.remaining == nil && row.used == 0 ? wholes : nil
  }

  private func meant(by row: UsageRow) -> [GrantChange] {
    for key in [row.key] + row.otherKeys {
      let found = meant(by: key, row)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func meant(by key: String, _ row: UsageRow) -> [GrantChange] {
    let key = key.lowercased()
    if let exact = changes.first(where: { $0.before?.id.lowercased() == key }) { return [exact] }
    let kind = String(key.map { $0 == " " || $0 == "-" ? "_" : $0 })
    let found = changes.filter { change in
      guard let before = change.before else { return false }
      return change.kind.rawValue == kind || change.kind.rawValue + "s" == kind || before.name?.lowercased() == key
    }
    guard found.count > 1, let currency = row.currency else { return found }
    let same = found.filter { $0.before?.value?.currency == currency }
    return same.isEmpty ? found : same
  }

  private func reason(_ change: GrantChange) -> Claim.Reason? {
    if change.change == .dropped { return .dropped }
    // What is granted anew does not bring back what has run out, unless that rolls over. What only stands ready (a plan,
    // a capacity, a sandbox) leaves nothing over.
    if !Self.standing.contains(change.kind), change.before?.conditions.unused != .rolls_over,
      change.before?.id != change.after?.id,
      let end = change.before?.validity.end, let next = change.after?.validity.start, end < next
    {
      return .expired
    }
    return change.change == .weakened ? .weakened : nil
  }

  private static let standing: Set<Kind> = ["support_plan", "api_capacity", "storage", "sandbox"]

  private static func claim(_ entitlement: Entitlement, _ remaining: Decimal, _ reason: Claim.Reason) -> Claim {
    var claim = Claim(
      entitlement: entitlement.id, kind: entitlement.kind, name: entitlement.name, remaining: remaining,
      unit: entitlement.quantity?.unit, amount: nil, currency: nil, reason: reason)
    guard let worth = entitlement.value?.amount else { return claim }
    claim.currency = entitlement.value?.currency
    if let quantity = entitlement.quantity?.amount, quantity > 0 {
      claim.amount = rounded(worth * remaining / quantity)
    } else {
      claim.amount = remaining
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
