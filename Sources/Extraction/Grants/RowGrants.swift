// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationEssentials
import InventoryModel
import Patterns
import ValueRecognition

/// Reads grants from the rows of tables: line items at a price or included, schedules of what is granted.
struct RowGrants {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let facts: DocumentFacts
  private var changes: ChangeColumns { ChangeColumns(context: context) }
  private var deadlines: RowDeadlines { RowDeadlines(context: context) }

  /// Candidates of a table's rows, in order. Optional rows give candidates too; `isOptional` tells.
  func candidates(inTable index: Int) -> [(candidate: Candidate, isOptional: Bool)] {
    let reading = knowledge.tables[index]
    guard grants(reading) else { return [] }
    var found: [(Candidate, Bool)] = []
    for (number, row) in reading.rows.enumerated() where !row.isSummary {
      guard !changes.isDropped(row, reading), let name = name(of: row, reading) else { continue }
      for candidate in candidates(row, number, name, reading, index) { found.append((candidate, row.isOptional)) }
    }
    return found
  }

  /// Line items and schedules; any other table with headings whose rows name kinds, unless it is a list of rates.
  func grants(_ reading: TableReading) -> Bool {
    switch reading.role {
    case .lineItems, .schedule: return true
    case .labels, .signatures: return false
    case .other:
      guard reading.headers.contains(where: { !$0.isEmpty }), reading.rows.count > 0 else { return false }
      let rates: Set<String> = ["rate", "rates", "price", "list", "unit", "per", "overage", "consumption"]
      let isRates = reading.headers.contains { header in header.contains { rates.contains(context.folded($0)) } }
      return !isRates
        && reading.rows.contains { row in
          row.cells.contains { context.names(in: $0).contains { $0.kind != nil && !$0.isWeak } }
        }
    }
  }

  /// The row's name of a kind: the longest in its product or description, else in any cell; strong before weak.
  private func name(of row: TableReading.Row, _ reading: TableReading) -> NameSpan? {
    var best: NameSpan?
    func consider(_ name: NameSpan) {
      guard name.kind != nil else { return }
      if let other = best, (other.isWeak ? 0 : 1, other.tokens.count) >= (name.isWeak ? 0 : 1, name.tokens.count) {
        return
      }
      best = name
    }
    for (column, cell) in row.cells.enumerated() where isDescribing(reading.columns[safe: column] ?? .other) {
      context.names(in: cell).forEach(consider)
    }
    if best == nil || best?.isWeak == true {
      for (column, cell) in row.cells.enumerated()
      where reading.columns[safe: column] == .quantity || reading.columns[safe: column] == .unit {
        context.names(in: cell).forEach(consider)
      }
    }
    return best
  }

  private func isDescribing(_ column: TableReading.Column) -> Bool {
    switch column {
    case .product, .description, .other, .note, .purpose: true
    default: false
    }
  }

  private func candidates(
    _ row: TableReading.Row, _ number: Int, _ name: NameSpan, _ reading: TableReading, _ table: Int
  ) -> [Candidate] {
    guard let kind = name.kind else { return [] }
    let tokens = context.stream.tokens(ofBlock: row.block)
    var base = Candidate(
      kind: kind, name: name, tokens: tokens, sentence: tokens, tier: name.tier.flatMap(Tier.init(rawValue:)),
      place: .init(table: table, row: number), isWeak: name.isWeak, rules: [])
    base.fee = fee(row)
    base.yearlyFee = row.annual.map { Fee(amount: $0, currency: facts.currency) }
    if let item = row.lineItem.flatMap({ facts.lineItems[safe: $0] }) {
      base.start = item.start
      base.end = item.end
    }
    deadlines.apply(row, reading, to: &base)
    if kind == "support_plan" { base.feePercent = planShare(row, reading) }
    let years = reading.columns.enumerated().compactMap { index, column -> (Int, Range<Int>)? in
      if case .year(let year) = column, let cell = row.cells[safe: index], !cell.isEmpty { return (year, cell) }
      return nil
    }
    if !years.isEmpty, kind != "support_plan" {
      let ramp = years.compactMap { year, cell -> Candidate? in
        guard let quantity = quantity(in: cell, name: name, kind: kind), quantity.amount > 0 else { return nil }
        var one = base
        one.quantity = quantity
        one.contractYear = year
        one.fee = yearlyFee(below: number, reading, cell: reading.columns.firstIndex(of: .year(year)))
        return one
      }
      if !ramp.isEmpty { return ramp }
    }
    base.money = value(row, reading)
    base.quantity = quantity(row, name: name, kind: kind, reading)
    if let quantity = base.quantity, quantity.amount == 0 { return [] }
    if kind == "usage_credit", isOnePiece(base.quantity, row, reading), base.money == nil, let total = row.total,
      total > 0
    {
      // One line of prepaid usage is worth what it costs; nobody sells a single credit.
      base.quantity = nil
      base.money = worth(total, row) ?? row.annual.flatMap { worth($0, row) }
    }
    return [base]
  }

