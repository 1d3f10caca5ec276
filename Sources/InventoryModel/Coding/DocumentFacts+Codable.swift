// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

// The inventory's JSON, field by field in the contract's order. What is unknown is written as `null`, which synthesised
// conformances would leave out.

/// One document.
extension DocumentFacts: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, path, format, pages, status, problems, type, vendor, customer, parties, governingLaw = "governing_law"
    case orderNumber = "order_number", amends, agreementDate = "agreement_date", effectiveDate = "effective_date"
    case term, currency, fees, integrationClause = "integration_clause", signature, lineItems = "line_items", leads
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    path = try container.decode(String.self, forKey: .path)
    format = try container.decode(DocumentFormat.self, forKey: .format)
    pages = try container.decode(Int.self, forKey: .pages)
    status = try container.decode(ReadingStatus.self, forKey: .status)
    problems = try container.decode([Problem].self, forKey: .problems)
    type = try container.decodeIfPresent(DocumentType.self, forKey: .type)
    vendor = try container.decodeIfPresent(String.self, forKey: .vendor)
    customer = try container.decodeIfPresent(String.self, forKey: .customer)
    parties = try container.decode([String].self, forKey: .parties)
    governingLaw = try container.decodeIfPresent(String.self, forKey: .governingLaw)
    orderNumber = try container.decodeIfPresent(String.self, forKey: .orderNumber)
    amends = try container.decode([String].self, forKey: .amends)
    agreementDate = try container.decodeIfPresent(CalendarDate.self, forKey: .agreementDate)
    effectiveDate = try container.decodeIfPresent(CalendarDate.self, forKey: .effectiveDate)
    term = try container.decode(Term.self, forKey: .term)
    currency = try container.decodeIfPresent(String.self, forKey: .currency)
    fees = try container.decode(Fees.self, forKey: .fees)
    integrationClause = try container.decodeIfPresent(Bool.self, forKey: .integrationClause)
    signature = try container.decode(Signature.self, forKey: .signature)
    lineItems = try container.decode([LineItem].self, forKey: .lineItems)
    leads = try container.decode([Lead].self, forKey: .leads)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(path, forKey: .path)
    try container.encode(format, forKey: .format)
    try container.encode(pages, forKey: .pages)
    try container.encode(status, forKey: .status)
    try container.encode(problems, forKey: .problems)
    try container.encode(type, forKey: .type)
    try container.encode(vendor, forKey: .vendor)
    try container.encode(customer, forKey: .customer)
    try container.encode(parties, forKey: .parties)
    try container.encode(governingLaw, forKey: .governingLaw)
    try container.encode(orderNumber, forKey: .orderNumber)
    try container.encode(amends, forKey: .amends)
    try container.encode(agreementDate, forKey: .agreementDate)
    try container.encode(effectiveDate, forKey: .effectiveDate)
    try container.encode(term, forKey: .term)
    try container.encode(currency, forKey: .currency)
    try container.encode(fees, forKey: .fees)
    try container.encode(integrationClause, forKey: .integrationClause)
    try container.encode(signature, forKey: .signature)
    try container.encode(lineItems, forKey: .lineItems)
    try container.encode(leads, forKey: .leads)
  }
}

/// The document's term and renewal.
extension Term: Codable {
  private enum CodingKeys: String, CodingKey {
    case start, end, months, autoRenews = "auto_renews", renewalMonths = "renewal_months", noticeDays = "notice_days"
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    start = try container.decodeIfPresent(CalendarDate.self, forKey: .start)
    end = try container.decodeIfPresent(CalendarDate.self, forKey: .end)
    months = try container.decodeIfPresent(Decimal.self, forKey: .months)
    autoRenews = try container.decodeIfPresent(Bool.self, forKey: .autoRenews)
    renewalMonths = try container.decodeIfPresent(Decimal.self, forKey: .renewalMonths)
    noticeDays = try container.decodeIfPresent(Decimal.self, forKey: .noticeDays)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(months, forKey: .months)
    try container.encode(autoRenews, forKey: .autoRenews)
    try container.encode(renewalMonths, forKey: .renewalMonths)
    try container.encode(noticeDays, forKey: .noticeDays)
  }
}

/// Recurring fees.
extension Fees: Codable {
  private enum CodingKeys: String, CodingKey {
    case annual, total
  }

  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    annual = try container.decodeIfPresent(Decimal.self, forKey: .annual)
    total = try container.decodeIfPresent(Decimal.self, forKey: .total)
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(annual, forKey: .annual)
    try container.encode(total, forKey: .total)
  }
}
