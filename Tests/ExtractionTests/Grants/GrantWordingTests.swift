// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// How drafters outside the United States word when, how often, for what and by whom; each pair is a clause and what it
/// grants.
@Suite struct GrantWordingTests {
  @Test(arguments: [
    // The length of the term with its article is the term, wherever in it the grant begins.
    ("Supplier provides two sandboxes for the two years.", "sandbox 2 sandbox | 2026-03-01..2028-02-29"),
    (
      "Supplier sets up a success fund of $8,000, one sum for the two years. The fund opens on 1 May 2026.",
      "success_fund | worth 8000 | 2026-05-01..2028-02-29"
    ),
    (
      "Supplier provides nine exam vouchers for both contract years.",
      "certification_voucher 9 voucher | 2026-03-01..2028-02-29"
    ),
    (
      "Supplier loads 500 data credits a month over the twelve months of the first contract year.",
      "usage_credit 500 credit | 2026-03-01..2027-02-28 | month×12"
    ),
    (
      "Supplier grants nine exam vouchers for the four quarters of the first contract year.",
      "certification_voucher 9 voucher | 2026-03-01..2027-02-28"
    ),
    (
      "Financial Year:   A year ending on 30 June\n\nSupplier grants 12 consulting hours in each Financial Year.",
      "services_hours 12 hour | 2026-03-01..2028-02-29 | fiscal_year×3"
    ),
    (
      "Supplier grants 12 consulting hours, usable from commencement to expiry.",
      "services_hours 12 hour | 2026-03-01..2028-02-29"
    ),
    (
      "A sandbox is provided, open from 1 May 2026 and closed on 30 June 2027.",
      "sandbox 1 sandbox | 2026-05-01..2027-06-30"
    ),
    (
      "Supplier grants 300 flex credits that are void from 1 June 2027.",
      "usage_credit 300 credit | 2026-03-01..2027-05-31 | forfeited"
    ),
    (
      "Supplier provides 3 months of the Roster module for 40 users free of charge from 1 April 2026.",
      "complimentary_product 40 user | fee 0 | 2026-04-01..2026-06-30"
    ),
    (
      "Premier Support applies throughout at 10% of the annual fees, which is $4,000 a year and $8,000 over the two years.",
      "support_plan | fee 8000 | 2026-03-01..2028-02-29"
    ),
    ("Included free: Gold Support (first year only).", "support_plan | fee 0 | 2026-03-01..2027-02-28"),
    (
      "Supplier provides 100 consulting hours, of which 40 are to be used by 31 December 2026.",
      "services_hours 100 hour | 2026-03-01..2028-02-29"
    ),
    ("Supplier provides two sandboxes for the whole duration.", "sandbox 2 sandbox | 2026-03-01..2028-02-29"),
    (
      "Supplier provides two sandboxes for the duration set out in Section 1.",
      "sandbox 2 sandbox | 2026-03-01..2028-02-29"
    ),
  ])
  func spans(clause: String, grant: String) {
    #expect(GrantSample.lines(clause, end: "29 February 2028") == [grant])
  }

  @Test(arguments: [
    (
      "Supplier provides one coaching session a month in each of March, April and May 2027.",
      "accelerator 1 session | 2027-03-01..2027-05-31 | month×3"
    ),
    (
      "During November and December 2026 Customer may use two test systems.",
      "sandbox 2 sandbox | 2026-11-01..2026-12-31"
    ),
    (
      "During calendar year 2026, and once more during calendar year 2027, Supplier grants nine exam vouchers.",
      "certification_voucher 9 voucher | 2026-01-01..2027-12-31 | calendar_year×2"
    ),
    (
      "Supplier allots 2,000 data credits per quarter in the first year.",
      "usage_credit 2000 credit | 2026-03-01..2027-02-28 | quarter×4"
    ),
    (
      "Supplier provides six coaching sessions a contract year.",
      "accelerator 6 session | 2026-03-01..2028-02-28 | contract_year×2"
    ),
    (
      "Every quarter, for the last time in the quarter ending on 28 February 2027, Supplier provides two coaching sessions.",
      "accelerator 2 session | 2026-03-01..2027-02-28 | quarter×4"
    ),
  ])
  func recurs(clause: String, grant: String) {
    #expect(GrantSample.lines(clause) == [grant])
  }

