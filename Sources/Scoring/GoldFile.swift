// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InventoryModel

/// What is right about one document: `DOCUMENT.gold.json` beside it.
public struct GoldFile: Sendable {
  /// What a gold's name has behind the document's.
  public static let suffix = ".gold.json"

  /// The document's path.
  public var document: String
  /// An object with the inventory's keys; what it leaves out is not scored.
  public var gold: JSONValue

  /// `path` is that of the gold file. Throws `GoldError` where the content is no JSON object.
  public init(path: String, bytes: [UInt8]) throws(GoldError) {
    do {
      gold = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw GoldError(path: path, reason: "it is no JSON")
    }
    guard gold.members != nil else { throw GoldError(path: path, reason: "it is no JSON object") }
    document = String(path.dropLast(Self.suffix.count))
  }
}

/// A gold file that cannot be used.
public struct GoldError: Error, Sendable, CustomStringConvertible {
  /// The gold file's path.
  public var path: String
  /// What is wrong with it: a part of a sentence.
  public var reason: String
  /// An error about the gold file at `path`.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
  /// One sentence that names the file.
  public var description: String { "\(path) cannot be used as gold: \(reason)" }
}

extension ScoreCard {
  /// Compares an inventory with gold. Documents are found by their paths.
  public init(_ inventory: Inventory, golds: [GoldFile]) throws {
    let tree = try JSONValue(encoding: inventory)
    let documents = Dictionary(
      (tree["documents"]?.elements ?? []).map { ($0.at("path").text ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    let grants = Dictionary(grouping: tree["entitlements"]?.elements ?? []) { $0.at("document").text ?? "" }
    self.init(
      golds.map { file in
        let document = documents[file.document]
        let entitlements = document.flatMap { grants[$0.at("id").text ?? ""] } ?? []
        return DocumentComparison(name: file.document, gold: file.gold, document: document, entitlements: entitlements)
      })
  }
}
