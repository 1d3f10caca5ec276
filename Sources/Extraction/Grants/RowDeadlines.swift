// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Deadlines that stand in columns of their own: "Request by", "Deliver by", "Valid until".
struct RowDeadlines {
  let context: DocumentContext

  private static let ordering: Set<String> = [
    "create", "order", "request", "redeem", "book", "register", "claim", "schedule", "activate", "reserve", "assign",
  ]
  private static let consuming: Set<String> = [
    "deliver", "delivered", "use", "used", "consume", "complete", "attend", "take", "taken", "valid", "expires",
    "expiry",
    "expiration", "until", "through", "end", "lapses", "deadline", "perform",
  ]

  func apply(_ row: TableReading.Row, _ reading: TableReading, to candidate: inout Candidate) {
    for (column, role) in reading.columns.enumerated() where role == .start || role == .end {
      guard let cell = row.cells[safe: column], !cell.isEmpty, let day = day(in: cell) else { continue }
      if role == .start, candidate.start == nil { candidate.start = day }
      if role == .end, candidate.end == nil { candidate.end = day }
    }
    for (column, header) in reading.headers.enumerated() where !header.isEmpty {
      guard let cell = row.cells[safe: column], !cell.isEmpty, let day = day(in: cell) else { continue }
      let words = Set(header.map { context.folded($0) })
      let closes = !words.isDisjoint(with: [
        "by", "until", "before", "through", "deadline", "expiry", "expires", "expiration",
      ])
      guard closes else { continue }
      if !words.isDisjoint(with: Self.ordering) {
        candidate.redeemBy = day
        if candidate.end == nil { candidate.end = day }
      } else if !words.isDisjoint(with: Self.consuming) {
        candidate.end = day
      }
    }
    if candidate.redeemBy == candidate.end { candidate.redeemBy = nil }
  }

  private func day(in cell: Range<Int>) -> CalendarDate? {
    for value in context.values(in: cell) {
      if case .date(let date) = value.value, let day = date.date { return day }
    }
    return nil
  }
}
