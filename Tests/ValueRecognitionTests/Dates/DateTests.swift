// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import ValueRecognition

@Suite struct DateTests {
  @Test(arguments: numeric + written + formal + parts + foreign + wrapped + ranges + doubtful)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .date) == example.values)
  }

  @Test(arguments: none)
  func findsNone(_ text: String) {
    #expect(Reading.values(text, .date) == [])
  }

  @Test func keepsBothReadings() throws {
    let mention = try #require(Reading.mentions("on 04/07/2026").first)
    guard case .date(let value) = mention.value else {
      Issue.record("no date")
      return
    }
    #expect(value.otherReading == CalendarDate(year: 2026, month: 7, day: 4))
    #expect(value.month == 4)
    #expect(value.date == nil)
  }

  static let numeric = [
    Case("2026-07-04", "2026-07-04"), Case("7/14/2026", "2026-07-14"), Case("14/7/2026", "2026-07-14"),
    Case("07/14/26", "2026-07-14"),
    Case("14.07.2026", "2026-07-14"), Case("4.7.2026", "2026-07-04"), Case("04.07.26", "2026-07-04"),
    Case("2026/07/04", "2026-07-04"),
    Case("2026.07.04", "2026-07-04"), Case("14-07-2026", "2026-07-14"), Case("07-14-2026", "2026-07-14"),
    Case("7/7/2026", "2026-07-07"),
    Case("2026-07-04T09:30:00Z", "2026-07-04"), Case("2026-07-04 09:30", "2026-07-04"), Case("07/2026", "2026/7/-"),
    Case("2026-07", "2026/7/-"),
    Case("(7/14/2026)", "2026-07-14"), Case("Date:7/14/2026", "2026-07-14"), Case("by 31.12.2026.", "2026-12-31"),
    Case("12/31/99", "1999-12-31"), Case("Date: 07 / 14 / 2026", "2026-07-14"),
    Case("on 2/15 at noon", "-/2/15"), Case("2026-07-04/2027-07-03", "2026-07-04", "2027-07-03"),
    Case("until 31/12", "-/12/31"), Case("2026年7月4日", "2026-07-04"),
  ]
  static let written = [
    Case("July 4, 2026", "2026-07-04"), Case("July 4 2026", "2026-07-04"), Case("July 4,2026", "2026-07-04"),
    Case("JULY 4, 2026", "2026-07-04"),
    Case("july 4, 2026", "2026-07-04"), Case("July 4th, 2026", "2026-07-04"), Case("July 4th 2026", "2026-07-04"),
    Case("July the 4th, 2026", "2026-07-04"),
    Case("Sept. 30 2026", "2026-09-30"), Case("Sept 30, 2026", "2026-09-30"), Case("Sep. 30, 2026", "2026-09-30"),
    Case("4 July 2026", "2026-07-04"),
    Case("4th July 2026", "2026-07-04"), Case("4 July, 2026", "2026-07-04"), Case("4th of July, 2026", "2026-07-04"),
    Case("04-Jul-26", "2026-07-04"),
    Case("4-Jul-2026", "2026-07-04"), Case("04/Jul/2026", "2026-07-04"), Case("Jul-04-2026", "2026-07-04"),
    Case("2026-Jul-04", "2026-07-04"),
    Case("4 Jul 26", "2026-07-04"), Case("Jul 4 '26", "2026-07-04"), Case("Saturday, July 4, 2026", "2026-07-04"),
    Case("Sat. 4 July 2026", "2026-07-04"),
    Case("may 4, 2026", "2026-05-04"), Case("4 may 2026", "2026-05-04"), Case("May 4, 2026.", "2026-05-04"),
    Case("“July 4, 2026”", "2026-07-04"),
    Case("July fourth, 2026", "2026-07-04"), Case("fourth of July 2026", "2026-07-04"),
    Case("July 4, nineteen ninety-nine", "1999-07-04"),
  ]
  static let formal = [
    Case("the 8th day of May 2014", "2014-05-08"), Case("this 8th day of May, 2014", "2014-05-08"),
    Case("this eighth day of May, 2014", "2014-05-08"),
    Case("this 8 day of May 2014", "2014-05-08"), Case("eighth (8th) day of May, 2014", "2014-05-08"),
    Case("as of the 1 st day of August 1999", "1999-08-01"),
    Case("the twenty-first day of June, two thousand and fourteen", "2014-06-21"),
    Case("the 3rd day of March in the year 2015", "2015-03-03"),
    Case("the thirty-first day of December, 2020", "2020-12-31"), Case("the first day of January 2020", "2020-01-01"),
    Case("October 4th 2001", "2001-10-04"), Case("August 1st, 1999", "1999-08-01"),
  ]
  static let parts = [
    Case("July 2026", "2026/7/-"), Case("July, 2026", "2026/7/-"), Case("July of 2026", "2026/7/-"),
    Case("May , 2005", "2005/5/-"),
    Case("Jul '26", "2026/7/-"), Case("July ___, 2026", "2026/7/-"), Case("this ___ day of July, 2026", "2026/7/-"),
    Case("July [__], 2026", "2026/7/-"),
    Case("July 4", "-/7/4"), Case("4 July", "-/7/4"), Case("1st of June", "-/6/1"), Case("July 4th", "-/7/4"),
    Case("in January", "-/1/-"),
    Case("February 29", "-/2/29"), Case("in 2026", "2026/-/-"), Case("since 1998,", "1998/-/-"),
    Case("calendar year 2026", "2026/-/-"),
    Case("May 5", "-/5/5"), Case("in May", "-/5/-"), Case("the 4th of July, 20__", "-/7/4"),
  ]
  static let foreign = [
    Case("4. Juli 2026", "2026-07-04"), Case("4. März 2026", "2026-03-04"), Case("4 juillet 2026", "2026-07-04"),
    Case("1er août 2026", "2026-08-01"),
    Case("4 de julio de 2026", "2026-07-04"), Case("4 luglio 2026", "2026-07-04"), Case("4 juli 2026", "2026-07-04"),
    Case("31 décembre 2026", "2026-12-31"),
    Case("15 dicembre 2026", "2026-12-15"), Case("1º de enero de 2027", "2027-01-01"),
    Case("31. Dezember 2026", "2026-12-31"),
  ]
  static let wrapped = [
    Case("February\n28, 2024", "2024-02-28"), Case("February 28,\n2024", "2024-02-28"),
    Case("28 February\n2024", "2024-02-28"),
    Case("28\nFebruary 2024", "2024-02-28"), Case("2024-\n02-28", "2024-02-28"), Case("02/28/\n2024", "2024-02-28"),
    Case("8th day of\nMay,\n2014", "2014-05-08"),
  ]
  static let ranges = [
    Case("from 01.07.2026 to 30.06.2027", "2026-07-01", "2027-06-30"),
    Case("July 1, 2026 - June 30, 2027", "2026-07-01", "2027-06-30"),
    Case("November 30 of the year 2026", "2026-11-30"),
    Case("July 13-15, 2026", "2026-07-13", "2026-07-15"), Case("13-15 July 2026", "2026-07-13", "2026-07-15"),
    Case("13 to 15 July 2026", "2026-07-13", "2026-07-15"), Case("7/14/2026-7/20/2026", "2026-07-14", "2026-07-20"),
    Case("14.07.2026-20.07.2026", "2026-07-14", "2026-07-20"),
    Case("7/14/2026 – 7/20/2026", "2026-07-14", "2026-07-20"),
    Case("1 July 2026 and 1 August 2026", "2026-07-01", "2026-08-01"),
  ]
  static let doubtful = [
    Case("05/01/2031-04/30/2032", "2031-05-01", "2032-04-30"),
    Case("04/07/2026", "2026/-/- ambiguous_date"), Case("4/7/26", "2026/-/- ambiguous_date"),
    Case("04-07-2026", "2026/-/- ambiguous_date"),
    Case("3/3/26 – 3/2/27", "2026-03-03", "2027-03-02"), Case("05/04/2026 to 04/04/2027", "2026-04-05", "2027-04-04"),
    Case("4/7/26 – 4/7/27", "2026/-/- ambiguous_date", "2027/-/- ambiguous_date"),
    Case("14/07/2026 and 04/07/2026", "2026-07-14", "2026-07-04"),
    Case("07/14/2026 and 04/07/2026", "2026-07-14", "2026-04-07"),
    Case("14/07/2026, 07/14/2026, 04/07/2026", "2026-07-14", "2026-07-14", "2026/-/- ambiguous_date"),
    Case("04.07.2026", "2026-07-04"),
  ]
  static let none = [
    "February 29, 2023", "31 April 2025", "30th day of February 2025", "2/30/2026", "13/13/2026", "2026-13-01",
    "you may 5 times", "they march 40 miles",
    "the second time", "version 4.2.1", "Section 4.2.10", "call 555-123-4567", "10:30 am",
    "http://example.com/2026/07/04/a", "the Securities Act of 1933",
    "by 2000 users", "IL 62704", "this ___ day of __________, 20__", "ISO 8601", "1/2 a day", "a 2024 plan",
    "fiscal year 2026", "SSN 123-45-6789",
    "192.168.10.12", "May I ask", "12/24 hours",
  ]
}
