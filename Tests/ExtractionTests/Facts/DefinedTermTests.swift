// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@testable import Extraction

@Suite struct DefinedTermTests {
  private static func all(_ clause: String) -> DocumentKnowledge {
    FactSample.read(
      "ORDER FORM Q-5520\n\nCustomer:         Nettle Bay Ferries Ltd\nOrder Start Date: June 1, 2025\nOrder Term:       24 months\n\n1. \(clause)\n"
    ).knowledge
  }

  private static func knowledge(_ clause: String) -> (
    dates: [String: CalendarDate], amounts: [String: Decimal], fiscal: (month: Int, day: Int)?
  ) {
    let knowledge = all(clause)
    return (knowledge.definedDates, knowledge.definedAmounts, knowledge.fiscalYearEnd)
  }

  @Test func datesWithNames() {
    #expect(
      Self.knowledge("The launch is planned for March 2, 2026 (the \"Target Launch Date\").").dates[
        "target launch date"] == FactSample.day("2026-03-02"))
    #expect(
      Self.knowledge("\"Cut-Over Day\" means March 2, 2026.").dates.values.contains {
        $0 == FactSample.day("2026-03-02")
      })
  }

  @Test func amountsWithNames() {
    #expect(Self.knowledge("\"User Fees\" means the $48,000.00 of the first line.").amounts["user fees"] == 48000)
  }

  @Test(arguments: [
    ("The fiscal year of Customer ends on June 30.", 6, 30),
    ("Customer's fiscal year runs from 1 July to 30 June.", 6, 30),
    ("The Fiscal Year begins on October 1.", 9, 30),
  ])
  func fiscalYears(clause: String, month: Int, day: Int) {
    let end = Self.knowledge(clause).fiscal
    #expect(end?.month == month)
    #expect(end?.day == day)
  }

  @Test(arguments: [
    ("\"Contract Year\" means each calendar year, or part of one, that lies within the Order Term.", true),
    ("\"Contract Year\" means each twelve months from the Order Start Date, whatever the calendar year.", false),
    ("\"Contract Year\" means twelve months counted from the Order Start Date, not the calendar year.", false),
  ])
  func contractYearsThatAreCalendarYears(clause: String, isCalendar: Bool) {
    #expect(Self.all(clause).contractYearIsCalendarYear == isCalendar)
  }
}
