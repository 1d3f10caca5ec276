// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON

/// How well a run did over labelled documents.
public struct ScoreCard: Sendable {
  /// Of entitlements: how many there should be, were claimed, and were right.
  public struct Tally: Sendable, Hashable {
    public var demanded = 0
    public var claimed = 0
    public var right = 0

    /// 1 where nothing was claimed and nothing was to be found.
    public var precision: Double {
      claimed > 0 ? Double(right) / Double(claimed) : demanded == 0 ? 1 : 0
    }
    public var recall: Double { demanded > 0 ? Double(right) / Double(demanded) : 1 }
    /// The harmonic mean of both.
    public var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  /// Of one field: how often it was stated and right; what is not right was left open or is wrong.
  public struct FieldTally: Sendable, Hashable {
    public var stated = 0
    public var right = 0
    public var leftOpen = 0
    public var wrong: Int { stated - right - leftOpen }
    public var share: Double { stated > 0 ? Double(right) / Double(stated) : 1 }
  }

  public private(set) var documents: [DocumentComparison] = []
  /// By kind alone.
  public private(set) var found = Tally()
  /// With every stated field right.
  public private(set) var exact = Tally()
  public private(set) var foundByKind: [String: Tally] = [:]
  public private(set) var exactByKind: [String: Tally] = [:]
  /// Of matched entitlements.
  public private(set) var fields: [String: FieldTally] = [:]
  public private(set) var header: [String: FieldTally] = [:]

  public init(_ documents: [DocumentComparison] = []) {
    for document in documents { add(document) }
  }

  public mutating func add(_ document: DocumentComparison) {
    documents.append(document)
    for pair in document.pairs {
      let kind = document.golds[pair.gold].at("kind").text ?? "?"
      count(kind, demanded: 1, claimed: 1, found: 1, exact: pair.isExact ? 1 : 0)
      for field in pair.fields { Self.count(field, in: &fields) }
    }
    for index in document.missed { count(document.golds[index].at("kind").text ?? "?", demanded: 1) }
    for index in document.extra { count(document.reads[index].at("kind").text ?? "?", claimed: 1) }
    for field in document.header { Self.count(field, in: &header) }
  }

  /// Everything right.
  public var isPerfect: Bool { misses.isEmpty }

  /// Everything that is not right, one line each.
  public var misses: [String] { documents.flatMap(\.misses) }

  /// All fields of entitlements together, and all of documents.
  public var allFields: FieldTally { Self.total(fields) }
  public var allHeader: FieldTally { Self.total(header) }

  private mutating func count(_ kind: String, demanded: Int = 0, claimed: Int = 0, found: Int = 0, exact: Int = 0) {
    func add(_ tally: inout Tally, right: Int) {
      tally.demanded += demanded
      tally.claimed += claimed
      tally.right += right
    }
    add(&self.found, right: found)
    add(&self.exact, right: exact)
    add(&foundByKind[kind, default: Tally()], right: found)
    add(&exactByKind[kind, default: Tally()], right: exact)
  }

  private static func count(_ field: FieldResult, in tallies: inout [String: FieldTally]) {
    tallies[field.name, default: FieldTally()].stated += 1
    if field.isRight { tallies[field.name, default: FieldTally()].right += 1 }
    if field.isLeftOpen { tallies[field.name, default: FieldTally()].leftOpen += 1 }
  }

  private static func total(_ tallies: [String: FieldTally]) -> FieldTally {
    tallies.values.reduce(into: FieldTally()) { sum, tally in
      sum.stated += tally.stated
      sum.right += tally.right
      sum.leftOpen += tally.leftOpen
    }
  }
}
