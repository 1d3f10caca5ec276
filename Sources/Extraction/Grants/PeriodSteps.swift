// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// One cell of a grant that stands period by period.
struct PeriodStep {
  enum Content: Hashable {
    case nothing, included
    case quantity(Quantity)
    case money(Decimal, String?)
  }
  var period: TimePeriod?
  var content: Content
  var cell: Range<Int>
  /// The amount as it stands.
  var mention: ValueMention?
  var fee: Fee?
}

/// Makes grants of what stands period by period: one for each period, one that recurs where all are alike, one over all
/// that are included.
enum PeriodSteps {
  /// Candidates of the steps, made from one that has the kind, the name and the place; nil where no cell says anything.
  static func candidates(_ base: Candidate, _ steps: [PeriodStep]) -> [Candidate]? {
    guard !steps.isEmpty else { return nil }
    let filled = steps.indices.filter { steps[$0].content != .nothing }
    guard let first = filled.first, let last = filled.last else { return [] }
    let isGapless = last - first + 1 == filled.count
    let isAlike = filled.allSatisfy { steps[$0].content == steps[first].content }
    if isAlike, isGapless, steps[first].content == .included {
      return [joined(filledIn(base, steps[first]), steps[first], steps[last])]
    }
    if isAlike, isGapless, filled.count > 1 || base.kind.isStanding {
      var one = joined(filledIn(base, steps[first]), steps[first], steps[last])
      if !base.kind.isStanding, filled.count > 1 { one.recurs = steps[first].period?.every }
      if Set(filled.map { steps[$0].fee?.amount }).count == 1 { one.fee = steps[first].fee ?? one.fee }
      return [one]
    }
    return filled.map { index in
      var one = joined(filledIn(base, steps[index]), steps[index], steps[index])
      one.fee = steps[index].fee ?? one.fee
      return one
    }
  }

  private static func joined(_ base: Candidate, _ first: PeriodStep, _ last: PeriodStep) -> Candidate {
    var one = base
    guard let from = first.period, let to = last.period else { return one }
    one.span = from.joined(to: to)
    one.contractYear = one.span?.contractYear
    return one
  }

  private static func filledIn(_ base: Candidate, _ step: PeriodStep) -> Candidate {
    var one = base
    switch step.content {
    case .quantity(let quantity): one.quantity = quantity
    case .money: one.money = step.mention
    case .included:
      if base.kind == "sandbox" { one.quantity = one.quantity ?? Quantity(amount: 1, unit: "sandbox") }
    case .nothing: break
    }
    return one
  }
}

/// Reads the cells of such grants.
struct PeriodCells {
  let context: DocumentContext
  let quantities: RowQuantities
  let worth: RowWorth
  let facts: DocumentFacts

  /// What a cell grants; nil where it says something else. `isMoney`: bare figures are amounts.
  func step(
    _ cell: Range<Int>, _ row: TableReading.Row, _ number: Int, column: Int, name: NameSpan, kind: Kind, isMoney: Bool
  ) -> PeriodStep? {
    let period = quantities.reading.periods[safe: column] ?? nil
    func step(_ content: PeriodStep.Content, _ mention: ValueMention? = nil) -> PeriodStep {
      PeriodStep(period: period, content: content, cell: cell, mention: mention, fee: nil)
    }
    switch context.mark(cell) {
    case .nothing: return step(.nothing)
    case .included, .free: return step(.included)
    case nil: break
    }
    if cell.allSatisfy({ context.stream.tokens[$0].tokenClass == .sign }) { return step(.nothing) }
    if kind.isFunded, let mention = money(cell, isMoney: isMoney),
      case .money(let amount, let currency) = worth.scaled(mention, row, number, column).value
    {
      let scaled = worth.scaled(mention, row, number, column)
      return step(amount > 0 ? .money(amount, currency) : .nothing, scaled)
    }
    guard kind != "support_plan",
      let quantity = quantities.inFull(
        quantities.scaled(quantities.quantity(in: cell, name: name, kind: kind), cell, row, number, column), row,
        name: name, kind: kind)
    else { return nil }
    return step(quantity.amount > 0 ? .quantity(quantity) : .nothing)
  }

  private func money(_ cell: Range<Int>, isMoney: Bool) -> ValueMention? {
    for var value in context.values(in: cell) {
      switch value.value {
      case .money: return value
      case .number(let amount) where isMoney:
        value.value = .money(amount: amount, currency: facts.currency)
        return value
      default: continue
      }
    }
    return nil
  }
}
