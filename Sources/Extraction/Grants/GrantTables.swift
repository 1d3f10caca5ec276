// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Tells which tables grant something, and what, where only the words around a table say so.
struct GrantTables {
  let context: DocumentContext

  private static let rates: WordSet = ["rate", "rates", "price", "list", "unit", "per", "overage", "consumption"]

  /// Line items and schedules; any other table with headings whose rows or headings name kinds, unless it is a list of
  /// rates.
  func grants(_ reading: TableReading) -> Bool {
    if isOfThePast(reading) || TermTables(context: context).isOne(reading) { return false }
    if reading.columns.count <= 4, ChangeColumns(context: context).isRewording(reading) { return false }
    switch reading.role {
    case .lineItems, .schedule: return true
    case .labels: return LabelRows(context: context).granting(reading) != nil
    case .signatures: return false
    case .other:
      guard reading.headers.contains(where: { !$0.isEmpty }), reading.rows.count > 0 else { return false }
      let isRates = reading.headers.contains { header in
        header.contains { context.isOne($0, of: Self.rates) }
      }
      if isRates { return reading.rows.contains { RowBundles(context: context).parts($0, reading) != nil } }
      return reading.rows.contains { $0.cells.contains(where: namesKind) } || matrix(reading) != nil
        || subject(reading) != nil
    }
  }

  private static let pasts: WordSet = ["previous", "prior", "former", "earlier", "expired", "expiring", "old", "past"]

  /// `Previous schedule │ Quantity │ Status`: what there was.
  func isOfThePast(_ reading: TableReading) -> Bool {
    if isSoFar(reading) { return true }
    guard let first = reading.headers.first, let opener = first.first, first.count <= 4 else { return false }
    return context.isOne(opener, of: Self.pasts)
      && !reading.headers.dropFirst().contains { $0.contains { context.isOne($0, of: "new|now|from") } }
  }

  /// `Clause │ So far`, where the column of what is new stands apart.
  private func isSoFar(_ reading: TableReading) -> Bool {
    guard reading.headers.count <= 3 else { return false }
    let words = reading.headers.map { header in header.prefix(6).map { context.folded($0) } }
    let isFormer = words.contains { heading in
      heading.count <= 4 && Self.untilNow.contains { heading.contains(run: $0) }
    }
    return isFormer
      && !words.contains { $0.contains { ["new", "now", "from", "future", "after", "amended"].contains($0) } }
  }

  private static let untilNow = ["so far", "hitherto", "until now", "up to now", "till now", "to date", "at present"]

  private func namesKind(_ cell: Range<Int>) -> Bool {
    context.names(in: cell).contains { $0.kind != nil && !$0.isWeak }
  }

  // MARK: Periods as rows

  /// Where kinds are columns and times are rows: the column of times, and the names of the others.
  func matrix(_ reading: TableReading) -> (times: Int, names: [Int: NameSpan])? {
    guard !reading.isTurned, reading.headers.count > 1, reading.headers.count <= 20 else { return nil }
    var names: [Int: NameSpan] = [:]
    for (column, heading) in reading.headers.enumerated() where heading.count <= 16 {
      guard let name = name(in: heading), counts(reading, column) || isWorth(name, heading, reading, column) else {
        continue
      }
      names[column] = name
    }
    guard !names.isEmpty else { return nil }
    let rows = reading.rows.filter { !$0.isSummary && !$0.isGroup }
    guard rows.count > 1, !rows.contains(where: { $0.cells.contains(where: namesKind) }) else { return nil }
    if names.count == 1, let only = names.first, only.key < 2, let worths = soleAmounts(reading, beside: only.key),
      only.value.kind?.isFunded ?? false,
      rows.allSatisfy({ isTime($0.cells[safe: only.key] ?? 0..<0, under: 0..<0) })
    {
      return (only.key, [worths: only.value])
    }
    let times = reading.headers.indices.prefix(3).first { column in
      names[column] == nil
        && rows.allSatisfy { isTime($0.cells[safe: column] ?? 0..<0, under: reading.headers[column]) }
    }
    return times.map { ($0, names) }
  }

  /// A table of nothing but what a fund, a voucher or credits are worth in each year: no prices.
  func isOfFunds(_ reading: TableReading) -> Bool {
    guard let names = matrix(reading)?.names, !names.isEmpty else { return false }
    return names.values.allSatisfy { ["success_fund", "partner_voucher"].contains($0.kind ?? "other") }
  }

  /// "Uptake fund │ Amount" over "Year 1 │ $9,000": the one column beside the times, where it is no price.
  private func soleAmounts(_ reading: TableReading, beside times: Int) -> Int? {
    let others = reading.headers.indices.filter { $0 != times && !reading.headers[$0].isEmpty }
    guard others.count == 1, let column = others.first,
      !reading.headers[column].contains(where: { context.isOne($0, of: Self.prices) })
    else { return nil }
    return column
  }

  private func name(in heading: Range<Int>) -> NameSpan? {
    let named = context.names(in: heading).filter { $0.kind != nil && !$0.isWeak }
    return named.max { $0.tokens.count < $1.tokens.count } ?? RowKinds.name(of: heading, context)
  }

  private func counts(_ reading: TableReading, _ column: Int) -> Bool {
    switch reading.columns[safe: column] ?? .other {
    case .unitPrice, .total, .annual, .listPrice, .discount, .fee, .reference, .start, .end: false
    default: true
    }
  }

