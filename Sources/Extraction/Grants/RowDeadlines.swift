// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Deadlines that stand in columns of their own: "Request by", "Deliver by", "Valid until", "Usable".
struct RowDeadlines {
  let context: DocumentContext

  private static let ordering: Set<String> = [
    "create", "order", "request", "redeem", "book", "register", "claim", "schedule", "activate", "reserve", "assign",
  ]
  private static let consuming: Set<String> = [
    "deliver", "delivered", "use", "used", "consume", "complete", "attend", "take", "taken", "valid", "expires",
    "expiry", "usable",
    "expiration", "until", "through", "end", "lapses", "deadline", "perform",
  ]
  private static let issuing: WordSet = ["issued", "issue", "issuance", "credited", "posted", "granted", "released"]

  func apply(_ row: TableReading.Row, _ reading: TableReading, to candidate: inout Candidate) {
    for (column, role) in reading.columns.enumerated() {
      guard let cell = row.cells[safe: column], !cell.isEmpty else { continue }
      switch role {
      case .start, .end, .validity, .months: apply(cell, role, reading.headers[safe: column] ?? 0..<0, to: &candidate)
      default: continue
      }
    }
    for (column, header) in reading.headers.enumerated() where !header.isEmpty {
      guard let cell = row.cells[safe: column], !cell.isEmpty, context.dates(in: cell).count == 1,
        let day = day(in: cell)
      else { continue }
      let words = Set(header.map { context.folded($0) })
      let closes = !words.isDisjoint(with: [
        "by", "until", "before", "through", "deadline", "expiry", "expires", "expiration",
      ])
      guard closes, words.isDisjoint(with: ["from"]) else { continue }
      if !words.isDisjoint(with: Self.ordering) {
        candidate.redeemBy = day
        if candidate.end == nil { candidate.end = day }
      } else if !words.isDisjoint(with: Self.consuming) {
        candidate.end = day
      }
    }
    if candidate.redeemBy == candidate.end { candidate.redeemBy = nil }
  }

  /// Two days are first and last; one is what its column says; else a period that the cell names ("FY27", "Year 2").
  private func apply(
    _ cell: Range<Int>, _ role: TableReading.Column, _ header: Range<Int>, to candidate: inout Candidate
  ) {
    let days = context.dates(in: cell).map(\.date)
    if days.count == 2, days[0] < days[1] {
      candidate.start = candidate.start ?? days[0]
      candidate.end = candidate.end ?? days[1]
      return
    }
    guard days.count == 1, let day = days.first else {
      if days.isEmpty, role == .validity || role == .months,
        let period = ColumnPeriods(context: context).period(in: cell)
      {
        candidate.span = period
        candidate.contractYear = period.contractYear
      }
      return
    }
    switch role {
    case .start:
      if candidate.start == nil { candidate.start = day }
      if header.contains(where: { Self.issuing.contains(context.folded($0)) }) { candidate.issued = day }
    case .end: if candidate.end == nil { candidate.end = day }
    case .validity where candidate.end == nil && isAlone(cell): candidate.end = day
    default: break
    }
  }

  /// Little but a day, so that no words say whether it opens or closes: a validity ends with it.
  private func isAlone(_ cell: Range<Int>) -> Bool {
    guard let value = context.values(in: cell).first(where: { if case .date = $0.value { true } else { false } }) else {
      return false
    }
    return cell.count <= value.tokens.count + 1
  }

  private func day(in cell: Range<Int>) -> CalendarDate? { context.dates(in: cell).first?.date }
}
