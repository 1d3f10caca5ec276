// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Reads what a row's grant is worth and what it costs.
struct RowWorth {
  let context: DocumentContext
  let reading: TableReading
  let scales: RowScale
  let facts: DocumentFacts

  // MARK: Worth

  func value(_ row: TableReading.Row, _ number: Int) -> ValueMention? {
    for (column, cell) in row.cells.enumerated() where holdsWorth(column) {
      for value in context.values(in: cell) {
        if case .money(let amount, _) = value.value, amount > 0, !isRate(value, in: cell) {
          return scaled(value, row, number, column)
        }
        if case .number(let amount) = value.value, amount > 0, reading.columns[safe: column] != .quantity,
          !isNewState(column)
        {
          // The currency stands in the header or in the document.
          var money = value
          money.value = .money(amount: amount, currency: facts.currency)
          return scaled(money, row, number, column)
        }
      }
    }
    return nil
  }

  /// "$300.00 per hour", "€ 95.00 each": what one piece costs.
  private func isRate(_ value: ValueMention, in cell: Range<Int>) -> Bool {
    let next = value.tokens.upperBound
    guard next < cell.upperBound else { return false }
    return context.isOne(next, of: "each|apiece|per|/|a|an")
      && !cell[next...].contains { context.isOne($0, of: "year|quarter|annum|month") }
  }

  /// "Credits worth Rs. 15,00,000", "A voucher of EUR 8,000": words of a describing cell say what the grant is worth.
  func told(_ row: TableReading.Row, kind: Kind) -> ValueMention? {
    guard kind.isFunded else { return nil }
    for (column, cell) in row.cells.enumerated() where RowNames.isDescribing(reading.columns[safe: column] ?? .other) {
      for value in context.values(in: cell) {
        guard case .money(let amount, _) = value.value, amount > 0, value.tokens.lowerBound - 2 >= cell.lowerBound
        else {
          continue
        }
        let before = context.words(max(cell.lowerBound, value.tokens.lowerBound - 3)..<value.tokens.lowerBound)
        let isWorth = before.contains("worth") || before.last == "of" && before.contains(where: Self.funded.contains)
        if isWorth { return value }
      }
    }
    return nil
  }

  private static let funded: WordSet = [
    "credit", "credits", "voucher", "vouchers", "fund", "value", "amount", "budget",
  ]

  /// The sum in the words of a row that names a fund: "Innovation fund: Supplier sets aside $8,000 every year".
  func setAside(_ row: TableReading.Row, name: NameSpan) -> ValueMention? {
    let fit = AmountFit(context: context)
    for cell in row.cells where cell.contains(name.tokens.lowerBound) {
      for value in context.values(in: cell)
      where fit.fits(value, kind: name.kind ?? "other", unit: nil, isWeak: false, hasBase: false) {
        if case .money = value.value { return value }
      }
    }
    return nil
  }

  /// Figures "in thousands" in full.
  func scaled(_ mention: ValueMention, _ row: TableReading.Row, _ number: Int, _ column: Int) -> ValueMention {
    guard case .money(let amount, let currency) = mention.value,
      let scale = scales.scale(row, number, column: column), mention.tokens.count <= 2
    else { return mention }
    var mention = mention
    mention.value = .money(amount: amount * scale.factor, currency: currency)
    return mention
  }

  /// A value column, or one headed "Platform credit amount", "Fund value".
  private func holdsWorth(_ column: Int) -> Bool {
    if reading.columns[safe: column] == .value || reading.columns[safe: column] == .quantity { return true }
    if isNewState(column) { return true }
    guard let header = reading.headers[safe: column], !header.isEmpty else { return false }
    let words = Set(header.map { context.folded($0) })
    let isAmount = !words.isDisjoint(with: ["amount", "value", "worth", "volume"])
    return isAmount
      && !words.isDisjoint(with: [
        "credit", "credits", "fund", "voucher", "benefit", "capacity", "commitment", "allowance",
      ])
  }

  /// An amendment's new words: only what they call money is.
  private func isNewState(_ column: Int) -> Bool { ChangeColumns(context: context).isNewState(column, reading) }

  /// The total as a mention, at the cell that gives it.
  func worth(_ total: Decimal, _ row: TableReading.Row, _ number: Int) -> ValueMention? {
    for (column, cell) in row.cells.enumerated() {
      for var value in context.values(in: cell) {
        let stated: (amount: Decimal, currency: String?)
        switch value.value {
        case .money(let amount, let currency): stated = (amount, currency)
        case .number(let amount): stated = (amount, nil)
        default: continue
        }
        // The row's total is in full; its cell may be in lakh.
        let factor = stated.amount == total ? 1 : scales.scale(row, number, column: column)?.factor ?? 1
        guard stated.amount * factor == total else { continue }
        value.value = .money(amount: total, currency: stated.currency ?? facts.currency)
        return value
      }
    }
    return nil
  }

  /// What the row's prices come to in full: by these a clause may speak of it again.
  func prices(_ row: TableReading.Row, _ number: Int) -> [Decimal] {
    var found: [Decimal] = []
    for (column, role) in reading.columns.enumerated() where [.total, .annual, .value].contains(role) {
      guard let cell = row.cells[safe: column], let scale = scales.scale(row, number, column: column) else { continue }
      for value in context.values(in: cell) {
        switch value.value {
        case .money(let amount, _), .number(let amount): found.append(amount * scale.factor)
        default: continue
        }
      }
    }
    return found + [row.total, row.annual].compactMap { $0 }.filter { $0 > 0 }
  }

  // MARK: Share

  /// "2,5 % of the fee for item 10 of the first year, at most 25.000": a share of another row's price, with its cap.
  func share(_ row: TableReading.Row, _ readings: [TableReading]) -> (percent: Decimal, amount: Decimal?)? {
    for (column, cell) in row.cells.enumerated() {
      switch reading.columns[safe: column] ?? .other {
      case .quantity, .value, .other, .description, .total: break
      default: continue
      }
      for value in context.values(in: cell) {
        guard case .percent(let percent) = value.value, percent > 0, value.tokens.upperBound < cell.upperBound,
          context.isOne(value.tokens.upperBound, of: "of|from")
        else { continue }
        let base = RowPrices(context: context, tables: readings).total(in: value.tokens.upperBound..<cell.upperBound)
        let amount = base.map { ($0 * percent / 100).roundedToCents }
        let cap = cap(in: cell)
        if let amount, let cap { return (percent, min(amount, cap)) }
        return (percent, amount)
      }
    }
    return nil
  }

  private func cap(in cell: Range<Int>) -> Decimal? {
    let finder = FeeFinder(passage: PassageText(context, cell))
    for value in context.values(in: cell) {
      if case .money(let amount, _) = value.value, AmountLimits(passage: finder.passage).saysMost(before: value) {
        return amount
      }
    }
    return nil
  }
}