  @Test(arguments: [
    (
      "Customer has bought 10 consulting days at a reduced rate of $900.00 a day.",
      "services_hours 10 day | fee 9000 | 2026-03-01..2028-02-28"
    ),
    ("Rollout specialist, 7 days @ $1,100.00", "services_hours 7 day | fee 7700 | 2026-03-01..2028-02-28"),
    (
      "FREE WITH THIS ORDER\n\n* A forecasting add-on for 45 users.\n",
      "complimentary_product 45 user | fee 0 | 2026-03-01..2028-02-28"
    ),
    ("FREE WITH THIS ORDER\n\n* Two sandboxes.\n", "sandbox 2 sandbox | fee 0 | 2026-03-01..2028-02-28"),
    (
      "Each benefit below is Customer's alone. Unless an item states a price, nothing is charged for it.\n\n"
        + "1. Supplier grants 12 exam vouchers.\n",
      "certification_voucher 12 voucher | fee 0 | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier gives five days of knowledge transfer, in the thirty days that follow acceptance.",
      "services_hours 5 day | ?..?"
    ),
  ])
  func prices(clause: String, grant: String) {
    #expect(GrantSample.lines(clause) == [grant])
  }

  @Test(arguments: [
    // What lapses or goes on is the contract.
    "Supplier grants 20 exam vouchers. After two years the arrangement lapses unless the parties sign again.",
    "Supplier grants 20 exam vouchers. The order may be extended by twelve months.",
    "Supplier grants 20 exam vouchers. Article 3 (nine vouchers a year) is deleted.",
  ])
  func saysNothingOfTheUnused(clause: String) {
    #expect(GrantSample.lines(clause) == ["certification_voucher 20 voucher | 2026-03-01..2028-02-28"])
  }

  @Test func unusedOfWhatIsGranted() {
    #expect(
      GrantSample.lines("Supplier grants 20 exam vouchers, and what is left of them under this order lapses.")
        == ["certification_voucher 20 voucher | 2026-03-01..2028-02-28 | forfeited"])
  }

  /// An outage beside the grant's name makes no remedy of the sentence.
  @Test func outagesBesideAName() {
    let clause = "The days may be used until 31 May 2026, or later where plant outages get in the way."
    #expect(
      GrantSample.lines("Customer has bought 10 consulting days. " + clause)
        == ["services_hours 10 day | 2026-03-01..2026-05-31"])
  }

  @Test(arguments: [
    ("The Customer gives the Supplier 10 days of consulting and 3 TB of file storage.", "customer_obligation"),
    ("Customer provisions 8 TB of file storage.", "customer_obligation"),
    ("CUSTOMER'S CONTRIBUTION\n\n1. Two terabytes of file storage are provided.\n", "customer_obligation"),
    ("What we need from you. Two terabytes of file storage, and help.", "customer_obligation"),
    ("Not included. Two training days, and two exam vouchers at no charge.", "negated"),
    ("Nor are consulting hours, at $90.", "negated"),
    ("Supplier will also quote for archive storage at $40.", "optional_purchase"),
  ])
  func reasons(clause: String, reason: String) {
    #expect(GrantSample.lines(clause).isEmpty)
    #expect(GrantSample.reasons(clause) == [reason])
  }

  /// The heading over a grant is no lead of its own.
  @Test func headingOfAGrant() {
    #expect(GrantSample.reasons("3.4 LOG STORAGE\n\nSupplier provides 40 TB of log storage.\n").isEmpty)
  }
}
