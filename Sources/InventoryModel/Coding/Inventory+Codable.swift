// SPDX-License-Identifier: GPL-3.0-or-later

/// `{"schema": "inwriting/inventory/1", "documents": […], "entitlements": […]}`.
extension Inventory: Codable {
  private enum CodingKeys: String, CodingKey {
    case schema, documents, entitlements
  }

  /// Throws where the schema is another than this program's.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container,
        debugDescription: "'\(schema)' is not '\(Self.schema)', the only schema that this program reads")
    }
    self.init(
      documents: try container.decode([DocumentFacts].self, forKey: .documents),
      entitlements: try container.decode([Entitlement].self, forKey: .entitlements))
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(documents, forKey: .documents)
    try container.encode(entitlements, forKey: .entitlements)
  }
}
