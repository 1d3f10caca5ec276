// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Schedules of entitlements as orders outside of the United States lay them out: notes by number, bundles, cells that
/// say time, price and worth in words.
@Suite struct ScheduleLayoutTests {
  @Test func notesThatHeadingsName() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2><p>Everything in the table below is bundled.</p>"
        + TableSample.table([
          ["Year of the order", "Hosting credits (Note 1)", "Migration days (Note 2)"],
          ["First (01/05/2027 – 30/04/2028)", "EUR 30,000", "20"],
          ["Second (01/05/2028 – 30/04/2029)", "EUR 20,000", "8"],
        ])
        + "<ol><li>Hosting credits are drawn down. What is undrawn when the year ends is lost.</li>"
        + "<li>Migration days are days of an engineer's time (7.5 hours). Those of the first year that have not been used "
        + "may be used in the second.</li></ol>")
    #expect(
      grants == [
        "usage_credit value 30000 EUR fee 0 2027-05-01..2028-04-30 forfeited",
        "services_hours 20 day fee 0 2027-05-01..2028-04-30 rolls_over",
        "usage_credit value 20000 EUR fee 0 2028-05-01..2029-04-30 forfeited",
        "services_hours 8 day fee 0 2028-05-01..2029-04-30 rolls_over",
      ])
  }

  @Test func notesByTheMarksOfLabels() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2>"
        + TableSample.table([
          ["", "1.5.2027 – 30.4.2028", "1.5.2028 – 30.4.2029"], ["1) Query credits", "5'000", "5'000"],
          ["2) Engineer days", "10", "none"],
        ])
        + "<p>1) Comprised in the price. Credits not consumed in a contract year are forfeited.</p>"
        + "<p>2) At EUR 900 per day, EUR 9,000 in total. Days not retrieved by 30.4.2028 are reimbursed.</p>")
    #expect(
      grants == [
        "usage_credit 5000 credit fee 0 2027-05-01..2029-04-30 contract_year × 2 forfeited",
        "services_hours 10 day fee 9000 2027-05-01..2028-04-30 refundable",
      ])
  }

  @Test func yearsOverTwoCalendarYears() {
    let grants = TableSample.grants(
      TableSample.table([["Item", "Detail"], ["Financial Year", "A year ending on 30 April"]], isHeaded: true)
        + "<h2>2. Skills</h2>"
        + TableSample.table([
          ["Financial Year", "Training seats", "Exam vouchers"], ["2027–28", "20", "8"], ["2028–29", "12", "–"],
        ])
        + "<p>Seats: after the Financial Year they lapse. Vouchers: valid up to the 31 December following its end.</p>")
    #expect(
      grants == [
        "training_credit 20 seat 2027-05-01..2028-04-30 forfeited",
        "certification_voucher 8 voucher 2027-05-01..2028-12-31",
        "training_credit 12 seat 2028-05-01..2029-04-30 forfeited",
      ])
  }

  @Test func notesThatNarrowOneYear() {
    let grants = TableSample.grants(
      "<h2>2. Allowances</h2>"
        + TableSample.table([
          ["What", "Year 1", "Year 2", "Note"], ["Exam vouchers", "10", "-", "(a)"],
          ["Training days", "6", "3", "(b)"],
        ])
        + "<p>(a) Vouchers are good for nine months from the Order Start Date. Free of charge.</p>"
        + "<p>(b) A day can be delivered up to and including the 30 June that follows. No fee is payable.</p>")
    #expect(
      grants == [
        "certification_voucher 10 voucher fee 0 2027-05-01..2028-01-31",
        "training_credit 6 day fee 0 2027-05-01..2028-06-30", "training_credit 3 day fee 0 2028-05-01..2029-06-30",
      ])
  }

  @Test func cellsThatSayTimeInWords() {
    let grants = TableSample.grants(
      "<h2>2. What we add</h2><p>We bear the cost of every item in this list.</p>"
        + TableSample.table([
          ["What", "How much", "When"],
          ["AI actions", "30 000 per quarter", "The four quarters of the first contract year, beginning 2027/05/01"],
          ["User bootcamp", "Two bootcamps for ten delegates each (20 seats)", "Nine months from commencement"],
          ["Expert coaching", "6 sessions a contract year", "All contract years"],
        ]) + "<p>After that the arrangement lapses.</p>")
    #expect(
      grants == [
        "usage_credit 30000 request fee 0 2027-05-01..2028-04-30 quarter × 4",
        "training_credit 20 seat fee 0 2027-05-01..2028-01-31",
        "accelerator 6 session fee 0 2027-05-01..2030-04-30 contract_year × 3",
      ])
  }

  @Test func cellsThatSayWorthAndPriceInWords() {
    let grants = TableSample.grants(
      "<h2>2. Benefits</h2>"
        + TableSample.table([
          ["Sl.", "Head", "Benefit", "Available up to"],
          ["1", "Cloud consumption credits", "Credits worth EUR 15,000, to be set off against bills", "30.06.2028"],
          ["2", "Administrator programme", "2 batches of 20 seats each, free of cost", "31.03.2028"],
          ["3", "Sandbox tenants", "3 nos., included", "Entire tenure"],
        ]))
    #expect(
      grants == [
        "usage_credit value 15000 EUR 2027-05-01..2028-06-30", "training_credit 40 seat fee 0 2027-05-01..2028-03-31",
        "sandbox 3 sandbox fee 0 2027-05-01..2030-04-30",
      ])
  }

  /// A cell lists several grants; the bundle may be given several times.
  @Test func bundles() {
    let grants = TableSample.grants(
      "<h2>2. Packs</h2>"
        + TableSample.table([
          ["Bundle", "Contents", "Price", "Use"],
          [
            "Starter", "16 hours of consulting, 4 training seats and 2 exam attempts", "No charge",
            "On or before 31 July 2027",
          ],
          [
            "Capacity", "10,000 API calls per day and 500 GB of audit storage", "No charge",
            "Throughout the Subscription Term",
          ],
          [
            "Skills Pack × 3", "Each holds 8 training seats and 2 exam attempts", "EUR 7,500",
            "1 May 2027 to 30 April 2028",
          ],
        ]) + "<p>Skills Packs that are unused when the period closes expire without refund.</p>")
    #expect(
      grants == [
        "services_hours 16 hour fee 0 2027-05-01..2027-07-31", "training_credit 4 seat fee 0 2027-05-01..2027-07-31",
        "certification_voucher 2 exam fee 0 2027-05-01..2027-07-31",
        "api_capacity 10000 call/day fee 0 2027-05-01..2030-04-30", "storage 500 gb fee 0 2027-05-01..2030-04-30",
        "training_credit 24 seat 2027-05-01..2028-04-30 forfeited",
        "certification_voucher 6 exam 2027-05-01..2028-04-30 forfeited",
      ])
  }

  /// Days of someone at a rate, added up, are bought.
  @Test func daysByGrade() {
    let grants = TableSample.grants(
      "<h2>2. Bank of days</h2>"
        + TableSample.table([
          ["Grade", "Days", "Day rate", "Amount"], ["Lead tester", "10 days", "EUR 1,100.00", "EUR 11,000.00"],
          ["Business analyst", "15 days", "EUR 760.00", "EUR 11,400.00"], ["Total", "25 days", "", "EUR 22,400.00"],
        ]) + "<p>If days are still open at the end, the Supplier refunds them at the day rate shown.</p>")
    #expect(
      grants == [
        "services_hours 10 day fee 11000 2027-05-01..2030-04-30 refundable",
        "services_hours 15 day fee 11400 2027-05-01..2030-04-30 refundable",
      ])
  }

  @Test func aRateCardGrantsNothing() {
    let grants = TableSample.grants(
      "<h2>2. Rate card</h2>"
        + TableSample.table([
          ["Grade", "Day rate"], ["Lead tester", "EUR 1,100.00"], ["Business analyst", "EUR 760.00"],
        ]))
    #expect(grants.isEmpty)
  }
}
