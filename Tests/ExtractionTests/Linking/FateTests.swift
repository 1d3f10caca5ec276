// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Which of several grants a word of loss, roll-over, exchange or transfer holds for, and of what else it may speak.
@Suite struct FateTests {
  private static func fates(_ clauses: String) -> [String] {
    (GrantSample.result(clauses)?.entitlements ?? []).map { $0.conditions.unused?.rawValue ?? "silent" }
  }

  private static let three = "Supplier grants 15 exam vouchers, 45 consulting hours and 14 training seats. "

  @Test(arguments: [
    ("None of these, other than the consulting hours, carries over.", ["forfeited", "silent", "forfeited"]),
    ("Everything except the consulting hours expires unused in June 2027.", ["forfeited", "silent", "forfeited"]),
    ("With the exception of the exam vouchers, these lapse if unused.", ["silent", "forfeited", "forfeited"]),
    (
      "All of the foregoing is forfeited if not used in time, except the exam vouchers, which may be carried over once.",
      ["rolls_over", "forfeited", "forfeited"]
    ),
    (
      "Save for the training seats, unused entitlements lapse with the Term.", ["forfeited", "forfeited", "silent"]
    ),
  ])
  func exceptions(sentence: String, fates: [String]) {
    #expect(Self.fates(Self.three + sentence) == fates)
  }

  private static let two = "Supplier grants 35 consulting hours and 22 training credits. "

  @Test(arguments: [
    ("The former lapse if not used by then; the latter may be moved to the second.", ["forfeited", "rolls_over"]),
    ("The hours, but not the credits, may be carried into the second contract year.", ["rolls_over", "forfeited"]),
    ("Hours, unlike credits, may be carried over to the second contract year.", ["rolls_over", "forfeited"]),
    ("Unused hours carry over; unused credits do not.", ["rolls_over", "forfeited"]),
  ])
  func oneAndNotTheOther(sentence: String, fates: [String]) {
    #expect(Self.fates(Self.two + sentence) == fates)
  }

