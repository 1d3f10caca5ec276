// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Who gives what a clause speaks of: the subject of the nearest verb of giving.
@Suite struct GiverTests {
  @Test(arguments: [
    "Customer cleans its data, names two owners and gives its staff six hours of instruction.",
    "Customer informs the drivers, and gives them one hour of instruction, before they are made users.",
    "Customer's leads will give each new agent not less than 16 hours of instruction.",
    "Customer runs a course of its own. It will hold at least six training days for its dealers in each contract year.",
    "Customer shall conduct not less than ten training days for its teachers in each year.",
    "Customer trains the landlords of its inns, for which it plans two training days per region.",
    "For journeys on business Customer shall issue up to six staff passes to Supplier's consultants.",
  ])
  func deedsOfTheCustomer(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test(arguments: [
    ("Customer holds 20 training credits, which Supplier grants free of charge.", "training_credit 20 credit"),
    ("Customer will receive 20 training credits and hand them to its planners.", "training_credit 20 credit"),
    ("Customer may issue the 20 training credits to its planners.", "training_credit 20 credit"),
    ("Customer will be given six sandboxes and shall name a person for each.", "sandbox 6 sandbox"),
    (
      "Customer names its administrators to Supplier, and Supplier gives each of them two exam vouchers.",
      "certification_voucher 2 voucher"
    ),
  ])
  func giftsToTheCustomer(clause: String, line: String) {
    #expect(GrantSample.lines(clause).map { $0.hasPrefix(line) } == [true])
  }
}

/// Words of kinds that mean something else where they stand.
@Suite struct MisreadNameTests {
  @Test(arguments: [
    "A license passes to a successor when an employee leaves the department.",
    "Supplier grants 40 training credits. The advice is free of charge and open in the first nine months of the term.",
    "One development credit is worth four hours of a developer, for work on permits.",
    "The fifteen blocks form one balance for flex credits.",
    "Each action that an agent performs uses twenty flex credits, subject to the rate card.",
    "The edition allows 1,000 API calls per user and day.",
    "The tender response of May 2025, in which 120 training credits were mentioned, is not incorporated.",
  ])
  func none(clause: String) {
    #expect(GrantSample.lines(clause).allSatisfy { $0.hasPrefix("training_credit 40") })
  }

  @Test func whatAFundPaysFor() {
    let lines = GrantSample.lines(
      "Supplier contributes an Adoption Fund. It amounts to $6,000 and pays for consulting by a partner.")
    #expect(lines.map { $0.hasPrefix("success_fund") } == [true])
  }

  @Test func monthsThatSayHowLong() {
    let lines = GrantSample.lines(
      "For the first six (6) months of the Order Term these 25 viewer user subscriptions are free of charge.")
    #expect(lines == ["complimentary_product 25 user | fee 0 | 2026-03-01..2026-08-31"])
  }

  @Test func whereTheRatesStand() {
    let lines = GrantSample.lines(
      "Supplier adds 24,000 flex credits for each Contract Year, to be used in accordance with the rate card.")
    #expect(lines == ["usage_credit 24000 credit | 2026-03-01..2028-02-28 | contract_year×2"])
  }
}
