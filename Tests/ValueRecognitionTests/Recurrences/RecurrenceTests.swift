// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

@Suite struct RecurrenceTests {
  @Test(arguments: cases)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .recurrence) == example.values)
  }

  @Test(arguments: none)
  func findsNone(_ text: String) {
    #expect(Reading.values(text, .recurrence) == [])
  }

  private static let year = "every contract_year"
  static let cases = [
    Case("each Contract Year", year), Case("per contract year", year), Case("every year", year),
    Case("each year", year), Case("per year", year),
    Case("per annum", year), Case("p.a.", year), Case("5% p.a. on it", year), Case("annually", year),
    Case("yearly", year), Case("on an annual basis", year),
    Case("in each of the first two Contract Years", year), Case("in each of the first two (2) contract years", year),
    Case("each subsequent Subscription Year", year),
    Case("for each year of the Term", year), Case("each and every year", year), Case("every 12 months", year),
    Case("each twelve (12) month period", year),
    Case("each 12-month period", year), Case("per Order Year", year), Case("$500 a year", year),
    Case("6 sessions a contract year", year), Case("$20/year", year),
    Case("$20/yr", year),
    Case("every third month", "every quarter"), Case("each third month", "every quarter"),
    Case("every second quarter", "every half_year"),
    Case("an annual education allowance", year), Case("an annual Success Fund", year),
    Case("an annual partner enablement fund", year), Case("per FY", "every fiscal_year"),
    Case("each successive period of six months", "every half_year"),
    Case("each calendar year", "every calendar_year"), Case("per calendar year", "every calendar_year"),
    Case("each fiscal year", "every fiscal_year"),
    Case("every financial year", "every fiscal_year"), Case("every six months", "every half_year"),
    Case("every six (6) months", "every half_year"),
    Case("semi-annually", "every half_year"), Case("semiannually", "every half_year"),
    Case("half-yearly", "every half_year"), Case("bi-annually", "every half_year"),
    Case("each half-year", "every half_year"), Case("quarterly", "every quarter"),
    Case("each quarter", "every quarter"), Case("per calendar quarter", "every quarter"),
    Case("every three (3) months", "every quarter"), Case("monthly", "every month"), Case("each month", "every month"),
    Case("each calendar month", "every month"),
    Case("per month", "every month"), Case("$20/month", "every month"), Case("$20 per user per month", "every month"),
    Case("$20 per user/month", "every month"),
    Case("$20 a month", "every month"), Case("once a month", "every month"), Case("every 1 month", "every month"),
    Case("5,000 calls a month", "every month"),
  ]
  static let none = [
    "every other month", "every two years", "every week", "each party", "per user", "per day", "a year earlier",
    "a month", "annual fee", "annual pension fund", "each FY 2031", "each of the parties",
    "per cent", "/", "and/or", "every 5 months", "bi-monthly", "the yearling", "each first", "per",
  ]
}
