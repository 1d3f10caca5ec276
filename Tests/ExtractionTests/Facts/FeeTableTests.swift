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
  ])
  func feesAreAddedUp(of sample: Case) {
    let fees = FactSample.facts("ORDER FORM NT-40217\n\nTerm: 1 May 2031 to 30 April 2034\n\n" + sample.table + "\n")
      .fees
    #expect(fees.annual == sample.annual, "\(sample.table)")
    #expect(fees.total == sample.total, "\(sample.table)")
  }
}
