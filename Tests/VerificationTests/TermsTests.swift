// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import Testing
import Verification

/// Prices, conditions, rates and sums of several grants.
@Suite struct TermsTests {
  typealias Case = (clause: String, promise: String, verdict: String, fields: [String])

  private func check(_ item: Case) throws {
    let first = try #require(try Support.verdicts([item.promise], against: Support.order(item.clause)).first)
    #expect(first.verdict.rawValue == item.verdict, "\(item.promise) | \(item.clause)")
    #expect(first.differences.map(\.field.rawValue).sorted() == item.fields, "\(item.promise) | \(item.clause)")
  }

  @Test(
    arguments: [
      (
        "1. Quillmark provides 25 consulting hours at EUR 140 per hour.", "25 consulting hours, free", "weakened",
        ["fee"]
      ),
      (
        "1. Quillmark provides 25 consulting hours. Each hour is charged at EUR 140.", "25 consulting hours for free",
        "weakened", ["fee"]
      ),
      (
        "1. Quillmark provides 25 consulting hours at 40% off the list price.", "25 consulting hours free of charge",
        "weakened", ["fee"]
      ),
      (
        "1. Quillmark provides 25 consulting hours at its then current rates.", "25 consulting hours free of charge",
        "weakened", ["fee"]
      ),
      (
        "1. Quillmark includes Premier Support for the Term; the supplement is EUR 5,200 per year.",
        "Premier Support free",
        "weakened", ["fee"]
      ),
      (
        "1. Customer receives 18 training credits against payment of EUR 1,900.", "18 training credits at no cost",
        "weakened", ["fee"]
      ),
      (
        "1. A full sandbox is provided at a price of EUR 7,000 per year, of which the first year is free.",
        "A full sandbox, free in the first year", "landed", []
      ),
      (
        "1. Quillmark provides 25 consulting hours; travel expenses are invoiced at cost.", "25 consulting hours, free",
        "landed", []
      ),
      (
        "1. Quillmark provides 25 consulting hours. Additional hours are charged at EUR 140 each.",
        "25 consulting hours, free", "landed", []
      ),
      ("1. Quillmark provides 25 consulting hours, valued at EUR 140 each.", "25 consulting hours, free", "landed", []),
      ("1. Quillmark provides 25 consulting hours at EUR 140 per hour.", "25 consulting hours", "landed", []),
    ] as [Case])
  func prices(_ item: Case) throws { try check(item) }

  @Test(
    arguments: [
      (
        "1. Quillmark grants 8 exam vouchers, which may only be redeemed through certified partners of Quillmark.",
        "8 exam vouchers", "weakened", ["conditions"]
      ),
      (
        "1. Quillmark may, at its election, provide 30 advisory hours at no charge.", "30 advisory hours", "weakened",
        ["conditions"]
      ),
      (
        "1. Quillmark sets up an adoption fund of EUR 14,000 to be spent exclusively with Quillmark's own consultants.",
        "An adoption fund of EUR 14,000 for any supplier", "weakened", ["conditions"]
      ),
      (
        "1. If Customer signs this Order Form by 20 April 2028, Quillmark grants 30 training credits.",
        "30 training credits", "weakened", ["conditions"]
      ),
      (
        "1. Quillmark grants 30 training credits, provided that Customer serves as a reference.",
        "30 training credits, no strings attached", "weakened", ["conditions"]
      ),
      (
        "1. Once Customer has reached 900 named users, Quillmark provides a full sandbox at no charge.",
        "A full sandbox, free", "weakened", ["conditions"]
      ),
      (
        "1. Quillmark provides 30 advisory hours at no charge, subject to the availability of its staff.",
        "30 advisory hours", "weakened", ["conditions"]
      ),
      (
        "1. Quillmark provides 30 advisory hours at no charge. Advice is given remotely only.",
        "30 advisory hours on site",
        "weakened", ["conditions"]
      ),
      (
        "1. Quillmark provides 30 advisory hours at no charge. Advice is given remotely only.", "30 advisory hours",
        "landed", []
      ),
      (
        "1. Quillmark grants 30 training credits. If Customer requests it, Quillmark sends a list of courses.",
        "30 training credits", "landed", []
      ),
      (
        "1. Quillmark grants 30 training credits.", "30 training credits, and unused ones roll over",
        "weakened", ["conditions"]
      ),
      (
        "1. Quillmark grants 30 training credits, which expire 60 days after the Start Date.",
        "30 training credits that never expire", "contradicted", []
      ),
      (
        "1. Premier Support is included at no charge until 31 August 2028. It then becomes a paid plan, unless Customer has declined that.",
        "Premier support free for four months", "landed", []
      ),
      (
        "1. Quillmark is under no obligation to provide a sandbox, and none is granted.", "One developer sandbox",
        "contradicted", []
      ),
    ] as [Case])
  func conditions(_ item: Case) throws { try check(item) }

