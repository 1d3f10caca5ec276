// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis
import Patterns

/// Tells how a table's rows stand to each other: which sum up, which head a group, which are only offered.
struct RowStanding {
  private let context: DocumentContext
  private let cells: TableCells
  private let columns: [TableReading.Column]
  private let ticks: (yes: Int?, no: Int?)
  private let choices: [Choice]

  /// Tables with more columns are no order form's.
  private static let mostColumns = 60

  init(context: DocumentContext, cells: TableCells, columns: [TableReading.Column]) {
    self.context = context
    self.cells = cells
    self.columns = columns
    ticks = Self.tickColumns(cells)
    choices = Self.choices(cells)
  }

  // MARK: Rows

  private static let sums: WordSet = [
    "total", "subtotal", "sum", "totals", "gst", "vat", "tax", "taxes", "payable", "mwst", "discount", "due",
    "invoiced", "recurring",
  ]

  /// Labels that say by themselves that the row is what the lines come to.
  private static let bareSums: WordSet = [
    "fees", "charges", "all fees", "all charges", "net", "all", "all in", "net price", "net fees", "amount due",
    "you pay", "to pay", "annual", "annually", "yearly", "per year", "summe", "gesamt", "overall", "fees per year",
  ]

  /// A sum, a subtotal, a tax: no line of its own.
  func isSummary(_ row: [Range<Int>]) -> Bool {
    guard let first = row.first(where: { !$0.isEmpty && !cells.isFigure($0) }) else {
      return row.contains { !$0.isEmpty } && row.first.map { cells.isBlank($0) } ?? true
    }
    let words = context.words(first.prefixRange(12))
    guard let opener = words.first else { return false }
    if addsLines(words), productLess(row) { return true }
    if Self.bareSums.contains(words.filter { $0 != ":" }.joined(separator: " ")), productLess(row) { return true }
    let named =
      Self.sums.contains(opener) || opener == "sub" || opener == "grand" || opener == "less"
      || words.prefix(5).contains("total") || words.prefix(3).contains("subtotal")
      || words.prefix(4).contains(where: { ["recurring", "invoiced", "due"].contains($0) })
        && !words.contains("monthly")
      || ["fees", "amount", "charges", "subscription", "one"].contains(opener)
        && (words.contains("per") || words.contains("for") || words.contains("total")) && productLess(row)
    if productLess(row), words.contains(where: { ["fees", "fee", "price", "charges"].contains($0) }),
      words.prefix(3).contains(where: { ["annual", "yearly", "subscription", "recurring"].contains($0) })
    {
      return true
    }
    guard named else { return false }
    return productLess(row) || words.contains("total") || words.contains("subtotal") || opener == "sum"
  }

