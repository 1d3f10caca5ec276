// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// What one piece of a row holds: "(Pack of 50)", "10,000 per day", "block of 250 GB".
extension RowQuantities {
  /// What one unit of the line holds: "(Pack of 50)", "(10 GB)", "10,000 per day", "block of 250 GB".
  func packed(_ row: TableReading.Row, name: NameSpan, kind: Kind) -> Quantity? {
    for (column, cell) in row.cells.enumerated() where RowNames.isDescribing(reading.columns[safe: column] ?? .other) {
      guard !cell.isEmpty, !changes.isFormer(column, reading), !changes.numbersSections(column, reading),
        (reading.periods[safe: column] ?? nil) == nil
      else {
        continue
      }
      for value in context.values(in: cell)
      where !isInsideLongerValue(value, cell) && !CandidateFinder(context).isLabel(value)
        && !isInName(value, name) && !(numbered.contains(column) && value.tokens.lowerBound == cell.lowerBound)
      {
        switch value.value {
        case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: kind):
          return Units.normalised(
            amount * lots(before: value, cell) * times(behind: value, cell), unit: unit, kind: kind,
            per: kind == "api_capacity" ? per ?? rateIn(row, value, cell) : nil)
        case .duration(let duration)
        where kind == "services_hours" && (duration.unit == .hour || duration.unit == .day):
          return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
        case .number(let amount) where amount > 0 && nameBehind(value, cell, kind) != nil:
          return Quantity(amount: amount, unit: nameBehind(value, cell, kind)?.unit ?? context.patterns.unit(of: kind))
        case .number(let amount) where amount > 0 && (isCount(value, cell, kind) || isOfUnit(value, cell, name)):
          return Quantity(
            amount: amount * lots(before: value, cell), unit: name.unit ?? context.patterns.unit(of: kind),
            per: kind == "api_capacity" ? rate(value, cell) : nil)
        default: continue
        }
      }
    }
    return nil
  }

  /// "2 units of 5,000 per 24 hours", "4 blocks of 10 GB": how many of them the name itself counts, in a table that has
  /// no column for it.
  private func lots(before value: ValueMention, _ cell: Range<Int>) -> Decimal {
    let at = value.tokens.lowerBound
    guard !reading.columns.contains(.quantity), at - 3 >= cell.lowerBound, context.folded(at - 1) == "of",
      context.isOne(at - 2, of: Self.packs),
      let count = context.values(in: cell).last(where: { $0.tokens.upperBound == at - 2 })?.value.amount, count >= 1
    else { return 1 }
    return count
  }

  /// "File storage, 50 GB × 4": so many of that size, in a table that has no column for it.
  private func times(behind value: ValueMention, _ cell: Range<Int>) -> Decimal {
    let at = value.tokens.upperBound
    guard !reading.columns.contains(.quantity), at + 1 < cell.upperBound, context.isOne(at, of: "x|×|*"),
      case .number(let count)? = context.values(in: (at + 1)..<cell.upperBound).first(where: {
        $0.tokens.lowerBound == at + 1
      })?.value, count >= 1, count.wholeNumber != nil
    else { return 1 }
    return count
  }

  /// The count of a step in full, where the row's name says what one lot holds: "in lots of 100,000".
  func inFull(_ quantity: Quantity?, _ row: TableReading.Row, name: NameSpan, kind: Kind) -> Quantity? {
    guard let quantity, quantity.per == nil, let label = row.cells.first(where: { $0.contains(name.tokens.lowerBound) })
    else { return quantity }
    for value in context.values(in: label) {
      let (at, pack) = (value.tokens.lowerBound, value.value.amount ?? 0)
      guard at - 2 > label.lowerBound, context.folded(at - 1) == "of", context.isOne(at - 2, of: Self.packs),
        !value.isMoneyOrShare, quantity.amount < pack
      else { continue }
      return Quantity(amount: quantity.amount * pack, unit: quantity.unit, per: nil)
    }
    return quantity
  }

  /// "Training credits: 20", "Exam vouchers (quantity 6)": what the cell that names the row says as a clause would, in a
  /// row that counts nowhere else.
  func told(_ row: TableReading.Row, name: NameSpan, kind: Kind) -> Quantity? {
    guard !reading.columns.contains(.quantity),
      let cell = row.cells.first(where: { $0.contains(name.tokens.lowerBound) })
    else { return nil }
    let sentence = context.sentence(of: name.tokens.lowerBound).clamped(to: cell)
    return CandidateFinder(context).candidates(in: sentence).first {
      $0.kind == kind && $0.name.tokens.overlaps(name.tokens) && $0.quantity != nil && !$0.isArticleOnly
    }?.quantity
  }

  /// One, by the column of numbers: a line of prepaid usage.
  func isOne(_ row: TableReading.Row) -> Bool {
    guard let column = reading.columns.firstIndex(of: .quantity), let cell = row.cells[safe: column] else {
      return true
    }
    return context.values(in: cell).lazy.compactMap(\.value.amount).first == 1
  }

  /// `EUR per contract year` in the column of units: the number is a sum of money.
  func isMoney(_ row: TableReading.Row) -> Bool {
    guard let column = reading.columns.firstIndex(of: .unit), let cell = row.cells[safe: column],
      let first = cell.first
    else { return false }
    return context.isOne(first, of: RowScale.currencies)
  }

  /// "block of 250 GB", "pack of 50" in the column of units.
  func sizedUnit(_ row: TableReading.Row, kind: Kind) -> Quantity? {
    if let size = headedSize(row, kind: kind) { return size }
    guard let column = reading.columns.firstIndex(of: .unit), let cell = row.cells[safe: column], cell.count > 1 else {
      return nil
    }
    for value in context.values(in: cell) {
      switch value.value {
      case .quantity(let amount, let unit, let per) where amount > 1 && Units.accepts(unit, kind: kind):
        return Units.normalised(amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per : nil)
      case .number(let amount) where amount > 1 && isCount(value, cell, kind):
        return Quantity(amount: amount, unit: context.patterns.unit(of: kind))
      default: continue
      }
    }
    return nil
  }

  /// "Data 360 Credits": a figure that is part of the name.
  func isInName(_ value: ValueMention, _ name: NameSpan) -> Bool {
    // Of "Storage, 500 GB" no pack knows the figure: the row's own words made the name.
    name.number != nil && name.tokens.count <= 4 && name.tokens.lowerBound < value.tokens.lowerBound
      && name.tokens.contains(value.tokens.lowerBound)
  }

  /// The number under `Size of pack`, `Pack contents`.
  private func headedSize(_ row: TableReading.Row, kind: Kind) -> Quantity? {
    for (column, heading) in reading.headers.enumerated() where (2...5).contains(heading.count) {
      let words = context.words(heading)
      switch reading.columns[safe: column] ?? .other {
      // "€ per month each" prices a piece.
      case .unitPrice, .total, .annual, .listPrice, .fee: continue
      default: break
      }
      guard words.contains(where: Self.packs.contains) || words.contains("each"),
        words.contains(where: Self.sizes.contains), let cell = row.cells[safe: column], cell.count <= 4,
        let value = context.values(in: cell).first, let amount = value.value.amount, amount > 1, !value.isMoneyOrShare
      else { continue }
      return Quantity(amount: amount, unit: context.patterns.unit(of: kind))
    }
    return nil
  }

  private static let sizes: WordSet = ["size", "contents", "content", "holds", "contains", "per"]

  /// "40 classroom training days": a name of the kind right behind the number, in a cell of its own.
  private func nameBehind(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> NameSpan? {
    guard kind != "api_capacity", kind != "storage", value.tokens.lowerBound == cell.lowerBound else { return nil }
    return context.names(in: cell).first {
      $0.kind == kind && $0.tokens.lowerBound >= value.tokens.upperBound
        && $0.tokens.lowerBound <= value.tokens.upperBound + 2
    }
  }

  /// The quantity with the rate that the row's label gives: "API calls per day │ 50,000".
  func rated(_ quantity: Quantity?, _ row: TableReading.Row, kind: Kind) -> Quantity? {
    guard kind == "api_capacity", let quantity, quantity.per == nil else { return quantity }
    for label in RowNames(context: context).labels(row, reading) {
      for token in label.dropLast() where context.isOne(token, of: "per|a|/") {
        let word = context.folded(token + 1)
        if ["day", "month"].contains(word) { return Quantity(amount: quantity.amount, unit: quantity.unit, per: word) }
      }
      if label.contains(where: { context.folded($0) == "daily" }) {
        return Quantity(amount: quantity.amount, unit: quantity.unit, per: "day")
      }
    }
    return quantity
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

  func isInsideLongerValue(_ value: ValueMention, _ cell: Range<Int>) -> Bool {
    context.values(in: cell).contains { other in
      other.tokens.count > value.tokens.count && other.tokens.lowerBound <= value.tokens.lowerBound
        && other.tokens.upperBound >= value.tokens.upperBound && !other.isQuantityOrNumber
    }
  }

  static let packs: WordSet = [
    "pack", "packs", "block", "blocks", "bundle", "bundles", "set", "sets", "lot", "lots", "unit", "units", "package",
    "packages", "book", "books", "bag", "carton",
  ]

  /// "pack of 50", "(100,000)", "calls, 100,000 per month", "- 10,000 per day": a count, not a version or section.
  private func isCount(_ value: ValueMention, _ cell: Range<Int>, _ kind: Kind) -> Bool {
    let before = value.tokens.lowerBound - 1
    let word = before >= cell.lowerBound ? context.folded(before) : ""
    if word == "of", before - 1 >= cell.lowerBound, context.isOne(before - 1, of: Self.packs) { return true }
    if rate(value, cell) != nil { return true }
    // "Page credits, 1 lakh each"
    if value.tokens.upperBound + 1 == cell.upperBound, context.isOne(value.tokens.upperBound, of: "each|apiece"),
      !["at", "@", "for"].contains(word)
    {
      return true
    }
    let isBracketed =
      word == "(" && value.tokens.upperBound < cell.upperBound && context.folded(value.tokens.upperBound) == ")"
    // "(2)" alone in its cell is the mark of a note.
    if isBracketed { return kind != "sandbox" && cell.count > 3 }
    // "Test sandbox x 3", "Developer sandbox, 2": what ends the cell.
    if kind == "sandbox", ["x", "×", ","].contains(word), value.tokens.upperBound == cell.upperBound,
      context.names(in: cell).contains(where: { $0.kind == kind && $0.tokens.upperBound == before })
    {
      return true
    }
    // "Answer Pack (10,000 answers)"
    if word == "(", value.tokens.upperBound + 1 < cell.upperBound,
      context.folded(value.tokens.upperBound + 1) == ")", kind != "sandbox",
      Units.accepts(context.folded(value.tokens.upperBound).droppingPlural, kind: kind)
    {
      return true
    }
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
    return ["pack", "pk", "block", "bundle"].contains(after.droppingPlural)
      || value.tokens.lowerBound == cell.lowerBound && ["no", "nos", "pcs", "pieces"].contains(after)
  }

  /// "Answer Pack, 60,000 answers": the noun that the name is counted in.
  private func isOfUnit(_ value: ValueMention, _ cell: Range<Int>, _ name: NameSpan) -> Bool {
    guard let unit = name.unit, value.tokens.upperBound < cell.upperBound,
      value.tokens.lowerBound > name.tokens.upperBound
    else { return false }
    return context.folded(value.tokens.upperBound).droppingPlural == unit
  }

  func rate(_ value: ValueMention, _ cell: Range<Int>) -> String? {
    var at = value.tokens.upperBound
    guard at < cell.upperBound, context.isOne(at, of: "per|a|/|each") else {
      return at < cell.upperBound && context.folded(at) == "daily" ? "day" : nil
    }
    at += 1
    // "per 24 hours"
    if at < cell.upperBound, context.folded(at) == "24" { return "day" }
    while at < cell.upperBound, at < value.tokens.upperBound + 3 {
      let word = context.folded(at)
      if ["day", "month", "year"].contains(word) { return word }
      at += 1
    }
    return nil
  }
}
