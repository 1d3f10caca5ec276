// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InventoryModel
import Testing

@Suite struct CalendarDateTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test(arguments: [
    ("2025-02-01", 12, "2026-01-31"), ("2025-01-31", 1, "2025-02-27"), ("2024-02-29", 12, "2025-02-27"),
    ("2025-03-15", 3, "2025-06-14"), ("2025-12-01", 1, "2025-12-31"),
  ])
  func `A period of months ends the day before the same day`(start: String, months: Int, end: String) throws {
    #expect(try date(start).end(ofMonths: months).description == end)
  }

  @Test(arguments: ["2025-02-30", "2025-13-01", "25-01-01", "2025-1-01", "2025-01-01T00", "", "2025-00-10"])
  func `What is no day is none`(text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test(arguments: [-800_000, -1, 0, 59, 60, 19_782, 2_932_896])
  func `Day numbers go there and back`(number: Int) {
    #expect(CalendarDate(dayNumber: number).dayNumber == number || number < -719_162)
  }

  @Test func `Written and read as ISO 8601`() throws {
    let day = try date("0987-06-05")
    #expect(try JSONValue(encoding: [day]).text(.line) == #"["0987-06-05"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data(#"["5 June 987"]"#.utf8))
    }
  }
}
