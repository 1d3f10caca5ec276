// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What more of a grant, a change or a later time costs is no price of the grant; a rate is paid over its time.
@Suite struct OtherChargeTests {
  @Test(arguments: [
    "Customer may use 500,000 automation credits and pays $10 for each further 1,000 credits.",
    "Customer may make 100,000 API calls per day; excess calls will be charged at $1 per 1,000 calls.",
    "The 30 training credits expire on 28 February 2027, but can be extended by another year for a fee of $500.",
    "Customer is entitled to 8 training days. A fee of $500 applies to each day cancelled less than one week ahead.",
    "Supplier provides 6 training days; travel expenses of up to $4,000 are borne by Customer.",
    "Supplier provides 30 consulting hours. Additional hours cost $200 each.",
  ])
  func ofOtherThings(clause: String) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.count == 1)
    #expect(found.first?.fee == nil)
    #expect(found.first?.value == nil)
  }

  @Test(arguments: [
    ("Customer takes Premier Support for $1,200 per month.", "28800"),
    ("Customer orders 2 full sandboxes at $4,000 per sandbox per year.", "16000"),
    ("Customer subscribes to the Premier Support Plan at $25,000 per year.", "50000"),
    ("Customer orders 1 TB of file storage at $300 per month.", "7200"),
    ("Customer purchases 12,000 Flex Credits for a total of USD 24,000.", "24000"),
    ("Customer orders 40 consulting hours for a fee of $8,000.", "8000"),
  ])
  func overItsTime(clause: String, fee: String) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map { $0.fee?.amount.map { "\($0)" } } == [fee])
  }

  @Test(arguments: [
    "Premier Support is free of charge for the first contract year; thereafter it is charged at 18% of net subscription fees.",
    "Premier Support is provided at no charge until 28 February 2027 and at 15% of the subscription fees from 1 March 2027.",
    "Customer receives 20 consulting hours at no charge in the first contract year and at $200 per hour thereafter.",
  ])
  func whatIsFreeAtFirstIsFree(clause: String) {
    let found = GrantSample.result(clause)?.entitlements ?? []
    #expect(found.map(\.fee?.amount) == [0])
    #expect(found.map(\.fee?.percent) == [nil])
    #expect(found.first?.validity.end?.description == "2027-02-28")
  }
}
