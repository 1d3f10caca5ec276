// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What a share is one of, where its words name a row of the order, one of its years, or both: "5 % of the yearly fee for
/// Atlas", "of the fees of Year 1", "of twelve months of the fees in the table".
struct ShareBases {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let facts: DocumentFacts

  enum Base: Hashable {
    case amount(Decimal)
    /// The words bound it in a way that the document gives no amount for.
    case unknown
    /// They say no more than that it is of the fees.
    case unsaid
  }

  private static let reach = 22

  func base(behind percent: Decimal, in sentence: Range<Int>) -> Base {
    let shares = context.values(in: sentence).filter { $0.value == .percent(percent) }
    guard let share = shares.first else { return .unsaid }
    let limit = min(sentence.upperBound, share.tokens.upperBound + Self.reach)
    let words =
      share.tokens
      .upperBound..<max(
        share.tokens.upperBound,
        (share.tokens.upperBound..<limit).first { context.isOne($0, of: ",|;") } ?? limit)
    let told = context.words(words)
    let years = years(told)
    let isYearly = years.isYearly || told.contains(run: "twelve months") || told.contains(run: "12 months")
    var sum: Decimal = 0
    var hasRows = false
    for table in knowledge.tables where table.role == .lineItems {
      let rows = rows(in: words, told, table)
      guard !rows.isEmpty else { continue }
      hasRows = true
      for row in rows {
        guard let amount = amount(table.rows[row], table, told, years, isYearly: isYearly) else { return .unknown }
        sum += amount
      }
      break
    }
    if hasRows { return sum > 0 ? .amount(sum) : .unknown }
    if namesOther(words) { return .unknown }
    if Self.totals.contains(where: { told.contains(run: $0) }), let total = facts.fees.total { return .amount(total) }
    guard years.isBound || years.number != nil || isYearly else { return .unsaid }
    if let annual = facts.fees.annual { return .amount(annual) }
    if !years.isBound, let sum = summed(told, years) { return .amount(sum) }
    return years.isBound || years.number != nil ? .unknown : .unsaid
  }

  private static let totals = [
    "total fees", "total charges", "total for the whole term", "total for the term", "total of the table",
    "total above",
    "total in section", "total of section",
  ]
  private static let money: WordSet = ["fee", "fees", "charge", "charges", "amount", "amounts", "price", "prices"]
  private static let general: WordSet = [
    "annual", "subscription", "total", "net", "contract", "order", "yearly", "recurring", "the", "all", "its",
    "service",
    "subscriptions", "overall", "gross", "of",
  ]

  /// "the User Fees": fees with a name, which no row bears.
  private func namesOther(_ words: Range<Int>) -> Bool {
    words.dropFirst().contains { token in
      context.isOne(token, of: Self.money) && context.isCapitalised(token) && context.isWord(token - 1)
        && context.isCapitalised(token - 1) && !context.isOne(token - 1, of: Self.general)
    }
  }

  // MARK: Years

  private struct Years {
    var number: Int?
    /// "that same Season": a year that another sentence or the grant's own time names.
    var isBound = false
    var isYearly = false
  }

  private static let nouns: WordSet = ["year", "season"]
  private static let pointing: WordSet = ["that", "same", "such", "the", "each", "a", "one"]

  private func years(_ words: [String]) -> Years {
    var years = Years()
    for (index, word) in words.enumerated() {
      if ["yearly", "annual", "annum", "annually"].contains(word) { years.isYearly = true }
      guard Self.nouns.contains(word) else { continue }
      let next = words[safe: index + 1] ?? ""
      let before = words[..<index].suffix(2)
      if let number = Int(next) ?? Ordinals.cardinal(next), number <= 12 {
        years.number = number
      } else if let number = before.lazy.compactMap({ Ordinals.value($0) }).first {
        years.number = number
      } else if before.contains("same") || before.contains("that") {
        years.isBound = true
      } else if word == "year", before.contains(where: Self.pointing.contains) {
        years.isYearly = true
      }
    }
    return years
  }

  // MARK: Rows

  /// The rows that the words name by a mark, by their product or by a name given in them: (the "Licence Fee").
  private func rows(in words: Range<Int>, _ told: [String], _ table: TableReading) -> [Int] {
    let marked = RowMentions(context: context).rows(in: words, of: table)
    if !marked.isEmpty { return marked.sorted() }
    return table.rows.indices.filter { index in
      let row = table.rows[index]
      guard !row.isSummary, !row.isGroup, row.lineItem != nil, let label = row.cells.first(where: { !$0.isEmpty })
      else {
        return false
      }
      return names(label).contains { told.contains(run: $0) }
    }
  }

  /// What a row's label is called by: its words up to a sign, and what stands in quotation marks in it.
  private func names(_ label: Range<Int>) -> [String] {
    var found: [String] = []
    let head = label.prefix(6).prefix { context.isWord($0) }
    if head.count > 1 || head.first.map({ context.folded($0).utf8.count > 4 && context.isCapitalised($0) }) ?? false {
      found.append(head.map { context.folded($0) }.joined(separator: " "))
      // "Atlas Cloud" of "Atlas Cloud Enterprise"
      if head.count > 2 { found.append(head.prefix(2).map { context.folded($0) }.joined(separator: " ")) }
    }
    for token in label.prefix(40) where context.stream.tokens[token].flags.contains(.quoteBefore) {
      let alias = (token..<label.upperBound).prefix(4).prefix { context.isWord($0) }.map { context.folded($0) }
      if !alias.isEmpty { found.append(alias.joined(separator: " ")) }
    }
    return found
  }

  private func amount(
    _ row: TableReading.Row, _ table: TableReading, _ told: [String], _ years: Years, isYearly: Bool
  ) -> Decimal? {
    if years.isBound { return row.annual }
    if years.number != nil {
      if let column = column(table, told, years) { return money(row.cells[safe: column]) }
      return row.annual
    }
    return isYearly ? row.annual : row.total
  }

  /// The column headed with the same year as the words name.
  private func column(_ table: TableReading, _ told: [String], _ years: Years) -> Int? {
    table.columns.indices.first { column in
      if let number = years.number, table.columns[column] == .year(number) { return true }
      guard let heading = table.headers[safe: column], (2...4).contains(heading.count) else { return false }
      return told.contains(run: context.words(heading).joined(separator: " "))
    }
  }

  /// The sum of a year's column.
  private func summed(_ told: [String], _ years: Years) -> Decimal? {
    for table in knowledge.tables where table.role == .lineItems {
      guard let column = column(table, told, years) else { continue }
      let sums = table.rows.filter(\.isSummary).compactMap { money($0.cells[safe: column]) }
      return sums.count == 1 ? sums[0] : nil
    }
    return nil
  }

  private func money(_ cell: Range<Int>?) -> Decimal? {
    for value in context.values(in: cell ?? 0..<0) {
      switch value.value {
      case .money(let amount, _), .number(let amount): return amount
      default: continue
      }
    }
    return nil
  }
}
