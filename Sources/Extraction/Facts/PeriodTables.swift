// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Tables whose rows or columns are years.
extension TableRoleReader {
  /// `Year 1 │ 20,000 credits │ free`: periods beside what is given in them and its price.
  func ofPeriods(_ cells: TableCells) -> [TableReading.Column]? {
    guard cells.columns == 3, cells.rows.count >= 2 else { return nil }
    let reader = ColumnPeriods(context: context)
    let isFit = cells.rows.allSatisfy { row in
      reader.period(in: row[0]) != nil && context.names(in: row[1]).contains { $0.kind != nil && !$0.isWeak }
        && (context.isFree(row[2]) || cells.isFigure(row[2]))
    }
    return isFit ? [.validity, .product, .fee] : nil
  }

  /// The contract years that the line over a table without headings names, one for each of its columns of figures: the
  /// headings of a table that stand apart from it. The last column may add the years up.
  func periodsOver(_ cells: TableCells) -> [TimePeriod?] {
    let block = cells.blocks.lowerBound - 1
    guard cells.headers.isEmpty, (3...20).contains(cells.columns), cells.rows.count >= 2, !cells.blocks.isEmpty,
      block >= 0, case .paragraph = context.source.blocks[block].role
    else { return [] }
    let tokens = context.stream.tokens(ofBlock: block)
    guard tokens.count <= 60, context.firstIndex(of: "year", in: tokens) != nil else { return [] }
    let parser = TimeParser(passage: PassageText(context, tokens), knowledge: DocumentKnowledge())
    var years = 0
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      if let period = parser.period(at: at), case .contractYears(let first, let last) = period.value {
        guard first == last, first == years + 1 else { return [] }
        years = first
        at = max(period.end, at + 1)
      } else {
        at += 1
      }
    }
    let figures = (1..<cells.columns).filter { column in
      let body = cells.rows.map { $0[column] }.filter { !cells.isBlank($0) }
      return !body.isEmpty && body.filter { cells.isFigure($0) }.count * 2 >= body.count
    }
    guard years > 1, figures.count == years || figures.count == years + 1 else { return [] }
    var periods = [TimePeriod?](repeating: nil, count: cells.columns)
    for year in 1...years { periods[figures[year - 1]] = .contractYears(year, year) }
    return periods
  }

  /// `Fee │ 2031 │ 2032 │ …` over money: what products cost year by year, where no row grants anything else.
  func isOfYearlyPrices(_ cells: TableCells, _ periods: [TimePeriod?]) -> Bool {
    let yearly = periods.indices.filter { periods[$0] != nil && isMoney($0, cells) }
    guard yearly.count > 1, yearly.count == periods.compactMap({ $0 }).count,
      let first = (0..<cells.columns).first(where: { !yearly.contains($0) })
    else { return false }
    let heads: Set<String> = ["fee", "fees", "price", "charge", "charges", "product", "subscription", "software"]
    return !heads.isDisjoint(with: cells.headingWords(first))
      && !cells.bodyRows.contains { row in
        context.names(in: row[first]).contains { $0.kind != nil && $0.kind != "complimentary_product" }
      }
  }
}
