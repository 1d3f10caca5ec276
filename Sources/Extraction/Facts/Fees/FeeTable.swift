// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Adds up what recurs in one table of prices, and holds it against the sums that the table itself states.
struct FeeTable {
  let context: DocumentContext
  let cells: TableCells
  let reading: TableReading
  let items: [LineItem]
  let term: Term

  /// What a table gives. `fees` nil in both: its figures leave it open or contradict one another.
  struct Outcome {
    var fees: Fees
    /// A sum that the table states is that of its rows.
    var isProved: Bool
    /// A sum says of itself that it is of what recurs.
    var saysRecurring = false
    /// More of its lines are paid once than recur.
    var isMostlyOnce = false
  }

  struct Column {
    var index: Int
    var basis: PriceBasis
  }

  /// Nil where the table prices nothing.
  func outcome() -> Outcome? {
    guard reading.rows.count <= 400, !reading.isTurned, reading.role != .signatures, !cells.isStackedForm,
      !cells.isPairedForm, !cells.isColumnOfLabels || holdsMoney
    else {
      return nil
    }
    let priced = PriceColumns(context: context, cells: cells, reading: reading, months: months)
    let candidates = priced.candidates()
    guard !candidates.isEmpty else { return nil }
    let sorter = FeeRows(context: context, cells: cells, reading: reading, items: items, term: term)
    var rows = sorter.rows(priced.body)
    let lines = rows.filter { row in row.kind == .line && candidates.contains { (row.amounts[$0.column] ?? 0) > 0 } }
    guard !lines.isEmpty else { return nil }
    if let years = rowsOfYears(rows, candidates.map(\.column)) { return years }
    var (columns, isTold) = settled(candidates, rows, priced)
    if let billing = sorter.billing(of: rows), let last = candidates.last, columns.count <= 1,
      columns.first.map({ $0.basis == .term }) ?? true
    {
      columns = [Column(index: last.column, basis: billing)]
    }
    dropCounts(&rows, candidates.map(\.column), columns)
    dropBareCounts(&rows, columns)
    dropSumOfYears(&rows, columns)
    guard !columns.isEmpty else {
      var fees = Fees()
      settleYear(&fees, rows, [], candidates.map { ($0.column, $0.heading.basis) })
      return fees.total == nil ? nil : Outcome(fees: fees, isProved: true)
    }
    markOnce(&rows, columns)
    guard var found = added(rows, columns) else { return nil }
    if found.fees.annual == nil {
      settleYear(&found.fees, rows, columns, candidates.map { ($0.column, $0.heading.basis) })
    }
    // A table that does not look like one of prices is one where its figures prove it.
    let isHeaded = candidates.contains { candidate in
      candidate.heading.isPrice
        && columns.contains { $0.index == candidate.column && candidate.heading.basis == $0.basis }
    }
    if reading.role != .lineItems, lines.count < 2 || !isTold && !found.isProved && !isHeaded { return nil }
    return found
  }

  var months: Int? { term.months?.wholeNumber }

  /// `Net 30` and `60 months` beside labels are no prices.
  private var holdsMoney: Bool {
    cells.bodyRows.contains { row in
      row.contains { cell in context.values(in: cell).contains { if case .money = $0.value { true } else { false } } }
    }
  }

  /// The column of a row's price by the month, where the table has no other sum of it.
  func monthlyColumn() -> Int? {
    guard reading.rows.count <= 400, !reading.isTurned else { return nil }
    let priced = PriceColumns(context: context, cells: cells, reading: reading, months: months)
    let candidates = priced.candidates()
    guard let last = candidates.last, reading.columns[safe: last.column] == .total,
      !reading.columns.contains(.annual), last.heading.basis == .month
    else { return nil }
    return last.column
  }

  // MARK: Columns

  /// Columns with the time that their prices run over, as far as words and figures tell. `isTold`: the figures do.
  private func settled(
    _ candidates: [(column: Int, heading: PriceHeading)], _ rows: [FeeRow], _ priced: PriceColumns
  ) -> (columns: [Column], isTold: Bool) {
    if priced.isSumOfYears(candidates.map(\.column), rows) {
      let years = candidates.dropLast().enumerated().map {
        Column(index: $0.element.column, basis: .contractYear($0.offset + 1))
      }
      return (years, true)
    }
    var columns: [Column] = []
    var isTold = false
    let numbered = priced.numbered(candidates.map(\.column))
    for (column, heading) in candidates {
      var basis = numbered[column].map { .contractYear($0) } ?? heading.basis
      if case .contractYear = basis {
      } else if let (factor, unit, isOwn) = priced.factor(column, rows) {
        if let told = isOwn && factor > 1 ? .term : self.basis(factor: factor, unit: unit) { basis = told }
        isTold = isTold || factor > 1
      }
      columns.append(Column(index: column, basis: basis))
    }
    for (first, second) in zip(columns.indices, columns.indices.dropFirst()) {
      guard let ratio = priced.ratio(columns[first].index, columns[second].index, rows), ratio > 1 else { continue }
      if let months, months % 12 == 0, months > 12, ratio == months / 12,
        [.unknown, .year].contains(columns[first].basis), ![.month, .year].contains(columns[second].basis)
      {
        (columns[first].basis, columns[second].basis) = (.year, .term)
        isTold = true
      } else if ratio == 12, [.unknown, .month].contains(columns[first].basis),
        [.unknown, .year].contains(columns[second].basis)
      {
        (columns[first].basis, columns[second].basis) = (.month, .year)
        isTold = true
      }
    }
    return (chosen(columns, priced), isTold)
  }

