// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InventoryModel
import SchemaChecking
import Testing

@testable import Export

@Suite struct InventorySchemaTests {
  @Test func `The schema in the repository is the program's`() throws {
    let path = "schema/inventory.schema.json"
    let stored = FileManager.default.contents(atPath: Repository.root + "/" + path)
    let isCurrent = stored.map { [UInt8]($0) } == InventorySchema.utf8
    #expect(isCurrent, "\(path) is not current: run `make docs`")
  }

  @Test func `The page of CSV columns in the repository is the program's`() throws {
    let path = "docs/csv-columns.md"
    let stored = FileManager.default.contents(atPath: Repository.root + "/" + path)
    let isCurrent = stored.map { String(decoding: $0, as: UTF8.self) } == CSVFormat.reference
    #expect(isCurrent, "\(path) is not current: run `make docs`")
  }

  @Test func `What is written fits the schema, and reading it as JSON changes nothing`() throws {
    let bytes = JSONFormat().utf8(SampleInventory.inventory)
    let tree = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    #expect(SchemaValidator.faults(tree, InventorySchema.tree) == [])
  }

  @Test(
    arguments: [
      ("$.documents[0] lacks vendor", ["documents", "vendor"], nil),
      (
        "$.documents[0].pages is no integer", ["documents", "pages"],
        .number(Decimal(sign: .plus, exponent: -1, significand: 5))
      ),
      ("$.documents[0].status is none of the words", ["documents", "status"], "fine"),
      ("$.entitlements[0].kind does not match", ["entitlements", "kind"], "Training Credit"),
      ("$.entitlements[0] lacks gaps", ["entitlements", "gaps"], nil),
    ] as [(String, [String], JSONValue?)])
  func `The check finds faults`(fault: String, place: [String], replacement: JSONValue?) throws {
    var tree = try JSONValue(encoding: SampleInventory.inventory)
    guard case .object(var members) = tree, let list = members.firstIndex(where: { $0.key == place[0] }),
      case .array(var elements) = members[list].value, case .object(var first) = elements[0],
      let at = first.firstIndex(where: { $0.key == place[1] })
    else { return }
    if let replacement { first[at].value = replacement } else { first.remove(at: at) }
    elements[0] = .object(first)
    members[list].value = .array(elements)
    tree = .object(members)
    #expect(SchemaValidator.faults(tree, InventorySchema.tree) == [fault])
  }
}

/// Where the sources lie.
enum Repository {
  static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
}
