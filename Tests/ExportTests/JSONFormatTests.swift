// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import Export
import FoundationSubset
import InventoryModel
import Testing

@Suite struct JSONFormatTests {
  private var text: String { String(decoding: JSONFormat().utf8(SampleInventory.inventory), as: UTF8.self) }

  @Test func `An inventory reads back as it was written`() throws {
    let bytes = JSONFormat().utf8(SampleInventory.inventory)
    var wanted = SampleInventory.inventory
    // Boxes are written to the nearest hundredth.
    wanted.entitlements[0].evidence[0].boxes[0].y0 = 301.46
    let read = try JSONDecoder().decode(Inventory.self, from: Data(bytes))
    #expect(read == wanted)
    #expect(JSONFormat().utf8(read) == bytes)
  }

  @Test(arguments: [
    #""annual": 120000.5, "total": null"#, #""amount": 6000.25"#, #""unit_price": 0.1"#, #"[72, 301.46, 520.3, 313.1]"#,
    #""quantity": {"amount": 1200, "unit": "credit", "per": null}"#, #""superseded_by": null"#, #""owner": null"#,
    #""quote": "1,200 \"Oven Academy\" credits""#, #""quote": "Two\nlines""#,
  ])
  func `Amounts are exact, what is unknown is null`(part: String) {
    #expect(text.contains(part))
  }

  @Test func `Members stand in the contract's order`() throws {
    let tree = try JSONValue(encoding: SampleInventory.inventory)
    #expect(tree.members?.map(\.key) == ["schema", "documents", "entitlements"])
    let entitlement = tree["entitlements"]?.elements?.first
    #expect(
      entitlement?.members?.map(\.key) == [
        "id", "document", "kind", "name", "tier", "quantity", "value", "fee", "validity", "recurrence", "purpose",
        "conditions", "owner", "superseded_by", "gaps", "certainty", "rule", "evidence",
      ])
    let document = tree["documents"]?.elements?.first
    #expect(
      document?.members?.map(\.key) == [
        "id", "path", "format", "pages", "status", "problems", "type", "vendor", "customer", "parties", "governing_law",
        "order_number", "amends", "agreement_date", "effective_date", "term", "currency", "fees", "integration_clause",
        "signature", "line_items", "leads",
      ])
  }

  @Test func `Another schema is refused, and the message names both`() {
    let other = Data(#"{"schema": "inwriting/inventory/2", "documents": [], "entitlements": []}"#.utf8)
    #expect { try JSONDecoder().decode(Inventory.self, from: other) } throws: { error in
      "\(error)".contains("inwriting/inventory/2") && "\(error)".contains("inwriting/inventory/1")
    }
  }

  @Test func `No entitlements are an empty list`() {
    let bytes = JSONFormat().utf8(Inventory())
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "{\n  \"schema\": \"inwriting/inventory/1\",\n  \"documents\": [],\n  \"entitlements\": []\n}\n")
  }
}
