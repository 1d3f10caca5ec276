// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import Extraction
import InventoryModel

/// Why one document gave what it gave.
public struct Explanation: Sendable, Encodable {
  /// The name and version of its JSON.
  public static let schema = "inwriting/explanation/1"

  /// What the document says of itself; `failed` where it could not be read.
  public var document: DocumentFacts
  /// What it grants, in document order.
  public var entitlements: [Entitlement]
  /// One an entitlement or lead, in document order.
  public var entries: [TraceEntry]

  /// The explanation of what reading one document gave.
  public init(_ result: ExtractionResult) {
    document = result.facts
    entitlements = result.entitlements
    entries = result.trace
  }

  private enum CodingKeys: String, CodingKey {
    case schema, document, entitlements, leads
  }
  private enum DocumentKeys: String, CodingKey {
    case id, path, status, problems
  }

  /// `{"schema": …, "document": {id, path, status, problems}, "entitlements": [entry…], "leads": [entry…]}`, an entry
  /// being the trace with the rules' files and lines and what was linked or refused; entitlements with their values.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    var about = container.nestedContainer(keyedBy: DocumentKeys.self, forKey: .document)
    try about.encode(document.id, forKey: .id)
    try about.encode(document.path, forKey: .path)
    try about.encode(document.status, forKey: .status)
    try about.encode(document.problems, forKey: .problems)
    let byID = Dictionary(entitlements.map { ($0.id, $0) }) { first, _ in first }
    let grants = entries.compactMap { entry in
      entry.entitlement.flatMap { byID[$0] }.map { ExplainedGrant(entry: entry, entitlement: $0) }
    }
    try container.encode(grants, forKey: .entitlements)
    try container.encode(entries.filter { $0.entitlement == nil }.map(ExplainedLead.init), forKey: .leads)
  }
}

/// An entitlement's trace with the values that it explains, under the inventory's names.
private struct ExplainedGrant: Encodable {
  let entry: TraceEntry
  let entitlement: Entitlement

  private enum CodingKeys: String, CodingKey {
    case entitlement, kind, name, page, quote, tier, quantity, value, fee, validity, recurrence, purpose, conditions
    case gaps, certainty, rules, links
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entitlement.id, forKey: .entitlement)
    try container.encode(entitlement.kind, forKey: .kind)
    try container.encode(entitlement.name, forKey: .name)
    try container.encode(entry.page, forKey: .page)
    try container.encode(entry.quote, forKey: .quote)
    try container.encode(entitlement.tier, forKey: .tier)
    try container.encode(entitlement.quantity, forKey: .quantity)
    try container.encode(entitlement.value, forKey: .value)
    try container.encode(entitlement.fee, forKey: .fee)
    try container.encode(entitlement.validity, forKey: .validity)
    try container.encode(entitlement.recurrence, forKey: .recurrence)
    try container.encode(entitlement.purpose, forKey: .purpose)
    try container.encode(entitlement.conditions, forKey: .conditions)
    try container.encode(entitlement.gaps, forKey: .gaps)
    try container.encode(entitlement.certainty, forKey: .certainty)
    try container.encode(entry.rules, forKey: .rules)
    try container.encode(entry.links.map(ExplainedLink.init), forKey: .links)
  }
}

/// A lead's trace: the reason, the rules that found and refused it, the words that refused it.
private struct ExplainedLead: Encodable {
  let entry: TraceEntry
  init(_ entry: TraceEntry) { self.entry = entry }

  private enum CodingKeys: String, CodingKey { case reason, kind, page, quote, rules, links }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entry.reason, forKey: .reason)
    try container.encode(entry.kind, forKey: .kind)
    try container.encode(entry.page, forKey: .page)
    try container.encode(entry.quote, forKey: .quote)
    try container.encode(entry.rules, forKey: .rules)
    try container.encode(entry.links.map(ExplainedLink.init), forKey: .links)
  }
}

/// A link with `"refused": null` where it was taken.
private struct ExplainedLink: Encodable {
  let link: TraceEntry.Link
  init(_ link: TraceEntry.Link) { self.link = link }

  private enum CodingKeys: String, CodingKey { case field, text, page, from, refused }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(link.field, forKey: .field)
    try container.encode(link.text, forKey: .text)
    try container.encode(link.page, forKey: .page)
    try container.encode(link.from, forKey: .from)
    try container.encode(link.refused, forKey: .refused)
  }
}
