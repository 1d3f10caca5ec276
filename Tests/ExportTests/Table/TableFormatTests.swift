// SPDX-License-Identifier: GPL-3.0-or-later
import Export
import InventoryModel
import Testing

@Suite struct TableFormatTests {
  private func table(
    _ inventory: Inventory = SampleInventory.inventory, width: Int = 140, isColoured: Bool = false
  ) throws -> String {
    let today = try #require(SampleInventory.date("2025-03-01"))
    let style = TableStyle(width: width, isColoured: isColoured, today: today)
    return String(decoding: TableFormat(style: style).utf8(inventory), as: UTF8.self)
  }

  @Test(arguments: [
    "orders/lumen.pdf · order form NB-77 · Nimbus Systems, Inc. → Lumen Bakeries GmbH · 2025-02-01 to 2028-01-31 · signed",
    "1,200 credits", "EUR 20,000", "5% of annual fees", "unused: forfeited", "encrypted: The file is encrypted",
    "EUR 66,000.25 in 2 entitlements", "2025-06-30 in 121 days, order by",
    "2026-01-31 in 336 days, period ends: 1,200 credits",
    "2 documents, 1 of them failed; 3 entitlements; 1 lead",
  ])
  func `Shows what counts`(part: String) throws {
    #expect(try table(width: 220).contains(part))
  }

  @Test(arguments: [20, 33, 59, 60, 80, 100, 140, 250])
  func `No line is wider than the terminal`(width: Int) throws {
    var inventory = SampleInventory.inventory
    inventory.entitlements[0].name = "研修クレジット研修クレジット研修クレジット研修クレジット"
    inventory.entitlements[1].name = String(repeating: "supercalifragilistic", count: 9)
    for line in try table(inventory, width: width).split(separator: "\n") {
      let wide = line.unicodeScalars.filter { (0x3041...0x9FFF).contains($0.value) }.count
      #expect(line.unicodeScalars.count + wide <= width, "\(line)")
    }
  }

  @Test(arguments: [(140, "Kind "), (80, "Entitlement "), (66, "Entitlement ")])
  func `A narrower terminal has fewer columns`(width: Int, header: String) throws {
    let table = try table(width: width)
    #expect(table.hasPrefix(header))
    for part in ["5%", "1,200", "2028-01-31", "unused:", "2025-02-01"] {
      #expect(table.contains(part), "\(part)")
    }
  }

  @Test(arguments: [45, 20]) func `The narrowest has records`(width: Int) throws {
    let table = try table(width: width)
    #expect(!table.contains("Until  ") || !table.contains("───  ─"))
    #expect(table.contains("  Quantity"))
  }

  @Test(arguments: [140, 110, 80, 64]) func `Numbers and dates are never broken`(width: Int) throws {
    var inventory = SampleInventory.inventory
    inventory.entitlements[0].fee = Fee(amount: 1_234_567, currency: "EUR")
    inventory.entitlements[0].value = EntitlementValue(amount: 98_765_432, currency: "EUR")
    let table = try table(inventory, width: width)
    for part in ["1,234,567", "98,765,432", "2025-02-01", "2028-01-31"] { #expect(table.contains(part), "\(part)") }
  }

  @Test func `Green is what is free, not what is paid`() throws {
    var inventory = SampleInventory.inventory
    inventory.entitlements[0].fee = Fee(amount: 500, currency: "EUR")
    #expect(!(try table(inventory, isColoured: true)).contains("\u{1B}[32mEUR"))
    #expect(try table(isColoured: true).contains("\u{1B}[32mfree"))
  }

  @Test func `Columns are aligned`() throws {
    let lines = try table().split(separator: "\n").map { Array($0.unicodeScalars) }
    let title = Array("From".unicodeScalars)
    let header = try #require(lines.first)
    let column = try #require(header.indices.first { header[$0...].starts(with: title) })
    let row = try #require(lines.first { $0.starts(with: Array("training credit".unicodeScalars)) })
    #expect(row[column...].starts(with: Array("2025-02-01".unicodeScalars)))
  }

  @Test func `Only a coloured table has control sequences, and text cannot bring its own`() throws {
    var inventory = SampleInventory.inventory
    inventory.documents[0].path = "a\u{1B}[2Jb\u{202E}c.pdf"
    #expect(try !table(inventory).unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    let coloured = try table(inventory, isColoured: true)
    #expect(coloured.contains("\u{1B}["))
    #expect(!coloured.contains("\u{1B}[2J"))
  }

  @Test func `An empty inventory says so`() throws {
    #expect(try table(Inventory()).hasPrefix("No documents."))
  }
}
