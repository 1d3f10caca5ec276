// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Why a clause gave an entitlement or none: the rules, what was linked from where, and what was refused.
public struct TraceEntry: Sendable, Hashable, Codable {
  /// A rule, or a name, of a pack that had a part in it.
  public struct RuleReference: Sendable, Hashable, Codable {
    /// What it did: named the kind, put name and amount together, granted or objected, linked, or told a fact.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable { case name, grant, cue, link, fact }
    /// Which part it had.
    public var role: Role
    /// `pack/rule`, or `pack/kinds.KIND` for a name; `patterns list` knows both.
    public var id: String
    /// The pack's path, as faults name it.
    public var file: String
    /// One-based.
    public var line: Int
    /// A reference to a line of a pack.
    public init(role: Role, id: String, file: String, line: Int) {
      self.role = role
      self.id = id
      self.file = file
      self.line = line
    }
  }

  /// A value, or a clause, that was taken for a field or refused for it.
  public struct Link: Sendable, Hashable, Codable {
    /// What it was read for: the roles of evidence, `kind` for a name, `objection` for what made a lead of a clause.
    public var field: String
    /// The words, cut where they are many.
    public var text: String
    /// One-based.
    public var page: Int
    /// Where it stood: `sentence`, `item`, `cell`, `row`, `column_header`, `section`, `defined_term`, `document`.
    public var from: String
    /// Why it lost, in a few words; nil where it was taken.
    public var refused: String?
    /// A link; `refused` is left out where it was taken.
    public init(field: String, text: String, page: Int, from: String, refused: String? = nil) {
      self.field = field
      self.text = text
      self.page = page
      self.from = from
      self.refused = refused
    }
  }

  /// The entitlement's id; nil for a lead.
  public var entitlement: String?
  /// The lead's reason; nil for an entitlement.
  public var reason: Lead.Reason?
  /// What the clause speaks of; nil where no name of a kind stands in it.
  public var kind: Kind?
  /// One-based.
  public var page: Int
  /// The clause or row, as it stands.
  public var quote: String
  /// The name first, then the rules; of a lead those that objected before those that found it.
  public var rules: [RuleReference]
  /// What was taken, then what was refused.
  public var links: [Link]

  /// An entry; nil where it is about a lead, or about an entitlement.
  public init(
    entitlement: String? = nil, reason: Lead.Reason? = nil, kind: Kind? = nil, page: Int, quote: String,
    rules: [RuleReference] = [], links: [Link] = []
  ) {
    self.entitlement = entitlement
    self.reason = reason
    self.kind = kind
    self.page = page
    self.quote = quote
    self.rules = rules
    self.links = links
  }
}
