// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Quotes set in plain text between rules, and days that hang on whose signature comes.
@Suite struct RuledTextTests {
  private static let quote = """
    BRACKEN FIELD SYSTEMS, INC.                             QUOTATION BFS-20417
    12 Weir Lane, Corvane, OR 97330                         March 3, 2031
    ========================================================================
    SOLD TO    Town of Ellery Falls, Clerk's Office          CURRENCY  USD
    PERIOD     05/01/2031 - 04/30/2032 (12 months)
    MAKER      Pellavine, Inc. (terms: Main Services Agreement)
    ========================================================================
    LINE PART        DESCRIPTION                 QTY       EACH     EXTENDED
    ------------------------------------------------------------------------
    01   PV-PERM     Permit Desk, per user        40     900.00    36,000.00
    02   PV-PREM     Premier Success Plan          1   9,000.00     9,000.00
    03   PV-STO      File storage, 10 GB           3     200.00       600.00
    ------------------------------------------------------------------------
                                               TOTAL               45,600.00
    ------------------------------------------------------------------------

    """

  @Test func headingsBetweenRulesBeginATable() {
    let facts = FactSample.facts(Self.quote)
    #expect(facts.type == .quote)
    #expect(facts.lineItems.map(\.quantity) == [40, 1, 3])
    #expect(facts.lineItems.map(\.unitPrice) == [900, 9000, 200])
    #expect(facts.term.start == FactSample.day("2031-05-01"))
    #expect(facts.term.end == FactSample.day("2032-04-30"))
  }

  @Test(arguments: [
    ("upon the Supplier's countersignature", "2031-04-09"), ("on the date of Tarn's signature", "2031-04-09"),
    ("on Okert's signature", "2031-04-02"), ("on signature by the Customer", "2031-04-02"),
  ])
  func effectOnTheSignatureOfOne(_ words: String, _ day: String) {
    let facts = FactSample.facts(
      """
      ORDER FORM K-5512

      Supplier: Tarn Software, Inc.
      Customer: Okert Rail LLC
      Order Start Date: May 1, 2031
      Order End Date: April 30, 2032

      This Order Form becomes effective \(words).

      Okert Rail LLC
      Signed with Inkwell Sign: Ada Quill
      Name: Ada Quill
      Date: April 2, 2031

      Tarn Software, Inc.
      Signed via Inkwell Sign: Bo Lind
      Name: Bo Lind
      Date: April 9, 2031
      """)
    #expect(facts.signature.status == .executed)
    #expect(facts.effectiveDate == FactSample.day(day))
  }

  @Test(arguments: ["handed back at", "switched off at", "taken down by", "given back by"])
  func whatIsLentEndsWhenItIsHandedBack(_ words: String) {
    let lines = GrantSample.lines(
      "Supplier lends Customer one additional sandbox at no cost, beginning with the Order Start Date and to be "
        + "\(words) the end of May 2027.")
    #expect(lines == ["sandbox 1 sandbox | fee 0 | 2026-03-01..2027-05-31"])
  }

  @Test func notesBehindTheSumsBelongToTheirLines() {
    let lines = GrantSample.lines(
      """
      LINE PART        DESCRIPTION                         QTY       EACH     EXTENDED
      --------------------------------------------------------------------------------
      01   NB-PERM     Permit Desk, per user                40     900.00    36,000.00
      02   NB-CRED     Training credits        (N1)         30      20.00       600.00
      --------------------------------------------------------------------------------
                                                         TOTAL               36,600.00
      --------------------------------------------------------------------------------

      NOTES TO THE LINES

      N1   The credits can be used until 31 May 2027. Those left then are forfeited.
      """)
    #expect(lines == ["training_credit 30 credit | fee 600 | 2026-03-01..2027-05-31 | forfeited"])
  }
}