  /// "Lines 1 to 5, each twelve months", "All lines", "Subscriptions", "One-time": what the lines over them come to, where
  /// a line has a number, a price or days of its own.
  private func addsLines(_ words: [String]) -> Bool {
    guard columns.contains(where: { [.quantity, .unitPrice, .start, .end].contains($0) }), words.count > 0 else {
      return false
    }
    let next = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "lines", "items", "positions", "rows", "line", "item":
      return next.utf8.count <= 2 && !next.isEmpty
        && words.dropFirst(2).contains { ["to", "and", ",", "billed", "once", "paid", "invoiced"].contains($0) }
    case "all":
      return ["lines", "items", "services", "products", "subscriptions", "charges", "positions"].contains(next)
    case "subscriptions", "recurring", "together", "altogether": return true
    case "one", "non": return words.count <= 4 && ["time", "recurring", "off"].contains(next)
    case "once": return words.count <= 3
    default: return false
    }
  }

  private func productLess(_ row: [Range<Int>]) -> Bool { cells.isBare(row, columns) }

  // MARK: Options

  /// A heading or paragraph right over the table that offers what stands in it.
  var isHeadedOptional: Bool {
    guard !cells.blocks.isEmpty else { return false }
    // `Included quantity │ Overage price`: the price of more stands beside what is given.
    let isIncluded = (0..<min(cells.columns, 6)).contains { column in
      cells.headingWords(column).contains { ["included", "includes", "incl", "allowance"].contains($0) }
    }
    for column in 0..<min(cells.columns, 4) where !isIncluded {
      let heading = cells.heading(column)
      let offers = context.cues(in: heading).contains {
        $1.holdsForSection && ($1.reason == .optional_purchase || $1.reason == .negated)
      }
      if offers, heading.count <= 10 { return true }
    }
    return isOffered(above: cells.ownBlocks.lowerBound)
  }

  /// Whether a heading or paragraph right over a block offers what stands in it: a table may go on under one.
  func isOffered(above block: Int) -> Bool {
    var at = block - 1
    var steps = 0
    while at >= 0, steps < 2 {
      if context.isTableRow(at) { return false }
      let tokens = context.stream.tokens(ofBlock: at)
      if context.cues(in: tokens).contains(where: { $1.reason == .optional_purchase && $1.holdsForSection }) {
        return true
      }
      for match in context.matches(in: tokens) where isFact(match, "optional_table") { return true }
      if case .heading = context.source.blocks[at].role { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  private func isFact(_ match: PhraseMatch, _ id: String) -> Bool {
    let rule = context.patterns.rules[match.rule]
    return rule.role == .fact && rule.gives["table"] == "optional" && rule.id.hasPrefix("optional")
  }

  private static let optionWords: WordSet = ["optional", "option", "options"]
  private static let choiceWords: WordSet = [
    "included", "ordered", "selected", "taken", "accepted", "chosen", "opted", "agreed", "purchased", "status", "tick",
    "booked", "elected", "scope",
  ]
  private static let refusals: WordSet = [
    "optional", "option", "declined", "refused", "quoted", "offered", "no", "n", "☐", "✗", "✘", "none", "later",
    "unticked", "deselected", "rejected", "tbd", "unfunded", "expired", "used", "lapsed", "ended", "cancelled",
    "withdrawn", "redeemed", "void",
  ]

  /// The row says of itself that it is only offered: a box that is not ticked, `Optional` in a column of its own or
  /// before the product, `No` under `Ordered?`.
  func isOption(_ row: [Range<Int>]) -> Bool {
    if isUnticked(row) || isLeftEmpty(row) { return true }
    for (column, cell) in row.enumerated() where !cell.isEmpty && column < choices.count {
      switch choices[column] {
      case .offer where context.mark(cell) == .included || context.isOne(cell.lowerBound, of: Self.optionWords):
        return true
      case .choice where isRefused(cell): return true
      default: break
      }
      if isCalledOption(cell) || isOnlyIfOrdered(cell) || isLeftOpen(cell, column) { return true }
    }
    return false
  }

  private func isRefused(_ cell: Range<Int>) -> Bool {
    let first = context.folded(cell.lowerBound)
    // "No (optional, $8,000)", "No, on request"
    if first == "no", (3...16).contains(cell.count), context.isOne(cell.lowerBound + 1, of: "(|,|;|-|–|—|.") {
      return true
    }
    guard cell.count <= 4 else { return false }
    return Self.refusals.contains(first) && cells.amount(cell) == nil || first == "not"
      || first == "on"
        && context.words(cell).contains("request")
  }

  /// "optional", "Option: …", "… (optional)", "optional – …".
  private func isCalledOption(_ cell: Range<Int>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    if context.isOne(first, of: Self.optionOpeners) {
      return cell.count == 1 || context.isOne(first + 1, of: Self.optionSigns)
    }
    return cell.count > 2 && context.folded(last) == ")" && context.folded(last - 1) == "optional"
      && context.folded(last - 2) == "("
  }

  /// "$900 if ordered", "EUR 40 a month on request": what it would cost.
  private func isOnlyIfOrdered(_ cell: Range<Int>) -> Bool {
    guard (3...10).contains(cell.count), let last = cell.last else { return false }
    return context.isOne(last, of: "ordered|requested|wanted|chosen")
      && context.isOne(last - 1, of: "if|when|where") && cells.amount(cell) != nil
  }

  /// "To be ordered", "at request" for a number; "$900 a day, to be ordered", "$900 each, not ordered" for a price.
  private func isLeftOpen(_ cell: Range<Int>, _ column: Int) -> Bool {
    guard (2...12).contains(cell.count), let last = cell.last else { return false }
    let words = context.words(cell)
    if cell.count <= 4, columns[safe: column] == .quantity || column == 1 {
      if words == ["to", "be", "ordered"] || words == ["if", "ordered"] { return true }
      if words.count == 2, ["on", "at", "upon", "by"].contains(words[0]) {
        return ["request", "demand", "quote", "order", "quotation"].contains(words[1])
      }
    }
    return context.folded(last) == "ordered" && cells.amount(cell) != nil
      && (context.folded(last - 1) == "not" || context.folded(last - 1) == "be")
  }

  private static let optionOpeners: WordSet = ["optional", "option"]
  private static let optionSigns: WordSet = [":", "-", "–", "—", "(", "year", "period"]

  private enum Choice { case offer, choice, none }

  private static func choices(_ cells: TableCells) -> [Choice] {
    guard cells.columns <= mostColumns else { return [] }
    return (0..<cells.columns).map { column in
      let words = cells.headingWords(column).filter { $0 != "?" && $0 != "/" }
      if asksWhetherInOrder(words) { return .choice }
      guard let last = words.last, words.count <= 3 else { return .none }
      if optionWords.contains(last) { return .offer }
      return choiceWords.contains(last) ? .choice : .none
    }
  }

  private static let papers: WordSet = [
    "order", "form", "agreement", "contract", "quote", "package", "scope", "y", "n",
  ]

  /// "Included in this order?", "Part of this order", "Ordered (Y/N)"
  private static func asksWhetherInOrder(_ words: [String]) -> Bool {
    guard (2...7).contains(words.count), let first = words.first else { return false }
    guard choiceWords.contains(first) || first == "part" || first == "in" || first == "is" else { return false }
    return words.dropFirst().contains(where: papers.contains)
      && !words.contains { ["fee", "fees", "price", "prices", "number", "date", "quantity"].contains($0) }
  }

  // MARK: Groups

  /// A row that heads those under it ("Free of charge", "Contract Year 1"): one cell of words, and a fuller row below.
  func groupHeading(_ index: Int) -> Range<Int>? {
    guard cells.columns > 1, index + 1 < cells.rows.count else { return nil }
    let row = cells.rows[index]
    let open = OpenAmounts(context: context)
    // A figure that is blanked out still makes the row one of its own.
    let filled = row.indices.filter {
      (!cells.isBlank(row[$0]) || open.isOpen([row[$0]])) && cells.spans[index][$0] > 0
    }
    guard filled.count == 1, let only = filled.first, row[only].count <= 25 else { return nil }
    let cell = row[only]
    guard only == 0 || cells.spans[index][only] > 1, cell.contains(where: { context.isWord($0) }),
      !cells.isFigure(cell) || ColumnPeriods(context: context).period(in: cell) != nil || saysHowOften(cell),
      !hasSpannedCells(index)
    else { return nil }
    let below = cells.rows[index + 1]
    let next = below.indices.filter { !cells.isBlank(below[$0]) && cells.spans[index + 1][$0] > 0 }
    return next.count >= 2 && next.contains { !cells.isBlank(below[$0]) } ? cell : nil
  }

  /// `Every year`, `Monthly`, `Once`: over what is charged so.
  private func saysHowOften(_ cell: Range<Int>) -> Bool {
    cell.count <= 4 && cells.amount(cell) == nil
      && context.isOne(cell.lowerBound, of: "every|each|per|yearly|annual|annually|monthly")
  }

  /// Cells that reach down from a row above: the row is one of several of one thing.
  private func hasSpannedCells(_ index: Int) -> Bool {
    context.source.tables[cells.table].rows[index].cells.contains { $0.range.isEmpty && $0.spannedFrom != nil }
  }

  /// Whether a group's heading only offers what stands under it.
  func offers(_ heading: Range<Int>) -> Bool {
    if heading.contains(where: { context.isOne($0, of: Self.optionWords) }) { return true }
    return context.says([.objection(.optional_purchase), .objection(.negated)], in: heading)
  }

  // MARK: Boxes

  /// The columns headed `Yes` and `No`.
  private static func tickColumns(_ cells: TableCells) -> (yes: Int?, no: Int?) {
    guard cells.columns <= mostColumns else { return (nil, nil) }
    let columns = 0..<cells.columns
    return (columns.first { cells.headingWords($0) == ["yes"] }, columns.first { cells.headingWords($0) == ["no"] })
  }

  /// A box under `Yes` that is not ticked, or a ticked one under `No`.
  private func isUnticked(_ row: [Range<Int>]) -> Bool {
    if let yes = ticks.yes, !isTicked(row[yes]) { return true }
    if ticks.yes != nil, let no = ticks.no, isTicked(row[no]) { return true }
    return false
  }

  /// An empty box in a cell of its own or before what the row names, and no ticked one in the row.
  private func isLeftEmpty(_ row: [Range<Int>]) -> Bool {
    row.contains(where: context.opensUnticked) && !row.contains(where: context.holdsTick)
  }

  private func isTicked(_ cell: Range<Int>) -> Bool {
    cell.contains { context.isOne($0, of: "☒|☑|x|✓|✔|✗|yes") }
  }
}
