// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// One order given twice, and orders that take another's place.
@Suite struct SameOrderTests {
  private static let clauses = """
    1. Quillmark grants Customer 70 training credits free of charge for the Term.

    2. Customer receives 9 exam vouchers at no charge, valid until 30 April 2031.
    """

  private func later(_ clause: String) -> String {
    Support.order(
      """
      1. Quillmark grants Customer 50 training credits free of charge for the Term.

      2. \(clause)
      """
    ).replacing("ZX-5150", with: "ZX-6001").replacing("OLD", with: "ZX-5150")
  }

  @Test(arguments: [true, false])
  func countsOnce(isSigned: Bool) throws {
    let verdicts = try Support.verdicts(
      ["140 training credits", "70 training credits"], against: Support.order(Self.clauses),
      Support.order(Self.clauses, signed: isSigned) + "\n")
    #expect(verdicts.map(\.verdict) == [.weakened, .landed])
    #expect(verdicts[0].differences.map(\.field) == [.quantity])
  }

  @Test(arguments: [
    ("Quillmark", "Harbinger", Verdict.landed), ("Dunmore Timber", "Castle Timber", .landed),
    ("Quillmark Systems Inc.", "Quillmark Systems, Incorporated", .weakened),
  ])
  func ordersOfOthersWithTheSameNumberAreNoCopies(_ name: String, _ other: String, _ verdict: Verdict) throws {
    let second = Support.order(Self.clauses).replacing(name, with: other)
    let verdicts = try Support.verdicts(["140 training credits"], against: Support.order(Self.clauses), second)
    #expect(verdicts.map(\.verdict) == [verdict])
  }

  @Test func partsOfOneOrderAddUp() throws {
    let second = "1. Quillmark grants Customer 30 training credits free of charge for the Term."
    let verdicts = try Support.verdicts(
      ["100 training credits"], against: Support.order(Self.clauses), Support.order(second))
    #expect(verdicts.map(\.verdict) == [.landed])
  }

  @Test(arguments: [
    "This Order Form supersedes and replaces Order Form OLD in its entirety.",
    "This Order Form replaces the order form OLD dated 20 April 2028.",
    "Order Form OLD is terminated as of 1 May 2028 and replaced by this Order Form.",
    "This order form amends, restates and replaces Order Form OLD in full.",
  ])
  func takesTheOthersPlace(_ clause: String) throws {
    let verdicts = try Support.verdicts(
      ["120 training credits", "50 training credits", "9 exam vouchers"], against: Support.order(Self.clauses),
      later(clause))
    #expect(verdicts.map(\.verdict) == [.weakened, .landed, .contradicted])
  }

  @Test(arguments: [
    "This Order Form does not replace Order Form OLD.", "This Order Form replaces Section 4 of Order Form OLD.",
    "This Order Form supplements Order Form OLD.", "This Order Form replaces Order Form OLD upon its expiry.",
    "In case of conflict this Order Form supersedes Order Form OLD.",
    "This order replaces the order form OLD with respect to support only.",
    "This Order Form replaces Order Form OLD for the renewal term.",
    "The prices below supersede Order Form OLD prices.",
    "The terms of Order Form OLD are superseded by the Agreement where they differ.",
    "As agreed before, Order Form Q-7117 supersedes Order Form OLD.",
  ])
  func leavesTheOther(_ clause: String) throws {
    let verdicts = try Support.verdicts(
      ["9 exam vouchers"], against: Support.order(Self.clauses), later(clause))
    #expect(verdicts.map(\.verdict) == [.landed])
  }
}
