// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Over what time a column's prices run.
enum PriceBasis: Hashable {
  case month, year
  /// So many months in one sum: `24 months`, `Three years`.
  case span(Int)
  /// The whole term, or what the heading calls a total.
  case term
  /// A contract year of its own, one-based.
  case contractYear(Int)
  /// A price without a time.
  case unknown
}

/// Tells of a table's columns which hold what its rows cost, and over what time: by the words of their headings, by
/// quantity × price of one, by one column being twelve times another.
struct PriceColumns {
  let context: DocumentContext
  let cells: TableCells
  let reading: TableReading
  /// Months of the term, where they are known.
  let months: Int?
  /// The row among the reading's whose cells head those below, where the table has no headings of its own.
  let headerRow: Int?

  init(context: DocumentContext, cells: TableCells, reading: TableReading, months: Int?) {
    self.context = context
    self.cells = cells
    self.reading = reading
    self.months = months
    headerRow = Self.headerRow(context, cells, reading)
  }

  /// A row of words over rows of figures: `Item | Yr 1 | Yr 2 | Term`; under other headings only one of years.
  private static func headerRow(_ context: DocumentContext, _ cells: TableCells, _ reading: TableReading) -> Int? {
    for (number, row) in reading.rows.enumerated().prefix(12) where number + 1 < reading.rows.count {
      let filled = row.cells.indices.filter { !row.cells[$0].isEmpty && row.cells[$0].count <= 8 }
      guard filled.count >= 2, filled.count == row.cells.filter({ !$0.isEmpty }).count,
        row.cells.allSatisfy({ cell in
          !context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
        })
      else { continue }
      let below = reading.rows[number + 1].cells
      let named = filled.filter { column in
        let heading = PriceHeading(bare(context.words(row.cells[column])))
        return (heading.isPrice || heading.basis != .unknown || isYearName(context.words(row.cells[column])))
          && below[safe: column].map { cells.amount($0) != nil } ?? false
      }
      let years = named.filter { isYearName(context.words(row.cells[$0])) }.count
      guard years > 1 || cells.headers.isEmpty else { continue }
      if !named.isEmpty, filled.allSatisfy({ !context.isOnlyNumber(row.cells[$0]) }) { return number }
    }
    return nil
  }

  private static func isYearName(_ words: [String]) -> Bool {
    words.count <= 3 && ["year", "yr", "y"].contains(words.first ?? "")
  }

  private static func bare(_ words: [String]) -> [String] {
    words.filter { !["(", ")", ".", ":", "*", ","].contains($0) }
  }

  /// The words that head a column.
  func words(_ column: Int) -> [String] {
    guard let headerRow else { return cells.headingWords(column) }
    return reading.rows[headerRow].cells[safe: column].map { Self.bare(context.words($0)) } ?? []
  }

  /// The rows that the headings stand over.
  var body: ArraySlice<TableReading.Row> { headerRow.map { reading.rows[($0 + 1)...] } ?? reading.rows[...] }

  // MARK: Columns

  /// Columns that may hold what a row costs, with what their headings say.
  func candidates() -> [(column: Int, heading: PriceHeading)] {
    guard cells.columns <= 24 else { return [] }
    // What an amendment's lines cost before it is none of its fees.
    let changes = ChangeColumns(context: context)
    return (0..<cells.columns).compactMap { changes.isFormer($0, reading) ? nil : candidate($0) }
  }

  private func candidate(_ column: Int) -> (column: Int, heading: PriceHeading)? {
    let words = words(column)
    let year = year(column, words)
    // Where a row of the body heads the others the columns' roles say nothing.
    let isForeign = headerRow != nil && (cells.headers.isEmpty || year != nil)
    let heading = PriceHeading(words, year: year)
    let role = reading.columns[safe: column] ?? .other
    // `Subscription fee (DKK)` is no name of products.
    let isNamed = heading.isPrice && [.product, .description, .reference].contains(role)
    if !isForeign, Self.others.contains(role), !isNamed, !holdsSums(column, role) { return nil }
    guard !heading.isPerUnit || year != nil, holdsAmounts(column) else { return nil }
    return (column, heading)
  }

  /// `Part period (8 months)` over figures and no days: what that time costs, not when it is.
  private func holdsSums(_ column: Int, _ role: TableReading.Column) -> Bool {
    guard [.validity, .months, .start, .end, .note].contains(role) else { return false }
    let filled = body.compactMap { $0.cells[safe: column] }.filter { !$0.isEmpty && !cells.isBlank($0) }
    let sums = filled.filter { cell in cells.isFigure(cell) && cells.amount(cell).map { $0 >= 500 } ?? false }
    return filled.allSatisfy { context.dates(in: $0).isEmpty } && sums.count * 3 >= filled.count * 2 && !sums.isEmpty
  }

  private static let others: Set<TableReading.Column> = [
    .quantity, .listPrice, .discount, .reference, .start, .end, .validity, .months, .product, .description, .purpose,
    .note,
  ]

