// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis

/// What a table is as a whole: lines at a price, a schedule of grants, labels, signatures.
extension TableRoleReader {
  func role(_ cells: TableCells, _ columns: [TableReading.Column], _ periods: [TimePeriod?])
    -> TableReading.Role
  {
    if isSignature(cells) { return .signatures }
    if cells.isStackedForm || cells.isPairedForm || cells.isColumnOfLabels { return .labels }
    if cells.headers.isEmpty, periods.isEmpty, !columns.contains(.total), !columns.contains(.fee) {
      return isLabels(cells) ? .labels : .other
    }
    let hasPrice = columns.contains { column in
      switch column {
      case .unitPrice, .total, .annual, .listPrice: true
      default: false
      }
    }
    let hasYears = columns.contains { if case .year = $0 { true } else { false } }
    let hasPeriods = periods.contains { $0 != nil }
    if isOfYearlyPrices(cells, periods) { return .lineItems }
    guard columns.contains(.product) else { return .other }
    let hasAmounts = cells.bodyRows.contains { row in
      row.contains { cells.amount($0) != nil }
    }
    let isYearly = hasYears || hasPeriods && (columns.contains(.quantity) || isOfPricedLines(cells, columns, periods))
    if isYearly, isOfBareLines(cells, columns, periods) { return .lineItems }
    if hasPrice || isYearly && isPriced(cells) && !isHeadedAsGrants(cells), hasAmounts { return .lineItems }
    let isGranting =
      hasPeriods || hasYears || columns.contains { [.quantity, .value, .validity, .start, .end].contains($0) }
    return isGranting ? .schedule : .other
  }

  /// The columns of years or periods.
  private func timed(_ columns: [TableReading.Column], _ periods: [TimePeriod?]) -> [Int] {
    columns.indices.filter { column in
      if case .year = columns[column] { return true }
      return (periods[safe: column] ?? nil) != nil
    }
  }

  /// `Registry licences | $81,000.00 | $81,000.00`: sums under two periods in a row that names nothing granted.
  private func isOfPricedLines(
    _ cells: TableCells, _ columns: [TableReading.Column], _ periods: [TimePeriod?]
  ) -> Bool {
    guard !isHeadedAsGrants(cells) else { return false }
    return lines(cells, columns, periods).contains { line in
      line.filter { cell in
        context.values(in: cell).contains { if case .money(let amount, _) = $0.value { amount > 0 } else { false } }
      }.count > 1
    }
  }

  /// `Rates module | 52,000.00 | 53,560.00` without a sign: sums of hundreds and more in a row that counts nothing, where the
  /// document names its currency.
  private func isOfBareLines(
    _ cells: TableCells, _ columns: [TableReading.Column], _ periods: [TimePeriod?]
  ) -> Bool {
    guard !isHeadedAsGrants(cells) else { return false }
    let hasSums = lines(cells, columns, periods).contains { line in
      let sums = line.filter { cells.isFigure($0) }.compactMap { cells.amount($0) }
      return sums.count > 1 && sums.allSatisfy { $0 >= 500 }
    }
    return hasSums
      && CurrencyReader(context: context, places: places).read(LabelReader(context).labels()) != nil
  }

  private static let counted: WordSet = [
    "users", "user", "seats", "licences", "licenses", "agents", "calls", "requests", "gb", "tb", "number", "qty",
    "quantity", "credits", "hours", "days", "members", "employees", "devices", "transactions", "records", "volume",
    "contacts", "messages", "students", "units",
  ]

  /// The cells under periods of the rows that name a product: no grant but a plan, and no noun of what is counted last.
  private func lines(
    _ cells: TableCells, _ columns: [TableReading.Column], _ periods: [TimePeriod?]
  ) -> [[Range<Int>]] {
    let timed = timed(columns, periods)
    guard timed.count > 1, let product = columns.firstIndex(of: .product), cells.rows.count <= 200 else { return [] }
    return cells.bodyRows.compactMap { row in
      let name = row[product]
      guard !name.isEmpty, name.contains(where: { context.isWord($0) }),
        !context.names(in: name).contains(where: { $0.kind != nil && $0.kind != "support_plan" && !$0.isWeak })
      else { return nil }
      let last = name.last { context.isWord($0) } ?? name.lowerBound
      let isNumbered = name.contains { context.stream.tokens[$0].tokenClass == .number }
      if context.isOne(last, of: Self.counted), !isNumbered { return nil }
      return timed.map { row[$0] }
    }
  }