  /// Counted as one, or not at all: no cell says where the number stands ("see clause 2").
  private func isOnePiece(_ quantity: Quantity?, _ row: TableReading.Row, _ reading: TableReading) -> Bool {
    if let quantity { return quantity.amount == 1 }
    return !row.cells.enumerated().contains { reading.columns[safe: $0] == .quantity && !$1.isEmpty }
  }

  /// What the row below asks for each year: "net fee for that number".
  private func yearlyFee(below number: Int, _ reading: TableReading, cell: Int?) -> Fee? {
    guard let next = reading.rows[safe: number + 1], let cell, let tokens = next.cells[safe: cell],
      name(of: next, reading) == nil,
      let label = next.cells.first(where: { !$0.isEmpty }),
      label.contains(where: { ["fee", "fees", "price", "charge", "charges", "cost"].contains(context.folded($0)) })
    else { return nil }
    for value in context.values(in: tokens) {
      if case .money(let amount, let currency) = value.value {
        return Fee(amount: amount, currency: currency ?? facts.currency)
      }
    }
    return nil
  }

  /// "Premier Success Plan (30 %)", "30% of Net" for a unit price.
  private func planShare(_ row: TableReading.Row, _ reading: TableReading) -> Decimal? {
    for (column, cell) in row.cells.enumerated() {
      let role = reading.columns[safe: column] ?? .other
      guard isDescribing(role) || role == .unitPrice || role == .fee || role == .listPrice else { continue }
      for value in context.values(in: cell) {
        if case .percent(let percent) = value.value { return percent }
      }
    }
    return nil
  }

  /// The total as a mention, at the cell that gives it.
  private func worth(_ total: Decimal, _ row: TableReading.Row) -> ValueMention? {
    for cell in row.cells {
      for var value in context.values(in: cell) {
        switch value.value {
        case .money(let amount, _) where amount == total: return value
        case .number(total):
          value.value = .money(amount: total, currency: facts.currency)
          return value
        default: continue
        }
      }
    }
    return nil
  }

  // MARK: Quantity

  private func quantity(_ row: TableReading.Row, name: NameSpan, kind: Kind, _ reading: TableReading) -> Quantity? {
    guard kind != "support_plan", kind != "success_fund" else { return nil }
    let inName = packed(row, name: name, kind: kind, reading)
    var counted: Quantity?
    for (column, cell) in row.cells.enumerated() where changes.counts(column, cell, reading) && !cell.isEmpty {
      counted = quantity(in: cell, name: name, kind: kind)
      if let unitColumn = reading.columns.firstIndex(of: .unit), let unitCell = row.cells[safe: unitColumn],
        let unit = unitNoun(unitCell, kind: kind), counted != nil
      {
        counted = Units.normalised(counted?.amount ?? 1, unit: unit, kind: kind, per: counted?.per)
      }
    }
    switch (inName, counted) {
    case (let pack?, let count?):
      // 8 × 10,000 a day; where the count repeats the pack's own unit in full, it is the whole.
      if count.amount == pack.amount { return pack }
      if count.unit == pack.unit, count.amount > pack.amount, count.isSaidWithUnit(in: context, row) { return count }
      return Quantity(amount: pack.amount * count.amount, unit: pack.unit, per: pack.per)
    case (let pack?, nil): return pack
    case (nil, let count?): return count
    case (nil, nil):
      return kind == "sandbox" ? Quantity(amount: 1, unit: "sandbox") : nil
    }
  }

