// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import Testing
import Verification

/// Money for the bills of a firm, and grants that a later document takes out.
@Suite struct FirmMoneyTests {
  @Test(arguments: [
    ("they chip in 18k for Falk & Sohn's bill", "landed"), ("18k towards Falk & Sohn", "landed"),
    ("Quillmark covers Falk & Sohn's invoices up to EUR 25,000", "weakened value"),
  ])
  func share(_ promise: String, _ verdict: String) throws {
    let clause = "Quillmark will pay up to EUR 18,000 of the invoices of Falk & Sohn for the yard rollout."
    #expect(try Support.verdict(promise, clause) == verdict)
  }

  @Test(arguments: [
    "Quillmark makes no contribution to the fees of Falk & Sohn or of any other partner.",
    "Quillmark has no obligation to pay Falk & Sohn or any other integrator.",
    "Quillmark does not bear the fees of any integrator.",
  ])
  func refused(_ clause: String) throws {
    #expect(try Support.verdict("they chip in 18k for Falk & Sohn's bill", clause) == "contradicted")
  }

  @Test func aRefusalNamesAFirmAndNoWork() throws {
    let clause = "Quillmark has no obligation to pay Elm Advisors or any other third party."
    #expect(try Support.verdict("40 hours of record cleansing by our staff, not billed", clause) == "missing")
  }

  private static let amendment = """
    FIRST AMENDMENT TO ORDER FORM ZX-5150

    Quillmark Systems Inc. and Dunmore Timber Limited amend Order Form ZX-5150 as of 1 June 2028.

    A. Section 2.3 is deleted in its entirety.

    B. Section 2.4 is not deleted and remains in force.

    Quillmark Systems Inc.            Dunmore Timber Limited

    Signed: /s/ Orla Pendry            Signed: /s/ Tomas Reiff
    Date:   20 May 2028                Date:   18 May 2028
    """

  @Test func takenOut() throws {
    let clauses = """
      2.3 Quillmark will pay up to EUR 30,000 to Falk & Sohn for its work on the cut-over.

      2.4 Quillmark grants Customer 25 exam vouchers.
      """
    let found = try Support.verdicts(
      ["EUR 30,000 toward Falk & Sohn for the cut-over", "25 exam vouchers"], against: Support.order(clauses),
      Self.amendment)
    #expect(found.map(\.verdict) == [.contradicted, .landed])
  }
}
