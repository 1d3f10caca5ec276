// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Reads how many a row grants: its count, what one piece holds, and both together.
struct RowQuantities {
  let context: DocumentContext
  let reading: TableReading
  let scales: RowScale
  /// Columns whose cells open with the number of their row: "10 Delivery", "20 Training".
  let numbered: Set<Int>
  var changes: ChangeColumns { ChangeColumns(context: context) }

  init(_ context: DocumentContext, _ reading: TableReading, _ scales: RowScale) {
    self.context = context
    self.reading = reading
    self.scales = scales
    numbered = RowNumbers.columns(reading, context)
  }

  /// What the row grants in all; nil where it does not say.
  func quantity(_ row: TableReading.Row, _ number: Int, name: NameSpan, kind: Kind) -> Quantity? {
    guard kind != "support_plan", kind != "success_fund" else { return nil }
    let inName =
      packed(row, name: name, kind: kind) ?? lot(row, name: name, kind: kind) ?? sizedUnit(row, kind: kind)
    var counted: Quantity?
    for (column, cell) in row.cells.enumerated() where changes.counts(column, cell, reading) && !cell.isEmpty {
      counted = scaled(quantity(in: cell, name: name, kind: kind), cell, row, number, column)
      if cell.count <= 2, let unit = headedUnit(column, kind: kind), let count = counted {
        counted = Units.normalised(count.amount, unit: unit, kind: kind, per: count.per)
      }
      if let unitColumn = reading.columns.firstIndex(of: .unit), let unitCell = row.cells[safe: unitColumn],
        let unit = unitNoun(unitCell, kind: kind), counted != nil
      {
        counted = Units.normalised(counted?.amount ?? 1, unit: unit, kind: kind, per: counted?.per)
      }
    }
    if kind == "storage", inName == nil, counted?.unit == "gb", saysTerabytes(row) { counted?.amount *= 1000 }
    switch (inName, counted) {
    case (let pack?, let count?):
      // 8 × 10,000 a day; where the count repeats the pack's own unit in full, it is the whole.
      if count.amount == pack.amount || namesLots(count.amount, of: pack, row) { return pack }
      if count.unit == pack.unit, count.amount > pack.amount, count.isSaidWithUnit(of: kind, in: context, row) {
        return count
      }
      return Quantity(amount: pack.amount * count.amount, unit: pack.unit, per: pack.per)
    case (let pack?, nil): return pack
    case (nil, let count?): return count
    case (nil, nil):
      return elsewhere(row, kind: kind) ?? namedByHeading(row, name: name, kind: kind)
        ?? told(row, name: name, kind: kind)
        ?? (kind == "sandbox" ? Quantity(amount: 1, unit: "sandbox") : nil)
    }
  }

  /// "Archive storage, TB │ 3": the unit in the name of a row that counts with a bare number.
  private func saysTerabytes(_ row: TableReading.Row) -> Bool {
    let isNamed = row.cells.contains { cell in
      cell.contains { token in
        context.isOne(token, of: "tb|terabyte|terabytes")
          && !context.values(in: cell).contains { $0.tokens.contains(token) }
      }
    }
    return isNamed
      && !row.cells.contains { cell in
        context.values(in: cell).contains { if case .quantity(_, "gb", _) = $0.value { true } else { false } }
      }
  }

  /// `Days` over bare numbers says what they count.
  private func headedUnit(_ column: Int, kind: Kind) -> String? {
    guard let heading = reading.headers[safe: column], (1...2).contains(heading.count) else { return nil }
    let noun = RowKinds.noun(context.folded(heading.lowerBound))
    return ["day", "hour", "session", "seat"].contains(noun) && Units.accepts(noun, kind: kind) ? noun : nil
  }

  /// "(in thousands)" beside the row or over its column.
  func scaled(
    _ quantity: Quantity?, _ cell: Range<Int>, _ row: TableReading.Row, _ number: Int, _ column: Int
  ) -> Quantity? {
    guard var quantity, let scale = scales.scale(row, number, column: column), !scale.isMoney else { return quantity }
    quantity.amount *= scale.factor
    return quantity
  }

