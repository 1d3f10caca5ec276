// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Tables that say when grants of other places may be used and what becomes of the rest: `Benefit │ May be used │
/// Remainder` over "Hours of No. 2 │ from 1 July for 18 months │ is reimbursed". They grant nothing themselves; their
/// rows are read as sentences about what they name.
struct TermTables {
  let context: DocumentContext

  private static let subjects: WordSet = [
    "benefit", "benefits", "entitlement", "entitlements", "item", "items", "grant", "grants", "incentive", "incentives",
    "what", "subject", "allowance", "allowances", "position", "positions", "extra", "extras", "concession", "of",
  ]
  private static let uses = [
    "may be used", "can be used", "to be used", "use possible", "usable", "used until", "used from", "period of use",
    "time of use", "use until", "valid", "validity", "available", "use by", "redeemable", "period", "time limit",
    "when", "deadline", "window", "last day", "time",
  ]
  private static let remainders = [
    "remainder", "unused", "balance", "rest", "what is left", "left over", "leftovers", "not used", "after that",
    "afterwards", "thereafter", "expiry", "what remains", "surplus", "residue",
  ]

  func isOne(_ reading: TableReading) -> Bool {
    guard !reading.isTurned, (2...4).contains(reading.headers.count), (2...40).contains(reading.rows.count),
      reading.periods.allSatisfy({ $0 == nil })
    else { return false }
    let words = reading.headers.map { header in header.prefix(8).map { context.folded($0) } }
    guard let subject = words.first, (1...4).contains(subject.count),
      subject.contains(where: Self.subjects.contains),
      words.dropFirst().allSatisfy({ isTerm($0) })
    else { return false }
    let isOfRest = words.dropFirst().contains { heading in Self.remainders.contains { heading.contains(run: $0) } }
    let names = reading.rows.compactMap { $0.cells.first }.filter { !$0.isEmpty }
    guard names.count == reading.rows.count, names.allSatisfy({ $0.count <= 12 && !counts($0) }) else { return false }
    // Plans and sandboxes are granted by their names alone.
    let pointing = names.filter { pointsBack($0) }
    return isOfRest || pointing.count * 3 >= names.count || isBehindGrants(reading)
  }

  private func isTerm(_ heading: [String]) -> Bool {
    (1...8).contains(heading.count) && (Self.uses + Self.remainders).contains { heading.contains(run: $0) }
  }

  /// A number that is none of a clause: "30 training credits", "a fund of USD 9,000".
  private func counts(_ name: Range<Int>) -> Bool {
    context.values(in: name).contains { value in
      switch value.value {
      case .number, .quantity: !isReference(value.tokens.lowerBound, name)
      case .money, .percent: true
      default: false
      }
    }
      || name.first.map { context.isOne($0, of: "a|an|one") } ?? false
  }

  private static let references: WordSet = [
    "no", "nos", "section", "clause", "item", "items", "pos", "position", "line", "under", "in", "of", "point", "§",
    "paragraph", "row", ".", "and", "term", "article",
  ]

  private func isReference(_ token: Int, _ name: Range<Int>) -> Bool {
    token > name.lowerBound && context.isOne(token - 1, of: Self.references)
  }

  /// "Hours of No. 2", "Voucher (clause 4)"
  private func pointsBack(_ name: Range<Int>) -> Bool {
    context.values(in: name).contains { value in
      if case .number = value.value { isReference(value.tokens.lowerBound, name) } else { false }
    }
  }

  private static let looking: WordSet = ["above", "periods", "following", "benefits", "used", "validity", "expiry"]

  /// "8. Periods", "For the benefits above the following applies:" over it, and nothing in it that would be granted by
  /// its name alone.
  private func isBehindGrants(_ reading: TableReading) -> Bool {
    guard let over = TableSurroundings(context: context).blocksOver(reading).first else { return false }
    let words = context.stream.tokens(ofBlock: over)
    guard words.count <= 40, words.contains(where: { context.isOne($0, of: Self.looking) }) else { return false }
    return !reading.rows.contains { row in
      context.names(in: row.cells[0]).contains { name in
        name.kind.map { ["support_plan", "sandbox", "complimentary_product"].contains($0.rawValue) } ?? false
      }
    }
  }
}
