// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What became of a grant from one set of contracts to the next.
public enum Change: String, Codable, Sendable, CaseIterable {
  case kept, weakened, improved, dropped, added
}

/// A grant before, a grant after, and what differs between them.
public struct GrantChange: Sendable {
  /// What became of the grant.
  public var change: Change
  /// Nil where it was added.
  public var before: Entitlement?
  /// Nil where it was dropped.
  public var after: Entitlement?
  /// `promised` is the value before, `contracted` the value after.
  public var differences: [Difference]
  /// The words of the later document that ended what was dropped; empty where it merely says nothing of it.
  public var ending: [CitedEvidence] = []
  /// A change; one side is nil where the grant was dropped or added.
  public init(_ change: Change, before: Entitlement?, after: Entitlement?, differences: [Difference] = []) {
    self.change = change
    self.before = before
    self.after = after
    self.differences = differences
  }
  /// The kind of either side: both have the same.
  public var kind: Kind { (before ?? after)?.kind ?? "other" }
}

/// Two sets of contracts, grant by grant.
public struct GrantComparisonResult: Sendable {
  /// The name and version of its JSON.
  public static let schema = "inwriting/comparison/1"
  /// The documents of the earlier side.
  public var before: [DocumentFacts]
  /// The documents of the later side.
  public var after: [DocumentFacts]
  /// One a grant of either side: those before in document order, then what was added.
  public var changes: [GrantChange]
  /// What makes the changes uncertain: documents that could not be read, or not all of them.
  public var problems: [Problem]
  /// What to claim at renewal; nil where no tracker was given.
  public var claims: ClaimList?
  /// A comparison of these.
  public init(
    before: [DocumentFacts], after: [DocumentFacts], changes: [GrantChange], problems: [Problem] = [],
    claims: ClaimList? = nil
  ) {
    self.before = before
    self.after = after
    self.changes = changes
    self.problems = problems
    self.claims = claims
  }

  /// How many grants have changed so.
  public func count(_ change: Change) -> Int { changes.count { $0.change == change } }
  /// Whether nothing was dropped or weakened.
  public var nothingLost: Bool { changes.allSatisfy { $0.change != .dropped && $0.change != .weakened } }
}
