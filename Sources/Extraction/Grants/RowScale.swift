// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// In what a row's figures are expressed: "(in thousands)", "Rs. in lakh", "rows marked † are in thousands of dollars".
struct RowScale {
  struct Scale: Hashable {
    var factor: Decimal
    var isMoney: Bool
  }

  private let context: DocumentContext
  private let reading: TableReading
  private let statements: [Statement]

  /// A sentence by the table that says what its figures are in: all of them, the rows marked or the rows named.
  private struct Statement {
    var scale: Scale
    var marks: Set<String>
    var rows: Set<Int>
    /// Nouns of the kinds that it names: "figures for credits".
    var nouns: Set<String>
  }

  init(_ context: DocumentContext, _ reading: TableReading) {
    self.context = context
    self.reading = reading
    statements = TableSurroundings(context: context).sentences(around: reading).prefix(40).compactMap { sentence in
      guard Self.saysHow(sentence, context), let scale = Self.scale(in: sentence, context) else { return nil }
      let marks = sentence.map { context.folded($0) }.filter { Self.marks.contains($0) }
      let nouns = context.names(in: sentence).filter { $0.kind != nil }.compactMap { $0.tokens.last }
      return Statement(
        scale: scale, marks: Set(marks), rows: RowMentions(context: context).rows(in: sentence, of: reading),
        nouns: Set(nouns.map { context.folded($0).droppingPlural }))
    }
  }

  /// Only within brackets or behind a currency.
  private static let letters: [String: Decimal] = ["k": 1000, "m": 1_000_000]
  static let currencies: WordSet = [
    "dollars", "dollar", "usd", "$", "€", "eur", "euro", "euros", "£", "gbp", "pounds", "sterling", "chf", "francs",
    "inr", "rupees", "rs", "₹", "cad", "aud", "yen", "jpy", "sek", "dkk", "nok", "currency", "money", "us$",
    "pln", "zar", "nzd", "sgd", "hkd", "brl", "mxn", "aed", "ils", "kes", "thb", "czk", "huf", "myr", "rm", "rand",
    "ringgit", "php", "idr", "krw", "twd",
  ]

  /// The scale of a row's figures in a column; nil where they stand for themselves. Nearer words win: the row's own,
  /// its column's, those over or under the table.
  func scale(_ row: TableReading.Row, _ number: Int, column: Int) -> Scale? {
    for label in RowNames(context: context).labels(row, reading) {
      if let scale = Self.scale(in: label, context) { return scale }
    }
    if let unit = reading.columns.firstIndex(of: .unit), let cell = row.cells[safe: unit],
      let scale = Self.scale(in: cell, context)
    {
      return scale
    }
    if let heading = reading.headers[safe: column], let scale = Self.scale(in: heading, context) { return scale }
    return stated(row, number)
  }

  /// Whether a row's label or heading says that its figures are money: "Fund (EUR)".
  func isMoney(_ row: TableReading.Row, column: Int) -> Bool {
    let cells = RowNames(context: context).labels(row, reading) + [reading.headers[safe: column] ?? 0..<0]
    return cells.contains { Self.namesCurrency($0, in: context) }
  }

  /// `Second Year £`, `Fund (EUR)`: a heading or label says in what currency.
  static func namesCurrency(_ cell: Range<Int>, in context: DocumentContext) -> Bool {
    cell.contains { currencies.contains(context.folded($0)) }
  }

  private static func scale(in cell: Range<Int>, _ context: DocumentContext) -> Scale? {
    guard !cell.isEmpty, cell.count <= 40, let factor = factor(in: cell, context) else { return nil }
    return Scale(factor: factor, isMoney: namesCurrency(cell, in: context))
  }

  private static func factor(in cell: Range<Int>, _ context: DocumentContext) -> Decimal? {
    if let scale = context.scale(in: cell) { return scale.applied(to: 1) }
    if cell.contains(where: { isThousands($0, in: cell, context) }) { return 1000 }
    return cell.lazy.compactMap { letter($0, in: cell, context) }.first
  }

  /// "Credits ('000)", "’000"
  private static func isThousands(_ token: Int, in cell: Range<Int>, _ context: DocumentContext) -> Bool {
    guard context.folded(token) == "000", token > cell.lowerBound else { return false }
    return context.isOne(token - 1, of: "'|’|‘|(")
  }

  /// "Credits (k)", "EUR m".
  private static func letter(_ token: Int, in cell: Range<Int>, _ context: DocumentContext) -> Decimal? {
    guard let factor = letters[context.folded(token)] else { return nil }
    func neighbour(_ offset: Int) -> String { cell.contains(token + offset) ? context.folded(token + offset) : "" }
    let before = neighbour(-1)
    let isOpened = ["(", "in", "1", ","].contains(before) || currencies.contains(before)
    let after = neighbour(1)
    let isClosed = after.isEmpty || [")", "]"].contains(after) || currencies.contains(after)
    return isOpened && isClosed ? factor : nil
  }

  // MARK: Said of the whole table

  private func stated(_ row: TableReading.Row, _ number: Int) -> Scale? {
    for statement in statements {
      if !statement.marks.isEmpty {
        let isMarked = row.cells.contains { cell in cell.contains { statement.marks.contains(context.folded($0)) } }
        if isMarked { return statement.scale }
      } else if !statement.nouns.isEmpty {
        let isNamed = RowNames(context: context).labels(row, reading).contains { label in
          label.contains { statement.nouns.contains(context.folded($0).droppingPlural) }
        }
        if isNamed { return statement.scale }
      } else if statement.rows.isEmpty || statement.rows.contains(number) {
        return statement.scale
      }
    }
    return nil
  }

  static let marks: WordSet = [
    "†", "‡", "*", "**", "***", "§", "#", "¶", "‖", "∥", "◊", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰",
  ]

  private static let statements: WordSet = [
    "expressed", "stated", "shown", "given", "figures", "amounts", "quantities", "numbers", "marked", "rows",
    "values",
    "units",
  ]

  private static func saysHow(_ sentence: Range<Int>, _ context: DocumentContext) -> Bool {
    guard sentence.count <= 40 else { return false }
    return sentence.contains { context.isOne($0, of: Self.statements) }
  }
}

/// What stands right over and right under a table.
struct TableSurroundings {
  let context: DocumentContext

  /// Sentences of the few blocks over and under the table, up to a heading or another table.
  func sentences(around reading: TableReading) -> [Range<Int>] {
    (blocksOver(reading) + blocksUnder(reading)).flatMap { context.sentences(ofBlock: $0) }
  }

  /// The nearest first.
  func blocksOver(_ reading: TableReading) -> [Int] {
    var found: [Int] = []
    var at = reading.blocks.lowerBound - 1
    while at >= 0, found.count < 3 {
      if context.isTableRow(at) { break }
      found.append(at)
      if context.outline.isHeading[at] { break }
      at -= 1
    }
    return found
  }

  func blocksUnder(_ reading: TableReading) -> [Int] {
    var found: [Int] = []
    var at = reading.blocks.upperBound
    guard at > 0 else { return [] }
    while at < context.source.blocks.count, found.count < 3 {
      if context.isTableRow(at) { break }
      if context.outline.isHeading[at] { break }
      found.append(at)
      at += 1
    }
    return found
  }
}
