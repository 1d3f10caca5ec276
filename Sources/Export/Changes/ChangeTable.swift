// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Verification

/// Changes for a terminal.
struct ChangeTable {
  let style: TableStyle

  func text(_ comparison: GrantComparisonResult) -> String {
    let caveats = comparison.problems.map { style.paragraph($0.message, indent: 0) }.joined()
    guard !comparison.changes.isEmpty else { return "Neither side grants anything.\n" + caveats }
    var grid = Grid(
      columns: [
        .init(title: "Change", minimum: 10), .init(title: "Kind", minimum: 13), .init(title: "Before", minimum: 16),
        .init(title: "After", minimum: 16), .init(title: "Differs in", minimum: 16),
      ], style: style)
    for change in comparison.changes { grid.rows.append(.cells(cells(change))) }
    grid.rows.append(.rule)
    var output = grid.fits ? grid.text() : grid.records()
    output += summary(comparison) + caveats
    if let claims = comparison.claims {
      output += Emphasis.strong.applied(to: "To claim at renewal", style.isColoured) + "\n"
      for line in ChangeWording.claims(claims) { output += style.paragraph(line, indent: 2) }
    }
    return output
  }

  private func cells(_ change: GrantChange) -> [Grid.Cell] {
    [
      .init(text: Self.mark(change.change) + " " + change.change.rawValue, emphasis: Self.emphasis(change.change)),
      .init(text: EntitlementWording.kind(change.kind)), .init(text: ChangeWording.grant(change.before)),
      .init(text: ChangeWording.grant(change.after)),
      .init(text: change.differences.map(ChangeWording.difference).joined(separator: "; ")),
    ]
  }

  private func summary(_ comparison: GrantComparisonResult) -> String {
    Change.allCases.filter { comparison.count($0) > 0 }.map { change in
      Self.emphasis(change).applied(to: "\(comparison.count(change)) \(change.rawValue)", style.isColoured)
    }.joined(separator: ", ") + "\n"
  }

  private static func mark(_ change: Change) -> String {
    switch change {
    case .kept: "="
    case .weakened: "▼"
    case .improved: "▲"
    case .dropped: "✗"
    case .added: "+"
    }
  }

  private static func emphasis(_ change: Change) -> Emphasis {
    switch change {
    case .kept: .none
    case .improved, .added: .good
    case .weakened: .warning
    case .dropped: .bad
    }
  }
}

/// Changes in words.
enum ChangeWording {
  /// `100 credits, free, until 2026-03-31`.
  static func grant(_ entitlement: Entitlement?) -> String {
    guard let entitlement else { return "" }
    var parts: [String] = []
    if let name = entitlement.name { parts.append(name) }
    let amounts = [EntitlementWording.quantity(entitlement.quantity), EntitlementWording.value(entitlement.value)]
    parts += amounts.filter { !$0.isEmpty }
    if let every = entitlement.recurrence?.every { parts.append(PlainWords.every(every)) }
    let fee = EntitlementWording.fee(entitlement.fee)
    if !fee.isEmpty { parts.append(fee) }
    if let end = entitlement.validity.end { parts.append("until \(end)") }
    return parts.joined(separator: ", ")
  }

  /// `quantity: 100 credits → 60 credits`.
  static func difference(_ difference: Difference) -> String {
    "\(difference.field.rawValue): \(difference.promised ?? "nothing said") → \(difference.contracted ?? "nothing said")"
  }

  /// One line a claim, then the sums, and beside them what they leave out.
  static func claims(_ list: ClaimList) -> [String] {
    var lines = list.claims.map { claim in
      var text = claim.name ?? PlainWords.kind(claim.kind)
      if let unit = claim.unit {
        text += ": " + EntitlementWording.quantity(Quantity(amount: claim.remaining, unit: unit)) + " not used"
      } else if claim.amount == nil {
        text += ": \(PlainWords.amount(claim.remaining)) not used"
      }
      if let amount = claim.amount { text += ", worth \(EntitlementWording.money(amount, claim.currency))" }
      return text + " (\(claim.reason.rawValue))"
    }
    if lines.isEmpty { lines.append("nothing") }
    for total in list.totals { lines.append("Sum: \(EntitlementWording.money(total.amount, total.currency))") }
    if !list.withoutAmount.isEmpty {
      let names = list.withoutAmount.map { $0.name ?? PlainWords.kind($0.kind) }
      lines.append("Not in a sum, for no amount is known: \(names.joined(separator: ", "))")
    }
    for lost in list.untracked {
      let amounts = [EntitlementWording.quantity(lost.quantity), EntitlementWording.value(lost.value)].filter {
        !$0.isEmpty
      }
      let name = ([lost.name ?? PlainWords.kind(lost.kind)] + amounts).joined(separator: ", ")
      lines.append("Lost, and not in the tracker: \(name) (\(lost.reason.rawValue))")
    }
    return lines + list.problems.map(\.message)
  }
}
