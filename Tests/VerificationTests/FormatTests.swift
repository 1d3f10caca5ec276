// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import Export
import FoundationSubset
import InWriting
import PromiseReading
import Testing
import Verification

/// What verifications and comparisons look like when they are written.
@Suite struct FormatTests {
  private static let style = TableStyle(width: 100, isColoured: false, today: CalendarDate(dayNumber: 20000))

  private func verification() throws -> Verification {
    let contract = Support.order("1. Quillmark grants Customer thirty (30) training credits at no charge.")
    let read = try Support.reader().readContract(Array(contract.utf8), name: "contract.txt")
    let list = try Support.promises("id,text,mood\nA,40 training credits,=1+1\nB,30 training credits,\n", file: "p.csv")
    return Verifier(extractor: try Support.reader().extractor).verify(list, against: [read])
  }

  private func text(_ name: FormatName) throws -> String {
    String(decoding: VerificationFormat.utf8(try verification(), as: name, style: Self.style), as: UTF8.self)
  }

  @Test func json() throws {
    let root = try JSONDecoder().decode(JSONValue.self, from: Data(try text(.json).utf8))
    #expect(root["schema"] == "inwriting/verification/1")
    #expect(root["summary"]?["weakened"] == 1)
    #expect(root["summary"]?["landed"] == 1)
    let first = try #require(root["promises"]?.elements?.first)
    for key in ["id", "text", "promised", "verdict", "entitlement", "differences", "evidence", "disclaimed", "leads"] {
      #expect(first[key] != nil, "\(key)")
    }
    #expect(first["promised"]?["kind"] == "training_credit")
    #expect(first["differences"]?.elements?.first?["field"] == "quantity")
    #expect(first["others"]?["mood"] == "=1+1")
  }

  @Test func csv() throws {
    let lines = try text(.csv).split(separator: "\r\n").map(String.init)
    #expect(lines[0].hasPrefix("id,text,source,verdict,fields,") && lines[0].hasSuffix(",mood"))
    #expect(lines[1].hasPrefix("A,40 training credits,,weakened,quantity,"))
    #expect(lines[1].contains(",contract.txt,1,"))
    // No spreadsheet runs it.
    #expect(lines[1].hasSuffix(",'=1+1"))
  }

  @Test func table() throws {
    let table = try text(.table)
    #expect(table.contains("▼ weakened"))
    #expect(table.contains("✓ landed"))
    #expect(table.contains("1 landed, 1 weakened"))
    #expect(!table.contains("\u{1B}"))
  }

  @Test func markdown() throws {
    let page = try text(.markdown)
    #expect(page.contains("quantity: 40 credits promised, 30 credits in the contract"))
    #expect(
      page.contains(
        "> Quillmark Systems Inc. provides Dunmore Timber Limited with 40 training credits, valid until [date], for [purpose]."
      ))
    #expect(page.contains("Agreed as promised"))
  }

  @Test(arguments: FormatName.allCases)
  func comparison(_ name: FormatName) throws {
    let (before, after) = (
      Support.order("1. Quillmark grants Customer thirty (30) training credits at no charge."),
      Support.order("1. Quillmark sets up an adoption fund of EUR 9,000 for Customer.")
    )
    func inventory(_ text: String) throws -> Inventory {
      let result = try Support.reader().read(Array(text.utf8), name: "a.txt")
      return Inventory(documents: [result.facts], entitlements: result.entitlements)
    }
    let result = InventoryComparison.compare(try inventory(before), try inventory(after))
    #expect(result.changes.map(\.change) == [.dropped, .added])
    #expect(!result.nothingLost)
    let text = String(decoding: ComparisonFormat.utf8(result, as: name, style: Self.style), as: UTF8.self)
    #expect(text.contains("dropped") && text.contains("added"))
  }
}
