// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// Forms with boxes: what stands behind an empty one has not been chosen.
@Suite struct FormBoxTests {
  @Test func onlyWhatIsTicked() {
    let lines = GrantSample.lines("Free of charge: ☐ 20 training credits ☒ 50 training credits ☐ 90 training credits")
    #expect(lines == ["training_credit 50 credit | fee 0 | 2026-03-01..2028-02-28"])
  }

  @Test func tickedCellsOfRows() {
    let found = TableSample.grants(
      TableSample.table([
        ["Service", "Choice", "Total"], ["Fleet Cloud", "☐ 50 ☒ 90 ☐ 120", "9,000.00"],
        ["Support plan", "☐ Standard ☒ Premier ☐ Signature", "1,200.00"],
      ]))
    #expect(found == ["support_plan fee 1200 2027-05-01..2030-04-30"])
  }

  @Test func typedBoxes() {
    let clauses = """
      Options taken with this order:

      [x] 40 training credits for planners
      [ ] 60 consulting hours for reports
      [X] One Full Copy sandbox
      """
    #expect(
      GrantSample.lines(clauses) == [
        "training_credit 40 credit | 2026-03-01..2028-02-28", "sandbox 1 sandbox | 2026-03-01..2028-02-28",
      ])
    #expect(GrantSample.reasons(clauses) == ["optional_purchase"])
  }

  @Test(arguments: [
    "□ Supplier provides 80 training credits to Customer.", "( ) Supplier provides 80 training credits to Customer.",
    "Chosen: [ ] Supplier provides 80 training credits to Customer.",
  ])
  func whatStandsBehindAnEmptyBox(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
    #expect(GrantSample.reasons(clause) == ["optional_purchase"])
  }

  @Test func aGapIsNoBox() {
    let lines = GrantSample.lines("Within [ ] days Supplier provides 80 training credits to Customer.")
    #expect(lines == ["training_credit 80 credit | 2026-03-01..2028-02-28"])
  }

  @Test func rowsWithAnEmptyBox() {
    let found = TableSample.grants(
      TableSample.table([
        ["", "Option", "Extent"], ["[x]", "Training credits", "50"], ["[ ]", "Consulting hours", "40"],
        ["☒", "Data storage", "100 GB"], ["☐", "Exam vouchers", "9"],
      ]))
    #expect(
      found == ["training_credit 50 credit 2027-05-01..2030-04-30", "storage 100 gb 2027-05-01..2030-04-30"])
  }

  @Test func tickedTerm() {
    let facts = FactSample.facts(
      """
      ORDER FORM K-5521

      Supplier: Tarnbeck Systems Ltd
      Customer: Ostrava Glass plc
      Start of the Term: 1 July 2031
      Length of the Term: ☐ 12 months ☒ 24 months ☐ 36 months
      """)
    #expect(facts.term.months == 24)
    #expect(facts.term.end == FactSample.day("2033-06-30"))
  }
}
