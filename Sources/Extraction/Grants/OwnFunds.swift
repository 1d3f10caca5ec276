// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Funds under a name of their own: "a Harvest Fund of EUR 9,000", "sets USD 9,000 aside (the “Harvest Fund”)". The noun
/// with a capital, a word with a capital before it, and a sum beside it; whether the clause grants it is for the scope.
struct OwnFunds {
  let context: DocumentContext

  private static let most = 20
  private static let nouns = ["fund", "pot", "purse"]
  /// Nouns for sums of all sorts, which the clause must define: (the "Harvest Budget").
  private static let defined = ["budget", "pool", "kitty", "allowance", "grant", "wallet"]
  /// How far from the name the sum may stand.
  private static let reach = 14
  /// Funds that are companies, or belong to others.
  private static let others: WordSet = [
    "pension", "trust", "mutual", "hedge", "investment", "equity", "sovereign", "insurance", "retirement", "venture",
    "monetary", "index", "bond", "reserve", "sinking", "escrow", "relief", "superannuation", "provident", "the", "this",
    "such", "said", "each", "no", "any",
  ]

  /// Funds of sentences that name no other, outside the blocks that tables have told.
  func candidates(outside covered: Set<Int>) -> [Candidate] {
    guard context.isOfOrderLength else { return [] }
    var found: [Candidate] = []
    for noun in Self.nouns + Self.defined {
      var at = 0
      while found.count < Self.most, let token = context.firstIndex(of: noun, in: at..<context.stream.count) {
        at = token + 1
        guard let one = candidate(at: token), !covered.contains(context.stream.block(of: token)),
          !found.contains(where: { $0.sentence == one.sentence })
        else { continue }
        found.append(one)
      }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func candidate(at token: Int) -> Candidate? {
    let sentence = context.sentence(of: token)
    guard token > sentence.lowerBound, sentence.count <= 80, context.isCapitalised(token), context.isWord(token - 1)
    else { return nil }
    // "Take-off Fund"
    let isJoined =
      token - 2 >= sentence.lowerBound && !context.isCapitalised(token - 1) && context.isCapitalised(token - 2)
      && context.stream.tokens[token - 2].end + 1 == context.stream.tokens[token - 1].start
      && context.source.utf8[Int(context.stream.tokens[token - 2].end)] == 0x2D
    let first = isJoined ? token - 2 : token - 1
    let isQuoted = context.stream.tokens[first].flags.contains(.quoteBefore)
    guard context.isCapitalised(first), first > sentence.lowerBound || isQuoted,
      isQuoted || Self.nouns.contains(context.folded(token)), !Self.others.contains(context.folded(first)),
      !context.names(in: sentence).contains(where: { ["success_fund", "partner_voucher"].contains($0.kind ?? "other") })
    else { return nil }
    // "Alder Pension Fund Ltd", "the Fund's trustees": a company.
    let next = token + 1 < sentence.upperBound ? context.folded(token + 1) : ""
    guard !["'s", "ltd", "llc", "lp", "inc", "plc", "l.p"].contains(next) else { return nil }
    let sums = context.values(in: sentence).filter {
      if case .money(let amount, _) = $0.value { amount > 0 } else { false }
    }
    guard sums.count == 1, let sum = sums.first else { return nil }
    let gap =
      sum.tokens.upperBound <= token ? first - sum.tokens.upperBound : sum.tokens.lowerBound - token - 1
    guard gap <= Self.reach else { return nil }
    var one = Candidate(
      kind: "success_fund", name: NameSpan(tokens: first..<(token + 1), kind: "success_fund", isWeak: true),
      tokens: (first..<(token + 1)).union(sum.tokens), sentence: sentence, isWeak: true, rules: [])
    one.money = sum
    one.problems = sum.problems
    return one
  }
}
