// SPDX-License-Identifier: GPL-3.0-or-later
import Export
import InventoryModel
import Testing

@Suite struct CSVFormatTests {
  /// Rows of cells by RFC 4180, written apart from the code under test.
  private func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    func end() { rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self)); cell = [] }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          cell.append(0x22); index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C {
        end()
      } else if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A {
        end(); rows.append([]); index += 1
      } else {
        cell.append(byte)
      }
    }
    rows.removeLast()
    return rows
  }

  @Test func `Every row has every column, and cells survive quotes and line breaks`() throws {
    let rows = rows(CSVFormat().utf8(SampleInventory.inventory))
    try #require(rows.count == 4)
    #expect(rows[0] == CSVFormat.columnNames)
    #expect(rows.allSatisfy { $0.count == CSVFormat.columnNames.count })
    func cell(_ row: Int, _ column: String) -> String? {
      CSVFormat.columnNames.firstIndex(of: column).map { rows[row][$0] }
    }
    #expect(cell(1, "quantity_amount") == "1200")
    #expect(cell(1, "evidence_quote") == "1,200 \"Oven Academy\" credits")
    #expect(cell(1, "recurrence_periods") == "2025-02-01/2026-01-31; 2026-02-01/2027-01-31; 2027-02-01/2028-01-31")
    #expect(cell(1, "conditions_text") == "staff only; Europe only")
    #expect(cell(1, "conditions_transferable") == "false")
    #expect(cell(1, "signature_status") == "executed")
    #expect(cell(1, "path") == "orders/lumen.pdf")
    #expect(cell(2, "evidence_quote") == "Two\nlines")
    #expect(cell(2, "value_formula_percent") == "5")
    #expect(cell(2, "name") == "'=HYPERLINK(\"http://x\")")
    #expect(cell(3, "quantity_amount") == "")
    #expect(cell(3, "gaps") == "quantity_or_value; validity")
  }

  @Test func `The header stands alone where there is nothing`() {
    #expect(rows(CSVFormat().utf8(Inventory())) == [CSVFormat.columnNames])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49 30 1", "'+49 30 1"), ("-5%", "'-5%"), ("@here", "'@here"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("  =A1", "'  =A1"), ("\u{FF1D}A1", "'\u{FF1D}A1"), ("-12.50", "-12.50"), ("+7", "+7"),
    ("-1.2.3", "'-1.2.3"), ("-", "'-"), ("plain", "plain"), ("a=b", "a=b"), ("", ""), ("a,b", "\"a,b\""),
    ("\u{FF21}", "\u{FF21}"), ("=\"x\"", "\"'=\"\"x\"\"\""),
  ])
  func `A cell that would run as a formula is made harmless, a number is left alone`(text: String, written: String) {
    let inventory = Inventory(entitlements: [Entitlement(id: "e", document: "d", kind: "other", name: text)])
    let row = String(decoding: CSVFormat().utf8(inventory), as: UTF8.self)
    #expect(row.contains("e,d,other,\(written),,"))
  }
}
