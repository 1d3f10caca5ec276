// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

@Suite struct QuantityTests {
  @Test(arguments: counted + measured)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .quantity) == example.values)
  }

  @Test(arguments: none)
  func findsNone(_ text: String) {
    #expect(Reading.values(text, .quantity) == [])
  }

  @Test(
    arguments: [
      ("10,000 API calls per day", "day"), ("10,000 API calls a day", "day"), ("10,000 calls / day", "day"),
      ("10,000 calls daily", "day"),
      ("500 messages per calendar month", "month"), ("500 credits per user per month", "month"),
      ("500 credits per annum", "year"),
      ("500 credits per Contract Year", "year"), ("500 requests each hour", "hour"), ("500 credits", nil),
      ("500 credits per order", nil),
    ] as [(String, String?)])
  func readsRate(_ text: String, _ per: String?) {
    let rates = Reading.mentions(text).compactMap { mention -> String?? in
      if case .quantity(_, _, let per) = mention.value { return .some(per) }
      return nil
    }
    #expect(rates == [per])
  }

  @Test func countsTimeAsWellAsLasting() {
    let values = Reading.mentions("ten (10) hours of coaching").map(\.value)
    #expect(values.contains(.quantity(amount: 10, unit: "hour", per: nil)))
    #expect(values.contains(.duration(CalendarDuration(amount: 10, unit: .hour))))
    #expect(values.contains(.number(10)))
  }

  static let counted = [
    Case("25 users", "25 user"), Case("one hundred (100) training credits", "100 credit"),
    Case("10,000 API calls per day", "10000 call"),
    Case("two full copy sandboxes", "2 sandbox"), Case("one Partial Copy Sandbox", "1 sandbox"),
    Case("a dozen seats", "12 seat"),
    Case("50K messages", "50000 message"), Case("3 million requests", "3000000 request"),
    Case("5 certification exam vouchers", "5 voucher"),
    Case("twelve exams", "12 exam"), Case("8 coaching sessions", "8 session"), Case("four classes", "4 class"),
    Case("four passes", "4 pass"),
    Case("1,200 Data Cloud credits", "1200 credit"), Case("30 person-days", "30 person day"),
    Case("30 person days", "30 person day"),
    Case("40 named user licenses", "40 license"), Case("40 licences", "40 licence"),
    Case("1.500 licenses and 2.000.000 calls", "1500 license", "2000000 call"),
    Case("a 50-user plan", "50 user"), Case("6 two-day workshops", "6 workshop"), Case("2 exam attempts", "2 exam"),
    Case("10 tokens", "10 token"),
    Case("900 DBUs", "900 dbu"), Case("5,000 conversations", "5000 conversation"), Case("70 orders", "70 order"),
    Case("20 places", "20 place"),
    Case("one hundred (110) credits", "100 credit words_and_figures_disagree"),
    Case("10-20 seats", "10 seat conflicting_values", "20 seat conflicting_values"),
    Case("between five and ten users", "5 user conflicting_values", "10 user conflicting_values"),
    Case("20 course seats", "20 seat"),
    Case("20 user licenses", "20 license"),
  ]
  static let measured = [
    Case("5 GB", "5 gb"), Case("5GB", "5 gb"), Case("500 gigabytes", "500 gb"), Case("2 TB of storage", "2 tb"),
    Case("512 MB", "512 mb"),
    Case("10 km", "10 km"), Case("3.5 miles", "3.5 mile"), Case("70 kg", "70 kg"), Case("150 lbs", "150 lb"),
    Case("20 °C", "20 celsius"),
    Case("68°F", "68 fahrenheit"), Case("2 litres", "2 litre"), Case("6 feet", "6 foot"), Case("40 tonnes", "40 tonne"),
    Case("5 acres", "5 acre"),
  ]
  static let none = [
    "7.2 Customer records", "rights. 9.3 Review of it", "Fax 5550 Email: a", "ISO 900 Devices", "Section 5",
    "in 2024 Acme users", "5 of the users", "twelve (12) months", "five percent",
    "$5", "Room 5 seats", "10:30 users",
    "4.2.1 users", "the 2nd user",
  ]
}
