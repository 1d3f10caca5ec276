// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// Days in the head of an order that say by their distance that they are its term, and days that put it in doubt.
@Suite struct TermHeadTests {
  private func text(_ head: String, _ body: String = "Licence invoices are sent on 1 August 2031.") -> String {
    """
    ORDER FORM NT-40217

    Supplier:     Nettlewick Systems Ltd, 4 Quay Row, Hull
    Customer:     Ostrava Glass plc, 9 Kiln Road, Leeds
    \(head)

    1. Services
    Product                     Users      Annual fee
    Ledger Cloud                  120      GBP 24,000.00
    The services are described in the manual, which is kept on the pages of Nettlewick and is brought up to date with
    each release. Each user signs in with a name of its own, and none of these names is handed on to anybody else.

    2. Further
    \(body)
    """
  }

  @Test(arguments: [
    "Day one:      1 May 2031\nDay last:     30 April 2034",
    "Start Date:   1 May 2031\nUse stops:    30 April 2034",
    "Concerning:   Ledger Cloud, 1 May 2031 up to and including 30 April 2034",
  ])
  func wholeYears(head: String) {
    let body = "For the quarter 1 August 2031 to 31 October 2031 the Customer uses the services for free."
    let term = FactSample.facts(text(head, body)).term
    #expect(term.start == FactSample.day("2031-05-01"))
    #expect(term.end == FactSample.day("2034-04-30"))
    #expect(term.months == 36)
  }

  /// An option's days, and another paper's, widen nothing.
  @Test(arguments: [
    "Option year:  1 May 2032 - 30 April 2033, not exercised",
    "Master:       1 May 2031 - 30 April 2036",
    "Hardware is delivered by 30 April 2034",
  ])
  func ofOthers(line: String) {
    let term = FactSample.facts(text("Start Date:   1 May 2031\nTerm:         12 months\n\(line)")).term
    #expect(term.end == FactSample.day("2032-04-30"))
  }

  @Test func laterDayInTheHead() {
    let body = "The Customer may use Ledger Cloud from 1 May 2031 until 30 April 2032."
    let facts = FactSample.facts(text("Held on:      9 October 2033", body))
    #expect(facts.term.end == nil)
    #expect(facts.problems.contains { $0.code == .conflictingValues && $0.message.contains("9 October 2033") })
    // What a label calls the end stands.
    let labelled = FactSample.facts(text("End Date:     30 April 2032\nHeld on:      9 October 2033", body))
    #expect(labelled.term.end == FactSample.day("2032-04-30"))
  }

  @Test(arguments: [
    ("The instances are at hand to 9 October 2033.", true),
    ("Prices stay as they are to 9 October 2033.", false),
    ("The renewal term would end on 9 October 2033.", false),
  ])
  func laterDayElsewhere(sentence: String, isDoubtful: Bool) throws {
    let body = "Nettlewick grants 20 training credits free of charge.\n\n3. Place\n\(sentence)"
    let result = try #require(
      FactSample.extraction(of: text("Start Date:   1 May 2031\nEnd Date:     30 April 2032", body)))
    let credits = try #require(result.entitlements.first { $0.kind == "training_credit" })
    #expect(credits.validity.end == FactSample.day("2032-04-30"))
    #expect((credits.certainty == .ambiguous) == isDoubtful)
    #expect(result.facts.problems.contains { $0.code == .conflictingValues } == isDoubtful)
  }
}
