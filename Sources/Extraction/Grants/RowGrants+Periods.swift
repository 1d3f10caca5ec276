// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Rows and columns that grant something else for each period.
extension RowGrants {
  /// Nil where the row says nothing under the columns of periods, so that it is read as any other.
  func ramp(
    _ base: Candidate, _ row: TableReading.Row, _ number: Int, _ name: NameSpan, _ readers: Readers
  ) -> [Candidate]? {
    let reading = readers.reading
    let columns = years(reading)
    guard !columns.isEmpty else { return nil }
    let hasPrices =
      columns.contains { column in
        RowScale.namesCurrency(reading.headers[safe: column] ?? 0..<0, in: context)
          || context.values(in: row.cells[safe: column] ?? 0..<0).contains {
            if case .money = $0.value { true } else { false }
          }
      } || isPricedByYears(row, reading, columns)
    if !hasPrices, isCountedOnce(row, name, readers, columns) { return nil }
    if hasPrices, base.kind == "usage_credit", isCountedOnce(row, name, readers, columns),
      !readers.quantities.isOne(row)
    {
      return nil
    }
    // Years of prices are what a plan or a line costs.
    if hasPrices, !base.kind.isFunded { return nil }
    // "Sandbox │ 1 │ nil │ nil │ nil": years that cost nothing.
    if isCountedAndFree(row, readers, columns) { return nil }
    let isAdded = base.kind == "usage_credit" && columns.contains { addsUp($0, row, reading) }
    let isMoney =
      columns.first.map { self.isMoney(row, number, readers, column: $0) } ?? false || isFundSum(base, row, columns)
      || isAdded
    let wide = wideCells(row, reading, columns)
    let steps = columns.compactMap { column -> PeriodStep? in
      var period = self.period(reading, column)
      var from = column
      if let spanned = wide[column], let first = spanned.first, let last = spanned.last {
        from = first
        // "12 in each year" over all years says the same in each; any other amount stands there once.
        if !isOfEach(row.cells[safe: first] ?? 0..<0) {
          guard column == first else { return nil }
          if let start = period, let end = self.period(reading, last) { period = start.joined(to: end) }
        }
      }
      guard let cell = row.cells[safe: from] else { return nil }
      var step =
        cell.isEmpty
        ? PeriodStep(period: period, content: .nothing, cell: cell)
        : readers.cells.step(
          cell, row, number, column: column, name: name, kind: base.kind, isMoney: isMoney)
      step?.period = period
      if base.kind != "support_plan" { step?.fee = readers.worth.yearlyFee(below: number, column: column) }
      return step
    }
    var one = base
    if reading.columns.contains(.quantity), steps.contains(where: { $0.content == .included }) {
      one.quantity = readers.quantities.quantity(row, number, name: name, kind: base.kind)
    }
    // What looks like a total is the numbers added up.
    if one.fee?.amount != 0 { one.fee = nil }
    // `Included` where other rows have their prices.
    if one.fee == nil, one.feePercent == nil, steps.allSatisfy({ $0.content == .included }), !steps.isEmpty,
      reading.role == .lineItems, reading.rows.contains(where: { $0.lineItem != nil && ($0.total ?? 0) > 0 })
    {
      one.fee = Fee(amount: 0, currency: facts.currency)
    }
    let found = PeriodSteps.candidates(one, steps)?.map { candidate in
      var candidate = candidate
      candidate.quantity = readers.quantities.rated(candidate.quantity, row, kind: base.kind)
      return candidate
    }
    if found?.isEmpty ?? true, base.kind == "support_plan" || steps.isEmpty { return nil }
    guard isAdded || hasPrices && row.lineItem != nil, base.kind == "usage_credit" else { return found }
    return found?.map { candidate in
      // Prepaid usage costs what it is worth.
      var candidate = candidate
      candidate.fee = candidate.fee ?? candidate.moneyAmount.map { Fee(amount: $0, currency: facts.currency) }
      return candidate
    }
  }

  /// "Success fund │ 6,000.00 │ –": nobody counts funds by the hundred, nor commitments, whatever sign the figures lack.
  private func isFundSum(_ base: Candidate, _ row: TableReading.Row, _ columns: [Int]) -> Bool {
    guard base.kind == "success_fund" || base.kind == "partner_voucher" || isCommitment(base) else { return false }
    return columns.contains { column in
      if case .number(let amount)? = context.values(in: row.cells[safe: column] ?? 0..<0).first?.value {
        amount >= 100
      } else {
        false
      }
    }
  }

