// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Sentences behind a grant that speak of something else give it nothing.
@Suite struct SubjectGateTests {
  private static func line(behind sentence: String) -> String? {
    GrantSample.lines("3. SERVICES\n\nSupplier delivers 30 consulting hours. \(sentence)\n").first
  }
  private static let alone = line(behind: "")

  @Test(arguments: [
    "The support contract with the former vendor ends on 31 May 2026.",
    "The programme manager is on leave from 3 August 2026 to 28 August 2026.",
    "Until 30 April 2026 invoices go to the Leipzig office.",
    "Customer has to name its users by 27 February 2026.",
    "The parties speak about a further order by 30 November 2027.",
    "The first year of the project is devoted to the design.",
    "The deadline for objections is 15 March 2026.",
    "The licence fee amounts to EUR 72,000.",
    "The Platform fee for 2027 is EUR 31,000.",
    "Each clause stands alone.",
    "Licences of users who left can be transferred and remain valid in the following year.",
    "Remaining invoices are refunded only by written agreement.",
    "The payment deadline may be extended by ten days on request.",
    "Supplier may extend the deadline for payment once.",
    "Payment is made by bank transfer without charges for the recipient.",
    "Customer pays no fee for the data export.",
    "Supplier will not charge any fee for its proposal.",
    "The annual fee covers the Platform and its updates.",
  ])
  func ofSomethingElse(sentence: String) {
    #expect(Self.alone != nil)
    #expect(Self.line(behind: sentence) == Self.alone)
  }

  @Test func whatAnEarlierOrderLeft() {
    let lines = GrantSample.lines(
      """
      3. SERVICES

      Supplier makes out 90 training credits.

      4. FORMER ORDER

      On 1 March 2026 Order K-17 comes to an end. All training credits that are unused under it lapse on that day and are
      not brought into this new Order.
      """)
    #expect(lines == ["training_credit 90 credit | 2026-03-01..2028-02-28"])
  }

  @Test(arguments: [
    ("They end on 31 May 2026.", "2026-05-31"),
    ("The pot is open until 31 May 2026.", "2026-05-31"),
    ("Customer must place its bookings by 31 May 2026.", "2026-05-31"),
    ("Supplier performs its work until 31 May 2026.", "2026-05-31"),
    ("A cash payment is excluded; any remainder lapses on 31 May 2026.", "2026-05-31"),
    ("The price is EUR 4,500.", "fee 4500"),
    ("No fee is charged.", "fee 0"),
    ("Customer pays nothing for them.", "fee 0"),
    ("The trainers' fees are to our account.", "fee 0"),
    ("They are covered by the fee for hosting.", "fee 0"),
    ("Supplier refunds the price of hours that are not called off.", "refundable"),
  ])
  func ofTheGrant(sentence: String, part: String) {
    #expect(Self.line(behind: sentence)?.contains(part) == true)
  }
}
