// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Times that stand apart from what they bound: counted from a day said before, in a list, under a rule, in a definition.
@Suite struct TimePlaceTests {
  @Test(arguments: [
    (
      "Nine exam vouchers are mailed on the first day of the subscription. They work for five months counted from that day.",
      "certification_voucher 9 voucher | 2026-03-01..2026-07-31"
    ),
    (
      "Supplier sets up a success fund of USD 4,000 on 1 June 2026. It pays for signs. The fund is open for six months that run from that day.",
      "success_fund | worth 4000 | 2026-06-01..2026-11-30"
    ),
    (
      "Supplier provides 20 consulting hours. They run from 1 May 2026, and their use is limited to the four months which begin with it.",
      "services_hours 20 hour | 2026-05-01..2026-08-31"
    ),
    (
      "Supplier issues a partner voucher of USD 3,000 on 15 April 2026. It keeps for one year from issue.",
      "partner_voucher | worth 3000 | 2026-04-15..2027-04-14"
    ),
    (
      "Eight training credits are loaded on 1 May 2026. They lapse ten months after they were loaded.",
      "training_credit 8 credit | 2026-05-01..2027-02-28 | forfeited"
    ),
    (
      "A partner voucher of USD 3,000 is handed over on the day the subscription begins. From then on Customer has seven months to present it.",
      "partner_voucher | worth 3000 | 2026-03-01..2026-09-30"
    ),
    (
      "The kick-off is on 1 April 2026.\n\nSupplier provides 12 consulting hours for five months from the kick-off.",
      "services_hours 12 hour | 2026-04-01..2026-08-31"
    ),
    (
      "The kick-off is planned for 1 April 2026.\n\nSupplier provides 12 consulting hours for five months from the kick-off.",
      "services_hours 12 hour | ?..?"
    ),
    (
      "\"Cutover\" means 1 October 2026.\n\nSupplier provides 12 consulting hours until the day before Cutover.",
      "services_hours 12 hour | 2026-03-01..2026-09-30"
    ),
    (
      "The first six months of the order are the \"Ramp-up\".\n\nSupplier provides Gold Support during the Ramp-up.",
      "support_plan | 2026-03-01..2026-08-31"
    ),
    (
      "Stage 1 (1 March 2026 to 31 October 2026) is followed by Stage 2.\n\nSupplier provides 12 consulting hours in Stage 1.",
      "services_hours 12 hour | 2026-03-01..2026-10-31"
    ),
    (
      "A \"Harvest Year\" is twelve months from 1 March.\n\nSupplier provides 12 consulting hours in the second Harvest Year.",
      "services_hours 12 hour | 2027-03-01..2028-02-28"
    ),
    (
      "\"Tide Year\" is a calendar year.\n\nSupplier provides 12 consulting hours until the end of Tide Year 2026.",
      "services_hours 12 hour | 2026-03-01..2026-12-31"
    ),
  ])
  func counted(clause: String, grant: String) {
    #expect(GrantSample.lines(clause) == [grant])
  }

  @Test(arguments: [
    (
      "1. Gifts\n\n(a) 8 training credits.\n\n(b) 4 exam vouchers.\n\n2. Times\n\nThe services under 1(a) can be used until 30 April 2027. Those under 1(b) can be used until 31 May 2027.",
      ["2027-04-30", "2027-05-31"]
    ),
    (
      "1. Supplier provides 8 training credits.\n\n2. Supplier provides 4 exam vouchers, which end on 31 May 2027.\n\n3. Where no date is given above, use must be made by 30 April 2027.",
      ["2027-04-30", "2027-05-31"]
    ),
    (
      "1. Customer receives 8 training credits and 4 exam vouchers.\n\n2. All of these expire on 30 April 2027.",
      ["2027-04-30", "2027-04-30"]
    ),
    (
      "1. Supplier provides 8 training credits.\n\n2. Supplier provides 4 exam vouchers.\n\n3. Training credits may be used until 30 April 2027, exam vouchers until 31 May 2027.",
      ["2027-04-30", "2027-05-31"]
    ),
    (
      "1. Supplier provides 8 training credits.\n\n2. Supplier provides a success fund of USD 900.\n\n3. Deadlines: training credits 30 April 2027, success fund 31 May 2027.",
      ["2027-04-30", "2027-05-31"]
    ),
    (
      "1. 8 training credits are provided.\n\n2. 4 consulting hours are provided.\n\n3. Credits and hours that have not been used by 30 April 2027 are forfeited.",
      ["2027-04-30", "2027-04-30"]
    ),
    (
      "A. 8 training credits are provided.\n\nB. A partner voucher of USD 900 is provided.\n\nC. Item A runs through 30 April 2027; item B runs through 31 May 2027.",
      ["2027-04-30", "2027-05-31"]
    ),
    (
      "1. Supplier provides 8 training credits and 4 consulting hours. The former lapse on 30 April 2027, the latter on 31 May 2027.",
      ["2027-04-30", "2027-05-31"]
    ),
  ])
  func shared(clauses: String, ends: [String]) {
    let found = GrantSample.result(clauses)?.entitlements.map { $0.validity.end.map { "\($0)" } ?? "?" }
    #expect(found == ends)
  }

  @Test func deadlinesToOrderAndToUse() {
    let found = GrantSample.result(
      """
      Customer must order the 20 consulting hours before 1 March 2027. They are performed by 31 August 2027.
      """)?.entitlements.first?.validity
    #expect(found?.redeemBy.map { "\($0)" } == "2027-02-28")
    #expect(found?.end.map { "\($0)" } == "2027-08-31")
  }
}
