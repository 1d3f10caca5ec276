// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Bills of a firm that is named: who pays them, and what is only a firm's name.
@Suite struct FirmBillTests {
  @Test(arguments: [
    ("Supplier shall meet the fees of Castor Advisory LLP for the data cleanse up to a ceiling of $18,000.", "18000"),
    ("Supplier will pay the first $12,500 of Brackwell's invoices for the rollout.", "12500"),
    ("Supplier will contribute one-half of the invoices of Mason & Tull, not to exceed $22,500 in total.", "22500"),
    ("Supplier covers the invoices of Nordlicht Beratung GmbH up to USD 9,000.", "9000"),
    ("Supplier will pay up to $30,000 to Harbinger for its work on the payroll cut-over.", "30000"),
  ])
  func isVoucher(clause: String, worth: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].hasPrefix("partner_voucher | worth \(worth)"), "\(lines)")
  }

  @Test(arguments: [
    "Customer shall pay the fees of the Supplier of $9,000 within thirty days.",
    "Customer bears the fees of Castor Advisory LLP, estimated at $9,000.",
    "Late payment of Supplier's invoices bears interest of 1% and a charge of $40.",
    "Castor Advisory LLP is engaged by Customer and shall be given access free of charge.",
  ])
  func isNone(clause: String) { #expect(GrantSample.lines(clause).isEmpty) }
}
