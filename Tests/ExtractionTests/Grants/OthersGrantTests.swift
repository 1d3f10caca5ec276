// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What nobody is bound to give, what other papers gave, what other customers get, what the customer's people must do and
/// what a failure would bring is not granted by the order.
@Suite struct OthersGrantTests {
  @Test(arguments: [
    "Customer's contribution to the marketing fund is 3% of its Gross Revenues for the preceding month.",
    "Supplier shall charge the success fund ten percent of the net sales of each shop.",
  ])
  func sharesOfRevenuesArePaidIn(clause: String) {
    #expect(GrantSample.lines(clause) == [])
  }

  @Test(arguments: [
    "Supplier has no obligation to provide sandboxes, consulting hours or Gold Support under this order.",
    "Supplier shall not be obliged to supply training, sandboxes or Gold Support.",
    "Nothing in this order obliges Supplier to provide a sandbox or Gold Support.",
    "This order gives Customer no right to sandboxes, exam vouchers or Gold Support.",
    "Customer's earlier subscription included 3 sandboxes and 70 GB of storage.",
    "Under its previous plan, Customer had 3 sandboxes.",
    "Until 31 December 2025 Supplier offered 12 free training seats with each order.",
    "Supplier's Platinum customers receive 90 training credits per year.",
    "Supplier's standard offer contains 12 training credits; these do not apply to this order.",
    "Supplier usually adds 12 training credits to such orders.",
    "A comparable client was given 90 training credits.",
    "Customer shall ensure that its administrators complete 14 hours of training before go-live.",
    "Customer shall have its key users attend 4 days of training within the first month.",
    "Users must have attended two days of training before they open support cases.",
    "Customer must complete 9 hours of training before Gold Support is activated.",
    "Should Supplier miss the response time twice, Customer receives 9 consulting hours free of charge.",
    "If a milestone is missed through Supplier's fault, Supplier will provide 4 consulting days free of charge.",
    "Customer will receive 3 additional service days for each full day of unavailability.",
    "In case of delay Supplier will provide 9 consulting hours free of charge.",
    "Should an incident not be resolved in time, Customer receives 9 service hours.",
    "Option: 3 full sandboxes at $5,000 per year.",
    "Option B: 30 training credits for $3,000.",
  ])
  func grantsNothing(clause: String) {
    let result = GrantSample.result("3. VARIOUS\n\n\(clause)\n")
    #expect(result?.entitlements.isEmpty == true)
    #expect(result?.facts.leads.isEmpty == false)
  }

  @Test(arguments: [
    (
      "In addition to the 30 exam vouchers granted under Order Form Q-4410, Supplier grants Customer 12 exam vouchers.",
      "certification_voucher 12 voucher"
    ),
    (
      "Supplier will convert Customer's 40 unused training credits into 8 consulting days.", "services_hours 8 day"
    ),
    ("Customer receives 15 training credits in addition to its existing 40 training credits.", "training_credit 15"),
    ("Customer has no obligation to use the 15 training credits.", "training_credit 15"),
    ("Customer must take its 9 training days before 30 June 2027.", "training_credit 9 day"),
    ("Customer's administrators may attend 14 hours of training free of charge.", "training_credit 14 hour"),
    ("As compensation for the delayed start, Supplier grants Customer 14 consulting hours.", "services_hours 14 hour"),
    ("If Customer misses a class, nothing is lost. Customer receives 15 training credits.", "training_credit 15"),
  ])
  func grantsOne(clause: String, expected: String) {
    let lines = GrantSample.lines("3. VARIOUS\n\n\(clause)\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(expected) == true)
  }

  @Test(arguments: [
    (
      "Customer has Gold Support, which provides 24x7 telephone support, at no additional fee.",
      "support_plan | fee 0 | 2026-03-01..2028-02-28"
    ),
    ("Supplier provides 20 days of hypercare support.", "services_hours 20 day | 2026-03-01..2028-02-28"),
    (
      "Supplier contributes $9,000 to the invoices of Northgate Consulting GmbH.",
      "partner_voucher | worth 9000 | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier will provide 3 free sandboxes as soon as Customer has ordered 90 user licences.",
      "sandbox 3 sandbox | fee 0 | 2026-03-01..2028-02-28"
    ),
  ])
  func countsOnce(clause: String, expected: String) {
    #expect(GrantSample.lines("3. VARIOUS\n\n\(clause)\n") == [expected])
  }

  @Test func noInTheColumnThatAsks() {
    let rows = [
      ["Item", "Quantity", "Included in this order?"], ["Training credits", "15", "Yes"], ["Full sandbox", "1", "No"],
      ["Consulting hours", "30", "No (optional, €4,000)"],
    ]
    let lines = TableSample.grants(TableSample.table(rows))
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("training_credit 15 credit") == true)
  }
}
