// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel
import PromiseReading

/// What became of a promise.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  /// The contract grants at least what was promised.
  case landed
  /// Granted, but less.
  case weakened
  /// Nothing of that kind is granted.
  case missing
  /// The contract says the opposite.
  case contradicted
  /// The promise cannot be checked as worded, or two grants could be meant.
  case unclear
}

/// A field in which contract and promise, or two contracts, differ.
public struct Difference: Hashable, Sendable, Codable {
  /// The field that differs.
  public enum Field: String, Codable, Sendable, CaseIterable {
    case kind, quantity, value, fee, validity, recurrence, tier, conditions, signature
  }
  /// Which field differs.
  public var field: Field
  /// As people read it; nil where nothing was said.
  public var promised: String?
  /// As people read it; nil where the contract says nothing.
  public var contracted: String?
  /// A difference; nil where a side is silent.
  public init(_ field: Field, promised: String?, contracted: String?) {
    self.field = field
    self.promised = promised
    self.contracted = contracted
  }

  private enum CodingKeys: String, CodingKey { case field, promised, contracted }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(field, forKey: .field)
    try container.encode(promised, forKey: .promised)
    try container.encode(contracted, forKey: .contracted)
  }
}

/// Words of a contract and where they stand.
public struct CitedEvidence: Hashable, Sendable {
  /// The document's id.
  public var document: String
  /// The words and their place.
  public var evidence: Evidence
  /// Words of the document with that id.
  public init(document: String, evidence: Evidence) {
    self.document = document
    self.evidence = evidence
  }
}

/// A clause where a missing promise might hide.
public struct NearLead: Hashable, Sendable {
  /// The document's id.
  public var document: String
  /// One-based.
  public var page: Int
  /// The clause, as it stands.
  public var quote: String
  /// Why it grants nothing, in the words of the inventory's leads; nil where it only speaks of the same thing.
  public var reason: String?
  /// A clause of the document with that id.
  public init(document: String, page: Int, quote: String, reason: String?) {
    self.document = document
    self.page = page
    self.quote = quote
    self.reason = reason
  }
}

/// One promise and its verdict.
public struct PromiseVerdict: Sendable {
  /// As the file has it, with what was read in it.
  public var promise: Promise
  /// What became of it.
  public var verdict: Verdict
  /// Ids of the entitlements that meet it: several where they make it together; empty where none does.
  public var entitlements: [String]
  /// Where the contract gives less; empty unless the verdict is `weakened`.
  public var differences: [Difference]
  /// The words that grant it, or that say the opposite.
  public var evidence: [CitedEvidence]
  /// Nearest clauses; of missing and unclear ones only.
  public var leads: [NearLead]
  /// A missing promise meets a clause that the contract is the entire agreement: it cannot be relied on.
  public var isDisclaimed: Bool
  /// One sentence for people.
  public var reason: String
  /// The reason where a clause denies what was promised; others say more.
  public static let opposite = "The contract says the opposite."
  /// A clause to ask for; nil where the promise landed or cannot be worded.
  public var wording: String?

  /// A verdict without entitlements, differences and evidence yet.
  public init(promise: Promise, verdict: Verdict, reason: String = "") {
    self.promise = promise
    self.verdict = verdict
    self.reason = reason
    entitlements = []
    differences = []
    evidence = []
    leads = []
    isDisclaimed = false
  }
}

/// A contract that was verified against.
public struct VerifiedDocument: Hashable, Sendable {
  /// `sha256:` and the digest of its bytes.
  public var id: String
  /// As it was named or found.
  public var path: String
  /// Whether it could be read: what is missing may stand in one that could not.
  public var status: ReadingStatus
  /// A grant lands only where every party has signed.
  public var signature: Signature.Status
  /// What could not be read, resolved or decided in it.
  public var problems: [Problem]
}

/// Every promise of a file against what some contracts grant.
public struct Verification: Sendable {
  /// The name and version of its JSON.
  public static let schema = "inwriting/verification/1"
  /// In the order in which they were named or found.
  public var documents: [VerifiedDocument]
  /// In the order of the promises file.
  public var promises: [PromiseVerdict]
  /// Of the promises file.
  public var problems: [Problem]
  /// What the promises file names and does not promise.
  public var leftOut: [LeftOut]
  /// A verification of these.
  public init(
    documents: [VerifiedDocument], promises: [PromiseVerdict], problems: [Problem] = [], leftOut: [LeftOut] = []
  ) {
    self.documents = documents
    self.promises = promises
    self.problems = problems
    self.leftOut = leftOut
  }

  /// How many promises have that verdict.
  public func count(_ verdict: Verdict) -> Int { promises.count { $0.verdict == verdict } }
  /// Whether every promise landed; an empty list has none that did not.
  public var allLanded: Bool { promises.allSatisfy { $0.verdict == .landed } }
}
