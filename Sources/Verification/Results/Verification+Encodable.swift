// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel
import PromiseReading

// `inwriting/verification/1`, member by member; what is unknown is written as `null`.

extension Verification: Encodable {
  private enum CodingKeys: String, CodingKey {
    case schema, documents, promises, summary, problems, leftOut = "left_out"
  }
  private struct Summary: Encodable {
    var landed: Int, weakened: Int, missing: Int, contradicted: Int, unclear: Int
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(documents, forKey: .documents)
    try container.encode(promises, forKey: .promises)
    try container.encode(
      Summary(
        landed: count(.landed), weakened: count(.weakened), missing: count(.missing),
        contradicted: count(.contradicted), unclear: count(.unclear)), forKey: .summary)
    try container.encode(problems, forKey: .problems)
    try container.encode(leftOut, forKey: .leftOut)
  }
}

extension LeftOut: Encodable {
  private enum CodingKeys: String, CodingKey { case text, line, reason }
  /// Writes an object with every field, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(line, forKey: .line)
    try container.encode(reason, forKey: .reason)
  }
}

extension VerifiedDocument: Encodable {
  private enum CodingKeys: String, CodingKey { case id, path, status, signature, problems }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(path, forKey: .path)
    try container.encode(status, forKey: .status)
    try container.encode(signature, forKey: .signature)
    try container.encode(problems, forKey: .problems)
  }
}

extension PromiseVerdict: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, text, source, line, others, promised, verdict, reason, entitlement, entitlements, differences, evidence
    case leads, disclaimed, wording
  }
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(promise.id, forKey: .id)
    try container.encode(promise.text, forKey: .text)
    try container.encode(promise.source, forKey: .source)
    try container.encode(promise.line, forKey: .line)
    var others = container.nestedContainer(keyedBy: Name.self, forKey: .others)
    for other in promise.others { try others.encode(other.value, forKey: Name(other.name)) }
    try container.encode(PromisedFields(promise), forKey: .promised)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(reason, forKey: .reason)
    try container.encode(entitlements.first, forKey: .entitlement)
    try container.encode(entitlements, forKey: .entitlements)
    try container.encode(differences, forKey: .differences)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(leads, forKey: .leads)
    try container.encode(isDisclaimed, forKey: .disclaimed)
    try container.encode(wording, forKey: .wording)
  }
}

/// `promised`: the fields that the words settle.
private struct PromisedFields: Encodable {
  let grant: PromisedGrant?
  init(_ promise: Promise) { grant = promise.grants.first }

  private enum CodingKeys: String, CodingKey {
    case kind, name, tier, quantity, value, fee, validity, recurrence, unused, subject
  }
  private enum ValidityKeys: String, CodingKey { case end, text }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(grant?.kind, forKey: .kind)
    try container.encode(grant?.product ?? grant?.name, forKey: .name)
    try container.encode(grant?.tier, forKey: .tier)
    try container.encode(grant?.quantity, forKey: .quantity)
    try container.encode(grant?.value, forKey: .value)
    try container.encode(grant.flatMap { $0.isFree ? Fee(amount: 0, currency: nil) : nil }, forKey: .fee)
    if let timing = grant?.timing, !timing.isEmpty {
      var validity = container.nestedContainer(keyedBy: ValidityKeys.self, forKey: .validity)
      try validity.encode(timing.lastDay, forKey: .end)
      try validity.encode(timing.wording, forKey: .text)
    } else {
      try container.encodeNil(forKey: .validity)
    }
    try container.encode(grant?.recurrence, forKey: .recurrence)
    try container.encode(grant?.unused, forKey: .unused)
    try container.encode(grant?.subject, forKey: .subject)
  }
}

extension CitedEvidence: Encodable {
  private enum CodingKeys: String, CodingKey { case document, role, page, start, end, quote, boxes }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(document, forKey: .document)
    try container.encode(evidence.role, forKey: .role)
    try container.encode(evidence.page, forKey: .page)
    try container.encode(evidence.start, forKey: .start)
    try container.encode(evidence.end, forKey: .end)
    try container.encode(evidence.quote, forKey: .quote)
    try container.encode(evidence.boxes, forKey: .boxes)
  }
}

extension NearLead: Encodable {
  private enum CodingKeys: String, CodingKey { case document, page, quote, reason }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(document, forKey: .document)
    try container.encode(page, forKey: .page)
    try container.encode(quote, forKey: .quote)
    try container.encode(reason, forKey: .reason)
  }
}
