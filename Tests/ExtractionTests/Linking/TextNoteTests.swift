// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Testing

@testable import Extraction

/// Notes to grants of running text, and notes and cells that give a row its days.
@Suite struct TextNoteTests {
  private func ends(_ clauses: String) -> [String] {
    (GrantSample.result(clauses)?.entitlements ?? []).map { $0.validity.end.map { "\($0)" } ?? "?" }
  }

  @Test(arguments: [
    ("[1]", "[2]", "[1] ", "[2] "), (" [a]", " [b]", "[a] ", "[b] "), ("{1}", "{2}", "{1} ", "{2} "),
    (" (note 1)", " (note 2)", "Note 1: ", "Note 2: "), (" (see note 1)", " (see note 2)", "Notes\n1. ", "2. "),
  ])
  func marks(first: String, second: String, one: String, two: String) {
    let text = """
      Supplier also provides thirty training credits\(first) and a success fund of USD 9,000\(second).

      \(one)Redeemable up to 31 December 2026.

      \(two)Open until 30 September 2026.
      """
    #expect(ends(text) == ["2026-12-31", "2026-09-30"])
  }

  /// The figure in brackets of a list is no note.
  @Test func otherBrackets() {
    let text = """
      Supplier also provides (1) thirty training credits and (2) a success fund of USD 9,000.

      [1] The office is open until 30 September 2026.
      """
    #expect(ends(text) == ["2028-02-28", "2028-02-28"])
  }

  private func rows(_ heading: [String], _ row: [String], _ after: String = "") -> [String] {
    TableSample.read(TableSample.order(TableSample.table([heading, row]) + after)).entitlements.map { grant in
      "\(grant.validity.start.map { "\($0)" } ?? "?")..\(grant.validity.end.map { "\($0)" } ?? "?")"
    }
  }

  @Test(arguments: [
    ("When", "Order start to 30 November 2027", "2027-05-01..2027-11-30"),
    ("Window", "1 July 2027 – end of Contract Year 1", "2027-07-01..2028-04-30"),
    ("Months", "October to December 2027", "2027-10-01..2027-12-31"),
    ("Run time", "1 July 2027 to 30 November 2027", "2027-07-01..2027-11-30"),
    ("When", "all three Contract Years", "2027-05-01..2030-04-30"),
  ])
  func cells(heading: String, cell: String, days: String) {
    #expect(rows(["Benefit", "How many", heading], ["Training credits", "30 credits", cell]) == [days])
  }

  @Test func firstAndLastDate() {
    let heading = ["Benefit", "How many", "First date", "Last date"]
    #expect(
      rows(heading, ["Exam vouchers", "8 vouchers", "1 September 2027", "31 May 2028"]) == ["2027-09-01..2028-05-31"])
  }

  @Test func letteredNotes() {
    let notes =
      "<h2>Notes to the lines</h2><p>a. The hours can be called during the first nine months of the subscription.</p>"
    #expect(
      rows(["Ref", "Product", "Quantity"], ["a", "Consulting hours", "40 hours"], notes) == ["2027-05-01..2028-01-31"])
  }

  /// "Schedule A, until …" in a sentence is no label of the term's end.
  @Test func scheduleInSentence() {
    let facts = FactSample.facts(
      """
      ORDER FORM T-7731
      Supplier: Farnholt Software Ltd
      Customer: Tarn Valley Dairies Ltd

      1. Term
      The Order Term is thirty-six months. It opens on 1 December 2026 and closes on 30 November 2029.

      2. Other
      A depot in Cork would be ordered apart, at the prices of Schedule A, until 30 June 2028.
      """)
    #expect(facts.term.end == FactSample.day("2029-11-30"))
  }
}
