// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Conditions in other forms than "if Customer does": "upon Customer's upgrade", "subject to Customer publishing a case
/// study", "as long as Customer has at least 500 users", "while Customer subscribes to the Archive module".
extension ConditionReader {
  /// What a customer is said to be doing.
  static let doing: WordSet = [
    "publishing", "acting", "renewing", "ordering", "purchasing", "buying", "reaching", "achieving", "attaining",
    "maintaining", "agreeing", "serving", "participating", "completing", "committing", "upgrading", "adding",
    "expanding", "referring", "meeting", "spending", "appointing", "migrating", "deploying", "activating", "prepaying",
    "subscribing", "joining", "registering", "allowing", "permitting", "increasing", "extending", "appearing",
    "speaking", "hosting", "recommending", "introducing", "keeping", "retaining", "holding", "launching", "submitting",
    "nominating", "naming", "designating", "employing", "continuing", "implementing", "growing", "exceeding", "being",
    "becoming", "enrolling", "certifying", "training", "having", "attending", "endorsing",
  ]
  /// The same as a thing.
  private static let deedNouns: WordSet = [
    "upgrade", "renewal", "purchase", "publication", "participation", "commitment", "expansion", "migration",
    "adoption", "prepayment", "enrolment", "enrollment", "referral", "testimonial", "reference", "endorsement",
    "attendance", "achievement", "nomination",
  ]
  /// Those after which, and not only at which, something may be granted.
  private static let earlierNouns: WordSet = [
    "renewal", "upgrade", "purchase", "expansion", "commitment", "prepayment",
  ]
  /// Deeds that need no owner: "upon upgrade to the Enterprise Edition".
  private static let bareNouns: WordSet = [
    "upgrade", "purchase", "publication", "participation", "expansion", "prepayment", "enrolment", "enrollment",
    "referral", "migration",
  ]
  private static let lossWords: WordSet = [
    "end", "ends", "ending", "expire", "expires", "expiring", "lapse", "lapses", "cease", "ceases", "terminate",
    "terminates", "terminated", "forfeited", "stop", "stops", "adjusted", "charged", "invoiced", "payable",
  ]
  private static let states: WordSet = [
    "has", "have", "had", "employs", "runs", "operates", "holds", "maintains", "keeps",
  ]
  private static let people: WordSet = [
    "users", "user", "licences", "licenses", "seats", "employees", "subscribers", "sites", "accounts", "staff",
    "people", "agents", "members", "tenants", "stores", "branches",
  ]
  /// What every customer has.
  static let ordinary: WordSet = [
    "services", "service", "subscription", "subscriptions", "order", "agreement", "contract", "customer", "subscriber",
    "term", "software", "platform", "licensee", "fees",
  ]

  /// "Upon Customer's renewal", "subject to Customer's participation in …", "upon upgrade to …".
  func isConditionedByNoun(_ tokens: Range<Int>) -> Bool {
    for token in tokens {
      let isBound = isBinding(token, tokens)
      let isAfter = !isBound && context.isOne(token, of: "after|following")
      guard isBound || isAfter || context.folded(token) == "upon", !isLost(token, tokens) else { continue }
      if let owner = owner(behind: token, tokens), owner < tokens.upperBound {
        let near = owner..<min(owner + 3, tokens.upperBound)
        if near.contains(where: { context.isOne($0, of: isAfter ? Self.earlierNouns : Self.deedNouns) }) { return true }
        continue
      }
      guard !isAfter else { continue }
      var at = token + 1
      while at < tokens.upperBound, at < token + 3, context.isOne(at, of: "the|a|an|any") { at += 1 }
      if at < tokens.upperBound, context.isOne(at, of: Self.bareNouns) { return true }
      // "Upon renewal of the Order Vendor provides …": the sentence opens with it, for what it grants.
      if context.folded(token) == "upon", token == opening(tokens), at < tokens.upperBound,
        context.folded(at) == "renewal"
      {
        return true
      }
    }
    return false
  }

  /// The first word of the sentence behind its number.
  private func opening(_ tokens: Range<Int>) -> Int {
    tokens.first { context.isWord($0) && context.text($0..<($0 + 1)).count > 1 } ?? tokens.lowerBound
  }

