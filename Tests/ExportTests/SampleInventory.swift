// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// An inventory with every kind of field filled, and one document that could not be read.
enum SampleInventory {
  static func date(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

  static let id = "sha256:" + String(repeating: "ab", count: 32)
  static let failedID = "sha256:" + String(repeating: "0c", count: 32)

  static var inventory: Inventory { Inventory(documents: [document, failed], entitlements: [credits, fund, support]) }

  static var document: DocumentFacts {
    var facts = DocumentFacts(id: id, path: "orders/lumen.pdf", format: .pdf, pages: 3)
    facts.type = .order_form
    facts.vendor = "Nimbus Systems, Inc."
    facts.customer = "Lumen Bakeries GmbH"
    facts.parties = ["Nimbus Systems, Inc.", "Lumen Bakeries GmbH"]
    facts.governingLaw = "Delaware"
    facts.orderNumber = "NB-77"
    facts.agreementDate = date("2025-01-24")
    facts.effectiveDate = date("2025-02-01")
    facts.term = Term(
      start: date("2025-02-01"), end: date("2028-01-31"), months: 36, autoRenews: true, renewalMonths: 12,
      noticeDays: 30)
    facts.currency = "EUR"
    facts.fees = Fees(annual: Decimal(string: "120000.50"), total: nil)
    facts.integrationClause = true
    facts.signature = Signature(
      status: .executed, envelope: "E-1",
      signers: [Signer(party: .customer, name: "Ada Brot", title: nil, date: date("2025-01-24"))])
    facts.lineItems = [
      LineItem(product: "Oven Cloud", quantity: 40, unitPrice: Decimal(string: "0.1"), total: 4, page: 1)
    ]
    facts.leads = [Lead(page: 2, start: 10, end: 24, quote: "may buy 5 days", reason: .optional_purchase)]
    return facts
  }

  static var failed: DocumentFacts {
    DocumentFacts(
      id: failedID, path: "orders/locked.pdf", format: .pdf, status: .failed,
      problems: [Problem(.encrypted, "The file is encrypted; give a copy without a password.")])
  }

  static var credits: Entitlement {
    Entitlement(
      id: "e1", document: id, kind: "training_credit", name: "Oven Academy credits",
      quantity: Quantity(amount: 1200, unit: "credit"),
      value: EntitlementValue(amount: 20000, currency: "EUR"), fee: Fee(amount: 0, currency: "EUR"),
      validity: Validity(
        start: date("2025-02-01"), end: date("2028-01-31"), basis: .contract_year, text: "in each Contract Year"),
      recurrence: Recurrence(every: .contract_year, periods: years), purpose: "onboarding",
      conditions: Conditions(unused: .forfeited, transferable: false, text: ["staff only", "Europe only"]),
      certainty: .linked, rule: ["core/credit", "core/each-year"],
      evidence: [
        Evidence(
          role: .grant, page: 2, start: 100, end: 131, quote: "1,200 \"Oven Academy\" credits",
          boxes: [Box(x0: 72, y0: 301.456, x1: 520.3, y1: 313.1)])
      ])
  }

  private static var years: [Period] {
    (0..<3).compactMap { year in
      guard let start = date("2025-02-01")?.adding(months: 12 * year) else { return nil }
      return Period(start: start, end: start.end(ofMonths: 12))
    }
  }

  static var fund: Entitlement {
    Entitlement(
      id: "e2", document: id, kind: "success_fund", name: "=HYPERLINK(\"http://x\")",
      value: EntitlementValue(
        amount: Decimal(string: "6000.25"), currency: "EUR", basis: .computed,
        formula: Formula(percent: 5, of: "annual_fees")),
      validity: Validity(end: date("2025-12-31"), redeemBy: date("2025-06-30"), basis: .dates),
      gaps: [.purpose], certainty: .ambiguous, rule: ["core/fund"],
      evidence: [Evidence(role: .grant, page: 3, start: 7, end: 9, quote: "Two\nlines")])
  }

  static var support: Entitlement {
    Entitlement(
      id: "e3", document: id, kind: "support_plan", tier: .premier,
      fee: Fee(amount: nil, currency: nil, percent: 8, of: "annual_fees"),
      supersededBy: failedID, gaps: [.quantity_or_value, .validity])
  }
}
