// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Days that the words work out themselves, parts of the term, and rules for a whole section; in an order from 2026-03-01
/// to 2028-02-28.
@Suite struct WorkedOutDayTests {
  @Test(arguments: [
    ("They are good for eighteen months, the last day of which is 31 August 2027.", "2026-03-01..2027-08-31"),
    ("They are good for the nine months of which the first begins on the Order Start Date.", "2026-03-01..2026-11-30"),
    ("They can be used in the opening half of the term.", "2026-03-01..2027-02-28"),
    ("They can be used in the second half of the term.", "2027-03-01..2028-02-28"),
    ("They can be used in the first two thirds of the term.", "2026-03-01..2027-06-30"),
    ("They can be used in the last third of the term.", "2027-07-01..2028-02-28"),
    ("They can be used until, but not on, 1 October 2026.", "2026-03-01..2026-09-30"),
    ("They can be used up to but excluding 1 October 2026.", "2026-03-01..2026-09-30"),
    (
      "They can be used to the last day of the dry season, which for this purpose is 31 May 2027.",
      "2026-03-01..2027-05-31"
    ),
    (
      "They are there until four weeks after the first Contract Year has ended, 28 March 2027, for a last check.",
      "2026-03-01..2027-03-28"
    ),
    ("They last as long as the subscriptions do.", "2026-03-01..2028-02-28"),
    // Near misses
    ("You have been a customer for ten years.", "2026-03-01..2028-02-28"),
    ("They can be used in the first half of Contract Year 2.", "2027-03-01..2027-08-31"),
  ])
  func whenUsed(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  @Test func lastSignature() {
    let lines = GrantSample.lines(
      """
      Supplier provides 8 training credits. They are valid for five months from the day on which the later of the two
      signatures below was given.

      For Supplier: /s/ Ann Bray, Ann Bray, Director, 24 February 2026
      For Customer: /s/ Tom Ash, Tom Ash, Treasurer, 22 February 2026
      """)
    #expect(lines.first?.contains("2026-02-24..2026-07-23") == true, "\(lines)")
  }

  @Test func verbSaidOnce() {
    let lines = GrantSample.lines(
      """
      A "Crop Year" is a period of twelve months that begins on 1 March, and a "Crop Quarter" a period of three months, the
      first of which begins with the Order Term.

      Supplier provides 8 training credits. They may be redeemed during the first three Crop Quarters.
      """)
    #expect(lines.first?.contains("2026-03-01..2026-11-30") == true, "\(lines)")
  }

  @Test func ruleForASection() {
    let lines = GrantSample.lines(
      """
      2. What section 3 grants is available for the first Contract Year.

      3. Extras

      (a) Supplier provides 8 training credits.

      (b) Supplier provides 20 consulting hours, to be used by 31 May 2026.

      (c) Supplier provides 500 message credits in each of the two Contract Years.
      """)
    #expect(lines.count == 3)
    #expect(lines.first?.contains("2026-03-01..2027-02-28") == true, "\(lines)")
    #expect(lines.dropFirst().first?.contains("2026-03-01..2026-05-31") == true, "\(lines)")
    #expect(lines.last?.contains("2026-03-01..2028-02-28 | contract_year×2") == true, "\(lines)")
  }

  @Test func yearsThatHeadRows() {
    let lines = GrantSample.lines(
      """
      "FY27" is the financial year that ends on 31 March 2027, and "FY28" the one that follows.

      Supplier provides data credits, namely

          FY27 (from the Order Start Date)      6,000,000 credits
          FY28 (to the Order End Date)          2,500,000 credits
      """)
    #expect(
      lines.map { $0.contains("2026-03-01..2027-03-31") || $0.contains("2027-04-01..2028-02-28") } == [true, true])
  }