  /// Whether the sum at the column's foot has this row's bare figure in it: then it is money.
  private func addsUp(_ column: Int, _ row: TableReading.Row, _ reading: TableReading) -> Bool {
    // Read anew for each row: no order form has more of them.
    guard reading.rows.count <= 60 else { return false }
    func figure(_ row: TableReading.Row) -> Decimal? {
      guard let cell = row.cells[safe: column], let value = context.values(in: cell).first, value.tokens == cell else {
        return nil
      }
      switch value.value {
      case .number(let amount), .money(let amount, _): return amount
      default: return nil
      }
    }
    let sums = reading.rows.filter(\.isSummary).compactMap(figure)
    guard !sums.isEmpty, let own = figure(row), own >= 1000 else { return false }
    let lines = reading.rows.filter { !$0.isSummary && !$0.isGroup }.compactMap(figure)
    return lines.count > 1 && sums.contains(lines.reduce(0, +))
  }

  private func isCommitment(_ base: Candidate) -> Bool {
    base.kind == "usage_credit" && base.name.number == nil
      && context.isOne(
        base.name.tokens.upperBound - 1, of: "commitment|consumption|spend|usage|capacity")
  }

  private func period(_ reading: TableReading, _ column: Int) -> TimePeriod? {
    if case .year(let year) = reading.columns[column] { return .contractYears(year, year) }
    return reading.periods[safe: column] ?? nil
  }

  /// The columns of periods that one cell spans, by each of them.
  private func wideCells(_ row: TableReading.Row, _ reading: TableReading, _ columns: [Int]) -> [Int: [Int]] {
    guard !reading.isTurned, let source = context.source.tables[safe: reading.table]?.rows[safe: row.row] else {
      return [:]
    }
    var wide: [Int: [Int]] = [:]
    for cell in source.cells where cell.columnSpan > 1 && !cell.range.isEmpty {
      let spanned = columns.filter { $0 >= cell.column && $0 < cell.column + cell.columnSpan }
      guard spanned.count > 1, spanned[0] == cell.column else { continue }
      for column in spanned { wide[column] = spanned }
    }
    return wide
  }

  /// "in each year", "per year", "annually".
  private func isOfEach(_ cell: Range<Int>) -> Bool {
    cell.contains { context.isOne($0, of: "each|every|per|annually|yearly|annum") }
  }

  /// "30 hours in the first contract year, 15 hours in the second" in one cell of a row.
  func worded(_ base: Candidate, _ row: TableReading.Row, _ name: NameSpan, _ readers: Readers) -> [Candidate]? {
    guard years(readers.reading).isEmpty, base.kind != "support_plan" else { return nil }
    for (column, cell) in row.cells.enumerated()
    where (8...48).contains(cell.count) && !cell.contains(name.tokens.lowerBound) {
      guard
        readers.reading.columns[safe: column] == .quantity
          || RowNames.isDescribing(readers.reading.columns[safe: column] ?? .other),
        let steps = RampReader(context: context, contractYears: nil).ramp(in: cell, among: [], titled: name),
        steps.count > 1
      else { continue }
      return steps.map { step in
        var one = base
        (one.quantity, one.money) = (step.quantity, step.money)
        (one.contractYear, one.span, one.start, one.end) = (step.contractYear, step.span, step.start, step.end)
        if one.fee?.amount != 0 { one.fee = nil }
        return one
      }
    }
    return nil
  }

  /// The columns of years or other periods.
  func years(_ reading: TableReading) -> [Int] {
    reading.columns.indices.filter { column in
      if case .year = reading.columns[column] { return true }
      return (reading.periods[safe: column] ?? nil) != nil
    }
  }

  /// A line of the order with a number of pieces, and nothing to pay in any of the years in which other lines cost.
  func isCountedAndFree(_ row: TableReading.Row, _ readers: Readers, _ years: [Int]) -> Bool {
    let reading = readers.reading
    guard reading.role == .lineItems, let column = reading.columns.firstIndex(of: .quantity), !years.contains(column),
      let cell = row.cells[safe: column],
      (context.values(in: cell).lazy.compactMap(\.value.amount).first ?? 0) >= 1
    else { return false }
    return !years.isEmpty
      && years.allSatisfy { year in
        guard let cell = row.cells[safe: year], !cell.isEmpty else { return false }
        return context.isOne(cell.lowerBound, of: "nil|free|waived|zero") && context.mark(cell) != nil
      } && reading.rows.contains { $0.lineItem != nil && ($0.total ?? 0) > 0 }
  }

