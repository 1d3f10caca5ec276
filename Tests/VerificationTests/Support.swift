// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InWriting
import InventoryModel
import PromiseReading
import Testing
import Verification

/// What the tests of this room share: packs compiled once, and the corpora beside the sources.
enum Support {
  static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  static let readers = Result { try EntitlementReader(patterns: PatternFolders(base: root + "/patterns")) }

  static func reader() throws -> EntitlementReader { try readers.get() }

  static func folders(in corpus: String) -> [String] {
    let path = "\(root)/corpora/\(corpus)"
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  static func files(_ folder: String, startingWith prefix: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasPrefix(prefix) }.sorted()
      .map { folder + "/" + $0 }
  }

  static func json(_ path: String) throws -> JSONValue {
    let data = try #require(FileManager.default.contents(atPath: path))
    return try JSONDecoder().decode(JSONValue.self, from: data)
  }

  /// Promises of a text as a file of that name has them.
  static func promises(
    _ text: String, file name: String, vendor: String? = nil, customer: String? = nil
  ) throws -> PromiseList {
    let parties = PromiseParties(vendors: vendor.map { [$0] } ?? [], customers: customer.map { [$0] } ?? [])
    return try PromiseFile(extractor: try reader().extractor, parties: parties).read(Array(text.utf8), fileName: name)
  }

  /// Verdicts on promises in a CSV with a column `text`, against contracts given as text.
  static func verdicts(_ promises: [String], against contracts: String...) throws -> [PromiseVerdict] {
    let csv = "text\n" + promises.map { "\"\($0)\"\n" }.joined()
    let list = try self.promises(csv, file: "p.csv")
    let read = try contracts.enumerated().map { index, text in
      try reader().readContract(Array(text.utf8), name: "contract\(index).txt")
    }
    return Verifier(extractor: try reader().extractor).verify(list, against: read).promises
  }

  /// The verdict on a promise with the fields that differ, against one order form with these clauses: "weakened fee".
  static func verdict(_ promise: String, _ clauses: String) throws -> String {
    let found = try #require(try verdicts([promise], against: order(clauses)).first)
    return ([found.verdict.rawValue] + found.differences.map(\.field.rawValue)).joined(separator: " ")
  }

  /// Verdicts on the rows of a CSV, against one order form with these clauses.
  static func verdicts(csv: String, _ clauses: String) throws -> [PromiseVerdict] {
    let list = try promises(csv, file: "p.csv")
    let read = try reader().readContract(Array(order(clauses).utf8), name: "contract.txt")
    return Verifier(extractor: try reader().extractor).verify(list, against: [read]).promises
  }

  /// Whether reading ended because nothing was offered, whatever was named.
  static func isWithoutPromises(_ error: any Error) -> Bool {
    if case .noPromises? = error as? PromiseFileError { true } else { false }
  }

  /// What became of each grant from one order form with these clauses to the next: "services_hours weakened conditions".
  static func changes(_ before: String, _ after: String) throws -> [String] {
    let texts = [order(before), order(after) + "\n"]
    let read = try texts.enumerated().map { index, text in
      try reader().readContract(Array(text.utf8), name: "contract\(index).txt")
    }
    let sides = read.map { Inventory(documents: [$0.result.facts], entitlements: $0.result.entitlements) }
    let clauses = GrantClauses(read, extractor: try reader().extractor)
    return InventoryComparison.compare(sides[0], sides[1], clauses: clauses).changes.map { change in
      ([change.kind.rawValue, change.change.rawValue] + change.differences.map(\.field.rawValue)).joined(separator: " ")
    }
  }

  /// A signed order form around some clauses.
  static func order(_ clauses: String, signed: Bool = true) -> String {
    let marks = signed ? ["/s/ Orla Pendry", "/s/ Tomas Reiff"] : ["____________", "____________"]
    return """
      ORDER FORM ZX-5150

      Quillmark Systems Inc. ("Quillmark")
      Dunmore Timber Limited ("Customer")

      Start Date:   1 May 2028
      End Date:     30 April 2031
      Term:         36 months
      Currency:     EUR

      \(clauses)

      Quillmark Systems Inc.            Dunmore Timber Limited

      Signed: \(marks[0])            Signed: \(marks[1])
      Name:   Orla Pendry                Name:   Tomas Reiff
      Title:  Sales Director             Title:  Head of Purchasing
      Date:   20 April 2028              Date:   18 April 2028
      """
  }
}