  @Test(arguments: [
    "If Customer is late with an invoice, it forfeits the discount shown above.",
    "Customer's subscription rolls over into terms of twelve months.",
    "The unused part of prepaid subscription fees is refunded if Supplier terminates.",
    "The minimum commitment rolls over to the next year.",
    "Accrued rights survive termination and carry over to any successor.",
    "Customer is free to choose the topics.",
    "A toll-free line is open day and night.",
    "Rooms are provided by Customer at no cost to Supplier.",
    "Bank charges are waived.",
    "Free seats are shown on the portal.",
    "Cookies expire after the session.",
    "The cap on increases is carried forward to the renewal term.",
    "Any claim not notified in time is forfeited.",
    "The customer portal can be used at no charge.",
  ])
  func ofOtherThings(sentence: String) {
    #expect(
      GrantSample.lines("Supplier grants 35 consulting hours. " + sentence).first
        == GrantSample.lines("Supplier grants 35 consulting hours. ").first)
  }

  @Test func namedAgainInTheSameSentence() {
    #expect(
      Self.fates(
        "Supplier grants 36 training seats and 60 consulting hours; whereas seats lapse at year end, hours are carried "
          + "forward.") == ["forfeited", "rolls_over"])
  }

  /// A rule for each benefit speaks of all of them, and its times are no grant's own.
  @Test func ruleForEach() {
    #expect(
      GrantSample.lines(
        """
        1. Rules

        A benefit that is not used lapses at the end of that month.

        2. Benefits

        Supplier grants 35 consulting hours. Supplier provides 2 sandboxes.
        """)
        == [
          "services_hours 35 hour | 2026-03-01..2028-02-28 | forfeited",
          "sandbox 2 sandbox | 2026-03-01..2028-02-28",
        ])
  }

  @Test func carryOverColumn() {
    #expect(
      Self.fates(
        """
        Service | Quantity | Carry-over
        Consulting hours | 40 | yes
        Exam vouchers | 10 | no
        """) == ["rolls_over", "forfeited"])
  }

  /// Calls of a month are a rate that goes on; what is said of unused calls is said of them.
  @Test func unusedCalls() {
    #expect(
      GrantSample.lines("Customer has 90,000 API calls per month. Unused calls do not accumulate.")
        == ["api_capacity 90000 call a month | 2026-03-01..2028-02-28 | forfeited"])
  }

  @Test(arguments: [
    "Customer may swap hours for classroom seats, one hour for two training seats.",
    "Hours may be converted into training days at the rate of eight hours for one day.",
    "Hours are freely interchangeable with coaching sessions.",
  ])
  func exchanges(sentence: String) {
    let found = GrantSample.result("Supplier grants 35 consulting hours. " + sentence)?.entitlements ?? []
    #expect(found.map(\.conditions.swappable) == [true])
    #expect(found.map(\.purpose) == [nil])
  }

  @Test(arguments: [
    ("Customer may pass the hours on to its affiliates, which Customer may share with its branches.", true),
    ("Hours cannot be sold or passed on.", false),
  ])
  func transfers(sentence: String, may: Bool) {
    let found = GrantSample.result("Supplier grants 35 consulting hours. " + sentence)?.entitlements ?? []
    #expect(found.map(\.conditions.transferable) == [may])
  }

  @Test func transferOfLicences() {
    let found =
      GrantSample.result("Supplier grants 35 consulting hours. The licences listed above are non-transferable.")?
      .entitlements ?? []
    #expect(found.map(\.conditions.transferable) == [nil])
  }

  @Test(
    arguments: [
      (
        "Supplier grants 20 training credits and, without further charge, 2 partial copy sandboxes.", [nil, "fee 0"]
      ),
      ("Supplier grants 30 training credits and, for a fee of USD 3,000, 12 coaching sessions.", [nil, "fee 3000"]),
      ("Supplier grants 35 training credits and 60 consulting hours, the latter at USD 9,000.", [nil, "fee 9000"]),
      ("Supplier grants 60 consulting hours against a lump sum of USD 10,800.", ["fee 10800"]),
      ("Customer buys 20 exam vouchers at a unit price of USD 200 less 50%.", ["fee 2000"]),
      ("Supplier grants 20 training days; the charge per day is USD 1,100.", ["fee 22000"]),
      ("Customer receives 80 GB of storage. USD 0.00.", ["fee 0"]),
      ("Supplier grants 12 coaching sessions; these are at the Supplier's account.", ["fee 0"]),
    ] as [(String, [String?])])
  func whatIsPaid(clauses: String, fees: [String?]) {
    let found = GrantSample.lines(clauses).map { line in
      line.split(separator: " | ").map { $0.trimmingPrefix(" ") }.first { $0.hasPrefix("fee") }.map(String.init)
    }
    #expect(found == fees)
  }

  @Test(
    arguments: [
      ("Supplier grants 30 training credits, usable only with the map add-on.", "the map add-on"),
      ("Supplier grants 10 days of classroom training in the gate module.", "the gate module"),
      ("Supplier grants 30 training credits for each contract year, for free.", nil),
      ("Supplier grants 30 consulting hours towards the end of the Term.", nil),
      ("Supplier grants 30 training credits, exchangeable for exam vouchers.", nil),
    ] as [(String, String?)])
  func purposes(clauses: String, purpose: String?) {
    #expect(GrantSample.result(clauses)?.entitlements.first?.purpose == purpose)
  }

  /// The number column of a drawn table is no obstacle to its head.
  @Test func numberedRowsBetweenBars() {
    #expect(
      GrantSample.lines(
        """
        Pos | Description | Qty | Amount
        1 | Ferry Suite, users | 300 | $90,000.00
        2 | Training credits | 40 | n/c
        3 | Consulting hours | 20 | $3,000.00
        """)
        == [
          "training_credit 40 credit | fee 0 | 2026-03-01..2028-02-28",
          "services_hours 20 hour | fee 3000 | 2026-03-01..2028-02-28",
        ])
  }
}
