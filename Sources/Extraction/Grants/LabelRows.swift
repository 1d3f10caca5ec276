// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Reads rows of a table without headings that say of one thing how much of it is granted: "Coaching | 8 sessions, first
/// contract year", "Partner voucher | £6,000 towards …", "Support | Gold, whole term". Other rows of such a table hold
/// facts of the document, or whole clauses, and are read elsewhere.
struct LabelRows {
  let context: DocumentContext

  private static let mostRows = 60

  /// The table as one of names and amounts, its other rows passed over; nil where no row grants.
  func granting(_ reading: TableReading) -> TableReading? {
    guard reading.role == .labels, reading.columns.count <= 3, reading.rows.count <= Self.mostRows else { return nil }
    var table = reading
    var found = false
    for index in table.rows.indices where !table.rows[index].isSummary {
      if grants(table.rows[index]) { found = true } else { table.rows[index].isSummary = true }
    }
    guard found else { return nil }
    let isTimed = reading.columns.count == 3 && table.rows.contains { !$0.isSummary && isTime($0.cells[2]) }
    table.columns = reading.columns.indices.map { $0 == 0 ? .product : isTimed && $0 == 2 ? .validity : .quantity }
    table.role = .schedule
    return table
  }

  private func grants(_ row: TableReading.Row) -> Bool {
    let cells = row.cells.filter { !$0.isEmpty }
    // "Hosting credits, first part │ $9,000 │ by 31 May 2031"
    let isTimed = cells.count == 3 && row.cells.count == 3 && isTime(cells[2])
    guard cells.count == 2 || isTimed, let label = row.cells.first, label == cells[0], (1...8).contains(label.count),
      cells[1].count <= 40
    else { return false }
    if PlanRows.name(label, cells[1], context) != nil { return true }
    guard let name = name(label, cells[1]), let kind = name.kind, let amount = amount(in: cells[1], name, kind) else {
      return false
    }
    // A clause that says it all is read as one.
    return !CandidateFinder(context).candidates(
      in: context.sentence(of: amount.tokens.lowerBound).clamped(to: cells[1])
    )
    .contains { $0.hasSubstance && !$0.isWeak }
  }

  private func isTime(_ cell: Range<Int>) -> Bool {
    (1...10).contains(cell.count) && !context.dates(in: cell).isEmpty
  }

  private func name(_ label: Range<Int>, _ cell: Range<Int>) -> NameSpan? {
    let named = context.names(in: label).filter { $0.kind != nil && !$0.isWeak }
    if let name = named.max(by: { $0.tokens.count < $1.tokens.count }) { return name }
    if let name = RowKinds.name(of: label, context) { return name }
    for value in context.values(in: cell.prefixRange(6)) {
      let unit: String
      switch value.value {
      case .quantity(_, let counted, _): unit = counted
      case .duration(let duration): unit = duration.unit.rawValue
      default: continue
      }
      if let name = RowKinds.name(of: label, unit: unit, context) { return name }
    }
    return nil
  }

  private static let funded: Set<Kind> = ["success_fund", "partner_voucher", "usage_credit", "training_credit"]

  /// The amount that the cell opens with.
  private func amount(in cell: Range<Int>, _ name: NameSpan, _ kind: Kind) -> ValueMention? {
    let opening = context.values(in: cell).filter { $0.tokens.lowerBound <= cell.lowerBound + 2 }
    return opening.max { $0.tokens.count < $1.tokens.count }.flatMap { value in
      switch value.value {
      case .quantity(_, let unit, _): Units.accepts(unit, kind: kind) ? value : nil
      case .duration(let duration): Units.accepts(duration.unit.rawValue, kind: kind) ? value : nil
      case .number(let amount):
        amount >= 1 && !["support_plan", "success_fund"].contains(kind) && value.tokens.lowerBound == cell.lowerBound
          ? value : nil
      case .money(let amount, _): amount > 0 && Self.funded.contains(kind) ? value : nil
      default: nil
      }
    }
  }
}

/// Rows that name a support plan in two cells: "Support | Premier", "Success plan | Gold, whole term".
enum PlanRows {
  private static let labels: WordSet = ["support", "care"]
  private static let nouns: WordSet = [
    "plan", "level", "tier", "package", "success", "customer", "technical", "service",
  ]
  private static let tiers: [String: Tier] = [
    "standard": .standard, "premier": .premier, "signature": .signature, "premium": .other, "gold": .other,
    "platinum": .other, "silver": .other, "bronze": .other, "enterprise": .other, "elite": .other, "advanced": .other,
    "enhanced": .other, "priority": .other, "basic": .other, "business": .other, "professional": .other,
  ]

  static func name(_ label: Range<Int>, _ cell: Range<Int>, _ context: DocumentContext) -> NameSpan? {
    guard (1...4).contains(label.count), !cell.isEmpty, cell.count <= 16,
      let tier = tiers[context.folded(cell.lowerBound)]
    else { return nil }
    let words = label.map { context.folded($0) }.filter { $0 != ":" && $0 != "." }
    guard words.contains(where: labels.contains) || words.contains("success") && words.contains("plan"),
      words.allSatisfy({ labels.contains($0) || nouns.contains($0) })
    else { return nil }
    let next = cell.lowerBound + 1 < cell.upperBound ? context.folded(cell.lowerBound + 1) : ""
    let isPlus = next == "plus" || next == "+"
    // "Support | Business hours", "Support | Gold card holders": another word goes on with the name.
    let goesOn =
      next.isEmpty || isPlus || !context.isWord(cell.lowerBound + 1)
      || ["success", "support", "plan", "for", "over", "throughout", "during", "until", "from", "at", "in"].contains(
        next)
    guard goesOn else { return nil }
    return NameSpan(
      tokens: label.lowerBound..<(cell.lowerBound + (isPlus ? 2 : 1)), kind: "support_plan",
      tier: (isPlus && tier == .premier ? Tier.premier_plus : tier).rawValue)
  }
}
