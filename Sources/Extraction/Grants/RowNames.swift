// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Finds the name of what a row grants.
struct RowNames {
  let context: DocumentContext

  /// The row's name of a kind: the longest in its product or description, else in any cell; strong before weak; else
  /// what its words and its unit say together, else what the heading of its group names.
  func name(of row: TableReading.Row, _ reading: TableReading) -> NameSpan? {
    var best: NameSpan?
    let products = ProductNames(context: context)
    func consider(_ name: NameSpan) {
      guard name.kind != nil, !isOwn(name), !products.goesOn(behind: name.tokens) else { return }
      if let other = best, (other.isWeak ? 0 : 1, other.tokens.count) >= (name.isWeak ? 0 : 1, name.tokens.count) {
        return
      }
      best = name
    }
    let labels = labels(row, reading)
    let purposes = row.cells.enumerated().filter { reading.columns[safe: $0.offset] == .purpose }.map(\.element)
    // "Accelerators │ 2 │ Onboarding of the planners": what it is for names nothing where another cell does.
    for cell in labels.filter({ !purposes.contains($0) }) + purposes where best == nil || !purposes.contains(cell) {
      let named = context.names(in: cell)
      // "Voucher Manager (meal vouchers)": half a name in what describes a product is not granted.
      let isProduct = named.contains { products.goesOn(behind: $0.tokens) }
      named.filter { !isProduct || !$0.isWeak }.forEach(consider)
    }
    if best == nil || best?.isWeak == true {
      for (column, cell) in row.cells.enumerated()
      where reading.columns[safe: column] == .quantity || reading.columns[safe: column] == .unit {
        context.names(in: cell).forEach(consider)
      }
    }
    if let best, !best.isWeak { return inHours(best, row) }
    return byUnit(row, reading, labels) ?? plan(row) ?? best ?? ofGroup(row) ?? byRate(row, reading)
      ?? ofSupport(row, reading)
  }

  /// "Dashboard health check, 20 hours": hours are work, whatever a session of that name is.
  private func inHours(_ name: NameSpan, _ row: TableReading.Row) -> NameSpan {
    guard name.kind == "accelerator" else { return name }
    let counted = row.cells.contains { cell in
      context.values(in: cell).contains {
        if case .duration(let duration) = $0.value { duration.unit == .hour && duration.amount > 4 } else { false }
      }
    }
    guard counted else { return name }
    var name = name
    name.kind = "services_hours"
    name.unit = "hour"
    return name
  }

  /// "Harbour Support", "Priority Care (support)": a line that is priced once and called support.
  private func ofSupport(_ row: TableReading.Row, _ reading: TableReading) -> NameSpan? {
    guard reading.role == .lineItems || reading.role == .schedule, isPriced(row, reading),
      let label = row.cells.first(where: { cell in cell.contains { context.isWord($0) } }),
      (2...6).contains(label.count)
    else { return nil }
    let words = label.filter { context.isWord($0) }
    guard words.count > 1, let last = words.last, context.isOne(last, of: "support|care"),
      context.stream.tokens[words[0]].flags.contains(.capitalised),
      !row.cells.enumerated().contains(where: { column, cell in
        reading.columns[safe: column] == .quantity && (context.values(in: cell).first?.value.amount ?? 1) > 1
      })
    else { return nil }
    return NameSpan(tokens: words[0]..<(last + 1), kind: "support_plan", tier: "other")
  }

  private func isPriced(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    if row.lineItem != nil || row.total != nil || row.annual != nil { return true }
    return row.cells.enumerated().contains { column, cell in
      guard column > 0, reading.columns[safe: column] != .quantity, cell.count <= 3 else { return false }
      return context.values(in: cell).contains { ($0.value.amount ?? 0) >= 100 }
    }
  }

  /// "Support | Premier"
  private func plan(_ row: TableReading.Row) -> NameSpan? {
    let cells = row.cells.filter { !$0.isEmpty }
    return zip(cells, cells.dropFirst()).lazy.compactMap { PlanRows.name($0, $1, self.context) }.first
  }

  /// "Learning (software for your own courses)": half a name of what the customer has itself.
  private func isOwn(_ name: NameSpan) -> Bool {
    name.isWeak && name.tokens.lowerBound > 0 && context.folded(name.tokens.lowerBound - 1) == "own"
  }

  /// The cells that say what is granted.
  func labels(_ row: TableReading.Row, _ reading: TableReading) -> [Range<Int>] {
    row.cells.enumerated().compactMap { column, cell in
      Self.isDescribing(reading.columns[safe: column] ?? .other) && (reading.periods[safe: column] ?? nil) == nil
        ? cell : nil
    }
  }

