// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

/// Fees that stand among the labels of a form, and forms that are no tables of prices.
@Suite struct FeeFormTests {
  struct Case: Sendable {
    var head: String
    var annual: Decimal?
    var total: Decimal?
  }

  @Test(arguments: [
    Case(
      head: "Annual Fee        Sales Contact     Total Fees\nGBP 24,000        Rajesh Menon      GBP 48,000",
      annual: 24000, total: 48000),
    Case(head: "Annual subscription fee\nGBP 24,000\n\nTotal contract value\nGBP 48,000", annual: 24000, total: 48000),
    Case(
      head: """
        Order Number     Annual Fee
        NT-40217         GBP 24,000
        Quote valid by   Total Fees
        3 March 2031     GBP 48,000
        """, annual: 24000, total: 48000),
    Case(
      head: """
        Billing Frequency    Annual in advance    Price per year    GBP 24,000
        Total order price    GBP 48,000           Payment Terms     Net 30
        """, annual: 24000, total: 48000),
    Case(head: "ACV: GBP 24,000\nTCV: GBP 48,000", annual: 24000, total: 48000),
    Case(
      head: "Annual contract value (ACV): GBP 24,000\nTotal contract value (TCV): GBP 48,000", annual: 24000,
      total: 48000),
    Case(
      head: """
        Billing Frequency    Annual in advance
        SO number            NT-40217
        Payment Terms        Net 30
        """, annual: nil, total: nil),
  ])
  func fees(form: Case) {
    let fees = FactSample.facts(
      """
      ORDER FORM NT-40217

      Supplier: Tarnbeck Systems Ltd
      Customer: Ostrava Glass plc
      Term: 1 April 2031 to 31 March 2033

      """ + "\n" + form.head + "\n"
    ).fees
    #expect(fees.annual == form.annual)
    #expect(fees.total == form.total)
  }

  @Test(arguments: [
    ("The parties choose the law of Ireland.", "Ireland"),
    ("The applicable law is that of Germany.", "Germany"),
    ("Law and jurisdiction: Denmark.", "Denmark"),
    ("Any dispute shall be settled according to the laws of Ohio.", "Ohio"),
    ("It shall be construed in accordance with the laws in force in the State of Maine.", "Maine"),
    ("All disputes are decided under the laws of Oregon, without regard to conflicts of law.", "Oregon"),
  ])
  func lawsInOtherWords(clause: String, law: String) {
    #expect(FactSample.facts("ORDER FORM NT-40217\n\n8. \(clause)\n").governingLaw == law)
  }

  @Test(
    arguments: [
      ("1. Fees. The fees are due. Renewal: automatic, 12 months each; notice 60 days.", true, 12, 60),
      ("Auto-renewal for 24 months at a time unless cancelled with 30 days' notice.", true, 24, 30),
      ("Renewal: The order lapses at the end of its term unless the parties agree on a renewal.", false, nil, nil),
    ] as [(String, Bool, Decimal?, Decimal?)])
  func renewals(clause: String, renews: Bool, months: Decimal?, notice: Decimal?) {
    let term = FactSample.facts("ORDER FORM NT-40217\n\nTerm: 1 April 2031 to 31 March 2033\n\n\(clause)\n").term
    #expect(term.autoRenews == renews)
    #expect(term.renewalMonths == months)
    #expect(term.noticeDays == notice)
  }
}