  private static let prices: WordSet = [
    "price", "prices", "fee", "fees", "cost", "costs", "charge", "charges", "rate", "total",
  ]

  /// Money under "Hosting credits", "Success fund": what each year's are worth, where no word of the heading says price.
  private func isWorth(_ name: NameSpan, _ heading: Range<Int>, _ reading: TableReading, _ column: Int) -> Bool {
    guard [.total, .unitPrice].contains(reading.columns[safe: column] ?? .other), !name.isWeak,
      name.kind?.isFunded ?? false
    else { return false }
    return !heading.contains { context.isOne($0, of: Self.prices) }
  }

  private func isTime(_ cell: Range<Int>, under heading: Range<Int>) -> Bool {
    guard !cell.isEmpty, cell.count <= 16 else { return false }
    if ColumnPeriods(context: context).period(in: cell, under: heading) != nil { return true }
    return context.dates(in: cell).count == 1
  }

  // MARK: Named by the words over the table

  /// What the rows of a table grant that name nothing themselves (tranches, instalments): the only kind in the sentence
  /// that leads to the table, or in the heading over it.
  func subject(_ reading: TableReading) -> NameSpan? {
    guard [.schedule, .lineItems, .other].contains(reading.role), hasAmounts(reading),
      !reading.rows.contains(where: { $0.cells.contains(where: namesAny) })
    else { return nil }
    for block in TableSurroundings(context: context).blocksOver(reading) {
      if context.outline.isHeading[block] {
        let heading = context.stream.tokens(ofBlock: block)
        return (only(heading) ?? annexed(heading, reading)).flatMap { isSerial(reading) ? $0 : nil }
      }
      guard let sentence = context.sentences(ofBlock: block).last else { continue }
      if leads(sentence), let name = only(sentence) { return isAside(sentence) ? nil : name }
      if block == TableSurroundings(context: context).blocksOver(reading).first, only(sentence) != nil { return nil }
    }
    return nil
  }

  private func namesAny(_ cell: Range<Int>) -> Bool { context.names(in: cell).contains { $0.kind != nil } }

  private func hasAmounts(_ reading: TableReading) -> Bool {
    let amounts = reading.columns.indices.filter { [.quantity, .value, .total].contains(reading.columns[$0]) }
    let rows = reading.rows.filter { !$0.isSummary && !$0.isGroup }
    return !amounts.isEmpty && !rows.isEmpty
      && rows.allSatisfy { row in
        amounts.contains { column in
          let cell = row.cells[safe: column] ?? 0..<0
          return !context.values(in: cell).isEmpty || rows.count > 1 && context.mark(cell) == .nothing
        }
      }
  }

  private static let annexes: WordSet = ["annex", "schedule", "attachment", "appendix", "exhibit", "enclosure"]

  /// `Annex to Article 4`, over rows of numbers under "Credits": the only kind of which the text says that the annex
  /// lists it, where a column is headed with the noun that it is counted in.
  private func annexed(_ heading: Range<Int>, _ reading: TableReading) -> NameSpan? {
    guard let opener = heading.first, heading.count <= 12, context.isOne(opener, of: Self.annexes) else {
      return nil
    }
    let word = context.folded(opener)
    let headings = reading.headers.filter { !$0.isEmpty && $0.count <= 3 }.map { context.folded($0.upperBound - 1) }
    var found: NameSpan?
    var at = 0
    var count = 0
    while count < 24, let token = context.firstIndex(of: word, in: at..<context.stream.count) {
      (at, count) = (token + 1, count + 1)
      let sentence = context.sentence(of: token)
      guard sentence.count <= 60, !context.isTableRow(context.stream.block(of: token)), let name = only(sentence),
        let noun = name.tokens.last, headings.contains(context.folded(noun)), !isAside(sentence)
      else { continue }
      if let other = found, other.kind != name.kind { return nil }
      found = name
    }
    return found
  }

  private static let serials: WordSet = [
    "tranche", "tranches", "instalment", "installment", "issue", "issued", "posting", "release", "lot", "allotment",
    "allocation", "date", "year", "quarter", "period", "batch", "from", "season", "phase", "half", "month", "months",
    "portion", "portions", "part", "step", "stage", "share", "slice",
  ]

  /// Rows that are parts of one thing: tranches, instalments, dates.
  private func isSerial(_ reading: TableReading) -> Bool {
    return reading.headers.contains { $0.contains { context.isOne($0, of: Self.serials) } }
  }

  private static let leadIns: WordSet = [
    "following", "below", "table", "calendar", "schedule", "follows", "tranches", "instalments", "installments",
    "steps", "parts", "portions", "stages", "slices",
  ]

  private func leads(_ sentence: Range<Int>) -> Bool {
    return context.folded(sentence.upperBound - 1) == ":"
      || sentence.contains { context.isOne($0, of: Self.leadIns) }
  }

  private func only(_ sentence: Range<Int>) -> NameSpan? {
    let named = context.names(in: sentence).filter { $0.kind != nil && !$0.isWeak }
    guard Set(named.map(\.kind)).count == 1 else { return nil }
    return named.first
  }

  private func isAside(_ sentence: Range<Int>) -> Bool {
    context.says(Self.asides, in: sentence)
  }

  private static let asides: Set<Cue.Sense> = [
    .objection(.optional_purchase), .objection(.remedy), .objection(.negated), .objection(.customer_obligation),
  ]
}
