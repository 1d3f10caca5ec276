// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Storage that goes by its volume and what fills it, without the word storage.
@Suite struct VolumeTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    ("Up to 4 TB of inspection photographs are kept for Customer at no charge.", "4000", " | fee 0"),
    ("The subscription fees cover six terabytes (6 TB) of retained planning history.", "6000", " | fee 0"),
    ("Personnel files may occupy 500 GB, which is part of the price of the platform.", "500", " | fee 0"),
    ("Customer is entitled to keep 1.5 TB in the evidence vault.", "1500", ""),
    ("Audit records of up to 12 TB shall be retained for Customer at no additional charge.", "12000", " | fee 0"),
    ("The licence includes 2 TB for drawings.", "2000", ""),
  ])
  func isStorage(clause: String, amount: String, fee: String) {
    #expect(GrantSample.lines(clause) == ["storage \(amount) gb\(fee) | \(Self.whole)"])
  }

  @Test(arguments: [
    "Customer's current archive holds 700 GB of data.",
    "Supplier migrates up to 400 GB of legacy documents at no charge.",
    "Each sandbox permits 1 GB of data and 1 GB of files.",
    "Customer shall deliver 30 GB of historical data to Supplier before 1 May 2026.",
    "Uploads are limited to 2 GB per file.",
  ])
  func isNoStorage(clause: String) {
    #expect(GrantSample.lines(clause).allSatisfy { !$0.hasPrefix("storage") })
  }

  @Test(arguments: [
    ("The metering interface accepts 50 000 API calls per calendar day.", "50000 call a day"),
    ("The gateway handles up to 80,000 API requests per day.", "80000 call a day"),
    ("The fees cover 250,000 calls to the Marrow API.", "250000 call"),
  ])
  func callsThatAreAccepted(clause: String, amount: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].hasPrefix("api_capacity \(amount)"), "\(lines)")
  }

  /// The heading says what the row's own name counts.
  @Test func countedByItsHeading() {
    let found = TableSample.grants(
      TableSample.table([
        ["Item", "Properties", "Annual fee"], ["Farnholt Manager", "7", "70,000.00"], ["Sandbox property", "2", "nil"],
      ]))
    #expect(found.contains { $0.hasPrefix("sandbox 2 sandbox") }, "\(found)")
  }
}
