// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

/// Whether and how orders renew, in other words than "renews automatically".
@Suite struct RenewalWordingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var renews: Bool
    var months: Decimal?
    var notice: Decimal?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(
      text:
        "It prolongs itself by 12 months each time unless a party objects at the latest 60 days before the end.",
      renews: true, months: 12, notice: 60),
    Case(
      text:
        "Once the term is over the order goes on for a further year, except where notice was given three months before.",
      renews: true, months: 12, notice: 90),
    Case(
      text:
        "Unless one of the two objects 45 days or more before the end, the subscriptions renew for 24 months.",
      renews: true, months: 24, notice: 45),
    Case(
      text:
        "The lines run on for twelve months, save where a side has told the other ninety days before that they shall not.",
      renews: true, months: 12, notice: 90),
    Case(
      text: "At the end the subscription continues for one year, unless Customer cancels with three months' notice.",
      renews: true, months: 12, notice: 90),
    Case(text: "Unless renewed by a paper of both parties the services are over on 31 May 2033.", renews: false),
    Case(text: "The order is not prolonged when the three years have gone by.", renews: false),
    Case(text: "When the term ends the order is extended by one year each time.", renews: true, months: 12),
    Case(text: "Automatic renewal    12 months, 30 days' notice", renews: true, months: 12, notice: 30),
    Case(
      text: "The services are tacitly renewed for periods of one year unless cancelled with two months' notice.",
      renews: true, months: 12, notice: 60),
    Case(
      text: "The order continues year after year until one of the parties cancels it with 90 days' notice.",
      renews: true, months: 12, notice: 90),
    Case(text: "Failing a cancellation it is deemed extended for a further year.", renews: true, months: 12),
    Case(
      text:
        "The order runs on into a further 12-month period each time, save where one side objects 45 days ahead of it.",
      renews: true, months: 12, notice: 45),
    Case(
      text: "Successive one-year terms, unless a party objects in writing sixty (60) days ahead of expiry",
      renews: true,
      months: 12, notice: 60),
    Case(
      text:
        "The order rolls over for twelve months at a time. Whoever wants to stop a rollover writes to the other at least 90 days before it.",
      renews: true, months: 12, notice: 90),
    Case(text: "Renewal: auto, 1-year terms, opt out 30 days before end", renews: true, months: 12, notice: 30),
    Case(text: "Renews .......... yes, for 12 months each time", renews: true, months: 12),
    Case(text: "Renewal: automatic, 12 months\n\nNotice: 60 days before the end", renews: true, months: 12, notice: 60),
    Case(
      text:
        "The lines run on for twelve (12) months, and again after that, unless a side objects thirty days before.",
      renews: true, months: 12, notice: 30),
    Case(
      text:
        "When the two years are up it continues for 12 months at a time. Who does not wish this says so 70 days before.",
      renews: true, months: 12, notice: 70),
    Case(
      text:
        "The term is succeeded by terms of one year each. A party prevents that by a letter that arrives 40 days before.",
      renews: true, months: 12, notice: 40),
    Case(
      text: "It is extended by one year, and so on, if no party has objected in writing two months before.",
      renews: true, months: 12, notice: 60),
    Case(
      text:
        "The contract is extended by a further 12 months in each case if it is not ended with a notice period of 3 months.",
      renews: true, months: 12, notice: 90),
    Case(
      text:
        "Should neither side have served notice sixty days before, it shall be taken to have been renewed for one year.",
      renews: true, months: 12, notice: 60),
    Case(
      text: "If you do nothing, the order goes on for another twelve months. To stop it, tell us 30 days before.",
      renews: true, months: 12, notice: 30),
    Case(text: "Evergreen: yearly periods, sixty days' notice.", renews: true, months: 12, notice: 60),
    Case(
      text: "A new one of twelve months takes its place, if neither party has given notice 45 days beforehand.",
      renews: true, months: 12, notice: 45),
    Case(
      text:
        "The service runs on for further periods of 12 months, one after another. A party that does not want this tells "
        + "the other at least ninety days before.", renews: true, months: 12, notice: 90),
    Case(
      text: "Extension. For consecutive periods of one year, except where a party has objected 30 days before.",
      renews: true, months: 12, notice: 30),
    Case(text: "After the two years, nothing renews by itself.", renews: false),
    Case(text: "It is not tacitly prolonged and you need not give notice.", renews: false),
    Case(text: "Automatic renewal does not apply to this order.", renews: false),
    Case(text: "If you do nothing, the order ends.", renews: false),
    Case(text: "The order is not continued beyond its last day save by a new order form.", renews: false),
    Case(
      text: "This Order does not renew. Customer may renew by signing a new order form; otherwise the services end.",
      renews: false),
    Case(
      text: "The order does not renew. Unused credits are carried forward for three months each time.", renews: false),
    Case(text: "Renewal: only by written agreement", renews: false),
    Case(text: "The services stop by themselves on the last day.", renews: false),
    Case(text: "No renewal takes place of itself.", renews: false),
    Case(text: "After the last day the arrangement ends unless we sign a new letter.", renews: false),
    Case(text: "The parties agree that there is no auto-renewal.", renews: false),
    Case(text: "A tacit renewal is excluded.", renews: false),
    Case(text: "Nothing renews without a new order.", renews: false),
    Case(text: "Clause 9 (automatic renewal) is taken out.", renews: false),
    Case(text: "Auto-renew    Off", renews: false),
    Case(text: "The clause on automatic renewal in the Terms has no application to this order.", renews: false),
    Case(text: "The term is not followed by another unless both sides sign.", renews: false),
    Case(
      text:
        "After the last day the subscription runs on for twelve months and so forth. A party can prevent that by a letter that arrives no fewer than 40 days earlier.",
      renews: true, months: 12, notice: 40),
    Case(
      text:
        "A renewal by six months comes about at each end unless a party, thirty (30) or more days ahead of it, has refused.",
      renews: true, months: 6, notice: 30),
    Case(
      text: "The order is prolonged by an order year whenever it would end, unless a party has objected in writing.",
      renews: true, months: 12),
    Case(text: "The parties keep it running, a quarter at a time, until one of them says no.", renews: true, months: 3),
    Case(text: "The licences stop on the last day; they do not roll on.", renews: false),
    Case(text: "The order is not prolonged unless both sign another one.", renews: false),
    Case(text: "The subscription lapses at the end and is not extended.", renews: false),
    Case(text: "Auto-renewal: No", renews: false),
    Case(text: "Renewal is by mutual written agreement only.", renews: false),
  ])
  func renewalIsRead(of sample: Case) {
    let term = FactSample.facts(
      "ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\n7. Renewal\n\(sample.text)\n"
    ).term
    #expect(term.autoRenews == sample.renews)
    #expect(term.renewalMonths == sample.months)
    #expect(term.noticeDays == sample.notice)
  }

  @Test func auditsAreNoOrder() {
    let term = FactSample.facts(
      "ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\n7. Audits need 30 days' notice and may be renewed each year.\n"
    ).term
    #expect(term.autoRenews == nil)
    #expect(term.noticeDays == nil)
  }
}
