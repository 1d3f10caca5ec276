// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import ValueRecognition

/// Packs multiply: what is printed is all that they hold.
@Suite struct PackTests {
  @Test(arguments: counted + sized + linked)
  func multiplies(_ example: Case) {
    #expect(Reading.values(example.text, .quantity) == example.values)
  }

  @Test(arguments: none)
  func leavesAlone(_ example: Case) {
    #expect(Reading.values(example.text, .quantity) == example.values)
  }

  @Test func keepsTheParts() throws {
    let mentions = Reading.mentions("3 bundles of 40 coaching sessions each, at no charge")
    let quantity = try #require(
      mentions.first {
        if case .quantity = $0.value { return true }
        return false
      })
    #expect(quantity.value == .quantity(amount: 120, unit: "session", per: nil))
    #expect(quantity.factors == [3, 40])
    // The number stands before the name that phrases look for.
    let number = try #require(mentions.first { $0.value == .number(120) })
    #expect(number.factors == [3, 40])
    #expect(number.tokens == 0..<4)
  }

  @Test func keepsTheRate() {
    let values = Reading.mentions("4 packs of 2,500 API calls per day").map(\.value)
    #expect(values.contains(.quantity(amount: 10_000, unit: "call", per: "day")))
  }

  static let counted = [
    Case("2 x pack of 15 training credits", "30 credit"), Case("2x pack of 15 credits", "30 credit"),
    Case("six packs of 500 messages", "3000 message"),
    Case("six (6) packs of five hundred (500) messages", "3000 message"),
    Case("12 packs of 1,000 API calls each", "12000 call"), Case("three blocks of ten (10) hours each", "30 hour"),
    Case("4 blocks of 2 days", "8 day"), Case("two bundles of 75", "150"), Case("a pack of 30", "30"),
    Case("a bundle of 8 vouchers", "8 voucher"), Case("5 training credit packs of 40", "200"),
    Case("three units of 2,000 API calls", "6000 call"), Case("two sets of 6 exam vouchers", "12 voucher"),
    Case("8 lots of 25 seats", "200 seat"), Case("ten packs of 5 GB per month", "50 gb"),
  ]
  static let sized = [
    Case("2 × 15-credit packs", "30 credit"), Case("two 40-hour blocks", "80 hour"),
    Case("three 25-packs of seats", "75 seat"),
    Case("three 25-packs", "75"), Case("two 5-day training blocks", "10 day"),
    Case("2 x 30 training credits", "60 credit"),
    Case("3 × 500 GB", "1500 gb"), Case("2 x 1,000 users", "2000 user"), Case("4 x 2 days", "8 day"),
  ]
  static let linked = [
    Case("2 packs, each of 15 credits", "30 credit"), Case("2 packs (15 credits each)", "30 credit"),
    Case("3 bundles, each containing 20 hours", "60 hour"), Case("2 packs with 15 credits per pack", "30 credit"),
  ]
  static let none = [
    Case("2 packs (30 credits)", "2 pack", "30 credit"), Case("two sets of 12"), Case("24 x 7 support"),
    Case("a set of 5 principles"),
    Case("two blocks of 12 months", "2 block"), Case("a 2 x 4 board"), Case("10 boxes of 2026 calendars"),
    Case("5 x 5 matrix"),
    Case("two packs of $50 vouchers", "2 pack"), Case("block 4 of the plan"), Case("2 packs", "2 pack"),
    Case("6 x 1-hour sessions", "6 session"), Case("ten 45-minute sessions", "10 session"),
  ]
}
