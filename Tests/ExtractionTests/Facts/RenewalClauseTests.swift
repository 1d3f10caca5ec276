// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

/// Renewal in clipped clauses behind a title, wherever they stand.
@Suite struct RenewalClauseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var renews: Bool?
    var months: Decimal?
    var notice: Decimal?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(
      text: "• Renewal. Auto, 12 months at a time, unless either side gives 45 days written notice ahead of the end.",
      renews: true, months: 12, notice: 45),
    Case(
      text: "* RENEWAL — Rolls 24 mos. at a time unless a side says no in writing at least 30 days before end.",
      renews: true, months: 24, notice: 30),
    Case(
      text: "9. Renewal: a further twelve (12) months each time, unless either writes at least ninety days before.",
      renews: true, months: 12, notice: 90),
    Case(text: "* Auto-renewal - yes, yearly, 60 days' notice to stop it.", renews: true, months: 12, notice: 60),
    Case(
      text: "* Renewals. One year each, automatic; out by mail 30 days before.", renews: true, months: 12, notice: 30),
    Case(
      text: "7. Term and renewal. Rolling by twelve months unless cancelled sixty days ahead.", renews: true,
      months: 12, notice: 60),
    Case(text: "* Renewal. Only by a fresh order form.", renews: false),
    Case(text: "* Renewal. Needs a new order signed by both.", renews: false),
    Case(text: "RENEWAL\nNone by itself. Quote from us 90 days out.", renews: false),
    Case(text: "* Auto-renewal. Off. Customer calls.", renews: false),
    Case(text: "* Renewal — by mutual agreement.", renews: false),
    Case(text: "* Renewal price. 5% over the last price at most."),
    Case(text: "* Renewal terms: to be agreed."),
  ])
  func renewalIsRead(of sample: Case) {
    let term = FactSample.facts(
      "ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\nSPECIAL TERMS\n\n\(sample.text)\n"
    ).term
    #expect(term.autoRenews == sample.renews)
    #expect(term.renewalMonths == sample.months)
    #expect(term.noticeDays == sample.notice)
  }

  @Test func periodsToTheEnd() {
    let term = FactSample.facts(
      "ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\nAfter that it is prolonged by twelve months each time, if it is not terminated in writing with a period of ninety (90) days to its end.\n"
    ).term
    #expect(term.autoRenews == true)
    #expect(term.noticeDays == 90)
  }
}
