// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Reads what a grant depends on that is not the vendor's own doing, and whose services alone it may be spent on.
struct ConditionReader {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  private static let customers: WordSet = [
    "customer", "client", "subscriber", "licensee", "buyer", "purchaser", "it", "they", "you",
  ]
  private static let connectors: Set<String> = [
    "if", "once", "after", "when", "should", "provided", "condition", "assuming", "unless", "until", "that", "as",
    "where", "upon",
  ]
  /// What a customer does to earn something; to ask for it, to use it or to lose it earns nothing.
  private static let deeds: WordSet = [
    "place", "places", "placed", "placing", "order", "orders", "ordered", "purchases", "purchased", "purchase", "buys",
    "bought", "sign", "signs", "signed", "signing", "executes", "executed", "renews", "renewed", "renew", "reaches",
    "reached", "reach", "achieves", "achieved", "attains", "attained", "maintains", "maintained", "acts", "act",
    "agrees", "agree", "agreed", "serves", "serve", "publishes", "publish", "published", "participates", "participate",
    "completes", "completed", "complete", "commits", "committed", "commit", "upgrades", "upgraded", "adds", "added",
    "expands", "expanded", "refers", "referred", "meets", "met", "spends", "spent", "appoints", "appointed",
    "migrates", "migrated", "deploys", "deployed", "activates", "activated", "prepays", "prepaid", "subscribes",
    "subscribed", "joins", "joined", "registers", "registered", "remains", "gives", "provides", "allows", "permits",
    "increases", "increased", "extends", "extended", "appears", "speaks", "hosts", "recommends", "introduces", "keeps",
    "keep", "retains", "holds", "stays", "starts", "start", "started", "begins", "begin", "launches", "launched",
    "pays",
    "pay", "paid", "reports", "submits", "submitted", "nominates", "names", "designates", "employs", "maintain",
    "remain", "continues", "implements", "implemented", "goes", "conducts", "pilots", "hits", "passes", "grows",
  ]

  private static let endings: WordSet = [
    "end", "ends", "ending", "expire", "expires", "expiring", "lapse", "lapses", "lapsing", "cease", "ceases", "stop",
    "stops", "down", "removed", "withdrawn", "off", "shut", "closed", "closes", "deleted", "erased", "revert",
    "reverts",
    "deactivated", "disabled", "forfeited", "lost", "terminate", "terminates", "cancelled", "canceled", "back",
  ]

  /// "Provided that Customer acts as a reference", "after Customer has reached 500 users".
  func isConditioned(_ tokens: Range<Int>) -> Bool {
    if isConditionedByNoun(tokens) || isConditionedByState(tokens) { return true }
    for token in tokens where Self.connectors.contains(context.folded(token)) || isGerundal(token, tokens) {
      guard isConnector(token, tokens), let verb = subject(behind: token, in: tokens) else { continue }
      for ahead in verb..<min(verb + 4, tokens.upperBound) {
        let word = context.folded(ahead)
        if ["not", "never", ",", ";", "may", "can", "wishes", "requests", "terminates"].contains(word) { break }
        if isOrdinary(ahead, behind: token, tokens) { break }
        if isGerundal(token, tokens) ? Self.doing.contains(word) : Self.deeds.contains(word) { return true }
      }
    }
    return false
  }

  /// "As long as Customer subscribes to the Services": as every customer does.
  private func isOrdinary(_ verb: Int, behind connector: Int, _ tokens: Range<Int>) -> Bool {
    guard context.folded(connector) == "as",
      context.isOne(verb, of: "subscribes|subscribe|remains|remain|continues|stays|pays|pay|keeps|maintains|retains")
    else { return false }
    return (verb + 1..<min(verb + 6, tokens.upperBound)).contains { context.isOne($0, of: Self.ordinary) }
  }

  /// "Subject to Customer publishing …", "conditional on Customer acting …".
  private func isGerundal(_ token: Int, _ tokens: Range<Int>) -> Bool {
    guard token > tokens.lowerBound, context.isOne(token, of: "to|on|upon|for") else { return false }
    return context.isOne(
      token - 1, of: "subject|conditional|contingent|dependent|depends|conditioned|return|exchange|depending")
  }

  private func isConnector(_ token: Int, _ tokens: Range<Int>) -> Bool {
    let before = token > tokens.lowerBound ? context.folded(token - 1) : ""
    switch context.folded(token) {
    case "that": return ["provided", "condition", "assuming", "conditional"].contains(before)
    case "as": return before == "long" || before == "soon"
    case "until": return false
    // "They lapse on that day unless Customer has ordered them": an exception to an end, not to the grant.
    case "unless":
      return !(max(tokens.lowerBound, token - 12)..<token).contains { context.isOne($0, of: Self.endings) }
    default: return true
    }
  }

  /// The first token behind the customer's name, which stands right behind the connector.
  private func subject(behind token: Int, in tokens: Range<Int>) -> Int? {
    var at = token + 1
    while at < tokens.upperBound, at < token + 4, context.isOne(at, of: "that|the|and|as") { at += 1 }
    guard at < tokens.upperBound else { return nil }
    return customerNameEnd(at, tokens) ?? (context.isOne(at, of: Self.customers) ? at + 1 : nil)
  }

  /// The first token behind one of the customer's own names that begins at a token.
  func customerNameEnd(_ at: Int, _ tokens: Range<Int>) -> Int? {
    for name in knowledge.customerNames {
      let words = name.split(separator: " ").map(String.init)
      if !words.isEmpty,
        words.indices.allSatisfy({ at + $0 < tokens.upperBound && context.folded(at + $0) == words[$0] })
      {
        return at + words.count
      }
    }
    return nil
  }

  /// "Only on Vendor's services", "exclusively with the supplier's own consultants".
  func isForOwnServices(_ tokens: Range<Int>) -> Bool {
    let vendors = Set(knowledge.vendorNames.flatMap { $0.split(separator: " ").map(String.init) })
      .union(["vendor", "supplier", "provider", "own", "its", "licensor", "contractor"])
    let things: Set<String> = [
      "services", "products", "offerings", "consultants", "staff", "personnel", "invoices", "engineers", "work",
    ]
    for token in tokens where context.isOne(token, of: "only|solely|exclusively") {
      let ahead = (token + 1)..<min(token + 9, tokens.upperBound)
      let words = ahead.map { context.folded($0) }
      guard
        let link = words.firstIndex(where: {
          ["on", "with", "for", "against", "from", "by", "to", "towards"].contains($0)
        }),
        link < 4
      else { continue }
      let rest = words[(link + 1)...].prefix(5)
      guard let owner = rest.firstIndex(where: { vendors.contains($0) }), owner - link <= 2 else { continue }
      if words[owner...].prefix(5).contains(where: { things.contains($0) }) { return true }
    }
    return isForOwnServices(tokens, vendors, things)
  }

  /// The same with the word behind: "on services of Vendor only", "for Vendor's own courses exclusively".
  private func isForOwnServices(_ tokens: Range<Int>, _ vendors: Set<String>, _ things: Set<String>) -> Bool {
    for token in tokens where context.isOne(token, of: "only|solely|exclusively|alone") {
      let words = (max(tokens.lowerBound, token - 8)..<token).map { context.folded($0) }
      guard let link = words.lastIndex(where: { ["on", "with", "for", "against", "from", "towards"].contains($0) }),
        words[(link + 1)...].contains(where: things.contains),
        let owner = words[(link + 1)...].lastIndex(where: vendors.contains), words.count - owner <= 4
      else { continue }
      return true
    }
    return false
  }
}
