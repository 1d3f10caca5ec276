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
    let known = WordSet(names[0].union(names[1]))
    // Most words have a number of their own, which tells without their letters that they are none of these.
    let numbers = Set(names[0].union(names[1]).map { context.vocabulary.id(of: $0) })
    var scores = [0, 0]
    let limit = min(context.stream.count, 4000)
    for token in 0..<limit
    where context.isCapitalised(token) && numbers.contains(context.word(token)) && context.isOne(token, of: known) {
      let word = context.folded(token)
      guard let party = names.firstIndex(where: { $0.contains(word) }),
        !names[1 - party].contains(word)
      else { continue }
      if token > 0, context.folded(token - 1) == "by" { scores[party] += 1 }
      let after = context.words((token + 1)..<min(limit, token + 4))
      guard let verb = after.first(where: { !Self.auxiliaries.contains($0) }) else { continue }
      let stem = verb.hasSuffix("s") ? String(verb.dropLast()) : verb
      // "to renew the Yard's subscriptions"
      if after.first == "'s" || after.first == "’s", let owned = after.dropFirst().first,
        ["subscriptions", "subscription", "licences", "licenses", "order", "users", "purchase"].contains(owned)
      {
        scores[party] -= 1
      }
      // "a day that Quill lets pass"
      if stem == "let", after.contains(where: { ["pass", "slip", "go", "lapse"].contains($0) }) { continue }
      if Self.supplying.contains(stem) { scores[party] += 1 }
      if Self.buying.contains(stem) { scores[party] -= 1 }
    }
    guard abs(scores[0] - scores[1]) >= least else { return nil }
    let vendor = scores[0] > scores[1] ? 0 : 1
    return (candidates[vendor], candidates[1 - vendor])
  }

  private static let auxiliaries: WordSet = ["will", "shall", "may", "also", "hereby", "agrees", "to", "then"]
  private static let supplying: WordSet = [
    "grant", "provide", "invoice", "supply", "deliver", "licence", "license", "host", "operate", "support", "offer",
    "issue", "warrant", "reserve", "maintain", "process", "charge", "commit", "bill", "make", "contribute", "allocate",
    "let", "sell", "lend", "rent", "furnish", "post", "lease",
    "establish", "finance", "allot", "waive", "sponsor", "bundle",
  ]
  private static let buying: WordSet = [
    "pay", "order", "purchase", "subscribe", "buy", "receive", "redeem", "get", "acknowledge", "request", "elect",
    "use",
    "consume", "owe", "name", "appoint",
  ]
}
