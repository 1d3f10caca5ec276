// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What once was linked or counted too freely; in an order from 2026-03-01 to 2028-02-28.
@Suite struct LooseLinkTests {
  @Test(arguments: [
    ("They can be used until but excluding the end of Contract Year 1.", "..2027-02-27"),
    ("They can be used until, but excluding, the end of Contract Year 1.", "..2027-02-27"),
    ("They can be used before the end of Contract Year 1.", "..2027-02-28"),
    ("They can be used in the six months ending on 30 June 2027.", "2027-01-01..2027-06-30"),
    ("They can be used for the twelve months ending 31 August 2027.", "2026-09-01..2027-08-31"),
  ])
  func days(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  /// "Used up to" is until when, and not "used up".
  @Test func usedUpToADay() {
    let lines = GrantSample.lines(
      "Supplier provides 8 training credits. They may be used up to 31 May 2027 and lapse thereafter.")
    #expect(lines.first?.hasSuffix("..2027-05-31 | forfeited") == true, "\(lines)")
  }

  /// A table of invoices, and codes that two lists have, tell no grant's days.
  @Test(arguments: [
    """
    2. Extras

    A. Thirty-six training credits at no charge.

    B. Eight certification vouchers at no charge.

    Invoices

        Part      First invoice         Last invoice
        A         1 June 2026           1 June 2027
        B         1 November 2026       31 October 2027
    """,
    """
    2. Extras for the depot

    (a) Thirty-six training credits at no charge.

    3. Extras for the office

    (a) Eight certification vouchers at no charge.

    4. Dates

        Item      First day             Last day
        (a)       1 June 2026           1 June 2027
        (b)       1 November 2026       31 October 2027
    """,
  ])
  func timetablesOfOtherThings(clauses: String) {
    let lines = GrantSample.lines(clauses)
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("2026-03-01..2028-02-28") }, "\(lines)")
  }

  /// What a customer is called in short is not its own where the supplier begins alike, or where too little is left.
  @Test(arguments: [
    ("Tarn Bay Software Ltd", "Tarn Bay Harbour Ltd", "Tarn Bay grants Customer eight training credits."),
    ("Tarn Bay Ltd", "The Harbour Ltd", "The harbour team of Supplier gives Customer eight training credits."),
  ])
  func namesThatAreNotItsOwn(supplier: String, customer: String, clause: String) {
    let lines = GrantSample.lines(GrantSample.result(clause, supplier: supplier, customer: customer))
    #expect(lines.count == 1)
    #expect(lines.first?.contains("training_credit 8") == true, "\(lines)")
  }

  /// "The benefits set out above" are not what stands behind in the paragraph.
  @Test func whatStandsBehindIsNotAbove() {
    let lines = GrantSample.lines(
      """
      2. Supplier provides 20 consulting hours.

      3. The benefits set out above are free of charge. Supplier provides 8 training credits for USD 400.
      """)
    #expect(lines.count == 2)
    #expect(lines.last?.contains("fee 400") == true || lines.last?.contains("worth 400") == true, "\(lines)")
  }

  /// A place that is named is not the rest of the paragraph, though the sentence points ahead as well.
  @Test(arguments: [
    "What section 2 grants is free of charge, as set out below.",
    "Anything in section 2 is free of charge, subject to what follows.",
  ])
  func whatIsMeantByItsPlace(sentence: String) {
    let lines = GrantSample.lines(
      """
      2. Supplier provides 20 consulting hours.

      3. \(sentence) Supplier provides 8 training credits.

      4. General
      """)
    #expect(lines.count == 2)
    #expect(lines.first?.contains("fee 0") == true && lines.last?.contains("fee") == false, "\(lines)")
  }
}