  static func isDescribing(_ column: TableReading.Column) -> Bool {
    switch column {
    case .product, .description, .other, .note, .purpose: true
    default: false
    }
  }

  private func byUnit(_ row: TableReading.Row, _ reading: TableReading, _ labels: [Range<Int>]) -> NameSpan? {
    let products = row.cells.enumerated().compactMap { column, cell in
      [.product, .description].contains(reading.columns[safe: column] ?? .other) ? cell : nil
    }
    for label in products {
      if let name = RowKinds.name(of: label, context) { return name }
    }
    for (column, cell) in row.cells.enumerated() where counts(reading.columns[safe: column] ?? .other) {
      for unit in units(cell) + units(reading.headers[safe: column] ?? 0..<0) {
        for label in products where label != cell {
          if let name = RowKinds.name(of: label, unit: unit, context) { return name }
        }
      }
    }
    return byHeading(row, reading, labels)
  }

  /// `Class │ Seats` over "“Route planning”, public │ 8 seats": the heading says what the label names.
  private func byHeading(_ row: TableReading.Row, _ reading: TableReading, _ labels: [Range<Int>]) -> NameSpan? {
    guard let heading = reading.headers.first, heading.count == 1, let label = row.cells.first, !label.isEmpty,
      label.count <= 16, let word = heading.first, context.isOne(word, of: Self.classes)
    else { return nil }
    for cell in row.cells.dropFirst() where cell.count <= 4 {
      guard case .quantity(_, let unit, _)? = context.values(in: cell).first?.value,
        ["seat", "place", "participant"].contains(unit)
      else { continue }
      return NameSpan(tokens: label, kind: "training_credit", unit: "seat")
    }
    return nil
  }

  private static let classes: WordSet = ["class", "course", "training", "workshop", "seminar", "classes", "courses"]

  private func counts(_ column: TableReading.Column) -> Bool {
    switch column {
    case .quantity, .unit, .other, .value, .total: true
    default: false
    }
  }

  /// Nouns that a short cell counts in: "45 participant days", "hours".
  private func units(_ cell: Range<Int>) -> [String] {
    guard cell.count <= 14 else { return [] }
    var found = context.values(in: cell).compactMap { value -> String? in
      switch value.value {
      case .quantity(_, let unit, _): unit == "person day" || unit == "man day" ? "day" : unit
      case .duration(let duration) where duration.unit == .hour || duration.unit == .day: duration.unit.rawValue
      default: nil
      }
    }
    found += cell.filter { context.isWord($0) }.map { RowKinds.noun(context.folded($0)) }
    return found
  }

  /// `Lead architect | 10 days | £1,150.00 | £11,500.00`: days or hours of someone at a rate are bought as services.
  private func byRate(_ row: TableReading.Row, _ reading: TableReading) -> NameSpan? {
    guard let label = row.cells.first(where: { !$0.isEmpty }), label.count <= 6,
      label.contains(where: { context.isWord($0) }), context.values(in: label).isEmpty
    else { return nil }
    if let unit = ratedUnit(row) { return NameSpan(tokens: label, kind: "services_hours", unit: unit) }
    guard
      reading.headers.contains(where: { $0.contains { context.isOne($0, of: "rate|rates") } })
    else { return nil }
    for (column, heading) in reading.headers.enumerated() where heading.count <= 3 {
      let units = heading.map { RowKinds.noun(context.folded($0)) }
      guard let unit = units.last, ["day", "hour"].contains(unit), let cell = row.cells[safe: column],
        context.values(in: cell).contains(where: { $0.tokens.lowerBound == cell.lowerBound })
      else { continue }
      return NameSpan(tokens: label, kind: "services_hours", unit: unit)
    }
    return nil
  }

  /// "22 hours" beside "250.00 an hour": the unit that a row is counted and priced in.
  private func ratedUnit(_ row: TableReading.Row) -> String? {
    guard row.lineItem != nil else { return nil }
    for cell in row.cells.dropFirst() where (2...4).contains(cell.count) {
      guard case .duration(let duration)? = context.values(in: cell).first?.value,
        duration.unit == .hour || duration.unit == .day
      else { continue }
      let unit = duration.unit.rawValue
      let isRated = row.cells.contains { other in
        other != cell
          && other.dropFirst().contains { token in
            context.folded(token) == unit && context.isOne(token - 1, of: "a|an|per|/")
          }
      }
      if isRated { return unit }
    }
    return nil
  }

  private func ofGroup(_ row: TableReading.Row) -> NameSpan? {
    guard let group = row.group else { return nil }
    let named = context.names(in: group).filter { $0.kind != nil && !$0.isWeak }
    return Set(named.map(\.kind)).count == 1 ? named.first : RowKinds.name(of: group, context)
  }
}
