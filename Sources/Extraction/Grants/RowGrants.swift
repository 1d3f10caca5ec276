// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Reads grants from the rows of tables: line items at a price or included, schedules of what is granted.
struct RowGrants {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let facts: DocumentFacts
  var changes: ChangeColumns { ChangeColumns(context: context) }
  private var deadlines: RowDeadlines { RowDeadlines(context: context) }

  init(context: DocumentContext, knowledge: DocumentKnowledge, facts: DocumentFacts) {
    self.context = context
    self.knowledge = knowledge
    self.facts = facts
  }

  /// What reads a table's cells, made once a table.
  struct Readers {
    let reading: TableReading
    let table: Int
    let quantities: RowQuantities
    let worth: RowWorth
    let scales: RowScale
    let fees: RowFees
    var cells: PeriodCells {
      PeriodCells(context: quantities.context, quantities: quantities, worth: worth, facts: worth.facts)
    }
  }

  private func readers(_ index: Int, _ reading: TableReading) -> Readers {
    let scales = RowScale(context, reading)
    return Readers(
      reading: reading, table: index, quantities: RowQuantities(context, reading, scales),
      worth: RowWorth(context: context, reading: reading, scales: scales, facts: facts), scales: scales,
      fees: RowFees(context, reading))
  }

  func grants(_ reading: TableReading) -> Bool { GrantTables(context: context).grants(reading) }

  /// Candidates of a table's rows, in order. Optional rows give candidates too; `isOptional` tells.
  func candidates(inTable index: Int) -> [(candidate: Candidate, isOptional: Bool)] {
    let told = knowledge.tables[index]
    guard grants(told) else { return [] }
    let reading = LabelRows(context: context).granting(told) ?? told
    let tables = GrantTables(context: context)
    let readers = readers(index, reading)
    if let matrix = tables.matrix(reading) {
      return columns(matrix.names, times: matrix.times, readers).map { ($0, false) }
    }
    let names = RowNames(context: context)
    let subject = tables.subject(reading)
    var found: [(Candidate, Bool)] = []
    for (number, row) in reading.rows.enumerated() where !row.isSummary && !row.isGroup {
      if !changes.isDropped(row, reading), let parts = bundle(row, number, readers) {
        found += parts.map { ($0, row.isOptional) }
        continue
      }
      guard !changes.isDropped(row, reading), !isPrice(row, reading),
        let name = committed(names.name(of: row, reading), row, number, readers) ?? subject
          ?? prepaid(row, number, readers) ?? module(row, readers) ?? freeProduct(row, readers)
      else { continue }
      let isSubject = name == subject
      for candidate in candidates(row, number, name, readers, isSubject: isSubject) {
        found.append((candidate, row.isOptional))
      }
    }
    if reading.periods.contains(where: { $0 != nil }) { takePrices(reading, readers, &found) }
    return PlanYears(context: context, reading: reading).merged(found)
  }

  /// The grants of a row that lists several; what the row costs is the price of all of them, so that only its being free
  /// is each one's fee.
  private func bundle(_ row: TableReading.Row, _ number: Int, _ readers: Readers) -> [Candidate]? {
    guard readers.reading.periods.isEmpty else { return nil }
    let asides = RowAsides(context: context).parts(row, readers.reading)
    guard let parts = asides ?? RowBundles(context: context).parts(row, readers.reading) else { return nil }
    return parts.map { part in
      var one = base(row, number, part.name, part.kind, readers)
      one.tokens = part.tokens
      one.quantity = part.quantity
      one.rules = part.rules
      one.isWeak = part.isWeak && part.kind != "storage"
      one.yearlyFee = nil
      one.prices = []
      if one.fee?.amount != 0 { one.fee = nil }
      if asides != nil { one.fee = Fee(amount: 0, currency: facts.currency) }
      return readers.fees.settled(one, row: number, facts.currency)
    }
  }

  /// "Consumption commitment" beside sums of money, whatever else goes by that name.
  private func committed(_ name: NameSpan?, _ row: TableReading.Row, _ number: Int, _ readers: Readers) -> NameSpan? {
    guard let name, name.kind == "usage_credit",
      name.tokens.contains(where: { context.isOne($0, of: "commit|commitment") })
    else { return name }
    return prepaid(row, number, readers) ?? name
  }

  /// "Capacity" in a row whose figures are money.
  private func prepaid(_ row: TableReading.Row, _ number: Int, _ readers: Readers) -> NameSpan? {
    guard let column = readers.reading.periods.firstIndex(where: { $0 != nil }),
      let label = RowNames(context: context).labels(row, readers.reading).first(where: { !$0.isEmpty }),
      isMoney(row, number, readers, column: column) || isLargeNumber(row.cells[safe: column] ?? 0..<0)
    else { return nil }
    if !isMoney(row, number, readers, column: column) { return RowKinds.committed(label, context) }
    return RowKinds.prepaid(label, context) ?? RowKinds.committed(label, context)
  }