  /// "Subject to", "conditional on", "contingent upon", "in return for", "in exchange for".
  private func isBinding(_ token: Int, _ tokens: Range<Int>) -> Bool {
    guard token > tokens.lowerBound else { return false }
    switch context.folded(token) {
    case "to": return context.folded(token - 1) == "subject"
    case "on", "upon":
      return context.isOne(token - 1, of: "conditional|contingent|dependent|depends|depend|conditioned|depending")
    case "for": return context.isOne(token - 1, of: "return|exchange")
    default: return false
    }
  }

  /// Behind a word of loss the deed is an exception or an end, and no condition of the grant.
  private func isLost(_ token: Int, _ tokens: Range<Int>) -> Bool {
    if token > tokens.lowerBound, context.isOne(token - 1, of: "day|days|week|weeks|month|months|year|years") {
      return true
    }
    return (max(tokens.lowerBound, token - 8)..<token).contains { context.isOne($0, of: Self.lossWords) }
  }

  /// The first token behind "Customer's", "its", "Morrow's".
  private func owner(behind token: Int, _ tokens: Range<Int>) -> Int? {
    var at = token + 1
    while at < tokens.upperBound, at < token + 3, context.isOne(at, of: "the|any|a") { at += 1 }
    guard at < tokens.upperBound else { return nil }
    if context.isOne(at, of: "its|their|your") { return at + 1 }
    guard let end = nameEnd(at, tokens) else {
      // Where the apostrophe is part of the word.
      let bare = context.folded(at).split { $0 == "'" || $0 == "’" }
      guard bare.count == 2, bare[1] == "s", isCustomer(String(bare[0])) else { return nil }
      return at + 1
    }
    guard end < tokens.upperBound else { return nil }
    return context.isOne(end, of: "'s|’s|'|’|s") ? end + 1 : nil
  }

  private func isCustomer(_ word: String) -> Bool {
    ["customer", "client", "subscriber", "licensee", "buyer"].contains(word) || knowledge.customerNames.contains(word)
  }

  // MARK: What lasts

  /// "As long as Customer has at least 500 active users", "while Customer subscribes to the Archive module".
  func isConditionedByState(_ tokens: Range<Int>) -> Bool {
    for token in tokens {
      let isLasting =
        context.isOne(token, of: "while|whilst")
        || token > tokens.lowerBound && context.folded(token) == "as" && context.isOne(token - 1, of: "long")
        || context.isOne(token, of: "if|where|once|provided|when|that|until")
      guard isLasting, let verb = nameEnd(behindThat(token, tokens), tokens), verb < tokens.upperBound else { continue }
      let rest = verb..<min(verb + 8, tokens.upperBound)
      if context.isOne(verb, of: Self.states), isCounted(rest) { return true }
      guard context.isOne(token, of: "while|whilst|as"),
        context.isOne(verb, of: "subscribes|remains|continues|stays|keeps|maintains|retains|uses|licenses|holds"),
        !rest.contains(where: { context.isOne($0, of: Self.ordinary) }), namesThing(rest)
      else { continue }
      return true
    }
    return false
  }

  private func behindThat(_ token: Int, _ tokens: Range<Int>) -> Int {
    var at = token + 1
    while at < tokens.upperBound, at < token + 3, context.isOne(at, of: "that|the") { at += 1 }
    return at
  }

  /// "At least 500", "more than ten", "a minimum of", "no fewer than".
  private func isCounted(_ rest: Range<Int>) -> Bool {
    let near = rest.prefix(4)
    return near.contains { context.isOne($0, of: "least|minimum|fewer|less|over|more|exceeding|above") }
      && rest.contains { context.isOne($0, of: Self.people) }
  }

  /// A module, an edition, a product by its name.
  private func namesThing(_ rest: Range<Int>) -> Bool {
    rest.dropFirst().contains { token in
      context.isCapitalised(token)
        || context.isOne(token, of: "module|edition|add|package|plan|product|tier|option|users|licences|licenses")
    }
  }

  /// The first token behind the customer's name that begins at one; nil where another word stands there.
  private func nameEnd(_ at: Int, _ tokens: Range<Int>) -> Int? {
    guard at < tokens.upperBound else { return nil }
    return customerNameEnd(at, tokens)
      ?? (context.isOne(at, of: "customer|client|subscriber|licensee|buyer|it|they|you") ? at + 1 : nil)
  }
}
