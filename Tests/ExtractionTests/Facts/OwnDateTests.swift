// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// The dates and titles by which orders of other countries speak of themselves.
@Suite struct OwnDateTests {
  @Test(arguments: [
    "ORDER NT-40217\nof 4 March 2031, effective 1 May 2031 (\"Effective Date\")\n\nplaced by Ostrava Glass plc",
    "Order NT-40217 of 4 March 2031\n\nSupplier:  Tarnbeck Systems Ltd",
    "STATEMENT OF WORK No. 3\nReference NT-402/SOW3, dated 4 March 2031, attached to Order NT-402",
    "Call-off reference     NT-40217\nCall-off date          4 March 2031\n\nCall-Off Order Form",
    "AMENDMENT NO. 2 to Order NT-402\n\nThe parties declare on 4 March 2031 to have agreed as follows, with effect as of 1 May 2031.",
  ])
  func theDocumentsDayIsRead(opening: String) {
    #expect(FactSample.facts(opening + "\n\nThe fees are due.\n").agreementDate == FactSample.day("2031-03-04"))
  }

  @Test(arguments: [
    "This order is dated 4 March 2031 and is in effect from that date.",
    "This order was made in April and is in effect from 4 March 2031.",
  ])
  func inEffectFromADay(clause: String) {
    let facts = FactSample.facts("ORDER FORM NT-40217\n\nGeneral\n\n\(clause)\n")
    #expect(facts.effectiveDate == FactSample.day("2031-03-04"))
  }

  @Test(arguments: [
    "Order form date: 4 March 2031, on which it becomes effective",
    "This amendment starts to apply on 4 March 2031.",
    "Agreed on 1 February 2031. In force from 4 March 2031.",
    "This order is made on 1 February 2031 and operative from the 4th day of March, 2031.",
    "This amendment changes Order NT-402 as from 4 March 2031 (the \"Switch Day\").",
    "Each change below takes effect on 4 March 2031 (the Variation Day). One line is deleted with effect from 1 May 2031.",
  ])
  func effectInOtherWords(clause: String) {
    let facts = FactSample.facts("ORDER FORM NT-40217\n\nGeneral\n\n\(clause)\n")
    #expect(facts.effectiveDate == FactSample.day("2031-03-04"))
  }

  @Test func itIsDated() {
    let facts = FactSample.facts(
      "ORDER FORM NT-40217\n\nThis order is placed under the Master Agreement of 9 May 2029. It is dated 4 March 2031.\n"
    )
    #expect(facts.agreementDate == FactSample.day("2031-03-04"))
  }

  @Test func aLabelOfAnotherPaperIsNot() {
    let facts = FactSample.facts(
      "ORDER FORM NT-40217\n\nAgreement: Master Agreement dated 4 March 2029\n\nThe fees are due.\n")
    #expect(facts.agreementDate == nil)
  }

  @Test func aLineOfRunningTextIsNoTitle() {
    let facts = FactSample.facts(
      "AMENDMENT NT-40217\n\nTarnbeck Systems Ltd and Ostrava Glass plc amend, as follows, the Ostrava Master\nAgreement of 4 March 2029 (the \"Frame\").\n"
    )
    #expect(facts.agreementDate == nil)
  }

  @Test func anotherDocumentsDayIsNot() {
    let facts = FactSample.facts(
      "ORDER FORM NT-40217\n\nto the Master Agreement\nof 4 March 2031\n\nThe fees are due.\n")
    #expect(facts.agreementDate == nil)
  }

  @Test(arguments: [
    "LETTER OF ORDER: PAYROLL CLOUD", "STATEMENT OF WORK No. 3", "WORK ORDER NT-40217", "Call-Off Order NT-40217",
  ])
  func theTitleNamesAnOrder(title: String) {
    #expect(FactSample.facts(title + "\n\nThe fees are due.\n").type == .order_form)
  }

  @Test func anAmendingAgreementHasANumber() {
    #expect(FactSample.facts("AMENDING AGREEMENT NO. 3\n\nto Order Form NT-402\n").type == .amendment)
  }

  @Test func theCounterpartOfAProviderIsTheCustomer() {
    let facts = FactSample.facts(
      "INDIVIDUAL CONTRACT NT-40217\n\nbetween Tarnbeck Systems Ltd, Hull (\"Provider\"), and Ostrava Glass plc, Leeds (\"Principal\")\n\ndated 4 March 2031\n"
    )
    #expect(facts.vendor == "Tarnbeck Systems Ltd")
    #expect(facts.customer == "Ostrava Glass plc")
  }

  @Test func daysAreNoParties() {
    let facts = FactSample.facts(
      "ORDER FORM NT-40217\n\nSupplier:  Tarnbeck Systems Ltd\nCustomer:  Ostrava Glass plc\n\nIt may draw between the SOW Effective Date and the SOW End Date.\n"
    )
    #expect(facts.parties == ["Tarnbeck Systems Ltd", "Ostrava Glass plc"])
  }
}
