// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Products that a row gives for nothing: "Route Planner │ 500 users │ $0.00", "Early access to Dispatch │ 2 months, no
/// charge".
extension RowGrants {
  private static let longestLabel = 14
  private static let others: WordSet = [
    "onboarding", "implementation", "setup", "set-up", "migration", "training", "support", "hosting", "delivery",
    "shipping", "travel", "services", "maintenance", "discount", "total", "subtotal", "credit", "credits",
    "voucher", "vouchers", "fund", "hours", "days", "class", "classes", "course", "courses", "exam", "exams", "tax",
    "workshop", "workshops", "plan", "installation", "configuration", "edition", "included",
  ]

  func freeProduct(_ row: TableReading.Row, _ readers: Readers) -> NameSpan? {
    let reading = readers.reading
    guard facts.type?.isOrder ?? false, reading.role == .schedule || reading.role == .lineItems,
      let label = RowNames(context: context).labels(row, reading).first(where: { !$0.isEmpty }),
      label.count <= Self.longestLabel, let first = label.first(where: { context.isWord($0) }),
      context.isCapitalised(first), !label.contains(where: { context.isOne($0, of: Self.others) })
    else { return nil }
    let isSaid = row.cells.contains { $0 != label && context.says([.free], in: $0) }
    guard isSaid || readers.worth.fee(row)?.amount == 0 else { return nil }
    let nouns = FreeProducts(context: context, currency: nil)
    let prices: [TableReading.Column] = [.unitPrice, .total, .annual]
    let counts = row.cells.enumerated().filter { column, cell in
      cell != label && cell.count <= 16 && !prices.contains(reading.columns[safe: column] ?? .other)
    }.map(\.element)
    let hasUsers = counts.contains { nouns.users(in: $0) != nil } || isCountedInUsers(row, reading)
    let hasMonths = isSaid && counts.contains { nouns.months(in: $0) != nil }
    guard hasUsers || hasMonths else { return nil }
    let end = label.first { $0 > first && context.isOne($0, of: "(|[|,|;|–|—") } ?? label.upperBound
    return NameSpan(tokens: first..<end, kind: "complimentary_product")
  }

  /// "Viewer │ 200" under `Seats`.
  private func isCountedInUsers(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    row.cells.enumerated().contains { column, cell in
      guard reading.columns[safe: column] == .quantity, let heading = reading.headers[safe: column], cell.count <= 3,
        heading.contains(where: { context.isOne($0, of: "seats|users|licences|licenses|subscribers|employees") })
      else { return false }
      return (context.values(in: cell).first?.value.amount ?? 0) >= 2
    }
  }
}
