// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// The many ways in which order forms say from when to when they run.
@Suite struct TermWordingTests {
  private static let head = """
    ORDER FORM NT-40217

    Supplier:  Nettlewick Systems Ltd, 4 Quay Row, Hull
    Customer:  Ostrava Glass plc, 9 Kiln Road, Leeds


    """
  private static let body = """

    1. Services
    Product                     Users      Annual fee
    Ledger Cloud                  120      GBP 24,000.00
    Archive Cloud                  40      GBP  6,000.00

    2. Training
    Nettlewick grants 20 training credits free of charge, valid from 1 June 2031 to 30 November 2031.
    The offer of 3 February 2031 is withdrawn. Under the order of 4 May 2028 the Customer had 10 training credits.
    """

  @Test(arguments: [
    // Sentences
    "The Customer may use Ledger Cloud from 1 May 2031 until 30 April 2034.",
    "The Customer subscribes to what is listed below for the period 1 May 2031 to 30 April 2034.",
    "This Order comes into force on 1 May 2031 and is at an end thirty-six months later.",
    "We start the services on 1 May 2031; the arrangement holds good for three years.",
    "The licences are granted for 36 months with effect from 1 May 2031.",
    "The services are taken for three full years, the first of which opens on 1 May 2031.",
    "Year 1 commences on 1 May 2031. Each Year is twelve months long. There are three Years.",
    "Year 1 begins on 1 May 2031, and Year 3 closes on 30 April 2034.",
    "\"Order Term\" means the period of thirty-six (36) months from the Go-Live Date. \"Go-Live Date\" means 1 May 2031.",
    "The Services are provided during the period of three (3) years which commences on 1 May 2031 (the \"Term\").",
    "This Order is effective as of 1 May 2031 (the \"Start Day\") and remains binding for 36 months from the Start Day.",
    "The subscription expires on 30 April 2034, having begun on 1 May 2031.",
    "All subscriptions are co-terminous and end on 30 April 2034. They start on 1 May 2031.",
    "The commitment is for 36 months. It starts to run on 1 May 2031.",
    "The agreed duration amounts to thirty-six months; day one is 1 May 2031.",
    "Usage is grouped in contract years: 1 May 2031 - 30 April 2032, 1 May 2032 - 30 April 2033, 1 May 2033 - 30 April 2034.",
    "What you are buying. 120 seats for three years, commencing 1 May 2031 and finishing 30 April 2034.",
    "36 months, commencing 1 May 2031, finishing 30 April 2034",
    "1. TENURE. Thirty-six months beginning on 1 May 2031 and expiring on 30th April, 2034.",
    // Labels
    "Commencement            1 May 2031\nExpiry                  30 April 2034",
    "SOW Effective Date      1 May 2031\nSOW End Date            30 April 2034",
    "Tenure:                 1 May 2031 to 30 April 2034",
    "Period of performance: 01.05.2031 – 30.04.2034",
    "Services        01 May 2031 - 30 Apr 2034",
    "Laufzeit (term):     01.05.2031 bis 30.04.2034",
    "Term of use:     36 months beginning 1 May 2031",
    "Term:   3 years, first day 1 May 2031, last day 30 April 2034",
    "Valid from 1 May 2031 through 30 April 2034",
    "In force         1 May 2031 to 30 April 2034",
    "Start:  1 May 2031     Length:  36 months",
    "Kick-off Date           1 May 2031\nMinimum Term            thirty-six months from the Kick-off Date",
    "Subscription Start      1 May 2031\nSubscription End        co-termed with order NT-30001, i.e. 30 April 2034",
    "Opens:                  1 May 2031\nCloses:                 30 April 2034",
    "First day of service    1 May 2031\nLast day of service     30 April 2034",
    "Order Effective Date    1 May 2031\nOrder Term              from the Order Effective Date up to 30 April 2034",
  ])
  func termIsRead(wording: String) {
    let term = FactSample.facts(Self.head + wording + "\n" + Self.body).term
    #expect(term.start == FactSample.day("2031-05-01"), "\(wording)")
    #expect(term.end == FactSample.day("2034-04-30"), "\(wording)")
    #expect(term.months == 36, "\(wording)")
  }

  @Test(arguments: [
    "The fund can be used from 1 May 2031 to 30 April 2032.",
    "The prices hold from 1 May 2031 to 30 April 2034.",
    "Invoices for 2031 are sent between 1 May 2031 and 30 June 2031.",
    "Ten passes are given to the key users for one year commencing on 1 July 2031.",
  ])
  func otherTimesAreNoTerm(wording: String) {
    let term = FactSample.facts(Self.head + wording + "\n" + Self.body).term
    #expect(term.end == nil, "\(wording)")
    #expect(term.months == nil, "\(wording)")
  }

  @Test func calendarYearsBeginWithTheYear() {
    let term = FactSample.facts(
      Self.head + "The services are ordered for four calendar years, the first of which is 2032.\n" + Self.body
    ).term
    #expect(term.start == FactSample.day("2032-01-01"))
    #expect(term.end == FactSample.day("2035-12-31"))
  }

  @Test func renewalTermOpensOnTheDayAfterThePresentOne() {
    let term = FactSample.facts(
      "RENEWAL ORDER Q-77120-R\n\nThe current term runs out on 30 April 2031. The renewal term opens on the day after and "
        + "ends together with the other subscriptions, the last day being 31 August 2033.\n"
    ).term
    #expect(term.start == FactSample.day("2031-05-01"))
    #expect(term.end == FactSample.day("2033-08-31"))
    #expect(term.months == 28)
  }

  @Test(arguments: [
    """

    Product         Users   1 May 2031 - 30 Apr 2032   1 May 2032 - 30 Apr 2033   1 May 2033 - 30 Apr 2034
    Ledger Cloud      120   GBP 24,000                 GBP 24,000                 GBP 24,000
    Archive Cloud      40   GBP  6,000                 GBP  6,000                 GBP  6,000
    """,
    """

    Line  Product         Users   Service period              Total
    1     Ledger Cloud      120   01-May-2031 - 30-Apr-2034   GBP 72,000.00
    2     Archive Cloud      40   01-May-2031 - 30-Apr-2034   GBP 18,000.00
    """,
    """

    Charges for the term 1 May 2031 to 30 April 2034

    Product         Users   Year 1       Year 2       Year 3
    Ledger Cloud      120   GBP 24,000   GBP 24,000   GBP 24,000
    Archive Cloud      40   GBP  6,000   GBP  6,000   GBP  6,000
    """,
    """

                      Period 1        Period 2        Period 3
    From              1 May 2031      1 May 2032      1 May 2033
    Through           30 April 2032   30 April 2033   30 April 2034
    Minimum           GBP 10,000      GBP 20,000      GBP 30,000
    """,
  ])
  func tablesTellTheTerm(table: String) {
    let term = FactSample.facts(Self.head + table).term
    #expect(term.start == FactSample.day("2031-05-01"))
    #expect(term.end == FactSample.day("2034-04-30"))
  }
}
