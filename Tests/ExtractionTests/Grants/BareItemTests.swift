// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Grants said as items and cells with no sentence around them: "Exam vouchers: 6".
@Suite struct BareItemTests {
  private static let head = """
    <p>ORDER FORM Q-7731</p><p>Supplier: Marrow &amp; Finch Software Ltd</p><p>Customer: Nettle Bay Ferries Ltd</p>
    <p>Order Start Date: 1 March 2026</p><p>Order End Date: 28 February 2028.</p>
    """

  @Test(arguments: [
    ("Training credits: 20", "training_credit 20"),
    ("Training credits x 20", "training_credit 20"),
    ("Exam vouchers - 6 nos.", "certification_voucher 6"),
    ("Exam vouchers (quantity 6)", "certification_voucher 6"),
    ("Exam vouchers, qty 6", "certification_voucher 6"),
    ("Exam vouchers: six (6)", "certification_voucher 6"),
    ("Partial sandbox: 2", "sandbox 2"),
    ("Developer sandbox", "sandbox 1"),
    ("Architect hours: 40", "services_hours 40"),
    ("Places on instructor-led courses: 12", "training_credit 12"),
    ("Flex Credits: 100,000", "usage_credit 100000"),
    ("Exam vouchers for ISO 27001 auditors", ""),
  ])
  func cellsThatCount(cell: String, grant: String) {
    let table = """
      <table><tr><th>Ref.</th><th>Commitment</th><th>If not used</th></tr>
      <tr><td>A</td><td>\(cell)</td><td>Lost</td></tr><tr><td>B</td><td>Adoption fund: $9,000</td><td>Lost</td></tr></table>
      """
    let found = TableSample.read(Self.head + table).entitlements.filter { $0.kind != "success_fund" }
    #expect(found.map { "\($0.kind.rawValue) \($0.quantity?.amount ?? 0)" }.joined(separator: ";") == grant)
  }

  @Test func twoSortsInOneCell() {
    let table = """
      <table><tr><th>Ref.</th><th>Commitment</th><th>If not used</th></tr>
      <tr><td>A</td><td>Full sandbox (1), Partial sandboxes (2)</td><td>-</td></tr></table>
      """
    #expect(TableSample.read(Self.head + table).entitlements.compactMap(\.quantity?.amount) == [1, 2])
  }

  @Test(arguments: [
    ("Included extras", "On-site training: 4 days", true),
    ("Further benefits included in the price", "Consulting (40 hours)", true),
    ("Benefits of this order", "Accelerators, three each year", true),
    ("Included extras", "Gold Support", true),
    ("Not included", "Consulting (40 hours)", false),
    ("Optional extras", "Consulting (40 hours)", false),
    ("Our approach", "Accelerators, three each year", false),
    (
      "Included extras", "The operations team needs on-site training of 4 days before it starts with the new plan.",
      false
    ),
  ])
  func itemsUnderHeadings(heading: String, item: String, isGranted: Bool) {
    let text = """
      ORDER FORM Q-7731

      Supplier: Marrow & Finch Software Ltd
      Customer: Nettle Bay Ferries Ltd
      Order Start Date: 1 March 2026
      Order End Date: 28 February 2028

      4. \(heading)

        - \(item)
        - 1 developer sandbox
      """
    let found = TableSample.read(text, fileName: "order.txt").entitlements.filter { $0.kind != "sandbox" }
    #expect(found.isEmpty == !isGranted)
  }
}
