// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// A row of a price table: what it is, and what it costs by column.
struct FeeRow {
  enum Kind {
    /// Something at a price that recurs, or of which nothing says that it does not.
    case line
    case once
    /// A discount, a rebate, a promotional credit: taken off.
    case reduction
    case sum
    /// A sum that says that it is of what recurs.
    case recurringSum
    case tax
  }
  var kind: Kind
  /// Without a quantity, a price of one and days of its own: perhaps a sum, whatever it is called.
  var isBare = false
  /// A sum by a word that a line may have as well: it is one only where it adds up.
  var isDoubtful = false
  var cells: [Range<Int>]
  var amounts: [Decimal?]
  /// Months by the row's own days, where they are not those of the term.
  var ownMonths: Int?
  /// The row's own word for how often it is charged.
  var billing: PriceBasis?
  /// The word stands in its name or over its group.
  var saysSelf = false

  var isPriced: Bool { amounts.contains { ($0 ?? 0) != 0 } }
}

/// Sorts the rows of a price table: what recurs, what is paid once, what is taken off, what sums up.
struct FeeRows {
  let context: DocumentContext
  let cells: TableCells
  let reading: TableReading
  let items: [LineItem]
  let term: Term

  private static let taxes: WordSet = [
    "vat", "gst", "tax", "taxes", "mwst", "ust", "tva", "btw", "hst", "qst", "pst", "moms", "iva", "mva",
  ]
  private static let reductions: WordSet = [
    "discount", "rebate", "rabatt", "remise", "less", "allowance", "reduction", "abatement", "korting", "deduction",
    "abzüglich", "nachlass",
  ]
  private static let sums: WordSet = [
    "total", "totals", "subtotal", "sum", "zwischensumme", "gesamt", "summe", "summa", "totale", "somme", "totaal",
    "aggregate", "gesamtsumme", "altogether",
  ]
  /// Words of sums that may stand in the name of a line as well.
  private static let doubtful: WordSet = [
    "together", "gross", "payable", "net", "due", "invoice", "invoiced", "overall",
  ]
  private static let recurring: WordSet = [
    "recurring", "annual", "yearly", "subscription", "subscriptions", "annually", "licence", "license",
  ]
  private static let feeWords: WordSet = [
    "fee", "fees", "charge", "charges", "price", "amount", "sum", "total", "cost",
  ]
  /// Said of what is paid a single time.
  private static let onceRuns = [
    "one time", "one off", "once", "non recurring", "nonrecurring", "single payment", "non recurrent", "onetime",
  ]
  private static let onceWords: WordSet = [
    "einmalig", "oneoff", "eenmalig", "unique", "ponctuel", "engång", "outright",
  ]
  /// Work and goods that are paid once where nothing in their row recurs.
  private static let works: WordSet = [
    "implementation", "installation", "onboarding", "setup", "migration", "deployment", "hardware", "configuration",
    "workshop", "workshops", "consulting", "consultancy", "einrichtung", "schulung", "formation", "rollout", "import",
    "kickoff", "installatie",
  ]

  /// The rows in order; those that head others, are only offered or name nothing are left out.
  func rows(_ body: ArraySlice<TableReading.Row>) -> [FeeRow] {
    var found: [FeeRow] = []
    var groupIsOnce = isHeadedOnce
    var amounts: [Int: [Decimal?]] = [:]
    for row in body {
      if row.isGroup {
        groupIsOnce = row.cells.first { !$0.isEmpty }.map { saysOnce(context.words($0.prefixRange(8))) } ?? false
        continue
      }
      guard !row.isOptional, row.row < cells.rows.count,
        !context.source.tables[cells.table].rows[row.row].isRepeatedHeader
      else { continue }
      var made = feeRow(row)
      if row.group == nil, reading.rows.contains(where: \.isGroup), [.sum, .recurringSum].contains(made.kind) {
        groupIsOnce = false
      }
      if groupIsOnce, made.kind == .line { made.kind = .once }
      if countsOnly(made) { continue }
      shareOfOthers(row, &made, amounts)
      amounts[row.row] = made.amounts
      found.append(made)
    }
    return markedByNumber(found)
  }

  /// `One-time fees` right over the table, or a note under it that says so.
  private var isHeadedOnce: Bool {
    if TableSums(context: context, cells: cells).isOnceOnly { return true }
    let above = cells.ownBlocks.lowerBound - 1
    guard !cells.ownBlocks.isEmpty, above >= 0 else { return false }
    let tokens = context.stream.tokens(ofBlock: above)
    return tokens.count <= 8 && saysOnce(context.words(tokens))
  }

  func saysOnce(_ words: [String]) -> Bool {
    if words.contains(run: "not once") { return false }
    return Self.onceRuns.contains { words.contains(run: $0) } || words.contains(where: Self.onceWords.contains)
  }

