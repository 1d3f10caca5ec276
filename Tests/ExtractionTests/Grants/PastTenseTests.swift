// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// An order may tell in the past tense what it grants; what another paper or time gave is history.
@Suite struct PastTenseTests {
  @Test(arguments: [
    "The parties agreed on 40 exam vouchers free of charge.",
    "We included 40 exam vouchers in this order.",
    "Supplier provided Customer with 40 exam vouchers on signature.",
    "Supplier credited 40 exam vouchers to Customer's account upon signature of this Order Form.",
    "None of the 40 exam vouchers granted hereby lapses before the end of the term.",
    "40 exam vouchers are available to Customer and its affiliates only.",
    "Supplier confirms that it has received payment for 40 exam vouchers, which it hereby grants.",
  ])
  func grantsNow(clause: String) {
    #expect(GrantSample.lines("3. EXTRAS\n\n\(clause)\n").first?.contains("certification_voucher 40") == true)
  }

  @Test(arguments: [
    "The pilot included 40 exam vouchers.",
    "Under Order Form 12 Customer received 40 exam vouchers.",
    "Supplier granted 40 exam vouchers in 2022.",
  ])
  func isHistory(clause: String) {
    #expect(GrantSample.lines("3. EXTRAS\n\n\(clause)\n") == [])
  }

  @Test func aParticipleIsNoPast() {
    let lines = GrantSample.lines(
      "3. EXTRAS\n\n• A single sandbox, open from the Order Start Date and closed on the Order End Date.\n")
    #expect(lines.first?.hasPrefix("sandbox 1") == true)
  }

  @Test func daysOfSomethingAreAQuantity() {
    let lines = GrantSample.lines("3. WORK\n\nCustomer buys 25 days of cut-over consulting at $1,400.00 a day.\n")
    #expect(lines.first?.contains("2026-03-01..2028-02-28") == true)
  }
}