  /// A figure without a sign, as sums are where the order says its currency once.
  private func isLargeNumber(_ cell: Range<Int>) -> Bool {
    if case .number(let amount)? = context.values(in: cell).first?.value { return amount >= 1000 }
    return false
  }

  private static let prices: WordSet = ["price", "prices", "fee", "fees", "cost", "costs", "charge", "charges"]

  /// "Flex Credits, price" in a table of years: what the years of another row cost.
  func isPrice(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    guard reading.periods.contains(where: { $0 != nil }), let label = row.cells.first(where: { !$0.isEmpty }),
      let last = label.last,
      // "Gold Support, 12 % of the user fee": the row's own price.
      !label.contains(where: { context.isOne($0, of: "%|percent|of") })
    else { return false }
    return context.isOne(last, of: Self.prices)
  }

  private static let nouns: WordSet = ["module", "modules", "edition", "component", "plugin", "app"]

  /// "Web portal module │ 1 May 2031 to 31 July 2031 │ nil": a part of the product that is had for nothing.
  private func module(_ row: TableReading.Row, _ readers: Readers) -> NameSpan? {
    guard readers.reading.role == .schedule || readers.reading.role == .lineItems, readers.worth.fee(row)?.amount == 0,
      let label = RowNames(context: context).labels(row, readers.reading).first(where: { !$0.isEmpty })
    else { return nil }
    guard let noun = label.prefix(12).first(where: { context.isOne($0, of: Self.nouns) }) else {
      return complimentary(label)
    }
    return NameSpan(tokens: label.lowerBound..<(noun + 1), kind: "complimentary_product")
  }

  /// "Atlas Mobile (complimentary) │ 25 │ $0.00": a product that its own row calls free.
  private func complimentary(_ label: Range<Int>) -> NameSpan? {
    guard (3...14).contains(label.count),
      let word = label.first(where: { context.isOne($0, of: "complimentary|gratis|courtesy|free") }),
      word > label.lowerBound, context.isOne(word - 1, of: "(|,|-|–|—|:")
    else { return nil }
    return NameSpan(tokens: label.lowerBound..<(word - 1), kind: "complimentary_product")
  }

  func isMoney(_ row: TableReading.Row, _ number: Int, _ readers: Readers, column: Int) -> Bool {
    readers.scales.isMoney(row, column: column)
      || readers.scales.scale(row, number, column: column)?.isMoney ?? false
      || context.values(in: row.cells[safe: column] ?? 0..<0).contains {
        if case .money = $0.value { true } else { false }
      }
  }

  // MARK: Rows

  private func base(_ row: TableReading.Row, _ number: Int, _ name: NameSpan, _ kind: Kind, _ readers: Readers)
    -> Candidate
  {
    let block = context.stream.tokens(ofBlock: row.block)
    let tokens = readers.reading.isTurned ? row.cells[0] : block
    var base = Candidate(
      kind: kind, name: name, tokens: tokens, sentence: tokens, tier: name.tier.flatMap(Tier.init(rawValue:)),
      place: .init(table: readers.table, row: number), isWeak: name.isWeak, rules: [])
    base.fee = readers.worth.fee(row)
    base.yearlyFee = row.annual.map { Fee(amount: $0, currency: facts.currency) }
    if let item = row.lineItem.flatMap({ facts.lineItems[safe: $0] }) {
      base.start = item.start
      base.end = item.end
    }
    deadlines.apply(row, readers.reading, of: facts.term, to: &base)
    if !kind.isStanding { base.recurs = rate(row, readers.reading) }
    if kind == "support_plan" { base.feePercent = readers.worth.planShare(row) }
    base.prices = readers.worth.prices(row, number)
    return base
  }

  /// `SEAT / FY`, `hours per contract year` in the column of units: the number is given anew in each.
  func rate(_ row: TableReading.Row, _ reading: TableReading) -> Recurrence.Every? {
    guard let column = reading.columns.firstIndex(of: .unit), let cell = row.cells[safe: column], cell.count <= 6 else {
      return nil
    }
    let words = context.words(cell)
    guard words.dropFirst().contains(where: { ["/", "per", "each", "every"].contains($0) }) else { return nil }
    if words.contains("fy") || words.contains(run: "fiscal year") { return .fiscal_year }
    if words.contains(run: "calendar year") { return .calendar_year }
    switch words.last {
    case "year", "yr", "annum": return .contract_year
    case "quarter", "qtr": return .quarter
    default: return nil
    }
  }

  private func candidates(
    _ row: TableReading.Row, _ number: Int, _ name: NameSpan, _ readers: Readers, isSubject: Bool
  ) -> [Candidate] {
    guard let kind = name.kind else { return [] }
    var base = base(row, number, name, kind, readers)
    if base.fee == nil, isCountedAndFree(row, readers, years(readers.reading)) {
      base.fee = Fee(amount: 0, currency: facts.currency)
    }
    if let ramp = ramp(base, row, number, name, readers) {
      return ramp.map { readers.fees.settled($0, row: number, facts.currency) }
    }
    if let steps = worded(base, row, name, readers) {
      return steps.map { readers.fees.settled($0, row: number, facts.currency) }
    }
    guard let one = single(base, row, number, name, readers, isSubject: isSubject) else { return [] }
    return [readers.fees.settled(one, row: number, facts.currency)]
  }

