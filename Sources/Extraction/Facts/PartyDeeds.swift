// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Tells who supplies and who buys by what a document lets each of two parties do.
struct PartyDeeds {
  let context: DocumentContext

  /// Of two parties the one that grants, invoices and delivers supplies; the one that pays and redeems buys. Nil where
  /// neither is said to do more of either.
  func roles(_ candidates: [PartyMention], atLeast least: Int = 1)
    -> (vendor: PartyMention, customer: PartyMention)?
  {
    guard candidates.count == 2 else { return nil }
    let names = candidates.map { Set(PartyNames.called($0, role: "party").filter { !$0.contains(" ") }) }
    let own = [names[0].subtracting(names[1]), names[1].subtracting(names[0])]
    let known = WordSet(own[0].union(own[1]))
    // Most words have a number of their own, which tells without their letters that they are none of these.
    let numbers = own[0].union(own[1]).map { context.vocabulary.id(of: $0) }
    var scores = [0, 0]
    let limit = min(context.stream.count, 4000)
    for token in 0..<limit
    where context.isCapitalised(token) && numbers.contains(context.word(token)) && context.isOne(token, of: known) {
      let party = own[0].contains(context.folded(token)) ? 0 : 1
      if token > 0, context.folded(token - 1) == "by" { scores[party] += 1 }
      let after = (token + 1)..<min(limit, token + 4)
      guard let first = after.first(where: { !context.isOne($0, of: Self.auxiliaries) }) else { continue }
      // "to renew the Yard's subscriptions"
      if context.isOne(after.lowerBound, of: Self.possessives), after.count > 1,
        context.isOne(after.lowerBound + 1, of: Self.owned)
      {
        scores[party] -= 1
      }
      // "a day that Quill lets pass"
      if context.isOne(first, of: Self.letting), after.contains(where: { context.isOne($0, of: Self.passing) }) {
        continue
      }
      if context.isOne(first, of: Self.supplying) { scores[party] += 1 }
      if context.isOne(first, of: Self.buying) { scores[party] -= 1 }
    }
    guard abs(scores[0] - scores[1]) >= least else { return nil }
    let vendor = scores[0] > scores[1] ? 0 : 1
    return (candidates[vendor], candidates[1 - vendor])
  }

  private static let possessives: WordSet = ["'s", "’s"]
  private static let owned: WordSet = [
    "subscriptions", "subscription", "licences", "licenses", "order", "users", "purchase",
  ]
  private static let passing: WordSet = ["pass", "slip", "go", "lapse"]
  private static let auxiliaries: WordSet = ["will", "shall", "may", "also", "hereby", "agrees", "to", "then"]
  private static let letting = forms(["let"])
  private static let supplying = forms([
    "grant", "provide", "invoice", "supply", "deliver", "licence", "license", "host", "operate", "support", "offer",
    "issue", "warrant", "reserve", "maintain", "process", "charge", "commit", "bill", "make", "contribute", "allocate",
    "let", "sell", "lend", "rent", "furnish", "post", "lease",
    "establish", "finance", "allot", "waive", "sponsor", "bundle",
  ])
  private static let buying = forms([
    "pay", "order", "purchase", "subscribe", "buy", "receive", "redeem", "get", "acknowledge", "request", "elect",
    "use",
    "consume", "owe", "name", "appoint",
  ])

  /// Verbs as they stand, and with an `s` behind them.
  private static func forms(_ verbs: [String]) -> WordSet {
    WordSet(verbs.filter { !$0.hasSuffix("s") } + verbs.map { $0 + "s" })
  }
}
