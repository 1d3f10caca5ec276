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
  /// The new value of what `changes`, where one was read; of what `ends` the last day, where one is given.
  public var change: AmendedValue?
  /// From when on the change holds; nil where the sentence does not say.
  public var from: AmendmentStart?
  /// What the sentence says that there was before: what has another amount is not meant.
  public var former: AmendedValue.Content?
  /// Nothing but the former value says that it is changed: "12 sessions (previously 8)".
  public var isByFormer = false
  /// The order's own term gets another end, and with it what runs for the term.
  public var isOfTerm = false
  /// By words that a grant of the amendment's own may have as well: "are available until".
  public var isTentative = false
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

/// From when on an amendment changes something.
public enum AmendmentStart: Sendable, Hashable {
  case day(CalendarDate)
  /// The contract year of the amended order that it begins with.
  case contractYear(Int)
}
