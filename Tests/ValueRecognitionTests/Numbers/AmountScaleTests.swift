// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import ValueRecognition

@Suite struct AmountScaleTests {
  @Test(
    arguments: [
      ("Rs. in lakh", 5, "INR"), ("(Rs. in Crores)", 7, "INR"), ("in thousands", 3, nil), ("(thousand)", 3, nil),
      ("Amount ($000s)", 3, nil), ("USD '000", 3, "USD"), ("EUR mn", 6, "EUR"), ("Betrag in T€", 3, "EUR"),
      ("TEUR", 3, "EUR"),
      ("k EUR", 3, "EUR"), ("EUR k", 3, "EUR"), ("in Mio. EUR", 6, "EUR"), ("Fees (USD M)", 6, "USD"), ("£m", 6, "GBP"),
      ("in millions of US dollars", 6, "USD"), ("All amounts in INR lakhs", 5, "INR"), ("Tsd. CHF", 3, "CHF"),
    ] as [(String, Int, String?)])
  func readsHeadings(_ text: String, _ power: Int, _ currency: String?) throws {
    let stream = Reading.stream(text)
    let scale = try #require(Reading.recogniser.scale(in: 0..<stream.count, of: stream))
    #expect(scale.power == power)
    #expect(scale.currency == currency)
    #expect(scale.applied(to: 2) == 2 * Decimal.tens(power))
  }

  @Test(arguments: [
    "Quantity", "Total (EUR)", "Price per 1,000 calls", "per thousand", "10 000", "two thousand users", "Year 1 (k)",
    "Term (M)",
    "$1.2M", "in thousands or millions", "Class M", "",
  ])
  func findsNone(_ text: String) {
    let stream = Reading.stream(text)
    #expect(Reading.recogniser.scale(in: 0..<stream.count, of: stream) == nil)
  }
}