  /// The contract year that a heading names; `per year`, `each year` names none.
  private func year(_ column: Int, _ words: [String]) -> Int? {
    if case .year(let year)? = reading.columns[safe: column] { return year }
    if reading.periods[safe: column].map({ $0 != nil }) ?? false {
      return reading.periods[...column].compactMap { $0 }.count
    }
    for (at, word) in words.enumerated() where word == "year" || word == "yr" || word == "jahr" {
      if at > 0, ["per", "each", "every", "a", "/"].contains(words[at - 1]) { continue }
      if let next = words[safe: at + 1], let number = Int(next) ?? Ordinals.cardinal(next), (1...10).contains(number) {
        // `Short year (8 months)`
        return ["months", "month"].contains(words[safe: at + 2] ?? "") ? 1 : number
      }
      if at > 0, let number = Ordinals.value(words[at - 1]) { return number }
    }
    return nil
  }

  /// At least half of its cells are figures or say that there is none.
  private func holdsAmounts(_ column: Int) -> Bool {
    var figures = 0
    var filled = 0
    for row in body where !row.isGroup {
      guard let cell = row.cells[safe: column], !cell.isEmpty else { continue }
      filled += 1
      if cells.isFigure(cell) || context.mark(cell) != nil || cells.isBlank(cell) { figures += 1 }
    }
    return figures > 0 && figures * 2 >= filled
      && body.contains { row in row.cells[safe: column].map { cells.amount($0) != nil } ?? false }
  }

  /// Columns whose headings differ only in a number or a day, `Period 1 | Period 2`, `School year 2027 | School year
  /// 2028`: one for each year, counted from one.
  func numbered(_ columns: [Int]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var previous: (column: Int, key: [String], all: [String])?
    for column in columns {
      let all = words(column)
      let key = all.filter { !$0.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
      defer { previous = (column, key, all) }
      guard let before = previous, !key.isEmpty, key == before.key, all != before.all, key.count < all.count,
        PriceHeading.span(all) == nil, PriceHeading.span(before.all) == nil, key.contains(where: Self.periods.contains)
      else { continue }
      if found[before.column] == nil { found[before.column] = 1 }
      found[column] = (found[before.column] ?? 1) + 1
    }
    return found
  }

  private static let periods: WordSet = ["year", "period", "yr", "phase", "tranche", "fy", "term"]

  // MARK: Arithmetic

  /// How many times quantity × price of one each row of a column holds; nil where rows differ or nothing can be told.
  /// `isOwn`: as many as each row has months of its own.
  func factor(_ column: Int, _ rows: [FeeRow]) -> (factor: Int, unit: PriceBasis, isOwn: Bool)? {
    guard let (unit, basis) = unitColumn(besides: column) else { return nil }
    let quantity = reading.columns.firstIndex(of: .quantity)
    var factor: Decimal?
    var isOwn = true
    for row in rows where row.kind == .line {
      guard let amount = row.amounts[column], amount > 0, let price = cells.amount(row.cells[unit]), price > 0 else {
        continue
      }
      let count = quantity.flatMap { cells.amount(row.cells[$0]) } ?? 1
      guard count > 0 else { continue }
      let ratio = amount / (price * count)
      guard let whole = ratio.wholeNumber, (1...120).contains(whole) else { return nil }
      let isOfRow = row.ownMonths == whole
      isOwn = isOwn && (isOfRow || row.ownMonths == nil && whole == months)
      if let known = factor, known != ratio, !isOwn { return nil }
      factor = ratio
    }
    return factor?.wholeNumber.map { ($0, basis, isOwn) }
  }

  /// The column with the price of one, and over what time it is.
  private func unitColumn(besides column: Int) -> (Int, PriceBasis)? {
    for other in reading.columns.indices where other != column {
      let heading = PriceHeading(words(other))
      guard reading.columns[other] == .unitPrice || heading.isPerUnit && heading.isPrice else { continue }
      var basis = heading.basis
      // `Rate`: "18.00/mo" in the cells.
      if basis == .unknown,
        reading.rows.contains(where: { row in
          row.cells[safe: other].map { cell in
            cell.count <= 8 && cell.contains { context.isOne($0, of: PriceHeading.monthWords) }
          }
            ?? false
        })
      {
        basis = .month
      }
      return (other, basis)
    }
    return nil
  }

  /// The last of the columns is the sum of those before it, one for each year: `Year 1 | Year 2 | Both`.
  func isSumOfYears(_ columns: [Int], _ rows: [FeeRow]) -> Bool {
    guard columns.count >= 3, let last = columns.last else { return false }
    var count = 0
    for row in rows where row.kind != .tax {
      guard let whole = row.amounts[last], whole > 0 else { continue }
      let parts = columns.dropLast().compactMap { row.amounts[$0] }
      guard parts.reduce(0, +) == whole else { return false }
      if parts.count > 1 { count += 1 }
    }
    return count >= 2
  }

  /// The number that one column's amounts are of another's, in every row that has both; at least one must.
  func ratio(_ first: Int, _ second: Int, _ rows: [FeeRow]) -> Int? {
    var ratio: Decimal?
    for row in rows where row.kind == .line {
      guard let a = row.amounts[first], let b = row.amounts[second], a > 0, b > 0 else { continue }
      let found = b / a
      guard found.wholeNumber != nil || (found * 12).wholeNumber != nil else { return nil }
      if let known = ratio, known != found { return nil }
      ratio = found
    }
    return ratio?.wholeNumber
  }
}

extension DocumentContext {
  /// Figures and signs, no word.
  func isOnlyNumber(_ cell: Range<Int>) -> Bool { !cell.isEmpty && !cell.contains { isWord($0) } }
}
