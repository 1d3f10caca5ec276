// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times, claims and remainders in clipped words.
@Suite struct ClippedTimeTests {
  @Test(arguments: [
    ("Loaded 1-Sep-26. Good for 12 months.", "2026-09-01..2027-08-31"),
    ("Issued 3 May 2026; valid for six months.", "2026-05-03..2026-11-02"),
    ("Available from 1 September 2026; life 12 months.", "2026-09-01..2027-08-31"),
    ("Opens 1 September 2026, closes 30 June 2027.", "2026-09-01..2027-06-30"),
    ("At no charge, the first three months.", "2026-03-01..2026-05-31"),
  ])
  func spans(words: String, span: String) {
    let lines = GrantSample.lines("* 20 training credits, no charge. \(words)")
    #expect(lines == ["training_credit 20 credit | fee 0 | \(span)"])
  }

  @Test(arguments: [
    "Invoices to us by 31 March 2027. What nobody has claimed by then goes.",
    "Receipts must reach Supplier by 31 March 2027. The rest lapses.",
  ])
  func lastClaims(words: String) {
    let lines = GrantSample.lines("4. Success fund of USD 6,000 for change management. \(words)")
    #expect(lines == ["success_fund | worth 6000 | 2026-03-01..2027-03-31 | forfeited"])
  }

  @Test func invoicesThatAreDue() {
    let lines = GrantSample.lines(
      "4. Success fund of USD 6,000 for change management. Supplier sends its invoices to Customer by 31 March 2027.")
    #expect(lines.count == 1 && !lines[0].contains("2027-03-31"))
  }

  @Test func yearsWithout() {
    let lines = GrantSample.lines(
      "* Success Fund, $10,000 in Contract Year 1, none in Contract Year 2. For adoption services.")
    #expect(lines.count == 1 && lines[0].contains("2026-03-01..2027-02-28"))
  }

  @Test func notCarriedToTheNextTwelveMonths() {
    let lines = GrantSample.lines(
      "Six (6) coaching sessions per 12 months come inside the package price; sessions not taken are not carried to the next 12 months."
    )
    #expect(
      lines == ["accelerator 6 session | fee 0 | 2026-03-01..2028-02-28 | contract_year×2 | forfeited"])
  }

  @Test(arguments: [
    ("3% of the first year's fees, rounded down to the nearest thousand, i.e. USD 5,000.", "5000"),
    ("2% of the net (that is, USD 3,100).", "3100"),
    ("4% of the fees of the first year, which comes to USD 7,200.", "7200"),
  ])
  func sumsOfShares(words: String, amount: String) {
    let lines = GrantSample.lines("4. Adoption fund: \(words)")
    #expect(lines.count == 1 && lines[0].contains("worth \(amount)"))
  }

  @Test func pricesAreNoRecurrence() {
    let lines = GrantSample.lines(
      "* 30 guest users, $0, until 31 May 2026, then off unless ordered at $9 a month each.")
    #expect(lines == ["complimentary_product 30 user | fee 0 | 2026-03-01..2026-05-31"])
  }
}
