// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

// `inwriting/comparison/1`, member by member; what is unknown is written as `null`.

extension GrantComparisonResult: Encodable {
  private enum CodingKeys: String, CodingKey { case schema, before, after, changes, summary, problems, claims }
  private struct Document: Encodable {
    var facts: DocumentFacts
    private enum CodingKeys: String, CodingKey { case id, path, status, orderNumber = "order_number", problems }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(facts.id, forKey: .id)
      try container.encode(facts.path, forKey: .path)
      try container.encode(facts.status, forKey: .status)
      try container.encode(facts.orderNumber, forKey: .orderNumber)
      try container.encode(facts.problems, forKey: .problems)
    }
  }
  private struct Summary: Encodable { var kept: Int, weakened: Int, improved: Int, dropped: Int, added: Int }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(before.map(Document.init), forKey: .before)
    try container.encode(after.map(Document.init), forKey: .after)
    try container.encode(changes, forKey: .changes)
    try container.encode(
      Summary(
        kept: count(.kept), weakened: count(.weakened), improved: count(.improved), dropped: count(.dropped),
        added: count(.added)), forKey: .summary)
    try container.encode(problems, forKey: .problems)
    try container.encode(claims, forKey: .claims)
  }
}

extension GrantChange: Encodable {
  private enum CodingKeys: String, CodingKey { case verdict, kind, name, before, after, differences, evidence }
  private enum SideKeys: String, CodingKey { case before, after }
  private struct Changed: Encodable {
    var difference: Difference
    private enum CodingKeys: String, CodingKey { case field, before, after }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(difference.field, forKey: .field)
      try container.encode(difference.promised, forKey: .before)
      try container.encode(difference.contracted, forKey: .after)
    }
  }

  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(change, forKey: .verdict)
    try container.encode(kind, forKey: .kind)
    try container.encode((after ?? before)?.name, forKey: .name)
    try container.encode(before?.id, forKey: .before)
    try container.encode(after?.id, forKey: .after)
    try container.encode(differences.map(Changed.init), forKey: .differences)
    var sides = container.nestedContainer(keyedBy: SideKeys.self, forKey: .evidence)
    try sides.encode(Self.evidence(before), forKey: .before)
    try sides.encode(after == nil ? ending : Self.evidence(after), forKey: .after)
  }

  private static func evidence(_ entitlement: Entitlement?) -> [CitedEvidence] {
    guard let entitlement else { return [] }
    return entitlement.evidence.map { CitedEvidence(document: entitlement.document, evidence: $0) }
  }
}

extension ClaimList: Encodable {
  private enum CodingKeys: String, CodingKey {
    case claims, totals, withoutAmount = "without_amount", untracked, problems
  }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(claims, forKey: .claims)
    try container.encode(totals, forKey: .totals)
    try container.encode(withoutAmount.map(\.entitlement), forKey: .withoutAmount)
    try container.encode(untracked, forKey: .untracked)
    try container.encode(problems, forKey: .problems)
  }
}

extension ClaimList.Total: Encodable {
  private enum CodingKeys: String, CodingKey { case currency, amount }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(currency, forKey: .currency)
    try container.encode(amount, forKey: .amount)
  }
}

extension Claim: Encodable {
  private enum CodingKeys: String, CodingKey { case entitlement, kind, name, remaining, unit, amount, currency, reason }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entitlement, forKey: .entitlement)
    try container.encode(kind, forKey: .kind)
    try container.encode(name, forKey: .name)
    try container.encode(remaining, forKey: .remaining)
    try container.encode(unit, forKey: .unit)
    try container.encode(amount, forKey: .amount)
    try container.encode(currency, forKey: .currency)
    try container.encode(reason, forKey: .reason)
  }
}

extension Untracked: Encodable {
  private enum CodingKeys: String, CodingKey { case entitlement, kind, name, quantity, value, reason }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entitlement, forKey: .entitlement)
    try container.encode(kind, forKey: .kind)
    try container.encode(name, forKey: .name)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(value, forKey: .value)
    try container.encode(reason, forKey: .reason)
  }
}
