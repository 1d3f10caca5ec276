// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

// The inventory's JSON, field by field in the contract's order. What is unknown is written as `null`, which synthesised
// conformances would leave out.

/// How much.
extension Quantity: Codable {
  private enum CodingKeys: String, CodingKey {
    case amount, unit, per
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    amount = try container.decode(Decimal.self, forKey: .amount)
    unit = try container.decodeIfPresent(String.self, forKey: .unit)
    per = try container.decodeIfPresent(String.self, forKey: .per)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(amount, forKey: .amount)
    try container.encode(unit, forKey: .unit)
    try container.encode(per, forKey: .per)
  }
}

/// `{"percent": 5, "of": "annual_fees"}`.
extension Formula: Codable {
  private enum CodingKeys: String, CodingKey {
    case percent, of
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    percent = try container.decode(Decimal.self, forKey: .percent)
    of = try container.decodeIfPresent(String.self, forKey: .of)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(percent, forKey: .percent)
    try container.encode(of, forKey: .of)
  }
}

/// What it is worth.
extension EntitlementValue: Codable {
  private enum CodingKeys: String, CodingKey {
    case amount, currency, basis, formula
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    amount = try container.decodeIfPresent(Decimal.self, forKey: .amount)
    currency = try container.decodeIfPresent(String.self, forKey: .currency)
    basis = try container.decode(Basis.self, forKey: .basis)
    formula = try container.decodeIfPresent(Formula.self, forKey: .formula)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(amount, forKey: .amount)
    try container.encode(currency, forKey: .currency)
    try container.encode(basis, forKey: .basis)
    try container.encode(formula, forKey: .formula)
  }
}

/// What it costs.
extension Fee: Codable {
  private enum CodingKeys: String, CodingKey {
    case amount, currency, percent, of
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    amount = try container.decodeIfPresent(Decimal.self, forKey: .amount)
    currency = try container.decodeIfPresent(String.self, forKey: .currency)
    percent = try container.decodeIfPresent(Decimal.self, forKey: .percent)
    of = try container.decodeIfPresent(String.self, forKey: .of)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(amount, forKey: .amount)
    try container.encode(currency, forKey: .currency)
    try container.encode(percent, forKey: .percent)
    try container.encode(of, forKey: .of)
  }
}

/// From when until when.
extension Validity: Codable {
  private enum CodingKeys: String, CodingKey {
    case start, end, redeemBy = "redeem_by", basis, text
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    start = try container.decodeIfPresent(CalendarDate.self, forKey: .start)
    end = try container.decodeIfPresent(CalendarDate.self, forKey: .end)
    redeemBy = try container.decodeIfPresent(CalendarDate.self, forKey: .redeemBy)
    basis = try container.decode(Basis.self, forKey: .basis)
    text = try container.decodeIfPresent(String.self, forKey: .text)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(redeemBy, forKey: .redeemBy)
    try container.encode(basis, forKey: .basis)
    try container.encode(text, forKey: .text)
  }
}
