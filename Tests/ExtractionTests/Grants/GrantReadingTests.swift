// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// How clauses say how much, when and for what price; each pair is a clause and what it grants.
@Suite struct GrantReadingTests {
  @Test(arguments: [
    (
      "Supplier posts migration credits to the account: $9,000 on 1 April 2026 and $4,000 on 1 October 2026.",
      [
        "usage_credit | worth 9000 | 2026-04-01..2028-02-28", "usage_credit | worth 4000 | 2026-10-01..2028-02-28",
      ]
    ),
    (
      "Year 1: 20 training credits; Year 2: 30 training credits.",
      ["training_credit 20 credit | 2026-03-01..2027-02-28", "training_credit 30 credit | 2027-03-01..2028-02-28"]
    ),
    (
      "Supplier grants 60 training credits in the first Contract Year and 25 in the second.",
      ["training_credit 60 credit | 2026-03-01..2027-02-28", "training_credit 25 credit | 2027-03-01..2028-02-28"]
    ),
    (
      "Supplier grants 40 training credits for use until 1 June 2026. Supplier grants 40 training credits for use until 2 July 2027.",
      ["training_credit 40 credit | 2026-03-01..2026-06-01", "training_credit 40 credit | 2026-03-01..2027-07-02"]
    ),
    (
      "Supplier grants 40 training credits. The 40 training credits are valid until 1 June 2026.",
      ["training_credit 40 credit | 2026-03-01..2026-06-01"]
    ),
    (
      "Supplier grants 14 exam vouchers in calendar year 2026 and again 14 in calendar year 2027.",
      ["certification_voucher 14 voucher | 2026-01-01..2027-12-31 | calendar_year×2"]
    ),
    (
      "The planners and the dispatchers have 12 and 7 seats respectively in Supplier's public training classes.",
      ["training_credit 12 seat | 2026-03-01..2028-02-28", "training_credit 7 seat | 2026-03-01..2028-02-28"]
    ),
  ])
  func stepsAndLists(clause: String, grants: [String]) {
    #expect(GrantSample.lines(clause) == grants)
  }

  @Test(arguments: [
    (
      "Supplier will provide three coaching sessions in each quarter of the first Contract Year.",
      ["accelerator 3 session | 2026-03-01..2027-02-28 | quarter×4"]
    ),
    (
      "Supplier allocates 5,000 flex credits in each of the first two Contract Years.",
      ["usage_credit 5000 credit | 2026-03-01..2028-02-28 | contract_year×2"]
    ),
    (
      "In the first and in the second contract year our consultants are at your disposal for 24 hours each.",
      ["services_hours 24 hour | 2026-03-01..2028-02-28 | contract_year×2"]
    ),
    (
      "For 2026 as well as for 2027 Supplier grants nine exam vouchers.",
      ["certification_voucher 9 voucher | 2026-01-01..2027-12-31 | calendar_year×2"]
    ),
  ])
  func recurrencesWithinASpan(clause: String, grants: [String]) {
    #expect(GrantSample.lines(clause) == grants)
  }

  @Test(arguments: [
    (
      "Supplier grants 20 training credits at $50 each.",
      "training_credit 20 credit | fee 1000 | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants ten training vouchers worth $500 each at no charge.",
      "training_credit 10 voucher | worth 5000 | fee 0 | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier grants 40 training credits free of charge (list price $5,000).",
      "training_credit 40 credit | fee 0 | 2026-03-01..2028-02-28"
    ),
    (
      "The number of training credits that Supplier grants is increased from 10 to 25.",
      "training_credit 25 credit | 2026-03-01..2028-02-28"
    ),
    (
      "Each of three sites has 200 GB of file storage, that is 600 GB in total.",
      "storage 600 gb | 2026-03-01..2028-02-28"
    ),
    (
      "There shall be constituted a success fund equal to 3 per cent of the renewal total but never more than $9,000.",
      "success_fund | worth 9000 | 2026-03-01..2028-02-28"
    ),
    (
      "Supplier holds for Customer a customer success fund. The fund equals $30,000.",
      "success_fund | worth 30000 | 2026-03-01..2028-02-28"
    ),
  ])
  func amountsAndPrices(clause: String, grant: String) {
    #expect(GrantSample.lines(clause) == [grant])
  }

  @Test(arguments: [
    "Supplier hereby revokes the 20 training credits.",
    "Customer received 20 training credits in 2024.",
    "Supplier grants 20 training credits upon renewal.",
    "Supplier grants one training credit for every $1,000 spent.",
    "Supplier's letter of 4 May spoke of a success fund of $40,000; it was dropped in favour of lower prices.",
    "Customer elected not to take Premier Support or the ten exam vouchers.",
    "Should Customer want more, ten further course seats can be had for $9,000.",
    "Certified Agent means an employee who has attended one training session.",
    "The Customer sends each of its planners to five days of training at its own cost.",
    "Adviser shall be given ninety (90) days written notice.",
  ])
  func notGranted(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }
}