  private func single(
    _ base: Candidate, _ row: TableReading.Row, _ number: Int, _ name: NameSpan, _ readers: Readers, isSubject: Bool
  ) -> Candidate? {
    var base = base
    base.money =
      readers.worth.value(row, number) ?? (isSubject ? money(row) : nil) ?? readers.worth.told(row, kind: base.kind)
    base.quantity =
      isSubject && base.money != nil
      ? nil
      : readers.quantities.rated(
        readers.quantities.quantity(row, number, name: name, kind: base.kind), row, kind: base.kind)
    if isSubject, base.money == nil, base.quantity == nil { return nil }
    // "First tranche │ $9,000": what it is worth, under a heading that does not say price.
    if isSubject, kindIsWorth(base, row, readers.reading) { (base.fee, base.yearlyFee) = (nil, nil) }
    if base.money == nil || base.quantity != nil, base.kind.isFunded,
      readers.quantities.isMoney(row), let sum = base.quantity?.amount,
      let mention = base.money ?? readers.worth.worth(sum, row, number)
    {
      (base.money, base.quantity) = (mention, nil)
    }
    if let quantity = base.quantity, quantity.amount == 0 { return nil }
    if isNothing(row, readers.reading) { return nil }
    if ["success_fund", "partner_voucher"].contains(base.kind), base.money == nil,
      let share = readers.worth.share(row, knowledge.tables)
    {
      base.share = (share.percent, "annual_fees")
      base.shareAmount = share.amount
    }
    if ["success_fund", "partner_voucher"].contains(base.kind), base.money == nil, base.share == nil {
      base.money = readers.worth.setAside(row, name: name)
    }
    let total = row.total ?? 0
    if base.kind == "usage_credit", isOnePiece(base.quantity, row, readers.reading), base.money == nil, total > 0 {
      // One line of prepaid usage is worth what it costs; nobody sells a single credit.
      base.quantity = nil
      base.money =
        readers.worth.worth(total, row, number) ?? row.annual.flatMap { readers.worth.worth($0, row, number) }
    }
    let isOpen =
      (facts.type?.isOrder ?? false) && OpenAmounts(context: context).isOpen(row.cells.dropFirst())
    if isOpen, base.quantity?.amount == 1, !isCounted(row, readers.reading) { base.quantity = nil }
    base.isOpenAmount = isOpen && base.quantity == nil && base.money == nil && base.share == nil
    return base
  }

  private func kindIsWorth(_ base: Candidate, _ row: TableReading.Row, _ reading: TableReading) -> Bool {
    guard base.kind.isFunded, let money = base.money, base.fee?.amount != 0,
      let column = row.cells.firstIndex(where: { $0.contains(money.tokens.lowerBound) })
    else { return false }
    return !(reading.headers[safe: column] ?? 0..<0).contains { context.isOne($0, of: Self.prices) }
  }

  /// Whether a cell behind the row's name holds a number; prices count nothing.
  private func isCounted(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    row.cells.enumerated().contains { column, cell in
      let isPrice = [.unitPrice, .listPrice, .annual, .total, .fee].contains(reading.columns[safe: column] ?? .other)
      // What a price that is blanked out leaves open is no number of pieces.
      if isPrice { return OpenAmounts(context: context).isOpen([cell]) }
      return column > 0 && context.values(in: cell).contains { if case .date = $0.value { false } else { true } }
    }
  }

  /// The first amount of a row that is nothing but an amount and a day.
  private func money(_ row: TableReading.Row) -> ValueMention? {
    row.cells.lazy.compactMap { cell in
      self.context.values(in: cell).first { if case .money(let amount, _) = $0.value { amount > 0 } else { false } }
    }.first
  }

  /// The column of numbers says that there is none: "–", "nil", "not included".
  private func isNothing(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    let counted = row.cells.indices.filter { reading.columns[safe: $0] == .quantity }
    guard let column = counted.first, counted.count == 1, row.lineItem == nil else { return false }
    let cell = row.cells[column]
    let words = ["nil", "none", "no", "zero", "not", "excluded"]
    return !cell.isEmpty && context.mark(cell) == .nothing && words.contains(context.folded(cell.lowerBound))
  }

  /// Counted as one, or not at all: no cell says where the number stands ("see clause 2").
  private func isOnePiece(_ quantity: Quantity?, _ row: TableReading.Row, _ reading: TableReading) -> Bool {
    if let quantity { return quantity.amount == 1 }
    return !row.cells.enumerated().contains { reading.columns[safe: $0] == .quantity && !$1.isEmpty }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