  @Test(
    arguments: [
      ("1. Quillmark grants 40,000 message credits per month.", "480,000 message credits a year", "landed", []),
      (
        "1. Quillmark grants 40,000 message credits per month.", "500,000 message credits a year", "weakened",
        ["quantity"]
      ),
      ("1. Quillmark grants 40,000 message credits per month.", "120,000 message credits per quarter", "landed", []),
      ("1. Quillmark provides 30,000 API calls per day.", "One million API calls a month", "weakened", ["quantity"]),
      (
        "1. Quillmark grants 60 training credits valued at EUR 150 each.", "Training credits worth EUR 9,000", "landed",
        []
      ),
      (
        "1. Quillmark grants 60 training credits valued at EUR 150 each.", "Training credits worth EUR 9,500",
        "weakened",
        ["value"]
      ),
      (
        "1. Quillmark provides 4 developer sandboxes and one full sandbox at no charge.", "Two full sandboxes",
        "weakened",
        ["quantity"]
      ),
      (
        "1. Quillmark provides 4 developer sandboxes and one full sandbox at no charge.", "Five sandboxes", "landed", []
      ),
      (
        "1. Quillmark grants 30 training seats in the first contract year and 30 training seats in the second contract year.",
        "60 training seats over the first two years", "landed", []
      ),
      (
        "1. Quillmark grants 30 training seats in the first contract year and 30 training seats in the second contract year.",
        "60 training seats until 30 April 2029", "weakened", ["quantity"]
      ),
      (
        "1. Quillmark grants 20 training credits until 31 July 2028.\n\n2. Quillmark grants 35 training credits until 30 April 2031.",
        "55 training credits until April 2031", "weakened", ["quantity"]
      ),
      (
        "1. Quillmark provides 15 advisory hours at no charge.\n\n2. Quillmark provides 10 advisory hours for a fee of EUR 900.",
        "25 advisory hours, free", "weakened", ["quantity"]
      ),
      (
        "1. Quillmark sets up a success fund of EUR 11,000 for reporting.\n\n2. Quillmark sets up a success fund of EUR 9,000 for forecasting.",
        "A EUR 20,000 success fund for reporting", "weakened", ["value"]
      ),
      (
        "1. Quillmark grants 20 training credits until 31 July 2028.\n\n2. Quillmark grants 35 training credits until 31 July 2028.",
        "55 training credits until April 2031", "weakened", ["validity"]
      ),
      (
        "1. Quillmark contributes EUR 8,000 towards the fees of Customer's integrator; invoices must reach Quillmark before 1 May 2029.",
        "EUR 8,000 towards our integrator's fees until the end of 2029", "weakened", ["validity"]
      ),
      (
        "1. Quillmark grants 30 training credits in the second contract year.", "30 training credits from day one",
        "weakened", ["validity"]
      ),
    ] as [Case])
  func amounts(_ item: Case) throws { try check(item) }

  /// How long something is granted says nothing of how long the contract runs.
  @Test func noTerm() throws {
    let letter = """
      LETTER AGREEMENT

      Vendor: Quillmark Systems Inc. ("Quillmark")    Customer: Dunmore Timber Limited ("Dunmore")
      Effective Date: 1 May 2028

      1. Premier Support is included free of charge.

      Quillmark Systems Inc.            Dunmore Timber Limited
      By: /s/ Orla Pendry               By: /s/ Tomas Reiff
      Title: Sales Director             Title: Head of Purchasing
      Date: 20 April 2028               Date: 18 April 2028
      """
    let dated = letter.replacing("free of charge.", with: "free of charge until 31 August 2028.")
    #expect(try Support.verdicts(["Premier support for four years"], against: letter).first?.verdict == .unclear)
    #expect(try Support.verdicts(["Premier support for the whole term"], against: dated).first?.verdict == .weakened)
  }

  /// What saves a grant from its end asks nothing for the grant itself.
  @Test(arguments: [
    ("They lapse on 30 April 2031 unless Customer has ordered them by then.", "landed"),
    ("They are switched off on 30 April 2031 unless Customer has bought them.", "landed"),
    ("They are provided only if Customer renews another order.", "weakened conditions"),
  ])
  func exceptionsToAnEnd(_ clause: String, _ verdict: String) throws {
    #expect(
      try Support.verdict(
        "two full copy sandboxes", "1. Customer receives two full copy sandboxes at no charge. \(clause)") == verdict)
  }

  /// A bare dollar is no euro.
  @Test(arguments: [
    ("a success fund of $9,000", "unclear"), ("a success fund of 9,000", "landed"),
    ("a success fund of US$ 9,000", "weakened value"),
  ])
  func bareDollars(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, "1. Quillmark sets up a success fund of EUR 9,000.") == verdict)
  }
}
