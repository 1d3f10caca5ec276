// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

/// Dates, durations and recurrences as contracts, letters and speech word them.
@Suite struct WideTimeTests {
  @Test(arguments: edges + parts + figures + spans)
  func readsDates(_ example: Case) {
    #expect(Reading.values(example.text, .date) == example.values)
  }

  @Test(arguments: noDates)
  func findsNoDate(_ text: String) {
    #expect(Reading.values(text, .date) == [])
  }

  @Test(arguments: lengths)
  func readsDurations(_ example: Case) {
    #expect(Reading.values(example.text, .duration) == example.values)
  }

  @Test(arguments: frequencies)
  func readsRecurrences(_ example: Case) {
    #expect(Reading.values(example.text, .recurrence) == example.values)
  }

  @Test func printsTheQuarter() throws {
    let value = try #require(Reading.printed("by Q3 2027").first)
    #expect(value.quarter == 3)
    #expect(value.year == 2027)
    #expect(Reading.printed("second half of 2027").first?.half == 2)
  }

  static let edges = [
    Case("by the end of June 2027", "2027-06-30"), Case("the last day of February 2028", "2028-02-29"),
    Case("last day of February 2027", "2027-02-28"), Case("until the end of the month of April 2027", "2027-04-30"),
    Case("the end of 2027", "2027-12-31"), Case("at the close of calendar year 2027", "2027-12-31"),
    Case("the last day of June", "-/6/30"), Case("the last day of February", "-/2/-"),
    Case("the final day of November, 2026", "2026-11-30"), Case("end of June 2027 quarter", "2027/6/-"),
  ]
  static let parts = [
    Case("Q3 2027", "2027/-/-"), Case("in H1 2027", "2027/-/-"), Case("third quarter of 2027", "2027/-/-"),
    Case("Q4/2027", "2027/-/-"),
    Case("Q2 '27", "2027/-/-"), Case("the last quarter of 2027", "2027/-/-"),
    Case("the third quarter 2027", "2027/-/-"), Case("second half 2027", "2027/-/-"),
    Case("3Q 2027", "2027/-/-"), Case("1H 2027", "2027/-/-"), Case("by 4Q27", "2027/-/-"), Case("2027 Q4", "2027/-/-"),
    Case("the 2nd quarter of 2027", "2027/-/-"), Case("5Q 2027"), Case("3 quarters of 2027 units"),
  ]
  static let figures = [
    Case("between 3 and 12 September 2031", "2031-09-03", "2031-09-12"),
    Case("rooms 3 and 12 September 2031", "2031-09-12"),
    Case("01-03-2027 t/m 28-02-2030", "2027-03-01", "2030-02-28"),
    Case("1st Feb 2026 - 31st Jan 2029", "2026-02-01", "2029-01-31"),
    Case("Feb '27", "2027/2/-"), Case("15-Mar-26", "2026-03-15"), Case("2026/02/01", "2026-02-01"),
    Case("30. Juni 2027", "2027-06-30"),
    Case("dated 20260215", "2026-02-15"), Case("Start: 20260215", "2026-02-15"),
    Case("from 20260201 to 20270131", "2026-02-01", "2027-01-31"),
    Case("Wed., 14 Oct. 2026", "2026-10-14"), Case("14 October, 2026 at 9 a.m.", "2026-10-14"),
    Case("le 14 octobre 2026", "2026-10-14"),
    Case("14 Oct 2026 09:00", "2026-10-14"), Case("this 14th day of October in the year 2026", "2026-10-14"),
    Case("2026-10-14.", "2026-10-14"),
    Case("this 14th day of October, A.D. 2026", "2026-10-14"), Case("October 14, A.D. 2026", "2026-10-14"),
    Case("14 October AD 2026", "2026-10-14"), Case("2026 Oct 14", "2026-10-14"), Case("2026-Oct-14", "2026-10-14"),
    Case("2026 October 14, 2027", "2027-10-14"),
    Case("Oct 14", "-/10/14"), Case("the 14th of October", "-/10/14"), Case("October 2026", "2026/10/-"),
  ]
  static let spans = [
    Case("between 1 March and 5 April 2026", "2026-03-01", "2026-04-05"),
    Case("March 1 to April 5, 2026", "2026-03-01", "2026-04-05"),
    Case("from 15 December through 10 January 2027", "2026-12-15", "2027-01-10"),
    Case("1 March and 5 April 2026", "-/3/1", "2026-04-05"),
    Case("Jan 5, 2026 through Jan 4, 2029", "2026-01-05", "2029-01-04"),
    Case("01/02/2026–31/01/2029", "2026-02-01", "2029-01-31"),
    Case("from Jan 2026 to Dec 2028", "2026/1/-", "2028/12/-"),
    Case("5th to 10th January 2026", "2026-01-05", "2026-01-10"),
  ]
  static let noDates = [
    "20260215", "Invoice 20260215", "order no. 20260215", "by 20260215 users", "Q3 FY27", "FY 2027", "FY27", "Q3", "H1",
    "mid-2026",
    "the end of the year", "end of the month", "the last day of the Term", "May be used", "in march past",
    "second to none", "the second half", "Q3 results", "first quarter results", "sections 3/4", "Section 2.1",
    "version 8.1", "ISO 27001:2022",
    "12 Main Street", "the 90s", "24/7", "9/11", "the end of it", "a close of business", "end of 2027 plan",
    "Dec. No. 5", "20261301 on",
  ]
  static let lengths = [
    Case("three quarters of a year", "0.75 year"), Case("a quarter of an hour", "0.25 hour"),
    Case("three quarters of an hour", "0.75 hour"),
    Case("half a day", "0.5 day"), Case("one and a half days", "1.5 day"), Case("a day and a half", "1.5 day"),
    Case("18 mos", "18 month"),
    Case("2 yrs", "2 year"), Case("36M", "36 month"), Case("Term: 24M", "24 month"), Case("36-mo. term", "36 month"),
    Case("12 Monate", "12 month"),
    Case("36 mois", "36 month"), Case("2 jaar", "2 year"), Case("12 meses", "12 month"),
    Case("24/36 months", "24 month conflicting_values", "36 month conflicting_values"),
    Case("12/24/36 months", "12 month conflicting_values", "36 month conflicting_values"), Case("1/2/3 of months"),
    Case("for one year and a day", "1 year"), Case("a half hour", "0.5 hour"), Case("1 hour 30 mins", "1.5 hour"),
    Case("90 min", "90 minute"),
    Case("four weeks' leave", "4 week"), Case("a month’s notice", "1 month"), Case("sixty (60)-day period", "60 day"),
    Case("the next three quarters", "3 quarter"), Case("two quarters of the Term"), Case("three quarters of the fee"),
    Case("$36M"), Case("36M users"),
    Case("day-to-day"), Case("year-long"), Case("the third day"), Case("second to none"), Case("a quarter past five"),
    Case("36M of them"),
  ]
  static let frequencies = [
    Case("twice a year", "every half_year"), Case("twice per year", "every half_year"),
    Case("twice yearly", "every half_year"),
    Case("two times per year", "every half_year"), Case("four times a year", "every quarter"),
    Case("four (4) times a year", "every quarter"),
    Case("12 times a year", "every month"), Case("twice each Contract Year", "every half_year"),
    Case("once a year", "every contract_year"),
    Case("once per quarter", "every quarter"), Case("once every six months", "every half_year"),
    Case("three times a year"), Case("twice a month"),
    Case("ten times per year"), Case("every second year"), Case("every other quarter"),
    Case("three times a month"),
    Case("in each of the first two Contract Years", "every contract_year"), Case("every fortnight"),
    Case("twice as much a year earlier"),
  ]
}
