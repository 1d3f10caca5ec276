// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// What a grant costs, what becomes of the rest and what it is for, in wordings that no phrase of a pack settles alone.
@Suite struct PriceWordingTests {
  @Test(
    arguments: [
      // Billed later is not free; billed from a day on is free before it.
      ("Supplier provides nine coaching sessions, which are not invoiced before they are held.", nil),
      ("Supplier provides nine coaching sessions. It does not bill the sessions until they have been held.", nil),
      // Who bears the cost is the sentence's first party.
      ("Supplier provides nine coaching sessions and carries the cost.", "0"),
      ("Supplier provides nine coaching sessions. Customer bears the cost of its own rooms.", nil),
      ("Supplier provides nine coaching sessions. Rescheduling is free of charge.", nil),
      ("Supplier provides nine coaching sessions at $80 per session, half of which is borne by Supplier.", "360"),
      ("Supplier provides nine coaching sessions, nine sessions at $80.00.", "720"),
      ("Supplier provides 9,000 flex credits for $400.", "400"),
      // A price that is denied, in whatever words.
      ("Supplier provides nine coaching sessions. Customer is not obliged to pay for these.", "0"),
      ("Supplier provides nine coaching sessions. Nothing will be added to the invoice for them.", "0"),
      ("Supplier provides nine coaching sessions. The cost is ours.", "0"),
      ("Supplier provides nine coaching sessions. Customer shall not pay these invoices by credit card.", nil),
      ("Supplier provides nine coaching sessions. Supplier shall not charge more than $90 for each of them.", nil),
      ("Supplier provides nine coaching sessions. Without payment of the first invoice they cannot be booked.", nil),
      ("Supplier provides nine coaching sessions. These are not free of charge.", nil),
      ("Supplier provides nine coaching sessions. More of them can be had for $90 each.", nil),
      // What is bought has its price in brackets, or behind.
      ("Customer purchases nine coaching sessions ($900).", "900"),
      ("Customer purchases nine coaching sessions for the sum of $900.", "900"),
      ("Customer purchases nine coaching sessions. $900 will be billed on completion.", "900"),
      ("Supplier provides nine coaching sessions. Rooms are not charged.", nil),
      ("Customer purchases nine coaching sessions; $900 are payable on signature.", "900"),
      ("Customer purchases nine coaching sessions. The charge for these sessions amounts to $900.", "900"),
      ("Supplier provides nine coaching sessions. They fall within the fee for Premier Support.", "0"),
    ] as [(String, String?)])
  func fees(clause: String, fee: String?) {
    let grants = GrantSample.lines(clause, end: "29 February 2028")
    #expect(grants.count == 1)
    let stated = grants.first?.split(separator: "|").first { $0.contains("fee") }?.split(separator: " ").last
    #expect(stated.map(String.init) == fee, "\(grants)")
  }

  @Test(arguments: [
    // The year whose remainder is spoken of, among grants of several years.
    (
      "Supplier loads 500 flex credits in the first contract year and 700 flex credits in the second contract year. "
        + "What remains of Year 1 may also be used in Year 2; what remains when Year 2 has ended is withdrawn.",
      ["rolls_over", "forfeited"]
    ),
    (
      "Supplier grants nine consulting hours a year. Unused hours are not lost but kept for the next year.",
      ["rolls_over"]
    ),
    ("Supplier grants nine consulting hours. Warranty claims for defects lapse after a year.", []),
    ("Supplier grants nine consulting hours. The rest of them is Farnholt's.", ["forfeited"]),
    // A remainder, and a word of loss, of going over or of giving back that is asserted or denied.
    (
      "Supplier grants nine consulting hours. Hours that Customer failed to call off by then are forgone.",
      ["forfeited"]
    ),
    ("Supplier grants nine consulting hours a year. Rollover is excluded.", ["forfeited"]),
    ("Supplier grants nine consulting hours a year. Rollover of unused hours is permitted.", ["rolls_over"]),
    ("Supplier grants nine consulting hours a year. Hours cannot be taken along into the next year.", ["forfeited"]),
    (
      "Supplier grants nine consulting hours a year. Whatever is saved in one year is available in the next.",
      ["rolls_over"]
    ),
    (
      "Supplier grants nine consulting hours. Customer receives a credit for hours that were not rendered.",
      ["refundable"]
    ),
    ("Supplier grants nine consulting hours. Unused hours do not lapse.", []),
    ("Supplier grants nine consulting hours a year. There is no possibility to carry hours over.", ["forfeited"]),
    ("Supplier grants nine consulting hours. Customer keeps the recordings that are left in the portal.", []),
    ("Supplier grants nine consulting hours. Data not fetched by then is deleted.", []),
  ])
  func remainders(clause: String, handlings: [String]) {
    let said = GrantSample.lines(clause, end: "29 February 2028").compactMap { line in
      ["forfeited", "rolls_over", "refundable", "extendable"].first(where: line.contains)
    }
    #expect(said == handlings)
  }

