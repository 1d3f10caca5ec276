// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Clauses that name a thing and its number and give nothing, beside near misses that give it.
@Suite struct WhetherGrantedTests {
  @Test(arguments: [
    "The Customer shall (a) name a contact for 20 hours a week; and (b) impart three days of classroom training to its crews.",
    "The training calendar is for planners. Twelve training credits are chargeable.",
    "It is the Customer's responsibility to secure two sandboxes.",
    "The larger edition includes 30 consulting hours; the Customer has ordered the smaller one.",
    "The Customer's affiliate Quay Cargo Ltd holds two sandboxes under its own order form.",
    "“Module” means a set of screens; ten training credits equal one module.",
    "For illustration only: 20 users would use up 40 training credits.",
    "The Customer sought 30 consulting hours; the Supplier declines.",
    "Proposals of May 2025, including one for 30 exam vouchers, fell away on signature.",
    "Of the fund of USD 9,000 granted under the 2024 order USD 4,000 has been paid out.",
    "The Supplier once offered 30 exam vouchers.",
  ])
  func notGranted(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty, "\(GrantSample.lines(clause))")
  }

  @Test(arguments: [
    (
      "Although the Customer had asked for more, the Supplier grants 30 exam vouchers.",
      "certification_voucher 30 voucher"
    ),
    (
      "The Supplier provides, in addition to what the previous order contained, 30 exam vouchers.",
      "certification_voucher 30 voucher"
    ),
    ("The Customer, being a not-for-profit, receives 30 exam vouchers.", "certification_voucher 30 voucher"),
    ("Twelve training credits are released to the Customer.", "training_credit 12 credit"),
    (
      "Exam vouchers are handed over, 30 in all, and stand cancelled if not used by 31 May 2026.",
      "certification_voucher 30"
    ),
    ("Administrator training, 3 days, on site, at no charge", "training_credit 3 day"),
    ("3 x 2-day administrator training, at no charge", "training_credit 6 day"),
    ("Training 30 credits, at no charge", "training_credit 30 credit"),
    ("Without charge the Customer may use 9,000 data service credits.", "usage_credit 9000 credit"),
    (
      "Two attempts each at the Pilot exam for five members of staff are paid for by the Supplier.",
      "certification_voucher 10"
    ),
    ("Exam vouchers\nTwelve, by 30 June 2026", "certification_voucher 12 voucher"),
    ("Support level\nGold, at no charge", "support_plan"),
  ])
  func granted(clause: String, opening: String) {
    let found = GrantSample.lines(clause)
    #expect(found.count == 1 && found[0].hasPrefix(opening), "\(found)")
  }
}
