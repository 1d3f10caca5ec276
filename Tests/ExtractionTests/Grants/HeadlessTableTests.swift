// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Two columns without headings, whose rows say as clauses what they grant.
@Suite struct HeadlessTableTests {
  @Test func rowsSayWhenAndForHowMuch() {
    let found = TableSample.read(
      TableSample.order(
        TableSample.table(
          [
            ["Training", "20 training credits per contract year, free of charge. Unused credits lapse."],
            ["Consulting", "10 days of consulting until 30 September 2027"], ["API", "150,000 calls per day"],
          ], isHeaded: false))
    ).entitlements
    #expect(found.map { $0.recurrence?.every.rawValue } == ["contract_year", nil, nil])
    #expect(found.first?.fee?.amount == 0)
    #expect(found.first?.conditions.unused == .forfeited)
    #expect(found.dropFirst().first?.validity.end?.description == "2027-09-30")
  }

  @Test func howOftenUnderItsHeadingAndInANote() {
    let table = TableSample.table([
      ["Item", "Qty", "Frequency", "Notes"], ["Consulting days", "6", "Annual", ""],
      ["AI credits", "50,000", "Monthly", ""],
      ["Advisory hours", "40", "", "(2)"],
    ])
    let note = "<p>(2) Per contract year. Hours not used in a contract year are forfeited.</p>"
    let found = TableSample.read(TableSample.order(table + note)).entitlements
    #expect(found.map { $0.recurrence?.every.rawValue } == ["contract_year", "month", "contract_year"])
    #expect(found.compactMap { $0.quantity.map { "\($0.amount)" } } == ["6", "50000", "40"])
  }
}
