// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

/// Fees of tables with sums of many names, in thousands or lakh, by years.
@Suite struct FeeTableTests {
  struct Case: Sendable {
    var table: String
    var annual: Decimal?
    var total: Decimal?
  }

  @Test(arguments: [
    Case(
      table: """
        Sl.  Description      Qty   Annual fee (Rs. in lakh)   Fee for Term (Rs. in lakh)
        1    Ledger Cloud     120                     24.00                        72.00
        2    Archive Cloud     40                      6.00                        18.00
             Total                                    30.00                        90.00
        """, annual: 3_000_000, total: 9_000_000),
    Case(
      table: """
        SKU  Service          Records   Annual fee
        LC   Ledger Cloud     5,200     EUR 24,000.00
        AC   Archive Cloud    4,750     EUR  6,000.00
             Sum for each year          EUR 30,000.00
             Sum for three years        EUR 90,000.00
        """, annual: 30000, total: 90000),
    Case(
      table: """
        #   Service                            Start        End          Qty   Price            Total
        1   Ledger Cloud                       2031-05-01   2034-04-30   120   EUR 200.00       EUR 72,000.00
        2   Archive Cloud                      2031-05-01   2034-04-30    40   EUR 150.00       EUR 18,000.00
        3   Import of old ledgers              2031-05-01   2031-10-31     1   EUR 4,000.00     EUR  4,000.00
            Lines 1 and 2, thirty-six months                                                    EUR 90,000.00
            Lines 1 and 2, each twelve months                                                   EUR 30,000.00
            Line 3, billed once                                                                 EUR  4,000.00
            All lines                                                                           EUR 94,000.00
        """, annual: 30000, total: 90000),
    Case(
      table: """
                                   Contract Year 1   Contract Year 2   Contract Year 3
        Page views (million)               60               75               90
        Seats                              12               12               12
        Fee for the year (EUR)       18 500,00        20 000,00        22 250,00
        Sum of the three years (EUR)                                   60 750,00
        """, annual: nil, total: 60750),
    Case(
      table: """
        Module             Fee earners   First year      Second year     Third year
        Ledger Core          92          GBP 24,000.00   GBP 24,000.00   GBP 24,000.00
        Watch                92          GBP  6,000.00   GBP  6,000.00   GBP  6,000.00
        All                              GBP 30,000.00   GBP 30,000.00   GBP 30,000.00
        """, annual: 30000, total: 90000),
    Case(
      table: """
        Fees (in thousands of EUR)

        Item  Service          Users   Annual fee   Fee for the term
        10    Ledger Cloud     120     24.0         72.0
        20    Archive Cloud     40      6.0         18.0
        """, annual: 30000, total: 90000),
    // What is taken off, paid once, or a tax.
    Case(
      table: """
        Service                         Users    Per user per year     Per year
        Ledger Cloud                      120          EUR 200.00     EUR 24,000.00
        Archive Cloud                      40          EUR 150.00     EUR 6,000.00
        Loyalty rebate                                                -EUR 3,000.00
        Data take-over (one-off)            1        EUR 5,000.00     EUR 5,000.00
        Total before VAT                                              EUR 32,000.00
        VAT 19 %                                                      EUR 6,080.00
        Total                                                         EUR 38,080.00
        """, annual: 27000, total: 81000),
    // By the month, as the sums say.
    Case(
      table: """
        Service             Sites    Per site / month     Per month
        Ledger Cloud           10          GBP 200.00    GBP 2,000.00
        Archive Cloud           5          GBP 100.00    GBP 500.00
                                            PER MONTH    GBP 2,500.00
                                             PER YEAR    GBP 30,000.00
        """, annual: 30000, total: 90000),
    // Years whose last column is their sum; a row that only counts.
    Case(
      table: """
        Service                    Year 1        Year 2        Year 3       Together
        Ledger Cloud            24,000.00     24,000.00     24,000.00      72,000.00
        Archive Cloud, fee       6,000.00      7,000.00      8,000.00      21,000.00
        Archive Cloud, pages    2,000,000     3,000,000     4,000,000              -
        To be paid              30,000.00     31,000.00     32,000.00      93,000.00
        """, annual: nil, total: 93000),
    // Years as rows.
    Case(
      table: """
        Year                  Fee
        Year 1     GBP 20,000.00
        Year 2     GBP 21,000.00
        Year 3     GBP 22,000.00
        Total      GBP 63,000.00
        """, annual: nil, total: 63000),
    // Headings in another tongue: one column is three times the other.
    Case(
      table: """
        Artikel            Menge      Preis A       Preis B
        Ledger Cloud         120    24.000,00     72.000,00
        Archive Cloud         40     6.000,00     18.000,00
        Summe                       30.000,00     90.000,00
        """, annual: 30000, total: 90000),
    // A sum of what recurs ends what counts.
    Case(
      table: """
        Service                          Users     Annual fee
        Ledger Cloud                       120     GBP 24,000.00
        Archive Cloud                       40     GBP 6,000.00
        Annual net subscription fees               GBP 30,000.00
        Visits to the harbour office         4     GBP 4,000.00
        To be invoiced                             GBP 34,000.00
        """, annual: 30000, total: 90000),
    // A sum that no reading of the lines gives leaves it open.
    Case(
      table: """
        Service                          Users     Annual fee
        Ledger Cloud                       120     GBP 24,000.00
        Archive Cloud                       40     GBP 6,000.00
        Total                                      GBP 31,500.00
        """, annual: nil, total: nil),
  ])
  func feesAreAddedUp(of sample: Case) {
    let fees = FactSample.facts("ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\n" + sample.table + "\n")
      .fees
    #expect(fees.annual == sample.annual, "\(sample.table)")
    #expect(fees.total == sample.total, "\(sample.table)")
  }
}
