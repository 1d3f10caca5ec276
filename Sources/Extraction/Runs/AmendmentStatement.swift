// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What an amendment says of earlier grants.
public struct AmendmentStatement: Sendable, Hashable {
  /// What becomes of them: something else is granted in their place, nothing is, or a value of theirs becomes another.
  public enum Effect: String, Sendable, Hashable { case replaces, ends, changes }

  /// A clause of the amended document, by its number.
  public struct ClauseReference: Sendable, Hashable {
    /// `["4", "2"]` for 4.2.
    public var path: [String]
    /// Called an item, a line or a point and not a clause: the innermost number is meant.
    public var isItem: Bool
    /// A reference to one clause.
    public init(path: [String], isItem: Bool = false) {
      self.path = path
      self.isItem = isItem
    }
  }

  /// What becomes of the grants.
  public var effect: Effect
  /// Nil: whatever stands in the clauses; where none is named, everything that the amended order grants.
  public var kind: Kind?
  /// The words that name it.
  public var name: String?
  /// What the name counts: "the training days" are days.
  public var unit: String?
  /// Of a support plan that is named by its tier.
  public var tier: Tier?
  /// A number before the name: "the 20 consulting hours".
  public var amount: Decimal?
  /// Clauses of the amended order; empty where none is named.
  public var clauses: [ClauseReference]
  /// Stems of the words that say what is ended or changed.
  public var words: Set<String>
  /// The new value of what `changes`.
  public var change: AmendedValue?
  /// The sentence that says so.
  public var evidence: Evidence?

  /// A statement without name and value.
  public init(effect: Effect, kind: Kind?, clauses: [ClauseReference] = [], evidence: Evidence? = nil) {
    self.effect = effect
    self.kind = kind
    self.clauses = clauses
    words = []
    self.evidence = evidence
  }
}

/// A value that an amendment gives to an earlier grant.
public struct AmendedValue: Sendable, Hashable {
  /// What the field becomes or changes by.
  public enum Content: Sendable, Hashable {
    case money(Decimal)
    case number(Decimal)
    case percent(Decimal)
    case day(CalendarDate)
    case length(months: Int?, days: Int?)
  }
  /// The value itself.
  public var content: Content
  /// 1: becomes that; otherwise it is added to or taken from what is there.
  public enum Way: Sendable, Hashable { case to, up, down }
  /// Whether it is the new value or the change.
  public var way: Way

  /// The grant with the value in it; nil where it has nothing of that sort.
  func applied(to entitlement: Entitlement) -> Entitlement? {
    var changed = entitlement
    switch content {
    case .money(let amount):
      guard let old = entitlement.value?.amount else { return nil }
      changed.value?.amount = turned(old, amount)
    case .number(let amount):
      guard let old = entitlement.quantity?.amount else { return nil }
      changed.quantity?.amount = turned(old, amount)
    case .percent(let percent):
      guard let old = entitlement.value?.formula?.percent else { return nil }
      changed.value?.formula?.percent = turned(old, percent)
      if old > 0, let amount = entitlement.value?.amount { changed.value?.amount = amount * turned(old, percent) / old }
    case .day(let day):
      changed.validity.end = day
    case .length(let months, let days):
      guard let end = moved(entitlement.validity, months, days) else { return nil }
      changed.validity.end = end
    }
    switch content {
    case .day, .length:
      changed.validity.text = nil
      changed.validity.basis = .dates
    default: break
    }
    return changed
  }

  private func turned(_ old: Decimal, _ amount: Decimal) -> Decimal {
    switch way {
    case .to: amount
    case .up: old + amount
    case .down: old - amount
    }
  }

  private func moved(_ validity: Validity, _ months: Int?, _ days: Int?) -> CalendarDate? {
    if way == .to {
      guard let start = validity.start else { return nil }
      return months.map { start.end(ofMonths: $0) } ?? days.map { start.adding(days: $0 - 1) }
    }
    guard let end = validity.end else { return nil }
    let sign = way == .up ? 1 : -1
    return months.map { end.adding(days: 1).end(ofMonths: $0 * sign) } ?? days.map { end.adding(days: $0 * sign) }
  }
}