  private func feeRow(_ row: TableReading.Row) -> FeeRow {
    let scales = PriceScale(context: context, cells: cells, headers: reading.headers)
    var amounts = [Decimal?](repeating: nil, count: row.cells.count)
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      if !cells.isFigure(cell), let amount = trailing(cell) {
        amounts[column] = amount
      } else if let amount = scales.amount(cell, column), isAmount(cell) {
        amounts[column] = isNegative(cell) && amount > 0 ? -amount : amount
      }
    }
    var made = FeeRow(kind: .line, cells: row.cells, amounts: amounts)
    made.isBare = isBare(row)
    (made.kind, made.isDoubtful) = kind(row, amounts, isBare: made.isBare)
    if made.kind == .reduction { made.amounts = amounts.map { $0.map { $0 > 0 ? -$0 : $0 } } }
    if let item = row.lineItem.flatMap({ items[safe: $0] }), let start = item.start, let end = item.end,
      let from = term.start, let to = term.end, start != from || end != to
    {
      made.ownMonths = start.months(through: end) ?? 0
    }
    made.billing = billing(row)
    made.saysSelf = !row.cells.contains {
      (1...3).contains($0.count) && Self.billings[context.folded($0.lowerBound)] != nil
    }
    return made
  }

  /// A figure, or money among words; `Yr 1` and `Year 2` are none.
  private func isAmount(_ cell: Range<Int>) -> Bool {
    if context.isOne(cell.lowerBound, of: Self.yearNames) { return false }
    // `(2,400.00)` without a currency
    let isBracketed =
      cell.count <= 4 && context.folded(cell.lowerBound) == "(" && context.folded(cell.upperBound - 1) == ")"
      && !cell.contains { context.isWord($0) }
    return cells.isFigure(cell) || isBracketed
      || context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
  }

  private static let yearNames: WordSet = ["year", "yr", "y", "fy", "jahr", "contract", "q1", "q2", "q3", "q4"]

  /// `Fees for 3 years 1,94,40,000.00`: a heading and the first figure under it, run together in one cell.
  private func trailing(_ cell: Range<Int>) -> Decimal? {
    guard cell.count > 2, cell.count <= 14, let last = context.values(in: cell).last,
      last.tokens.upperBound == cell.upperBound, case .number(let amount) = last.value,
      context.source.utf8[last.bytes].contains(where: {
        $0 == 0x2C || $0 == 0x2E
      })
    else { return nil }
    return amount
  }

  /// `(2,400.00)`, `-720.00`, `−1 200,00 €`.
  private func isNegative(_ cell: Range<Int>) -> Bool {
    let first = context.folded(cell.lowerBound)
    if ["-", "−", "–"].contains(first) { return true }
    if first == "(", context.folded(cell.upperBound - 1) == ")" { return true }
    if context.stream.tokens[cell.lowerBound].flags.contains(.hyphenBefore) { return true }
    let start = context.stream.tokens[cell.lowerBound].range.lowerBound
    return start > 0 && context.source.utf8[start - 1] == 0x2D
  }

  // MARK: Kinds

  private func kind(_ row: TableReading.Row, _ amounts: [Decimal?], isBare: Bool) -> (FeeRow.Kind, isDoubtful: Bool) {
    let texts = row.cells.filter { !$0.isEmpty && !cells.isBlank($0) && (!cells.isFigure($0) || isText($0)) }
    guard let first = texts.first else { return (amounts.contains { $0 != nil } ? .sum : .line, false) }
    let name = context.words(first.prefixRange(14))
    if isBare || row.isSummary {
      let isUntaxed = name.contains {
        ["before", "excl", "excluding", "exclusive", "without", "net", "ex", "ht"].contains($0)
      }
      if name.contains(where: Self.taxes.contains) || name.contains("ttc"), !isUntaxed { return (.tax, false) }
      let isSum = isSum(name)
      if name.first == "less" || name.contains(where: Self.reductions.contains) && !isSum { return (.reduction, false) }
      let figures = amounts.compactMap { $0 }
      if isBare, !figures.isEmpty, figures.allSatisfy({ $0 < 0 }) { return (.reduction, false) }
      if !isSum, saysOnce(name) { return (.once, false) }
      if isRecurringSum(name), isSum || row.isSummary || isDoubtful(name) { return (.recurringSum, false) }
      if isSum || row.isSummary { return (.sum, !isSum) }
      if isDoubtful(name) { return (.sum, true) }
    }
    let all = row.cells.filter { !$0.isEmpty }.prefix(8).flatMap { context.words($0.prefixRange(24)) }
    let isOnce =
      row.isRecurring == false || saysOnce(all)
      || texts.prefix(4).contains {
        isWork(context.words($0.prefixRange(14)), row)
      }
    return (isOnce ? .once : .line, false)
  }

  /// `VAT 20 %`, `Every year`: a figure by its values, but no amount.
  private func isText(_ cell: Range<Int>) -> Bool {
    cells.amount(cell) == nil && cell.contains { context.isWord($0) && context.folded($0).utf8.count > 1 }
  }

  private func isDoubtful(_ name: [String]) -> Bool { name.prefix(5).contains(where: Self.doubtful.contains) }

  private func isSum(_ full: [String]) -> Bool {
    // `Premier Plan (30% of the fees of the year)`: what stands in brackets names nothing.
    let name = Array(full.prefix { $0 != "(" })
    if name.prefix(5).contains(where: Self.sums.contains) { return true }
    let isFee = name.contains(where: Self.feeWords.contains)
    return isFee && (name.count <= 2 || name.contains(where: Self.recurring.contains) || name.contains("per"))
      || name.prefix(2).contains("per") && name.count <= 3
      || ["fees", "charges"].contains(name.first ?? "") || name.prefix(3).contains("fees") && name.contains("year")
  }

  private func isRecurringSum(_ full: [String]) -> Bool {
    let name = Array(full.prefix { $0 != "(" })
    if saysOnce(name) { return false }
    return name.contains(where: Self.recurring.contains) || name.contains(run: "per year")
      || ["per annum", "for the year", "a year", "of the year", "each year"].contains { name.contains(run: $0) }
  }

  private func isBare(_ row: TableReading.Row) -> Bool {
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !cells.isBlank(cell) {
      switch reading.columns[safe: column] ?? .other {
      case .quantity, .listPrice:
        if !context.values(in: cell).isEmpty { return false }
      case .start, .end, .validity:
        if !context.dates(in: cell).isEmpty || !context.durations(in: cell).isEmpty { return false }
      default: continue
      }
    }
    return true
  }

  /// Work or goods, and nothing in the row that recurs.
  private func isWork(_ full: [String], _ row: TableReading.Row) -> Bool {
    // `Core Platform (incl. 4 training days)`: what comes with a product does not make it work.
    let name = Array(full.prefix { !["(", "incl", "including"].contains($0) })
    let isNamed =
      name.prefix(4).contains(where: Self.works.contains) || name.contains(run: "set up")
      || name.contains(run: "go live") || Array(name.prefix(3)).contains(run: "kick off")
      || name.contains(run: "take on") || name.contains(run: "training day")
      || name.contains(run: "training of") || name.last == "training" || name.first == "training" && name.count <= 4
    guard isNamed else { return false }
    if name.contains(where: { ["subscription", "annual", "monthly", "support", "licence", "license"].contains($0) }) {
      return false
    }
    return !row.cells.enumerated().contains { column, cell in
      switch reading.columns[safe: column] ?? .other {
      case .start, .end, .validity, .months: !context.values(in: cell).isEmpty
      default: false
      }
    }
  }

  private static let billings: [String: PriceBasis] = [
    "monthly": .month, "month": .month, "annually": .year, "annual": .year, "yearly": .year, "year": .year,
  ]

  /// A cell that says nothing but how often, or a name that ends in it: `Rota, per month`; else the words over its
  /// group.
  private func billing(_ row: TableReading.Row) -> PriceBasis? {
    for cell in row.cells where (1...3).contains(cell.count) {
      let words = context.words(cell).filter { !["per", "/", "a", "every"].contains($0) }
      if words.count == 1, let basis = Self.billings[words[0]] { return basis }
    }
    if let price = row.cells.last(where: { cells.amount($0) != nil }), price.count <= 8 {
      let words = context.words(price).suffix(3)
      if words.last == "month", ["a", "per", "/"].contains(words.dropLast().last ?? "") { return .month }
      if words.last == "year", ["a", "per", "/"].contains(words.dropLast().last ?? "") { return .year }
    }
    if let name = row.cells.first(where: { !$0.isEmpty && $0.contains { context.isWord($0) } }) {
      let last = context.words(max(name.lowerBound, name.upperBound - 4)..<name.upperBound)
      if last.contains(run: "per month") || last.contains(run: "a month") || last.last == "monthly" { return .month }
      if last.contains(run: "per year") || last.contains(run: "a year") || last.contains(run: "per annum") {
        return .year
      }
    }
    guard let group = row.group else { return nil }
    let words = context.words(group.prefixRange(6))
    if ["month", "monthly"].contains(where: words.contains) { return .month }
    return ["year", "yearly", "annual", "annually"].contains(where: words.contains) ? .year : nil
  }

  /// Whether each of the lines says the same of how often, not only by a cell on invoicing.
  func billing(of rows: [FeeRow]) -> PriceBasis? {
    let lines = rows.filter { $0.kind == .line && $0.isPriced }
    guard let first = lines.first?.billing, lines.allSatisfy({ $0.billing == first && $0.saysSelf }) else { return nil }
    return first
  }
}
