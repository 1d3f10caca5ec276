// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@Suite struct TermFactTests {
  @Test(arguments: [
    "Order Start Date:  June 1, 2025\nOrder End Date:    May 31, 2027",
    "Start Date:        June 1, 2025\nOrder Term:        24 months",
    "Order Term:        June 1, 2025 through May 31, 2027 (twenty-four months)",
    "Order End Date:    May 31, 2027\nTerm:              24 months",
    "The subscription term is twenty-four (24) months. It starts on June 1, 2025 and ends on May 31, 2027.",
  ])
  func ordersSayItInManyWays(lines: String) {
    let term = FactSample.facts("ORDER FORM Q-5520\n\nCustomer:          Nettle Bay Ferries Ltd\n\(lines)\n").term
    #expect(term.start == FactSample.day("2025-06-01"))
    #expect(term.end == FactSample.day("2027-05-31"))
    #expect(term.months == 24)
  }

  private static let preamble =
    "NON-DISCLOSURE AGREEMENT\n\nThis Agreement is made as of May 3, 2021 (the \"Effective Date\") by and between Larkspur "
    + "Instruments, Inc. (\"Larkspur\") and Verrel Foods LLC (\"Verrel\").\n\n"

  @Test(
    arguments: [
      ("This Agreement shall terminate two (2) years from the date hereof.", 24, "2023-05-03"),
      (
        "This Agreement will remain in full force and effect for eighteen months from the Effective Date.", 18,
        "2022-11-03"
      ),
      ("This Agreement shall continue until the third (3rd) anniversary of the Effective Date.", 36, "2024-05-03"),
      ("The obligations under this Agreement shall expire five (5) years from the Effective Date.", 60, "2026-05-03"),
      ("The term of this Agreement shall begin on July 1, 2021 and continue for one (1) year.", 12, "2022-07-01"),
      ("This Agreement shall expire on December 31, 2022.", nil, "2022-12-31"),
      ("The duty of confidence survives for two years after termination of this Agreement.", nil, nil),
      (
        "For a period of one year from the date of this Agreement neither party shall solicit the other's staff.", nil,
        nil
      ),
      ("This Agreement shall expire two years after the date on which the Designee ceases to be a director.", nil, nil),
    ] as [(String, Int?, String?)])
  func agreementsEnd(clause: String, months: Int?, end: String?) {
    let term = FactSample.factsBesideGrants(Self.preamble + "8. " + clause + "\n").term
    if end != "2022-12-31" { #expect(term.months == months.map { Decimal($0) }) }
    #expect(term.end == FactSample.day(end))
  }

  @Test(
    arguments: [
      (
        "The order renews for successive terms of twelve (12) months unless a party gives sixty (60) days' written notice before the end of the term.",
        true, 12, 60
      ),
      (
        "Unless a party tells the other at least 45 days before the Order End Date that it wants out, subscriptions roll forward for additional terms of one year.",
        true, 12, 45
      ),
      (
        "It is extended for twelve months at a time where neither side has given notice ninety days before its end.",
        true, 12, 90
      ),
      (
        "This Agreement shall automatically renew for periods of twelve months unless either party gives six (6) months written notice.",
        true, 12, 180
      ),
      (
        "This order renews for one further year at a time unless notice is received at least 30 days before it would end.",
        true, 12, 30
      ),
      ("This Order Form does not renew by itself.", false, nil, nil),
      ("There is no automatic renewal. A new quote is sent sixty days before the end.", false, nil, nil),
      ("The services end without renewal.", false, nil, nil),
      ("The unit prices do not contain taxes.", nil, nil, nil),
    ] as [(String, Bool?, Int?, Int?)])
  func renewal(clause: String, renews: Bool?, months: Int?, notice: Int?) {
    let term = FactSample.facts("ORDER FORM Q-5520\n\nCustomer:   Nettle Bay Ferries Ltd\n\n8. \(clause)\n").term
    #expect(term.autoRenews == renews)
    #expect(term.renewalMonths == months.map { Decimal($0) })
    #expect(term.noticeDays == notice.map { Decimal($0) })
  }
}