  /// Another column says how many; what stands under the years of a line of the order is what they cost.
  private func isCountedOnce(_ row: TableReading.Row, _ name: NameSpan, _ readers: Readers, _ years: [Int]) -> Bool {
    let reading = readers.reading
    // "API calls (25,000 per day) │ 2": what one holds and how many there are.
    let isPacked = name.kind.map { readers.quantities.packed(row, name: name, kind: $0) != nil } ?? false
    guard reading.role == .lineItems || row.lineItem != nil || isPacked,
      let column = reading.columns.firstIndex(of: .quantity),
      !years.contains(column), let cell = row.cells[safe: column],
      let count = context.values(in: cell).lazy.compactMap(\.value.amount).first, count > 0
    else { return false }
    let amounts = years.compactMap { year in
      context.values(in: row.cells[safe: year] ?? 0..<0).lazy.compactMap(\.value.amount).first
    }
    return amounts.contains { $0 >= 100 } && amounts.reduce(0, +) != count
  }

  /// Beside a number of pieces the figures of the years add up to what the row costs.
  private func isPricedByYears(_ row: TableReading.Row, _ reading: TableReading, _ years: [Int]) -> Bool {
    guard let total = row.total, row.lineItem != nil, reading.columns.contains(.quantity),
      reading.columns.contains(.total)
    else { return false }
    let amounts = years.map { column -> Decimal? in
      context.values(in: row.cells[safe: column] ?? 0..<0).first?.value.amount
    }
    return !amounts.contains(nil) && amounts.compactMap { $0 }.reduce(0, +) == total
  }

  // MARK: Periods as rows

  /// Grants of a table whose columns name them and whose rows are years, quarters or days.
  func columns(_ names: [Int: NameSpan], times: Int, _ readers: Readers) -> [Candidate] {
    let reading = readers.reading
    var found: [Candidate] = []
    for column in names.keys.sorted() {
      guard let name = names[column], let kind = name.kind else { continue }
      var steps: [(step: PeriodStep, row: Int)] = []
      for (number, row) in reading.rows.enumerated() where !row.isSummary && !row.isGroup {
        guard let cell = row.cells[safe: column], let time = row.cells[safe: times] else { continue }
        let isMoney = self.isMoney(row, number, readers, column: column)
        var step =
          cell.isEmpty
          ? PeriodStep(period: nil, content: .nothing, cell: cell)
          : readers.cells.step(cell, row, number, column: column, name: name, kind: kind, isMoney: isMoney)
        step?.period = ColumnPeriods(context: context).period(in: time, under: reading.headers[times])
        // A price beside more than one thing is not known to be this one's.
        if names.count == 1, kind != "support_plan", !isMoney {
          step?.fee =
            row.annual.map { Fee(amount: $0, currency: facts.currency) } ?? readers.worth.fee(row)
            ?? readers.worth.price(row)
        } else if isMoney, kind == "usage_credit" {
          // Prepaid usage: what it is worth stands beside what is paid for it.
          step?.fee = readers.worth.payment(row, beside: column)
        }
        if let step { steps.append((step, number)) }
      }
      found += candidates(name, kind, steps, times: times, readers)
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func candidates(
    _ name: NameSpan, _ kind: Kind, _ steps: [(step: PeriodStep, row: Int)], times: Int, _ readers: Readers
  ) -> [Candidate] {
    guard let first = steps.first(where: { $0.step.content != .nothing }) else { return [] }
    func base(_ number: Int) -> Candidate {
      let row = readers.reading.rows[number]
      let tokens = context.stream.tokens(ofBlock: row.block)
      var base = Candidate(
        kind: kind, name: name, tokens: tokens, sentence: tokens, tier: name.tier.flatMap(Tier.init(rawValue:)),
        place: .init(table: readers.table, row: number), isWeak: name.isWeak, rules: [])
      let heading = readers.reading.headers[times]
      if ColumnPeriods(context: context).period(in: row.cells[times], under: heading) == nil {
        base.start = context.dates(in: row.cells[times]).first?.date
        base.issued = base.start
      }
      return base
    }
    let alike = steps.allSatisfy { $0.step.content == first.step.content && $0.step.period != nil }
    if alike, let found = PeriodSteps.candidates(base(first.row), steps.map(\.step)) {
      return found.map { readers.fees.settled($0, row: first.row, facts.currency) }
    }
    return steps.flatMap { step, row in
      (PeriodSteps.candidates(base(row), [step]) ?? []).map { readers.fees.settled($0, row: row, facts.currency) }
    }
  }
}
