// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// What a cell under `If not used` says in a word: "lost", "refunded", "carried over", "extendable once".
extension RowLinks {
  private static let fates: [(words: WordSet, handling: UnusedHandling)] = [
    (["refunded", "refund", "refundable", "reimbursed", "repaid", "credited", "returned", "repayable"], .refundable),
    (["extended", "extendable", "extension", "prolonged", "prolongable", "lengthened", "postponed"], .extendable),
    (["carried", "carry", "rolls", "rollover", "rolled", "roll", "moved", "transferred", "forward"], .rolls_over),
    (
      [
        "lost", "lapse", "lapses", "forfeited", "forfeit", "expire", "expires", "void", "gone", "cancelled", "deleted",
        "dropped",
      ], .forfeited
    ),
  ]
  private static let denials: WordSet = ["not", "no", "never", "without", "non", "neither"]

  func unused(_ cell: Range<Int>, under heading: Range<Int>) -> Attachment? {
    guard (1...6).contains(cell.count), (1...5).contains(heading.count) else { return nil }
    let head = context.words(heading)
    if let answered = carried(cell, under: head) { return answered }
    guard
      head.contains(where: { ["unused", "leftover", "leftovers", "remainder", "residue"].contains($0) })
        || head.contains(run: "not used")
        || head.contains(run: "left over")
    else { return nil }
    let words = context.words(cell)
    let isDenied = words.contains(where: Self.denials.contains)
    // "Price per unused seat", "Unused in 2030": how many there are, or what they cost.
    guard !head.contains(where: Self.measures.contains), !head.contains(where: { Int($0) != nil }) else { return nil }
    func of(_ handling: UnusedHandling) -> Attachment {
      Attachment(content: .unused(handling), tokens: cell, from: .sentence)
    }
    // "returned to Supplier"
    if !isDenied, words.contains(where: ["returned", "transferred", "reverts", "revert", "return"].contains),
      words.contains(where: ["supplier", "vendor", "provider", "licensor", "us"].contains)
    {
      return of(.forfeited)
    }
    // "to the following year"
    if !isDenied, ["to", "into", "in", "next", "following"].contains(words.first ?? ""), words.count <= 5,
      words.contains(where: ["following", "next", "subsequent", "second"].contains),
      words.contains(where: ["year", "quarter", "month", "half", "period", "term"].contains)
    {
      return of(.rolls_over)
    }
    // "lost unless extended"
    let said = words.prefix { !["unless", "except"].contains($0) }
    var found = Self.fates.filter { fates, _ in said.contains(where: fates.contains) }.map(\.handling)
    if found.isEmpty { found = named(in: cell) }
    // "carried forward, then lost": two fates.
    guard found.count == 1, let handling = found.first else { return nil }
    // "no refund", "not carried over": then it is gone; "does not lapse" says nothing of what else.
    if isDenied, handling == .forfeited || handling == .extendable { return nil }
    return of(isDenied ? .forfeited : handling)
  }

  private static let carrying = [
    "carry over", "carry - over", "carry forward", "carry - forward", "roll over", "roll - over",
  ]

  /// "yes", "no" or "one year" under `Carry-over`.
  private func carried(_ cell: Range<Int>, under head: [String]) -> Attachment? {
    guard
      head.contains(where: { ["rollover", "carryover"].contains($0) })
        || Self.carrying.contains(where: head.contains(run:)),
      let first = context.words(cell).first
    else { return nil }
    if ["yes", "y", "allowed", "permitted", "possible", "once", "✓", "✔"].contains(first) {
      return Attachment(content: .unused(.rolls_over), tokens: cell, from: .sentence)
    }
    guard ["no", "none", "n", "not", "never", "excluded"].contains(first) else { return nil }
    return Attachment(content: .unused(.forfeited), tokens: cell, from: .sentence)
  }

  /// By the packs' lists: "money back", "written off", "next year".
  private func named(in cell: Range<Int>) -> [UnusedHandling] {
    let lists = Set(context.names(in: cell).compactMap(\.list))
    if lists.contains("repay") { return [.refundable] }
    if !lists.isDisjoint(with: ["lost", "loss"]) { return [.forfeited] }
    return lists.isDisjoint(with: ["next_period", "rollover"]) ? [] : [.rolls_over]
  }

  private static let measures: WordSet = [
    "price", "fee", "cost", "charge", "rate", "value", "per", "in", "number", "quantity", "amount", "usd", "eur",
  ]
}