  /// What an offer names is not what the next sentence says of grants.
  @Test func daysOfAnOption() {
    let lines = GrantSample.lines(
      """
      1. Supplier provides 8 training credits.

      2. Options. Customer may, on or before 30 September 2026, order further training credits at $40 each. An option that is
      not exercised by that date falls away.
      """)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("2026-03-01..2028-02-28") == true, "\(lines)")
  }

  @Test(arguments: [
    ("A balance at the end of the first is not taken into the second.", "forfeited"),
    ("Credits not needed in one year may be used up in the year after it.", "rolls_over"),
  ])
  func whatBecomesOfTheUnused(clause: String, handling: String) {
    let lines = GrantSample.lines("Supplier provides 500 message credits in each of the two Contract Years. \(clause)")
    #expect(lines.first?.hasSuffix(handling) == true, "\(lines)")
  }

  @Test(arguments: [
    "Customer's pilot order Q-0761 included 5 free users and 16 hours of configuration.",
    "None of the 90 training credits, the 20 consulting hours and the fund of USD 9,000 that stood in it are renewed.",
  ])
  func grantsNothing(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test(arguments: [
    "Nettle Bay is charged nothing for them.",
    "They are in the price of the edition; no fee is payable.",
    "The price of the edition is theirs as well; Nettle Bay is invoiced nothing.",
  ])
  func costsNothing(clause: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)")
    #expect(lines.first?.contains("fee 0") == true, "\(lines)")
  }

  /// The plan is why the sessions cost nothing; a row's seats are spoken of again.
  @Test func reasonsAreNoGrants() {
    let lines = GrantSample.lines(
      "Under its Premier Success Plan, and therefore at no additional price, Customer takes part in five coaching sessions."
    )
    #expect(lines.count == 1)
    #expect(lines.first?.contains("fee 0") == true, "\(lines)")
  }
}

/// Days that stand far from the grants, or count from who signs; in an order from 2026-03-01 to 2028-02-28.
@Suite struct FarDayTests {
  private static let signed = """

    Marrow & Finch Software Ltd
    By: /s/ Ann Bray
    Date: 24 February 2026

    Nettle Bay Ferries Ltd
    By: /s/ Tom Ash
    Date: 22 February 2026
    """

  @Test func timetable() {
    let lines = GrantSample.lines(
      """
      2. Extras

      The extras that follow are supplied free of charge. When each may be used is stated in the Timetable.

      A. Thirty-six training credits for the drivers.

      B. Eight certification vouchers.

      Timetable

          Extra     First day             Last day
          A         1 June 2026           the day before the first anniversary of the Order Start Date
          B         1 November 2026       31 October 2027
      """)
    #expect(lines.count == 2)
    #expect(lines.first?.contains("fee 0 | 2026-06-01..2027-02-28") == true, "\(lines)")
    #expect(lines.last?.contains("fee 0 | 2026-11-01..2027-10-31") == true, "\(lines)")
  }

  @Test(arguments: [
    ("They may be used for six months from the day on which Supplier signs.", "2026-02-24..2026-08-23"),
    ("They may be used for six months from the date of Customer's signature below.", "2026-02-22..2026-08-21"),
    (
      "They start to run when the last party has signed and have to be used within six months from that date.",
      "2026-02-24..2026-08-23"
    ),
    ("They take effect on 1 April 2026 and expire ten months later.", "2026-04-01..2027-01-31"),
    (
      "They have a life of twelve months that starts on the day on which Supplier opens the account.", "?..?"
    ),
  ])
  func daysOfSigning(clause: String, days: String) {
    let lines = GrantSample.lines("Supplier provides 8 training credits. \(clause)\n\(Self.signed)")
    #expect(lines.first?.contains(days) == true, "\(lines)")
  }

  @Test func namedPeriod() {
    let lines = GrantSample.lines(
      """
      In this order Period A is the first nine months of the Order Term and Period B is the time that comes after them.

      Supplier provides 8 training credits, to be used in Period A, and 20 consulting hours.
      """)
    #expect(lines.first?.contains("2026-03-01..2026-11-30") == true, "\(lines)")
    #expect(lines.last?.contains("2026-03-01..2028-02-28") == true, "\(lines)")
  }

  @Test func numberedQuarters() {
    let lines = GrantSample.lines(
      """
      A "Quarter" is a run of three months of the Order Term, and the Quarters are numbered from one to eight.

      Supplier provides 8 training credits in Quarter three.
      """)
    #expect(lines.first?.contains("2026-09-01..2026-11-30") == true, "\(lines)")
  }

  /// The customer's own name is its role to every phrase of the packs.
  @Test func byItsOwnName() {
    #expect(GrantSample.lines("Nettle Bay is supported under the Premier Success Plan.").count == 1)
    #expect(GrantSample.lines("Nettle Bay can have eight training credits for USD 40 each, if it so wishes.").isEmpty)
  }
}
