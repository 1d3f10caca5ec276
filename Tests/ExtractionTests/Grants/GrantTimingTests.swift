// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times, counts and prices that are said in an unusual place; each pair is a clause and what it grants.
@Suite struct GrantTimingTests {
  @Test(arguments: [
    (
      "Each month from April 2026 to December 2026 Supplier will hold two coaching sessions.",
      ["accelerator 2 session | 2026-04-01..2026-12-31 | month×9"]
    ),
    (
      "At the opening of Contract Year 2 Supplier shall hand over 8 exam vouchers. They may be used until 30 June 2027.",
      ["certification_voucher 8 voucher | 2027-03-01..2027-06-30"]
    ),
    (
      "Supplier grants six exam vouchers. The vouchers may be sat abroad for up to ninety days a year.",
      ["certification_voucher 6 voucher | 2026-03-01..2028-02-28"]
    ),
    (
      "Within twenty days of the Order Start Date Supplier shall issue a partner voucher of USD 7,000. It must be redeemed by 31 October 2026.",
      ["partner_voucher | worth 7000 | 2026-03-01..2026-10-31"]
    ),
    (
      "Supplier grants 30 training credits, which cease to exist on the earlier of (a) the last day of the ten-month period starting on the Order Start Date and (b) 31 March 2027.",
      ["training_credit 30 credit | 2026-03-01..2026-12-31 | forfeited"]
    ),
    (
      "Supplier will deliver six consulting days in each of Contract Years 1 and 2.",
      ["services_hours 6 day | 2026-03-01..2028-02-28 | contract_year×2"]
    ),
    (
      "For the first contract year and again for the second Supplier grants nine exam vouchers.",
      ["certification_voucher 9 voucher | 2026-03-01..2028-02-28 | contract_year×2"]
    ),
    (
      "Supplier provides three coaching sessions in every calendar quarter, the first being the one that opens on 1 April 2026 and the last the one that closes on 31 December 2026.",
      ["accelerator 3 session | 2026-04-01..2026-12-31 | quarter×3"]
    ),
    (
      "Participants register NLT 31 May 2026 for the 12 exam vouchers that Supplier provides, and sit NLT 30 September 2026.",
      ["certification_voucher 12 voucher | 2026-03-01..2026-09-30"]
    ),
    (
      "Nine exam vouchers are handed over on the Order Start Date.",
      ["certification_voucher 9 voucher | 2026-03-01..2028-02-28"]
    ),
  ])
  func times(clause: String, grants: [String]) {
    #expect(GrantSample.lines(clause) == grants)
  }

  @Test(arguments: [
    (
      "Besides line 4, ten (10) Developer sandboxes are provided free of charge.",
      ["sandbox 10 sandbox | fee 0 | 2026-03-01..2028-02-28"]
    ),
    ("Uploads are limited to 3 GB each; file storage is provided as the documentation says.", []),
    ("\"Training Credit\" means a unit of 80 US dollars that Supplier grants under an order.", []),
    (
      "Supplier grants 20 development credits. It will refund $150.00 for every development credit which Customer has not consumed.",
      ["development_credit 20 credit | 2026-03-01..2028-02-28 | refundable"]
    ),
    (
      "Supplier raises the API allowance by 5,000 API calls per day. Customer shall pay $7,200.00 for this increase within 30 days of invoice.",
      ["api_capacity 5000 call a day | fee 7200 | 2026-03-01..2028-02-28"]
    ),
    (
      "Supplier provides Gold Support for a surcharge of 4% of the annual subscription fees of $90,000.00.",
      ["support_plan | fee 4% | 2026-03-01..2028-02-28"]
    ),
  ])
  func countsAndPrices(clause: String, grants: [String]) {
    #expect(GrantSample.lines(clause) == grants)
  }

  @Test(arguments: [
    (
      "Supplier grants 40 consulting hours, whose rate rises by 3% every year.",
      "services_hours 40 hour | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 30 training credits; the number of courses doubles each year.",
      "training_credit 30 credit | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 20 development credits. All rights not expressly granted remain with Supplier.",
      "development_credit 20 credit | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 20 development credits. Any remaining obligations lapse at the end of the term.",
      "development_credit 20 credit | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 20 development credits. They are not payable in advance but after each month.",
      "development_credit 20 credit | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 20 development credits. If Customer cancels in time, no fee is charged.",
      "development_credit 20 credit | 2026-03-01..2028-02-28"
    ),
  ])
  func isSaidOfOtherThings(clause: String, grant: String) {
    #expect(GrantSample.lines(clause) == [grant])
  }
}
