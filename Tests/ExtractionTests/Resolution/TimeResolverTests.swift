// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing
import ValueRecognition

@testable import Extraction

private func day(_ iso: String) -> CalendarDate {
  guard let day = CalendarDate(iso: iso) else {
    Issue.record("\(iso) is no date")
    return CalendarDate(dayNumber: 0)
  }
  return day
}

private func months(_ count: Int) -> CalendarDuration { CalendarDuration(amount: Decimal(count), unit: .month) }

private func point(_ iso: String) -> TimePoint {
  let date = day(iso)
  return .date(DateValue(year: date.year, month: date.month, day: date.day))
}

private func resolver(_ knowledge: DocumentKnowledge = DocumentKnowledge()) -> TimeResolver {
  TimeResolver(
    term: Term(start: day("2025-02-01"), end: day("2028-01-31"), months: 36), knowledge: knowledge)
}

/// The arithmetic of the contract page, case by case.
@Suite struct TimeResolverTests {
  @Test(arguments: [
    ("2025-02-01", 12, "2026-01-31"), ("2025-01-31", 1, "2025-02-27"), ("2024-02-29", 12, "2025-02-27"),
    ("2025-03-15", 3, "2025-06-14"),
  ])
  func monthsEndTheDayBefore(start: String, count: Int, end: String) {
    let period = resolver().days(.duration(months(count), from: point(start)))
    #expect(period == Period(start: day(start), end: day(end)))
  }

  @Test func daysCountTheFirst() {
    let days = CalendarDuration(amount: 120, unit: .day)
    #expect(resolver().days(.duration(days, from: point("2026-03-02")))?.end == day("2026-06-29"))
  }

  @Test func businessDaysStayOpen() {
    let days = CalendarDuration(amount: 10, unit: .day, isBusiness: true)
    #expect(resolver().days(.duration(days, from: point("2026-03-02"))) == nil)
  }

  @Test func contractYearsCountFromTheTerm() {
    #expect(resolver().days(.contractYears(1, 1)) == Period(start: day("2025-02-01"), end: day("2026-01-31")))
    #expect(resolver().days(.contractYears(2, 3)) == Period(start: day("2026-02-01"), end: day("2028-01-31")))
  }

  @Test func definedContractYearsGoBeforeTheTerm() {
    var knowledge = DocumentKnowledge()
    knowledge.contractYearStart = day("2025-01-01")
    #expect(resolver(knowledge).days(.contractYears(1, 1))?.end == day("2025-12-31"))
  }

  @Test func contractYearsThatAreCalendarYearsEndInDecember() {
    var knowledge = DocumentKnowledge()
    knowledge.contractYearIsCalendarYear = true
    let resolver = resolver(knowledge)
    #expect(resolver.days(.contractYears(1, 1)) == Period(start: day("2025-02-01"), end: day("2025-12-31")))
    #expect(resolver.days(.contractYears(2, 2)) == Period(start: day("2026-01-01"), end: day("2026-12-31")))
    #expect(resolver.days(.contractYears(4, 4)) == Period(start: day("2028-01-01"), end: day("2028-01-31")))
    let whole = Period(start: day("2025-02-01"), end: day("2028-01-31"))
    #expect(resolver.periods(.contract_year, within: whole).map(\.end.year) == [2025, 2026, 2027, 2028])
  }

  @Test func fiscalYearsNeedTheirEnd() {
    #expect(resolver().days(.fiscalYear(2027)) == nil)
    var knowledge = DocumentKnowledge()
    knowledge.fiscalYearEnd = (1, 31)
    #expect(resolver(knowledge).days(.fiscalYear(2027)) == Period(start: day("2026-02-01"), end: day("2027-01-31")))
  }

  @Test func unknownAnchorsStayOpen() {
    #expect(resolver().day(.anchor("go_live")) == nil)
    #expect(resolver().day(.later([point("2025-05-01"), .anchor("go_live")])) == nil)
    #expect(resolver().day(.later([point("2025-05-01"), .anchor("term_start")])) == day("2025-05-01"))
    #expect(resolver().day(.earlier([point("2025-05-01"), .anchor("term_start")])) == day("2025-02-01"))
  }

  @Test func aQuarterInWhichAYearEnds() {
    let quarter = TimePeriod.calendarUnit(.quarter, containing: .endOf(.contractYears(1, 1)))
    #expect(resolver().days(quarter)?.end == day("2026-03-31"))
  }

  @Test(arguments: [
    (Recurrence.Every.contract_year, 3), (.quarter, 12), (.month, 36), (.half_year, 6),
  ])
  func periodsFillTheTerm(every: Recurrence.Every, count: Int) {
    let whole = Period(start: day("2025-02-01"), end: day("2028-01-31"))
    let periods = resolver().periods(every, within: whole)
    #expect(periods.count == count)
    #expect(periods.first?.start == whole.start)
    #expect(periods.last?.end == whole.end)
  }

  @Test(arguments: [("50419.204", "50419.2"), ("0.005", "0.01"), ("12.344", "12.34"), ("7740", "7740")])
  func centsAreRoundedHalfUp(amount: String, rounded: String) {
    #expect(Decimal(string: amount)?.roundedToCents == Decimal(string: rounded))
  }
}
