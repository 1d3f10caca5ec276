// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

// The inventory's JSON, field by field in the contract's order. What is unknown is written as `null`, which synthesised
// conformances would leave out.

/// Who signed.
extension Signature: Codable {
  private enum CodingKeys: String, CodingKey {
    case status, envelope, signers
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    status = try container.decode(Status.self, forKey: .status)
    envelope = try container.decodeIfPresent(String.self, forKey: .envelope)
    signers = try container.decode([Signer].self, forKey: .signers)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(status, forKey: .status)
    try container.encode(envelope, forKey: .envelope)
    try container.encode(signers, forKey: .signers)
  }
}

/// One who signs.
extension Signer: Codable {
  private enum CodingKeys: String, CodingKey {
    case party, name, title, date
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    party = try container.decode(Party.self, forKey: .party)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    date = try container.decodeIfPresent(CalendarDate.self, forKey: .date)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(party, forKey: .party)
    try container.encode(name, forKey: .name)
    try container.encode(title, forKey: .title)
    try container.encode(date, forKey: .date)
  }
}

/// One line of an order.
extension LineItem: Codable {
  private enum CodingKeys: String, CodingKey {
    case product, quantity, unitPrice = "unit_price", total, start, end, page
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    product = try container.decode(String.self, forKey: .product)
    quantity = try container.decodeIfPresent(Decimal.self, forKey: .quantity)
    unitPrice = try container.decodeIfPresent(Decimal.self, forKey: .unitPrice)
    total = try container.decodeIfPresent(Decimal.self, forKey: .total)
    start = try container.decodeIfPresent(CalendarDate.self, forKey: .start)
    end = try container.decodeIfPresent(CalendarDate.self, forKey: .end)
    page = try container.decode(Int.self, forKey: .page)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(product, forKey: .product)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(unitPrice, forKey: .unitPrice)
    try container.encode(total, forKey: .total)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(page, forKey: .page)
  }
}

/// A clause that gave no entitlement.
extension Lead: Codable {
  private enum CodingKeys: String, CodingKey {
    case page, start, end, quote, reason
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    page = try container.decode(Int.self, forKey: .page)
    start = try container.decode(Int.self, forKey: .start)
    end = try container.decode(Int.self, forKey: .end)
    quote = try container.decode(String.self, forKey: .quote)
    reason = try container.decode(Reason.self, forKey: .reason)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(page, forKey: .page)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(quote, forKey: .quote)
    try container.encode(reason, forKey: .reason)
  }
}
