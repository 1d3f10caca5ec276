// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

/// Quantities, percentages and numbers as order forms, news and speech word them.
@Suite struct WideCountTests {
  @Test(arguments: worked + measured + counted + settled)
  func readsQuantities(_ example: Case) {
    #expect(Reading.values(example.text, .quantity) == example.values)
  }

  @Test(arguments: shares)
  func readsPercentages(_ example: Case) {
    #expect(Reading.values(example.text, .percent) == example.values)
  }

  @Test(arguments: numbers)
  func readsNumbers(_ example: Case) {
    #expect(Reading.numbers(example.text) == example.values)
  }

  @Test(arguments: nothing)
  func findsNothing(_ text: String) {
    #expect(Reading.values(text) == [])
  }

  static let worked = [
    Case("25 person-days", "25 person day"), Case("12 man-days", "12 person day"),
    Case("twelve (12) man days", "12 person day"),
    Case("15 FTE days", "15 person day"), Case("40 consultant days", "40 person day"),
    Case("60 man-hours", "60 person hour"),
    Case("8 participant days", "8 participant day"), Case("30 seat-days", "30 participant day"),
    Case("10 consulting days", "10 day"),
    Case("20 training days", "20 day"), Case("five half-day workshops", "5 workshop"), Case("10 business days"),
    Case("10 additional days"),
  ]
  static let measured = [
    Case("1.5TB", "1.5 tb"), Case("1,5 TB", "1.5 tb"), Case("500 GB", "500 gb"), Case("2 PB", "2 pb"),
    Case("512MB", "512 mb"),
    Case("2.5 GB of storage", "2.5 gb"), Case("0.5 TB", "0.5 tb"), Case("1.250.000,00 EUR, 1.500 GB", "1500 gb"),
    Case("$1,250,000.00, 1.500 GB", "1.5 gb"),
  ]
  static let counted = [
    Case("2 dozen licenses", "24 license"), Case("two dozen licenses", "24 license"), Case("3 dozen seats", "36 seat"),
    Case("three exam attempts", "3 exam"), Case("2 certification attempts", "2 exam"),
    Case("three attempts", "3 attempt"),
    Case("10k calls/day", "10000 call"), Case("100k/day", "100000"), Case("100K API calls", "100000 call"),
    Case("36M records", "36000000 record"),
    Case("1 000 users", "1000 user"), Case("1'000 users", "1000 user"), Case("12 live sessions", "12 session"),
    Case("2.5 million tokens per day", "2500000 token"), Case("up to 25 seats", "25 seat"), Case("hundreds of users"),
    Case("dozens of seats"),
    Case("24/7 users"), Case("Room 5 seats"),
  ]
  static let settled = [
    Case("0.00 EUR, 30,000 EUR, 10.000 Platform Credits", "10000 credit ambiguous_number"),
    Case("1.250.000,00 EUR, 10.000 Platform Credits", "10000 credit"),
    Case("10.000 Platform Credits", "10000 credit ambiguous_number"),
    Case("$1,250.50, 10.250 credits", "10250 credit ambiguous_number"),
    Case("2,5 % and 1.250,50 EUR, 1,525 calls", "1525 call ambiguous_number"),
    Case("1,525 calls", "1525 call"),
  ]
  static let shares = [
    Case("2,5 %", "2.5%"), Case("3 per cent", "3%"), Case("5 pct", "5%"), Case("half a percent", "0.5%"),
    Case("a quarter of a percent", "0.25%"),
    Case("three-quarters of one percent", "0.75%"), Case("half of one per cent", "0.5%"), Case("-2.5%", "-2.5%"),
    Case("a discount of -2.5 %", "-2.5%"),
    Case("25-30 %", "25% conflicting_values", "30% conflicting_values"), Case("one and a half percent", "1.5%"),
    Case("10% (ten percent)", "10%"),
    Case("$1,250.00 at 1.125%", "1.125%"), Case("down 3.2 percent", "3.2%"), Case("a quarter of the fee"),
    Case("half the users"),
    Case("half of a percentage"), Case("per cent"), Case("50/50"), Case("1 in 5"),
  ]
  static let numbers = [
    Case("2 dozen", "24"), Case("1.000", "1000 ambiguous_number"), Case("317 250,00", "317250"),
    Case("ten thousand five", "10005"),
    Case("one of the two", "1", "2"), Case("5 out of 10", "5", "10"), Case("7 to 1", "7", "1"),
    Case("0.00 EUR and 12.345", "12.345"), Case("0.00 EUR and 12.000", "12 ambiguous_number"),
    Case("1,250.00 and 12.000", "1250", "12"),
  ]
  static let nothing = [
    "May be used", "in march past", "second to none", "one of the", "Section 2.1", "version 8.1", "Call 555-123-4567",
    "+1 (555) 123-4567",
    "IBAN DE12 5001 0517 0648 4898 90", "ISO 27001:2022", "12 Main Street, Springfield, IL 62704",
    "Suite 500, 100 Pine Avenue",
    "the 2nd of three", "one-time fee", "one or more users", "a number of days", "first come first served",
    "24/7 support", "3-in-1 device",
    "B2B", "COVID-19", "the 90s", "a 5-4 vote", "won 3-2 in overtime", "at 10:30 a.m.", "4.5 stars", "Boeing 747",
    "Chapter 11", "Catch-22",
    "page 3 of 10", "No. 5", "#5", "2-for-1", "to the last day", "a third party", "half of the fee",
    "VAT ID DE123456789", "SOC 2 Type II",
    "RFC 2119", "10.0.0.1", "Windows 11", "a quarter of the users", "point of sale", "lots of people",
  ]
}
