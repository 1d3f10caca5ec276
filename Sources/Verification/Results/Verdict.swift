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
  public var field: Field
  /// As people read it; nil where nothing was said.
  public var promised: String?
  public var contracted: String?
  public init(_ field: Field, promised: String?, contracted: String?) {
    self.field = field
    self.promised = promised
    self.contracted = contracted
  }

  private enum CodingKeys: String, CodingKey { case field, promised, contracted }
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
  public var evidence: Evidence
  public init(document: String, evidence: Evidence) {
    self.document = document
    self.evidence = evidence
  }
}

/// A clause where a missing promise might hide.
public struct NearLead: Hashable, Sendable {
  public var document: String
  public var page: Int
  public var quote: String
  /// Why it grants nothing, in the words of the inventory's leads; nil where it only speaks of the same thing.
  public var reason: String?
  public init(document: String, page: Int, quote: String, reason: String?) {
    self.document = document
    self.page = page
    self.quote = quote
    self.reason = reason
  }
}

/// One promise and its verdict.
public struct PromiseVerdict: Sendable {
  public var promise: Promise
  public var verdict: Verdict
  /// Ids of the entitlements that meet it: several where they make it together; empty where none does.
  public var entitlements: [String]
  public var differences: [Difference]
  public var evidence: [CitedEvidence]
  /// Nearest clauses; of missing and unclear ones only.
  public var leads: [NearLead]
  /// A missing promise meets a clause that the contract is the entire agreement: it cannot be relied on.
  public var isDisclaimed: Bool
  /// One sentence for people.
  public var reason: String
  /// A clause to ask for; nil where the promise landed or cannot be worded.
  public var wording: String?

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
  public var id: String
  public var path: String
  public var status: ReadingStatus
  public var signature: Signature.Status
  public var problems: [Problem]
}

/// Every promise of a file against what some contracts grant.
public struct Verification: Sendable {
  /// The name and version of its JSON.
  public static let schema = "inwriting/verification/1"
  public var documents: [VerifiedDocument]
  public var promises: [PromiseVerdict]
  /// Of the promises file.
  public var problems: [Problem]
  public init(documents: [VerifiedDocument], promises: [PromiseVerdict], problems: [Problem] = []) {
    self.documents = documents
    self.promises = promises
    self.problems = problems
  }

  /// How many promises have that verdict.
  public func count(_ verdict: Verdict) -> Int { promises.count { $0.verdict == verdict } }
  /// Whether every promise landed; an empty list has none that did not.
  public var allLanded: Bool { promises.allSatisfy { $0.verdict == .landed } }
}
