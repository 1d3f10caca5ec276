// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis
import ValueRecognition

/// Amounts that are not the subscription's, or only part of it.
extension FeeStatements {
  private static let others: WordSet = [
    "late", "old", "former", "travel",
    "if", "may", "option", "optional", "additional", "extra", "increase", "increases", "liability", "cap",
    "capped", "twice", "exceed", "exceeds", "list", "overage", "renewal", "insurance", "indemnity", "listed", "worth",
    "budget", "fund", "credit", "credits", "instead", "would", "waived", "estimated", "minimum", "budgeted",
    "rises", "thereafter", "setup", "administration", "joining", "once", "onboarding", "implementation", "installation",
    "migration", "penalty", "deposit", "voucher", "vouchers", "consultancy", "saving", "savings", "up", "from",
  ]

  /// The clause names a grant, an offer or a limit, or the amount stands among a table's lines.
  func isOfOther(_ tokens: Range<Int>, _ sentence: Range<Int>, _ after: [String]) -> Bool {
    if case .tableRow(let table, _) = context.source.blocks[context.stream.block(of: tokens.lowerBound)].role,
      tables.contains(where: { $0.table == table && [.lineItems, .schedule].contains($0.role) })
    {
      return true
    }
    if isReducedTo(tokens, sentence) { return false }
    if context.names(in: sentence).contains(where: { $0.kind != nil && $0.kind != "support_plan" && !$0.isWeak }) {
      return true
    }
    let near =
      line(of: tokens, in: sentence) ?? sentence.clamped(to: max(0, tokens.lowerBound - 26)..<(tokens.upperBound + 26))
    return near.contains { context.isOne($0, of: Self.others) && !isHarmless($0) }
      || after.prefix(6).contains("one") && after.contains(run: "one off")
  }

  /// "List fees of EUR 50,000 are reduced by a fifth to EUR 40,000 a year": what is paid.
  private func isReducedTo(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard tokens.lowerBound > sentence.lowerBound, context.folded(tokens.lowerBound - 1) == "to" else { return false }
    let before = max(sentence.lowerBound, tokens.lowerBound - 26)..<tokens.lowerBound
    return before.contains { context.isOne($0, of: Self.reducing) }
      && before.contains { context.isOne($0, of: "fee|fees|price|charge|charges") }
  }

  private static let reducing: WordSet = ["reduced", "discounted", "lowered", "brought"]

  func isSide(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if tokens.lowerBound > 0, context.folded(tokens.lowerBound - 1) == "=" { return false }
    let near =
      line(of: tokens, in: sentence)
      ?? sentence.clamped(to: max(0, tokens.lowerBound - 26)..<(tokens.upperBound + 26))
    return near.contains { context.isOne($0, of: "support|maintenance") }
      && !near.contains { context.isOne($0, of: "total|together") }
  }

  /// The line of a form, where dots or a colon lead to the amount.
  private func line(of tokens: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    let block = context.block(of: tokens.lowerBound)
    var low = tokens.lowerBound
    while low > block.lowerBound, tokens.lowerBound - low < 40, !context.stream.tokens[low].flags.contains(.lineStart) {
      low -= 1
    }
    var high = tokens.upperBound
    while high < block.upperBound, high - tokens.upperBound < 30,
      !context.stream.tokens[high].flags.contains(.lineStart)
    {
      high += 1
    }
    let before = context.words(max(low, tokens.lowerBound - 4)..<tokens.lowerBound)
    if before.contains("…") || before.contains(run: ". .") { return low..<high }
    return before.last == ":" ? (low..<high).clamped(to: sentence) : nil
  }

  /// `from 1 May`, `up to`, `set up`: words that only go with some others.
  private func isHarmless(_ token: Int) -> Bool {
    switch context.folded(token) {
    case "from":
      // "rises from EUR 20,000": the amount before; a day behind it is the term's.
      let behind = (token + 1)..<min(context.stream.count, token + 3)
      return !context.values(in: behind).contains { if case .money = $0.value { true } else { false } }
    case "up": return context.folded(min(token + 1, context.stream.count - 1)) != "to"
    default: return false
    }
  }

  /// Alone in its row or line.
  func isListed(_ tokens: Range<Int>) -> Bool {
    let block = context.block(of: tokens.lowerBound)
    switch context.source.blocks[context.stream.block(of: tokens.lowerBound)].role {
    case .tableRow: return true
    default: break
    }
    let amounts = context.values(in: block.prefixRange(60)).filter { if case .money = $0.value { true } else { false } }
    return block.count <= 30 && amounts.count == 1
  }
}
