// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Notes that stand apart from their table, under a heading of their own; in an order from 2026-03-01 to 2028-02-28.
@Suite struct NoteAreaTests {
  private func ends(marks: [String], notes: String) -> [String] {
    let result = GrantSample.result(
      """
      4. BENEFITS

      Benefit               Quantity      Use by
      -------------------------------------------
      Training credits      20            \(marks[0])
      Exam vouchers         8             \(marks[1])
      Consulting hours      40 hours      31 May 2027

      5. INVOICES

      Invoices fall due after forty days.

      6. LAW

      The laws of Oregon apply.

      7. NOTES TO THE TABLE

      \(notes)
      """)
    return (result?.entitlements ?? []).map { $0.validity.end?.description ?? "?" }
  }

  @Test(arguments: [
    (["[N1]", "[N2]"], "N1 May be used until 31 August 2026.\n\nN2 Lapse if not used by 30 November 2026."),
    (["(1)", "(2)"], "(1) May be used until 31 August 2026.\n\n(2) To be used by 30 November 2026."),
    (["*", "**"], "* May be used until 31 August 2026.\n\n** To be used by 30 November 2026."),
    (["Note 1", "Note 2"], "Note 1: May be used until 31 August 2026.\n\nNote 2: Valid until 30 November 2026."),
  ])
  func areFoundByTheirMarks(marks: [String], notes: String) {
    #expect(ends(marks: marks, notes: notes) == ["2026-08-31", "2026-11-30", "2027-05-31"])
  }

  @Test func aNoteOfAnotherMarkIsNotIts() {
    let found = ends(
      marks: ["[N1]", "–"], notes: "N1 May be used until 31 August 2026.\n\nN2 Valid until 30 November 2026.")
    #expect(found == ["2026-08-31", "2028-02-28", "2027-05-31"])
  }
}
