// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Small tables and lists of plain text, and what the line over them says.
@Suite struct PlainTableTests {
  private func grants(_ body: String) -> [String] {
    let head = """
      ORDER FORM T-7731

      Supplier:    Farnholt Software Ltd
      Customer:    Tarn Valley Dairies Ltd
      Order start: 1 May 2027
      Order end:   30 April 2030
      Currency:    EUR


      """
    return TableSample.read(head + body + "\n", fileName: "order.txt").entitlements.map(TableSample.line)
  }

  /// One rule under the headings does not make one row of the two below it.
  @Test func rowsUnderOneRule() {
    let found = grants(
      """
      Benefit              Volume        Fee
      ------------------   -----------   ------
      Archive storage      700 GB        nil
      Coaching sessions    6             nil
      """)
    #expect(
      found == [
        "storage 700 gb fee 0 2027-05-01..2030-04-30", "accelerator 6 session fee 0 2027-05-01..2030-04-30",
      ])
  }

  /// A sentence of its own between two tables is no row of either.
  @Test func sentenceBetweenTables() {
    let found = grants(
      """
      Item                        Number      Charge
      Training credits            60          none
      Exam vouchers               6           waived

      The order does not renew by itself. Dutch law applies here.

      TARN VALLEY DAIRIES LTD                FARNHOLT SOFTWARE LTD
      By: /s/ Ada Quill                      By: /s/ Bo Marsh
      Date: 3 May 2027                       Date: 4 May 2027
      """)
    #expect(found.map { $0.hasSuffix("fee 0 2027-05-01..2030-04-30") } == [true, true])
  }

  /// `Amount` over what is counted, and a heading that says what it costs.
  @Test func amountsThatCount() {
    let found = grants(
      """
      Complimentary benefit   Amount
      ---------------------   -----------
      Training credits        35 credits
      Expert accelerators     4 sessions
      Full sandboxes          2
      """)
    #expect(
      found == [
        "training_credit 35 credit fee 0 2027-05-01..2030-04-30", "accelerator 4 session fee 0 2027-05-01..2030-04-30",
        "sandbox 2 sandbox fee 0 2027-05-01..2030-04-30",
      ])
  }

  @Test func aTitleWithoutASignOverItems() {
    let found = grants(
      """
      Complimentary items

      - 9 training seats
      - 14 architect hours
      """)
    #expect(
      found == [
        "training_credit 9 seat fee 0 2027-05-01..2030-04-30", "services_hours 14 hour fee 0 2027-05-01..2030-04-30",
      ])
  }

  /// A sentence that has come to its end says nothing of the items below it.
  @Test func aSentenceOverItems() {
    let found = grants(
      """
      Delivery of the media is free of charge.

      - 9 training seats
      """)
    #expect(found == ["training_credit 9 seat 2027-05-01..2030-04-30"])
  }
}
