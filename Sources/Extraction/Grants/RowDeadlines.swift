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

  func apply(
    _ row: TableReading.Row, _ reading: TableReading, of term: Term, to candidate: inout Candidate
  ) {
    for (column, role) in reading.columns.enumerated() {
      guard let cell = row.cells[safe: column], !cell.isEmpty else { continue }
      switch role {
      case .start, .end, .validity, .months:
        apply(cell, role, reading.headers[safe: column] ?? 0..<0, to: &candidate)
        // "6 sessions a contract year" beside "both contract years"
        if let every = candidate.span?.every, candidate.contractYear == nil, recurs(every, row) {
          candidate.recurs = every
        }
        if candidate.end == nil, let end = fromStart(cell, of: term) {
          (candidate.start, candidate.end) = (candidate.start ?? term.start, end)
        }
        if role == .validity || role == .months, let parts = sliced(cell), candidate.span == nil, candidate.end == nil {
          candidate.span = parts.whole
          if recurs(parts.every, row) { candidate.recurs = parts.every }
        }
      default: continue
      }
    }
    // `1 May 2031` under "From" with `9 months` under "For"
    let lengths = RowLengths(context: context, reading: reading, term: term)
    if candidate.end == nil, let start = candidate.start ?? term.start, let months = lengths.months(row) {
      candidate.start = start
      candidate.end = start.end(ofMonths: months)
      candidate.span = nil
    }
    if candidate.span == nil, candidate.end == nil, let years = lengths.years(row) {
      candidate.span = .contractYears(years.first, years.last)
      if years.first == years.last { candidate.contractYear = years.first }
      if years.isEach { candidate.recurs = .contract_year }
    }
    var ordered: CalendarDate?
    for (column, header) in reading.headers.enumerated() where !header.isEmpty {
      guard let cell = row.cells[safe: column], !cell.isEmpty, context.dates(in: cell).count == 1,
        !ChangeColumns(context: context).isFormer(column, reading),
        let day = day(in: cell), !Self.isReckoned(cell, context)
      else { continue }
      let words = Set(header.map { context.folded($0) })
      let closes = !words.isDisjoint(with: [
        "by", "until", "before", "through", "deadline", "expiry", "expires", "expiration",
      ])
      guard closes, words.isDisjoint(with: ["from"]) else { continue }
      if !words.isDisjoint(with: Self.ordering) {
        candidate.redeemBy = day
        ordered = day
      } else if !words.isDisjoint(with: Self.consuming) {
        candidate.end = day
      }
    }
    // "end of Contract Year 1" under "Use by" closes beside the day to order by.
    let isClosedElsewhere = reading.columns.indices.contains { column in
      reading.columns[column] == .end && (row.cells[safe: column] ?? 0..<0).isEmpty == false
        && !(reading.headers[safe: column] ?? 0..<0).contains { Self.ordering.contains(context.folded($0)) }
    }
    if candidate.end == nil, !isClosedElsewhere { candidate.end = ordered }
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
    guard days.count == 1, let day = days.first, !Self.isReckoned(cell, context) else {
      // A list of years is read with the words of the row.
      if days.isEmpty, role == .validity || role == .months, YearList.all(in: PassageText(context, cell)).isEmpty,
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
      if header.contains(where: { context.isOne($0, of: Self.issuing) }) { candidate.issued = day }
    case .end: if candidate.end == nil { candidate.end = day }
    case .validity where context.isOne(cell.lowerBound, of: Self.openers):
      if candidate.start == nil { candidate.start = day }
    case .validity where candidate.end == nil && isAlone(cell): candidate.end = day
    default: break
    }
  }

  private static let choosing: WordSet = [
    "earlier", "earliest", "later", "latest", "sooner", "whichever", "before", "prior", "after", "following",
  ]

  /// The cell gives a day that has to be worked out from others: the date in it alone would say another.
  static func isReckoned(_ cell: Range<Int>, _ context: DocumentContext) -> Bool {
    cell.count > 5 && !context.isOne(cell.lowerBound, of: "after|before|no|not|on|at")
      && cell.dropFirst().contains { context.isOne($0, of: choosing) }
  }

  private static let openers: WordSet = ["from", "starting", "beginning", "after", "since", "commencing"]
  private static let parts: [String: Recurrence.Every] = ["quarters": .quarter, "months": .month, "halves": .half_year]

  /// "The four quarters of the first contract year, beginning 2031/05/01": parts, and the whole that they are named of.
  private func sliced(_ cell: Range<Int>) -> (whole: TimePeriod, every: Recurrence.Every)? {
    guard let of = cell.prefix(5).first(where: { context.folded($0) == "of" }), of > cell.lowerBound,
      let every = Self.parts[context.folded(of - 1)]
    else { return nil }
    let parser = TimeParser(passage: PassageText(context, cell), knowledge: DocumentKnowledge())
    guard let period = parser.period(at: of + 1), case .contractYears = period.value else { return nil }
    return (period.value, every)
  }

  /// The row's amount is one for each of them: "30,000 per quarter".
  private func recurs(_ every: Recurrence.Every, _ row: TableReading.Row) -> Bool {
    row.cells.contains { cell in
      context.values(in: cell).contains { if case .recurrence(every) = $0.value { true } else { false } }
    }
  }

  private static let starts: WordSet = ["commencement", "start", "outset", "inception", "beginning"]

  /// "Nine months from commencement": a length that ends its cell with the start of the term.
  private func fromStart(_ cell: Range<Int>, of term: Term) -> CalendarDate? {
    guard let start = term.start, cell.count <= 8,
      let length = context.durations(in: cell).first, length.tokens.lowerBound - cell.lowerBound <= 1,
      let months = length.duration.months?.wholeNumber, months > 0
    else { return nil }
    let rest = context.words(length.tokens.upperBound..<cell.upperBound).filter { $0 != "the" && $0 != "." }
    guard rest.count == 2, ["from", "after", "of", "following"].contains(rest[0]), Self.starts.contains(rest[1]) else {
      return nil
    }
    return start.end(ofMonths: months)
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
