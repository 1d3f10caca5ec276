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
  private let numbered: Set<Int>
  private var changes: ChangeColumns { ChangeColumns(context: context) }

  init(_ context: DocumentContext, _ reading: TableReading, _ scales: RowScale) {
    self.context = context
    self.reading = reading
    self.scales = scales
    numbered = RowNumbers.columns(reading, context)
  }

  /// What the row grants in all; nil where it does not say.
  func quantity(_ row: TableReading.Row, _ number: Int, name: NameSpan, kind: Kind) -> Quantity? {
    guard kind != "support_plan", kind != "success_fund" else { return nil }
    let inName = packed(row, name: name, kind: kind)
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
    switch (inName, counted) {
    case (let pack?, let count?):
      // 8 × 10,000 a day; where the count repeats the pack's own unit in full, it is the whole.
      if count.amount == pack.amount { return pack }
      if count.unit == pack.unit, count.amount > pack.amount, count.isSaidWithUnit(of: kind, in: context, row) {
        return count
      }
      return Quantity(amount: pack.amount * count.amount, unit: pack.unit, per: pack.per)
    case (let pack?, nil): return pack
    case (nil, let count?): return count
    case (nil, nil):
      return elsewhere(row, kind: kind) ?? (kind == "sandbox" ? Quantity(amount: 1, unit: "sandbox") : nil)
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

  // MARK: What one piece holds

  /// What one unit of the line holds: "(Pack of 50)", "(10 GB)", "10,000 per day", "block of 250 GB".
  private func packed(_ row: TableReading.Row, name: NameSpan, kind: Kind) -> Quantity? {
    for (column, cell) in row.cells.enumerated() where RowNames.isDescribing(reading.columns[safe: column] ?? .other) {
      guard !cell.isEmpty, !changes.isFormer(column, reading), !changes.numbersSections(column, reading),
        (reading.periods[safe: column] ?? nil) == nil
      else {
        continue
      }
      for value in context.values(in: cell)
      where !isInsideLongerValue(value, cell) && !CandidateFinder(context).isLabel(value)
        && !(numbered.contains(column) && value.tokens.lowerBound == cell.lowerBound)
      {
        switch value.value {
        case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: kind):
          return Units.normalised(
            amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per ?? rateIn(row, value, cell) : nil)
        case .duration(let duration)
        where kind == "services_hours" && (duration.unit == .hour || duration.unit == .day):
          return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
        case .number(let amount) where amount > 0 && nameBehind(value, cell, kind) != nil:
          return Quantity(amount: amount, unit: nameBehind(value, cell, kind)?.unit ?? context.patterns.unit(of: kind))
        case .number(let amount) where amount > 0 && isCount(value, cell, kind):
          return Quantity(
            amount: amount, unit: name.unit ?? context.patterns.unit(of: kind),
            per: kind == "api_capacity" ? rate(value, cell) : nil)
        default: continue
        }
      }
    }
    return nil
  }

  /// "40 classroom training days": a name of the kind right behind the number, in a cell of its own.
  private func nameBehind(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> NameSpan? {
    guard kind != "api_capacity", kind != "storage", value.tokens.lowerBound == cell.lowerBound else { return nil }
    return context.names(in: cell).first {
      $0.kind == kind && $0.tokens.lowerBound >= value.tokens.upperBound
        && $0.tokens.lowerBound <= value.tokens.upperBound + 2
    }
  }

  /// A rate beside the number, or anywhere in the row: "Additional API Calls per day".
  private func rateIn(_ row: TableReading.Row, _ value: ValueMention, _ cell: Range<Int>) -> String? {
    if let here = rate(value, cell) { return here }
    for other in row.cells {
      for token in other where context.folded(token) == "per" && token + 1 < other.upperBound {
        let word = context.folded(token + 1)
        if ["day", "month", "year"].contains(word) { return word }
      }
      if other.contains(where: { context.folded($0) == "daily" }) { return "day" }
    }
    return nil
  }

  private func isInsideLongerValue(_ value: ValueMention, _ cell: Range<Int>) -> Bool {
    context.values(in: cell).contains { other in
      other.tokens.count > value.tokens.count && other.tokens.lowerBound <= value.tokens.lowerBound
        && other.tokens.upperBound >= value.tokens.upperBound && !other.isQuantityOrNumber
    }
  }

  private static let packs: WordSet = [
    "pack", "packs", "block", "blocks", "bundle", "bundles", "set", "sets", "lot", "lots", "unit", "units", "package",
    "book", "books", "bag", "carton",
    "packages", "book", "books",
  ]

  /// "pack of 50", "(100,000)", "calls, 100,000 per month", "- 10,000 per day": a count, not a version or section.
  private func isCount(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> Bool {
    let before = value.tokens.lowerBound - 1
    let word = before >= cell.lowerBound ? context.folded(before) : ""
    if word == "of", before - 1 >= cell.lowerBound, Self.packs.contains(context.folded(before - 1)) { return true }
    if rate(value, cell) != nil { return true }
    let isBracketed =
      word == "(" && value.tokens.upperBound < cell.upperBound && context.folded(value.tokens.upperBound) == ")"
    if isBracketed { return kind != "sandbox" }
    // "Academy seats, fifteen (15), see C.2": at the end or between commas, and no year.
    let next = value.tokens.upperBound < cell.upperBound ? context.folded(value.tokens.upperBound) : ""
    if word == ",", next.isEmpty || next == ",", case .number(let amount) = value.value,
      !(1990...2100).contains(amount),
      context.names(in: cell).contains(where: { $0.kind == kind && $0.tokens.upperBound <= value.tokens.lowerBound })
        || RowKinds.kind(of: cell, context) == kind
    {
      return true
    }
    // "Training Credits 50 Pack"
    let after = value.tokens.upperBound < cell.upperBound ? context.folded(value.tokens.upperBound) : ""
    return ["pack", "pk", "block", "bundle"].contains(after)
      || value.tokens.lowerBound == cell.lowerBound && ["no", "nos", "pcs", "pieces"].contains(after)
  }

  private func rate(_ value: ValueMention, _ cell: Range<Int>) -> String? {
    var at = value.tokens.upperBound
    guard at < cell.upperBound, ["per", "a", "/", "each"].contains(context.folded(at)) else {
      return at < cell.upperBound && context.folded(at) == "daily" ? "day" : nil
    }
    at += 1
    while at < cell.upperBound, at < value.tokens.upperBound + 3 {
      let word = context.folded(at)
      if ["day", "month", "year"].contains(word) { return word }
      at += 1
    }
    return nil
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
  fileprivate var isQuantityOrNumber: Bool {
    switch value {
    case .number, .quantity: true
    default: false
    }
  }
}
