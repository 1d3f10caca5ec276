// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON

/// How well a run did over labelled documents.
public struct ScoreCard: Sendable {
  /// Of entitlements: how many there should be, were claimed, and were right.
  public struct Tally: Sendable, Hashable {
    /// How many the gold asks for.
    public var demanded = 0
    /// How many were read and count.
    public var claimed = 0
    /// How many of these are the same.
    public var right = 0

    /// 1 where nothing was claimed and nothing was to be found.
    public var precision: Double {
      claimed > 0 ? Double(right) / Double(claimed) : demanded == 0 ? 1 : 0
    }
    /// The share of what is demanded that was right; 1 where nothing is demanded.
    public var recall: Double { demanded > 0 ? Double(right) / Double(demanded) : 1 }
    /// The harmonic mean of both.
    public var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  /// Of one field: how often it was stated and right; what is not right was left open or is wrong.
  public struct FieldTally: Sendable, Hashable {
    /// How often the gold states it.
    public var stated = 0
    /// How often what was read is right.
    public var right = 0
    /// How often nothing was read for it.
    public var leftOpen = 0
    /// How often something else was read.
    public var wrong: Int { stated - right - leftOpen }
    /// The share that is right, 0 to 1; 1 where it is never stated.
    public var share: Double { stated > 0 ? Double(right) / Double(stated) : 1 }
  }

  /// In the order in which they were added.
  public private(set) var documents: [DocumentComparison] = []
  /// By kind alone.
  public private(set) var found = Tally()
  /// With every stated field right.
  public private(set) var exact = Tally()
  /// `found`, for each kind that the gold or the reading names.
  public private(set) var foundByKind: [String: Tally] = [:]
  /// `exact`, for each of these kinds.
  public private(set) var exactByKind: [String: Tally] = [:]
  /// Of matched entitlements.
  public private(set) var fields: [String: FieldTally] = [:]
  /// Of documents, by the field's name.
  public private(set) var header: [String: FieldTally] = [:]

  /// Counts these documents; without any, all tallies are zero.
  public init(_ documents: [DocumentComparison] = []) {
    for document in documents { add(document) }
  }

  /// Counts one more document.
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
  /// All fields of documents together.
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