  /// What one unit of the line holds: "(Pack of 50)", "(10 GB)", "10,000 per day", "block of 250 GB".
  private func packed(_ row: TableReading.Row, name: NameSpan, kind: Kind, _ reading: TableReading) -> Quantity? {
    for (column, cell) in row.cells.enumerated() where isDescribing(reading.columns[safe: column] ?? .other) {
      guard !context.names(in: cell).isEmpty || !cell.isEmpty else { continue }
      if changes.isFormer(column, reading) { continue }
      for value in context.values(in: cell) where !isInsideLongerValue(value, cell) {
        switch value.value {
        case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: kind):
          return Units.normalised(
            amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per ?? rateIn(row, value, cell) : nil)
        case .duration(let duration)
        where kind == "services_hours" && (duration.unit == .hour || duration.unit == .day):
          return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
        case .number(let amount) where amount > 0 && nameBehind(value, cell, kind) != nil:
          return Quantity(amount: amount, unit: nameBehind(value, cell, kind)?.unit ?? context.patterns.unit(of: kind))
        case .number(let amount) where amount > 0 && isCount(value, cell, kind):
          return Quantity(
            amount: amount, unit: name.unit ?? context.patterns.unit(of: kind),
            per: kind == "api_capacity" ? rate(value, cell) : nil)
        default: continue
        }
      }
    }
    return nil
  }

  /// "40 classroom training days": a name of the kind right behind the number, in a cell of its own.
  private func nameBehind(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> NameSpan? {
    guard kind != "api_capacity", kind != "storage", value.tokens.lowerBound == cell.lowerBound else { return nil }
    return context.names(in: cell).first {
      $0.kind == kind && $0.tokens.lowerBound >= value.tokens.upperBound
        && $0.tokens.lowerBound <= value.tokens.upperBound + 2
    }
  }

  /// A rate beside the number, or anywhere in the row: "Additional API Calls per day".
  private func rateIn(_ row: TableReading.Row, _ value: ValueMention, _ cell: Range<Int>) -> String? {
    if let here = rate(value, cell) { return here }
    for other in row.cells {
      for token in other where context.folded(token) == "per" && token + 1 < other.upperBound {
        let word = context.folded(token + 1)
        if ["day", "month", "year"].contains(word) { return word }
      }
      if other.contains(where: { context.folded($0) == "daily" }) { return "day" }
    }
    return nil
  }

  private func isInsideLongerValue(_ value: ValueMention, _ cell: Range<Int>) -> Bool {
    context.values(in: cell).contains { other in
      other.tokens.count > value.tokens.count && other.tokens.lowerBound <= value.tokens.lowerBound
        && other.tokens.upperBound >= value.tokens.upperBound && !other.isQuantityOrNumber
    }
  }

  /// "pack of 50", "(100,000)", "calls, 100,000 per month", "- 10,000 per day": a count, not a version or section.
  private func isCount(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> Bool {
    let before = value.tokens.lowerBound - 1
    let word = before >= cell.lowerBound ? context.folded(before) : ""
    if word == "of", before - 1 >= cell.lowerBound,
      ["pack", "packs", "block", "blocks", "bundle", "set", "lot", "unit", "units"].contains(context.folded(before - 1))
    {
      return true
    }
    if rate(value, cell) != nil { return true }
    let isBracketed =
      word == "(" && value.tokens.upperBound < cell.upperBound && context.folded(value.tokens.upperBound) == ")"
    if isBracketed { return kind != "sandbox" }
    // "Training Credits 50 Pack"
    let after = value.tokens.upperBound < cell.upperBound ? context.folded(value.tokens.upperBound) : ""
    return ["pack", "pk", "block", "bundle"].contains(after)
  }

  private func rate(_ value: ValueMention, _ cell: Range<Int>) -> String? {
    var at = value.tokens.upperBound
    guard at < cell.upperBound, ["per", "a", "/", "each"].contains(context.folded(at)) else {
      return at < cell.upperBound && context.folded(at) == "daily" ? "day" : nil
    }
    at += 1
    while at < cell.upperBound, at < value.tokens.upperBound + 3 {
      let word = context.folded(at)
      if ["day", "month", "year"].contains(word) { return word }
      at += 1
    }
    return nil
  }

  /// The count in a cell: a number, or a number with a unit.
  private func quantity(in cell: Range<Int>, name: NameSpan, kind: Kind) -> Quantity? {
    for value in context.values(in: cell)
    where !isInsideLongerValue(value, cell) && !CandidateFinder(context).isLabel(value) {
      switch value.value {
      case .quantity(let amount, let unit, let per):
        if Units.accepts(unit, kind: kind) {
          return Units.normalised(amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per : nil)
        }
        return Quantity(amount: amount, unit: name.unit ?? context.patterns.unit(of: kind))
      case .duration(let duration) where duration.unit == .hour || duration.unit == .day || duration.unit == .month:
        return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      case .number(let amount):
        return Quantity(
          amount: amount, unit: name.unit ?? context.patterns.unit(of: kind),
          per: kind == "api_capacity" ? rate(value, cell) : nil)
      default: continue
      }
    }
    return nil
  }

  private func unitNoun(_ cell: Range<Int>, kind: Kind) -> String? {
    for token in cell {
      var word = context.folded(token)
      if word.hasSuffix("s") { word.removeLast() }
      if Units.accepts(word, kind: kind) { return word }
    }
    return nil
  }

  // MARK: Value and fee

  private func value(_ row: TableReading.Row, _ reading: TableReading) -> ValueMention? {
    for (column, cell) in row.cells.enumerated() where holdsWorth(column, reading) {
      for value in context.values(in: cell) {
        if case .money(let amount, _) = value.value, amount > 0 { return value }
        if case .number(let amount) = value.value, amount > 0, reading.columns[safe: column] != .quantity {
          // The currency stands in the header or in the document.
          var money = value
          money.value = .money(amount: amount, currency: facts.currency)
          return money
        }
      }
    }
    return nil
  }

  /// A value column, or one headed "Platform credit amount", "Fund value".
  private func holdsWorth(_ column: Int, _ reading: TableReading) -> Bool {
    if reading.columns[safe: column] == .value || reading.columns[safe: column] == .quantity { return true }
    guard let header = reading.headers[safe: column], !header.isEmpty else { return false }
    let words = Set(header.map { context.folded($0) })
    let isAmount = !words.isDisjoint(with: ["amount", "value", "worth", "volume"])
    return isAmount
      && !words.isDisjoint(with: [
        "credit", "credits", "fund", "voucher", "benefit", "capacity", "commitment", "allowance",
      ])
  }

  private func fee(_ row: TableReading.Row) -> Fee? {
    if let total = row.total { return Fee(amount: total, currency: facts.currency) }
    return nil
  }
}

extension Quantity {
  /// Whether the row says amount and unit together ("2,000 GB" in the quantity column).
  fileprivate func isSaidWithUnit(in context: DocumentContext, _ row: TableReading.Row) -> Bool {
    row.cells.contains { cell in
      context.values(in: cell).contains {
        if case .quantity(let amount, _, _) = $0.value { return amount == self.amount }
        return false
      }
    }
  }
}

extension ValueMention {
  fileprivate var isQuantityOrNumber: Bool {
    switch value {
    case .number, .quantity: true
    default: false
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
