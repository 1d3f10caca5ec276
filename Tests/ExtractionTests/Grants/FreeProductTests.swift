// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Users, add-ons and months that cost nothing, however they are named.
@Suite struct FreeProductTests {
  @Test(arguments: [
    ("- Quayside rota view, 40 users, free of charge", "complimentary_product 40 user"),
    ("Ninety (90) users of Tidewatch are turned on free of cost on 1 April 2026.", "complimentary_product 90 user"),
    ("Tidewatch runs for 35 deckhands and 4 pursers free of any charge.", "complimentary_product 4 user"),
    (
      "After 28 February 2028 the pursers keep working with the platform for one more month at our expense.",
      "complimentary_product 1 month"
    ),
    (
      "The pursers also get the Berth Plan add-on. Marrow forgoes its price until 30 June 2026.",
      "complimentary_product"
    ),
    ("Supplier throws in the Berth Plan module until 30 June 2026.", "complimentary_product"),
  ])
  func given(clause: String, grant: String) {
    let found = GrantSample.lines("1. Extras\n\n\(clause)")
    #expect(found.map { $0.split(separator: " | ").first.map(String.init) ?? "" } == [grant])
    #expect(found.allSatisfy { $0.contains("fee 0") })
  }

  @Test func listUnderAFreeHeading() {
    let body =
      "<h2>Free extras</h2><ul><li>Tidewatch for 60 users</li><li>9 exam vouchers</li></ul><p>Prices are net.</p>"
    let found = TableSample.read(TableSample.order(body)).entitlements.map { $0.kind.rawValue }
    #expect(found == ["complimentary_product", "certification_voucher"])
  }

  @Test(arguments: [
    "Export of the data of 40 users is free of charge for two months after the end.",
    "Updates for all 40 users come at no charge.",
    "A booking can be moved without charge up to five days before it starts.",
    "Tidewatch for 40 users is not free of charge.",
    "Nettle Bay gives its 40 drivers access to the harbour free of charge.",
  ])
  func notGiven(clause: String) {
    #expect(GrantSample.lines("1. Various\n\n\(clause)").isEmpty)
  }
}