  @Test(arguments: [
    ("Supplier grants nine consulting hours for Breton-language price lists.", true),
    ("Supplier grants nine consulting hours for work of an integrator on price lists.", true),
    ("Supplier grants nine consulting hours. They are for night clerks.", true),
    ("Help for new branches. Supplier grants nine consulting hours.", true),
    ("Supplier grants nine consulting hours to relabel the shelves.", true),
    ("Supplier grants nine consulting hours for the Customer's tellers.", true),
    ("Supplier grants nine consulting hours to the Customer.", false),
    ("Supplier grants nine consulting hours. Customer pays for catering.", false),
    ("Supplier grants nine consulting hours, for which it asks no fee.", false),
    ("Supplier grants nine consulting hours for a fixed sum of $900.", false),
    ("Supplier grants nine consulting hours. Ask for a date by letter.", false),
    ("Supplier grants nine consulting hours for Farnholt Dairies.", false),
  ])
  func purposes(clause: String, isTold: Bool) {
    let read = TableSample.read(TableSample.order("<p>\(clause)</p>")).entitlements
    #expect(read.map { $0.purpose != nil } == [isTold])
  }

  /// What a table's columns and clauses say of prices.
  @Test func tables() {
    let prices = TableSample.grants(
      "<h2>2. Benefits</h2>"
        + TableSample.table([
          ["Ref.", "Subject", "Extent", "Price to Customer"], ["B-1", "Training credits", "40 credits", "nil"],
          ["B-2", "Coaching sessions", "4 sessions", "in A-3"],
        ]))
    #expect(
      prices == [
        "training_credit 40 credit fee 0 2027-05-01..2030-04-30", "accelerator 4 session fee 0 2027-05-01..2030-04-30",
      ])
    let balances = TableSample.grants(
      "<h2>2. Prepaid usage credits</h2>"
        + TableSample.table([
          ["Contract Year", "Prepaid usage credits", "To be paid"], ["1", "EUR 9,000.00", "EUR 8,500.00"],
          ["2", "EUR 12,000.00", "EUR 11,000.00"],
        ]))
    #expect(balances.map { $0.contains("fee 8500") || $0.contains("fee 11000") } == [true, true])
    let plan = TableSample.read(
      TableSample.order(
        "<h2>1. Order</h2>"
          + TableSample.table([
            ["Line", "Product", "Quantity", "Total"], ["1", "Farnholt Dairy, users", "50", "EUR 30,000.00"],
            ["2", "Premier Success Plan", "1", "EUR 6,000.00"],
            ["3", "Consulting, days", "10", "EUR 900 EUR 9,000.00"],
          ]) + "<p>The rate of line 2 is twenty percent (20%) of line 1.</p>"))
    let fees = plan.entitlements.map { [$0.fee?.amount, $0.fee?.percent] }
    #expect(fees == [[6000, 20], [9000, nil]])
  }

  /// Rows that go by their first word: a remainder of one of them is not another's.
  @Test func remaindersOfRows() {
    let grants = TableSample.grants(
      "<h2>2. Credits</h2>"
        + TableSample.table([
          ["Item", "Quantity", "Price"], ["Spring - flex credits", "5,000", "EUR 900"],
          ["Autumn - flex credits", "7,000", "EUR 990"],
        ])
        + "<p>Flex credits of the Spring batch that have not been used go over into the Autumn batch. "
        + "Flex credits of the Autumn batch that are left lapse.</p>")
    #expect(grants.map { $0.split(separator: " ").last.map(String.init) } == ["rolls_over", "forfeited"])
  }

  /// A last column that adds up unequal periods, and a column of amounts that are no prices.
  @Test func sumsAndAmounts() {
    let read = TableSample.read(
      TableSample.order(
        "<h2>1. Products</h2>"
          + TableSample.table([
            ["Product", "Quantity", "EUR per month, each", "Part year (6 months)", "Rest (12 months)", "Both"],
            ["Farnholt Dairy, users", "10", "50.00", "3,000.00", "6,000.00", "9,000.00"],
            ["Partial sandbox", "1", "90.00", "540.00", "1,080.00", "1,620.00"],
            ["Recurring", "", "", "3,540.00", "7,080.00", "10,620.00"],
          ])))
    #expect(read.entitlements.map { $0.fee?.amount } == [1620])
    #expect(read.facts.fees == Fees(annual: nil, total: 10620))
    let amounts = TableSample.grants(
      "<h2>2. Incentives</h2>"
        + TableSample.table([
          ["Incentive", "Amount", "Available"], ["Migration credits", "EUR 9,000", "until 30 June 2028"],
          ["Consulting", "48 hours", "until 30 June 2028"],
        ]))
    #expect(amounts.count == 2 && amounts.allSatisfy { !$0.contains("fee") })
  }
}
