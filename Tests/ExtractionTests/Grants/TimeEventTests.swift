// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Ends that a stretch, an event or a refusal brings; each pair is a clause and when the grant holds.
@Suite struct TimeEventTests {
  @Test(arguments: [
    ("They keep their worth through the third quarter of the first Contract Year.", "2026-03-01..2026-11-30"),
    ("After the first Contract Year nobody can redeem them.", "2026-03-01..2027-02-28"),
    ("No use is possible past Contract Year 1.", "2026-03-01..2027-02-28"),
    ("They never lapse before the term does.", "2026-03-01..2028-02-28"),
    ("They may be used in the last half-year of the term.", "2027-09-01..2028-02-28"),
    ("Validity: eight months post start.", "2026-03-01..2026-10-31"),
    ("They may be used in the period May 2026 to August 2026.", "2026-05-01..2026-08-31"),
    ("They cease at the turn of the year 2026/2027.", "2026-03-01..2026-12-31"),
    ("They may be called as soon as the order is signed and up to 30 June 2026.", "2026-03-01..2026-06-30"),
    // What nobody can tell stays open.
    ("They expire at the end of the trial.", "?..?"),
    ("They end with the pilot.", "?..?"),
    ("They go when the pier goes.", "?..?"),
    ("They are used in Phase 2.", "?..?"),
    ("They must be used within a reasonable time.", "?..?"),
    ("Their validity follows the catalogue.", "?..?"),
    ("They last as long as the pilot on Pier 3 does.", "?..?"),
    // Near misses
    ("They end with the Order Term.", "2026-03-01..2028-02-28"),
    ("They lapse when they are used.", "2026-03-01..2028-02-28"),
    ("They last as long as the users do.", "2026-03-01..2028-02-28"),
  ])
  func whenUsed(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  @Test(arguments: [
    (
      "Supplier puts 8 training credits into the account on 1 May 2026 and the same number on 1 May 2027.",
      "2026-05-01..2028-04-30 | contract_year×2"
    ),
    (
      "Supplier provides a success fund of $9,000. The partner's claim is to be with Supplier by 30 June 2026.",
      "2026-03-01..2026-06-30"
    ),
    ("Supplier provides 8 training credits. Valid: 5/15/26-9/14/26.", "2026-05-15..2026-09-14"),
  ])
  func inWholeClauses(clause: String, days: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }
}
