// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// Reads what clauses and labels say the subscription costs: "EUR 40,000 a year, thus EUR 120,000 in all", `Annual fees |
/// £9,600`. What a document says in words stands beside, or instead of, what its lines add up to.
struct StatedFees {
  let context: DocumentContext
  let term: Term
  let tables: [TableReading]

  private enum Sense { case annual, total }

  private struct Statement {
    var amount: Decimal
    var sense: Sense
    var tokens: Range<Int>
    /// "The annual fee shall be": said as a fee, not only by a rate behind the amount.
    var isNamed: Bool
  }

  /// No document states its fees further on than among so many amounts.
  private static let mostAmounts = 200
  /// A yearly fee and the sum stand no further apart than this.
  private static let reach = 60

  /// A yearly fee with the sum over the term that it comes to.
  func pair() -> Fees? {
    let all = statements()
    for annual in all where annual.sense == .annual {
      for total in all
      where total.sense == .total && abs(total.tokens.lowerBound - annual.tokens.lowerBound) <= Self.reach {
        if comesTo(annual.amount, total.amount) { return Fees(annual: annual.amount, total: total.amount) }
      }
    }
    return nil
  }

  /// The pair, or else the one yearly fee that is named as such.
  func fees(isAmendment: Bool) -> Fees? {
    if let pair = pair() { return pair }
    let named = statements().filter { $0.isNamed && $0.sense == .annual }
    guard let first = named.first, named.allSatisfy({ $0.amount == first.amount }) else { return nil }
    // An amendment's fee need not be that of the years before it.
    guard !isAmendment, let months = term.months else { return Fees(annual: first.amount, total: nil) }
    return Fees(annual: first.amount, total: (first.amount * months / 12).roundedToCents)
  }

  private func comesTo(_ annual: Decimal, _ total: Decimal) -> Bool {
    if let months = term.months { return annual * months == total * 12 }
    return (2...10).contains { annual * Decimal($0) == total }
  }

  // MARK: Statements

  private func statements() -> [Statement] {
    var found: [Statement] = []
    var count = 0
    for mention in context.values {
      guard case .money(let amount, _) = mention.value, amount > 0 else { continue }
      count += 1
      if count > Self.mostAmounts { break }
      let sentence = context.sentence(of: mention.tokens.lowerBound)
        .clamped(to: max(0, mention.tokens.lowerBound - 40)..<(mention.tokens.upperBound + 40))
      guard let (sense, isNamed) = sense(mention.tokens, sentence), !isOfOther(mention.tokens, sentence) else {
        continue
      }
      found.append(Statement(amount: amount, sense: sense, tokens: mention.tokens, isNamed: isNamed))
    }
    return found
  }

  private func sense(_ tokens: Range<Int>, _ sentence: Range<Int>) -> (Sense, Bool)? {
    let after = context.words(
      tokens.upperBound..<max(tokens.upperBound, min(sentence.upperBound, tokens.upperBound + 8)))
    let before = before(tokens, sentence)
    if let sense = named(before) {
      // "EUR 40,000 in Contract Year 1": one year's fee of several.
      let isOfOneYear =
        after.count > 1 && ["in", "for", "during"].contains(after[0])
        && after.prefix(4).contains(where: { ["contract", "year", "first"].contains($0) })
        && !after.prefix(3).contains(where: { ["each", "every", "the", "any"].contains($0) })
      if !isOfOneYear { return (sense, true) }
    }
    if Self.yearly.contains(where: { after.starts(with: $0) }) { return (.annual, namesSubscription(before)) }
    if Self.inAll.contains(where: { after.starts(with: $0) }) { return (.total, false) }
    if after.count > 2, ["for", "over"].contains(after[0]), after[1] == "the",
      after.dropFirst(2).prefix(4).contains(where: { ["months", "years", "term", "duration", "period"].contains($0) })
    {
      return (.total, false)
    }
    return nil
  }