  /// A number with a unit of the kind in a cell that no heading marks as one of numbers: "160 hours" under "Amount".
  private func elsewhere(_ row: TableReading.Row, kind: Kind) -> Quantity? {
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      switch reading.columns[safe: column] ?? .other {
      case .total, .value, .annual, .unit, .months, .fee: break
      default: continue
      }
      for value in context.values(in: cell) {
        switch value.value {
        case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: kind):
          return Units.normalised(amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per : nil)
        case .duration(let duration)
        where kind == "services_hours" && (duration.unit == .hour || duration.unit == .day):
          return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
        default: continue
        }
      }
    }
    return nil
  }

  /// "Sandbox property │ 2" under "Properties": the heading says what the row's own name counts.
  private func namedByHeading(_ row: TableReading.Row, name: NameSpan, kind: Kind) -> Quantity? {
    guard let own = row.cells.first(where: { $0.overlaps(name.tokens) }) else { return nil }
    for (column, cell) in row.cells.enumerated()
    where cell.count <= 2 && (reading.columns[safe: column] ?? .other) == .other {
      guard let heading = reading.headers[safe: column], (1...3).contains(heading.count) else { continue }
      let noun = Self.singular(context.folded(heading.upperBound - 1))
      guard noun.count > 2, own.contains(where: { Self.singular(context.folded($0)) == noun }) else { continue }
      for value in context.values(in: cell) {
        guard case .number(let amount) = value.value, amount >= 1, amount.wholeNumber != nil else { continue }
        let unit = name.unit ?? context.patterns.unit(of: kind) ?? noun
        return Units.normalised(amount, unit: unit, kind: kind, per: nil)
      }
    }
    return nil
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("ies") ? String(word.dropLast(3)) + "y" : RowKinds.noun(word)
  }

  // MARK: The count

  /// The count in a cell: a number, a number with a unit, or a number of packs.
  func quantity(in cell: Range<Int>, name: NameSpan, kind: Kind) -> Quantity? {
    if let packs = packs(in: cell, name: name, kind: kind) { return packs }
    if let whole = bracketed(in: cell, kind: kind) { return whole }
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
          amount: amount, unit: nounBehind(value, cell, kind) ?? name.unit ?? context.patterns.unit(of: kind),
          per: kind == "api_capacity" ? rate(value, cell) : nil)
      default: continue
      }
    }
    return nil
  }

  /// "Two courses for ten people each (20 seats)": the bracket that ends the cell says how many that makes.
  private func bracketed(in cell: Range<Int>, kind: Kind) -> Quantity? {
    guard cell.count >= 5, context.folded(cell.upperBound - 1) == ")" else { return nil }
    for value in context.values(in: cell) where value.tokens.upperBound >= cell.upperBound - 2 {
      if case .quantity(let amount, let unit, let per) = value.value, Units.accepts(unit, kind: kind),
        context.folded(value.tokens.lowerBound - 1) == "("
      {
        return Units.normalised(amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per : nil)
      }
    }
    return nil
  }

  /// "2 x pack of 25", "3 packs of 10 credits", "4 × 50".
  private func packs(in cell: Range<Int>, name: NameSpan, kind: Kind) -> Quantity? {
    let numbers = context.values(in: cell).compactMap { value -> (amount: Decimal, tokens: Range<Int>)? in
      switch value.value {
      case .number(let amount): (amount, value.tokens)
      case .quantity(let amount, _, _): (amount, value.tokens)
      default: nil
      }
    }
    guard let count = numbers.first,
      let size = numbers.first(where: { $0.tokens.lowerBound >= count.tokens.upperBound })
    else { return nil }
    let between = (count.tokens.upperBound..<size.tokens.lowerBound).map { context.folded($0) }
    let isTimes = between.first.map { ["x", "×", "*"].contains($0) } ?? false
    let isOf = between.last == "of" && between.dropLast().last.map { Self.packs.contains($0) } ?? false
    guard isTimes && between.count == 1 || isOf && between.count <= 4 else { return nil }
    return Quantity(amount: count.amount * size.amount, unit: name.unit ?? context.patterns.unit(of: kind))
  }

  /// "45 participant days": a noun that the kind is counted in, at most two words behind the number.
  private func nounBehind(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> String? {
    let end = min(cell.upperBound, value.tokens.upperBound + 3)
    guard value.tokens.upperBound < end else { return nil }
    for token in value.tokens.upperBound..<end where context.isWord(token) {
      let noun = RowKinds.noun(context.folded(token))
      if Units.accepts(noun, kind: kind) { return Units.normalised(1, unit: noun, kind: kind, per: nil).unit }
    }
    return nil
  }

  private func unitNoun(_ cell: Range<Int>, kind: Kind) -> String? {
    for token in cell {
      let word = RowKinds.noun(context.folded(token))
      if Units.accepts(word, kind: kind) { return word }
    }
    return nil
  }
}

extension Quantity {
  /// Whether the row says amount and unit together ("2,000 GB" in the quantity column, not "6 blocks").
  fileprivate func isSaidWithUnit(of kind: Kind, in context: DocumentContext, _ row: TableReading.Row) -> Bool {
    row.cells.contains { cell in
      context.values(in: cell).contains {
        if case .quantity(let amount, let unit, _) = $0.value {
          return amount == self.amount && Units.accepts(unit, kind: kind)
        }
        return false
      }
    }
  }
}

extension ValueMention {
  var isQuantityOrNumber: Bool {
    switch value {
    case .number, .quantity: true
    default: false
    }
  }
}
