// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What the order buys at a price is granted, whatever the price is said to be for; what only could be bought is not.
@Suite struct FirmOrderTests {
  @Test(arguments: [
    ("Customer purchases 400 GB of additional storage for $2,000 per year.", "storage 400 gb"),
    ("Customer orders 3 further sandboxes at $2,000 per year each.", "sandbox 3 sandbox"),
    ("Supplier provides 3 additional sandboxes for $150 per month each.", "sandbox 3 sandbox"),
    ("Customer takes 25 more training credits at $80 each.", "training_credit 25 credit"),
    ("Customer pays $9,000 per contract year for 45 consulting hours per contract year.", "services_hours 45 hour"),
    ("Customer shall pay $4,500 for ten exam vouchers.", "certification_voucher 10 voucher"),
    ("Gold Support is charged at $1,100 per month for the Order Term.", "support_plan"),
  ])
  func isBought(clause: String, expected: String) {
    let lines = GrantSample.lines("3. ORDER\n\n\(clause)\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(expected) == true)
    #expect(lines.first?.contains("fee") == true || clause.contains("further"))
  }

  @Test(arguments: [
    "Additional storage costs $2,000 per year.",
    "Supplier provides additional sandboxes for $150 per month each.",
    "Customer may purchase 400 GB of additional storage for $2,000 per year.",
    "On request Supplier supplies 3 additional sandboxes for $150 per month each.",
    "Each additional 50 GB of storage is supplied for $40 per month.",
    "Gold Support is charged at $1,100 per month.",
    "Customer pays $9 for each further 1,000 AI credits.",
    "Where needed, Supplier provides up to 9 further consulting hours at $140 per hour.",
  ])
  func isOffered(clause: String) {
    #expect(GrantSample.lines("3. PRICES\n\n\(clause)\n") == [])
  }
}