  private static let grants: WordSet = [
    "entitlement", "entitlements", "benefit", "benefits", "extra", "extras", "incentive", "incentives", "sweetener",
    "sweeteners", "grant", "grants", "perk", "perks", "allowance", "allowances", "goodies", "concession", "concessions",
  ]

  /// `Entitlement │ Year 1 │ Year 2`: a fund among counts makes no price of them.
  private func isHeadedAsGrants(_ cells: TableCells) -> Bool {
    (0..<min(cells.columns, 2)).contains { column in
      let words = cells.headingWords(column)
      return words.count <= 4 && words.contains(where: Self.grants.contains)
    }
  }

  /// Some figure under years is money: written so, headed so, or added up.
  private func isPriced(_ cells: TableCells) -> Bool {
    let isHeaded = (0..<cells.columns).contains { column in
      RowScale.namesCurrency(cells.heading(column), in: context)
        || !Set(cells.headingWords(column)).isDisjoint(with: ["fee", "fees", "price", "charge", "charges", "cost"])
    }
    return isHeaded
      || cells.bodyRows.contains { row in
        let label = context.words((row.first { !$0.isEmpty } ?? 0..<0).prefixRange(3))
        return ["total", "sum", "subtotal", "fee", "fees"].contains { label.contains($0) }
          || row.contains { cell in
            context.values(in: cell).contains { if case .money = $0.value { true } else { false } }
          }
      }
  }

  /// Keys of signature lines in the cells, a mark or a blank among them.
  private func isSignature(_ cells: TableCells) -> Bool {
    var keys = 0
    for row in cells.rows.prefix(30) {
      for cell in row where !cell.isEmpty {
        for token in cell.prefix(60) {
          if SignatureKey.isMark(token, cell.upperBound, context) { return true }
          if token == cell.lowerBound, let found = SignatureKey.at(token, in: cell, context), found.key != .date {
            keys += found.key == .mark ? 2 : 1
          }
        }
      }
    }
    return keys >= 2
  }

  /// Two or four columns whose odd ones are short words.
  private func isLabels(_ cells: TableCells) -> Bool {
    guard cells.columns >= 2 else { return false }
    let labels = cells.rows.filter { row in
      guard let first = row.first(where: { !$0.isEmpty }) else { return false }
      return first.count <= 8 && !cells.isFigure(first)
    }
    return labels.count * 3 >= cells.rows.count * 2
  }

  /// Bare counts beside money: "Training credits │ 40" over "Success fund │ EUR 12,000".
  func mixesCounts(_ column: Int, _ cells: TableCells) -> Bool {
    let body = cells.bodyRows.map { $0[column] }.filter { !cells.isBlank($0) }
    guard body.count > 1 else { return false }
    var counts = 0
    var sums = 0
    for cell in body {
      guard cell.count <= 4, let value = context.values(in: cell).first else { return false }
      switch value.value {
      case .money: sums += 1
      case .number(let amount) where cell.count == 1 && amount < 1000: counts += 1
      case .quantity: counts += 1
      default: return false
      }
    }
    return counts > 0 && sums > 0
  }

  /// `Use` over days and lengths says when, not what for.
  func settleUse(_ columns: inout [TableReading.Column], _ cells: TableCells) {
    // `Ref. │ Subject │ Extent`: the first column of words says what it is.
    if !columns.contains(.product), let first = columns.indices.first(where: { columns[$0] != .reference }),
      columns[first] == .purpose, cells.headingWords(first).count == 1
    {
      columns[first] = .product
    }
    for column in columns.indices where columns[column] == .purpose && !columns.contains(.validity) {
      let body = cells.bodyRows.map { $0[column] }.filter { !cells.isBlank($0) }
      let timed = body.filter { !context.dates(in: $0).isEmpty || !context.durations(in: $0).isEmpty }
      if !body.isEmpty, timed.count * 2 >= body.count { columns[column] = .validity }
    }
  }
}
