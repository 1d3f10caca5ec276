// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// How a last day, a first day and a recurrence may be worded; each pair is a clause and what it grants.
@Suite struct TimePhraseTests {
  @Test(arguments: [
    ("Eight training credits can be taken by the close of 30 April 2027.", "2026-03-01..2027-04-30"),
    (
      "Supplier gives 8 training credits; the last day on which one can be redeemed is 30 April 2027.",
      "2026-03-01..2027-04-30"
    ),
    ("None of the 8 training credits provided can be used once 30 April 2027 has passed.", "2026-03-01..2027-04-30"),
    ("Supplier provides 8 training credits with an expiry of 30 April 2027.", "2026-03-01..2027-04-30"),
    ("Supplier provides 8 training credits with a final booking date of 30 April 2027.", "2026-03-01..2027-04-30"),
    (
      "Supplier provides 8 training credits. They open on 1 May 2026 and close on 30 April 2027.",
      "2026-05-01..2027-04-30"
    ),
    (
      "Supplier provides 8 training credits, usable after 30 June 2026 and before 1 May 2027.", "2026-07-01..2027-04-30"
    ),
    ("Supplier provides 8 training credits in the months of May 2026 to April 2027.", "2026-05-01..2027-04-30"),
    ("Supplier provides 8 training credits up to the spring fair, that is, 30 April 2027.", "2026-03-01..2027-04-30"),
    ("Supplier provides 8 training credits until the eve of the second Contract Year.", "2026-03-01..2027-02-28"),
    (
      "Supplier provides 8 training credits. They run out with the thirteenth month of the subscription.",
      "2026-03-01..2027-03-31"
    ),
    ("Supplier provides 8 training credits in the back half of Contract Year 1.", "2026-09-01..2027-02-28"),
    (
      "Supplier provides 8 training credits. They close on whichever of these comes sooner: (a) 30 April 2027, and (b) the end of ten months from the Order Start Date.",
      "2026-03-01..2026-12-31"
    ),
    (
      "Supplier provides 8 training credits until the first to occur of 30 April 2027 and the exhaustion of the credits.",
      "2026-03-01..2027-04-30"
    ),
    (
      "Supplier provides 8 training credits. They end with the first contract year, but not before 30 April 2027.",
      "2026-03-01..2027-04-30"
    ),
    ("The subscription comes with 8 training credits from its start until its end.", "2026-03-01..2028-02-28"),
    ("Use of the 8 training credits provided is limited to calendar year 2027.", "2027-01-01..2027-12-31"),
    // Of other things.
    (
      "Supplier provides 8 training credits. Customer pays the first invoice by 30 April 2026 and the second by 30 April 2027.",
      "2026-03-01..2028-02-28"
    ),
    (
      "Supplier provides 8 training credits. The price of further credits is USD 95 until 30 April 2027.",
      "2026-03-01..2028-02-28"
    ),
    // Of what nothing tells.
    ("Supplier provides 8 training credits up to the day on which the new quay opens.", "?..?"),
    ("Supplier provides 8 training credits as long as the migration is under way.", "?..?"),
  ])
  func spans(clause: String, span: String) {
    let found = GrantSample.result(clause)?.entitlements.map { entitlement in
      [entitlement.validity.start, entitlement.validity.end].map { $0.map { "\($0)" } ?? "?" }.joined(separator: "..")
    }
    #expect(found == [span])
  }

  @Test(arguments: [
    (
      "On the first day of Year 1, and once more on the first day of Year 2, Supplier provides 8 training credits.",
      "contract_year×2"
    ),
    ("From month to month Customer receives 800 usage credits.", "month×24"),
    ("Every 1 March Supplier provides 8 training credits.", "contract_year×2"),
    (
      "\"Half\" means six months from 1 March or 1 September.\n\nIn each Half Customer has 3 coaching sessions.",
      "half_year×4"
    ),
    (
      "A \"Tide Year\" is twelve months from 1 March.\n\nSupplier provides 12 consulting hours in each Tide Year.",
      "contract_year×2"
    ),
  ])
  func recurrences(clause: String, every: String) {
    let found = GrantSample.result(clause)?.entitlements.map {
      $0.recurrence.map { "\($0.every.rawValue)×\($0.periods.count)" } ?? "none"
    }
    #expect(found == [every])
  }

  @Test func columns() {
    let ends = TableSample.table([
      ["Benefit", "Quantity", "Price", "Use by"], ["Training credits", "8", "free", "end of contract year 1"],
      ["Exam vouchers", "4", "free", "Q3 2028"],
    ])
    #expect(
      TableSample.grants(ends) == [
        "training_credit 8 credit fee 0 2027-05-01..2028-04-30",
        "certification_voucher 4 voucher fee 0 2027-05-01..2028-09-30",
      ])
    let lengths = TableSample.table([
      ["Benefit", "Quantity", "Price", "From", "For"], ["Training credits", "8", "free", "1 June 2027", "9 months"],
      ["Exam vouchers", "4", "free", "1 July 2027", "one year"],
    ])
    #expect(
      TableSample.grants(lengths) == [
        "training_credit 8 credit fee 0 2027-06-01..2028-02-29",
        "certification_voucher 4 voucher fee 0 2027-07-01..2028-06-30",
      ])
    let notes = TableSample.table([
      ["Benefit", "Quantity", "Price"], ["Training credits *", "8", "free"], ["Consulting hours **", "4", "free"],
    ])
    #expect(
      TableSample.grants(notes + "<p>* to be used by 31 May 2028</p><p>** to be used by 30 June 2029</p>") == [
        "training_credit 8 credit fee 0 2027-05-01..2028-05-31",
        "services_hours 4 hour fee 0 2027-05-01..2029-06-30",
      ])
  }

  @Test func labelAtTheEndOfAnothersCell() {
    let rows = [
      ["Supplier", "Farnholt Software Ltd, 6 Wharf Road, Start:", "1 May 2027"],
      ["Customer", "Tarn Valley Dairies Ltd, 9 Quay Street, End:", "30 April 2030"],
    ]
    let term = TableSample.read(
      "<html><body><h1>ORDER FORM T-7731</h1>\(TableSample.table(rows, isHeaded: false))</body></html>"
    ).facts.term
    #expect(term.start?.description == "2027-05-01")
    #expect(term.end?.description == "2030-04-30")
  }
}
