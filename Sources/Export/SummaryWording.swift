// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What stands below a table: worth by currency, the next expiries, how much was read.
struct SummaryWording {
  struct Section {
    var title: String
    var lines: [String]
  }

  private let inventory: Inventory
  private let today: CalendarDate
  private let summary: InventorySummary
  private static let expiriesShown = 5

  init(_ inventory: Inventory, today: CalendarDate) {
    self.inventory = inventory
    self.today = today
    summary = InventorySummary(inventory, today: today)
  }

  var sections: [Section] {
    var sections: [Section] = []
    if !summary.worth.isEmpty { sections.append(Section(title: "Worth by currency", lines: worthLines)) }
    if !summary.expiries.isEmpty {
      sections.append(Section(title: "Next to expire, from \(today)", lines: expiryLines))
    }
    sections.append(Section(title: "Read", lines: readLines))
    return sections
  }

  private var worthLines: [String] {
    summary.worth.map { worth in
      let grants = Counted.text(worth.grants, "entitlement")
      let open = "\(EntitlementWording.cents(worth.open)) of it not ended"
      return "\(EntitlementWording.money(worth.amount, worth.currency)) in \(grants), \(open)"
    }
  }

  private var expiryLines: [String] {
    let paths = Dictionary(inventory.documents.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    var lines = summary.expiries.prefix(Self.expiriesShown).map { expiry in
      let entitlement = inventory.entitlements[expiry.entitlement]
      let days = expiry.date.dayNumber - today.dayNumber
      let distance = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
      let what = [
        EntitlementWording.quantity(entitlement.quantity),
        entitlement.name ?? EntitlementWording.kind(entitlement.kind),
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let reason =
        switch expiry.reason {
        case .end: "ends"
        case .endOfPeriod: "period ends"
        case .redeemBy: "order by"
        }
      return "\(expiry.date) \(distance), \(reason): \(what) (\(paths[entitlement.document] ?? "?"))"
    }
    let rest = summary.expiries.count - lines.count
    if rest > 0 { lines.append("and \(rest) later") }
    return lines
  }

  private var readLines: [String] {
    let documents = inventory.documents
    let failed = documents.filter { $0.status == .failed }.count
    let partial = documents.filter { $0.status == .partial }.count
    var told: Set<String> = []
    let leads = documents.filter { told.insert($0.id).inserted }.reduce(0) { $0 + $1.leads.count }
    var line = Counted.text(documents.count, "document")
    if failed > 0 { line += ", \(failed) of them failed" }
    if partial > 0 { line += ", \(partial) in part" }
    line += "; " + Counted.text(inventory.entitlements.count, "entitlement")
    line += "; \(Counted.text(leads, "lead")): clauses that look like grants and gave none"
    return [line]
  }
}
