// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import Extraction
import InventoryModel

/// Why one document gave what it gave.
public struct Explanation: Sendable, Encodable {
  public static let schema = "inwriting/explanation/1"

  public var document: DocumentFacts
  public var entitlements: [Entitlement]
  /// One an entitlement or lead, in document order.
  public var entries: [TraceEntry]

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
  /// being the trace with the rules' files and lines and what was linked or refused.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    var about = container.nestedContainer(keyedBy: DocumentKeys.self, forKey: .document)
    try about.encode(document.id, forKey: .id)
    try about.encode(document.path, forKey: .path)
    try about.encode(document.status, forKey: .status)
    try about.encode(document.problems, forKey: .problems)
    try container.encode(entries.filter { $0.entitlement != nil }, forKey: .entitlements)
    try container.encode(entries.filter { $0.entitlement == nil }, forKey: .leads)
  }
}
