// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import PromiseReading
import Testing
import Verification

/// One rule of the verdicts each.
@Suite struct VerdictTests {
  private func verdict(_ promise: String, _ contract: String...) throws -> (String, [String]) {
    let read = try contract.map { try Support.reader().readContract(Array($0.utf8), name: "contract.txt") }
    let list = try Support.promises("text\n\"\(promise)\"\n", file: "p.csv")
    let found = Verifier(extractor: try Support.reader().extractor).verify(list, against: read)
    let first = try #require(found.promises.first)
    return (first.verdict.rawValue, first.differences.map(\.field.rawValue).sorted())
  }

  @Test(arguments: [
    (
      "40 training credits", "1. Quillmark grants Customer forty-five (45) training credits at no charge.", "landed", []
    ),
    (
      "40 training credits", "1. Quillmark grants Customer thirty (30) training credits at no charge.", "weakened",
      ["quantity"]
    ),
    (
      "40 training credits valid for 24 months",
      "1. Quillmark grants Customer forty (40) training credits. They can be used until 30 April 2029.", "weakened",
      ["validity"]
    ),
    ("A EUR 9,000 adoption fund", "1. Quillmark sets up an adoption fund of EUR 9,000 for Customer.", "landed", []),
    (
      "A EUR 9,000 adoption fund", "1. Quillmark sets up an adoption fund of EUR 8,500 for Customer.", "weakened",
      ["value"]
    ),
    ("Two test sandboxes at no charge", "1. Customer may purchase test sandboxes at EUR 900 each.", "missing", []),
    ("Two test sandboxes at no charge", "1. Test sandboxes are not included.", "contradicted", []),
    (
      "Signature support for the whole term", "1. Premier Support is included at no charge for the Term.", "weakened",
      ["tier"]
    ),
    (
      "60 consulting hours",
      "1. Quillmark provides sixty (60) consulting hours free of charge. Each use requires the prior written approval of Quillmark.",
      "weakened", ["conditions"]
    ),
    (
      "Unused consulting hours roll over",
      "1. Quillmark provides sixty (60) consulting hours in each contract year. Unused hours roll over to the next contract year.",
      "landed", []
    ),
    (
      "Unused consulting hours roll over",
      "1. Quillmark provides sixty (60) consulting hours in each contract year. Unused hours are forfeited.",
      "contradicted", []
    ),
    ("9,000 flex credits", "1. Quillmark grants Customer 9,000 AI credits for the Term.", "missing", []),
    ("30 hours of consulting", "1. Quillmark provides four (4) consulting days at no charge.", "unclear", []),
  ])
  func rule(_ promise: String, _ clause: String, _ wanted: String, _ fields: [String]) throws {
    let (verdict, differing) = try verdict(promise, Support.order(clause))
    #expect(verdict == wanted)
    #expect(differing == fields)
  }

  @Test func whatIsNotSignedHasNotLanded() throws {
    let clause = "1. Quillmark grants Customer forty (40) training credits at no charge."
    let (unsigned, fields) = try verdict("40 training credits", Support.order(clause, signed: false))
    #expect(unsigned == "weakened")
    #expect(fields == ["signature"])
  }

  @Test func partsMakeTheWhole() throws {
    let clauses = """
      1. Quillmark grants Customer thirty (30) training credits at no charge in the first contract year.

      2. Quillmark grants Customer thirty-five (35) training credits at no charge in the second contract year.
      """
    let found = try Support.verdicts(["60 training credits"], against: Support.order(clauses))
    #expect(found[0].verdict == .landed)
    #expect(found[0].entitlements.count == 2)
  }

  @Test func aTextConvertsUnits() throws {
    let clause =
      "1. Quillmark provides forty (40) training credits at no charge. One training credit equals one training day."
    #expect(try verdict("38 training days", Support.order(clause)).0 == "landed")
    #expect(try verdict("42 training days", Support.order(clause)).0 == "weakened")
  }

  @Test func amendmentsChangeWords() throws {
    let order = Support.order("1. Quillmark grants Customer forty (40) training credits at no charge.")
    let amendment = """
      AMENDMENT 1 TO ORDER FORM ZX-5150

      1. In section 1 the words "forty (40)" are replaced by "seventy (70)".

      Quillmark Systems Inc.            Dunmore Timber Limited

      Signed: /s/ Orla Pendry            Signed: /s/ Tomas Reiff
      Date:   20 May 2028                Date:   18 May 2028
      """
    #expect(try verdict("70 training credits", order).0 == "weakened")
    #expect(try verdict("70 training credits", order, amendment).0 == "landed")
  }

  @Test func missingOnesShowWhereTheyMightHide() throws {
    let found = try Support.verdicts(
      ["Two test sandboxes"],
      against: Support.order(
        "1. Customer may purchase test sandboxes at EUR 900 each.\n\n2. This Order Form is the entire agreement of the parties."
      ))
    #expect(found[0].leads.first?.reason == "optional_purchase")
    #expect(found[0].leads.first?.quote.contains("test sandboxes") ?? false)
    #expect(found[0].isDisclaimed)
    #expect(found[0].wording?.contains("2 test sandboxes") ?? false)
  }
}
