// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// Headings that speak of what is in and what is out, and of what the customer does.
@Suite struct BothSidesTests {
  @Test(arguments: [
    "INCLUSIONS AND EXCLUSIONS", "INCLUDED AND EXCLUDED SERVICES", "SCOPE AND EXCLUSIONS",
  ])
  func headingOfBoth(heading: String) {
    #expect(
      GrantSample.lines("\(heading)\n\nSupplier grants Customer 25 exam vouchers.")
        == ["certification_voucher 25 voucher | 2026-03-01..2028-02-28"])
  }

  @Test(arguments: ["EXCLUSIONS", "NOT INCLUDED", "SERVICES OUT OF SCOPE"])
  func headingOfOne(heading: String) {
    #expect(GrantSample.lines("\(heading)\n\nSupplier grants Customer 25 exam vouchers.").isEmpty)
  }

  @Test func daysOfTheCustomer() {
    let clauses = """
      B-3 Architect time. Supplier reserves ninety (90) hours of a solution architect for Customer.

      B-7 Customer's part. Customer makes two planners available for 20 hours each in May 2026.
      """
    #expect(GrantSample.lines(clauses) == ["services_hours 90 hour | 2026-03-01..2028-02-28"])
  }

  @Test func undertakingsOfTheCustomer() {
    let clauses = """
      6. CUSTOMER'S UNDERTAKINGS

      Customer names a system owner and sets aside 60 hours of its own specialists for the acceptance test.
      """
    #expect(GrantSample.lines(clauses).isEmpty)
  }

  @Test(arguments: ["By:Name and office:Date:", "By:Name and function:Date:", "Signature:Name:Title:Date:"])
  func keysWithoutALine(line: String) {
    let text = """
      ORDER FORM Q-5520

      Vendor: Pellucid Software LLC
      Customer: Nettle Bay Ferries Ltd

      Pellucid grants Customer 40 training credits.

      PELLUCID SOFTWARE LLC
      By: /s/ Ada Quill
      Name: Ada Quill
      Date: 3 May 2028

      NETTLE BAY FERRIES LTD
      \(line)
      """
    #expect(FactSample.facts(text).signature.status == .partial)
  }
}
