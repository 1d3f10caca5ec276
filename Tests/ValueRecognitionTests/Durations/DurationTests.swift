// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@testable import ValueRecognition

@Suite struct DurationTests {
  @Test(arguments: plain + compound + articles + restated + ranges + none)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .duration) == example.values)
  }

  @Test(arguments: [
    ("ten business days", true), ("10 Business Days", true), ("ten (10) working days", true), ("3 banking days", true),
    ("ten calendar days", false), ("ten days", false), ("ten consecutive days", false),
  ])
  func knowsBusinessDays(_ text: String, _ isBusiness: Bool) {
    let durations = Reading.mentions(text).compactMap { mention -> CalendarDuration? in
      if case .duration(let duration) = mention.value { return duration }
      return nil
    }
    #expect(durations.map(\.isBusiness) == [isBusiness])
    // Business days are no number of days.
    #expect((Reading.printed(text).first?.days == nil) == isBusiness)
  }

  @Test func normalisesWithoutMixingCalendarUnits() throws {
    let year = try #require(Reading.printed("two years").first)
    #expect(year.months == 24)
    #expect(year.days == nil)
    let weeks = try #require(Reading.printed("two weeks").first)
    #expect(weeks.days == 14)
    #expect(weeks.months == nil)
  }

  static let plain = [
    Case("twelve (12) months", "12 month"), Case("twelve months", "12 month"), Case("12 months", "12 month"),
    Case("12-month", "12 month"),
    Case("a twelve-month term", "12 month"), Case("twelve (12)-month", "12 month"),
    Case("twelve-(12)-month", "12 month"), Case("12 (twelve) months", "12 month"),
    Case("two-year", "2 year"), Case("thirty-six month", "36 month"), Case("thirty six (36) months", "36 month"),
    Case("one hundred and eighty (180) days", "180 day"), Case("90 calendar days", "90 day"),
    Case("90 consecutive days", "90 day"),
    Case("six weeks", "6 week"), Case("two fortnights", "4 week"), Case("two decades", "20 year"),
    Case("18mo", "18 month"),
    Case("36 mos.", "36 month"), Case("5 yrs", "5 year"), Case("1 yr", "1 year"), Case("8 hrs", "8 hour"),
    Case("24h", "24 hour"),
    Case("3 wks", "3 week"), Case("two quarters", "2 quarter"), Case("four (4) calendar quarters", "4 quarter"),
    Case("1.5 years", "1.5 year"),
    Case("2 ½ years", "2.5 year"), Case("2 1/2 years", "2.5 year"), Case("two and a half years", "2.5 year"),
    Case("one and one-half years", "1.5 year"),
    Case("thirty (30) days' notice", "30 day"), Case("one month’s notice", "1 month"),
    Case("three (3) further months", "3 month"),
    Case("a couple of weeks", "2 week"), Case("a dozen years", "12 year"), Case("a few years and 3 full days", "3 day"),
    Case("10 minutes", "10 minute"),
    Case("forty\nfive days", "45 day"), Case("a period of thirty\n(30) days", "30 day"),
    Case("sixty [60] days", "60 day"),
    Case("three (3) successive one-year terms", "1 year"), Case("two additional two (2) year periods", "2 year"),
  ]
  static let compound = [
    Case("one year and six months", "18 month"), Case("2 years, 3 months", "27 month"),
    Case("two (2) years and six (6) months", "30 month"),
    Case("1 year 6 months", "18 month"), Case("three weeks and two days", "23 day"),
    Case("2 hours and 30 minutes", "2.5 hour"),
    Case("twelve months and 30 days", "12 month", "30 day"), Case("a year and three months", "15 month"),
    Case("one year or six months", "1 year", "6 month"),
  ]
  static let articles = [
    Case("a year and a half", "1.5 year"), Case("for a year", "1 year"), Case("within a month", "1 month"),
    Case("in a week", "1 week"),
    Case("for a fortnight", "2 week"), Case("half a year", "0.5 year"), Case("half an hour", "0.5 hour"),
    Case("lasting over a decade", "10 year"),
    Case("within a business day", "1 day"), Case("a year ago", "1 year"), Case("a week and a half", "1.5 week"),
    Case("an hour", "1 hour"),
    Case("three and a half hours", "3.5 hour"), Case("a month after signing", "1 month"),
  ]
  static let restated = [
    Case("one year (12 months)", "1 year"), Case("thirty days (30)", "30 day"),
    Case("one (1) year (twelve months)", "1 year"),
    Case("sixty (90) days", "60 day words_and_figures_disagree"),
    Case("one year (6 months notice)", "1 year", "6 month"),
  ]
  static let ranges = [
    Case("5-10 years", "5 year conflicting_values", "10 year conflicting_values"),
    Case("30 to 60 days", "30 day conflicting_values", "60 day conflicting_values"),
    Case("two or three weeks", "2 week conflicting_values", "3 week conflicting_values"),
    Case("between 2 and 4 weeks", "2 week conflicting_values", "4 week conflicting_values"),
    Case("not less than 60 nor more than 90 days", "60 day conflicting_values", "90 day conflicting_values"),
    Case("30–60 days", "30 day conflicting_values", "60 day conflicting_values"),
    Case("ten (10) to fifteen (15) days", "10 day conflicting_values", "15 day conflicting_values"),
  ]
  static let none = [
    Case("a second time"), Case("the second day"), Case("three quarters of the fee"), Case("the 2024 year plan"),
    Case("the 8th day"), Case("day one"),
    Case("$500 a year"), Case("twice a month"), Case("month-to-month"), Case("on the tenth day"),
    Case("Version 2.4.1 days"), Case("year 5"),
  ]
}