  /// The words before an amount; where it opens its cell or a column, those of the cell before.
  private func before(_ tokens: Range<Int>, _ sentence: Range<Int>) -> [String] {
    if tokens.lowerBound > sentence.lowerBound {
      return context.words(max(sentence.lowerBound, tokens.lowerBound - 10)..<tokens.lowerBound)
    }
    guard tokens.lowerBound > 0, context.stream.tokens[tokens.lowerBound].flags.contains(.cellStart) else { return [] }
    var low = tokens.lowerBound - 1
    while low > 0, tokens.lowerBound - low <= 9,
      context.stream.tokens[low].flags.isDisjoint(with: [.lineStart, .cellStart, .blockStart])
    {
      low -= 1
    }
    return tokens.lowerBound - low <= 9 ? context.words(low..<tokens.lowerBound) : []
  }

  private static let yearly = [
    ["a", "year"], ["per", "year"], ["per", "annum"], ["p", ".", "a"], ["pa"], ["each", "year"], ["annually"],
    ["yearly"],
    ["per", "contract", "year"], ["a", "contract", "year"], ["every", "year"], ["for", "each", "contract", "year"],
    ["in", "each", "of"], ["for", "each", "of"], ["in", "each", "contract", "year"],
  ]
  private static let inAll = [["in", "all"], ["in", "total"], ["altogether"], ["all", "told"], ["together"]]

  private static let fees: WordSet = ["fee", "fees", "price", "charge", "charges", "remuneration", "subscription"]
  private static let links: WordSet = [
    ":", "shall", "be", "is", "are", "amounts", "amount", "to", "of", "=", "will", "comes", "at", "the", "a", "an",
  ]

  /// "the subscription fee is", before what it is a year.
  private func namesSubscription(_ before: [String]) -> Bool {
    var words = before[...]
    while let last = words.last, Self.links.contains(last) { words = words.dropLast() }
    guard let last = words.last, Self.fees.contains(last), let kind = words.dropLast().last else { return false }
    return Self.kinds.contains(kind) && kind != "annual" && kind != "yearly"
  }

  private static let kinds: WordSet = [
    "annual", "yearly", "subscription", "licence", "license", "software", "platform",
  ]

  /// "the annual subscription fee shall be", `Three-year subscription value`, `Fees over the three years`.
  private func named(_ before: [String]) -> Sense? {
    var words = before[...]
    while let last = words.last, Self.links.contains(last) { words = words.dropLast() }
    let name = words.suffix(6)
    guard let last = name.last else { return nil }
    if Self.fees.contains(last), let kind = name.dropLast().last, Self.kinds.contains(kind),
      name.suffix(4).contains(where: { ["annual", "yearly"].contains($0) })
    {
      return .annual
    }
    if last == "value", name.suffix(3).contains(where: { ["subscription", "contract", "order"].contains($0) }),
      !name.contains("annual")
    {
      return .total
    }
    if ["years", "term", "months"].contains(last), name.contains(where: { ["over", "for"].contains($0) }),
      name.contains(where: Self.fees.contains)
    {
      return .total
    }
    return nil
  }

  // MARK: What is not the subscription's

  private static let others: WordSet = [
    "if", "may", "option", "optional", "additional", "extra", "further", "increase", "increases", "liability", "cap",
    "capped", "twice", "exceed", "exceeds", "list", "overage", "renewal", "insurance", "indemnity", "listed", "worth",
    "budget", "fund", "credit", "credits", "support", "instead", "would", "waived", "discount", "estimated",
    "first", "second", "third", "rises", "thereafter", "setup", "administration", "maintenance", "month", "monthly",
  ]

  /// The sentence names a grant, an offer or a limit, or the amount stands among a table's lines.
  private func isOfOther(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if case .tableRow(let table, _) = context.source.blocks[context.stream.block(of: tokens.lowerBound)].role,
      tables.contains(where: { $0.table == table && [.lineItems, .schedule].contains($0.role) })
    {
      return true
    }
    if context.names(in: sentence).contains(where: { $0.kind != nil }) { return true }
    return sentence.contains { Self.others.contains(context.folded($0)) }
  }
}
