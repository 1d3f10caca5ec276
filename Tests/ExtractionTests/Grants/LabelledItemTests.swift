// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Grants whose facts stand in lines with labels, under their title or behind it.
@Suite struct LabelledItemTests {
  private static let head = """
    <p>ORDER FORM Q-7731</p><p>Supplier: Marrow &amp; Finch Software Ltd</p><p>Customer: Nettle Bay Ferries Ltd</p>
    <p>Order Start Date: 1 March 2026</p><p>Order End Date: 28 February 2028.</p><h2>Included benefits</h2>
    """

  private func grants(_ text: String, fileName: String) -> [String] {
    TableSample.read(text, fileName: fileName).entitlements.map { one in
      let days = "\(one.validity.start?.description ?? "-")..\(one.validity.end?.description ?? "-")"
      let fee = one.fee?.amount.map { "\($0)" } ?? "-"
      return
        "\(one.kind.rawValue) \(one.quantity?.amount ?? one.value?.amount ?? 0) \(days) \(one.conditions.unused?.rawValue ?? "-") \(fee)"
    }
  }

  @Test(arguments: [
    // Titles over lists.
    """
    <h3>4.1 Exam vouchers</h3><ul><li>Quantity: 6</li><li>Validity: 1 April 2026 to 31 March 2027</li>
    <li>Unused: Forfeited</li><li>Charge: $0</li></ul>
    <h3>4.2 Consulting hours</h3><ul><li>Number: 40</li><li>Use by: 30 September 2026</li>
    <li>If not used: Lost</li><li>Fee: $4,000</li></ul>
    """,
    // Lists of terms.
    """
    <dl><dt>Exam vouchers</dt><dd>Quantity: 6; Validity: 1 April 2026 to 31 March 2027; Unused: Forfeited; Charge: $0</dd>
    <dt>Consulting hours</dt><dd>Number: 40; Use by: 30 September 2026; If not used: Lost; Fee: $4,000</dd></dl>
    """,
    // Labels and values in two columns, and what it is in the first row of each.
    """
    <table><tr><td>Type</td><td>Exam vouchers</td></tr><tr><td>Amount</td><td>6</td></tr>
    <tr><td>Validity</td><td>1 April 2026 to 31 March 2027</td></tr><tr><td>Remainder</td><td>Forfeited</td></tr>
    <tr><td>Price</td><td>$0</td></tr></table>
    <table><tr><td>Name</td><td>Consulting hours</td></tr><tr><td>Amount</td><td>40</td></tr>
    <tr><td>Use by</td><td>30 September 2026</td></tr><tr><td>Remainder</td><td>Lost</td></tr>
    <tr><td>Price</td><td>$4,000</td></tr></table>
    """,
  ])
  func readsLabels(body: String) {
    #expect(
      grants(Self.head + body, fileName: "order.html") == [
        "certification_voucher 6 2026-04-01..2027-03-31 forfeited 0",
        "services_hours 40 2026-03-01..2026-09-30 forfeited 4000",
      ])
  }

  @Test func readsLinesOfText() {
    let text = """
      ORDER FORM Q-7731

      Supplier: Marrow & Finch Software Ltd
      Customer: Nettle Bay Ferries Ltd
      Order Start Date: 1 March 2026
      Order End Date: 28 February 2028

      INCLUDED BENEFITS

      1. Exam vouchers

         Quantity: 6
         Validity: 1 April 2026 to 31 March 2027
         Unused: Forfeited
         Charge: no charge

      2. Harbour pilots' handbook

         Quantity: 4
         Charge: no charge
      """
    #expect(grants(text, fileName: "order.txt") == ["certification_voucher 6 2026-04-01..2027-03-31 forfeited 0"])
  }

  /// Titles and lines that follow each other without a space between.
  @Test func readsCloseLines() {
    let text = """
      ORDER FORM Q-7731

      Supplier: Marrow & Finch Software Ltd
      Customer: Nettle Bay Ferries Ltd
      Order Start Date: 1 March 2026
      Order End Date: 28 February 2028

      Included benefits

      Exam vouchers
      Quantity: 6; Validity: 1 April 2026 to 31 March 2027; Unused: Forfeited; Charge: $0
      Consulting hours
      Number: 40; Use by: 30 September 2026; If not used: Lost; Fee: $4,000
      """
    #expect(
      grants(text, fileName: "order.txt") == [
        "certification_voucher 6 2026-04-01..2027-03-31 forfeited 0",
        "services_hours 40 2026-03-01..2026-09-30 forfeited 4000",
      ])
  }

  /// Labels that say nothing of how much make no grant of what stands over them.
  @Test(arguments: ["<li>Contact: Ann Reed</li><li>Charge: $0</li>", "<li>Quantity: 6</li><li>Contact: Ann Reed</li>"])
  func needsLabelsThatTell(items: String) {
    let found = grants(Self.head + "<h3>Exam vouchers</h3><ul>\(items)</ul>", fileName: "order.html")
    #expect(!found.contains { $0.hasSuffix(" 0") })
  }
}
