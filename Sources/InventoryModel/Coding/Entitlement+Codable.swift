// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

// The inventory's JSON, field by field in the contract's order. What is unknown is written as `null`, which synthesised
// conformances would leave out.

/// One grant.
extension Entitlement: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, document, kind, name, tier, quantity, value, fee, validity, recurrence, purpose, conditions, owner
    case supersededBy = "superseded_by", gaps, certainty, rule, evidence
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    document = try container.decode(String.self, forKey: .document)
    kind = try container.decode(Kind.self, forKey: .kind)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    tier = try container.decodeIfPresent(Tier.self, forKey: .tier)
    quantity = try container.decodeIfPresent(Quantity.self, forKey: .quantity)
    value = try container.decodeIfPresent(EntitlementValue.self, forKey: .value)
    fee = try container.decodeIfPresent(Fee.self, forKey: .fee)
    validity = try container.decode(Validity.self, forKey: .validity)
    recurrence = try container.decodeIfPresent(Recurrence.self, forKey: .recurrence)
    purpose = try container.decodeIfPresent(String.self, forKey: .purpose)
    conditions = try container.decode(Conditions.self, forKey: .conditions)
    owner = try container.decodeIfPresent(String.self, forKey: .owner)
    supersededBy = try container.decodeIfPresent(String.self, forKey: .supersededBy)
    gaps = try container.decode([Gap].self, forKey: .gaps)
    certainty = try container.decode(Certainty.self, forKey: .certainty)
    rule = try container.decode([String].self, forKey: .rule)
    evidence = try container.decode([Evidence].self, forKey: .evidence)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(document, forKey: .document)
    try container.encode(kind, forKey: .kind)
    try container.encode(name, forKey: .name)
    try container.encode(tier, forKey: .tier)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(value, forKey: .value)
    try container.encode(fee, forKey: .fee)
    try container.encode(validity, forKey: .validity)
    try container.encode(recurrence, forKey: .recurrence)
    try container.encode(purpose, forKey: .purpose)
    try container.encode(conditions, forKey: .conditions)
    try container.encode(owner, forKey: .owner)
    try container.encode(supersededBy, forKey: .supersededBy)
    try container.encode(gaps, forKey: .gaps)
    try container.encode(certainty, forKey: .certainty)
    try container.encode(rule, forKey: .rule)
    try container.encode(evidence, forKey: .evidence)
  }
}

/// One place that proves something.
extension Evidence: Codable {
  private enum CodingKeys: String, CodingKey {
    case role, page, start, end, quote, boxes
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    role = try container.decode(Role.self, forKey: .role)
    page = try container.decode(Int.self, forKey: .page)
    start = try container.decode(Int.self, forKey: .start)
    end = try container.decode(Int.self, forKey: .end)
    quote = try container.decode(String.self, forKey: .quote)
    boxes = try container.decode([Box].self, forKey: .boxes)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(role, forKey: .role)
    try container.encode(page, forKey: .page)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(quote, forKey: .quote)
    try container.encode(boxes, forKey: .boxes)
  }
}

/// What restricts a grant.
extension Conditions: Codable {
  private enum CodingKeys: String, CodingKey {
    case unused, swappable, transferable, text
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    unused = try container.decodeIfPresent(UnusedHandling.self, forKey: .unused)
    swappable = try container.decodeIfPresent(Bool.self, forKey: .swappable)
    transferable = try container.decodeIfPresent(Bool.self, forKey: .transferable)
    text = try container.decode([String].self, forKey: .text)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(unused, forKey: .unused)
    try container.encode(swappable, forKey: .swappable)
    try container.encode(transferable, forKey: .transferable)
    try container.encode(text, forKey: .text)
  }
}
