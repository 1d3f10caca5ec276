// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Statements that reach grants by their place or by a name that a definition gives them.
@Suite struct GeneralTermsTests {
  private static let schedule = """
    SCHEDULE 2 - BENEFITS

    1. Supplier allots to Customer 80 training credits for its planners.

    2. Supplier sets aside an adoption fund of $9,000.

    """

  @Test(arguments: [
    "3.2 No charge shall be levied in respect of anything in Schedule 2.",
    "3.2 Nothing in Schedule 2 is charged for.",
    "3.2 Supplier does not charge for what is described in Schedule 2.",
  ])
  func freeByPlace(clause: String) {
    let lines = GrantSample.lines("3. CHARGES\n\n\(clause)\n\n\(Self.schedule)")
    #expect(lines.map { $0.contains("fee 0") } == [true, true])
  }

  @Test func freeByTheirNouns() {
    let lines = GrantSample.lines(
      """
      2. LEARNING

      2.1 Supplier provides eight training days.

      2.2 Supplier provides six exam vouchers.

      2.3 Neither the training days nor the exam vouchers cost Customer anything.
      """)
    #expect(lines.map { $0.contains("fee 0") } == [true, true])
  }

  /// The number of a clause counts nothing.
  @Test func numberOfAClauseInItsText() {
    let lines = GrantSample.lines("1.3 Spend counts once. 1.4 Promotional credits that were added count as spend.")
    #expect(lines.allSatisfy { !$0.contains("1.4") })
  }

  @Test(arguments: ["The services in 2.1 and 2.2 are", "The items in clauses 2.1 and 2.2 are"])
  func freeBySeveralLabels(opening: String) {
    let lines = GrantSample.lines(
      """
      2.1 Supplier provides forty consulting hours for the move of the ledgers.

      2.2 Supplier provides 500 GB of file storage.

      2.3 \(opening) covered by the subscription fees.
      """)
    #expect(lines.map { $0.contains("fee 0") } == [true, true])
  }

  @Test(arguments: [
    "Customer also receives the following. Nothing is charged for it unless an amount is mentioned.",
    "Unless we say otherwise none of what follows costs you anything.",
  ])
  func freeAhead(clause: String) {
    let lines = GrantSample.lines(
      "\(clause)\n\n1. Supplier grants 12 exam vouchers.\n\n2. Supplier gives ten consulting hours for $1,500.\n")
    #expect(lines.first?.contains("fee 0") == true)
    #expect(lines.last?.contains("fee 1500") == true)
  }

  @Test func freeInThisSection() {
    let lines = GrantSample.lines(
      """
      6. PEOPLE

      6.1 Customer receives 20 exam vouchers.

      6.2 Supplier does not charge for what is described in this section 6.

      7. SERVICES

      7.1 Supplier provides 30 consulting hours.

      """)
    #expect(lines.map { $0.contains("fee 0") } == [true, false])
  }

  @Test func namedByDefinition() {
    let lines = GrantSample.lines(
      """
      1. INTERPRETATION

      "Learning Allowance" means the credits referred to in paragraph 1 of Schedule 2.

      7. USE

      7.1 The Learning Allowance may be used until 30 June 2027 and is then extinguished.

      \(Self.schedule)
      """)
    #expect(lines.first == "training_credit 80 credit | 2026-03-01..2027-06-30 | forfeited")
    #expect(lines.last == "success_fund | worth 9000 | 2026-03-01..2028-02-28")
  }

  @Test func pronounsSpeakOfWhatCameBefore() {
    let lines = GrantSample.lines(
      "Customer may call on Supplier for six coaching sessions. They are included in the Premier Success Plan.")
    #expect(lines.first?.hasPrefix("accelerator 6 session | fee 0") == true)
  }

  /// "They" behind a pointer speaks of what its own paragraph grants.
  @Test(arguments: [
    "Section 1 is replaced as follows: \"Supplier grants Customer 90 training credits. They are valid until 30 June 2026.\"",
    "The parties agree as follows: Supplier grants Customer 90 training credits. They are valid until 30 June 2026.",
  ])
  func pointersEndWithTheFirstGrant(clause: String) {
    let lines = GrantSample.lines("1. \(clause)\n\n2. Supplier gives three full copy sandboxes.\n")
    #expect(lines.map { $0.contains("2026-06-30") } == [true, false])
  }
}