  /// Of all columns those that count: priced years, else a year and a sum over the term, else a month.
  private func chosen(_ columns: [Column], _ priced: PriceColumns) -> [Column] {
    let years = counted(columns.filter { if case .contractYear = $0.basis { true } else { false } }, priced)
    if years.count > 1 { return years }
    let known = columns.filter { $0.basis != .unknown && $0.basis != .month }
    if !known.isEmpty { return known }
    guard let last = columns.last else { return [] }
    if last.basis == .month { return [last] }
    // A price without a time: of the whole term, as sums over lines are.
    guard [.total, .fee, .annual].contains(reading.columns[safe: last.index] ?? .other) else { return [] }
    return [Column(index: last.index, basis: reading.columns[last.index] == .annual ? .year : .term)]
  }

  /// Years in order. Of two groups of the same headings, users and prices, the last counts.
  private func counted(_ years: [Column], _ priced: PriceColumns) -> [Column] {
    let names = years.map { priced.words($0.index) }
    let last = years.indices.filter { index in !names[(index + 1)...].contains(names[index]) }
    return last.enumerated().map { Column(index: years[$0.element].index, basis: .contractYear($0.offset + 1)) }
  }

  /// What a column's amounts run over that are so many times quantity × price of one.
  private func basis(factor: Int, unit: PriceBasis) -> PriceBasis? {
    switch unit {
    case .month:
      if factor == 1 { return .month }
      if factor == months { return .term }
      return factor == 12 ? .year : nil
    case .year:
      if factor == 1 { return .year }
      return factor * 12 == months ? .term : nil
    default:
      if factor == months, factor > 1 { return .term }
      return factor == 12 ? .year : nil
    }
  }

  // MARK: Rows

  /// A row with a sum over the term but nothing in the column of a year is paid once.
  private func markOnce(_ rows: inout [FeeRow], _ columns: [Column]) {
    guard let year = columns.first(where: { $0.basis == .year }), let term = columns.first(where: { $0.basis == .term })
    else { return }
    for index in rows.indices where rows[index].kind == .line {
      guard let total = rows[index].amounts[term.index], total > 0, rows[index].amounts[year.index] == nil,
        let cell = rows[index].cells[safe: year.index], cells.isBlank(cell) || context.mark(cell) == .nothing
      else { continue }
      rows[index].kind = .once
    }
  }

  // MARK: Sums

  private func added(_ rows: [FeeRow], _ columns: [Column]) -> Outcome? {
    let sums = columns.map { FeeSum.of($0.index, rows, months: months) }
    guard sums.contains(where: { $0.recurring > 0 || $0.isContradicted }) else { return nil }
    let isOpen = sums.contains(where: \.isContradicted)
    guard !isOpen else { return Outcome(fees: Fees(), isProved: false) }
    var outcome = Outcome(fees: Fees(), isProved: sums.contains(where: \.isProved))
    outcome.saysRecurring = sums.contains(where: \.saysRecurring)
    outcome.isMostlyOnce =
      rows.filter { $0.kind == .once }.count * 2 >= rows.filter { $0.kind == .line || $0.kind == .once }.count
    if case .contractYear = columns[0].basis {
      let amounts = sums.map(\.recurring)
      let isSame = amounts.allSatisfy { $0 == amounts[0] }
      outcome.fees = Fees(annual: isSame ? amounts[0] : nil, total: amounts.reduce(0, +))
      return outcome
    }
    outcome.fees = fees(rows, columns, sums)
    return outcome
  }

  private func fees(_ rows: [FeeRow], _ columns: [Column], _ sums: [FeeSum]) -> Fees {
    var annual: Decimal?
    var total: Decimal?
    for (column, sum) in zip(columns, sums) {
      switch column.basis {
      case .month: annual = annual ?? sum.recurring * 12
      case .year: annual = annual ?? sum.recurring
      case .term: total = total ?? sum.recurring
      case .span(let length):
        if let months, length > months, let yearly = annual, yearly * Decimal(length) == sum.recurring * 12 {
          // The table says more plainly than the text how long it is for.
          return Fees(annual: yearly, total: sum.recurring)
        }
        if let months, length != months {
          if months % length == 0 { total = total ?? sum.recurring * Decimal(months / length) }
        } else {
          total = total ?? sum.recurring
        }
      case .contractYear, .unknown: break
      }
    }
    let lines = rows.filter { row in
      row.kind == .line && columns.contains { (row.amounts[safe: $0.index] ?? nil ?? 0) != 0 }
    }
    if let mixed = mixed(lines, columns) { return mixed }
    let hasOwn = lines.contains { $0.ownMonths != nil }
    if hasOwn {
      // A line of its own length has no yearly fee of the whole term.
      guard total == nil else { return Fees(annual: nil, total: total) }
      return Fees()
    }
    guard let months = term.months, months > 0 else { return Fees(annual: annual, total: total) }
    if annual == nil, let total { annual = (total * 12 / months).roundedToCents }
    if total == nil, let annual { total = (annual * months / 12).roundedToCents }
    return Fees(annual: annual, total: total)
  }

  /// Rows that are charged by the month beside others by the year: each says so in a cell of its own.
  private func mixed(_ lines: [FeeRow], _ columns: [Column]) -> Fees? {
    let billings = Set(lines.compactMap(\.billing))
    guard billings.count > 1, lines.allSatisfy({ $0.billing != nil }), let column = columns.last else { return nil }
    var annual: Decimal = 0
    for row in lines {
      guard let amount = row.amounts[safe: column.index] ?? nil else { return Fees() }
      annual += row.billing == .month ? amount * 12 : amount
    }
    let total = term.months.map { (annual * $0 / 12).roundedToCents }
    return Fees(annual: annual, total: total)
  }
}
