// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// Numbers, rates and prices of a promise: read, or said to be unread, and never passed over.
@Suite struct UnreadAmountTests {
  private static let clauses = """
    1. Quillmark grants Customer 70 training credits free of charge for the Term.

    2. Quillmark provides 45 advisory hours free of charge for the Term.

    3. Customer is entitled to 40,000 API calls per day during the Term.

    4. Customer receives 9 exam vouchers at no charge, valid until 30 April 2031.

    5. Quillmark provides 300 GB of file storage for the Term at a fee of EUR 5,000.00 per year.

    6. Quillmark issues a partner voucher worth EUR 20,000, valid until 31 December 2028.
    """

  private func verdict(_ promise: String) throws -> PromiseVerdict {
    try #require(try Support.verdicts([promise], against: Support.order(Self.clauses)).first)
  }

  @Test(arguments: [
    "training credits 90", "exam vouchers (12 pcs)", "exam vouchers, fifteen of them", "12x exam vouchers",
    "API calls 60k/day", "API calls 60,000/day", "partner voucher 25k",
  ])
  func numberBehindNoun(_ promise: String) throws {
    let found = try verdict(promise)
    #expect(found.verdict == .weakened)
    #expect(found.differences.map(\.field).allSatisfy { $0 == .quantity || $0 == .value })
  }

  @Test(arguments: [
    "training credits 70", "exam vouchers (9 pcs)", "API calls 40k/day", "partner voucher 20k",
    "training credits (up from 50 to 70)",
  ])
  func sameNumberBehindNoun(_ promise: String) throws { #expect(try verdict(promise).verdict == .landed) }

  @Test(arguments: [
    "45 advisory hours per week",
    "20 advisory hours weekly", "5 training credits per agent", "each user gets 5 training credits",
    "exam fees waived for 30 people", "300 GB of storage at a 40% discount",
  ])
  func isUnclear(_ promise: String) throws { #expect(try verdict(promise).verdict == .unclear) }

  @Test(arguments: [("40k API calls an hour", "weakened"), ("1,500 API calls per hour", "landed")])
  func byTheHour(_ promise: String, _ wanted: String) throws {
    #expect(try verdict(promise).verdict.rawValue == wanted)
  }

  @Test func unreadIsQuoted() throws {
    #expect(try verdict("5 training credits per agent").reason.contains("per agent"))
  }

  @Test func price() throws {
    let less = try verdict("300 GB of storage for EUR 3,500 a year")
    #expect(less.verdict == .weakened)
    #expect(less.differences.map(\.field) == [.fee])
    #expect(try verdict("300 GB of storage for EUR 5,000 a year").verdict == .landed)
    #expect(try verdict("300 GB of storage at EUR 6,000 per year").verdict == .landed)
  }

  @Test(arguments: [
    ("days of consulting", "day"), ("advisory hours", "hour"), ("days of training", "day"), ("training seats", "seat"),
    ("training credits", "credit"),
  ])
  func columnCountsWhatTheWordsSay(_ text: String, _ unit: String) throws {
    let list = try Support.promises("text,quantity\n\(text),10\n", file: "p.csv")
    #expect(list.promises.first?.grants.first?.quantity == Quantity(amount: 10, unit: unit))
  }
}
